"""Widgets of whole lines that draw again only the cells that changed.

Textual's own `refresh` draws a widget whole, which for a page of forty lines is 20 kB at every key; a moved
cursor changes two of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

Said = TypeVar("Said")


class DrawnLines(Widget, Generic[Said]):
    """Subclasses give `lines()` and `strip_of()`, and call `draw()` when what they show is news."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[Said | None] = []
        self._strips: list[Strip] = []

    def lines(self, width: int, height: int) -> Sequence[Said]:
        """What to show in so many cells and lines, from the top; what is beyond the height is not drawn."""
        raise NotImplementedError

    def strip_of(self, line: Said | None, width: int) -> Strip:
        """A line as it is drawn, or an empty one, in exactly so many cells."""
        raise NotImplementedError

    def same(self, one: Said | None, other: Said | None) -> bool:
        """Whether two lines look the same."""
        return one == other

    def draw(self) -> None:
        """Show what `lines` gives now."""
        before = self._strips
        if not before or len(before) != self.size.height or before[0].cell_length != self.size.width:
            self._strips = []
            self.refresh()
            return
        self._fill()
        changed = [
            Region(begin, y, end - begin, 1)
            for y, (old, new) in enumerate(zip(before, self._strips, strict=True))
            for begin, end in [changed_cells(old, new)]
            if end > begin
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
        lines: list[Said | None] = []
        lines += self.lines(width, height)[:height]
        lines += [None] * (height - len(lines))
        kept = len(self._strips) == len(lines)
        self._strips = [
            self._strips[y] if kept and self.same(line, self._lines[y]) else self.strip_of(line, width)
            for y, line in enumerate(lines)
        ]
        self._lines = lines


class LineWidget(DrawnLines[Content]):
    """Such a widget whose lines are content."""

    def strip_of(self, line: Content | None, width: int) -> Strip:
        """The line padded to the width."""
        shown = Content("") if line is None else line
        return Visual.to_strips(self, shown, width, 1, self.visual_style, pad=True)[0]

    def same(self, one: Content | None, other: Content | None) -> bool:
        """The same words in the same styles (content compares by its words alone)."""
        if one is None or other is None:
            return one is other
        return one.plain == other.plain and one.spans == other.spans


def changed_cells(old: Strip, new: Strip) -> tuple[int, int]:
    """The first cell that differs and the one after the last; the same twice where none does."""
    if old is new:
        return 0, 0
    begin = _alike(list(old), list(new))
    if begin >= new.cell_length == old.cell_length:
        return 0, 0
    end = new.cell_length - _alike(list(old)[::-1], list(new)[::-1])
    return begin, max(begin, end)


def _alike(one: Sequence[Segment], other: Sequence[Segment]) -> int:
    """Cells of the segments that are equal from the beginning."""
    cells = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        cells += a.cell_length
    return cells
