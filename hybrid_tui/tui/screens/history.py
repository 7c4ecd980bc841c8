"""History: the week at a glance, and every past session one key away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from hybrid_tui.coach import weeks, weeks_looked_at
from hybrid_tui.coach.past import OpenedSession
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.week import DaySummary
from hybrid_tui.domain.week_view import WeekView
from hybrid_tui.formats.week_cells import ROWS
from hybrid_tui.formats.week_lines import Cursor
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.keys import step_bindings
from hybrid_tui.tui.screens.history_view import GO_TO, VIEW_BINDINGS, PastScreen
from hybrid_tui.tui.widgets.week_page import WeekPage

WEEK = timedelta(days=7)


class HistoryScreen(PastScreen):
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

    def __init__(self) -> None:
        super().__init__()
        self.view: WeekView | None = None
        self.cursor: Cursor | None = None
        self.comparing = ""
        """What it is held against: `last` for the week before, `usual` for the mean of four, else nothing."""
        self.first: date | None = None
        """The first of the seven days that are asked for; None for this week."""

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
        self.view = view
        if self.cursor is None:
            place = (view.today - view.first).days if view.holds_today else 0
            self.cursor = Cursor(day=place)
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
            for first in weeks_looked_at.nearest(shown):
                await self.ask(weeks.week, first)
        except StoreError:
            return  # whoever asks next is told

    def _draw(self) -> None:
        if self.view is not None and self.cursor is not None:
            self.query_one(WeekPage).show(self.view, self.cursor, compare=bool(self.comparing))
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense here has a key."""
        if action in ("step", "day", "row", "compare", "roll", "measured"):
            return self.view is not None
        if action == "open":
            return self.day is not None and (bool(self.day.sessions) or self._of_the_morning)
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

    @property
    def day(self) -> DaySummary | None:
        """The day under the cursor."""
        if self.view is None or self.cursor is None:
            return None
        return self.view.week.days[self.cursor.day]

    def step_back(self) -> bool:
        """Close the line, end the comparison, come back to this week."""
        if super().step_back():
            return True
        if self.comparing:
            self._hold_against("")
            return True
        if self.view is not None and (self.view.rolling or not self.view.holds_today):
            self.action_now()
            return True
        return False

    def action_step(self, steps: int) -> None:
        """A week earlier or later."""
        if self.view is not None:
            self._turn_to((self.first or self.view.first) + steps * WEEK, self.cursor)

    def action_now(self) -> None:
        """Back to this week and today."""
        self._turn_to(None, None)

    def action_roll(self) -> None:
        """The seven days that end today, and back."""
        if self.view is None or self.view.rolling:
            self.action_now()
        else:
            self._turn_to(self.shell.session.today() - timedelta(days=6), Cursor(day=6, row=self._row))

    def go_to(self, day: date) -> None:
        """Show the week that holds a day, and stand on it."""
        begins = (self.view.first if self.view is not None else day - timedelta(days=day.weekday())).weekday()
        back = (day.weekday() - begins) % 7
        self._turn_to(day - timedelta(days=back), Cursor(day=back, row=self._row))

    def stand_on(self, day: date) -> None:
        """The week of the day that was typed."""
        self.go_to(day)

    def _turn_to(self, first: date | None, cursor: Cursor | None) -> None:
        self.first, self.cursor = first, cursor
        self.run_worker(self.reread(), group="reread", exclusive=True)

    @property
    def _row(self) -> int:
        return 0 if self.cursor is None else self.cursor.row

    def action_day(self, steps: int) -> None:
        """A day earlier or later, on into the next week."""
        if self.view is None or self.cursor is None:
            return
        place = self.cursor.day + steps
        if 0 <= place < 7:
            self.cursor = replace(self.cursor, day=place)
            self._draw()
        else:
            self._turn_to((self.first or self.view.first) + steps * WEEK, replace(self.cursor, day=place % 7))

    def action_row(self, steps: int) -> None:
        """A row up or down; where days are lines, a day."""
        if self.query_one(WeekPage).as_list:
            self.action_day(steps)
        elif self.cursor is not None:
            row = max(0, min(self.cursor.row + steps, len(ROWS) - 1))
            self.cursor = replace(self.cursor, row=row)
            self._draw()

    def on_week_page_chosen(self, event: WeekPage.Chosen) -> None:
        """A click on a day; a second one opens it."""
        again = event.cursor == self.cursor
        self.cursor = event.cursor
        self._draw()
        if again and self.check_action("open", ()):
            self.action_open()

    def action_compare(self) -> None:
        """Differences from the week before in the place of units, then from the mean of four, and back."""
        self._hold_against({"": "last", "last": "usual"}.get(self.comparing, ""))

    def _hold_against(self, what: str) -> None:
        self.comparing = what
        if what == "usual" and self.view is not None:
            self.do(self._ask_usual, self.view)
        elif self.view is not None:
            self.view = replace(self.view, usual=None)
            self._draw()

    async def _ask_usual(self, view: WeekView) -> None:
        """The mean of the weeks before the one shown; where the log begins with it there is none."""
        usual = await self.ask(weeks.usual, view.first)
        if self.view is not view:
            return
        if usual is None:
            self.notify("Nothing was logged before this week.")
            self.comparing = ""
        self.view = replace(view, usual=usual)
        self._draw()

    def action_measured(self) -> None:
        """Say what each number is, and which sessions and days it comes from."""
        from hybrid_tui.domain.week_sources import sources  # late: only asked for
        from hybrid_tui.tui.widgets.week_measured import MEASURED, MeasuredDialog

        if self.view is not None:
            self.app.push_screen(MeasuredDialog(MEASURED, sources(self.view.week)))

    def action_findings(self) -> None:
        """All findings in full."""
        from hybrid_tui.tui.widgets.week_measured import FindingsDialog  # late: only asked for

        if self.view is not None:
            self.app.push_screen(FindingsDialog(self.view.findings))

    def action_open(self) -> None:
        """Read the day's session; where there are several the row decides, else the person.

        On sleep, protein and readiness the day opens in Recovery, where they come from.
        """
        if self.day is not None and self._of_the_morning:
            self.shell.action_visit("recovery")
            self.app.call_after_refresh(self._recover, self.day.date)
        elif self.day is not None:
            self.do(self._open, self.day.date)

    def _recover(self, day: date) -> None:
        choose = getattr(self.app.screen, "choose_day", None)
        if choose is not None and day <= self.shell.session.today():
            choose(day)

    @property
    def _of_the_morning(self) -> bool:
        """Whether the cursor is on a number that Recovery holds."""
        seen = self.is_mounted and not self.query_one(WeekPage).as_list
        return seen and ROWS[self._row] in ("sleep", "protein", "ready")

    async def _open(self, day: date) -> None:
        from hybrid_tui.coach import past  # late: only an opened day needs it

        found = await self.ask(past.opened, day)
        fitting = self._fitting(found)
        if len(fitting) == 1:
            self.read_session(fitting[0])
        elif fitting:
            from hybrid_tui.tui.widgets.ask import Choice, Choose

            choices = [
                Choice(key=str(number), word=each.record.name, hint=each.record.status.value, value=each)
                for number, each in enumerate(fitting[:9], start=1)
            ]
            self.app.push_screen(
                Choose(day_words(day), choices), lambda one: None if one is None else self.read_session(one)
            )

    def _fitting(self, found: tuple[OpenedSession, ...]) -> tuple[OpenedSession, ...]:
        """The sessions that have something in the cursor's row; all where none or every one has."""
        row = ROWS[self._row]
        if row not in ("run", "lift", "jump"):
            return found
        some = tuple(each for each in found if getattr(each.summary, row) is not None)
        return some or found
