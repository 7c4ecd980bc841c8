"""A widget of whole lines that draws again only those that changed.

Textual's own `refresh` draws a widget whole, which for a page of forty lines is 15 kB at every key; a moved
cursor changes two of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget


class LineWidget(Widget):
    """Subclasses give `lines()` and call `draw()` when what they show is news."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[Content] = []
        self._strips: list[Strip] = []

    def lines(self, width: int, height: int) -> Sequence[Content]:
        """What to show in so many cells and lines, from the top; what is beyond the height is not drawn."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show what `lines` gives now."""
        before = self._strips
        if not before or len(before) != self.size.height or before[0].cell_length != self.size.width:
            self._strips = []
            self.refresh()
            return
        self._fill()
        changed = [
            Region(0, y, self.size.width, 1)
            for y, (old, new) in enumerate(zip(before, self._strips, strict=True))
            if old is not new
        ]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One line as it stands; all are worked out anew after the size or the styles changed."""
        width, height = self.size
        if len(self._strips) != height or (height and self._strips[0].cell_length != width):
            self._strips = []
            self._fill()
        return self._strips[y] if y < height else Strip.blank(width)

    def notify_style_update(self) -> None:
        """Other colours: nothing that was drawn holds."""
        self._strips = []
        super().notify_style_update()

    def _fill(self) -> None:
        """Work the lines out; one that says the same in the same styles keeps its strip."""
        width, height = self.size
        if width < 1 or height < 1:
            self._lines, self._strips = [], []
            return
        lines = list(self.lines(width, height))[:height]
        lines += [Content("")] * (height - len(lines))
        kept = len(self._strips) == len(lines)
        style = self.visual_style
        strips = []
        for y, line in enumerate(lines):
            if kept and line.plain == self._lines[y].plain and line.spans == self._lines[y].spans:
                strips.append(self._strips[y])
            else:
                strips.append(Visual.to_strips(self, line, width, 1, style, pad=True)[0])
        self._lines, self._strips = lines, strips
