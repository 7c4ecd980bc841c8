"""What is typed about a past session: a day to move it to, a number."""

from __future__ import annotations

from datetime import date, timedelta

from hybrid_tui.domain.calendar import DAY_NAMES, MONTH_NAMES, monday_of
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.text import clean

MOST_MINUTES = 1440
"""A session is at most a day long."""
FORMS = "Fri, +1, 24 Nov or 2026-11-24"


def read_day(text: str, on: date, today: date, *, latest: date | None = None) -> date:
    """The day that is meant, seen from `on`, where the session stands. Raises NotationError.

    A weekday is the one of the same week; `+1` and `-2` count days; a day without a year is the nearest.
    `latest` is the last day that is allowed.
    """
    said = clean(text).strip().casefold()
    found = _day(said, on, today)
    if found is None:
        raise NotationError(f"«{said or text}» is no day", column=1, hint=FORMS, source=text)
    if latest is not None and found > latest:
        raise NotationError("what was done cannot stand on a day to come", column=1, source=text)
    return found


def _day(said: str, on: date, today: date) -> date | None:
    near = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if said in near:
        return today + timedelta(days=near[said])
    names = [name.casefold() for name in DAY_NAMES]
    if said[:3] in names and said.isalpha():
        return monday_of(on) + timedelta(days=names.index(said[:3]))
    if said[:1] in "+-" and said[1:].isdigit() and len(said) <= 4:
        return on + timedelta(days=int(said))
    try:
        return date.fromisoformat(said)
    except ValueError:
        return _in_words(said, on)


def _in_words(said: str, on: date) -> date | None:
    """`24`, `24 nov`, `nov 24`, `24 nov 2025`."""
    numbers = [int(word) for word in said.split() if word.isdigit() and len(word) <= 4]
    words = [word for word in said.split() if not word.isdigit()]
    months = [name.casefold() for name in MONTH_NAMES]
    if not numbers or len(words) > 1 or len(numbers) > 2 or (words and words[0][:3] not in months):
        return None
    month = months.index(words[0][:3]) + 1 if words else on.month
    years = numbers[1:] or [on.year - 1, on.year, on.year + 1] if words else [on.year]
    found: list[date] = []
    for year in years:
        try:
            found.append(date(year, month, numbers[0]))
        except ValueError:
            continue
    return min(found, key=lambda day: abs((day - on).days), default=None)


def number_in(text: str, least: float, most: float, said: str) -> float | None:
    """A number inside its limits, or None for an empty text. Raises NotationError."""
    typed = clean(text).strip().replace(",", ".")
    if not typed:
        return None
    try:
        value = float(typed)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise NotationError(said, column=1, hint=f"{least:g} to {most:g}, or empty", source=text)
    return value


def minutes_in(text: str) -> float | None:
    """A session's length, `62` or `62 min`, or None for an empty text. Raises NotationError."""
    return number_in(text.casefold().removesuffix("min").rstrip(" m"), 0, MOST_MINUTES, "a length is minutes")
