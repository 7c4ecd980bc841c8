"""What can be asked of the run on the timer at any instant; nothing here changes it."""

from __future__ import annotations

from hybrid_tui.coach.loaded import Loaded
from hybrid_tui.coach.watched_run import WatchedRun
from hybrid_tui.domain.sheet_words import time_words
from hybrid_tui.domain.timer_laps import last_lap_words
from hybrid_tui.domain.timer_past import climb_times
from hybrid_tui.domain.timer_report import FallOff, Ran, fall_off_in, intervals
from hybrid_tui.domain.timer_run import Phase, RunState, locate, position
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.widgets.timer_line_words import strip_words


class TimerReadings:
    """The run as it stands now."""

    def __init__(self, app: HybridApp) -> None:
        self.app = app
        self.run = WatchedRun()
        self._ran: tuple[RunState, int, tuple[Ran, ...]] | None = None

    def now(self) -> int:
        """The boot clock, µs."""
        return self.app.session.clock.boot_us()

    @property
    def loaded(self) -> Loaded | None:
        """What is on the timer, waiting or running."""
        return self.run.loaded

    @property
    def on(self) -> bool:
        """Whether a run was begun and is not recorded yet."""
        return self.loaded is not None and self.loaded.run_id is not None

    @property
    def phase(self) -> Phase:
        """How the run stands; HELD while it asks how to go on, IDLE where there is none."""
        if self.loaded is None:
            return Phase.IDLE
        return Phase.HELD if self.loaded.away is not None else position(self.loaded.state, self.now()).phase

    def runs(self) -> bool:
        """Whether its time goes on."""
        return self.phase in (Phase.RUNNING, Phase.READY)

    @property
    def asked_us(self) -> int:
        """How long the question how to go on has stood, µs."""
        return self.run.held_us(self.now())

    def holds(self, session_id: str | None, block: int | None = None) -> bool:
        """Whether a run that was begun, going on or held, belongs to this block, or to any of this session."""
        spot = self.loaded.spot if self.loaded is not None and self.on else None
        return (
            spot is not None
            and session_id is not None
            and spot.session_id == session_id
            and block in (None, spot.block)
        )

    def strip(self) -> tuple[str, str, str] | None:
        """Phase, words and clock of the run in one line; None where none was begun."""
        return strip_words(self.loaded, self.now()) if self.loaded is not None and self.on else None

    def steps_done(self) -> frozenset[int]:
        """The steps that were done as asked, so far."""
        return frozenset(each.index for each in self.ran() if each.done)

    def ran(self) -> tuple[Ran, ...]:
        """Every step that has ended, so far; worked out anew only where one has."""
        if self.loaded is None:
            return ()
        state, now = self.loaded.state, self.now()
        index = locate(state, now)[0]
        if self._ran is None or self._ran[0] is not state or self._ran[1] != index:
            self._ran = (state, index, intervals(state, now))
        return self._ran[2]

    def last_time(self) -> str:
        """The last lap of the step in hand; while walking back from it, the time of the climb. Else empty."""
        if self.loaded is None:
            return ""
        state, ran = self.loaded.state, self.ran()
        if state.index == locate(state, self.now())[0] and (words := last_lap_words(state)):
            return words
        times = climb_times(ran)
        if not ran or ran[-1].index not in times:
            return ""
        last = times[ran[-1].index]
        best = f", best {time_words(min(times.values()))}" if len(times) > 1 else ""
        return f"{time_words(last)}{best}"

    def falls_off(self) -> FallOff | None:
        """The proposal to stop, where the line asks for one or sprints lose their speed at once."""
        if self.loaded is None or not any(
            step.until is not None or step.sprint for step in self.loaded.timeline.steps
        ):
            return None
        return fall_off_in(self.ran())
