"""A month as a calendar and a year as a heat map."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from textual.binding import BindingType

from hybrid_tui.domain.calendar import monday_of
from hybrid_tui.domain.day_numbers import MEASURES
from hybrid_tui.formats.calendar_page import (
    month_end,
    month_page,
    month_pitch,
    month_span,
    year_page,
    year_pitch,
)
from hybrid_tui.formats.sheet_page import SheetPage
from hybrid_tui.tui.screens.history_days import CalendarScreen, calendar_bindings, month_later
from hybrid_tui.tui.widgets.sheet_page import SheetView


class MonthScreen(CalendarScreen):
    """A month as a calendar."""

    VIEW = "month"
    MONTHS = 1
    BINDINGS: ClassVar[list[BindingType]] = calendar_bindings("month")

    def span_of(self, day: date) -> tuple[date, date]:
        """The whole weeks of the day's month."""
        return month_span(day, self.first_day or 0)

    def lay_out(self, width: int, height: int) -> SheetPage:
        """The calendar."""
        return month_page(
            self.days,
            self.at,
            MEASURES[self.measure],
            width,
            today=self.shell.session.today(),
            cursor=self.at,
            on_sum=self.on_sum,
            known=self.known,
            airy=self.airy,
            drawn=self.drawn.of(*self._shown(width), self.at.month, self.at.year),
        )

    def line_end(self, day: date) -> date:
        """The last day of its week."""
        return monday_of(day, first_day=self.first_day or 0) + timedelta(days=6)

    def action_line(self, steps: int) -> None:
        """A week earlier or later."""
        self.move_to(self.at + timedelta(days=7 * steps))

    def action_step(self, steps: int) -> None:
        """A month earlier or later."""
        self.move_to(month_later(self.at, steps))

    def on_sheet_view_clicked(self, event: SheetView.Clicked) -> None:
        """A click on a day."""
        pitch = month_pitch(self.query_one(SheetView).size.width)
        week, column = event.row // (3 if self.airy else 2), event.x // pitch
        place = 7 * week + min(column, 6)
        if event.row >= 0 and column <= 7 and place < len(self.days):
            self.chosen(self.days[place].day, on_sum=column == 7)


class YearScreen(CalendarScreen):
    """A year as a heat map."""

    VIEW = "year"
    MONTHS = 12
    BINDINGS: ClassVar[list[BindingType]] = calendar_bindings("year")

    def span_of(self, day: date) -> tuple[date, date]:
        """The day's year."""
        return date(day.year, 1, 1), date(day.year, 12, 31)

    def lay_out(self, width: int, height: int) -> SheetPage:
        """The map."""
        return year_page(
            self.days,
            MEASURES[self.measure],
            width,
            today=self.shell.session.today(),
            cursor=self.at,
            on_sum=self.on_sum,
            known=self.known,
            airy=self.airy,
            drawn=self.drawn.of(*self._shown(width)),
        )

    def line_end(self, day: date) -> date:
        """The last day of its month."""
        return month_end(day)

    def action_open(self) -> None:
        """The day in its week, or on a month's sum the month."""
        if not self.on_sum:
            super().action_open()
            return
        month = MonthScreen()
        month.at, month.measure = self.at, self.measure
        self.app.switch_screen(month)

    def action_line(self, steps: int) -> None:
        """A month earlier or later."""
        self.move_to(month_later(self.at, steps))

    def action_step(self, steps: int) -> None:
        """A year earlier or later."""
        self.move_to(month_later(self.at, self.MONTHS * steps))

    def on_sheet_view_clicked(self, event: SheetView.Clicked) -> None:
        """A click on a day."""
        pitch = year_pitch(self.query_one(SheetView).size.width)
        month = event.row // (2 if self.airy else 1) + 1
        number = (event.x - 5) // pitch + 1
        if event.row < 0 or month > 12 or number < 1:
            return
        begins = date(self.at.year, month, 1)
        if number <= month_end(begins).day:
            self.chosen(begins.replace(day=number))
        elif number > 31:
            self.chosen(begins, on_sum=True)
