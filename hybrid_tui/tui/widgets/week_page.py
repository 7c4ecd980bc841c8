"""The week on the screen: one widget, one pass over the lines that pipe and screen share."""

from __future__ import annotations

from dataclasses import replace

from textual import events
from textual.message import Message

from hybrid_tui.domain.week_view import WeekView
from hybrid_tui.formats.week_canvas import Line, fitted
from hybrid_tui.formats.week_lines import Cursor, Shape
from hybrid_tui.formats.week_text import NARROW, WIDE, lay_out
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.painted_lines import PaintedLines

_TALL = 26
"""Rows of content from which headings and the chart are drawn."""


class WeekPage(PaintedLines):
    """Draws a week with its cursor; says what was clicked."""

    DEFAULT_CSS = "WeekPage { width: 1fr; height: 1fr; }"

    class Chosen(Message):
        """A day was clicked."""

        def __init__(self, cursor: Cursor) -> None:
            super().__init__()
            self.cursor = cursor

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self._view: WeekView | None = None
        self._shape = Shape(width=0)
        self._drawn: list[Line] = []
        self._rows: tuple[Line, ...] = ()
        self._below: tuple[Line, ...] = ()
        self._below_of: tuple[WeekView, Shape] | None = None

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
        """All lines for the room there is."""
        if self._view is None or width < 20:
            return []
        tall = height >= _TALL
        self._shape = replace(self._shape, width=width, tall=tall, chart=tall and width >= WIDE)
        # A key that moves the cursor changes the grid alone.
        of = self._below_of
        flat = replace(self._shape, cursor=None)
        known = self._below if of is not None and of[0] is self._view and of[1] == flat else None
        found = lay_out(self._view, self._shape, known)
        self._below, self._below_of = found.below, (self._view, flat)
        self._rows = found.rows
        self._drawn = fitted(found.lines, height)
        return self._drawn

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a day."""
        if not 0 <= event.y < len(self._drawn) or self._shape.cursor is None:
            return
        line = self._drawn[event.y]
        row = next((place for place, each in enumerate(self._rows) if each is line), None)
        if self.as_list:
            if row is not None:
                self.post_message(self.Chosen(Cursor(day=row)))
            return
        last = max(place for place, each in enumerate(self._drawn) if any(each is one for one in self._rows))
        for day in range(7):
            begin, end = self._shape.column(day)
            if begin <= event.x < end and event.y <= last:
                at = self._shape.cursor.row if row is None else row
                self.post_message(self.Chosen(Cursor(day=day, row=at)))
