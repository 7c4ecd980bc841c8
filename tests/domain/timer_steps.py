"""Steps and instants for the timer's tests."""

from __future__ import annotations

from hybrid_tui.domain.timeline import SECOND, Timeline
from hybrid_tui.domain.timer_run import Fact, FactKind
from hybrid_tui.domain.workout import Ending, StepKind, TimedStep


def work(seconds: float, rep: int | None = None, reps: int | None = None) -> TimedStep:
    return TimedStep(
        label="hill sprint", kind=StepKind.WORK, ending=Ending.TIME, seconds=seconds, rep=rep, reps=reps
    )


def walk(seconds: float) -> TimedStep:
    return TimedStep(label="walk", kind=StepKind.RECOVER, ending=Ending.TIME, seconds=seconds)


def by_key(expected: float | None = None) -> TimedStep:
    return TimedStep(label="walk back", kind=StepKind.RECOVER, ending=Ending.KEY, seconds=expected)


def by_distance(metres: float, *, until: float | None = None) -> TimedStep:
    return TimedStep(
        label="sprint",
        kind=StepKind.WORK,
        ending=Ending.DISTANCE,
        seconds=None,
        metres=metres,
        until=until,
    )


def line(*steps: TimedStep) -> Timeline:
    return Timeline(steps=steps)


def started(at: float = 0, ready: float = 0) -> Fact:
    return Fact(kind=FactKind.STARTED, boot_us=us(at), value=us(ready))


def fact(kind: FactKind, at: float, value: float | None = None) -> Fact:
    return Fact(kind=kind, boot_us=us(at), value=None if value is None else us(value))


def us(seconds: float) -> int:
    return round(seconds * SECOND)
