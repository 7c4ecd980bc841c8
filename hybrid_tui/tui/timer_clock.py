"""The running interval timer, whichever screen is in view: it holds the run, looks at the clock, plays the
cues and has every deed stored.

Where timed steps meet is not stored; it follows from what a person did. So nothing here counts ticks: a late
look finds all that was due since the last one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from hybrid_tui.coach.loaded import Loaded, load
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_away import GAP, Seen, away
from hybrid_tui.domain.timer_cues import Boundary, BoundaryKind, crossed, decide, entered
from hybrid_tui.domain.timer_fold import apply
from hybrid_tui.domain.timer_run import Fact, FactKind, Phase, next_change, position
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.pulse import Listener
from hybrid_tui.tui.timer_keeping import RunKeeper
from hybrid_tui.tui.timer_readings import TimerReadings
from hybrid_tui.tui.timer_sound import TerminalTitle, TimerSound

HEARTBEAT = 5 * SECOND
"""µs between two notes of where the run stands."""

_BLINKS = (BoundaryKind.BEGIN, BoundaryKind.FINISHED)


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
        self.sound = TimerSound(app, app.session.settings, self._save_setting)
        self.title = TerminalTitle(app)
        self._last = 0
        self._beaten = 0
        self._over = False
        self._in_turn = asyncio.Lock()

    def load(self, text: str) -> None:
        """Put a typed line on the timer, ready to start. Raises NotationError."""
        self.put(load(text))

    def put(self, loaded: Loaded) -> None:
        """Put this on the timer, waiting or as it was left."""
        self.loaded, self.ended, self.locked, self._over, self._ran = loaded, None, False, False, None
        self._last = self._beaten = self._asked = self.now()
        self.keeper.follow(loaded)
        if self.on:
            self._listen()
            if loaded.state.standing is Phase.FINISHED:
                self._end()
        self.tell()

    def clear(self) -> None:
        """Take a line off that was not begun, and the picture of one that has ended."""
        if not self.on:
            self.loaded = None
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

    def holds(self, session_id: str | None, block: int | None = None) -> bool:
        """Whether a run that was begun, going on or held, belongs to this block, or to any of this session."""
        spot = self.loaded.spot if self.loaded is not None and self.on else None
        return (
            spot is not None
            and session_id is not None
            and spot.session_id == session_id
            and block in (None, spot.block)
        )

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

        def facts(now: int) -> tuple[Fact, ...]:
            held = None if self.loaded is None else self.loaded.away
            if held is None:
                return ()
            return held.resume_now(now, now - self._asked) if from_now else held.resume_here(now)

        self._deed(facts)

    def finish(self, at: int) -> None:
        """End the run as of boot instant `at` (µs) and record what was done; held, as it was last seen."""

        def facts(now: int) -> tuple[Fact, ...]:
            held = None if self.loaded is None else self.loaded.away
            ways = () if held is None else held.resume_here(now)
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
        loaded = self.loaded
        if loaded is None or not self.on or self._over:
            return
        if loaded.away is None and loaded.state.standing is Phase.RUNNING and not self._missed(loaded, now):
            found = crossed(loaded.state, self._last, now)
            self._last = now
            self._hear(found, now)
            here = position(loaded.state, now)
            if here.phase is Phase.FINISHED:
                self._end()
            elif now - self._beaten >= HEARTBEAT or any(
                each.kind is not BoundaryKind.LAST_SECONDS for each in found
            ):
                self._beaten = now
                self.app.run_worker(self.keeper.note(here.done), group="timer")
        self.tell()

    def _listen(self) -> None:
        self.app.pulse.listen("timer", Listener(next_due=self._next, beat=self.look))

    def _next(self, now: int) -> int | None:
        if self.loaded is None or not self.on:
            return None
        if (held := self.loaded.away) is not None:
            gone = held.away_us + now - self._asked
            unit = SECOND if gone < 3600 * SECOND else 60 * SECOND  # an hour away is counted in minutes
            return now + unit - gone % unit
        return next_change(self.loaded.state, now)

    def _missed(self, loaded: Loaded, now: int) -> bool:
        """Whether nobody looked for a while (a closed lid, a stopped process); then it asks how to go on."""
        passed = now - self._last
        if passed <= GAP:
            return False
        moment = self.keeper.moment()
        last = Seen(at_us=moment.at_us - passed, boot_us=self._last, boot_id=moment.boot_id)
        held = away(loaded.state, last=last, now=moment)
        if held is None:
            return False
        self.loaded, self._asked = replace(loaded, away=held), now
        return True

    def _hear(self, boundaries: tuple[Boundary, ...], now: int) -> None:
        if self.loaded is None:
            return
        cue = decide(self.loaded.timeline, boundaries, now).cue
        if cue is not None:
            blink = any(each.kind in _BLINKS and each.due == cue.due for each in boundaries)
            self.sound.play(cue, blink=blink)

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
        state, found = self.loaded.state, list[Boundary]()
        for fact in facts:
            found += crossed(state, self._last, fact.boot_us)
            state = apply(state, fact)
            found += entered(state)
            self._last = fact.boot_us
        self.loaded = replace(self.loaded, state=state, away=None)
        self._hear(tuple(found), self.now())
        self._beaten = 0
        if position(state, self.now()).phase is Phase.FINISHED:
            self._end()
        self.app.pulse.poke()
        self.tell()

    def _end(self) -> None:
        self._over = True
        self.record()

    async def _start(self, moment: Moment) -> None:
        from hybrid_tui.store.errors import StoreError  # late: SQLite is not needed for the first paint

        async with self._in_turn:
            if self.loaded is None or self.on:
                return
            try:
                self.loaded = await self.keeper.start(moment, self.loaded)
            except StoreError as error:
                self.app.notify(str(error), severity="error")
                return
            self._last = self._beaten = moment.boot_us
            self.app.rest.skip()
            self._hear(entered(self.loaded.state), self.now())
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
        if outcome is not None:
            if outcome.best:
                self.app.notify(f"New best: {outcome.best}")
            self.app.facts_changed()
        self.tell()

    async def _discard(self) -> None:
        from hybrid_tui.store.errors import StoreError  # late: SQLite is not needed for the first paint

        async with self._in_turn:
            if self.loaded is None or self.loaded.run_id is None:
                return
            try:
                outcome = await self.keeper.discard(self.loaded.run_id)
            except StoreError as error:
                self.app.notify(str(error), severity="error")
                return
            self._off()
        self.app.notify(outcome.words)
        self.app.facts_changed()
        self.tell()

    def _off(self) -> None:
        self.loaded, self.locked, self._over = None, False, False
        self.keeper.follow(None)
        self.app.pulse.leave("timer")

    def _save_setting(self, name: str, value: bool) -> None:
        save = self.app.session.verbs.save_setting
        if save is not None:
            self.app.run_worker(save(name, value), group="settings")


def timer_clock(app: HybridApp) -> TimerClock:
    """The app's timer, made when first asked for."""
    if not isinstance(app.timer, TimerClock):
        app.timer = TimerClock(app)
    return app.timer


async def take_up(app: HybridApp, line: str | None = None) -> bool:
    """Stand on the Timer with the run that a kill left behind, held; else with `line`, ready to start.

    False when there is neither. A run that is still open goes before the line. Raises StoreError.
    """
    from hybrid_tui.coach import timing  # late: SQLite is not needed for the first paint

    timer = timer_clock(app)
    try:
        found = await app.session.store.call(timing.running, timer.keeper.moment())
    except ValueError as error:  # another program wrote it, or a version that knew more
        from hybrid_tui.tui.timer_unread import ask_about_unread  # late: hardly ever

        await ask_about_unread(app, error)
        return False
    if found is not None:
        timer.put(found)
        if line is not None:
            app.notify("A run was still open; the new line can be typed when it has ended.")
    elif line is not None:
        try:
            timer.load(line)
        except NotationError as error:
            app.notify(error.pointer(), severity="error", timeout=20)
    if timer.loaded is None:
        return False
    _stand_on(app)
    return True


async def open_block(app: HybridApp, plan_key: str | None, session_id: str | None, block: int) -> None:
    """Stand on the Timer with a block of the session, ready to start; what runs already is left alone."""
    from hybrid_tui.coach import timing  # late: SQLite is not needed for the first paint
    from hybrid_tui.coach.outcome import Spot
    from hybrid_tui.store.errors import StoreError

    timer = timer_clock(app)
    if timer.on:
        app.notify("A timer runs already; f ends it.")
    else:
        spot = Spot(session_id=session_id, plan_key=plan_key, block=block)
        library, moment = app.session.library, timer.keeper.moment()
        try:
            timer.put(await app.session.store.call(timing.load_block, library, moment, spot))
        except (StoreError, NotationError) as error:
            app.notify(str(error), severity="error")
            return
    _stand_on(app)


def run_again(app: HybridApp, line: str, name: str) -> None:
    """Stand on the Timer with a line that was run before, ready to start; what runs already is left alone."""
    timer = timer_clock(app)
    if timer.on:
        app.notify("A timer runs already; f ends it.")
    else:
        try:
            timer.put(replace(load(line), name=name))
        except NotationError as error:
            app.notify(error.pointer(), severity="error")
            return
    _stand_on(app)


def _stand_on(app: HybridApp) -> None:
    if app.current_mode != "timer":
        app.switch_mode("timer")
