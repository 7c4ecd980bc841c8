"""Moving through weeks and days, and what a week is held against."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hybrid_tui.coach import weeks
from hybrid_tui.domain.week import DaySummary
from hybrid_tui.domain.week_view import WeekView
from hybrid_tui.formats.week_cells import ROWS
from hybrid_tui.formats.week_list import OF_A_DAY
from hybrid_tui.formats.week_shape import WEEK_COLUMN, Cursor
from hybrid_tui.tui.screens.history_view import PastScreen
from hybrid_tui.tui.widgets.week_page import WeekPage

WEEK = timedelta(days=7)


class WeekMoves(PastScreen):
    """The week in view and the place in it."""

    def __init__(self) -> None:
        super().__init__()
        self.view: WeekView | None = None
        self.cursor: Cursor | None = None
        self.comparing = ""
        """What it is held against: `last` for the week before, `usual` for the mean of four, else nothing."""
        self.first: date | None = None
        """The first of the seven days that are asked for; None for this week."""
        self.begins = weeks.week_start(self.shell.session.settings)
        """The weekday on which the person's weeks begin, 0 for Monday."""
        self.beside: dict[date, WeekView] = {}
        """The weeks before and after as they were a moment ago: shown at once, and held against the file."""
        self.drawn: tuple[WeekView | None, Cursor | None] = (None, None)
        """What was drawn last."""

    def _draw(self) -> None:
        if self.view is not None and not self.view.rolling:
            self.begins = self.view.first.weekday()
        if self.view is not None and self.cursor is not None:
            self.query_one(WeekPage).show(self.view, self.cursor, compare=bool(self.comparing))
            self.drawn = (self.view, self.cursor)
            self.refresh_bindings()

    @property
    def day(self) -> DaySummary | None:
        """The day under the cursor; None where it is on a number of the whole week."""
        if self.view is None or self.cursor is None or self.figure:
            return None
        return self.view.week.days[min(self.cursor.day, 6)]

    @property
    def looking_at(self) -> date | None:
        """The cursor's day, also where the cursor is on a number of the whole week."""
        if self.view is None or self.cursor is None:
            return None
        return self.view.week.days[min(self.cursor.day, 6)].date

    @property
    def figure(self) -> str:
        """The number of the whole week under the cursor; empty where it is on a day."""
        if self.cursor is None or self.cursor.figure.startswith(OF_A_DAY):
            return ""
        if self.cursor.figure:
            return self.cursor.figure
        return ROWS[self.cursor.row] if self.cursor.day == WEEK_COLUMN and not self._as_list else ""

    @property
    def row(self) -> str:
        """The row of the day that the cursor is on; empty where a day is one line."""
        if self.cursor is None:
            return ""
        if self.cursor.figure:
            return self.cursor.figure.removeprefix(OF_A_DAY)
        return "" if self._as_list else ROWS[self.cursor.row]

    @property
    def _as_list(self) -> bool:
        return self.is_mounted and self.query_one(WeekPage).as_list

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

    def go_to(self, day: date, *, whole: bool = False) -> None:
        """Show the week that holds a day, and stand on it, or on the week's own load."""
        back = (day.weekday() - self.begins) % 7
        at = Cursor(day=WEEK_COLUMN, row=ROWS.index("load")) if whole else Cursor(day=back, row=self._row)
        self._turn_to(day - timedelta(days=back), at)

    def stand_on(self, day: date) -> None:
        """The week of the day that was typed."""
        self.go_to(day)

    def _turn_to(self, first: date | None, cursor: Cursor | None) -> None:
        self.first, self.cursor = first, cursor
        known = None if first is None else self.beside.get(first)
        if known is not None and cursor is not None and self.comparing != "usual":
            self.view = known
            self._draw()
        self.run_worker(self.reread(), group="reread", exclusive=True)

    @property
    def _row(self) -> int:
        return 0 if self.cursor is None else self.cursor.row

    def action_day(self, steps: int) -> None:
        """The number beside it; past the days the next week's or the one before's."""
        if self.view is None or self.cursor is None:
            return
        beside = self.query_one(WeekPage).moved(steps, 0)
        if beside is not None:
            self._stand(beside)
        elif self._as_list and not self.cursor.figure and 0 <= self.cursor.day + steps < 7:
            self._stand(replace(self.cursor, day=self.cursor.day + steps))
        elif not self.cursor.figure:
            last = 6 if self._as_list else WEEK_COLUMN
            place = 0 if steps > 0 else last
            self._turn_to((self.first or self.view.first) + steps * WEEK, replace(self.cursor, day=place))

    def action_row(self, steps: int) -> None:
        """The number above or below; where days are lines, the day."""
        found = self.query_one(WeekPage).moved(0, steps)
        if found is not None:
            self._stand(found)

    def _stand(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self._draw()

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
