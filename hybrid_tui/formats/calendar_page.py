"""A month as a calendar and a year as a heat map, in lines for screen and shell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

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


def _most(days: Sequence[DayNumbers], measure: Measure) -> float:
    return max((measure.of(day) or 0.0 for day in days), default=0.0)


def _title(name: str, measure: Measure, total: float | None, width: int, *, known: bool) -> Line:
    if not known:
        return Line(spans=(Span(name, "strong"), Span(f"   {measure.word}", "label")))
    unit = f" {measure.unit}" if measure.unit else ""
    right = (
        Span(f"{'mean' if measure.mean else 'sum'} ", "faint"),
        Span(amount(total), "strong"),
        Span(unit, "faint"),
    )
    left = (Span(name, "strong"), Span(f"   {measure.word}", "label"))
    return spread(left, right, width)


def _head(title: Line, names: Canvas, width: int, *, airy: bool) -> list[Line]:
    return [title, *([Line()] if airy else []), names.line(), hair(width)]


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
    once = (drawn or Drawn()).once

    def head() -> list[Line]:
        inside = [day for day in days if (day.day.year, day.day.month) == (month.year, month.month)]
        title = f"{MONTH_NAMES[month.month - 1]} {month.year}"
        names, pitch = Canvas(width), month_pitch(width)
        for place, day in enumerate(days[:7]):
            names.put_right(DAY_NAMES[day.day.weekday()], "faint", (place + 1) * pitch - 1)
        names.put_right("mean" if measure.mean else "week", "faint", 8 * pitch - 1)
        total = together(measure, inside)
        return _head(_title(title, measure, total, width, known=known), names, width, airy=airy)

    rows: list[Line] = []
    summed: list[DayNumbers] = []
    at = 0
    for first in range(0, len(days), 7):
        week = days[first : first + 7]
        here = cursor if cursor is not None and week[0].day <= cursor <= week[-1].day else None
        if here is not None:
            at = len(rows) + 1
            summed = [*week] if on_sum else []
        draw = partial(_week, week, days, month, measure, width, today, here, on_sum, known)
        rows += once((first, here, here and on_sum), draw)
        rows += [Line()] if airy else []
    below = foot(days, cursor, summed, measure, width, today) if known else ()
    return SheetPage(head=once(("head", airy), head), rows=tuple(rows), foot=below, at=at)


def _week(
    week: Sequence[DayNumbers],
    days: Sequence[DayNumbers],
    month: date,
    measure: Measure,
    width: int,
    today: date,
    cursor: date | None,
    on_sum: bool,
    known: bool,
) -> list[Line]:
    pitch, most = month_pitch(width), _most(days, measure)
    upper, lower = Canvas(width), Canvas(width)
    for place, day in enumerate(week):
        edge = (place + 1) * pitch - 1
        here, other = day.day == cursor and not on_sum, day.day.month != month.month
        if here:
            for line in (upper, lower):
                line.lay("cell", edge - pitch + 1, edge + 1)
        role = "now" if day.day == today else "strong" if here else "faint" if other else "label"
        upper.put_right(str(day.day.day), role, edge)
        value = measure.of(day)
        if not known or day.day > today or (measure.mean and value is None):
            continue
        begin = lower.put_right(
            "·" if not value and value is not None else amount(value),
            "faint" if other or not value else "value",
            edge,
        )
        if value and pitch >= 8:
            lower.put(height(value, most), "now" if here else "bar", begin - 2)
    total = together(measure, until(week, today)) if known else None
    if cursor is not None and on_sum:
        for line in (upper, lower):
            line.lay("cell", 7 * pitch, 8 * pitch)
    lower.put_right("" if not total else amount(total), "strong", 8 * pitch - 1)
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
    once = (drawn or Drawn()).once

    def head() -> list[Line]:
        pitch, total = year_pitch(width), together(measure, until(days, today))
        numbers = Canvas(width)
        for number in (1, 5, 10, 15, 20, 25, 30):
            numbers.put_right(str(number), "faint", 5 + number * pitch)
        numbers.put_right("mean" if measure.mean else "month", "faint", 12 + 31 * pitch)
        title = _title(str(days[0].day.year), measure, total, width, known=known)
        return _head(title, numbers, width, airy=airy)

    rows: list[Line] = []
    summed: list[DayNumbers] = []
    at = 0
    for month in range(1, 13):
        here = cursor if cursor is not None and cursor.month == month else None
        if here is not None:
            at = len(rows)
            summed = [day for day in days if day.day.month == month] if on_sum else []
        draw = partial(_month, month, days, measure, width, today, here, on_sum, known)
        rows += once((month, here, here and on_sum), draw)
        rows += [Line()] if airy else []
    below = foot(days, cursor, summed, measure, width, today) if known else ()
    return SheetPage(head=once(("head", airy), head), rows=tuple(rows), foot=below, at=at)


def _month(
    month: int,
    days: Sequence[DayNumbers],
    measure: Measure,
    width: int,
    today: date,
    cursor: date | None,
    on_sum: bool,
    known: bool,
) -> list[Line]:
    pitch, most = year_pitch(width), _most(days, measure)
    these = [day for day in days if day.day.month == month]
    line = Canvas(width)
    line.put(MONTH_NAMES[month - 1], "label" if cursor is None else "strong", 0)
    for day in these:
        edge = 5 + day.day.day * pitch
        here = day.day == cursor and not on_sum
        if here:
            line.lay("cell", edge - min(pitch, 2), edge + (pitch > 1))
        value = measure.of(day)
        if not known or day.day > today:
            continue
        blank = measure.mean and value is None
        weekend = day.day.weekday() >= 5
        sign = " " if blank else height(value, most)
        role = "now" if here else "coming" if not value else "lit" if weekend else "bar"
        line.put_right(("▁" if here and blank else sign) * (2 if pitch > 3 and value else 1), role, edge)
    total = together(measure, until(these, today)) if known else None
    if cursor is not None and on_sum:
        line.lay("cell", 6 + 31 * pitch, 13 + 31 * pitch)
    line.put_right("" if not total else amount(total), "strong", 12 + 31 * pitch)
    return [line.line()]
