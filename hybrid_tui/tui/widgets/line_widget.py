"""Widgets of whole lines that draw again only the cells that changed.

Textual's own `refresh` draws a widget whole, which for a page of forty lines is 20 kB at every key; a moved
cursor changes two of them.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

Said = TypeVar("Said")

MOST_STRIPS = 400
"""Drawn lines that are kept, for a cursor that comes back; ten screenfuls."""


class DrawnLines(Widget, Generic[Said]):
    """Subclasses give `lines()` and `strip_of()`, and call `draw()` when what they show is news."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: list[Strip] = []
        self._drawn_before: dict[Hashable, Strip] = {}

    def lines(self, width: int, height: int) -> Sequence[Said]:
        """What to show in so many cells and lines, from the top; what is beyond the height is not drawn."""
        raise NotImplementedError

    def strip_of(self, line: Said | None, width: int) -> Strip:
        """A line as it is drawn, or an empty one, in exactly so many cells."""
        raise NotImplementedError

    def looks(self, line: Said) -> Hashable:
        """What is equal for two lines that look the same."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show what `lines` gives now."""
        before = self._strips
        if not before or len(before) != self.size.height or before[0].cell_length != self.size.width:
            self._forget()
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
            self._forget()
            self._fill()
        return self._strips[y] if y < height else Strip.blank(width)

    def notify_style_update(self) -> None:
        """Other colours: nothing that was drawn holds."""
        self._forget()
        super().notify_style_update()

    def _forget(self) -> None:
        self._strips, self._drawn_before = [], {}

    def _fill(self) -> None:
        """Work the lines out; one that says the same in the same styles keeps its strip."""
        width, height = self.size
        if width < 1 or height < 1:
            self._forget()
            return
        if len(self._drawn_before) > MOST_STRIPS:
            self._drawn_before = {}
        lines: list[Said | None] = []
        lines += self.lines(width, height)[:height]
        lines += [None] * (height - len(lines))
        self._strips = [self._as_strip(line, width) for line in lines]

    def _as_strip(self, line: Said | None, width: int) -> Strip:
        looks = None if line is None else self.looks(line)
        strip = self._drawn_before.get(looks)
        if strip is None:
            strip = self._drawn_before[looks] = self.strip_of(line, width)
        return strip


class LineWidget(DrawnLines[Content]):
    """Such a widget whose lines are content.

    Textual's own way lays each line out as a paragraph, which is most of what a changed line costs.
    """

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._grounds: Style | None = None
        self._said_styles: dict[str | Style, Style] = {}

    def strip_of(self, line: Content | None, width: int) -> Strip:
        """The line padded to the width, or cut at it."""
        if self._grounds is None:
            self._grounds = self.visual_style
        ground = self._grounds
        said = () if line is None else line.render(ground, end="", parse_style=self._style_said)
        segments = [Segment(text, (ground + style).rich_style) for text, style in said if text]
        return Strip(segments).adjust_cell_length(width, ground.rich_style)

    def notify_style_update(self) -> None:
        """Other colours."""
        self._grounds, self._said_styles = None, {}
        super().notify_style_update()

    def _style_said(self, said: str | Style) -> Style:
        """A style that a line names, worked out once a theme."""
        found = self._said_styles.get(said)
        if found is None:
            found = self._said_styles[said] = said if isinstance(said, Style) else Style.parse(said)
        return found

    def looks(self, line: Content) -> Hashable:
        """Its words in their styles (content compares by its words alone)."""
        return line.plain, tuple(line.spans)


def changed_cells(old: Strip, new: Strip) -> tuple[int, int]:
    """The first cell that differs and the one after the last; the same twice where none does."""
    if old is new:
        return 0, 0
    if not (_cell_by_cell(old) and _cell_by_cell(new)):
        # Wide signs and marks of no width belong to a cell before theirs: such a line is drawn whole.
        return (0, 0) if list(old) == list(new) else (0, new.cell_length)
    begin = _alike(list(old), list(new))
    if begin >= new.cell_length == old.cell_length:
        return 0, 0
    end = new.cell_length - _alike(list(old)[::-1], list(new)[::-1])
    return begin, max(begin, end)


_ONE_CELL = {" "}
"""Signs that are known to take one cell; each is measured once."""


def _cell_by_cell(strip: Strip) -> bool:
    """Whether each of its signs takes one cell."""
    strange = {sign for segment in strip for sign in set(segment.text) - _ONE_CELL}
    _ONE_CELL.update(sign for sign in strange if cell_len(sign) == 1)
    return strange <= _ONE_CELL


def _alike(one: Sequence[Segment], other: Sequence[Segment]) -> int:
    """Cells of the segments that are equal from the beginning."""
    cells = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        cells += a.cell_length
    return cells
