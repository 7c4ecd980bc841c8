"""Days and weeks as a training diary speaks of them. Dates are plain; no clock, no zone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

DAY_NAMES: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTH_NAMES: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def monday_of(day: date, *, first_day: int = 0) -> date:
    """The first day of the week that `day` is in; `first_day` 0 is Monday, 6 is Sunday."""
    return day - timedelta(days=(day.weekday() - first_day) % 7)


def week_days(monday: date) -> tuple[date, ...]:
    """The seven days from `monday` on."""
    return tuple(monday + timedelta(days=offset) for offset in range(7))


def day_name(day: date) -> str:
    """`Wed`."""
    return DAY_NAMES[day.weekday()]


def day_words(day: date) -> str:
    """`Wed 25 Nov`."""
    return f"{day_name(day)} {day.day} {MONTH_NAMES[day.month - 1]}"


def day_from(day: date, today: date) -> str:
    """A day as one would say it today: `today`, `tomorrow`, `yesterday`, `Fri`, `Fri 4 Dec`, `4 Dec 2025`."""
    apart = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if apart in near:
        return near[apart]
    if abs(apart) < 7:
        return day_name(day)
    if day.year == today.year:
        return day_words(day)
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def coming_day(text: str, today: date) -> date:
    """A typed day from today on: `today`, `tomorrow`, a weekday (its next one, today included), `2026-11-30`.

    Raises ValueError with words for a person.
    """
    said = text.strip().casefold()
    near = {"": 0, "today": 0, "tomorrow": 1}
    if said in near:
        return today + timedelta(days=near[said])
    named = [
        number for number, name in enumerate(DAY_NAMES) if len(said) >= 3 and said[:3] == name.casefold()
    ]
    if named:
        return today + timedelta(days=(named[0] - today.weekday()) % 7)
    try:
        found = date.fromisoformat(said)
    except ValueError:
        raise ValueError("write a day: today, tomorrow, mon, or 2026-11-30") from None
    if not today <= found <= today + timedelta(days=3660):
        raise ValueError("a plan is begun today or later, within ten years")
    return found


def week_number(monday: date) -> int:
    """ISO 8601 number of the week that begins with `monday`; its Thursday decides."""
    return (monday + timedelta(days=(3 - monday.weekday()) % 7)).isocalendar().week


def week_label(monday: date) -> str:
    """`Week 48 · 23–29 Nov 2026`; the month and year of the first day only where they differ."""
    sunday = monday + timedelta(days=6)
    first = str(monday.day)
    if monday.month != sunday.month:
        first += f" {MONTH_NAMES[monday.month - 1]}"
    if monday.year != sunday.year:
        first += f" {monday.year}"
    last = f"{sunday.day} {MONTH_NAMES[sunday.month - 1]} {sunday.year}"
    dash = "–" if monday.month == sunday.month else " – "
    return f"Week {week_number(monday)} · {first}{dash}{last}"
