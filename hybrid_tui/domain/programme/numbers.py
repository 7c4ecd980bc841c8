"""Adding what a rule has earned to the numbers of the text, in lines of sets and of timed steps."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.domain.flatten import RECOVERY_WORDS
from hybrid_tui.domain.programme.plan import PlannedLine, WeekPlace
from hybrid_tui.domain.workout import (
    ByWeek,
    Hold,
    Measure,
    Number,
    Repeat,
    Rule,
    SetGroup,
    SetsLine,
    Step,
    TimedLine,
)

Gains = tuple[tuple[str, float], ...]
"""What is added, by unit."""


def limit_of(rule: Rule | None, unit: str) -> float | None:
    """The limit that a rule sets for a unit."""
    parts = (part for stage in (rule.stages if rule else ()) for part in stage if part.unit == unit)
    return next((part.limit for part in parts if part.limit is not None), None)


def least_of(number: Number | None) -> float | None:
    """The least of a week list, or the number itself."""
    if isinstance(number, ByWeek):
        return min(number.values)
    return number


def grown(number: Number, gain: float, limit: float | None, place: WeekPlace) -> Number:
    """A number with what was earned, not past the limit; a week list of a deload week is taken as written."""
    if isinstance(number, ByWeek):
        if place.deload:
            return number
        return ByWeek(values=tuple(_capped(each, gain, limit) for each in number.values))
    return _capped(number, gain, limit)


def _capped(number: float, gain: float, limit: float | None) -> float:
    return number + gain if limit is None else max(number, min(number + gain, limit))


def with_gains(line: PlannedLine, gains: Gains, place: WeekPlace) -> PlannedLine:
    """The line with each gain added where its unit stands."""
    for unit, gain in gains:
        if isinstance(line, SetsLine):
            line = _sets_with(line, unit, gain, place)
        elif isinstance(line, TimedLine):
            limit = limit_of(line.rule, unit)
            line = replace(line, steps=_steps_with(line.steps, unit, gain, limit, place))
    return line


def _sets_with(line: SetsLine, unit: str, gain: float, place: WeekPlace) -> SetsLine:
    limit = limit_of(line.rule, unit)
    first, *others = line.groups
    if unit == "set":
        if first.sets is not None:
            first = replace(first, sets=grown(first.sets, gain, limit, place))
        else:
            first = replace(first, holds=first.holds + first.holds[-1:] * int(gain))
        return replace(line, groups=(first, *others))
    return replace(line, groups=tuple(_group_with(group, unit, gain, limit, place) for group in line.groups))


def _group_with(group: SetGroup, unit: str, gain: float, limit: float | None, place: WeekPlace) -> SetGroup:
    def more(hold: Hold) -> Hold:
        if hold.unit != ("" if unit == "rep" else unit) or hold.low is None:
            return hold
        high = None if hold.high is None else grown(hold.high, gain, limit, place)
        return replace(hold, low=grown(hold.low, gain, limit, place), high=high)

    return replace(group, holds=tuple(more(hold) for hold in group.holds))


def _steps_with(
    steps: tuple[Step | Repeat, ...], unit: str, gain: float, limit: float | None, place: WeekPlace
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


def _step_with(step: Step, unit: str, gain: float, limit: float | None, place: WeekPlace) -> Step:
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
