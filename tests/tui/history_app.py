"""History over a real store in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from hybrid_tui.coach.library import Library
from hybrid_tui.store import journal
from hybrid_tui.store.database import Store, open_memory
from hybrid_tui.tui import launch
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.context import AppContext, Verbs
from hybrid_tui.tui.screens.history import HistoryScreen
from tests.coach.diary import LIBRARY, SUNDAY, add_week
from tests.fixed_clock import FixedClock

Answer = TypeVar("Answer")


class Calls:
    """The store's thread without the thread."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.asked: list[str] = []

    async def call(self, fn: Callable[..., Answer], /, *args: Any) -> Answer:
        self.asked.append(fn.__name__)
        return fn(self.store, *args)


class HistoryApp(HybridApp):
    """The app, opened on History."""

    DEFAULT_MODE = "history"
    # Textual looks for a sheet beside the module of the class.
    CSS_PATH = str(Path(launch.__file__).with_name("shell.tcss"))

    def __init__(self, calls: Calls, clock: FixedClock, library: Library, **settings: object) -> None:
        self.calls = calls

        async def undo() -> str | None:
            return journal.undo(calls.store)

        super().__init__(
            AppContext(
                store=calls,
                clock=clock,
                library=library,
                settings={"ascii": False, **settings},
                verbs=Verbs(undo=undo),
            )
        )

    @property
    def history(self) -> HistoryScreen:
        """The screen, also below a dialog."""
        return next(screen for screen in self.screen_stack if isinstance(screen, HistoryScreen))

    @property
    def store(self) -> Store:
        """What is stored."""
        return self.calls.store


def history_app(
    *, today: date = SUNDAY, fill: Callable[[Store], None] = add_week, **settings: object
) -> HistoryApp:
    """History on an evening, with a diary."""
    clock = FixedClock(datetime(today.year, today.month, today.day, 20, tzinfo=UTC))
    store = open_memory(clock=clock)
    fill(store)
    return HistoryApp(Calls(store), clock, LIBRARY, **settings)
