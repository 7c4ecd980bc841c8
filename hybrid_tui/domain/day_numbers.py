"""Each day of a longer time in a few numbers: load, sprint seconds, sets, readiness."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNumbers:
    """One day. None says that it is not known; a day on which nothing was done has 0."""

    day: date
    sessions: int = 0
    """In which something was done."""
    load: float | None = 0.0
    """Session load in AU."""
    sprint_seconds: float = 0.0
    sets: int = 0
    """Working sets; warm-ups and landings do not count."""
    readiness: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One of the numbers, as a calendar shows it."""

    id: str
    word: str
    """In a key bar and a heading."""
    unit: str
    of: Callable[[DayNumbers], float | None]
    mean: bool = False
    """Whether several days come to their mean instead of their sum."""


MEASURES: Final = (
    Measure(id="load", word="load", unit="AU", of=lambda day: day.load),
    Measure(id="sprint", word="sprint seconds", unit="s", of=lambda day: day.sprint_seconds),
    Measure(id="sets", word="sets", unit="", of=lambda day: day.sets),
    Measure(id="readiness", word="readiness", unit="of 100", of=lambda day: day.readiness, mean=True),
)
"""What a calendar can show, in the order of its key."""

DEFINITIONS: Final = (
    ("load", "minutes × the effort of the whole session, 0-10, in AU (Foster), added up by day."),
    ("sprint seconds", "seconds of sprinting itself, without the way back."),
    ("sets", "working sets; warm-ups and landings of jumps are left out."),
    ("readiness", "100 × (28 - the four answers) ÷ 24, less for short sleep and a raised pulse."),
    ("column", "its height is the day's share of the largest day shown."),
    ("week, month", "the sum of its days, for readiness the mean of the mornings that are known."),
    ("not known", "a dash, or a blank where nothing was answered. It is never taken for nothing."),
)
"""What each number of a calendar is."""


def together(measure: Measure, days: Iterable[DayNumbers]) -> float | None:
    """Sum of the known days, or their mean; None where none is known."""
    known = [value for day in days if (value := measure.of(day)) is not None]
    if not known:
        return None
    return sum(known) / len(known) if measure.mean else sum(known)
