"""The running interval timer, whichever screen is in view: it has the run watched, the cues played and every
deed stored.

Where timed steps meet is not stored; it follows from what a person did. How a line gets onto it from other
screens stands in `timer_entrances`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from hybrid_tui.coach.loaded import Loaded, load
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_cues import Boundary, entered
from hybrid_tui.domain.timer_run import Fact, FactKind, Phase, position
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.pulse import Listener
from hybrid_tui.tui.timer_keeping import RunKeeper
from hybrid_tui.tui.timer_readings import TimerReadings
from hybrid_tui.tui.timer_sound import TerminalTitle, TimerSound

Answer = TypeVar("Answer")

TIMER = "timer"
"""The screen that shows how a run ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A run that has ended and is stored."""

    loaded: Loaded
    at: int
    """Boot µs at which it was recorded."""
    words: str
    """What was stored, in words."""


class TimerClock(TimerReadings):
    """The timer's one owner; `HybridApp.timer` while there is one."""

    def __init__(self, app: HybridApp) -> None:
        super().__init__(app)
        self.ended: Ended | None = None
        """The run that ended last, until somebody has seen it."""
        self.locked = False
        """Only `space`, `enter` and `L` answer."""
        self.keeper = RunKeeper(app.session, self.tell)
        self.sound = TimerSound(app, app.session.settings, app.session.verbs.save_setting)
        self.title = TerminalTitle(app)
        self._over = False
        self._in_turn = asyncio.Lock()

    def load(self, text: str) -> None:
        """Put a typed line on the timer, ready to start. Raises NotationError."""
        self.put(load(text))

    def put(self, loaded: Loaded) -> None:
        """Put this on the timer, waiting or as it was left."""
        self.ended, self.locked, self._over, self._ran = None, False, False, None
        self.run.put(loaded, self.now())
        self.keeper.follow(loaded)
        if self.on:
            self._listen()
            if loaded.state.standing is Phase.FINISHED:
                self._end()
        self.tell()

    def clear(self) -> None:
        """Take a line off that was not begun, and the picture of one that has ended."""
        if not self.on:
            self.run.put(None, self.now())
        self.ended = None
        self.tell()

    def tell(self) -> None:
        """Have the screen in view draw it, and the terminal's title say it."""
        line = self.strip()
        if line is None:
            self.title.restore()
        else:
            self.title.show(f"{line[1]} · hybrid")
        if self.app.is_running:
            self.app.timer_changed()

    def start(self) -> None:
        """Begin the run; the rest between sets ends with it."""
        self.app.run_worker(self._start(self.keeper.moment()), group="timer")

    def toggle(self) -> None:
        """Pause, or go on."""
        self.do(FactKind.PAUSED, paused=FactKind.RESUMED)

    def do(self, kind: FactKind, *, value: int | None = None, paused: FactKind | None = None) -> None:
        """What a key says, at this instant; `paused` is said in its place while the run is paused."""

        def facts(now: int) -> tuple[Fact, ...]:
            if self.loaded is None or self.loaded.away is not None:
                return ()
            stands = self.loaded.state.standing is Phase.PAUSED
            return (Fact(kind=paused if stands and paused else kind, boot_us=now, value=value),)

        self._deed(facts)

    def nudge(self, seconds: int) -> None:
        """Lengthen (or shorten) the step in hand."""
        self.do(FactKind.ADJUSTED, value=seconds * SECOND)

    def resume(self, *, from_now: bool) -> None:
        """Answer a hold: from where it stopped, or as if it had gone on."""

        self._deed(lambda now: self.run.way_on(now, from_now=from_now))

    def finish(self, at: int) -> None:
        """End the run as of boot instant `at` (µs) and record what was done; held, as it was last seen."""

        def facts(now: int) -> tuple[Fact, ...]:
            ways = self.run.way_on(now)
            return (*ways, Fact(kind=FactKind.FINISHED, boot_us=now if ways else at))

        self._deed(facts)

    def discard(self) -> None:
        """End the run and record nothing."""
        self.app.run_worker(self._discard(), group="timer")

    def record(self) -> None:
        """Store a run that has reached its end (again, where the file refused)."""
        self.app.run_worker(self._record(), group="timer")

    def look(self, now: int) -> None:
        """Look at the clock: what was crossed since the last look sounds and shows."""
        if self.loaded is None or not self.on or self._over:
            return
        found = self.run.look(now, self.keeper.moment)
        if found is not None:
            self._hear(found, now)
            here = position(self.loaded.state, now)
            if here.phase is Phase.FINISHED:
                self._end()
            elif self.run.worth_a_note(found, now):
                self.app.run_worker(self.keeper.note(here.done), group="timer")
        self.tell()

    def _listen(self) -> None:
        self.app.pulse.listen("timer", Listener(next_due=self.run.next_change, beat=self.look))

    def _hear(self, boundaries: tuple[Boundary, ...], now: int) -> None:
        if self.loaded is not None:
            self.sound.hear(self.loaded.timeline, boundaries, now)

    def _deed(self, facts: Callable[[int], tuple[Fact, ...]]) -> None:
        self.app.run_worker(self._do(facts, self.now()), group="timer")

    async def _do(self, facts: Callable[[int], tuple[Fact, ...]], now: int) -> None:
        """One deed after the other: each is decided on what the one before left."""
        async with self._in_turn:
            told = facts(now)
            if not told or not self.on or self._over:
                return
            stored = await self.keeper.keep(told)
            self._take(told)
        await stored
        if self.keeper.waiting:
            self.keeper.waiting = False
            self.tell()

    def _take(self, facts: tuple[Fact, ...]) -> None:
        """Let facts that are stored (or on their way) count, with the cues they bring."""
        if self.loaded is None:
            return
        self._hear(self.run.take(*facts), self.now())
        if position(self.loaded.state, self.now()).phase is Phase.FINISHED:
            self._end()
        self.app.pulse.poke()
        self.tell()

    def _end(self) -> None:
        self._over = True
        self.record()

    async def _start(self, moment: Moment) -> None:
        async with self._in_turn:
            if self.loaded is None or self.on:
                return
            begun = await self._stored(self.keeper.start(moment, self.loaded))
            if begun is None:
                return
            self.run.put(begun, moment.boot_us)
            self.app.rest.skip()
            self._hear(entered(begun.state), self.now())
            self._listen()
        self.app.facts_changed()
        self.tell()

    async def _record(self) -> None:
        async with self._in_turn:
            if self.loaded is None or not self.on:
                return
            at, loaded = self.now(), self.loaded
            outcome = await self.keeper.finish(loaded)
            if outcome is not None:
                self._off()
                self.ended = Ended(loaded=loaded, at=at, words=outcome.words)
                _say_end(self.app, outcome)
        self.tell()

    async def _discard(self) -> None:
        async with self._in_turn:
            if self.loaded is None or self.loaded.run_id is None:
                return
            outcome = await self._stored(self.keeper.discard(self.loaded.run_id))
            if outcome is None:
                return
            self._off()
        self.app.notify(outcome.words)
        self.app.facts_changed()
        self.tell()

    async def _stored(self, answer: Awaitable[Answer]) -> Answer | None:
        """What the file answered; None where it refused, which is said."""
        from hybrid_tui.store.errors import StoreError  # late: SQLite is not needed for the first paint

        try:
            return await answer
        except StoreError as error:
            self.app.notify(str(error), severity="error")
            return None

    def _off(self) -> None:
        self.run.put(None, self.now())
        self.locked, self._over = False, False
        self.keeper.follow(None)
        self.app.pulse.leave("timer")


def _say_end(app: HybridApp, outcome: Outcome) -> None:
    from hybrid_tui.tui import desktop  # late: not needed for the first paint

    desktop.tell(app, outcome.words, seen_on=TIMER)
    if outcome.best:
        app.notify(f"New best: {outcome.best}")
    app.facts_changed()


def timer_clock(app: HybridApp) -> TimerClock:
    """The app's timer, made when first asked for."""
    if not isinstance(app.timer, TimerClock):
        app.timer = TimerClock(app)
    return app.timer
