"""Adding what a rule has earned to the numbers of the text, in lines of sets and of timed steps."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.domain.bounds import FARTHEST_M, LONGEST_S, MOST_REPS, MOST_SETS
from hybrid_tui.domain.flatten import RECOVERY_WORDS
from hybrid_tui.domain.notation.brackets import too_long
from hybrid_tui.domain.programme.plan import PlannedLine, WeekPlace
from hybrid_tui.domain.rule import Rule
from hybrid_tui.domain.workout import (
    ByWeek,
    Hold,
    Measure,
    Number,
    Repeat,
    SetGroup,
    SetsLine,
    Step,
    TimedLine,
)

Gains = tuple[tuple[str, float], ...]
"""What is added, by unit."""


_MOST = {"rep": MOST_REPS, "set": MOST_SETS, "s": LONGEST_S, "mtr": FARTHEST_M, "km": FARTHEST_M / 1000}
"""How far numbers grow where no rule sets a limit, by unit;"""
_STEEPEST = 100.0
"""… percent, for grades."""


def limit_of(rule: Rule | None, unit: str) -> float:
    """The limit that a rule sets for a unit, else the end of what can be kept."""
    parts = (part for stage in (rule.stages if rule else ()) for part in stage if part.unit == unit)
    most = _MOST.get(unit, _STEEPEST)
    return min(next((part.limit for part in parts if part.limit is not None), most), most)


def least_of(number: Number | None) -> float | None:
    """The least of a week list, or the number itself."""
    if isinstance(number, ByWeek):
        return min(number.values)
    return number


def grown(number: Number, gain: float, limit: float, place: WeekPlace) -> Number:
    """A number with what was earned, not past the limit; a week list of a deload week is taken as written."""
    if isinstance(number, ByWeek):
        if place.deload:
            return number
        return ByWeek(values=tuple(_capped(each, gain, limit) for each in number.values))
    return _capped(number, gain, limit)


def _capped(number: float, gain: float, limit: float) -> float:
    return max(number, min(number + gain, limit))


def with_gains(line: PlannedLine, gains: Gains, place: WeekPlace) -> PlannedLine:
    """The line with each gain added where its unit stands."""
    for unit, gain in gains:
        if isinstance(line, SetsLine):
            line = _sets_with(line, unit, gain, place)
        elif isinstance(line, TimedLine):
            limit = limit_of(line.rule, unit)
            steps = _steps_with(line.steps, unit, gain, limit, place)
            if not too_long(steps):
                line = replace(line, steps=steps)
    return line


def _sets_with(line: SetsLine, unit: str, gain: float, place: WeekPlace) -> SetsLine:
    limit = limit_of(line.rule, unit)
    first, *others = line.groups
    if unit == "set":
        if first.sets is not None:
            first = replace(first, sets=grown(first.sets, gain, limit, place))
        else:
            more = int(_capped(len(first.holds), gain, limit)) - len(first.holds)
            first = replace(first, holds=first.holds + first.holds[-1:] * more)
        return replace(line, groups=(first, *others))
    return replace(line, groups=tuple(_group_with(group, unit, gain, limit, place) for group in line.groups))


def _group_with(group: SetGroup, unit: str, gain: float, limit: float, place: WeekPlace) -> SetGroup:
    def more(hold: Hold) -> Hold:
        if hold.unit != ("" if unit == "rep" else unit) or hold.low is None:
            return hold
        high = None if hold.high is None else grown(hold.high, gain, limit, place)
        return replace(hold, low=grown(hold.low, gain, limit, place), high=high)

    return replace(group, holds=tuple(more(hold) for hold in group.holds))


def _steps_with(
    steps: tuple[Step | Repeat, ...], unit: str, gain: float, limit: float, place: WeekPlace
) -> tuple[Step | Repeat, ...]:
    """`rep` is the outermost repeat; other units are those of its work step, or of the first step."""
    done = False
    out: list[Step | Repeat] = []
    bracket = any(isinstance(step, Repeat) for step in steps)
    for step in steps:
        if isinstance(step, Repeat) and not done:
            if unit == "rep":
                step = replace(step, count=grown(step.count, gain, limit, place))
            else:
                step = replace(step, work=_steps_with(step.work, unit, gain, limit, place))
            done = True
        elif isinstance(step, Step) and not bracket and not done and not _recovers(step):
            step = _step_with(step, unit, gain, limit, place)
            done = True
        out.append(step)
    return tuple(out)


def _recovers(step: Step) -> bool:
    return bool(RECOVERY_WORDS & set(step.label.lower().split())) and step.effort is None


def _step_with(step: Step, unit: str, gain: float, limit: float, place: WeekPlace) -> Step:
    measure, spot = step.measure, step.place
    if unit == "s" and measure.seconds is not None:
        return replace(step, measure=replace(measure, seconds=grown(measure.seconds, gain, limit, place)))
    if unit == measure.unit and measure.distance is not None:
        distance = _capped(measure.distance, gain, limit)
        return replace(step, measure=Measure(ending=measure.ending, distance=distance, unit=measure.unit))
    if unit == "%" and spot is not None and spot.grade is not None:
        top = None if spot.grade_top is None else _capped(spot.grade_top, gain, limit)
        grade = grown(spot.grade, gain, limit, place)
        return replace(step, place=replace(spot, grade=grade, grade_top=top))
    return step


def number_of(line: PlannedLine, unit: str) -> float | None:
    """The least number of the text in a unit: from there a limit is reached."""
    if isinstance(line, SetsLine):
        group = line.groups[0]
        if unit == "set":
            return least_of(group.sets) if group.sets is not None else float(len(group.holds))
        hold = group.holds[0]
        return least_of(hold.low) if hold.unit == ("" if unit == "rep" else unit) else None
    return _number_in(line.steps, unit) if isinstance(line, TimedLine) else None


def _number_in(steps: tuple[Step | Repeat, ...], unit: str) -> float | None:
    repeat = next((step for step in steps if isinstance(step, Repeat)), None)
    if repeat is not None:
        return least_of(repeat.count) if unit == "rep" else _number_in(repeat.work, unit)
    for step in steps:
        if not isinstance(step, Step) or _recovers(step):
            continue
        if unit == "s":
            return least_of(step.measure.seconds)
        if unit == "%":
            return least_of(step.place.grade) if step.place else None
        return step.measure.distance if unit == step.measure.unit else None
    return None
