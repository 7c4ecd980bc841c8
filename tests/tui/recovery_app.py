"""The app on Recovery, with a real store in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from hybrid_tui.store import journal
from hybrid_tui.store.database import Store, open_memory
from hybrid_tui.tui import launch
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.context import AppContext, Verbs
from hybrid_tui.tui.screens.recovery import RecoveryScreen
from tests.fixed_clock import FixedClock
from tests.tui.recovery_days import LIBRARY

Answer = TypeVar("Answer")
NOW = datetime(2026, 11, 25, 13, 20, tzinfo=UTC)


class OneStore:
    """Calls on the store itself; `refuses` is raised instead while it is set."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.refuses: Exception | None = None

    async def call(self, fn: Callable[..., Answer], /, *args: Any, **kwargs: Any) -> Answer:
        if self.refuses is not None:
            raise self.refuses
        return fn(self.store, *args, **kwargs)


class RecoveryApp(HybridApp):
    """The shell, opened on Recovery."""

    CSS_PATH = str(Path(launch.__file__).with_name("shell.tcss"))
    DEFAULT_MODE = "recovery"

    def __init__(self, fill: Callable[[Store], None] | None = None, **settings: object) -> None:
        self.clock = FixedClock(NOW)
        self.store = open_memory(clock=self.clock)
        if fill is not None:
            fill(self.store)
        self.calls = OneStore(self.store)
        verbs = Verbs(undo=self._undo, redo=self._redo)
        super().__init__(
            AppContext(
                store=self.calls,
                clock=self.clock,
                library=LIBRARY,
                settings={"ascii": False, **settings},
                verbs=verbs,
            )
        )

    async def _undo(self) -> str | None:
        return journal.undo(self.store)

    async def _redo(self) -> str | None:
        return journal.redo(self.store)

    @property
    def recovery(self) -> RecoveryScreen:
        """The screen under test, whatever dialog is above it."""
        return next(screen for screen in self.screen_stack if isinstance(screen, RecoveryScreen))

    @property
    def said(self) -> list[str]:
        """The toasts."""
        return [note.message for note in self._notifications]

    def text(self) -> str:
        """What stands on the terminal."""
        return "\n".join(strip.text.rstrip() for strip in self.screen._compositor.render_strips())
