"""What is typed to find past sessions: words that must all be there, and days they must lie in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from unicodedata import combining, normalize

MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_UNITS: Final = ("week", "month", "year")


def fold(text: str) -> str:
    """The text without regard to case and diacritics: `Élan` and `elan` are one."""
    plain = "".join(sign for sign in normalize("NFKD", text) if not combining(sign))
    return plain.casefold().replace("ł", "l").replace("ø", "o")


def noted_only(typed: str, shown: str, notes: str) -> bool:
    """Whether a word of what was typed stands in the notes and not in what is shown anyway."""
    here, there = fold(notes), fold(shown)
    return any(word in here and word not in there for word in fold(typed).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class PastFilter:
    """A typed filter, understood."""

    words: tuple[str, ...] = ()
    """Folded; each must stand somewhere in the session's text."""
    first: date = date.min
    last: date = date.max
    """The days, both included."""

    def fits(self, day: date, folded: str) -> bool:
        """Whether a session of that day with that folded text is meant."""
        return self.first <= day <= self.last and all(word in folded for word in self.words)


def read_filter(text: str, today: date, *, first_day: int = 0) -> PastFilter:
    """Understand a filter. Words of time narrow the days, all others are looked for.

    Words of time are `today`, `yesterday`, `this` or `last` `week`, `month`, `year`, a month's name with or
    without a year, `2025`, `2025-03` and `2025-03-18`. Weeks begin on `first_day`, 0 for Monday.
    """
    said = fold(text).split()
    words: list[str] = []
    first, last = date.min, date.max
    place = 0
    while place < len(said):
        span, used = _span(said[place], said[place + 1] if place + 1 < len(said) else "", today, first_day)
        if span is None:
            words.append(said[place])
        else:
            first, last = max(first, span[0]), min(last, span[1])
        place += used
    return PastFilter(words=tuple(words), first=first, last=last)


_Span = tuple[date, date]


def _span(word: str, following: str, today: date, first_day: int) -> tuple[_Span | None, int]:
    """The days a word (with the one after it) stands for, and how many words that were."""
    if word in ("today", "yesterday"):
        day = today - timedelta(days=word == "yesterday")
        return (day, day), 1
    if word in ("this", "last") and following in _UNITS:
        return _near(following, today, first_day, back=word == "last"), 2
    if len(word) >= 3 and (month := _month(word)):
        if re.fullmatch(r"(19|20|21)\d\d", following):
            return _of_month(int(following), month), 2
        # Without a year it is the latest one that has begun.
        return _of_month(today.year - (month > today.month), month), 1
    return _written(word), 1


def _month(word: str) -> int:
    found = [number for number, name in enumerate(MONTHS, start=1) if word in (name, name[:3])]
    return found[0] if found else 0


def _written(word: str) -> _Span | None:
    found = re.fullmatch(r"((?:19|20|21)\d\d)(?:-(\d\d))?(?:-(\d\d))?", word)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            one = date(year, month, day)
            return one, one
        return _of_month(year, month) if found[2] else (date(year, 1, 1), date(year, 12, 31))
    except ValueError:
        return None


def _of_month(year: int, month: int) -> _Span:
    begins = date(year, month, 1)
    return begins, _pendulum(begins, lambda day: day.end_of("month"))


def _near(unit: str, today: date, first_day: int, *, back: bool) -> _Span:
    if unit == "week":
        begins = today - timedelta(days=(today.weekday() - first_day) % 7 + 7 * back)
        return begins, begins + timedelta(days=6)
    begins = _pendulum(today, lambda day: day.subtract(**{f"{unit}s": int(back)}).start_of(unit))
    return begins, _pendulum(begins, lambda day: day.end_of(unit))


def _pendulum(day: date, step: Callable[[Any], Any]) -> date:
    import pendulum  # late: only a filter with months needs it

    found = step(pendulum.date(day.year, day.month, day.day))
    return date(found.year, found.month, found.day)
