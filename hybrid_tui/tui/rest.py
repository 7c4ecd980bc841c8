"""The rest that runs between two sets, seen from every screen. It is a target instant, not a counter."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from hybrid_tui.tui.pulse import Listener, Pulse

SECOND = 1_000_000
"""Microseconds in a second."""


class Rest(NamedTuple):
    """A running rest."""

    began_us: int
    """Boot clock at its start, microseconds."""
    ends_us: int
    """Boot clock at its end, microseconds; `+` and `-` move it."""
    then: str = ""
    """What comes after it, in words."""
    why: str = ""
    """Why it is that long: `3:00 after a hard set`; empty once a person moved its end."""

    @property
    def total_s(self) -> int:
        """Its whole length in seconds, as it now stands."""
        return round((self.ends_us - self.began_us) / SECOND)

    def left_s(self, now_us: int) -> int:
        """Whole seconds shown: 1 until the very end, then 0."""
        return max(0, -((now_us - self.ends_us) // SECOND))

    def fraction(self, now_us: int) -> float:
        """How much of it is over, 0 to 1."""
        whole = self.ends_us - self.began_us
        return 1.0 if whole <= 0 else min(1.0, max(0.0, (now_us - self.began_us) / whole))


class RestClock:
    """Holds the running rest, if any, and says when its shown second changes and when it is over."""

    def __init__(self, pulse: Pulse, boot_us: Callable[[], int]) -> None:
        self._pulse = pulse
        self._boot_us = boot_us
        self.running: Rest | None = None
        """The rest in hand."""
        self.on_change: list[Callable[[], None]] = []
        """Called when the shown second changed, and when a rest begins, moves or ends."""
        self.on_over: list[Callable[[Rest], None]] = []
        """Called once when a rest has run out (not when it is skipped): the place for its cue."""
        self.on_moved: list[Callable[[Rest | None], None]] = []
        """Called when a person moved the rest's end, or skipped it (None): the place to store that."""

    def begin(self, seconds: float, then: str = "", *, why: str = "", began_us: int | None = None) -> None:
        """Start a rest, replacing the one that runs. `began_us` (boot clock) takes up one from before."""
        start = self._boot_us() if began_us is None else began_us
        self.running = Rest(began_us=start, ends_us=start + round(seconds * SECOND), then=then, why=why)
        self._pulse.listen("rest", Listener(next_due=self._next_due, beat=self._beat))
        self._tell()

    def shift(self, seconds: int) -> None:
        """Move the end by whole seconds; a rest that is thereby over ends at the next look."""
        if self.running is not None:
            self.running = self.running._replace(ends_us=self.running.ends_us + seconds * SECOND, why="")
            for moved in self.on_moved:
                moved(self.running)
            self._pulse.poke()
            self._tell()

    def skip(self) -> None:
        """End the rest now, without its cue."""
        if self.running is not None:
            self.running = None
            self._pulse.leave("rest")
            for moved in self.on_moved:
                moved(None)
            self._tell()

    def left_s(self) -> int:
        """Seconds left as shown; 0 when none runs."""
        return 0 if self.running is None else self.running.left_s(self._boot_us())

    def fraction(self) -> float:
        """How much of it is over, 0 to 1; 0 when none runs."""
        return 0.0 if self.running is None else self.running.fraction(self._boot_us())

    def _next_due(self, now_us: int) -> int | None:
        if self.running is None:
            return None
        left = self.running.left_s(now_us)
        return self.running.ends_us - max(left - 1, 0) * SECOND

    def _beat(self, now_us: int) -> None:
        rest = self.running
        if rest is not None and now_us >= rest.ends_us:
            self.running = None
            self._pulse.leave("rest")
            for over in self.on_over:
                over(rest)
        self._tell()

    def _tell(self) -> None:
        for changed in self.on_change:
            changed()
