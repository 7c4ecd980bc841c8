"""A line of Recovery: what is put on it is cleaned, and drawn in the signs of the set in use."""

from __future__ import annotations

from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.sheet_columns import Line
from hybrid_tui.tui.widgets.sheet_text import spell


class SpelledLine(Line):
    """A line of cells for texts of any origin."""

    def __init__(self, width: int, glyphs: Glyphs) -> None:
        super().__init__(width, glyphs.more)
        self._glyphs = glyphs

    def put(self, text: str, style: str, start: int, end: int | None = None, *, whole: bool = False) -> int:
        """Put text from `start`, at most up to `end`. Gives the cell after it."""
        return super().put(spell(text, self._glyphs), style, start, end, whole=whole)

    def put_right(self, text: str, style: str, end: int, start: int = 0) -> int:
        """Put text so that it ends before `end`. Gives the cell it begins at."""
        return super().put_right(spell(text, self._glyphs), style, end, start)
