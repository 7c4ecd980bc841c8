"""A run of the timer in the shell: looks at the clock, sounds what is due, does what is typed, has it stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from hybrid_tui.cli.timer.keeping import ShellKeeper
from hybrid_tui.cli.timer.keys import INTERRUPT, LEAVE, REDRAW, SUSPEND
from hybrid_tui.clock import Clock
from hybrid_tui.coach.loaded import Loaded
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_away import GAP, Seen, away
from hybrid_tui.domain.timer_cues import Boundary, BoundaryKind, Cue, crossed, decide, entered
from hybrid_tui.domain.timer_fold import apply
from hybrid_tui.domain.timer_laps import last_lap_words
from hybrid_tui.domain.timer_past import climbs
from hybrid_tui.domain.timer_report import FallOff, fall_off, intervals, reps_done
from hybrid_tui.domain.timer_run import Fact, FactKind, Phase, locate, next_change, position

HEARTBEAT = 5 * SECOND
"""µs between two notes of where the run stands."""

TEN = 10 * SECOND
"""µs that + and - add and take off."""

INTERRUPTED, UNREAD, HUNG_UP = 130, 141, 129
"""Exit status after ctrl+c, where the reader of the pipe went away, and where the terminal was closed, as the
shell counts them."""


class Face(Protocol):
    """Where a person reads how the run goes."""

    live: bool
    """Whether it shows every second; else only what is due counts."""
    gone: bool
    """Whether nobody reads any more (the other end of the pipe is closed)."""

    def passed(self, loaded: Loaded, boundaries: tuple[Boundary, ...]) -> None:
        """These became due, or a deed brought them."""
        ...

    def draw(self, loaded: Loaded, now: int, notice: str) -> None:
        """The run as it stands; `notice` is what is to be known now."""
        ...

    def ask_away(self, loaded: Loaded, now: int, possible: bool) -> None:
        """Nobody looked for a while: say how long; `possible` is whether anyone can answer."""
        ...

    def say(self, words: str) -> None:
        """Something that happened, in words."""
        ...

    def clear(self) -> None:
        """Let go of what is drawn, so that other words can follow."""
        ...


class Source(Protocol):
    """Where deeds come from."""

    signal_number: int

    @property
    def possible(self) -> bool:
        """Whether anything can still be typed."""
        ...

    def wait(self, seconds: float) -> list[str]:
        """What came within so many seconds."""
        ...

    def suspend(self) -> None:
        """Stop, as ctrl+z asks."""
        ...


class ShellTimer:
    """One run, from its start to the line that says what was stored."""

    def __init__(
        self,
        loaded: Loaded,
        *,
        clock: Clock,
        keeper: ShellKeeper,
        source: Source,
        face: Face,
        play: Callable[[Cue], None],
    ) -> None:
        self.loaded = loaded
        self.status: int | None = None
        """The exit status once it is over."""
        self._clock, self._keeper, self._source, self._face, self._play = clock, keeper, source, face, play
        self._last = self._beaten = self._asked = 0
        self._sure = False
        self._locked = False
        self._muted = False
        self._fell = 0

    def run(self) -> int:
        """Run it to its end. Gives the exit status. Raises StoreError when it cannot begin or be recorded."""
        now = self._clock.boot_us()
        if self.loaded.run_id is None:
            self.loaded = self._keeper.start(self.loaded)
            now = self.loaded.state.anchor
            self._hear(entered(self.loaded.state), now)
        else:
            self._keeper.follow(self.loaded)
            self._face.ask_away(self.loaded, now, self._source.possible)
        self._last = self._beaten = self._asked = now
        while self.status is None:
            self.look(self._clock.boot_us())
            if self._face.gone and self.status is None:
                if self._face.live:  # the terminal was closed; a reader of lines that went has had enough
                    self._leave(HUNG_UP)
                else:
                    self._end(self._clock.boot_us(), UNREAD)
            if self.status is None:
                for came in self._source.wait(self._delay()):
                    self.do(came)
                    if self.status is not None:
                        break
        return self.status

    def look(self, now: int) -> None:
        """What is due at boot instant `now` (µs) is told; the end is recorded."""
        if self.loaded.away is not None and not self._source.possible:
            self._feed(*self.loaded.away.resume_here(now))
        if self.loaded.away is None and self.loaded.state.standing is Phase.RUNNING and not self._missed(now):
            found = crossed(self.loaded.state, self._last, now)
            self._last = now
            self._hear(found, now)
            self._go_on_alone(found, now)
            if now - self._beaten >= HEARTBEAT or found:
                self._beaten = now
                self._keeper.note(position(self.loaded.state, now).done)
        held = self.loaded.away is not None
        if self.status is None and not held and position(self.loaded.state, now).phase is Phase.FINISHED:
            self._record(0)
        if self.status is None:
            self._face.draw(self.loaded, now, self._notice(now))

    def do(self, came: str) -> None:
        """One deed, at this instant."""
        now = self._clock.boot_us()
        sure, self._sure = self._sure, False
        match came:
            case _ if came == INTERRUPT:
                self._end(now, INTERRUPTED)
            case _ if came == LEAVE:
                self._leave(128 + self._source.signal_number)
            case _ if came == SUSPEND:
                self._face.clear()
                self._source.suspend()
            case _ if came == REDRAW:
                self._face.clear()
            case "L":
                self._locked = not self._locked
            case _ if self._locked and came not in ("", " ", "p"):
                return
            case "q":
                self._leave(0)
            case "f" if not sure:
                self._sure = True
                self._face.say(self._sure_words(now))
            case "f":
                self._end(now, 0)
            case "m":
                self._muted = not self._muted
            case _:
                self._steer(came, now)

    def _steer(self, came: str, now: int) -> None:
        """The deeds that are kept as facts."""
        if (held := self.loaded.away) is not None:
            if came == "":
                self._feed(*held.resume_here(now))
            elif came == "n":
                self._feed(*held.resume_now(now, now - self._asked))
            return
        paused = self.loaded.state.standing is Phase.PAUSED
        facts = {
            "": Fact(kind=FactKind.LAPPED, boot_us=now),
            " ": Fact(kind=FactKind.RESUMED if paused else FactKind.PAUSED, boot_us=now),
            "s": Fact(kind=FactKind.SKIPPED, boot_us=now),
            "b": Fact(kind=FactKind.WENT_BACK, boot_us=now),
            "+": Fact(kind=FactKind.ADJUSTED, boot_us=now, value=TEN),
            "=": Fact(kind=FactKind.ADJUSTED, boot_us=now, value=TEN),
            "-": Fact(kind=FactKind.ADJUSTED, boot_us=now, value=-TEN),
        }
        facts["p"] = facts[" "]
        if came in facts:
            self._feed(facts[came])
            if came == "" and not self._face.live and (lap := last_lap_words(self.loaded.state)):
                self._face.say(lap)
            if facts[came].kind in (FactKind.PAUSED, FactKind.RESUMED):
                self._face.say("goes on" if paused else "paused")

    def _feed(self, *facts: Fact) -> None:
        """Let facts count, with the cues they bring, and have them stored."""
        state, found = self.loaded.state, list[Boundary]()
        for fact in facts:
            found += crossed(state, self._last, fact.boot_us)
            state = apply(state, fact)
            found += entered(state)
            self._last = fact.boot_us
        self.loaded = replace(self.loaded, state=state, away=None)
        self._keeper.keep(facts)
        self._hear(tuple(found), self._clock.boot_us())

    def _hear(self, boundaries: tuple[Boundary, ...], now: int) -> None:
        """Sound first: it is what a person waits for."""
        cue = decide(self.loaded.timeline, boundaries, now).cue
        if cue is not None and not self._muted:
            self._play(cue)
        self._face.passed(self.loaded, boundaries)
        falls = self._falls(now)
        if falls is not None and self._fell != len(self.loaded.state.spans) and not self._face.live:
            self._fell = len(self.loaded.state.spans)
            self._face.say(f"{falls.percent:.0f} % slower than the best, {falls.best:.1f} s: f ends it here")

    def _go_on_alone(self, found: tuple[Boundary, ...], now: int) -> None:
        """Where nobody can press a key, a step that waits for one ends when it has taken as long as asked."""
        if self._source.possible:
            return
        for boundary in found:
            if boundary.kind is BoundaryKind.EXPECTED:
                self._last = boundary.due
                self._feed(Fact(kind=FactKind.LAPPED, boot_us=boundary.due))
                self.look(now)

    def _missed(self, now: int) -> bool:
        """Whether nobody looked for a while (a closed lid, a stopped process); then it asks how to go on."""
        passed = now - self._last
        if passed <= GAP:
            return False
        moment = self._keeper.moment()
        last = Seen(at_us=moment.at_us - passed, boot_us=self._last, boot_id=moment.boot_id)
        held = away(self.loaded.state, last=last, now=moment)
        if held is None:
            return False
        self.loaded, self._asked = replace(self.loaded, away=held), now
        self._face.ask_away(self.loaded, now, self._source.possible)
        return True

    def _delay(self) -> float:
        """Seconds until it has to look again; at most a second while it runs, to know where it was seen last."""
        now = self._clock.boot_us()
        if self.loaded.away is not None or self.loaded.state.standing is not Phase.RUNNING:
            return 1.0 if self.loaded.away is not None and self._face.live else 60.0
        soonest = now + SECOND
        if self._face.live:
            soonest = min(soonest, next_change(self.loaded.state, now) or soonest)
        due = crossed(self.loaded.state, now, soonest)
        return max(0, (due[0].due if due else soonest) - now) / SECOND

    def _falls(self, now: int) -> FallOff | None:
        if all(step.until is None for step in self.loaded.timeline.steps):
            return None
        return fall_off(self.loaded.state, now)

    def _notice(self, now: int) -> str:
        if self._sure:
            return self._sure_words(now)
        if self._keeper.trouble:
            return f"Not stored yet: {self._keeper.trouble}"
        if self._locked:
            return "locked: only space, enter and L answer"
        falls = self._falls(now)
        if falls is not None:
            return f"{falls.percent:.0f} % slower than the best, {falls.best:.1f} s: f ends it here"
        return "no sound" if self._muted else self._lap(now)

    def _lap(self, now: int) -> str:
        """The last lap of the step in hand."""
        state = self.loaded.state
        return last_lap_words(state) if locate(state, now)[0] == state.index else ""

    def _sure_words(self, now: int) -> str:
        done, whole = reps_done(self.loaded.state, now)
        what = f"keeps {done} of {whole}" if whole > 1 else "keeps it"
        return f"f once more ends here and {what}; any other key goes on"

    def _end(self, now: int, status: int) -> None:
        """End early: what was done is kept; where nothing was, nothing is recorded."""
        held = self.loaded.away
        stands = self.loaded.state if held is None else held.held
        if not position(stands, now).done:
            outcome = self._keeper.discard()
            self._face.clear()
            self._face.say(
                "Nothing was done yet, so nothing was recorded." if outcome is None else outcome.words
            )
            self.status = status
            return
        ways = () if held is None else held.resume_here(now)
        facts = (*ways, Fact(kind=FactKind.FINISHED, boot_us=now))
        state = self.loaded.state
        for fact in facts:
            state = apply(state, fact)
        self.loaded = replace(self.loaded, state=state, away=None)
        self._keeper.keep(facts)
        self._record(status)

    def _leave(self, status: int) -> None:
        """Leave the run open; who comes back is asked how to go on."""
        now = self._clock.boot_us()
        if self.loaded.away is None:
            self._keeper.leave(position(self.loaded.state, now).done)
        self._face.clear()
        self._face.say("The run stays open: hybrid asks how to go on, and so does hybrid timer --inline.")
        self.status = status

    def _record(self, status: int) -> None:
        outcome = self._keeper.finish(self.loaded)
        climbed = climbs(intervals(self.loaded.state, self._clock.boot_us()))
        self._face.clear()
        self._face.say(outcome.words if climbed is None else f"{outcome.words}, {climbed.words()}")
        self.status = status
