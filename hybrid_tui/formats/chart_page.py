"""A chart as a page: the names above it, what the cursor reads below it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hybrid_tui.domain.trend import Series
from hybrid_tui.formats.chart import Frame, chart, frame_of, legend, reading, with_cursor
from hybrid_tui.formats.sheet_page import SheetPage
from hybrid_tui.formats.week_canvas import Line, Span, hair


class ChartPage:
    """One or two series over the days asked for, in any room; what a moved cursor leaves alone is drawn once."""

    def __init__(self, series: Sequence[Series], said: str, first: date, last: date, *, plain: bool) -> None:
        self.series = tuple(series)
        self.said = said
        """The time it is drawn over, in words."""
        self.first, self.last = first, last
        self.days = sorted({point.day for each in series for point in each.points})
        """Where a cursor can stand: the days of which any of the series says something."""
        self._plain = plain
        self._room = (0, 0)
        self._frame: Frame | None = None
        self._plot: list[Line] = []

    def laid_out(self, at: date | None, width: int, height: int) -> SheetPage:
        """In so many cells, the cursor on a day; without one it says that there is nothing."""
        plain = self._plain
        head = (*legend(self.series, self.said, width, plain=plain), Line())
        if at is None:
            told = ("Nothing of it is logged in this time.", "r takes another time, / another series.")
            return SheetPage(head=head, rows=tuple(Line(spans=(Span(each, "label"),)) for each in told))
        frame = self._framed(width, height - len(head) - 2)
        return SheetPage(
            head=head,
            rows=tuple(with_cursor(self._plot, frame, at)),
            foot=(hair(width), reading(self.series, at, frame, plain=plain)),
        )

    def _framed(self, width: int, height: int) -> Frame:
        if self._frame is None or self._room != (width, height):
            self._room = (width, height)
            self._frame = frame_of(self.series, self.first, self.last, width, height)
            self._plot = chart(self._frame, plain=self._plain)
        return self._frame

    def nearest(self, cell: int) -> date | None:
        """The day nearest to a cell of a line as it was laid out last; None before that, and where there is none."""
        if self._frame is None:
            return None
        day = self._frame.day_at(cell)
        return min(self.days, key=lambda each: abs((each - day).days), default=None)
