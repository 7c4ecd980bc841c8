"""A number over time: its points, what joins them, and how the points come from days and sets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final, NamedTuple

from hybrid_tui.domain.load import form
from hybrid_tui.domain.strength import set_estimate

DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One known value."""

    day: date
    """For a week its first day."""
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A number over time. What is not known has no point."""

    name: str
    """How it is asked for: `e1rm back squat`, `sleep`."""
    title: str
    """As it is shown."""
    unit: str
    points: tuple[Point, ...] = ()
    """In order of time."""
    join_days: int = 1
    """Points farther apart than this are not joined: between them lies a gap."""
    digits: int = 0
    """Decimals worth showing."""
    weekly: bool = False
    """Whether each point stands for the seven days from its own on."""

    def between(self, first: date, last: date) -> tuple[Point, ...]:
        """The points of these days, both included."""
        return tuple(point for point in self.points if first <= point.day <= last)

    def at(self, day: date) -> Point | None:
        """The point that holds a day: its own, of a week the one it lies in; None in a gap."""
        reach = 7 if self.weekly else 1
        place = bisect_right(self.points, day, key=lambda point: point.day) - 1
        return self.points[place] if place >= 0 and day < self.points[place].day + reach * DAY else None

    def words(self, value: float) -> str:
        """A value with its unit: `93.3 kg`, `7.7 h`."""
        return f"{value:.{self.digits}f}{f' {self.unit}' if self.unit else ''}"


def days_a_mark(first: date, last: date, marks: int) -> int:
    """How many days stand in one mark of a chart that has so many of them side by side."""
    return max(1, -(-((last - first).days + 1) // max(1, marks)))


def runs(series: Series, first: date, last: date, marks: int) -> list[list[Point]]:
    """The points of these days for a chart with so many marks side by side, as far as they are joined.

    Between two runs lies a gap. Where several days share a mark, their mean stands in the middle of them.
    """
    days = days_a_mark(first, last, marks)
    found: list[list[Point]] = []
    for point in _means(series.between(first, last), first, last, days):
        if found and (point.day - found[-1][-1].day).days < series.join_days + days:
            found[-1].append(point)
        else:
            found.append([point])
    return found


def _means(points: Sequence[Point], first: date, last: date, days: int) -> Iterable[Point]:
    if days == 1:
        yield from points
        return
    for place, group in groupby(points, key=lambda point: (point.day - first).days // days):
        found = list(group)
        if len(found) == 1:
            yield found[0]
            continue
        middle = first + timedelta(days=place * days + days // 2)
        yield Point(day=min(middle, last), value=sum(point.value for point in found) / len(found))


DEFINITIONS: Final = (
    (
        "e1rm",
        "the day's highest load × (1 + repetitions/30), Epley, those left in reserve counted too, up to 12 in all.",
    ),
    ("best", "the day's heaviest load in a working set; without one, the most repetitions."),
    ("climb", "the day's shortest time on one hill, ended by hand or distance."),
    ("sets", "a muscle's hard sets in a week: 1 for the prime mover, half for helpers."),
    ("load", "minutes × effort of each session, added up by day."),
    ("fitness", "the 42-day average of load: each day moves it by 1 - exp(-1/42) of the difference."),
    ("fatigue", "the 7-day average of load, with 1 - exp(-1/7)."),
    ("sprint", "seconds of sprinting in a week, without the way back."),
    ("weight", "as weighed; more than a fortnight between two is a gap."),
    ("sleep", "hours as answered in the morning."),
    ("protein", "grams of the meals that were logged on the day."),
    ("readiness", "100 × (28 - the four answers) ÷ 24, less for short sleep and a raised pulse."),
    ("means", "where one dot stands for several days it is their mean; the cursor reads the day itself."),
    ("gaps", "what was not logged has no point, and no line leads over it."),
)
"""What each series is."""


def daily(values: Mapping[date, float]) -> tuple[Point, ...]:
    """Points of known days."""
    return tuple(Point(day=day, value=values[day]) for day in sorted(values))


def weekly(values: Mapping[date, float], first: date, last: date) -> tuple[Point, ...]:
    """Sums of the weeks that begin on `first` and every seven days after, a week with nothing as 0."""
    sums: dict[date, float] = {}
    week = first
    while week <= last:
        sums[week] = 0.0
        week += 7 * DAY
    for day, value in values.items():
        week = first + (day - first).days // 7 * 7 * DAY
        if week in sums:
            sums[week] += value
    return daily(sums)


def averages(
    loads: Mapping[date, float], first: date, last: date
) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The 42-day and the 7-day average of load for each day from `first`, rest days as 0 (2.5)."""
    days = [first + offset * DAY for offset in range((last - first).days + 1)]
    found = form(loads.get(day, 0.0) for day in days)
    slow = tuple(Point(day=day, value=each.ctl) for day, each in zip(days, found, strict=True))
    quick = tuple(Point(day=day, value=each.atl) for day, each in zip(days, found, strict=True))
    return slow, quick


class DaySet(NamedTuple):
    """Like working sets of one exercise on one day."""

    day: date
    reps: int
    """Of the weaker side where there are two."""
    load_kg: float | None
    """In the hands, or added to the body's own weight."""
    own_weight: bool
    """Whether the load is on top of the body's own weight."""
    rpe: float | None = None
    """Effort 1-10, None where it was not said."""


def estimates(sets: Iterable[DaySet]) -> dict[date, float]:
    """The highest e1RM of each day, kilograms."""
    found: dict[date, float] = {}
    for each in sets:
        if each.load_kg is None or each.own_weight:
            continue
        estimate = set_estimate(each.load_kg, each.reps, each.rpe)
        if estimate is not None:
            found[each.day] = max(found.get(each.day, 0.0), estimate.load)
    return found


def heaviest(sets: Sequence[DaySet]) -> tuple[dict[date, float], str]:
    """The heaviest load of each day and `kg`; the most repetitions and `reps` where there never is a load."""
    loaded = any(each.load_kg for each in sets)
    found: dict[date, float] = {}
    for each in sets:
        value = (each.load_kg or 0.0) if loaded else float(each.reps)
        found[each.day] = max(found.get(each.day, value), value)
    return found, "kg" if loaded else "reps"
