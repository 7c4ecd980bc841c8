"""The end of a session: how hard it was, how long where no clock ran, a note, and what it came to."""

from __future__ import annotations

from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.sheet import SheetState
from hybrid_tui.tui.screens.today_own import OwnVerbs
from hybrid_tui.tui.widgets.sheet_view import Here, SheetView

EFFORT_WORDS = {
    1: "very easy",
    2: "easy",
    3: "moderate",
    4: "somewhat hard",
    5: "hard",
    6: "",
    7: "very hard",
    8: "",
    9: "",
    10: "maximal",
}
"""The words of the ten-point scale that a whole session is rated on; the empty ones lie between."""


def _after_the_end(after: SheetView) -> SheetView:
    """The title of what was finished; where the day asks for another session, the first thing of that."""
    return after._replace(here=Here()) if after.sheet.state is SheetState.DONE else after.at_next()


class FinishVerbs(OwnVerbs):
    """The key that ends a session, and what it asks."""

    def action_finish(self) -> None:
        """Ask how hard it was, then for a note; a finished session is opened again."""
        view = self.view
        if view is None or view.sheet.session_id is None:
            return
        if view.sheet.state is SheetState.DONE:
            from hybrid_tui.coach import finishing  # late: not needed for the first paint

            self.simply(finishing.reopen, view.sheet.session_id, then=lambda after: after.at_next())
            return
        if self.timer_holds(view):
            self.shell.notify("The timer still runs for this session: 2 shows it, f there ends it.")
            return
        self._ask_effort(round(view.sheet.rpe) if view.sheet.rpe else 5)

    def _ask_effort(self, marked: int) -> None:
        from hybrid_tui.tui.widgets.ask import scale  # late: not needed for the first paint

        self.app.push_screen(scale("How hard was the whole session?", EFFORT_WORDS, at=marked), self._rated)

    def _rated(self, rpe: int | None) -> None:
        if rpe is None or self.view is None:
            return
        if self.view.sheet.began_us is None:
            self._ask_minutes(rpe, self.view.sheet.minutes)
        else:
            self._ask_note(rpe, None)

    def _ask_minutes(self, rpe: int, marked: float | None) -> None:
        """How long it was, of a session that was told afterwards; without it there is no load."""
        from hybrid_tui.coach.past_words import minutes_in  # late: seldom asked
        from hybrid_tui.tui.widgets.ask import AskText

        def told(said: str | None) -> None:
            if said is None:
                self._ask_effort(rpe)  # one step back, not out: the effort was said
            else:
                self._ask_note(rpe, minutes_in(said))

        text = "" if marked is None else f"{marked:.0f}"
        heading = f"Effort {rpe}. How many minutes?"
        example = "Enter goes on; it may stay empty, without a load then"
        ask = AskText(heading, text=text, example=example, check=minutes_in, replaced=True)
        self.app.push_screen(ask, told)

    def _ask_note(self, rpe: int, minutes: float | None) -> None:
        from hybrid_tui.tui.widgets.ask import AskText  # late: not needed for the first paint

        if self.view is None:
            return
        clockless = self.view.sheet.began_us is None
        note = AskText(
            f"Effort {rpe}. A note?", text=self.view.sheet.note, example="Enter goes on; it may stay empty"
        )

        def noted(said: str | None) -> None:
            if said is not None:
                self._finish(rpe, said, minutes)
            elif clockless:  # one step back, not out: what was said stays
                self._ask_minutes(rpe, minutes)
            else:
                self._ask_effort(rpe)

        self.app.push_screen(note, noted)

    def _finish(self, rpe: int, note: str, minutes: float | None) -> None:
        from hybrid_tui.coach import finishing  # late: not needed for the first paint

        async def finish() -> None:
            if self.view is None or (session_id := self.view.sheet.session_id) is None:
                return
            summary = await self.ask(finishing.finish, session_id, rpe, note, minutes)
            self.shell.rest.skip()
            await self.settle(Outcome(words=summary.title), _after_the_end)
            from hybrid_tui.tui.widgets.summary import SummaryDialog

            self.app.push_screen(SummaryDialog(summary))

        self.do(finish)
