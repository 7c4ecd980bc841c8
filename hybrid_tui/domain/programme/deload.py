"""A deload week: fewer sets, repeats, minutes and landings, the same loads, a little more in reserve."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import cast

from hybrid_tui.domain.flatten import in_week, weeks_written
from hybrid_tui.domain.programme.plan import PlannedLine, WeekPlace
from hybrid_tui.domain.workout import (
    Circuit,
    Effort,
    Ending,
    Hold,
    Ramp,
    Repeat,
    SetGroup,
    SetsLine,
    Step,
    TimedLine,
)

HARD_RIR = 2.0
"""Sets with at most this many in reserve gain two in a deload week, the others one."""
LIGHT_RIR = 4.0
"""A deload does not ask for more in reserve than this."""
HARD_RUN = 7.0
"""Run steps from this rating on fall by one in a deload week."""
SHORTEST = 0.1
"""A distance does not fall below this, in its own unit, unless it was shorter before."""


def less(number: float, percent: float) -> int:
    """`number` less `percent`: the nearest whole number, a half goes down, at least one."""
    return max(1, ceil(round(number * (100 - percent) / 100 - 0.5, 6)))


def line_of_week(line: PlannedLine, place: WeekPlace) -> PlannedLine:
    """The line with the plain numbers of its week; a deload cuts lines that have no week list."""
    plain = in_week(line, place.week)
    if not place.deload or weeks_written(line) or isinstance(line, Ramp):
        return plain
    return lighter_line(plain, place.deload)


def lighter_line(line: PlannedLine, percent: float) -> PlannedLine:
    """Take `percent` off a line of plain numbers."""
    if isinstance(line, SetsLine):
        return replace(line, groups=tuple(_lighter_group(group, percent) for group in line.groups))
    if isinstance(line, TimedLine):
        repeats = any(isinstance(step, Repeat) for step in line.steps)
        return replace(line, steps=tuple(_lighter_step(step, percent, repeats) for step in line.steps))
    if isinstance(line, Circuit):
        return replace(line, seconds=60.0 * less(cast(float, line.seconds) / 60, percent))
    return line


def _lighter_group(group: SetGroup, percent: float) -> SetGroup:
    effort = easier(group.effort)
    if group.sets is None:
        kept = group.holds[: less(len(group.holds), percent)]
        return replace(group, holds=tuple(_easier_hold(hold) for hold in kept), effort=effort)
    holds = tuple(_easier_hold(hold) for hold in group.holds)
    return replace(group, holds=holds, sets=float(less(cast(float, group.sets), percent)), effort=effort)


def _easier_hold(hold: Hold) -> Hold:
    return replace(hold, effort=easier(hold.effort)) if hold.effort else hold


def easier(effort: Effort | None) -> Effort | None:
    """One to two repetitions more in reserve, on a set."""
    if effort is None or (effort.rir is None and effort.rpe is None):
        return effort
    reserve = cast(float, effort.rir) if effort.rir is not None else 10 - cast(float, effort.rpe)
    more = reserve + (2 if reserve <= HARD_RIR else 1)
    eased = max(reserve, min(more, LIGHT_RIR))
    return replace(effort, rir=eased) if effort.rir is not None else replace(effort, rpe=10 - eased)


def _lighter_step(step: Step | Repeat, percent: float, repeats: bool) -> Step | Repeat:
    """Brackets lose repeats; a line without brackets loses minutes or distance."""
    if isinstance(step, Repeat):
        work = tuple(_eased(each) for each in step.work)
        return replace(step, count=float(less(cast(float, step.count), percent)), work=work)
    if repeats:
        return _eased(step)
    measure = step.measure
    if measure.ending is Ending.TIME and measure.seconds is not None:
        seconds = cast(float, measure.seconds)
        kept = 60.0 * less(seconds / 60, percent) if seconds >= 120 else float(less(seconds, percent))
        measure = replace(measure, seconds=kept)
    elif measure.ending is Ending.DISTANCE and measure.distance is not None:
        kept = max(round(measure.distance * (100 - percent) / 100, 1), min(measure.distance, SHORTEST))
        measure = replace(measure, distance=kept)
    return _eased(replace(step, measure=measure))


def _eased(step: Step | Repeat) -> Step | Repeat:
    if isinstance(step, Repeat):
        return replace(step, work=tuple(_eased(each) for each in step.work))
    if step.effort is None or step.effort.rpe is None or step.effort.rpe < HARD_RUN:
        return step
    return replace(step, effort=replace(step.effort, rpe=step.effort.rpe - 1))
