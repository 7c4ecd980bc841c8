"""A sheet of cells that text and grounds are put on at any place, given out line by line as content."""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len
from textual.content import Content

from hybrid_tui.tui.widgets.sheet_text import cut


class Canvas:
    """Cells of a fixed width; lines are added as they are written to. What is put last stays."""

    def __init__(self, width: int, more: str) -> None:
        self.width = width
        self._more = more
        self._signs: list[list[str]] = []
        self._styles: list[list[str]] = []
        self._grounds: list[list[str]] = []

    @property
    def height(self) -> int:
        """Lines so far."""
        return len(self._signs)

    def put(self, y: int, x: int, text: str, style: str, end: int | None = None) -> int:
        """Put text, cut before `end` (the edge by itself), and give the column after it."""
        self._reach(y)
        stop = self.width if end is None else min(end, self.width)
        for sign in cut(text, stop - x, self._more):
            cells = cell_len(sign)
            if cells == 0 or x + cells > self.width:
                continue
            self._signs[y][x] = sign
            self._styles[y][x] = style
            for extra in range(x + 1, x + cells):
                self._signs[y][extra] = ""
                self._styles[y][extra] = style
            x += cells
        return x

    def right(self, y: int, end: int, text: str, style: str) -> int:
        """Put text so that it ends before `end`, and give the column it begins at."""
        start = max(0, end - cell_len(text))
        self.put(y, start, text, style, end)
        return start

    def ground(self, y: int, x: int, end: int, colour: str) -> None:
        """Lay a colour behind the cells from `x` up to `end`."""
        self._reach(y)
        for place in range(max(x, 0), min(end, self.width)):
            self._grounds[y][place] = colour

    def rule(self, y: int, sign: str) -> None:
        """Draw a hairline across."""
        self.put(y, 0, sign * self.width, "$hair")

    def lines(self) -> list[Content]:
        """Each line as content."""
        return [self._line(y) for y in range(self.height)]

    def _line(self, y: int) -> Content:
        cells = zip(self._signs[y], self._styles[y], self._grounds[y], strict=True)
        parts = []
        for (style, ground), run in groupby(cells, key=lambda cell: (cell[1], cell[2])):
            text = "".join(sign for sign, _, _ in run)
            parts.append((text, f"{style} on {ground}".strip() if ground else style))
        return Content.assemble(*parts)

    def _reach(self, y: int) -> None:
        while len(self._signs) <= y:
            self._signs.append([" "] * self.width)
            self._styles.append([""] * self.width)
            self._grounds.append([""] * self.width)
