"""The line of a stored block, read again; one that nobody can read any more counts as no line."""

from __future__ import annotations

from hybrid_tui.domain.flatten import timed_steps
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.plan_line import parse_kept_line
from hybrid_tui.domain.record import IntervalRecord
from hybrid_tui.domain.workout import Circuit, PlanLine, TimedLine, TimedStep


def kept_line(text: str) -> PlanLine | None:
    """The line, None for a block without one."""
    try:
        return parse_kept_line(text) if text else None
    except NotationError:
        return None


def kept_steps(text: str) -> tuple[TimedStep, ...]:
    """Its steps laid out; none where it is no timed line."""
    line = kept_line(text)
    return timed_steps(line) if isinstance(line, TimedLine | Circuit) else ()


def step_record(
    step: TimedStep,
    position: int,
    *,
    seconds: float | None,
    id: str = "",
    block_id: str = "",
    done: bool = True,
    at_us: int | None = None,
) -> IntervalRecord:
    """The row of a step that took `seconds`, as number `position` of its block; all else as it was asked.

    `at_us` is the UTC instant of its end.
    """
    return IntervalRecord(
        id=id,
        block_id=block_id,
        position=position,
        label=step.label,
        kind=step.kind.value,
        ends=step.ending.value,
        seconds=seconds,
        planned_seconds=step.seconds,
        metres=step.metres,
        effort=step.effort,
        place=step.place,
        grade=step.grade,
        sprint=step.sprint,
        done=done,
        at_us=at_us,
    )
