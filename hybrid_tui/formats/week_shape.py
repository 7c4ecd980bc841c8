"""How the page of a week is laid out: the cursor, the room, where the columns stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hybrid_tui.formats.week_canvas import Line

WEEK_COLUMN = 7
"""The week's own column, after the seven days."""
HANG = 2
"""Cells right of a day's edge: a space and the mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Which number one stands on."""

    day: int
    """0 to 6; 7 is the week's own column."""
    row: int = 0
    """Index into `ROWS`."""
    figure: str = ""
    """The number outside the grid on which one stands; empty inside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How the page is laid out."""

    width: int
    tall: bool = False
    """Room for headings and for the numbers of the bars."""
    chart: bool = False
    """Room for the column chart of the loads."""
    chart_rows: int = 4
    compare: bool = False
    """Differences from the week before in the place of units."""
    cursor: Cursor | None = None

    @property
    def pitch(self) -> int:
        """Cells from one day to the next."""
        return _pitch(self.width)

    @property
    def at_day(self) -> int | None:
        """The column that is lit: none while one stands outside the grid."""
        return None if self.cursor is None or self.cursor.figure else self.cursor.day

    @property
    def at_row(self) -> int | None:
        """The row of the grid that one stands in."""
        return None if self.cursor is None or self.cursor.figure else self.cursor.row

    def edge(self, day: int) -> int:
        """The right edge of a day's column, 0 to 6."""
        return self.pitch + 6 + day * self.pitch

    @property
    def week_edge(self) -> int:
        """The right edge of the week's column; its units stand after it."""
        return self.edge(6) + max(7, self.pitch - 5)

    def column(self, day: int) -> tuple[int, int]:
        """The cells that belong to a day, or with 7 to the week."""
        if day == WEEK_COLUMN:
            return self.column(6)[1], self.width
        begin = self.edge(day) + (HANG if self.pitch < 11 else 3) - self.pitch
        return begin, begin + self.pitch


@cache
def _pitch(width: int) -> int:
    return max(8, min(22, (width - 10) // 8))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The lines of a week."""

    lines: tuple[Line, ...]
