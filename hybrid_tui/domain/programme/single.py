"""A line on its own, outside any plan: what it asks, at the load of last time."""

from __future__ import annotations

from hybrid_tui.domain.programme.lifts import prescribe_sets
from hybrid_tui.domain.programme.plan import WeekPlace
from hybrid_tui.domain.programme.prescription import Known, Prescription
from hybrid_tui.domain.programme.runs import prescribe_steps
from hybrid_tui.domain.workout import Circuit, PlanLine, SetsLine, StepKind, TimedLine

ALONE = WeekPlace(number=0, week=1, round=0)
"""No week of any plan."""


def prescribe_line(line: PlanLine, known: Known) -> Prescription:
    """What one line asks today. Raises TypeError for a line that asks nothing by itself."""
    if isinstance(line, SetsLine):
        return prescribe_sets(line, ALONE, known, key="", part=StepKind.WORK)
    if isinstance(line, TimedLine | Circuit):
        return prescribe_steps(line, ALONE, known)
    raise TypeError("a block call or a ramp asks nothing by itself")
