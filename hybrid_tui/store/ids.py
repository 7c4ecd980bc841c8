"""Ids made here, before the file has seen the row: UUID version 7, never running backwards."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Protocol

_COUNTER_BITS = 12
_COUNTER_LIMIT = 1 << _COUNTER_BITS


class WallClock(Protocol):
    """What the store needs of a clock; it never asks the system itself."""

    def now_us(self) -> int:
        """UTC microseconds since the epoch."""
        ...


class IdMaker:
    """Makes UUIDv7 texts (RFC 9562, 5.7) that sort in the order in which they were made.

    The time in an id is the greater of the last one issued and now, so a clock that is set back cannot put a
    new row before an old one; twelve bits count within a millisecond.
    """

    def __init__(self, clock: WallClock, entropy: Callable[[int], bytes] = os.urandom) -> None:
        self._clock = clock
        self._entropy = entropy
        self._last_ms = 0
        self._counter = 0

    def seen(self, identifier: str) -> None:
        """Take note of an id issued earlier, so that the next one comes after it."""
        digits = identifier.replace("-", "")
        place = int(digits[:12], 16), int(digits[13:16], 16)
        self._last_ms, self._counter = max(place, (self._last_ms, self._counter))

    def new(self) -> str:
        """The next id, as 36 characters."""
        now_ms = self._clock.now_us() // 1000
        if now_ms > self._last_ms:
            self._last_ms, self._counter = now_ms, 0
        elif self._counter + 1 < _COUNTER_LIMIT:
            self._counter += 1
        else:
            self._last_ms, self._counter = self._last_ms + 1, 0
        tail = int.from_bytes(self._entropy(8)) & ((1 << 62) - 1) | (0b10 << 62)
        text = f"{self._last_ms:012x}{0x7000 | self._counter:04x}{tail:016x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
