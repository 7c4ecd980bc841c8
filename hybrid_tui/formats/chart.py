"""A chart in cells: lines of dots, two by four in a cell, between axes with values and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.trend import Series, days_a_mark, runs
from hybrid_tui.formats.chart_axes import Runs, Scale, day_ticks, scales_of
from hybrid_tui.formats.week_canvas import Canvas, Line, Span, marked, spread

_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""Bits of a braille sign by column and row."""
ROLES = ("now", "label")
"""How the first and the second series are coloured."""
SIGNS = ("━━", "··")
"""How their lines are named: the second one is dotted."""
_AXIS = 5
"""About how many cells the values of an axis take."""
PLAIN_SIGNS = ("*", "o")
"""What stands for their dots where only ASCII may be drawn."""


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

    def run(self, dots: Sequence[tuple[int, int]], who: int) -> None:
        """Dots from one to the next; those of a second series stand apart, so that it is told without colour.

        A point that stands alone is a spot of four.
        """
        if len(dots) == 1:
            x, y = dots[0]
            for each in ((x, y), (x ^ 1, y), (x, y + 1), (x ^ 1, y + 1)):
                self.dot(*each, who)
            return
        count = 0
        for start, end in pairwise(dots):
            steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
            for number in range(steps):
                count += 1
                if who == 0 or count % 2:
                    share = number / steps
                    x = round(start[0] + (end[0] - start[0]) * share)
                    self.dot(x, round(start[1] + (end[1] - start[1]) * share), who)
        self.dot(*dots[-1], who)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where the plot stands inside the lines, and what its axes run over."""

    left: int
    width: int
    pitch: int
    """Rows from one tick to the next."""
    room: int
    """Cells of a whole line."""
    first: date
    last: date
    scales: tuple[Scale, ...]
    """One where both series share it."""
    runs: tuple[Runs, ...]
    """Of each series."""

    @property
    def height(self) -> int:
        """Rows of the plot."""
        return 1 + self.scales[0].steps * self.pitch

    def dot_of(self, day: date) -> int:
        """The dot column of a day."""
        return round((day - self.first).days * (2 * self.width - 1) / max(1, (self.last - self.first).days))

    def day_at(self, cell: int) -> date:
        """The day drawn in a cell of the line."""
        share = (cell - self.left) / max(1, self.width - 1)
        return self.first + timedelta(days=round(max(0.0, min(share, 1.0)) * (self.last - self.first).days))


def frame_of(series: Sequence[Series], first: date, last: date, width: int, height: int) -> Frame:
    """The plot of one or two series in at most so many cells: values to the left, those of a second unit right."""
    drawn = tuple(runs(each, first, last, 2 * (width - _AXIS)) for each in series)
    scales = scales_of(series, drawn, height - 2)
    rooms = [max(len(scale.words(tick)) for tick in scale.ticks) + 1 for scale in scales]
    return Frame(
        left=rooms[0],
        width=max(8, width - sum(rooms)),
        pitch=max(1, (height - 3) // scales[0].steps),
        room=width,
        first=first,
        last=last,
        scales=scales,
        runs=drawn,
    )


def chart(frame: Frame, *, plain: bool = False) -> list[Line]:
    """One or two series in their frame, the axis of days and its dates below."""
    plot = _Plot(frame.width, frame.height)
    for who, drawn in enumerate(frame.runs):
        _draw(plot, frame, frame.scales[min(who, len(frame.scales) - 1)], drawn, who)
    lines = [Canvas(frame.room) for _ in range(plot.height)]
    for scale in frame.scales:
        edge = frame.left - 1 if scale is frame.scales[0] else frame.room
        for place, tick in enumerate(reversed(scale.ticks)):
            lines[place * frame.pitch].put("·" * frame.width, "coming", frame.left)
            lines[place * frame.pitch].put_right(scale.words(tick), "faint", edge)
    for (x, y), bits in plot.bits.items():
        who = plot.owner[x, y]
        lines[y].put(PLAIN_SIGNS[who] if plain else chr(0x2800 + bits), ROLES[who], frame.left + x)
    return [line.line() for line in lines] + _dates(frame)


def with_cursor(lines: Sequence[Line], frame: Frame, cursor: date) -> list[Line]:
    """The lines of a chart with the cursor's column in them and its place on the axis."""
    at = frame.left + frame.dot_of(cursor) // 2
    *rows, axis, names = lines
    return [*(marked(row, at, ground="cell") for row in rows), marked(axis, at, sign="━", role="now"), names]


def _draw(plot: _Plot, frame: Frame, scale: Scale, drawn: Runs, who: int) -> None:
    top = 4 * plot.height - 4
    for run in drawn:
        # Ticks stand in the middle of their row; so do values.
        dots = [(frame.dot_of(point.day), round(scale.share(point.value) * top) + 1) for point in run]
        plot.run(dots, who)


def _dates(frame: Frame) -> list[Line]:
    """The axis of days, and below it as many dates as have room."""
    axis, names = Canvas(frame.room), Canvas(frame.room)
    axis.put("─" * frame.width, "hair", frame.left)
    for day, text in day_ticks(frame.first, frame.last, max(2, frame.width // 10)):
        cell = frame.left + frame.dot_of(day) // 2
        axis.put("·", "faint", cell)
        names.put(text, "faint", max(0, min(cell - len(text) // 2, frame.room - len(text))))
    return [axis.line(), names.line()]


def _sign(who: int, plain: bool) -> str:
    return 2 * PLAIN_SIGNS[who] if plain else SIGNS[who]


def legend(series: Sequence[Series], span: str, width: int, *, plain: bool = False) -> list[Line]:
    """The names of the series, and over which time they are drawn."""
    lines = []
    for who, each in enumerate(series):
        unit = f", {each.unit}" if each.unit else ""
        left = (
            Span(f"{_sign(who, plain)} ", ROLES[who]),
            Span(each.title, "strong" if who == 0 else "value"),
            Span(unit, "faint"),
        )
        lines.append(spread(left, (Span(span, "faint"),) if who == 0 else (), width))
    return lines


def drawn_words(frame: Frame) -> str:
    """Where one dot stands for several days, that it is their mean; else nothing."""
    days = days_a_mark(frame.first, frame.last, 2 * (frame.room - _AXIS))
    return "" if days == 1 else f"drawn as means of {days} days"


def reading(series: Sequence[Series], cursor: date, frame: Frame, *, plain: bool = False) -> Line:
    """What each series says at the cursor, a dash where nothing is known; and how many days a dot stands for."""
    spans = [Span(f"{day_words(cursor)} {cursor.year}", "label")]
    for who, each in enumerate(series):
        point = each.at(cursor)
        said = "–" if point is None else each.words(point.value)
        sign = f"{_sign(who, plain)} " if len(series) > 1 else ""
        spans += [Span(f"   {sign}", ROLES[who]), Span(said, "now" if who == 0 else "strong")]
    return spread(spans, (Span(drawn_words(frame), "faint"),), frame.room)
