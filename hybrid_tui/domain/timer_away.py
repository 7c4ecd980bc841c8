"""After a kill, a closed lid or a stopped process: where the run was last seen, and the two ways on.

A run that nobody watched stands held where it was last stored. Going on «from where it stopped» forgets the
gap, «from now» keeps it. The gap is measured by the boot clock; after a restart of the machine, when that
began anew, by the wall clock, and then it says that it is an estimate.
"""

from __future__ import annotations

from dataclasses import dataclass

from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_fold import apply
from hybrid_tui.domain.timer_run import Fact, FactKind, Phase, RunState, locate

GAP = 2 * SECOND
"""µs between two looks at the clock from which a living timer asks whether the gap counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The last stored instant of a run: its newest fact, transition or heartbeat."""

    at_us: int
    """UTC microseconds."""
    boot_us: int
    boot_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """A run that went unwatched, standing held."""

    held: RunState
    """The run at the last stored instant."""
    since: int
    """Boot µs of that instant, on the clock of its own boot."""
    away_us: int
    """How long nobody watched."""
    estimated: bool
    """Whether `away_us` comes from the wall clock."""

    def resume_here(self, now: int) -> tuple[Fact, ...]:
        """Go on from where it stopped: nothing that passed meanwhile is recorded. `now` is boot µs."""
        return (*self._hold(), Fact(kind=FactKind.RESUMED, boot_us=now))

    def resume_now(self, now: int, waited_us: int = 0) -> tuple[Fact, ...]:
        """Go on from now: the steps that passed meanwhile are recorded as passed.

        `waited_us` is how long the question stood since this value was made.
        """
        passed = self.away_us + waited_us
        return (*self._hold(), Fact(kind=FactKind.FROM_NOW, boot_us=now, value=passed))

    def _hold(self) -> tuple[Fact, ...]:
        return (Fact(kind=FactKind.HELD, boot_us=self.since),)


def away(state: RunState, *, last: Seen, now: Moment) -> Away | None:
    """What to ask when a run was last seen at `last` and it is now `now`.

    None when the run was not moving then: idle, paused or finished runs lose nothing.
    """
    same_boot = _one_boot(last, now)
    since = last.boot_us
    if state.standing is Phase.HELD:
        held = state
    elif state.standing is Phase.RUNNING and locate(state, since)[0] < len(state.timeline.steps):
        held = apply(state, Fact(kind=FactKind.HELD, boot_us=since))
    else:
        return None
    gap = now.boot_us - since if same_boot else now.at_us - last.at_us
    return Away(held=held, since=since, away_us=max(0, gap), estimated=not same_boot)


def _one_boot(last: Seen, now: Moment) -> bool:
    """Whether the boot clock may be compared. A system that names no boot is believed if both clocks agree."""
    if last.boot_id or now.boot_id:
        return last.boot_id == now.boot_id
    ran, passed = now.boot_us - last.boot_us, now.at_us - last.at_us
    return ran >= 0 and abs(ran - passed) < GAP
