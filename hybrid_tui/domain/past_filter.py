"""What is typed to find past sessions: words that must all be there, and days they must lie in."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from unicodedata import combining, normalize

MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS: Final = ("day", "week", "month", "year")
_WHOLE: Final = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "þ": "th",
    "’": "'",
}
"""Letters that Unicode does not take apart, and how they are typed without their marks."""
_PLAIN: Final = str.maketrans(_WHOLE)


def fold(text: str) -> str:
    """The text without regard to case and diacritics: `Élan` and `elan` are one."""
    if text.isascii():
        return text.casefold()
    plain = "".join(sign for sign in normalize("NFKD", text) if not combining(sign))
    return plain.casefold().translate(_PLAIN)


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
    weekdays: frozenset[int] = frozenset()
    """The days of the week that are meant, 0 for Monday; all where there are none."""

    def fits(self, day: date, folded: str) -> bool:
        """Whether a session of that day with that folded text is meant."""
        return (
            self.first <= day <= self.last
            and (not self.weekdays or day.weekday() in self.weekdays)
            and all(word in folded for word in self.words)
        )


def read_filter(text: str, today: date, *, first_day: int = 0) -> PastFilter:
    """Understand a filter. Words of time narrow the days, all others are looked for.

    Words of time are `today`, `yesterday`, a weekday, `this` or `last` `week`, `month`, `year`, `last 30 days`,
    a month with or without a day and a year, `2025`, `2025-03` and `2025-03-18`. Weeks begin on `first_day`,
    0 for Monday.
    """
    said = fold(text).split()
    words: list[str] = []
    weekdays: set[int] = set()
    first, last = date.min, date.max
    place = 0
    while place < len(said):
        rest = said[place : place + 3]
        day = _named(rest[0], WEEKDAYS)
        span, used = _span(rest, today, first_day)
        if day:
            weekdays.add(day - 1)
        elif span is None:
            words.append(rest[0])
        else:
            first, last = max(first, span[0]), min(last, span[1])
        place += used
    return PastFilter(words=tuple(words), first=first, last=last, weekdays=frozenset(weekdays))


_Span = tuple[date, date]


def _span(said: list[str], today: date, first_day: int) -> tuple[_Span | None, int]:
    """The days that the first of these words stand for, and how many words that are."""
    word, following, third = (*said, "", "")[:3]
    if word in ("today", "yesterday"):
        day = today - timedelta(days=word == "yesterday")
        return (day, day), 1
    if word in ("this", "last") and following in _UNITS[1:]:
        return _near(following, today, first_day, back=word == "last"), 2
    if word == "last" and re.fullmatch(r"[1-9]\d{0,3}", following) and third.removesuffix("s") in _UNITS:
        span = _back(int(following), third.removesuffix("s"), today)
        return span, 3 if span else 1
    for used in range(len(said), 0, -1):
        span = _calendar(said[:used], today)
        if span is not None:
            return span, used
    return _written(word), 1


def _calendar(said: list[str], today: date) -> _Span | None:
    """A month that is named, with a day, a year or both in any order around it; None for anything else."""
    month = day = year = 0
    for word in said:
        named = _named(word, MONTHS)
        if named and not month:
            month = named
        elif re.fullmatch(r"(19|20|21)\d\d", word) and not year:
            year = int(word)
        elif re.fullmatch(r"[0-3]?\d", word) and not day:
            day = int(word)
        else:
            return None
    if not month:
        return None
    if not day:
        # Without a year it is the latest one that has begun.
        return _of_month(year or today.year - (month > today.month), month)
    for each in [year] if year else range(today.year, today.year - 9, -1):
        with suppress(ValueError):
            found = date(each, month, day)
            if year or found <= today:
                return found, found
    return None


def _named(word: str, names: tuple[str, ...]) -> int:
    """The place of a name, from 1, in full or by its first three letters; 0 for none."""
    found = [number for number, name in enumerate(names, start=1) if word in (name, name[:3])]
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


def _back(count: int, unit: str, today: date) -> _Span | None:
    """So many days, weeks, months or years that end today."""
    try:
        before = _pendulum(today, lambda day: day.subtract(**{f"{unit}s": count}))
    except (ValueError, OverflowError):
        return None
    return before + timedelta(days=1), today


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
