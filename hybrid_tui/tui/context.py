"""What the app is handed at the door: where it stores, what time it is, what it ships with, how it is set."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol, TypeVar

from hybrid_tui.clock import DAY_START_HOUR, Clock
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.sheet import Sheet

Answer = TypeVar("Answer")
"""What a question to the store gives back."""


class StoreCalls(Protocol):
    """The one thing the screens need of the store's thread; named here so that SQLite is not loaded to
    paint."""

    async def call(self, fn: Callable[..., Answer], /, *args: Any, **kwargs: Any) -> Answer:
        """Run `fn(store, *args, **kwargs)` on the store's thread and give its answer, or raise what it raised."""
        ...


class RunningTimer(Protocol):
    """What the shell needs to know of the interval timer, wherever it is drawn."""

    def runs(self) -> bool:
        """True while its time goes on."""
        ...

    def nudge(self, seconds: int) -> None:
        """Lengthen (or shorten) the step in hand."""
        ...

    def holds(self, session_id: str | None, block: int | None = None) -> bool:
        """Whether a run that was begun belongs to this block, or to any of this session."""
        ...

    def strip(self) -> tuple[str, str, str] | None:
        """Phase (`work`, `recover`, …), words and clock of a run that was begun, else None."""
        ...


class Found(NamedTuple):
    """One thing the palette can lead to: an exercise, a past session, a date."""

    title: str
    """What it is called."""
    hint: str
    """One quiet line about it."""
    open: Callable[[], object]
    """Goes there; may return an awaitable."""


class Verbs(NamedTuple):
    """Verbs of the whole app that the shell offers a key for. A verb that is None has no key and no entry."""

    undo: Callable[[], Awaitable[str | None]] | None = None
    """Takes the last change back; says what in words, None when there is nothing."""
    redo: Callable[[], Awaitable[str | None]] | None = None
    """Brings it back; says what in words, None when there is nothing."""
    log_line: Callable[[str, date | None], Awaitable[str]] | None = None
    """Records a quick line on a day (None: today) and says what; raises NotationError where it is not understood."""
    find: Callable[[str], Awaitable[Sequence[Found]]] | None = None
    """Exercises, past sessions and dates that fit what was typed into the palette."""
    complete: Callable[[str], Awaitable[str | None]] | None = None
    """Gives the whole of a line whose last name was only begun."""
    save_setting: Callable[[str, object], Awaitable[None]] | None = None
    """Keeps a setting for the next start."""


class AppContext(NamedTuple):
    """Everything the app needs, made by the front door before the first paint."""

    store: StoreCalls
    """The store's thread."""
    clock: Clock
    """What time it is."""
    library: Any = None
    """Catalogue, presets and programmes; read late."""
    settings: Mapping[str, object] = {}
    """`theme` («dark», «light»), `ascii` (bool), `keys` (binding id → keys), `day_start_hour`, …"""
    verbs: Verbs = Verbs()
    """The shell's verbs."""
    sheet: Sheet | None = None
    """Today as the file had it at the start, so that the first frame shows it."""

    @property
    def day_start_hour(self) -> int:
        """The hour at which the person's training day turns."""
        hour = self.settings.get("day_start_hour")
        return hour if isinstance(hour, int) else DAY_START_HOUR

    def today(self) -> date:
        """The local training day, asked each time: it turns at the person's own hour."""
        return self.clock.today(self.day_start_hour)

    def moment(self) -> Moment:
        """Now, as the coach is told."""
        return self.clock.moment(self.day_start_hour)
