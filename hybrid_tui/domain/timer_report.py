"""What a run leaves behind: each step as it was really run, and whether the repeats fall off."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hybrid_tui.domain import choices
from hybrid_tui.domain.kept_line import step_record
from hybrid_tui.domain.record import IntervalRecord
from hybrid_tui.domain.sheet_words import LAP, PART, ROUND
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_fold import settle
from hybrid_tui.domain.timer_laps import lap_lengths, laps_of
from hybrid_tui.domain.timer_run import BACK_WINDOW, EndedBy, RunState, Span
from hybrid_tui.domain.workout import Ending, StepKind, TimedStep

PROPER = frozenset({EndedBy.TIME, EndedBy.KEY, EndedBy.PASSED})
"""Ends after which a step counts as done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """One go at one step, as it was run."""

    index: int
    step: TimedStep
    seconds: float
    planned_seconds: float | None
    ended_by: EndedBy
    done: bool
    """It ended as asked. A step done twice (by going back) is done once: the last time."""
    ended_boot_us: int
    """The boot clock at its end, µs."""

    def record(self, *, id: str, block_id: str, position: int, at_us: int | None) -> IntervalRecord:
        """The row to store; `at_us` is the UTC instant of its end."""
        row = step_record(
            self.step,
            position,
            id=id,
            block_id=block_id,
            seconds=self.seconds,
            done=self.done,
            at_us=at_us,
        )
        return replace(row, planned_seconds=self.planned_seconds)


def intervals(state: RunState, now: int) -> tuple[Ran, ...]:
    """Every step that has ended by boot instant `now`, in the order of running.

    A go that was taken back within its first two seconds was a slip of the finger and is left out. Where laps
    are rounds each is a row of its own.
    """
    settled = settle(state, now)
    last_proper = {span.index: number for number, span in enumerate(settled.spans) if _proper(settled, span)}
    found = list[Ran]()
    for number, span in enumerate(settled.spans):
        if span.ended_by is EndedBy.BACK and span.seconds_us < BACK_WINDOW:
            continue
        ran = Ran(
            index=span.index,
            step=settled.timeline.steps[span.index],
            seconds=span.seconds_us / SECOND,
            planned_seconds=settled.timeline.steps[span.index].seconds,
            ended_by=span.ended_by,
            done=last_proper.get(span.index) == number,
            ended_boot_us=span.ended_boot_us,
        )
        found += _rounds(settled, number, ran) if settled.timeline.rounds else (ran,)
    return tuple(found)


def _rounds(state: RunState, number: int, ran: Ran) -> tuple[Ran, ...]:
    """One go cut at its laps; what is left of an AMRAP after the last round is part of one."""
    splits = laps_of(state, number)
    if not splits:
        return (ran,)
    label = LAP if state.timeline.endless else ROUND
    step = replace(ran.step, label=label, ending=Ending.KEY, seconds=None)
    found = [
        replace(
            ran,
            step=step,
            seconds=length / SECOND,
            planned_seconds=None,
            ended_by=EndedBy.KEY,
            done=ran.ended_by is not EndedBy.BACK,
            ended_boot_us=split.boot_us,
        )
        for split, length in zip(splits, lap_lengths(splits), strict=True)
    ]
    rest = ran.seconds - splits[-1].elapsed_us / SECOND
    if rest >= 1 or not ran.done:
        last = step if state.timeline.endless else replace(step, label=PART)
        found.append(replace(ran, step=last, seconds=rest, planned_seconds=None))
    return tuple(found)


def reps_done(state: RunState, now: int) -> tuple[int, int]:
    """How many steps of work are done at `now`, and how many the timeline holds."""
    done = {ran.index for ran in intervals(state, now) if ran.done and ran.step.kind is StepKind.WORK}
    return len(done), sum(step.kind is StepKind.WORK for step in state.timeline.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class FallOff:
    """The last repeat against the best one: a reason to stop."""

    best: float
    """Seconds of the best repeat."""
    last: float
    """Seconds of the last one."""
    percent: float
    """How much longer the last took."""


def fall_off(state: RunState, now: int) -> FallOff | None:
    """`fall_off_in` what was run by boot instant `now` (µs)."""
    return fall_off_in(intervals(state, now))


def fall_off_in(ran_so_far: tuple[Ran, ...]) -> FallOff | None:
    """The proposal of `until -P%` to stop, once the last repeat took P percent longer than the best.

    Sprints without it are stopped by the second one: more than five percent slower than the first is a day
    without speed (DOMAIN 7.3). Only repeats that end by a distance or a key can fall off: the others last as
    long as they are told.
    """
    repeats = [
        ran
        for ran in ran_so_far
        if ran.done
        and (ran.step.until is not None or ran.step.sprint)
        and ran.step.kind is StepKind.WORK
        and ran.step.ending in (Ending.DISTANCE, Ending.KEY)
        and ran.seconds > 0
    ]
    if len(repeats) < 2:
        return None
    last = repeats[-1]
    best = min(ran.seconds for ran in repeats if _alike(ran.step, last.step))
    percent = (last.seconds / best - 1) * 100
    if last.step.until is None:
        if len(repeats) > 2 or round(percent, 3) <= choices.IN_SESSION_7_3_SLOWER:
            return None
    elif percent < abs(last.step.until):
        return None
    return FallOff(best=best, last=last.seconds, percent=percent)


def _proper(state: RunState, span: Span) -> bool:
    if span.ended_by is EndedBy.FINISH:  # «finish» is as good a key as any on the last open step
        return span.index == len(state.timeline.steps) - 1 and state.timeline.lengths[span.index] is None
    return span.ended_by in PROPER


def _alike(one: TimedStep, other: TimedStep) -> bool:
    return one.label == other.label and one.metres == other.metres and one.until == other.until
