"""Days that are moved through by keys and mouse, each one key away: what a month and a year share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from hybrid_tui.coach.day_list import day_list, first_weekday
from hybrid_tui.domain.day_numbers import DEFINITIONS, MEASURES, DayNumbers
from hybrid_tui.formats.calendar_page import month_end
from hybrid_tui.formats.drawn import Drawn
from hybrid_tui.formats.sheet_page import SheetPage
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.keys import step_bindings
from hybrid_tui.tui.screens.history_view import AROUND, GO_TO, SubView
from hybrid_tui.tui.widgets.sheet_page import SheetView


def calendar_bindings(unit: str) -> list[BindingType]:
    """The keys of a calendar that goes by months or years, in their order in the key bar."""
    return [
        Binding("enter", "open", "open", tooltip="The day in its week", id="calendar.open"),
        *step_bindings(unit),
        Binding(
            "s", "measure", "show next", tooltip="Load, sprint seconds, sets, readiness", id="calendar.show"
        ),
        *AROUND[:1],
        Binding("right,l", "day(1)", "next day", tooltip="One day later", id="calendar.right", show=False),
        Binding("left,h", "day(-1)", "day before", tooltip="One day earlier", id="calendar.left", show=False),
        Binding("down,j", "line(1)", "down", tooltip="One line down", id="calendar.down", show=False),
        Binding("up,k", "line(-1)", "up", tooltip="One line up", id="calendar.up", show=False),
        *AROUND[1:],
        GO_TO,
        Binding("o", "measured", "measured", tooltip="What each number is", id="calendar.measured"),
    ]


class CalendarScreen(SubView):
    """Base of both: a day under the cursor, a measure, the days that are drawn."""

    MONTHS: ClassVar[int] = 1
    """How far a key turns."""

    def __init__(self) -> None:
        super().__init__()
        self.at: date = self.shell.session.today()
        self.measure = 0
        self.days: tuple[DayNumbers, ...] = ()
        self.first_day: int | None = None
        self.on_sum = False
        """Whether the cursor is on the sum of its day's week or month."""
        self.known = False
        """Whether the answer was there once."""
        self.drawn = Drawn()
        """What a key need not draw again."""

    def content(self) -> Iterable[Widget]:
        """The calendar; before the answer is there, its days alone."""
        first, last = self.span()
        self.days = tuple(
            DayNumbers(day=first + timedelta(days=place)) for place in range((last - first).days + 1)
        )
        view = SheetView(self.glyphs)
        view.show(self.lay_out)
        yield view

    def span(self) -> tuple[date, date]:
        """The days that are drawn, both included."""
        return self.span_of(self.at)

    def span_of(self, day: date) -> tuple[date, date]:
        """The days that are drawn with a day."""
        raise NotImplementedError

    def _shown(self, width: int) -> tuple[object, ...]:
        """What all lines of the page depend on, wherever the cursor stands."""
        return self.known, self.days, self.measure, width, self.shell.session.today()

    def lay_out(self, width: int, height: int) -> SheetPage:
        """The page."""
        raise NotImplementedError

    async def reread(self) -> None:
        """Ask for the days that are drawn."""
        try:
            if self.first_day is None:
                self.first_day = await self.ask(first_weekday)
            self.days = await self.ask(day_list, *self.span())
        except StoreError as error:
            self.notify(str(error), severity="error")
            return
        self.known = True
        self.query_one(SheetView).show(self.lay_out)
        self.refresh_bindings()
        self.call_after_refresh(self._look_ahead)

    @work(group="ahead", exclusive=True)
    async def _look_ahead(self) -> None:
        """Now that it is on the screen, have what lies before and after it at hand: the next key shows it at once."""
        first, last = self.span()
        try:
            for day in (month_later(self.at, -self.MONTHS), month_later(self.at, self.MONTHS)):
                if self.span() == (first, last):
                    await self.ask(day_list, *self.span_of(day))
        except StoreError:
            return  # whoever asks next is told

    def move_to(self, day: date) -> None:
        """Stand on a day; days that are not drawn yet are asked for."""
        before = self.span()
        self.at = max(date(1900, 1, 1), min(day, date(2199, 12, 31)))
        if self.span() != before:
            self.run_worker(self.reread(), group="reread", exclusive=True)
        else:
            self.query_one(SheetView).draw()
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`.` has a key where it leads somewhere."""
        if action == "now":
            return self.at != self.shell.session.today()
        return super().check_action(action, parameters)

    def key_word(self, action: str) -> str | None:
        """What the next press shows."""
        if action == "measure":
            return MEASURES[(self.measure + 1) % len(MEASURES)].word
        return None

    @property
    def looking_at(self) -> date | None:
        """The cursor's day."""
        return self.at

    def begin_at(self, day: date) -> None:
        """Stand there from the beginning."""
        self.at = day

    def stand_on(self, day: date) -> None:
        """The day that was typed."""
        self.on_sum = False
        self.move_to(day)

    def action_day(self, steps: int) -> None:
        """A day earlier or later; between two lines of days stands the first one's sum."""
        last, day = self.line_end(self.at), self.at + timedelta(days=steps)
        if self.on_sum:
            self.on_sum = False
            self.move_to(last if steps < 0 else last + timedelta(days=1))
        else:
            self.on_sum = self.line_end(day) != last
            self.move_to(self.at if self.on_sum and steps > 0 else day)

    def line_end(self, day: date) -> date:
        """The last day of the line that a day stands in; after it stands their sum."""
        raise NotImplementedError

    def action_now(self) -> None:
        """Back to today."""
        self.on_sum = False
        self.move_to(self.shell.session.today())

    def action_measure(self) -> None:
        """The next number."""
        self.measure = (self.measure + 1) % len(MEASURES)
        self.query_one(SheetView).draw()
        self.refresh_bindings()

    def action_open(self) -> None:
        """The day in its week, or on a sum what it is made of."""
        self.go_to(self.at, whole=self.on_sum)

    def action_measured(self) -> None:
        """Say what each number is."""
        from hybrid_tui.tui.widgets.week_measured import MeasuredDialog  # late: only asked for

        self.app.push_screen(MeasuredDialog(DEFINITIONS))

    def chosen(self, day: date, *, on_sum: bool = False) -> None:
        """A click on a day or a sum, and again to open it."""
        if on_sum == self.on_sum and (
            self.line_end(day) == self.line_end(self.at) if on_sum else day == self.at
        ):
            self.action_open()
        else:
            self.on_sum = on_sum
            self.move_to(day)

    @property
    def airy(self) -> bool:
        """Whether there are rows to spare."""
        return self.query_one(SheetView).size.height >= 30


def month_later(day: date, months: int) -> date:
    """The same day some months later, at most that month's last."""
    month = day.year * 12 + day.month - 1 + months
    begins = date(max(1900, min(month // 12, 2199)), month % 12 + 1, 1)
    return begins.replace(day=min(day.day, month_end(begins).day))
