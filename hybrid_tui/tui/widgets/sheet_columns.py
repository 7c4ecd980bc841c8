"""The columns of a session sheet for the width there is, and a line that is filled column by column."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from hybrid_tui.tui.widgets.sheet_text import cut

MARK = 4
"""Cells of the left bar, the cursor and the block's mark."""

_EFFORT = 8
_LOAD = 9
_SETS = 10
_GAP = 3


class Columns(NamedTuple):
    """Where each column begins or ends, in cells from the left edge of the sheet."""

    width: int
    narrow: bool
    """Without change and last time."""
    sets: int
    effort: int
    load: int
    """Right edge."""
    change: int
    """Right edge."""
    last: int

    @property
    def name(self) -> int:
        """Cells for the name, the space after it left out."""
        return self.sets - MARK - 1


def columns(width: int) -> Columns:
    """The columns for a sheet of that width: name, sets, effort, load, change, last time."""
    if width < 70:
        name = max(10, min(width - 33, 26))
        sets, effort = MARK + name, MARK + name + 9
        return Columns(
            width=width, narrow=True, sets=sets, effort=effort, load=width, change=width, last=width
        )
    change = 8 if width < 80 else 9
    last = 16 if width < 80 else 18
    name = max(14, min(width - MARK - _SETS - _EFFORT - _LOAD - change - _GAP - last, 28))
    sets = MARK + name
    load = sets + _SETS + _EFFORT + _LOAD
    return Columns(
        width=width,
        narrow=False,
        sets=sets,
        effort=sets + _SETS,
        load=load,
        change=load + change,
        last=load + change + _GAP,
    )


class Line:
    """One line of cells. What is put first stays; a later text is cut where an earlier one stands."""

    def __init__(self, width: int, more: str = "…") -> None:
        self.width = width
        self._more = more
        self._placed: list[tuple[int, int, str, str]] = []

    def put(self, text: str, style: str, start: int, end: int | None = None, *, whole: bool = False) -> int:
        """Put text from `start`, at most up to `end` (the line's end by itself). Gives the cell after it.

        A `whole` text is left out where it would have to be cut.
        """
        stop = self.width if end is None else min(end, self.width)
        for begin, _, _, _ in self._placed:
            if start <= begin < stop:
                stop = begin if begin == start else begin - 1
        if any(begin <= start < finish for begin, finish, _, _ in self._placed):
            return start
        if whole and cell_len(text) > stop - start:
            return start
        return self._place(cut(text, stop - start, self._more), style, start)

    def put_right(self, text: str, style: str, end: int, start: int = 0) -> int:
        """Put text so that it ends before `end`, not before `start`. Gives the cell it begins at."""
        floor = max([start, *(finish + 1 for _, finish, _, _ in self._placed if finish < end)])
        shown = cut(text, end - floor, self._more)
        self._place(shown, style, end - cell_len(shown))
        return end - cell_len(shown)

    def content(self, ground: str = "") -> Content:
        """The line, its whole width on `ground` (a colour's name) where one is given."""
        behind = f" on {ground}" if ground else ""
        parts: list[tuple[str, str]] = []
        at = 0
        for start, finish, text, style in sorted(self._placed):
            parts += [(" " * (start - at), behind.strip()), (text, f"{style}{behind}")]
            at = finish
        parts.append((" " * (self.width - at), behind.strip()))
        return Content.assemble(*(part for part in parts if part[0]))

    def _place(self, text: str, style: str, start: int) -> int:
        if text:
            self._placed.append((start, start + cell_len(text), text, style))
        return start + cell_len(text)
