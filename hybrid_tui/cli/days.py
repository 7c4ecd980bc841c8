"""Days and hours as they are typed: `2026-11-20`, `yesterday`, `wed`, and `18:30` on one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from hybrid_tui.cli.errors import BadInput, visible
from hybrid_tui.clock import DAY_START_HOUR

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}
_YEARS = range(1900, 2200)
_HOUR = re.compile(r"([0-9]{1,2})[:.h]([0-9]{2})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instant:
    """An hour of a day, found in its zone."""

    at_us: int
    """UTC microseconds."""
    remark: str = ""
    """Said where the clocks were changed: which of two was taken, or what stands for an hour that was left out."""


def day_of(text: str, today: date, option: str = "--on") -> date:
    """The day typed for an option; a weekday is its last one, today included. Raises BadInput."""
    said = text.strip().casefold()
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    named = [number for number, name in enumerate(_WEEKDAYS) if len(said) >= 3 and name.startswith(said)]
    if named:
        return today - timedelta(days=(today.weekday() - named[0]) % 7)
    try:
        found = date.fromisoformat(said)
    except ValueError:
        found = None
    if found is None or found.year not in _YEARS or len(said) != 10:
        shown = visible(text)[:40]
        raise BadInput(f"{option}: «{shown}» is no day; write 2026-11-20, yesterday or a weekday")
    return found


def hour_of(text: str) -> tuple[int, int]:
    """A typed hour of the day and its minute. Raises BadInput."""
    found = _HOUR.fullmatch(text.strip())
    hour, minute = (int(found[1]), int(found[2])) if found else (24, 60)
    if hour > 23 or minute > 59:
        raise BadInput(f"--at: «{visible(text)[:40]}» is no time of day; write 18:30")
    return hour, minute


def instant(day: date, clock: tuple[int, int], zone: str, day_start_hour: int = DAY_START_HOUR) -> Instant:
    """The instant of local time `clock` on a training day; before its first hour it is the next morning's.

    Where the clocks are put forward, an hour that was left out is read as the one after it; where they are
    put back, the first of the two is taken. Both are remarked upon.
    """
    import pendulum  # late: only --at needs it

    hour, minute = clock
    on = day + timedelta(days=1) if hour < day_start_hour else day
    first, second = (
        pendulum.datetime(on.year, on.month, on.day, hour, minute, tz=zone, fold=fold) for fold in (0, 1)
    )
    wall = (hour, minute)
    if (second.hour, second.minute) != wall or second.date() != on:
        remark = f"{hour:02}:{minute:02} was left out on that day; {second.format('HH:mm')} is taken."
        return Instant(at_us=_us(second.timestamp()), remark=remark)
    remark = ""
    if first.timestamp() != second.timestamp():
        remark = f"{hour:02}:{minute:02} came twice on that day; the first is taken."
    return Instant(at_us=_us(first.timestamp()), remark=remark)


def _us(seconds: float) -> int:
    return round(seconds) * 1_000_000
