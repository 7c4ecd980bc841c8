"""A recovery day on the screen: one widget, one pass; the cursor's row always in view."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from hybrid_tui.coach.recovery_day import RecoveryDay
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.day_cards import CardRow, Pen, list_card, readiness_card
from hybrid_tui.tui.widgets.day_cards_past import past_card, past_lines
from hybrid_tui.tui.widgets.day_cards_side import protein_card, sore_card, week_card
from hybrid_tui.tui.widgets.day_cards_words import foot, words_card

_SIDE_FROM = 74
"""Cells from which two columns of cards fit."""
_BOX = range(1, 5)
"""Cells of an item's box."""


class RecoveryView(Widget):
    """Draws a day; says which item was clicked."""

    class Chosen(Message):
        """An item of the list was clicked."""

        def __init__(self, item: int, *, tick: bool) -> None:
            super().__init__()
            self.item = item
            self.tick = tick
            """Whether it was the box."""

    def __init__(self, glyphs: Glyphs, when: Callable[[int], str]) -> None:
        super().__init__()
        self.glyphs = glyphs
        self._when = when
        self._view: RecoveryDay | None = None
        self._cursor = 0
        self._offset = 0
        self._follow = True
        self._room = 0
        """Lines there are while nothing is typed."""
        self._rows: list[CardRow] = []
        self._drawn: list[CardRow] = []

    def show(self, view: RecoveryDay, cursor: int) -> None:
        """Draw this day with the cursor there, if it is news."""
        if (view, cursor) != (self._view, self._cursor):
            if self._view is not None and view.day != self._view.day:
                self._offset = 0
            self._follow = self._follow or cursor != self._cursor
            self._view, self._cursor = view, cursor
            self.refresh()

    def scroll_lines(self, lines: int) -> bool:
        """Look further down or up, the cursor stays; False when there is no more to see."""
        most = max(0, len(self._rows) - self.size.height)
        offset = max(0, min(self._offset + lines, most))
        if offset == self._offset:
            return False
        self._follow, self._offset = False, offset
        self.refresh()
        return True

    def cursor_in_view(self) -> bool:
        """Whether the cursor's row is on the screen."""
        return any(row.item == self._cursor for row in self._drawn)

    def render(self) -> Content:
        """All lines for the room there is."""
        width, height = self.size
        if self._view is None or width < 1 or height < 1:
            return Content()
        if not self.screen.has_class("-typing"):
            self._room = height
        # While a line is typed below, the cards stay as they were and their end is out of sight.
        self._rows = self._all_rows(self._view, width, max(height, self._room))
        self._drawn = self._window(height)
        return Content("\n").join([row.line for row in self._drawn])

    def _all_rows(self, view: RecoveryDay, width: int, height: int) -> list[CardRow]:
        """Two columns with air, else without; one below the other where even that is too wide."""
        if width < _SIDE_FROM:
            return self._stacked(Pen(view=view, width=width, glyphs=self.glyphs, airy=False, when=self._when))
        inside = 0
        for airy, inside in ((True, 2), (True, 1), (True, 0), (False, 0)):
            rows = self._beside(view, width, height, airy=airy, looks_back=inside)
            if len(rows) <= height:
                break
        if inside == 2:
            return rows
        # What looks back stands below the day, where one scrolls to it.
        pen = Pen(view=view, width=width, glyphs=self.glyphs, airy=False, when=self._when)
        past = past_card(pen)
        return [*rows, *pen.rule(), *past] if past else rows

    def _stacked(self, pen: Pen) -> list[CardRow]:
        cards = [protein_card(pen), week_card(pen), sore_card(pen), words_card(pen), past_card(pen)]
        rows = [*readiness_card(pen), *list_card(pen, self._cursor)]
        for card in filter(None, cards):
            rows += [*pen.rule(), *card]
        return [*rows, *foot(pen)]

    def _beside(
        self, view: RecoveryDay, width: int, height: int, *, airy: bool, looks_back: int
    ) -> list[CardRow]:
        gap = 7 if width >= 104 else 3
        side = 46 if width >= 104 else 30
        left = Pen(view=view, width=width - side - gap, glyphs=self.glyphs, airy=airy, when=self._when)
        right = Pen(view=view, width=side, glyphs=self.glyphs, airy=airy, when=self._when)
        heads = readiness_card(left), week_card(right)
        tall = max(map(len, heads)) if airy else 0
        here = [*_filled(heads[0], tall, left), *left.rule(), *list_card(left, self._cursor), *left.rule()]
        here += words_card(left, balanced=airy)
        here += past_lines(left, answers=looks_back > 1) if looks_back else []
        there = [*_filled(heads[1], tall, right), *right.rule(), *protein_card(right), *right.rule()]
        there += sore_card(right)
        # What is said last keeps to the foot of the screen, in the column that has room for it.
        foots = (foot(left), []) if airy else ([], foot(right))
        long = max(len(here) + len(foots[0]), len(there) + len(foots[1]), height)
        columns = [
            [*_filled(card, long - len(end), pen), *end]
            for card, end, pen in ((here, foots[0], left), (there, foots[1], right))
        ]
        return [
            CardRow(line=Content.assemble(one.line, " " * gap, other.line), item=one.item)
            for one, other in zip(*columns, strict=True)
        ]

    def _window(self, height: int) -> list[CardRow]:
        rows = self._rows
        most = max(0, len(rows) - height)
        if self._follow:
            at = next((number for number, row in enumerate(rows) if row.item == self._cursor), 0)
            # The first item brings along what stands above the list.
            low = at - height + 1
            self._offset = 0 if at < height and self._cursor == 0 else max(low, min(self._offset, at))
        self._offset = max(0, min(self._offset, most))
        return rows[self._offset : self._offset + height]

    def on_click(self, event: events.Click) -> None:
        """Say which item was meant, and whether its box."""
        row = self._drawn[event.y] if 0 <= event.y < len(self._drawn) else None
        if row is not None and row.item is not None and self._list_ends() > event.x:
            self.post_message(self.Chosen(row.item, tick=event.x in _BOX))

    def _list_ends(self) -> int:
        width = self.size.width
        if width < _SIDE_FROM:
            return width
        return width - (53 if width >= 104 else 33)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look further down."""
        event.stop()
        self.scroll_lines(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look further up."""
        event.stop()
        self.scroll_lines(-2)


def _filled(rows: list[CardRow], height: int, pen: Pen) -> list[CardRow]:
    """The rows with blank ones below, up to that height."""
    blank = CardRow(line=Content(" " * pen.width))
    return [*rows, *([blank] * (height - len(rows)))]
