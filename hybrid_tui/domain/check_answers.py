"""Answers of the morning check as they are typed, into numbers. None says that it is no such answer."""

from __future__ import annotations

import re
from typing import Final

SCALES: Final = ("sleep", "fatigue", "stress", "soreness")
"""Answered from 1 (best) to 7 (worst)."""

PULSES: Final = range(25, 221)
"""Beats a minute that a resting pulse may have."""

_CLOCK = re.compile(r"(\d{1,2})[h:.](\d{0,2})m?")
_MOST_MINUTES = 20 * 60


def read_slept(text: str) -> int | None:
    """Typed sleep in minutes: `7h40`, `7:40`, `740`, `8`, `7h`."""
    typed = text.strip().lower()
    if found := _CLOCK.fullmatch(typed):
        hours, minutes = int(found[1]), int(found[2] or 0)
    elif typed.isascii() and typed.isdigit():
        hours, minutes = (int(typed), 0) if len(typed) < 3 else (int(typed[:-2]), int(typed[-2:]))
    else:
        return None
    total = 60 * hours + minutes
    return total if minutes < 60 and total <= _MOST_MINUTES else None


def read_pulse(text: str) -> int | None:
    """A typed resting pulse in beats a minute."""
    return read_within(text, PULSES)


def read_within(text: str, numbers: range) -> int | None:
    """A whole number of that range."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit()) or len(typed) > 4:
        return None
    return int(typed) if int(typed) in numbers else None


def read_flags(text: str, count: int) -> tuple[int, ...] | None:
    """Places, from 0, of the red flags whose numbers were typed (`2 5`); an empty tuple for `0`, `n` or `no`."""
    typed = text.replace(",", " ").split()
    if [each.casefold() for each in typed] in (["0"], ["n"], ["no"], ["none"]):
        return ()
    numbers = [read_within(each, range(1, count + 1)) for each in typed]
    known = [each for each in numbers if each is not None]
    return tuple(sorted({each - 1 for each in known})) if typed and len(known) == len(typed) else None
