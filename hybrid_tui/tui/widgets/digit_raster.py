"""Digits of any size as text: the box that fits, and the raster in it.

A shape is sampled on the 2x2 quadrants of each cell (nine samples a quadrant, on when five hit) and written
with quadrant blocks, or with `#` for plain ASCII. A cell counts one unit across and two down.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from hybrid_tui.tui.widgets.digit_shapes import Piece, Point, pieces

STROKE = 0.235
"""Width of a stroke against the box's width."""

STROKE_OF_HEIGHT = 0.17
"""The most of the box's height a stroke may take, so that wide boxes do not grow heavy."""

GAP = 0.14
"""Space between boxes against their width."""

NARROW = 0.6
"""The narrowest box against its height, both in units."""

WIDE, WIDE_PAIR = 0.72, 0.8
"""The widest box against its height; the second for two digits alone."""

_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
_SAMPLES = 3
_NEEDED = 5
_ONES = tuple(bits.bit_count() for bits in range(1 << _SAMPLES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The size of one digit."""

    columns: int
    rows: int

    @property
    def stroke(self) -> int:
        """Width of a stroke in units, whole so that no edge leaves a bump; a colon is as wide."""
        return max(1, round(min(STROKE * self.columns, STROKE_OF_HEIGHT * 2 * self.rows)))

    @property
    def gap(self) -> int:
        """Columns between two boxes."""
        return max(1, round(GAP * self.columns))

    def advance(self, sign: str) -> int:
        """Columns that `sign` takes."""
        return self.stroke if sign == ":" else self.columns

    def width(self, text: str) -> int:
        """Columns that `text` takes with its gaps."""
        return sum(map(self.advance, text)) + self.gap * (len(text) - 1)


@lru_cache(maxsize=64)
def fit(text: str, columns: int, rows: int) -> Box | None:
    """The largest box with which `text` fits; None when even the smallest does not.

    Rows shrink until the narrowest box fits, then the box widens as far as it may. Only the shape of the text
    matters, so give a pattern such as `0:00` to share the answer.
    """
    widest = WIDE_PAIR if len(text) <= 2 else WIDE
    for height in range(rows, 2, -1):
        box = Box(columns=round(NARROW * 2 * height), rows=height)
        if box.width(text) > columns:
            continue
        for across in range(ceil(widest * 2 * height), box.columns, -1):
            wider = Box(columns=across, rows=height)
            if wider.width(text) <= columns:
                return wider
        return box
    return None


@lru_cache(maxsize=256)
def raster(sign: str, box: Box, plain: bool = False) -> tuple[str, ...]:
    """The rows of text that draw `sign` in its box; a sign without a shape is blank. Cached."""
    across, down = 2 * box.advance(sign), 2 * box.rows
    lines = _sample(pieces(sign, box.columns, 2 * box.rows, box.stroke), across, down)
    rows = []
    for row in range(box.rows):
        upper, lower = _bits(lines, 2 * row, across), _bits(lines, 2 * row + 1, across)
        cells = [
            upper[column] + 2 * upper[column + 1] + 4 * lower[column] + 8 * lower[column + 1]
            for column in range(0, across, 2)
        ]
        rows.append("".join(_cell(bits, plain) for bits in cells))
    return tuple(rows)


def _cell(bits: int, plain: bool) -> str:
    if plain:
        return "#" if bits.bit_count() >= 2 else " "
    return _QUADRANTS[bits]


def _bits(lines: list[int], row: int, across: int) -> list[int]:
    """One row of quadrants: 1 where at least five of nine samples hit."""
    upper, middle, lower = lines[_SAMPLES * row : _SAMPLES * row + _SAMPLES]
    if not (upper or middle or lower):
        return [0] * across
    found = []
    for _ in range(across):
        found.append(int(_ONES[upper & 7] + _ONES[middle & 7] + _ONES[lower & 7] >= _NEEDED))
        upper, middle, lower = upper >> _SAMPLES, middle >> _SAMPLES, lower >> _SAMPLES
    return found


def _sample(shape: list[Piece], across: int, down: int) -> list[int]:
    """A bit mask for each line of samples. A quadrant is half a unit across and one down."""
    lines = [0] * (_SAMPLES * down)
    step = 0.5 / _SAMPLES
    most = _SAMPLES * across - 1
    for piece in shape:
        highest, lowest = min(y for _, y in piece), max(y for _, y in piece)
        first = max(0, ceil(highest * _SAMPLES - 0.5))
        last = min(len(lines) - 1, ceil(lowest * _SAMPLES - 0.5) - 1)
        for number in range(first, last + 1):
            span = _across(piece, (number + 0.5) / _SAMPLES)
            if span is None:
                continue
            left = max(0, ceil(span[0] / step - 0.5))
            right = min(most, ceil(span[1] / step - 0.5) - 1)
            if right >= left:
                lines[number] |= ((1 << (right - left + 1)) - 1) << left
    return lines


def _across(piece: Piece, y: float) -> Point | None:
    """Where a convex piece begins and ends on the horizontal `y`."""
    found = []
    for (x0, y0), (x1, y1) in zip(piece, (*piece[1:], piece[0]), strict=True):
        if (y0 <= y) != (y1 <= y):
            found.append(x0 + (y - y0) / (y1 - y0) * (x1 - x0))
    return (min(found), max(found)) if found else None
