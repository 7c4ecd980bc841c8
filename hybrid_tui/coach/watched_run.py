"""A run that is looked at again and again, by the app's timer or by the one in the shell.

Nothing counts ticks: a late look finds all that was due since the last one. A look that comes far too late (a
closed lid, a stopped process) finds nothing; the run then stands held and asks how to go on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hybrid_tui.coach.loaded import Loaded
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_away import GAP, Seen, away
from hybrid_tui.domain.timer_cues import Boundary, BoundaryKind, crossed, entered
from hybrid_tui.domain.timer_fold import apply
from hybrid_tui.domain.timer_run import Fact, Phase, next_change

HEARTBEAT = 5 * SECOND
"""µs between two notes of where the run stands."""


class WatchedRun:
    """What is on the timer, and up to when somebody watched it. All instants are boot µs."""

    def __init__(self) -> None:
        self.loaded: Loaded | None = None
        """What is on the timer, waiting or running."""
        self._looked = 0
        self._noted = 0
        self._held = 0

    def put(self, loaded: Loaded | None, now: int) -> None:
        """Watch this from now on."""
        self.loaded = loaded
        self._looked = self._noted = self._held = now

    def look(self, now: int, moment: Callable[[], Moment]) -> tuple[Boundary, ...] | None:
        """What became due since the last look; None while its time does not go on.

        `moment` gives all clocks, and is asked only where nobody looked for a while.
        """
        loaded = self.loaded
        if loaded is None or loaded.away is not None or loaded.state.standing is not Phase.RUNNING:
            return None
        if now - self._looked > GAP and self._missed(loaded, now, moment()):
            return None
        found = crossed(loaded.state, self._looked, now)
        self._looked = now
        return found

    def take(self, *facts: Fact) -> tuple[Boundary, ...]:
        """Let facts count. Gives the boundaries that they bring, and those that were due before them."""
        if self.loaded is None:
            return ()
        state, found = self.loaded.state, list[Boundary]()
        for fact in facts:
            found += crossed(state, self._looked, fact.boot_us)
            state = apply(state, fact)
            found += entered(state)
            self._looked = fact.boot_us
        self.loaded = replace(self.loaded, state=state, away=None)
        self._noted = 0
        return tuple(found)

    def worth_a_note(self, found: tuple[Boundary, ...], now: int) -> bool:
        """Whether where it stands is to be noted now: a step has changed, or the last note is old."""
        turned = any(each.kind is not BoundaryKind.LAST_SECONDS for each in found)
        if turned or now - self._noted >= HEARTBEAT:
            self._noted = now
            return True
        return False

    def next_change(self, now: int) -> int | None:
        """When what is shown of it changes next; None where nothing does by itself."""
        if self.loaded is None or self.loaded.run_id is None:
            return None
        if (held := self.loaded.away) is not None:
            gone = held.away_us + now - self._held
            unit = SECOND if gone < 3600 * SECOND else 60 * SECOND  # an hour away is counted in minutes
            return now + unit - gone % unit
        return next_change(self.loaded.state, now)

    def held_us(self, now: int) -> int:
        """How long the question how to go on has stood, µs."""
        return max(0, now - self._held)

    def way_on(self, now: int, *, from_now: bool = False) -> tuple[Fact, ...]:
        """The answer to a hold: from where it stopped, or as if it had gone on. Empty where it is not held."""
        held = None if self.loaded is None else self.loaded.away
        if held is None:
            return ()
        return held.resume_now(now, self.held_us(now)) if from_now else held.resume_here(now)

    def _missed(self, loaded: Loaded, now: int, moment: Moment) -> bool:
        last = Seen(at_us=moment.at_us - (now - self._looked), boot_us=self._looked, boot_id=moment.boot_id)
        held = away(loaded.state, last=last, now=moment)
        if held is None:
            return False
        self.loaded, self._held = replace(loaded, away=held), now
        return True
