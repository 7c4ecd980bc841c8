"""The axes of a chart: which values and which days are named, and what is drawn between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

from hybrid_tui.domain.calendar import MONTH_NAMES, monday_of
from hybrid_tui.domain.trend import Point, Series


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The values an axis runs over."""

    low: float
    high: float
    step: float

    @property
    def steps(self) -> int:
        """How many there are from the foot to the head."""
        return round((self.high - self.low) / self.step)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values that are named, from the lowest."""
        return tuple(self.low + number * self.step for number in range(self.steps + 1))

    def share(self, value: float) -> float:
        """Where a value lies, 0 at the foot and 1 at the head."""
        return (value - self.low) / (self.high - self.low)

    def words(self, value: float) -> str:
        """A tick as it is written."""
        return f"{value:.{max(0, -floor(log10(self.step) + 1e-9))}f}"


def scale_of(values: Sequence[float], most: int = 5, *, steps: int | None = None) -> Scale:
    """Round limits around the values, with at most `most` steps of 1, 2 or 5 by a power of ten.

    With `steps`, two or more, there are exactly so many, as another axis beside it has.
    """
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    if high - low < 1e-9:
        low, high = low - max(1.0, abs(low) * 0.05), high + max(1.0, abs(high) * 0.05)
    raw = (high - low) / (steps or most)
    power = 10.0 ** floor(log10(raw))
    for factor in (1, 2, 5, 10, 20):
        step = factor * power
        begin, end = floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step
        if (end - begin) / step <= (steps or most) + 1e-9:
            return Scale(low=begin, high=end if steps is None else begin + steps * step, step=step)
    raise AssertionError("twenty times the power holds any range")


Runs = list[list[Point]]
"""The points of a series as they are drawn: what is in one run is joined."""


def scales_of(series: Sequence[Series], runs: Sequence[Runs], rows: int) -> tuple[Scale, ...]:
    """The axes of what is drawn in so many rows: one where the units are the same, so that they can be compared.

    Two have as many steps each, so that one grid serves both.
    """
    values = [[point.value for run in these for point in run] for these in runs]
    if shares_axis(series):
        return (_filling([value for these in values for value in these], rows),)
    left = _filling(values[0], rows)
    return left, scale_of(values[1], steps=left.steps)


def _filling(values: Sequence[float], rows: int) -> Scale:
    """The scale whose ticks, whole rows apart, leave the values the most rows."""
    reach = max(values) - min(values) if values else 0.0

    def used(scale: Scale) -> tuple[float, int]:
        height = scale.steps * ((rows - 1) // scale.steps)
        return round(height * (reach / (scale.high - scale.low) if reach else 1.0), 3), -abs(scale.steps - 4)

    found = (scale_of(values, most) for most in range(3 if rows >= 10 else 2, 7))
    fitting = (scale for scale in found if 2 <= scale.steps < rows / 2)
    return max(fitting, key=used, default=scale_of(values, steps=2))


def shares_axis(series: Sequence[Series]) -> bool:
    """Whether all are of one unit."""
    return len({each.unit for each in series}) == 1


def day_ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    """At most so many days to be named on an axis: days, Mondays, firsts of a month or of a year."""
    days = (last - first).days
    for step in (1, 2, 7, 14):
        if days // step + 1 <= most:
            begin = first if step < 7 else monday_of(first + timedelta(days=6))
            found = [begin + timedelta(days=n) for n in range(0, (last - begin).days + 1, step)]
            return [(day, f"{day.day} {MONTH_NAMES[day.month - 1]}") for day in found]
    months = range(first.year * 12 + first.month - (first.day == 1), last.year * 12 + last.month)
    steps = (1, 2, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50)))
    step = next((step for step in steps if len(months) / step <= most), 1200)
    firsts = [date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
    short = days < 300
    return [
        (day, f"1 {MONTH_NAMES[day.month - 1]}" if short else f"{MONTH_NAMES[day.month - 1]} {day.year}")
        for day in firsts
    ]
