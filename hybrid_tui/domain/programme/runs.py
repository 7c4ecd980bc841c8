"""Timed lines: the steps of the week with what the rule has earned, their minutes and sprint seconds."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, cast

from hybrid_tui.domain import choices
from hybrid_tui.domain.exercise import RunType
from hybrid_tui.domain.flatten import timed_steps
from hybrid_tui.domain.notation.printing import format_duration
from hybrid_tui.domain.programme.deload import line_of_week
from hybrid_tui.domain.programme.numbers import number_of, with_gains
from hybrid_tui.domain.programme.outcome import Outcome, Past, short_date
from hybrid_tui.domain.programme.plan import WeekPlace
from hybrid_tui.domain.programme.prescription import Known, Prescription
from hybrid_tui.domain.programme.progression import Decision, Situation, decide, settled
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.domain.rule import RuleKind
from hybrid_tui.domain.set_record import BlockStatus
from hybrid_tui.domain.sheet_words import rounds_words
from hybrid_tui.domain.workout import Circuit, Repeat, StepKind, TimedLine, TimedStep

COOL_DOWN_RATING: Final = 1.0
"""Walking until the breath is easy."""
USUAL_RATING: Final = 3.0
"""Of a timed line that is no known run and says no effort."""
CIRCUIT_RATING: Final = 6.0


def prescribe_steps(
    line: TimedLine | Circuit,
    place: WeekPlace,
    known: Known,
    *,
    key: str = "",
    part: StepKind = StepKind.WORK,
) -> Prescription:
    """What a timed line or a circuit asks in its week; `key` is its `line_key` in the plan."""
    if isinstance(line, Circuit) or part is not StepKind.WORK:
        at = replace(place, deload=0.0) if part is not StepKind.WORK else place
        return _finished(cast("TimedLine | Circuit", line_of_week(line, at)), known, part, line.comment)
    mine = _mine(line, known, key)
    decision = _decision(line, place, mine)
    grown = with_gains(line, decision.gains, place)
    plain = _stopping(cast(TimedLine, line_of_week(grown, place)))
    return replace(
        _finished(plain, known, part, line.comment),
        change=decision.change,
        why=decision.why,
        last=_last_words(mine[0]) if mine else "",
    )


def _stopping(line: TimedLine) -> TimedLine:
    """The line with its rule's `stop` on each repeat that says none itself, so that the timer proposes it."""
    parts = (part for stage in (line.rule.stages if line.rule else ()) for part in stage)
    stop = next((part.amount for part in parts if part.kind is RuleKind.STOP), None)
    if stop is None:
        return line
    return replace(
        line,
        steps=tuple(
            replace(each, until=stop) if isinstance(each, Repeat) and each.until is None else each
            for each in line.steps
        ),
    )


def steps_settled(line: TimedLine, place: WeekPlace, known: Known, *, key: str) -> bool:
    """Whether the history in hand is enough: older times than these would not change what is asked."""
    mine = _mine(line, known, key)
    return bool(mine) and settled(line.rule, _situation(line, place, mine))


def _mine(line: TimedLine, known: Known, key: str) -> tuple[Past, ...]:
    everything = known.history.get(line.exercise or "", ())
    return tuple(past for past in everything if past.line_key == key) if key else everything


def _situation(line: TimedLine, place: WeekPlace, pasts: tuple[Past, ...]) -> Situation:
    parts = [part for stage in (line.rule.stages if line.rule else ()) for part in stage]
    added = next((part for part in parts if part.kind is RuleKind.ADD), None)
    return Situation(
        outcomes=tuple(_outcome(past) for past in reversed(pasts) if not past.pauses),
        place=place,
        number=number_of(line, added.unit) if added is not None else None,
        timed=True,
    )


def _decision(line: TimedLine, place: WeekPlace, pasts: tuple[Past, ...]) -> Decision:
    decision = decide(line.rule, _situation(line, place, pasts))
    if place.deload:
        why = "deload week: less of it, no faster"
        return replace(decision, change="↓ deload", why=why)
    return decision


def _outcome(past: Past) -> Outcome:
    """A timed line is full when it was ticked as done and no work step was skipped."""
    work = [each for each in past.block.intervals if each.kind == StepKind.WORK.value]
    full = past.block.status is BlockStatus.DONE and all(each.done for each in work)
    return Outcome(
        day=past.day,
        number=past.number,
        round=past.round,
        load=None,
        values=(),
        full=full,
        missed=not full,
        short=0,
        too_hard=False,
        goal=None,
    )


def _last_words(past: Past) -> str:
    day = short_date(past.day)
    if rounds := rounds_words(past.block):
        return f"{rounds}, {day}"
    done, asked, seconds = _work_of(past.block)
    if asked > 1:
        return f"{done} of {asked}, {day}"
    return f"{format_duration(round(seconds))}, {day}" if seconds else day


def _work_of(block: BlockRecord) -> tuple[int, int, float]:
    work = [each for each in block.intervals if each.kind == StepKind.WORK.value]
    return sum(each.done for each in work), len(work), sum(each.seconds or 0.0 for each in work)


def _finished(line: TimedLine | Circuit, known: Known, part: StepKind, comment: str) -> Prescription:
    steps = timed_steps(line)
    found = known.catalogue.get(line.exercise) if isinstance(line, TimedLine) else None
    run = found if isinstance(found, RunType) else None
    name = (
        f"{line.kind} {format_duration(cast(float, line.seconds))}"
        if isinstance(line, Circuit)
        else line.name
    )
    return Prescription(
        line=replace(line, rule=None, comment=""),
        part=part,
        name=run.name if run is not None else name or part.value,
        exercise=line.exercise if isinstance(line, TimedLine) else None,
        steps=steps,
        comment=comment,
        minutes=sum(step.seconds or 0.0 for step in steps) / 60,
        rating=_rating(line, run, steps, part),
        sprint_seconds=sum(step.seconds or 0.0 for step in steps if step.sprint),
    )


def _rating(
    line: TimedLine | Circuit, run: RunType | None, steps: tuple[TimedStep, ...], part: StepKind
) -> float:
    """The session rating a timed line is worth: its run type's (DOMAIN 5), else the mean of its efforts."""
    if part is StepKind.WARM_UP:
        return choices.RATING_6_WARM_UP
    if part is StepKind.COOL_DOWN:
        return COOL_DOWN_RATING
    if isinstance(line, Circuit):
        return CIRCUIT_RATING
    if run is not None:
        return float(run.rpe)
    rated = [(step.rpe, step.seconds) for step in steps if step.rpe is not None and step.seconds]
    total = sum(seconds for _, seconds in rated)
    return sum(rpe * seconds for rpe, seconds in rated) / total if total else USUAL_RATING
