"""Keys typed faster than the screen can follow: none is lost, none goes to where the one before it left from.

Textual hands each key to whatever has the focus at that instant. A line or dialog that the key before it
opened has no focus yet, so its first characters would be keys of the screen: `e5` would leave for another
place. Here a key waits until the one before it has been dealt with and what it opened can be typed into.
"""

from __future__ import annotations

import asyncio
from collections import deque
from time import monotonic
from typing import Any

from textual.app import App
from textual.events import Event
from textual.message_pump import MessagePump
from textual.screen import Screen

LONGEST_S = 2.0
"""Seconds that a key waits at most: something that hangs must not take the keyboard with it."""

LOOK_S = 0.004
"""Seconds between two looks at what is still opening. Nothing looks while no key waits."""

_DEEDS = {"default", "deeds", "journal", "timer"}
"""Groups of workers that a key starts, and that may open or close a line."""


class TypeAhead:
    """One key at a time, in the order of typing."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._kept: deque[Event] = deque()
        self._busy = False
        self._again: Event | None = None
        self._from: Screen[Any] | None = None
        self._until = 0.0
        self._trips = 0

    def keep(self, event: Event) -> bool:
        """True where the event has to wait; it comes to the app once more when its turn is there."""
        if event is self._again:
            self._again = None
            return False
        if self._busy:
            self._kept.append(event)
        return self._busy

    @property
    def calm(self) -> bool:
        """True when nothing was typed for a while, so that what is only useful later disturbs nobody."""
        return not self._busy and monotonic() >= self._until

    def begin(self) -> None:
        """An event is about to be dealt with."""
        self._busy = True
        self._from = self._app.screen if self._app.screen_stack else None
        self._until = monotonic() + LONGEST_S
        self._trips = 0

    def follow(self) -> None:
        """It was handed over: go after it, from what has the focus up to the app, as keys bubble.

        Twice, because what a key sets off may itself bubble, as `enter` in a line does.
        """
        self._trips += 1
        self._climb(self._app.focused or self._app.screen if self._app.screen_stack else self._app)

    def _climb(self, node: MessagePump) -> None:
        if node is self._app:
            if not node.call_later(self._landed):
                self._busy = False
        elif not (node.is_running and node.call_later(self._climb, node._parent or self._app)):
            self._climb(node._parent or self._app)

    def _landed(self) -> None:
        if self._trips < 2:
            self.follow()
        else:
            self._look()

    def _look(self) -> None:
        if self._kept and monotonic() < self._until and not self._settled():
            asyncio.get_running_loop().call_later(LOOK_S, self._look)
        elif self._kept:
            self._again = self._kept.popleft()
            self._app.post_message(self._again)
        elif self._settled() or monotonic() >= self._until:
            self._busy = False
        else:
            asyncio.get_running_loop().call_later(LOOK_S, self._look)

    def _settled(self) -> bool:
        """True when what is in view stands and can be typed into."""
        if not self._app.screen_stack:
            return True
        screen = self._app.screen
        if not screen.is_mounted:
            return False
        if any(line._pruning or not line.has_focus_within for line in screen.query(".line-input")):
            return False
        fresh = screen is not self._from
        if fresh and screen.focused is None and (wanted := _wanted(screen)):
            return not any(widget.focusable for widget in screen.query(wanted))
        deeds = _DEEDS | {"reread"} if fresh else _DEEDS
        return not any(
            worker.group in deeds
            and not worker.is_finished
            and (worker.node is self._app or screen in worker.node.ancestors_with_self)
            and not (screen.is_modal and worker.node is self._app)
            for worker in self._app.workers
        )


def _wanted(screen: Screen[Any]) -> str:
    """What the screen gives the focus to as it opens; empty for nothing."""
    return (screen.app.AUTO_FOCUS if screen.AUTO_FOCUS is None else screen.AUTO_FOCUS) or ""
