"""The session sheet on the screen: one widget, one pass, the cursor's row always in view."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.message import Message

from hybrid_tui.domain.sheet import Sheet
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.line_widget import LineWidget
from hybrid_tui.tui.widgets.sheet_columns import MARK, Columns, Line, columns
from hybrid_tui.tui.widgets.sheet_head import HeadBuilder
from hybrid_tui.tui.widgets.sheet_rows import RowBuilder
from hybrid_tui.tui.widgets.sheet_sets import Row
from hybrid_tui.tui.widgets.sheet_view import Here, SheetView

_AIRY_FROM = 24
"""Rows from which blank lines are spent, if all fits then."""


class SheetList(LineWidget):
    """Draws a view of a sheet; says what was clicked."""

    class Chosen(Message):
        """A line was clicked."""

        def __init__(self, here: Here, *, tick: bool) -> None:
            super().__init__()
            self.here = here
            self.tick = tick
            """Whether it was the box."""

    def __init__(self, glyphs: Glyphs, when: Callable[[int, str], str]) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.panel = False
        """Whether a panel beside the list says plates and reasons."""
        self._when = when
        self._view: SheetView | None = None
        self._offset = 0
        self._follow = True
        self._drawn: list[Row] = []
        self._folded: dict[int, Row] = {}
        self._folded_of: tuple[Sheet, Columns, bool] | None = None

    def show(self, view: SheetView) -> None:
        """Draw this view, if it is news."""
        if view != self._view:
            self._view, self._follow = view, True
            self.draw()

    def lines(self, width: int, height: int) -> list[Content]:
        """All lines for the room there is."""
        if self._view is None:
            return []
        self._drawn = self._all_rows(self._view, columns(width), height)[:height]
        return [row.line for row in self._drawn]

    def _all_rows(self, view: SheetView, at: Columns, height: int) -> list[Row]:
        """Head, body and foot: with air, else without, else with what is done folded, else a part of it."""
        frame = HeadBuilder(view, at, self.glyphs)
        self._keep_folded(view.sheet, at)
        above: list[Row] = []
        body: list[Row] = []
        below: list[Row] = []
        for airy, fold in ((True, 0), (False, 0), (False, 1), (False, 2)):
            if airy and height < _AIRY_FROM and view.sheet.blocks:
                continue
            blocks = RowBuilder(
                view, at, self.glyphs, self._when, panel=self.panel, fold=fold, kept=self._folded
            )
            above, below = frame.head(airy=airy), frame.foot(airy=airy)
            body = blocks.rows(airy=airy) + frame.words()
            if len(above) + len(body) + len(below) <= height:
                self._offset = 0
                return [*above, *body, *below]
        room = max(height - len(above) - len(below), 1)
        return [*above, *self._window(body, view.here, room, at), *below]

    def _keep_folded(self, sheet: Sheet, at: Columns) -> None:
        """Of the closed blocks that are drawn, keep those that this sheet has as they were."""
        of = self._folded_of
        if of is None or of[1:] != (at, self.panel):
            self._folded = {}
        elif of[0] is not sheet:
            same = {id(block) for block in sheet.blocks}
            self._folded = {
                block.position: self._folded[block.position]
                for block in of[0].blocks
                if id(block) in same and block.position in self._folded
            }
        self._folded_of = (sheet, at, self.panel)

    def _window(self, body: list[Row], here: Here, room: int, at: Columns) -> list[Row]:
        """The part of the body in view; a line at its edge says how much is beyond."""
        marks = room >= 5
        edge = 1 if marks else 0
        if self._follow:
            cursor = next((number for number, row in enumerate(body) if row.here == here), 0)
            low, high = cursor - room + 1 + edge, cursor - edge
            self._offset = max(low, min(self._offset, high))
        self._offset = max(0, min(self._offset, len(body) - room))
        shown = body[self._offset : self._offset + room]
        above, below = self._offset, len(body) - self._offset - room
        if marks and above:
            shown[0] = self._beyond(above + 1, self.glyphs.up, at)
        if marks and below:
            shown[-1] = self._beyond(below + 1, self.glyphs.down, at)
        return shown

    def _beyond(self, count: int, sign: str, at: Columns) -> Row:
        line = Line(at.width)
        line.put(f"{sign} {count} more lines", "$text-3", MARK - 2)
        return Row(line=line.content())

    def on_click(self, event: events.Click) -> None:
        """Say which line was meant, and whether its box."""
        if not 0 <= event.y < len(self._drawn):
            return
        row = self._drawn[event.y]
        if (here := row.at(event.x)) is not None:
            self.post_message(self.Chosen(here, tick=row.ticks(event.x)))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look further down; the cursor stays."""
        self._wheel(event, 2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look further up; the cursor stays."""
        self._wheel(event, -2)

    def _wheel(self, event: events.MouseEvent, lines: int) -> None:
        event.stop()
        self._follow = False
        self._offset = max(0, self._offset + lines)
        self.draw()
