"""What the keys of the Plan do; each deed is stored before the screen shows it."""

from __future__ import annotations

from datetime import date
from functools import partial

from hybrid_tui.domain.plan_view import PlanWeek
from hybrid_tui.tui.screens.plan_beginning import Beginning, ask_day
from hybrid_tui.tui.screens.plan_moving import PlanMoving


class PlanVerbs(PlanMoving):
    """Verbs on the session, the week and the programme under the cursor."""

    number: int | None

    @property
    def beginning(self) -> Beginning:
        """How another programme gets in hand."""
        return Beginning(self)

    @property
    def week(self) -> PlanWeek | None:
        """The week under the cursor."""
        raise NotImplementedError

    def action_open(self) -> None:
        """The day line by line."""
        from hybrid_tui.tui.widgets.plan_dialogs import DayDialog  # late: only an opened day needs it

        if self.cursor is not None and self.cells:
            self.app.push_screen(DayDialog(self.cursor, self.cells))

    def action_pause(self) -> None:
        """Halt the plan, or go on with it."""
        from hybrid_tui.coach import replanning  # late: only a change needs it

        assert self.view is not None
        if self.view.paused_since is not None:
            ask_day(self, "Go on from which day?", partial(self.deed, replanning.resume))
        else:
            ask_day(self, "Pause from which day on?", self._pause)

    def _pause(self, first: date) -> None:
        """Ask why, so that the weeks without the plan can say it."""
        from hybrid_tui.coach import replanning  # late: only a change needs it
        from hybrid_tui.tui.widgets.ask import Choice, Choose

        reasons = [Choice(key=key, word=word, value=word) for key, word in replanning.PAUSE_REASONS.items()]
        self.app.push_screen(
            Choose("Why does the plan wait?", reasons),
            lambda why: None if why is None else self.deed(replanning.pause, first, why),
        )

    def action_repeat(self) -> None:
        """Do the week under the cursor once more."""
        from hybrid_tui.coach import replanning  # late: only a change needs it

        if self.week is not None and self.week.number is not None:
            self.deed(replanning.repeat_week, self.week.number)

    def action_deload(self) -> None:
        """Take the deload in the week under the cursor."""
        from hybrid_tui.coach import replanning  # late: only a change needs it

        if self.week is not None and self.week.number is not None:
            self.deed(replanning.deload_now, self.week.number)

    def action_word(self) -> None:
        """Take a word week in the week under the cursor."""
        from hybrid_tui.coach import replanning  # late: only a change needs it
        from hybrid_tui.tui.widgets.ask import Choice, Choose

        week = self.week
        if week is None or week.number is None or self.view is None:
            return
        number = week.number
        choices = [
            Choice(key=str(place), word=word, value=word)
            for place, word in enumerate(self.view.words[:9], start=1)
        ]
        self.app.push_screen(
            Choose(f"Which week instead of week {week.of_round}?", choices),
            lambda word: None if word is None else self.deed(replanning.take_word, number, word),
        )

    def action_end(self) -> None:
        """End the programme, after asking."""
        from hybrid_tui.coach import replanning  # late: only a change needs it
        from hybrid_tui.tui.widgets.ask import Confirm

        assert self.view is not None
        question = Confirm(
            f"End {self.view.title}?",
            "Its sessions stay in the log, and u brings it back.",
            yes="end it",
            no="go on",
        )
        self.app.push_screen(question, lambda yes: self.deed(replanning.end) if yes else None)

    def action_shelf(self) -> None:
        """Choose a programme."""
        self.beginning.from_shelf()

    def action_start(self) -> None:
        """Start the programme in hand anew."""
        self.beginning.anew()

    def action_edit(self) -> None:
        """Open the programme's text in the person's editor."""
        self.beginning.edit()

    def action_new(self) -> None:
        """Write a programme of one's own."""
        self.beginning.write_own()
