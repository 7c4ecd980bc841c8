"""History: the week at a glance, and every past session one key away."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from hybrid_tui.coach import weeks, weeks_looked_at
from hybrid_tui.formats.week_shape import Cursor
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.keys import step_bindings
from hybrid_tui.tui.screens.history_opening import WeekOpens
from hybrid_tui.tui.screens.history_view import GO_TO, VIEW_BINDINGS
from hybrid_tui.tui.widgets.week_page import WeekPage


class HistoryScreen(WeekOpens):
    """One week, moved through with the arrows and the brackets."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", tooltip="Read the session of the day", id="history.open"),
        *step_bindings("week")[:2],
        Binding("full_stop", "now", "this week", tooltip="Back to this week", id="step.now"),
        *VIEW_BINDINGS,
        Binding(
            "c",
            "compare",
            "compare",
            tooltip="Against the week before, then the mean of four",
            id="history.compare",
        ),
        Binding("r", "roll", "7 days", tooltip="The seven days that end today", id="history.roll"),
        GO_TO,
        Binding("f", "findings", "findings", tooltip="All that the rules say", id="history.findings"),
        Binding(
            "o",
            "measured",
            "measured",
            tooltip="What each number is and where it comes from",
            id="history.measured",
        ),
        Binding("right,l", "day(1)", "next day", tooltip="One day later", id="history.right", show=False),
        Binding("left,h", "day(-1)", "day before", tooltip="One day earlier", id="history.left", show=False),
        Binding("down,j", "row(1)", "down", tooltip="One row down", id="history.down", show=False),
        Binding("up,k", "row(-1)", "up", tooltip="One row up", id="history.up", show=False),
    ]

    def content(self) -> Iterable[Widget]:
        """The page."""
        yield WeekPage(self.glyphs)

    async def reread(self) -> None:
        """Ask for the week and show it; the cursor stays on its day, at first on today."""
        try:
            view = await self.ask(weeks.week, self.first)
            if self.comparing == "usual":
                view = replace(view, usual=await self.ask(weeks.usual, view.first))
        except StoreError as error:
            self.notify(str(error), severity="error")
            return
        if self.cursor is None:
            place = (view.today - view.first).days if view.holds_today else 0
            self.cursor = Cursor(day=place)
        if (view, self.cursor) != self.drawn:
            self.view = view
            self._draw()
        self.call_after_refresh(self._look_ahead)

    @work(group="ahead", exclusive=True)
    async def _look_ahead(self) -> None:
        """Now that it is on the screen, have the weeks beside it at hand: the next key then shows one at once."""
        if self.view is None:
            return
        shown = self.view
        try:
            if self.first is None:
                await self.ask(weeks_looked_at.keep)
            nearest = weeks_looked_at.nearest(shown)
            self.beside = {first: await self.ask(weeks.week, first) for first in nearest}
            for view in self.beside.values():
                await asyncio.sleep(0)  # a key that came meanwhile goes first
                self.query_one(WeekPage).prepare(view)
        except StoreError:
            return  # whoever asks next is told

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense here has a key."""
        if action in ("step", "day", "row", "compare", "roll", "measured"):
            return self.view is not None
        if action == "open":
            return bool(self.figure) or (
                self.day is not None and (bool(self.day.sessions) or self._of_the_morning)
            )
        if action == "findings":
            return self.view is not None and bool(self.view.findings)
        if action == "now":
            return self.view is not None and (self.view.rolling or not self.view.holds_today)
        return super().check_action(action, parameters)

    def key_word(self, action: str) -> str | None:
        """What pressing it again does."""
        if action == "compare" and self.comparing:
            return "mean of 4" if self.comparing == "last" else "week alone"
        if action == "findings" and self.view is not None and len(self.view.findings) > 1:
            return f"{len(self.view.findings)} findings"
        if action == "open" and self._of_the_morning:
            return "its recovery"
        return "this week" if action == "roll" and self.view is not None and self.view.rolling else None

    def on_week_page_chosen(self, event: WeekPage.Chosen) -> None:
        """A click on a day; a second one opens it."""
        again = event.cursor == self.cursor
        self._stand(event.cursor)
        if again and self.check_action("open", ()):
            self.action_open()

    def on_week_page_wheeled(self, event: WeekPage.Wheeled) -> None:
        """The wheel moves the cursor."""
        self._stand(event.cursor)
