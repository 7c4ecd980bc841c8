"""A month as a calendar and a year as a heat map, in lines for screen and shell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from hybrid_tui.domain.calendar import DAY_NAMES, MONTH_NAMES, monday_of
from hybrid_tui.domain.day_numbers import DayNumbers, Measure, together
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.formats.calendar_foot import amount, foot, until
from hybrid_tui.formats.csv_cells import Value
from hybrid_tui.formats.drawn import Drawn
from hybrid_tui.formats.sheet_page import SheetPage
from hybrid_tui.formats.week_canvas import Canvas, Line, Span, hair, spread

HEIGHTS = " ▁▂▃▄▅▆▇█"
HEADER = ("day", "sessions", "load_au", "sprint_seconds", "sets", "readiness")
"""The columns of the table that leaves the terminal."""
DAY = timedelta(days=1)


def day_rows(days: Sequence[DayNumbers]) -> list[tuple[Value, ...]]:
    """The table for other programs, in the order of `HEADER`; what is not known is empty."""
    return [(d.day, d.sessions, d.load, d.sprint_seconds, d.sets, d.readiness) for d in days]


def height(value: float | None, most: float) -> str:
    """The column of a value; a dot for nothing, a dash for what is not known."""
    if value is None:
        return "–"
    if value <= 0 or most <= 0:
        return "·"
    return HEIGHTS[max(1, min(8, half_up(8 * value / most)))]


def month_span(month: date, first_day: int = 0) -> tuple[date, date]:
    """The first and the last day of the whole weeks that a month lies in."""
    begins = month.replace(day=1)
    ends = month_end(begins)
    return monday_of(begins, first_day=first_day), monday_of(ends, first_day=first_day) + 6 * DAY


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY


class _Shown(NamedTuple):
    """What a calendar shows, in which room, and where the cursor stands in it."""

    days: Sequence[DayNumbers]
    measure: Measure
    width: int
    today: date
    cursor: date | None
    on_sum: bool
    known: bool

    @property
    def most(self) -> float:
        """The largest value, to which the columns are drawn."""
        return max((self.measure.of(day) or 0.0 for day in self.days), default=0.0)

    def title(self, name: str, summed: Sequence[DayNumbers]) -> Line:
        """The name and the measure; at the right edge what the days come to, once that is known."""
        left = (Span(name, "strong"), Span(f"   {self.measure.word}", "label"))
        if not self.known:
            return Line(spans=left)
        right = (
            Span(f"{'mean' if self.measure.mean else 'sum'} ", "faint"),
            Span(amount(together(self.measure, summed)), "strong"),
            Span(f" {self.measure.unit}" if self.measure.unit else "", "faint"),
        )
        return spread(left, right, self.width)

    def total(self, days: Sequence[DayNumbers]) -> str:
        """What the days come to until today; empty where that is nothing."""
        found = together(self.measure, until(days, self.today)) if self.known else None
        return amount(found) if found else ""


_Part = tuple[int, Sequence[DayNumbers]]
"""A week or a month of the days, and its number."""


def _page(
    shown: _Shown,
    head: Callable[[], tuple[Line, Canvas]],
    parts: Iterable[_Part],
    draw: Callable[[int, Sequence[DayNumbers], _Shown], list[Line]],
    *,
    deep: int = 0,
    airy: bool,
    drawn: Drawn | None,
) -> SheetPage:
    """The head, each part below the other, and the foot; the cursor's line is the one so many lines `deep` in its
    part. A part that was drawn with the cursor where it is now is not drawn again."""
    once = (drawn or Drawn()).once

    def headed() -> list[Line]:
        title, names = head()
        return [title, *([Line()] if airy else []), names.line(), hair(shown.width)]

    rows: list[Line] = []
    summed: list[DayNumbers] = []
    at = 0
    for number, part in parts:
        inside = shown.cursor is not None and bool(part) and part[0].day <= shown.cursor <= part[-1].day
        here = shown.cursor if inside else None
        if here is not None:
            at = len(rows) + deep
            summed = [*part] if shown.on_sum else []
        drawing = partial(draw, number, part, shown._replace(cursor=here))
        rows += once((number, here, here and shown.on_sum), drawing)
        rows += [Line()] if airy else []
    below = (
        foot(shown.days, shown.cursor, summed, shown.measure, shown.width, shown.today) if shown.known else ()
    )
    return SheetPage(head=once(("head", airy), headed), rows=tuple(rows), foot=below, at=at)


def month_pitch(width: int) -> int:
    """Cells of a day's column."""
    return max(6, min(22, width // 8))


def month_page(
    days: Sequence[DayNumbers],
    month: date,
    measure: Measure,
    width: int,
    *,
    today: date,
    cursor: date | None = None,
    on_sum: bool = False,
    known: bool = True,
    airy: bool = False,
    drawn: Drawn | None = None,
) -> SheetPage:
    """Whole weeks of `days` as a calendar of `month`; two lines a week, with `airy` one more.

    With `on_sum` the cursor is on the sum of its day's week. Before anything is `known`, the days stand alone.
    `drawn` holds what was drawn already of these days, this month and measure in that room.
    """
    shown = _Shown(days, measure, width, today, cursor, on_sum, known)

    def head() -> tuple[Line, Canvas]:
        inside = [day for day in days if (day.day.year, day.day.month) == (month.year, month.month)]
        names, pitch = Canvas(width), month_pitch(width)
        for place, day in enumerate(days[:7]):
            names.put_right(DAY_NAMES[day.day.weekday()], "faint", (place + 1) * pitch - 1)
        names.put_right("mean" if measure.mean else "week", "faint", 8 * pitch - 1)
        return shown.title(f"{MONTH_NAMES[month.month - 1]} {month.year}", inside), names

    parts = ((first, days[first : first + 7]) for first in range(0, len(days), 7))
    draw = partial(_week, month)
    return _page(shown, head, parts, draw, deep=1, airy=airy, drawn=drawn)


def _week(month: date, _number: int, week: Sequence[DayNumbers], shown: _Shown) -> list[Line]:
    pitch, most, measure = month_pitch(shown.width), shown.most, shown.measure
    upper, lower = Canvas(shown.width), Canvas(shown.width)
    for place, day in enumerate(week):
        edge = (place + 1) * pitch - 1
        here, other = day.day == shown.cursor and not shown.on_sum, day.day.month != month.month
        if here:
            for line in (upper, lower):
                line.lay("cell", edge - pitch + 1, edge + 1)
        role = "now" if day.day == shown.today else "strong" if here else "faint" if other else "label"
        upper.put_right(str(day.day.day), role, edge)
        value = measure.of(day)
        if not shown.known or day.day > shown.today or (measure.mean and value is None):
            continue
        begin = lower.put_right(
            "·" if not value and value is not None else amount(value),
            "faint" if other or not value else "value",
            edge,
        )
        if value and pitch >= 8:
            lower.put(height(value, most), "now" if here else "bar", begin - 2)
    if shown.cursor is not None and shown.on_sum:
        for line in (upper, lower):
            line.lay("cell", 7 * pitch, 8 * pitch)
    lower.put_right(shown.total(week), "strong", 8 * pitch - 1)
    return [upper.line(), lower.line()]


def year_pitch(width: int) -> int:
    """Cells of a day of the month."""
    return max(1, min(5, (width - 13) // 31))


def year_page(
    days: Sequence[DayNumbers],
    measure: Measure,
    width: int,
    *,
    today: date,
    cursor: date | None = None,
    on_sum: bool = False,
    known: bool = True,
    airy: bool = False,
    drawn: Drawn | None = None,
) -> SheetPage:
    """The days of a year: a line a month, a column a day of the month, the month's sum at its end.

    With `on_sum` the cursor is on the sum of its day's month. Before anything is `known`, the months stand alone.
    `drawn` holds what was drawn already of these days and this measure in that room.
    """
    shown = _Shown(days, measure, width, today, cursor, on_sum, known)

    def head() -> tuple[Line, Canvas]:
        numbers, pitch = Canvas(width), year_pitch(width)
        for number in (1, 5, 10, 15, 20, 25, 30):
            numbers.put_right(str(number), "faint", 5 + number * pitch)
        numbers.put_right("mean" if measure.mean else "month", "faint", 12 + 31 * pitch)
        return shown.title(str(days[0].day.year), until(days, today)), numbers

    months: dict[int, list[DayNumbers]] = {month: [] for month in range(1, 13)}
    for day in days:
        months[day.day.month].append(day)
    return _page(shown, head, months.items(), _month, airy=airy, drawn=drawn)


def _month(month: int, these: Sequence[DayNumbers], shown: _Shown) -> list[Line]:
    pitch, most, measure = year_pitch(shown.width), shown.most, shown.measure
    line = Canvas(shown.width)
    line.put(MONTH_NAMES[month - 1], "label" if shown.cursor is None else "strong", 0)
    for day in these:
        edge = 5 + day.day.day * pitch
        here = day.day == shown.cursor and not shown.on_sum
        if here:
            line.lay("cell", edge - min(pitch, 2), edge + (pitch > 1))
        value = measure.of(day)
        if not shown.known or day.day > shown.today:
            continue
        blank = measure.mean and value is None
        weekend = day.day.weekday() >= 5
        sign = " " if blank else height(value, most)
        role = "now" if here else "coming" if not value else "lit" if weekend else "bar"
        line.put_right(("▁" if here and blank else sign) * (2 if pitch > 3 and value else 1), role, edge)
    if shown.cursor is not None and shown.on_sum:
        line.lay("cell", 6 + 31 * pitch, 13 + 31 * pitch)
    line.put_right(shown.total(these), "strong", 12 + 31 * pitch)
    return [line.line()]
