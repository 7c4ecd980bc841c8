"""A chart in cells: lines of dots, two by four in a cell, between axes with values and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

from hybrid_tui.domain.calendar import MONTH_NAMES, day_words
from hybrid_tui.domain.trend import Point, Series
from hybrid_tui.formats.week_canvas import Canvas, Line, Span, spread

_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""Bits of a braille sign by column and row."""
ROLES = ("now", "label")
"""How the first and the second series are coloured."""
PLAIN_SIGNS = ("*", "o")
"""What stands for their dots where only ASCII may be drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The values an axis runs over."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values that are named, from the lowest."""
        count = round((self.high - self.low) / self.step)
        return tuple(self.low + number * self.step for number in range(count + 1))

    def share(self, value: float) -> float:
        """Where a value lies, 0 at the foot and 1 at the head."""
        return (value - self.low) / (self.high - self.low)

    def words(self, value: float) -> str:
        """A tick as it is written."""
        return f"{value:.{max(0, -floor(log10(self.step) + 1e-9))}f}"


def scale_of(values: Sequence[float], most: int = 5) -> Scale:
    """Round limits around the values, with at most `most` steps of 1, 2 or 5 by a power of ten."""
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    if high - low < 1e-9:
        low, high = low - max(1.0, abs(low) * 0.05), high + max(1.0, abs(high) * 0.05)
    raw = (high - low) / most
    power = 10.0 ** floor(log10(raw))
    for factor in (1, 2, 5, 10, 20):
        step = factor * power
        begin, end = floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step
        if (end - begin) / step <= most + 1e-9:
            return Scale(low=begin, high=end, step=step)
    raise AssertionError("twenty times the power holds any range")


def scales_of(series: Sequence[Series], first: date, last: date, *, most: int = 5) -> list[Scale]:
    """A scale for each series; two of the same unit share one, so that they can be compared."""
    values = [[point.value for point in each.between(first, last)] for each in series]
    if len({each.unit for each in series}) == 1:
        return [scale_of([value for these in values for value in these], most)] * len(series)
    return [scale_of(these, most) for these in values]


class _Plot:
    """The dots of one series after the other; the first drawn keeps a cell's colour."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.bits: dict[tuple[int, int], int] = {}
        self.owner: dict[tuple[int, int], int] = {}

    def dot(self, x: int, y: int, who: int) -> None:
        """Set a dot; `y` counts from the foot."""
        if not (0 <= x < 2 * self.width and 0 <= y < 4 * self.height):
            return
        down = 4 * self.height - 1 - y
        cell = (x // 2, down // 4)
        self.owner.setdefault(cell, who)
        if self.owner[cell] == who:
            self.bits[cell] = self.bits.get(cell, 0) | _DOTS[x % 2][down % 4]

    def line(self, start: tuple[int, int], end: tuple[int, int], who: int) -> None:
        """Dots from one to the other."""
        steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
        for number in range(steps + 1):
            share = number / steps
            x = round(start[0] + (end[0] - start[0]) * share)
            self.dot(x, round(start[1] + (end[1] - start[1]) * share), who)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where the plot stands inside the lines."""

    left: int
    width: int
    first: date
    last: date

    def dot_of(self, day: date) -> int:
        """The dot column of a day."""
        return round((day - self.first).days * (2 * self.width - 1) / max(1, (self.last - self.first).days))

    def day_at(self, cell: int) -> date:
        """The day drawn in a cell of the line."""
        share = (cell - self.left) / max(1, self.width - 1)
        return self.first + timedelta(days=round(max(0.0, min(share, 1.0)) * (self.last - self.first).days))


def frame_of(width: int, first: date, last: date, count: int) -> Frame:
    """The plot between its axes: values to the left, those of a second series to the right."""
    return Frame(left=8, width=width - 8 - (8 if count > 1 else 2), first=first, last=last)


def chart(
    series: Sequence[Series],
    first: date,
    last: date,
    width: int,
    height: int,
    *,
    cursor: date | None = None,
    plain: bool = False,
) -> list[Line]:
    """One or two series from `first` to `last` in so many cells, axes included."""
    frame = frame_of(width, first, last, len(series))
    rows = max(3, height - 2)
    plot = _Plot(frame.width, rows)
    scales = scales_of(series, first, last, most=max(2, min(5, rows // 2)))
    for who, (each, scale) in enumerate(zip(series, scales, strict=True)):
        _draw(plot, frame, scale, each.between(first, last), each.join_days, who)
    lines = [Canvas(width) for _ in range(rows)]
    for who, scale in enumerate(scales):
        for tick in scale.ticks:
            row = round((rows - 1) * (1 - scale.share(tick)))
            if who == 0:
                lines[row].put("·" * frame.width, "coming", frame.left)
                lines[row].put_right(scale.words(tick)[:7], "faint", frame.left - 1)
            else:
                lines[row].put(scale.words(tick)[:7], "faint", frame.left + frame.width + 1)
    at = None if cursor is None else frame.left + frame.dot_of(cursor) // 2
    for (x, y), bits in plot.bits.items():
        who = plot.owner[x, y]
        lines[y].put(PLAIN_SIGNS[who] if plain else chr(0x2800 + bits), ROLES[who], frame.left + x)
    if at is not None:
        for line in lines:
            line.lay("cell", at, at + 1)
    return [line.line() for line in lines] + _dates(frame, width, at)


def _draw(plot: _Plot, frame: Frame, scale: Scale, points: Sequence[Point], join_days: int, who: int) -> None:
    top = 4 * plot.height - 4
    before: tuple[Point, tuple[int, int]] | None = None
    for point in points:
        # Ticks stand in the middle of their row; so do values.
        here = (frame.dot_of(point.day), round(scale.share(point.value) * top) + 1)
        if before is not None and (point.day - before[0].day).days <= join_days:
            plot.line(before[1], here, who)
        plot.dot(*here, who)
        before = (point, here)


def _dates(frame: Frame, width: int, at: int | None) -> list[Line]:
    """The axis of days with the cursor on it, and below it as many dates as have room."""
    axis, names = Canvas(width), Canvas(width)
    axis.put("─" * frame.width, "hair", frame.left)
    days = (frame.last - frame.first).days
    count = max(2, min(7, frame.width // 14))
    end = 0
    for number in range(count):
        day = frame.first + timedelta(days=round(days * number / (count - 1)))
        text = (
            f"{day.day} {MONTH_NAMES[day.month - 1]}"
            if days < 300
            else f"{MONTH_NAMES[day.month - 1]} {day.year}"
        )
        cell = frame.left + frame.dot_of(day) // 2
        begin = max(frame.left, min(cell - len(text) // 2, width - len(text)))
        if begin > end:
            end = names.put(text, "faint", begin)
    if at is not None:
        axis.put("━", "now", at)
    return [axis.line(), names.line()]


def legend(series: Sequence[Series], span: str, width: int) -> list[Line]:
    """The names of the series, and over which time they are drawn."""
    lines = []
    for who, each in enumerate(series):
        unit = f", {each.unit}" if each.unit else ""
        left = (
            Span("━━ ", ROLES[who]),
            Span(each.title, "strong" if who == 0 else "value"),
            Span(unit, "faint"),
        )
        lines.append(spread(left, (Span(span, "faint"),) if who == 0 else (), width))
    return lines


def reading(series: Sequence[Series], cursor: date) -> Line:
    """What each series says at the cursor; a dash where nothing is known."""
    spans = [Span(f"{day_words(cursor)} {cursor.year}", "label")]
    for who, each in enumerate(series):
        point = each.at(cursor)
        said = "–" if point is None else each.words(point.value)
        spans += [Span("   ", ""), Span(said, "now" if who == 0 else "strong")]
        if point is not None and each.weekly:
            spans.append(Span(" in the week", "faint"))
    return Line(spans=tuple(spans))
