"""The week on the screen: one widget, one pass over the lines that pipe and screen share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from textual import events
from textual.message import Message

from hybrid_tui.domain.week_view import WeekView
from hybrid_tui.formats.drawn import Drawn
from hybrid_tui.formats.sheet_page import window
from hybrid_tui.formats.week_canvas import Line, Span, fitted, marked, spread
from hybrid_tui.formats.week_shape import WEEK_COLUMN, Cursor, Shape
from hybrid_tui.formats.week_spots import line_at, lit, moved, put_on, spot_at
from hybrid_tui.formats.week_text import NARROW, WIDE, lay_out
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.painted_lines import PaintedLines

_TALL = 26
"""Rows of content from which headings and the chart are drawn."""
_WEEKS = 8
"""Weeks whose drawn lines are kept."""
_VERY_TALL = 46
"""Rows of content from which the chart is twice as high."""


class WeekPage(PaintedLines):
    """Draws a week with its cursor; says what was clicked."""

    DEFAULT_CSS = "WeekPage { width: 1fr; height: 1fr; }"

    class Chosen(Message):
        """A number was clicked."""

        def __init__(self, cursor: Cursor) -> None:
            super().__init__()
            self.cursor = cursor

    class Wheeled(Message):
        """The wheel was turned."""

        def __init__(self, cursor: Cursor) -> None:
            super().__init__()
            self.cursor = cursor

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self._view: WeekView | None = None
        self._shape = Shape(width=0)
        self._page: list[Line] = []
        self._top = 0
        self._weeks_drawn: dict[date, Drawn] = {}

    def show(self, view: WeekView, cursor: Cursor, *, compare: bool) -> None:
        """Draw this week."""
        self._view = view
        self._shape = replace(self._shape, cursor=cursor, compare=compare)
        self.draw()

    @property
    def as_list(self) -> bool:
        """Whether each day is a line."""
        return self.size.width < NARROW

    def lines(self, width: int, height: int) -> list[Line]:
        """All lines for the room there is, the cursor's among them where there are more."""
        if self._view is None or width < 20:
            return []
        tall = height >= _TALL
        self._shape = replace(
            self._shape,
            width=width,
            tall=tall,
            chart=tall and width >= WIDE,
            chart_rows=8 if height >= _VERY_TALL else 4,
        )
        # A key that moves the cursor changes a few lines alone.
        found = lay_out(self._view, self._shape, self._drawn_of(self._view))
        self._page = fitted(found.lines, height)
        cursor = self._shape.cursor
        at = None if cursor is None else line_at(self._page, cursor)
        self._top = window(len(self._page), height, at or 0, self._top)
        shown = self._page[self._top : self._top + height]
        if cursor is not None and cursor.figure:
            shown = [lit(line, cursor) for line in shown]
        if self._top + height < len(self._page):
            # More lies below.
            longer = spread(shown[-1].spans, [Span("  ")], width)
            shown[-1] = marked(marked(longer, width - 2, sign=" "), width - 1, sign="…", role="label")
        return shown

    def prepare(self, view: WeekView) -> None:
        """Have the lines of a week at hand that may be shown next, with the cursor where it is."""
        if self._shape.width:
            for line in lay_out(view, self._shape, self._drawn_of(view)).lines:
                self._as_strip(line, self._shape.width)

    def _drawn_of(self, view: WeekView) -> Drawn:
        """What was drawn already of a week in this room."""
        if len(self._weeks_drawn) > _WEEKS:
            self._weeks_drawn.clear()
        known = self._weeks_drawn.setdefault(view.first, Drawn())
        return known.of(view, replace(self._shape, cursor=None))

    def moved(self, across: int, down: int) -> Cursor | None:
        """The cursor on the number beside, above or below it; None where there is none."""
        cursor = self._shape.cursor
        if cursor is None:
            return None
        if line_at(self._page, cursor) is None:
            # A number that this week, or this room, does not have.
            cursor = Cursor(day=cursor.day)
        return moved(self._page, cursor, across, down)

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a number; in the grid also between its rows."""
        cursor, y = self._shape.cursor, event.y + self._top
        if cursor is None or not 0 <= y < len(self._page):
            return
        spot = spot_at(self._page[y], event.x)
        if spot is not None:
            self.post_message(self.Chosen(put_on(spot, cursor)))
        elif not self._page[y].spots and any(
            each.day or each.row for line in self._page[y:] for each in line.spots
        ):
            for day in range(WEEK_COLUMN + 1):
                begin, end = self._shape.column(day)
                if begin <= event.x < end and not self.as_list:
                    self.post_message(self.Chosen(Cursor(day=day, row=cursor.row)))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the cursor, which the page follows."""
        event.stop()
        self._wheel(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The other way."""
        event.stop()
        self._wheel(-1)

    def _wheel(self, down: int) -> None:
        found = self.moved(0, down)
        if found is not None:
            self.post_message(self.Wheeled(found))
