"""The head of the first screen: its name as a tab, and the day."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.widget import Widget

from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.words import margin, spread, words


class QuestionHead(Widget):
    """Two lines as every screen's head has them."""

    def __init__(self, title: str, day: date, glyphs: Glyphs) -> None:
        super().__init__()
        self.title = title
        self.day = day
        self.glyphs = glyphs

    def render(self) -> Content:
        """Name and day, and the rule with its lit part below the name."""
        width = self.size.width
        edge = margin(width)
        day = f"{self.day:%a} {self.day.day} {self.day:%b}{f' {self.day.year}' if width >= 110 else ''}"
        top = spread(words(self.title, "bold $text"), words(day, "$text-2"), width - 2 * edge)
        lit = len(self.title)
        rule = Content.assemble(
            (self.glyphs.rule * edge, "$hair"),
            (self.glyphs.heavy * lit, "$accent"),
            (self.glyphs.rule * max(width - edge - lit, 0), "$hair"),
        )
        return Content.assemble(" " * edge, top, "\n", rule)
