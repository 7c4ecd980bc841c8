"""The key bar: the keys that work here and now, in order of importance, and `?` always at the right edge."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.keys import KeyWord
from hybrid_tui.tui.widgets.line_widget import LineWidget
from hybrid_tui.tui.words import margin


class KeyBar(LineWidget):
    """One line of keys under a hairline. Those that do not fit are left out whole, never cut."""

    class Chosen(Message):
        """A key was clicked."""

        def __init__(self, word: KeyWord) -> None:
            super().__init__()
            self.word = word

    def __init__(self, glyphs: Glyphs, *, bare: bool = False, edge: int | None = None) -> None:
        super().__init__(classes="-bare" if bare else "")
        self.glyphs = glyphs
        self.edge = edge
        """Cells left free at both ends; None for the margin that header and content have."""
        self.key_style = "bold $text"
        """How a key is written; its word has the widget's own colour."""
        self._words: tuple[KeyWord, ...] = ()
        self._spans: list[tuple[int, int, KeyWord]] = []

    def show(self, words: Sequence[KeyWord]) -> None:
        """Draw these keys, if they are news."""
        if tuple(words) != self._words:
            self._words = tuple(words)
            self.draw()

    def set_bare(self, bare: bool) -> None:
        """With or without the hairline above (a strip above the bar draws its own)."""
        self.set_class(bare, "-bare")

    def lines(self, width: int, height: int) -> list[Content]:
        """The line for the width there is, under its hairline."""
        line = self._line(width)
        return (
            [line] if self.has_class("-bare") else [Content.styled(self.glyphs.rule * width, "$hair"), line]
        )

    def _line(self, width: int) -> Content:
        edge = margin(width) if self.edge is None else self.edge
        apart = 3 if width >= 100 else 2
        last = next((word for word in self._words if word.active.binding.action == "keys"), None)
        end = width - edge
        if last is not None:
            end -= last.cells + apart
        parts: list[tuple[str, str] | str] = [" " * edge]
        at = edge
        self._spans = []
        # The way out of a dialog stands last and is never the one that is left out.
        out = next((word for word in self._words if word.active.binding.action == "close"), None)
        for word in self._words:
            size = word.cells
            kept = 0 if out is None or word is out else out.cells + apart
            if word is last or at + size + kept > end:
                if out is None and word is not last:
                    break
                continue
            self._spans.append((at, at + size, word))
            parts += [(word.keys, self.key_style), f" {word.word}", " " * apart]
            at += size + apart
        if last is not None:
            start = width - edge - last.cells
            parts += [" " * (start - at), (last.keys, self.key_style), f" {last.word}"]
            self._spans.append((start, width - edge, last))
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Run the key under the pointer."""
        if event.y == self.size.height - 1:
            for start, end, word in self._spans:
                if start <= event.x < end:
                    self.post_message(self.Chosen(word))
