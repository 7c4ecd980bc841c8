"""A run of the timer in the shell: looks at the clock, sounds what is due, does what is typed, has it stored."""

from __future__ import annotations

from collections.abc import Callable

from hybrid_tui.cli.timer.faces import Face
from hybrid_tui.cli.timer.keeping import ShellKeeper
from hybrid_tui.cli.timer.keys import INTERRUPT, LEAVE, REDRAW, SUSPEND, Source
from hybrid_tui.cli.timer.notices import falls_words, lap_words, sure_words
from hybrid_tui.clock import Clock
from hybrid_tui.coach.loaded import Loaded
from hybrid_tui.coach.watched_run import WatchedRun
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_cues import Boundary, BoundaryKind, Cue, crossed, cue_of, entered
from hybrid_tui.domain.timer_laps import last_lap_words
from hybrid_tui.domain.timer_past import climbs
from hybrid_tui.domain.timer_report import intervals
from hybrid_tui.domain.timer_run import Fact, FactKind, Phase, next_change, position

TEN = 10 * SECOND
"""µs that + and - add and take off."""

INTERRUPTED, UNREAD, HUNG_UP = 130, 141, 129
"""Exit status after ctrl+c, where the reader of the pipe went away, and where the terminal was closed, as the
shell counts them."""


def fact_of(came: str, now: int, *, paused: bool) -> Fact | None:
    """What a key says of the run at boot instant `now` (µs); None for one that says nothing."""
    match came:
        case "":
            return Fact(kind=FactKind.LAPPED, boot_us=now)
        case " " | "p":
            return Fact(kind=FactKind.RESUMED if paused else FactKind.PAUSED, boot_us=now)
        case "s":
            return Fact(kind=FactKind.SKIPPED, boot_us=now)
        case "b":
            return Fact(kind=FactKind.WENT_BACK, boot_us=now)
        case "+" | "=":
            return Fact(kind=FactKind.ADJUSTED, boot_us=now, value=TEN)
        case "-":
            return Fact(kind=FactKind.ADJUSTED, boot_us=now, value=-TEN)
    return None


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
        self.status: int | None = None
        """The exit status once it is over."""
        self._clock, self._keeper, self._source, self._face, self._play = clock, keeper, source, face, play
        self._run = WatchedRun()
        self._run.put(loaded, clock.boot_us())
        self._sure = False
        self._locked = False
        self._muted = False
        self._fell = 0

    @property
    def loaded(self) -> Loaded:
        """The run as it stands."""
        assert self._run.loaded is not None
        return self._run.loaded

    def run(self) -> int:
        """Run it to its end. Gives the exit status. Raises StoreError when it cannot begin or be recorded."""
        if self.loaded.run_id is None:
            begun = self._keeper.start(self.loaded)
            self._run.put(begun, begun.state.anchor)
            self._hear(entered(begun.state), begun.state.anchor)
        else:
            now = self._clock.boot_us()
            self._keeper.follow(self.loaded)
            self._run.put(self.loaded, now)
            self._face.ask_away(self.loaded, now, self._source.possible)
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
            self._feed(*self._run.way_on(now))
        asked = self.loaded.away is not None
        found = self._run.look(now, self._keeper.moment)
        if found is not None:
            self._hear(found, now)
            self._go_on_alone(found, now)
            if self._run.worth_a_note(found, now):
                self._keeper.note(position(self.loaded.state, now).done)
        elif self.loaded.away is not None and not asked:
            self._face.ask_away(self.loaded, now, self._source.possible)
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
                self._face.say(sure_words(self.loaded, now))
            case "f":
                self._end(now, 0)
            case "m":
                self._muted = not self._muted
            case _:
                self._steer(came, now)

    def _steer(self, came: str, now: int) -> None:
        """The deeds that are kept as facts."""
        if self.loaded.away is not None:
            if came in ("", "n"):
                self._feed(*self._run.way_on(now, from_now=came == "n"))
            return
        paused = self.loaded.state.standing is Phase.PAUSED
        fact = fact_of(came, now, paused=paused)
        if fact is None:
            return
        self._feed(fact)
        if (
            fact.kind is FactKind.LAPPED
            and not self._face.live
            and (lap := last_lap_words(self.loaded.state))
        ):
            self._face.say(lap)
        if fact.kind in (FactKind.PAUSED, FactKind.RESUMED):
            self._face.say("goes on" if paused else "paused")

    def _feed(self, *facts: Fact) -> None:
        """Let facts count, with the cues they bring, and have them stored."""
        found = self._run.take(*facts)
        self._keeper.keep(facts)
        self._hear(found, self._clock.boot_us())

    def _hear(self, boundaries: tuple[Boundary, ...], now: int) -> None:
        """Sound first: it is what a person waits for."""
        cue = cue_of(self.loaded.timeline, boundaries, now)
        if cue is not None and not self._muted:
            self._play(cue)
        self._face.passed(self.loaded, boundaries)
        falls = falls_words(self.loaded, now)
        if falls and self._fell != len(self.loaded.state.spans) and not self._face.live:
            self._fell = len(self.loaded.state.spans)
            self._face.say(falls)

    def _go_on_alone(self, found: tuple[Boundary, ...], now: int) -> None:
        """Where nobody can press a key, a step that waits for one ends when it has taken as long as asked."""
        if self._source.possible:
            return
        for boundary in found:
            if boundary.kind is BoundaryKind.EXPECTED:
                self._feed(Fact(kind=FactKind.LAPPED, boot_us=boundary.due))
                self.look(now)

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

    def _notice(self, now: int) -> str:
        if self._sure:
            return sure_words(self.loaded, now)
        if self._keeper.trouble:
            return f"Not stored yet: {self._keeper.trouble}"
        if self._locked:
            return "locked: only space, enter and L answer"
        if falls := falls_words(self.loaded, now):
            return falls
        return "no sound" if self._muted else lap_words(self.loaded, now)

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
        facts = (*self._run.way_on(now), Fact(kind=FactKind.FINISHED, boot_us=now))
        self._run.take(*facts)
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
