"""A widget of the lines that pipe and screen share, drawn straight into cells.

Content would be parsed, wrapped and divided for every line at every key, which is most of what a page of forty
lines costs; here a span's role has its style, worked out once a theme.
"""

from __future__ import annotations

from collections.abc import Hashable

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual

from hybrid_tui.formats.week_canvas import Line, Span
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.line_widget import DrawnLines
from hybrid_tui.tui.widgets.week_paint import shown, style_of

MOST_TEXTS = 4000
"""Spans whose text is kept."""


class PaintedLines(DrawnLines[Line]):
    """Subclasses give `lines()`."""

    ALLOW_SELECT = False

    def __init__(self, glyphs: Glyphs, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.glyphs = glyphs
        self._styles: dict[tuple[str, str], Style] = {}
        self._texts: dict[tuple[str, str], str] = {}

    def looks(self, line: Line) -> Hashable:
        """Its words in their roles."""
        return line.spans

    def strip_of(self, line: Line | None, width: int) -> Strip:
        """The line in its colours: never markup, whatever a name in it says."""
        segments = [
            Segment(self._text(span), self._style(span.role, span.ground))
            for span in (() if line is None else line.spans)
            if span.text
        ]
        return Strip(segments).adjust_cell_length(width, self._style("", ""))

    def notify_style_update(self) -> None:
        """Other colours."""
        self._styles = {}
        super().notify_style_update()

    def _text(self, span: Span) -> str:
        """Most spans of a line are drawn again and again; each is cleaned and spelt once."""
        found = self._texts.get((span.text, span.role))
        if found is None:
            if len(self._texts) > MOST_TEXTS:
                self._texts = {}
            found = self._texts[span.text, span.role] = shown(span, self.glyphs)
        return found

    def _style(self, role: str, ground: str) -> Style:
        found = self._styles.get((role, ground))
        if found is None:
            cell = Content.styled("x", style_of(role, ground))
            (segment,) = Visual.to_strips(self, cell, 1, 1, self.visual_style)[0]
            found = Style() if segment.style is None else segment.style.clear_meta_and_links()
            self._styles[role, ground] = found
        return found
