"""What the app must know before its first paint, in one look at the file."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from hybrid_tui.coach import today
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.sheet import Sheet
from hybrid_tui.store import first_reads
from hybrid_tui.store.database import Store

APP_PATIENCE_S = 60.0
"""Seconds the open app waits for another program that holds the file, before it says that it could not save."""


class Clocks(Protocol):
    """What a moment is read from."""

    def moment(self, day_start_hour: int = 4) -> Moment:
        """All clocks at once."""
        ...


class FirstLook(NamedTuple):
    """How the file stands when the app opens."""

    settings: dict[str, object]
    started: bool = True
    """Whether the first questions were answered."""
    timer_runs: bool = False
    """Whether a run of the timer has not ended: it comes before everything else."""
    sheet: Sheet | None = None
    """Today, as it was painted last, where nothing was written since."""
    held_by: str = ""
    """Why the file can only be read, in a sentence; empty when it can be written to."""


def first_look(store: Store, library: Any, clock: Clocks) -> FirstLook:
    """Look once. Raises StoreError."""
    settings = first_reads.settings(store)
    hour = settings.get("day_start_hour")
    moment = clock.moment(hour) if isinstance(hour, int) else clock.moment()
    started = "started" in settings
    store.patience = APP_PATIENCE_S
    return FirstLook(
        settings=settings,
        started=started,
        timer_runs=first_reads.timer_runs(store),
        sheet=today.sheet(store, library, moment) if started else None,
        held_by=store.closed_because,
    )
