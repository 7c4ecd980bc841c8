"""Trends: one or two numbers over time, read value by value."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from hybrid_tui.coach.trends import TrendNames, trend, trend_names
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.past_filter import read_filter
from hybrid_tui.domain.trend import DEFINITIONS, Series
from hybrid_tui.formats.chart_page import ChartPage
from hybrid_tui.formats.sheet_page import SheetPage
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.keys import find_binding
from hybrid_tui.tui.screens.history_view import AROUND, SubView
from hybrid_tui.tui.widgets.sheet_page import SheetView

READ = Binding.Group("read")
RANGES = (("4 weeks", 28), ("6 months", 182), ("all", None))
"""The lengths of time in the order of their key, in days."""


class TrendsScreen(SubView):
    """A chart with a cursor."""

    VIEW = "trends"
    MEANINGS = DEFINITIONS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "point(-1)", "back", tooltip="The value before", group=READ, id="trend.left"),
        Binding("right", "point(1)", "on", tooltip="The next value", group=READ, id="trend.right"),
        Binding("h", "point(-1)", "back", tooltip="The value before", id="trend.h", show=False),
        Binding("l", "point(1)", "on", tooltip="The next value", id="trend.l", show=False),
        Binding("s", "series(1)", "next", tooltip="The next series", id="trend.next"),
        Binding("S", "series(-1)", "before", tooltip="The series before", id="trend.before", show=False),
        find_binding("choose", "Name a series, or two with & between them: squat & load"),
        Binding("r", "range", "range", tooltip="4 weeks, 6 months, all", id="trend.range"),
        Binding(
            "g", "pick_range", "days", tooltip="A range as it is said: 2025, last month", id="trend.days"
        ),
        Binding("o", "measured", "measured", tooltip="What each series is", id="trend.measured"),
        Binding("home", "point(-1000000)", "first", tooltip="The first value", id="trend.first", show=False),
        Binding("end", "point(1000000)", "last", tooltip="The last value", id="trend.last", show=False),
        *AROUND,
    ]

    def __init__(self) -> None:
        super().__init__()
        self.known: TrendNames | None = None
        self.names: tuple[str, ...] = ("fitness", "fatigue")
        self.range = 1
        self.said: tuple[str, date, date] | None = None
        """A range that was typed, in words and days; it goes before the usual ones."""
        self.chart = ChartPage((), "", *self.span(), plain=self.glyphs.plain)
        """What was answered last."""
        self.at: date | None = None

    def content(self) -> Iterable[Widget]:
        """The chart."""
        yield SheetView(self.glyphs)

    def span(self) -> tuple[date, date]:
        """The days drawn, both included."""
        today = self.shell.session.today()
        if self.said is not None:
            return self.said[1:]
        days = RANGES[self.range][1]
        if days is not None:
            return today - timedelta(days=days - 1), today
        first = today if self.known is None else self.known.first
        return min(first, today - timedelta(days=27)), today

    async def reread(self) -> None:
        """Ask for the series that are shown."""
        said, span = RANGES[self.range][0] if self.said is None else self.said[0], self.span()
        try:
            found = [await self.ask(trend, name, *span) for name in self.names]
            self._take(ChartPage(found, said, *span, plain=self.glyphs.plain))
            if self.known is None:
                self.known = await self.ask(trend_names)  # which others there are is not needed to draw
                self.refresh_bindings()
        except StoreError as error:
            self.notify(str(error), severity="error")
            return
        self.call_after_refresh(self._look_ahead)

    @work(group="ahead", exclusive=True)
    async def _look_ahead(self) -> None:
        """Now that it is on the screen, have the series after and before it at hand."""
        try:
            for steps in (1, -1):
                for name in self._beside(steps):
                    await self.ask(trend, name, *self.span())
        except (NotationError, StoreError):
            return  # whoever asks next is told

    @property
    def series(self) -> tuple[Series, ...]:
        """What is drawn."""
        return self.chart.series

    @property
    def days(self) -> list[date]:
        """Where the cursor can stand."""
        return self.chart.days

    def _take(self, found: ChartPage) -> None:
        self.chart = found
        if self.at not in found.days:
            self.at = found.days[-1] if found.days else None
        self._draw()

    def _draw(self) -> None:
        self.query_one(SheetView).show(self._lay_out)
        self.refresh_bindings()

    def _lay_out(self, width: int, height: int) -> SheetPage:
        return self.chart.laid_out(self.at, width, height)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense here has a key."""
        if action == "point":
            return bool(self.days)
        if action in ("series", "find"):
            return self.known is not None
        return super().check_action(action, parameters)

    def key_word(self, action: str) -> str | None:
        """What the next press gives."""
        if action == "range" and self.said is not None:
            return RANGES[self.range][0]
        if action == "range":
            return RANGES[(self.range + 1) % len(RANGES)][0]
        return None

    def action_point(self, steps: int) -> None:
        """The value before or after the one at the cursor."""
        days = self.days
        here = days.index(self.at) if self.at in days else len(days) - 1
        self.at = days[max(0, min(here + steps, len(days) - 1))]
        self._draw()

    def action_series(self, steps: int) -> None:
        """The next series, or the one before, alone."""
        if beside := self._beside(steps):
            self._show_names(beside)

    def _beside(self, steps: int) -> tuple[str, ...]:
        """The series so many after the first one shown; none before they are known."""
        if self.known is None:
            return ()
        names = self.known.names
        # Load and its two averages are looked at together at first.
        here = names.index(self.names[0]) if self.names[0] in names else 0
        return (names[(here + steps) % len(names)],)

    def action_range(self) -> None:
        """The next length of time."""
        self.range = self.range if self.said is not None else (self.range + 1) % len(RANGES)
        self.said = None
        self._show_names(self.names)

    def action_pick_range(self) -> None:
        """Type a range of days."""

        async def submit(text: str) -> None:
            today = self.shell.session.today()
            wanted = read_filter(text.replace(" to ", " "), today)
            spans = [read_filter(part, today) for part in text.split(" to ")]
            first, last = spans[0].first, min(spans[-1].last, today)
            if wanted.words or first == date.min or first > last:
                raise NotationError("no range of days", column=1, hint="2025 or last month", source=text)
            self.said = (text.strip(), first, last)
            self._show_names(self.names)

        self.open_line("days", submit, example="last month   2025   march 2025   2025-03 to 2025-08")

    def _show_names(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.run_worker(self.reread(), group="reread", exclusive=True)

    def action_find(self) -> None:
        """Type one series, or two."""

        async def submit(text: str) -> None:
            names = [part.strip() for part in text.split("&") if part.strip()]
            if not 1 <= len(names) <= 2:
                raise NotationError("name one series, or two", column=1, hint="squat & load", source=text)
            found = []
            for name in names:
                try:
                    found.append(await self.ask(trend, name, *self.span()))
                except NotationError as error:
                    at = text.index(name) + 1
                    raise NotationError(error.message, column=at, hint=error.hint, source=text) from error
            self._show_names(tuple(each.name for each in found))

        example = "back squat & load   best pull-up   sets quads   climb hill   sleep"
        self.open_line("/", submit, text=" & ".join(self.names), example=example)

    def action_measured(self) -> None:
        """Say what each series is."""
        from hybrid_tui.tui.widgets.week_measured import MeasuredDialog  # late: only asked for

        self.app.push_screen(MeasuredDialog(DEFINITIONS))

    def on_sheet_view_clicked(self, event: SheetView.Clicked) -> None:
        """A click reads the nearest value."""
        day = self.chart.nearest(event.x) if event.row >= 0 else None
        if day is not None:
            self.at = day
            self._draw()

    def on_sheet_view_wheeled(self, event: SheetView.Wheeled) -> None:
        """The wheel reads on."""
        if self.days:
            self.action_point(event.steps // 3)
