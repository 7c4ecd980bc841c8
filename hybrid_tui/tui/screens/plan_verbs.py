"""What the keys of the Plan do; each deed is stored before the screen shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from hybrid_tui.domain.calendar import coming_day
from hybrid_tui.domain.plan_view import PlanWeek
from hybrid_tui.tui.screens.plan_moving import PlanMoving


class PlanVerbs(PlanMoving):
    """Verbs on the session, the week and the programme under the cursor."""

    number: int | None

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
            self._ask_day("Go on from which day?", partial(self.deed, replanning.resume))
        else:
            self._ask_day("Pause from which day on?", self._pause)

    def _pause(self, first: date) -> None:
        """Ask why, so that the weeks without the plan can say it."""
        from hybrid_tui.coach import replanning  # late: only a change needs it
        from hybrid_tui.tui.widgets.ask import Choice, Choose

        reasons = [Choice(key=key, word=word, value=word) for key, word in replanning.PAUSE_REASONS.items()]
        self.app.push_screen(
            Choose("Why does the plan wait?", reasons),
            lambda why: None if why is None else self.deed(replanning.pause, first, why),
        )

    def _ask_day(self, heading: str, then: Callable[[date], None]) -> None:
        from hybrid_tui.tui.widgets.ask import AskText  # late: it brings Textual's input

        today = self.shell.session.today()
        dialog = AskText(
            heading,
            text="today",
            example="today, tomorrow, mon, 2026-11-30",
            check=lambda text: coming_day(text, today),
        )
        self.app.push_screen(dialog, lambda text: None if text is None else then(coming_day(text, today)))

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

        async def show() -> None:
            from hybrid_tui.coach import shelf  # late: only the shelf reads all programmes
            from hybrid_tui.tui.widgets.plan_dialogs import ShelfDialog

            cards = await self.ask(shelf.cards)
            self.app.push_screen(ShelfDialog(cards), self._chosen)

        self.do(show)

    def _chosen(self, programme_id: str | None) -> None:
        if programme_id is not None:
            self._ask_start(partial(self._use, programme_id))

    def _ask_start(self, then: Callable[[date, bool], None]) -> None:
        """When a programme begins: today with its days shifted, next Monday, or a typed day."""
        from hybrid_tui.tui.widgets.ask import Choice, Choose  # late: only a start needs it

        today = self.shell.session.today()
        monday = today + timedelta(days=7 - today.weekday())
        ways = [
            Choice(
                key="t", word="today", hint="its first session is today's, the others follow", value="today"
            ),
            Choice(
                key="m",
                word=f"next Monday, {monday.day} {monday:%b}",
                hint="on the days of its text",
                value="monday",
            ),
            Choice(key="d", word="another day", hint="on the days of its text", value="day"),
        ]

        def chosen(way: str | None) -> None:
            if way == "today":
                then(today, True)
            elif way == "monday":
                then(monday, False)
            elif way == "day":
                self._ask_day("Start on which day?", lambda day: then(day, False))

        self.app.push_screen(Choose("Start when?", ways), chosen)

    def _use(self, programme_id: str, start: date, begins_today: bool) -> None:
        async def use() -> None:
            from hybrid_tui.coach import shelf  # late: only a start needs it

            outcome = await self.ask(shelf.start, programme_id, start, begins_today)
            self.notify(outcome.words)
            self.number, self.cursor = None, None
            await self.settle()

        self.do(use)

    def action_start(self) -> None:
        """Start the programme in hand anew."""
        self._ask_start(self._start_again)

    def _start_again(self, start: date, begins_today: bool) -> None:
        async def again() -> None:
            from hybrid_tui.coach import shelf  # late: only a start needs it

            outcome = await self.ask(shelf.start_again, start, begins_today)
            self.notify(outcome.words)
            self.number, self.cursor = None, None
            await self.settle()

        self.do(again)

    def action_edit(self) -> None:
        """Open the programme's text in the person's editor."""

        async def edit() -> None:
            from hybrid_tui.coach import replanning  # late: only an edit needs it

            text = await self.ask(replanning.text_in_hand)
            await self._edit(text, new=False)

        self.do(edit)

    def action_new(self) -> None:
        """Write a programme of one's own."""

        async def new() -> None:
            from hybrid_tui.coach import programmes  # late: only a new plan needs it

            await self._edit(programmes.TEMPLATE, new=True)

        self.do(new)

    async def _edit(self, text: str, *, new: bool) -> None:
        from hybrid_tui.coach import programmes, replanning  # late: only an edit needs these
        from hybrid_tui.domain.notation.errors import ProgrammeErrors
        from hybrid_tui.tui.editing import edited
        from hybrid_tui.tui.editor import NoEditor

        try:
            changed = edited(self.app, text)
        except NoEditor as error:
            self.notify(str(error), severity="error", timeout=8)
            return
        try:
            if not new:
                outcome = await self.ask(replanning.replace_text, changed)
                self.notify(outcome.words)
                await self.settle()
            else:
                await self.ask(programmes.checked, changed)
                self._ask_start(partial(self._adopt, changed))
        except ProgrammeErrors as found:
            self._mistakes(found, changed, new=new)

    def _mistakes(self, found: Exception, text: str, *, new: bool) -> None:
        from hybrid_tui.tui.widgets.plan_dialogs import MistakesDialog  # late: only a mistake needs it

        kept = "Nothing was stored." if new else "The plan stays as it was until the text is right."
        dialog = MistakesDialog(getattr(found, "errors", ()), kept)

        def again(answer: bool | None) -> None:
            if answer:
                self.do(partial(self._edit, text, new=new))

        self.app.push_screen(dialog, again)

    def _adopt(self, text: str, start: date, begins_today: bool) -> None:
        async def adopt() -> None:
            from hybrid_tui.coach import programmes  # late: only a new plan needs it

            outcome = await self.ask(programmes.adopt, text, start, begins_today)
            self.notify(outcome.words)
            self.number, self.cursor = None, None
            await self.settle()

        self.do(adopt)
