"""A week for the shell: the lines of the screen as plain text."""

from __future__ import annotations

from typing import Final

from hybrid_tui.domain.text import clean
from hybrid_tui.domain.week_view import WeekView
from hybrid_tui.formats.drawn import Drawn
from hybrid_tui.formats.week_canvas import Line
from hybrid_tui.formats.week_lines import page
from hybrid_tui.formats.week_list import narrow_page
from hybrid_tui.formats.week_shape import Page, Shape

NARROW = 78
"""Cells of content below which a day is a line instead of a column."""
WIDE = 104
"""Cells of content from which the loads are drawn."""

ASCII: Final = str.maketrans("✓□▶·●◐○↑↓→←×─━│▌█▇▆▅▄▃▂▁–…−’", "x_>.*%o^v><x-=||#####___-.-'")
"""What stands for our signs where only ASCII may be printed."""


def lay_out(view: WeekView, shape: Shape, drawn: Drawn | None = None) -> Page:
    """The page for that room: columns of days, or below 78 cells a list of them.

    `drawn` holds lines that were drawn already.
    """
    return narrow_page(view, shape, drawn) if shape.width < NARROW else page(view, shape, drawn)


def as_text(view: WeekView, width: int = 80, *, ascii: bool = False, compare: bool = False) -> str:
    """The week in lines of at most `width` cells, for `hybrid week`; no colour, no control characters."""
    width = max(width, 40)
    shape = Shape(width=width, tall=width >= WIDE, chart=width >= WIDE, compare=compare)
    lines = [clean(plain(line)).rstrip() for line in lay_out(view, shape).lines]
    text = "\n".join(lines).rstrip() + "\n"
    return text.translate(ASCII) if ascii else text


def plain(line: Line) -> str:
    """The line's text; what colour alone would tell apart in a bar is drawn apart."""
    return "".join(
        span.text.replace("━", "─")
        if span.role == "band"
        else " " * len(span.text)
        if span.role == "edge"
        else span.text
        for span in line.spans
    )
