"""What the Timer asks before it does it: how a run ends early, under which name a line is kept, what is heard."""

from __future__ import annotations

from hybrid_tui.domain.notation.printing import on_one_line
from hybrid_tui.domain.sheet_words import clock
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_report import reps_done
from hybrid_tui.domain.timer_run import position
from hybrid_tui.tui.screens.timer_choosing import ChoosingScreen
from hybrid_tui.tui.widgets import timer_view


class EndingScreen(ChoosingScreen):
    """The verbs that open a dialog."""

    def action_sound(self) -> None:
        """Which cues are on."""
        from hybrid_tui.tui.widgets.timer_menu import SoundMenu  # late: not needed for the first paint

        self.app.push_screen(SoundMenu(self.timer.sound), lambda _: self.timer.tell())

    def action_finish(self) -> None:
        """Ask how it ends; what is kept ends where the key was pressed."""
        from hybrid_tui.tui.widgets.timer_menu import end_question  # late: not needed for the first paint

        at = self.timer.now()
        self.app.push_screen(end_question(self._done_words()), lambda answer: self._ends(answer, at))

    def _ends(self, answer: str | None, at: int) -> None:
        if answer == "keep":
            self.timer.finish(at)
        elif answer == "away":
            self.timer.discard()

    def _done_words(self) -> str:
        """What was done so far, empty before the first step."""
        loaded = self.timer.loaded
        if loaded is None:
            return ""
        now = self.timer.now()
        here = position(loaded.away.held if loaded.away is not None else loaded.state, now)
        if not here.done:
            return ""
        done, whole = reps_done(loaded.state, now)
        return f"{done} of {whole}" if whole > 1 else clock(here.done // SECOND)

    def action_again(self) -> None:
        """The line that has just ended, ready to start once more."""
        from hybrid_tui.tui.timer_entrances import run_again  # late: not needed for the first paint

        if (ended := self.timer.ended) is not None:
            run_again(self.shell, timer_view.full_line(ended.loaded), ended.loaded.name)

    def action_save(self) -> None:
        """Keep the line under a name."""
        from hybrid_tui.tui.widgets.ask import AskText  # late: not needed for the first paint

        loaded = self.timer.ended.loaded if self.timer.ended is not None else self.timer.loaded
        if loaded is None:
            return
        line = timer_view.full_line(loaded)

        def check(name: str) -> None:
            if not name.strip():
                raise ValueError("A name is missing.")

        ask = AskText("Keep this timer as", text=loaded.name, example=on_one_line(line), check=check)
        self.app.push_screen(ask, lambda name: None if name is None else self._save(name, line))

    def _save(self, name: str, line: str) -> None:
        from hybrid_tui.coach.timer_choices import save_own  # late: not needed for the first paint

        self.do(self.own_deed, save_own, self.moment(), name, line)
