"""Loads of the past in pounds, for those who chose them; they are stored in kilograms whichever was written.

One pound is 0.45359237 kg, so a load that was written in pounds comes back as it was written.
"""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.domain.bests import Best, Mark
from hybrid_tui.domain.block_review import LiftChange
from hybrid_tui.domain.notation.printing import format_number
from hybrid_tui.domain.plates import KG_PER_LB
from hybrid_tui.domain.trend import Point, Series

_DECIMALS = 3
"""Stored kilograms are rounded to four decimals; beyond three of a pound nothing is known."""


def pounds(kg: float) -> float:
    """Kilograms in pounds: 100 kg are 220.462 lb."""
    return round(kg / KG_PER_LB, _DECIMALS)


def amount_words(kg: float, *, lb: bool) -> str:
    """A stored load in kilograms, or in pounds: `82.5 kg`, `181.9 lb`."""
    return f"{format_number(round(pounds(kg), 1))} lb" if lb else f"{format_number(round(kg, 2))} kg"


def written_words(kg: float, *, lb: bool) -> str:
    """The same, first as it was written where only the other unit makes it round: `185 lb (83.91 kg)`."""
    in_pounds = abs(round(pounds(kg) * 4) / 4 - pounds(kg)) < 0.001
    in_kilograms = abs(round(kg * 20) / 20 - kg) < 0.0001
    told = amount_words(kg, lb=lb)
    if in_pounds is in_kilograms or in_pounds is lb:
        return told
    return f"{amount_words(kg, lb=not lb)} ({told})"


def best_in_pounds(best: Best) -> Best:
    """The bests with their loads in pounds; times, distances and repetitions stay."""
    return replace(best, marks={name: _mark(mark) for name, mark in best.marks.items()})


def _mark(mark: Mark) -> Mark:
    return replace(mark, value=pounds(mark.value), unit="lb") if mark.unit == "kg" else mark


def series_in_pounds(series: Series) -> Series:
    """A series of kilograms in pounds; any other as it is."""
    if series.unit != "kg":
        return series
    points = tuple(Point(day=point.day, value=pounds(point.value)) for point in series.points)
    return replace(series, unit="lb", points=points)


def change_in_pounds(change: LiftChange) -> LiftChange:
    """What became of a lift, in pounds where it is a matter of loads."""
    if not change.unit.startswith("kg"):
        return change
    unit = change.unit.replace("kg", "lb", 1)
    return replace(change, before=pounds(change.before), after=pounds(change.after), unit=unit)
