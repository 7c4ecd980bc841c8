"""A list on the screen that is drawn in one pass: its head and foot stay, its rows follow the cursor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual import events
from textual.message import Message

from hybrid_tui.formats.sheet_page import SheetPage, kept_top, window
from hybrid_tui.formats.week_canvas import Line
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.painted_lines import PaintedLines

_LOW = 20
"""Rows of content below which hairlines give way to rows."""


class SheetView(PaintedLines):
    """Draws what a function lays out for the room there is; says which cell was clicked."""

    DEFAULT_CSS = "SheetView { width: 1fr; height: 1fr; }"

    class Clicked(Message):
        """A cell of the rows was clicked."""

        def __init__(self, row: int, x: int) -> None:
            super().__init__()
            self.row = row
            """Index of the line among the page's rows, or -1 in its head."""
            self.x = x

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self._lay_out: Callable[[int, int], SheetPage] | None = None
        self.page = SheetPage()
        self.top = 0

    def show(self, lay_out: Callable[[int, int], SheetPage]) -> None:
        """Draw what this gives for a width and a height in cells."""
        self._lay_out = lay_out
        self.draw()

    @property
    def rows_shown(self) -> int:
        """How many rows have room, for a page up or down."""
        return max(1, self.size.height - len(self.page.head) - len(self.page.foot))

    def place_of(self, row: int) -> int | None:
        """What a row that was clicked stands for, by its place in the list; None for a heading."""
        places = self.page.places
        return places[row] if 0 <= row < len(places) else None

    def lines(self, width: int, height: int) -> list[Line]:
        """The lines that have room."""
        if self._lay_out is None or width < 20 or height < 3:
            return []
        page = self._fitted(self._lay_out(width, height), height)
        top, self.page = kept_top(self.page, page, self.top), page
        room = self.rows_shown
        self.top = window(len(page.rows), room, page.at, top)
        shown = page.rows[self.top : self.top + room]
        gap = [Line()] * (room - len(shown)) if page.foot else []
        return [*page.head, *shown, *gap, *page.foot]

    @staticmethod
    def _fitted(page: SheetPage, height: int) -> SheetPage:
        """The page without its hairlines where they would cost rows that are needed."""
        if height >= _LOW or len(page.head) + len(page.rows) + len(page.foot) <= height:
            return page

        def kept(lines: tuple[Line, ...]) -> tuple[Line, ...]:
            return tuple(line for line in lines if any(span.role != "hair" for span in line.spans))

        return replace(page, head=kept(page.head), foot=kept(page.foot))

    def on_click(self, event: events.Click) -> None:
        """A click is told by line and cell."""
        row = event.y - len(self.page.head) + self.top
        inside = event.y >= len(self.page.head) and row < len(self.page.rows)
        self.post_message(self.Clicked(row if inside else -1, event.x))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the cursor, which the rows follow."""
        event.stop()
        self.post_message(self.Wheeled(3))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The other way."""
        event.stop()
        self.post_message(self.Wheeled(-3))

    class Wheeled(Message):
        """The wheel was turned."""

        def __init__(self, steps: int) -> None:
            super().__init__()
            self.steps = steps
