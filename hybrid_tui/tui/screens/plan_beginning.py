"""How a programme gets in hand: from the shelf, anew, by a change of its text, or written by oneself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.calendar import coming_day
from hybrid_tui.tui.screens.asking import AskingScreen
from hybrid_tui.tui.screens.plan_moving import PlanMoving
from hybrid_tui.tui.screens.plan_text import edit_text


class Beginning:
    """The ways to another programme, asked on the screen that shows the plan."""

    def __init__(self, screen: PlanMoving) -> None:
        self._screen = screen

    def from_shelf(self) -> None:
        """Choose one of the shelf, then the day on which it begins."""
        self._screen.do(self._shelf)

    async def _shelf(self) -> None:
        from hybrid_tui.coach import shelf  # late: only the shelf reads all programmes
        from hybrid_tui.tui.widgets.plan_dialogs import ShelfDialog

        def chosen(programme_id: str | None) -> None:
            if programme_id is not None:
                self._ask_start(partial(self._begin, shelf.start, programme_id))

        self._screen.app.push_screen(ShelfDialog(await self._screen.ask(shelf.cards)), chosen)

    def anew(self) -> None:
        """Begin the programme in hand once more."""
        from hybrid_tui.coach import shelf  # late: only a start needs it

        self._ask_start(partial(self._begin, shelf.start_again))

    def edit(self) -> None:
        """Change the text of the programme in hand."""
        self._screen.do(self._edit)

    async def _edit(self) -> None:
        from hybrid_tui.coach import replanning  # late: only an edit needs it

        async def take(text: str) -> None:
            outcome = await self._screen.ask(replanning.replace_text, text)
            self._screen.notify(outcome.words)
            await self._screen.settle()

        text = await self._screen.ask(replanning.text_in_hand)
        await edit_text(self._screen, text, take, kept="The plan stays as it was until the text is right.")

    def write_own(self) -> None:
        """Write a programme from the template, then choose the day on which it begins."""
        self._screen.do(self._write_own)

    async def _write_own(self) -> None:
        from hybrid_tui.coach import programmes  # late: only a new plan needs it

        async def take(text: str) -> None:
            if text.split() == programmes.TEMPLATE.split():
                self._screen.notify("The text is as it was, so no programme begins.")
                return
            await self._screen.ask(programmes.checked, text)
            self._ask_start(partial(self._begin, programmes.adopt, text))

        await edit_text(self._screen, programmes.TEMPLATE, take, kept="Nothing was stored.")

    def _ask_start(self, then: Callable[[date, bool], None]) -> None:
        """When a programme begins: today with its days shifted, next Monday, or a typed day."""
        from hybrid_tui.tui.widgets.ask import Choice, Choose  # late: only a start needs it

        today = self._screen.shell.session.today()
        monday = today + timedelta(days=7 - today.weekday())
        by_text = "on the days of its text"
        ways = [
            Choice(
                key="t", word="today", hint="its first session is today's, the others follow", value="today"
            ),
            Choice(key="m", word=f"next Monday, {monday.day} {monday:%b}", hint=by_text, value="monday"),
            Choice(key="d", word="another day", hint=by_text, value="day"),
        ]

        def chosen(way: str | None) -> None:
            if way == "today":
                then(today, True)
            elif way == "monday":
                then(monday, False)
            elif way == "day":
                ask_day(self._screen, "Start on which day?", lambda day: then(day, False))

        self._screen.app.push_screen(Choose("Start when?", ways), chosen)

    def _begin(self, verb: Callable[..., Outcome], *args: Any) -> None:
        """Have it in hand from then on, and show it from today."""

        async def begin() -> None:
            outcome = await self._screen.ask(verb, *args)
            self._screen.notify(outcome.words)
            self._screen.number, self._screen.cursor = None, None
            await self._screen.settle()

        self._screen.do(begin)


def ask_day(screen: AskingScreen, heading: str, then: Callable[[date], None]) -> None:
    """Have a day from today on typed, and go on with it."""
    from hybrid_tui.tui.widgets.ask import AskText  # late: it brings Textual's input

    today = screen.shell.session.today()
    dialog = AskText(
        heading,
        text="today",
        example="today, tomorrow, mon, 2026-11-30",
        check=lambda text: coming_day(text, today),
        replaced=True,
    )
    screen.app.push_screen(dialog, lambda text: None if text is None else then(coming_day(text, today)))
