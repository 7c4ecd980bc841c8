"""Sprints while the running base is still missing: few, short, below full effort (DOMAIN 3.1).

The first four weeks ask three to four repeats of six to eight seconds at 7 to 8. In the eight weeks after them
repeats and seconds come back one by one, so that nobody is sent from the first dose to the file's numbers in
one step (CT-13).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, cast

from hybrid_tui.domain.flatten import in_week, is_sprint
from hybrid_tui.domain.programme.outcome import FIRST_MONTH
from hybrid_tui.domain.programme.plan import PlannedLine, WeekPlace
from hybrid_tui.domain.workout import Effort, Ending, Place, Repeat, Step, TimedLine

FIRST_MONTH_WEEKS: Final = 4
LAST_WEEK: Final = 3 * FIRST_MONTH_WEEKS
"""From the week after this one the file's numbers hold."""
STAIRS_RPE: Final = 8.0
"""Stairs are run at 8 from the beginning (DOMAIN 3.3)."""
LEAST_RECOVERY: Final = 90.0
"""Seconds between two repeats."""

WHY_FIRST: Final = "first-month dose: a few short ones below full effort, until the running base is there"
WHY_AFTER: Final = "after the first month: repeats and seconds come back one by one"


def doses(number: int) -> tuple[int, float, float] | None:
    """Most repeats, seconds and effort in week `number` of the plan (from 1); None when the file's hold."""
    if number > LAST_WEEK:
        return None
    if number <= 2:
        return 3, 6.0, 7.0
    if number <= FIRST_MONTH_WEEKS:
        return 4, 8.0, 8.0
    return number, 8.0 if number <= 2 * FIRST_MONTH_WEEKS else 9.0, 9.0


def first_month_line(line: PlannedLine, place: WeekPlace) -> tuple[PlannedLine, str] | None:
    """The line in its first-month dose with the reason; None for a line without sprints, and later on."""
    dose = doses(place.number)
    if dose is None or not isinstance(line, TimedLine):
        return None
    plain = in_week(line, place.week)
    gentle = place.number <= FIRST_MONTH_WEEKS
    cut = tuple(_cut(step, dose, line.name, gentle=gentle) for step in plain.steps)
    if cut == plain.steps:
        return None
    why = WHY_FIRST if place.number <= FIRST_MONTH_WEEKS else WHY_AFTER
    return replace(plain, steps=cut, rule=None, comment=FIRST_MONTH), why


def _cut(step: Step | Repeat, dose: tuple[int, float, float], name: str, *, gentle: bool) -> Step | Repeat:
    if not isinstance(step, Repeat):
        return step
    sprints = any(isinstance(each, Step) and is_sprint(each, name) for each in step.work)
    if not sprints:
        return step
    count, seconds, rpe = dose
    return replace(
        step,
        count=min(cast(float, step.count), float(count)),
        work=tuple(_eased(each, seconds, rpe, name, gentle=gentle) for each in step.work),
        between=tuple(_rested(each) for each in step.between),
    )


def _eased(step: Step | Repeat, seconds: float, rpe: float, name: str, *, gentle: bool) -> Step | Repeat:
    if not isinstance(step, Step) or not is_sprint(step, name):
        return step
    measure = step.measure
    if measure.ending is Ending.TIME and measure.seconds is not None:
        measure = replace(measure, seconds=min(cast(float, measure.seconds), seconds))
    effort = step.effort
    if step.place is not None and step.place.where == "stairs":
        rpe = max(rpe, STAIRS_RPE)
    if effort is None or effort.rpe is None or effort.rpe > rpe:
        effort = Effort(rpe=rpe)
    return replace(step, measure=measure, effort=effort, place=_gentle(step.place) if gentle else step.place)


def _gentle(place: Place | None) -> Place | None:
    """Hills of 4 to 6 percent (DOMAIN 3.1)."""
    if place is None or place.where != "hill" or place.grade is None:
        return place
    top = place.grade_top if place.grade_top is not None else cast(float, place.grade)
    if top <= 6:
        return place
    return replace(place, grade=4.0, grade_top=6.0)


def _rested(step: Step | Repeat) -> Step | Repeat:
    if not isinstance(step, Step) or step.measure.seconds is None or step.measure.ending is not Ending.TIME:
        return step
    seconds = max(cast(float, step.measure.seconds), LEAST_RECOVERY)
    return replace(step, measure=replace(step.measure, seconds=seconds))
