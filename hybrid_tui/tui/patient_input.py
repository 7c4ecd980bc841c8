"""A driver that does not look ten times a second whether a key was pressed.

The system wakes the input thread for a key at once; Textual's short timeout only serves half-read key
sequences and the way out. So it is kept for a while after each key, and is longer where nobody types.
What is pasted comes without its escape characters.
"""

from __future__ import annotations

from selectors import EVENT_READ, SelectorKey, SelectSelector
from time import monotonic
from types import FunctionType, SimpleNamespace
from typing import Any

from textual.driver import Driver

from hybrid_tui.tui.hang_up import is_gone, leave
from hybrid_tui.tui.plain_paste import with_plain_pastes

AFTER_KEY_S = 2.0
"""Seconds after a key in which Textual's own timeout holds: leaving by a key is as quick as ever."""

QUIET_S = 0.8
"""Seconds to wait where nobody types: the most that leaving by a signal can take longer."""


class PatientSelector(SelectSelector):
    """Waits longer than it is asked to while nothing comes."""

    def __init__(self) -> None:
        super().__init__()
        self._came = monotonic()

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """What can be read; short timeouts are stretched while nobody types."""
        if timeout is not None and monotonic() - self._came > AFTER_KEY_S:
            timeout = max(timeout, QUIET_S)
        ready = super().select(timeout)
        if any(is_gone(key.fd) for key, _ in ready):
            leave()
            return []
        if ready:
            self._came = monotonic()
        return ready


def patient(driver: type[Driver]) -> type[Driver]:
    """The same driver with that patience; one that reads keys in another way is given back as it is."""
    read: Any = getattr(driver, "run_input_thread", None)
    if not isinstance(read, FunctionType) or "selectors" not in read.__code__.co_names:
        return driver
    # Textual names its selector inside the method: the method is kept as it is, with another name behind it.
    seen = {
        **read.__globals__,
        "selectors": SimpleNamespace(SelectSelector=PatientSelector, EVENT_READ=EVENT_READ),
    }
    if "XTermParser" in seen:
        seen["XTermParser"] = with_plain_pastes(seen["XTermParser"])
    own = FunctionType(read.__code__, seen, read.__name__, read.__defaults__, read.__closure__)
    return type("Patient", (driver,), {"run_input_thread": own})
