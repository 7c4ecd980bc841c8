"""The questions one below the other: with air, close together, or folded to their answers, as there is room."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.tui.widgets.question_row import QuestionRow
from hybrid_tui.tui.widgets.question_weight import WeightRow
from hybrid_tui.tui.words import words

Row = QuestionRow | WeightRow


class QuestionList(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Holds the rows; the row in hand is always whole and in view.

    The arrows are the screen's: the scroll bar's own bindings would take them from it.
    """

    DEFAULT_CSS = """
    QuestionList { height: 1fr; width: 1fr; scrollbar-size-vertical: 1; }
    QuestionList .intro { height: auto; color: $text-2; display: none; margin-bottom: 1; }
    QuestionList.-airy .intro { display: block; }
    QuestionList.-plain { scrollbar-size-vertical: 0; }
    QuestionList.-airy QuestionRow, QuestionList.-airy WeightRow { margin-bottom: 1; }
    """

    def __init__(self, rows: Iterable[Row], intro: str, *, plain: bool = False) -> None:
        # Textual draws the ends of a scroll bar with signs that are not ASCII.
        super().__init__(classes="-plain" if plain else "")
        self.rows = tuple(rows)
        self.intro = intro

    def compose(self) -> ComposeResult:
        """The quiet sentence above and the rows."""
        yield Static(words(self.intro), classes="intro")
        yield from self.rows

    @property
    def here(self) -> int:
        """Place of the row in hand."""
        for place, row in enumerate(self.rows):
            if row.has_focus_within:
                return place
        return 0

    def go(self, place: int) -> None:
        """Take this row in hand; past the last comes the first."""
        row = self.rows[place % len(self.rows)]
        target: Widget = row.query_one("PlainLine") if isinstance(row, WeightRow) else row
        target.focus(scroll_visible=False)

    def lay_out(self) -> None:
        """Spend the room there is, and keep the row in hand in view."""
        width, height = self.size
        if not width or not height:
            return
        tall = sum(self._tall(row, width) for row in self.rows)
        airy = tall + len(self.rows) + 2 <= height
        self.set_class(airy, "-airy")
        for place, row in enumerate(self.rows):
            row.fold(tall > height and place != self.here)
        self.call_after_refresh(self._show_here)

    def on_resize(self) -> None:
        """Other room, other rows."""
        self.lay_out()

    def _show_here(self) -> None:
        if self.rows and self.is_mounted:
            self.scroll_to_widget(self.rows[self.here], animate=False)

    @staticmethod
    def _tall(row: Row, width: int) -> int:
        return row.tall(width) if isinstance(row, WeightRow) else len(row.lines(width, folded=False))
