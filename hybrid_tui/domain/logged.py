"""Lines of the log as facts: the sets and the steps they say were done, ids still empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.exercise import Exercise, RunType
from hybrid_tui.domain.flatten import METRES, line_sets, rpe_of, timed_steps
from hybrid_tui.domain.kept_line import step_record
from hybrid_tui.domain.leg_minutes import is_walk_word
from hybrid_tui.domain.notation.log_entries import LoggedSteps
from hybrid_tui.domain.notation.printing import format_load
from hybrid_tui.domain.programme.weights import kilograms
from hybrid_tui.domain.record import BlockRecord, IntervalRecord
from hybrid_tui.domain.set_record import SessionKind, SetRecord
from hybrid_tui.domain.workout import AskedSet, Repeat, SetsLine, Step


def sets_done(line: SetsLine, catalogue: Catalogue) -> tuple[SetRecord, ...]:
    """The sets of a logged line, in order; loads as written and in kilograms.

    What is done a side is one set a side, as a tick records it: only for an exercise that is not one-sided by
    itself the other side is written beside it, so that both are counted.
    """
    known = catalogue.get(line.exercise)
    both = line.side and not (isinstance(known, Exercise) and known.unilateral)
    return tuple(_set(place, each, both=both) for place, each in enumerate(line_sets(line)))


def _set(place: int, done: AskedSet, *, both: bool) -> SetRecord:
    number, unit = cast(float, done.hold.low), done.hold.unit
    reps = None if unit else int(number)
    return SetRecord(
        id="",
        block_id="",
        position=place,
        reps=reps,
        right_reps=reps if both else None,
        load=format_load(done.load) if done.load is not None else None,
        load_kg=kilograms(done.load),
        seconds=number if unit == "s" else None,
        metres=number * METRES[unit] if unit in METRES else None,
        rpe=rpe_of(done.effort),
    )


def steps_done(entry: LoggedSteps) -> tuple[IntervalRecord, ...]:
    """The steps of a logged line; the times that were taken are those of each repeat's first step."""
    steps = timed_steps(entry.line)
    times = iter(entry.times)
    return tuple(
        step_record(step, place, seconds=next(times, step.seconds) if taken else step.seconds)
        for place, (step, taken) in enumerate(zip(steps, _taken(entry.line.steps), strict=True))
    )


def _taken(items: Sequence[Step | Repeat], wanted: bool = True) -> list[bool]:
    """For each step, laid out, whether a time is taken of it: the first of every repeat, else of the line."""
    nested = any(isinstance(each, Repeat) for each in items)
    marks: list[bool] = []
    for place, each in enumerate(items):
        if isinstance(each, Step):
            marks.append(wanted and not nested and place == 0)
            continue
        count = int(cast(float, each.count))
        for turn in range(count):
            marks += _taken(each.work, wanted)
            if turn < count - 1:
                marks += _taken(each.between, wanted=False)
    return marks


def minutes_of(intervals: Iterable[IntervalRecord]) -> float | None:
    """How long all steps took together, minutes; None where the length of one is unknown."""
    seconds = [each.seconds for each in intervals]
    if not seconds or any(each is None for each in seconds):
        return None
    return round(sum(each or 0.0 for each in seconds) / 60, 2)


def name_of(entry: LoggedSteps) -> str:
    """The name of a logged run, else the label of its first step: `30m walk` is a walk."""
    return entry.line.name or timed_steps(entry.line)[0].label


def kind_of(blocks: Sequence[BlockRecord], catalogue: Catalogue) -> SessionKind:
    """What a session of these blocks is made of. A little core work beside runs or jumps is not a mixture."""
    found = {_kind(block, catalogue) for block in blocks}
    if len(found) > 1:
        found -= {"core", "walk"}
    kinds = {_KINDS[each] for each in found}
    return kinds.pop() if len(kinds) == 1 else SessionKind.MIXED


_KINDS = {
    "run": SessionKind.RUN,
    "lift": SessionKind.LIFT,
    "jump": SessionKind.JUMP,
    "core": SessionKind.LIFT,
    "walk": SessionKind.RECOVERY,
}


def _kind(block: BlockRecord, catalogue: Catalogue) -> str:
    known = catalogue.get(block.exercise)
    if isinstance(known, Exercise):
        return "jump" if known.is_jump else "core" if known.is_core else "lift"
    if isinstance(known, RunType) or not block.timed:
        return "run" if block.timed else "lift"
    return "walk" if all(is_walk_word(each.label) for each in block.intervals) else "run"
