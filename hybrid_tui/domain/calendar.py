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
