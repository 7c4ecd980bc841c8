"""The app's one pulse: it sleeps until the next boundary that somebody named, looks at the clock and tells
them.

Time is never counted in ticks. A beat is an invitation to look: whoever is called is given the instant and
works out what was crossed. While nothing runs there is no timer at all.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import NamedTuple

_LONGEST_SLEEP = 60.0
"""Seconds. The loop's clock stands still in suspend, so a far boundary is looked at again in between."""


class Listener(NamedTuple):
    """Someone who wants to be told when an instant is reached."""

    next_due: Callable[[int], int | None]
    """Given now (boot clock, microseconds): the next boundary after it, None while nothing runs."""
    beat: Callable[[int], None]
    """Called with now once that boundary has passed. Synchronous: it must not wait for anything."""


class Pulse:
    """Arms one timer of the event loop for the earliest boundary of all listeners."""

    def __init__(self, boot_us: Callable[[], int]) -> None:
        self._boot_us = boot_us
        self._listeners: dict[str, Listener] = {}
        self._due: dict[str, int | None] = {}
        self._handle: asyncio.TimerHandle | None = None

    def listen(self, name: str, listener: Listener) -> None:
        """Add or replace a listener, and arm for it."""
        self._listeners[name] = listener
        self.poke()

    def leave(self, name: str) -> None:
        """Remove a listener; nothing happens if it is not there."""
        self._listeners.pop(name, None)
        self.poke()

    @property
    def silent(self) -> bool:
        """True while no timer is armed."""
        return self._handle is None

    def poke(self) -> None:
        """Ask every listener again: something was started, moved or ended."""
        now = self._boot_us()
        self._due = {name: each.next_due(now) for name, each in self._listeners.items()}
        self._arm(now)

    def look(self) -> None:
        """Look at the clock now and tell those whose boundary has passed (also called after a suspend)."""
        now = self._boot_us()
        passed = [name for name, due in self._due.items() if due is not None and due <= now]
        for name in passed:
            if (listener := self._listeners.get(name)) is not None:
                listener.beat(now)
        self.poke()

    def stop(self) -> None:
        """Disarm for good."""
        self._listeners.clear()
        self._due.clear()
        self._disarm()

    def _arm(self, now: int) -> None:
        self._disarm()
        boundaries = [due for due in self._due.values() if due is not None]
        if boundaries:
            delay = min(max(min(boundaries) - now, 0) / 1_000_000, _LONGEST_SLEEP)
            self._handle = asyncio.get_running_loop().call_later(delay, self.look)

    def _disarm(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
