"""A chart as SVG for a page: axes, one or two lines, gaps left open; colours come from the page's style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from hybrid_tui.domain.calendar import MONTH_NAMES
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.trend import Point, Series, days_a_mark, runs
from hybrid_tui.formats.chart_axes import Runs, Scale, day_ticks, scales_of

WIDTH, HEIGHT = 520, 230
SIDE, TOP, FOOT = 48, 30, 30
MARKS = 240
"""Points side by side; where there are more days, each is the mean of several."""
_DIVISIBLE = 61
"""Rows in which three to six steps take equal room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """Where days and values lie."""

    right: float
    first: date
    last: date

    def x(self, day: date) -> float:
        return SIDE + (self.right - SIDE) * (day - self.first).days / max(1, (self.last - self.first).days)

    def at(self, point: Point, scale: Scale) -> str:
        return f"{self.x(point.day):.1f} {_y(scale.share(point.value)):.1f}"


def svg(series: Sequence[Series], first: date, last: date) -> str:
    """The chart of the days `first` to `last`, both included, with its words for those who do not see it."""
    bars = len(series) == 1 and series[0].weekly
    drawn = [runs(each, first, last, MARKS) for each in series]
    # A column stands on nought; a line may begin anywhere.
    scales = scales_of(
        series, [[*each, [Point(day=first, value=0.0)]] for each in drawn] if bars else drawn, _DIVISIBLE
    )
    field = _Field(right=WIDTH - (SIDE if len(scales) > 1 else 12), first=first, last=last)
    title = escape(clean(", ".join(each.title for each in series)))
    told = escape(clean(" ".join(_told(each, first, last) for each in series)))
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}"><title>{title}</title>',
        f"<desc>{told}</desc>",
        *_values(series, scales, field),
        *_days(field),
    ]
    if bars:
        days = max(7, days_a_mark(first, last, MARKS))
        parts.append(_columns(drawn[0], scales[0], field, days))
    else:
        lines = [_line(each, scales[min(who, len(scales) - 1)], field, who) for who, each in enumerate(drawn)]
        parts += reversed(lines)  # the first lies on top
    return "".join([*parts, "</svg>"])


def _told(series: Series, first: date, last: date) -> str:
    """What the picture shows, in a sentence."""
    points = series.between(first, last)
    low, high = (choose(point.value for point in points) for choose in (min, max))
    latest = points[-1]
    return (
        f"{series.title}: {len(points)} values, lowest {series.words(low)}, highest {series.words(high)}, "
        f"last {series.words(latest.value)} on {_day(latest.day)}."
    )


def _day(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _values(series: Sequence[Series], scales: Sequence[Scale], field: _Field) -> list[str]:
    """The grid, the values beside it, and their units above."""
    parts = []
    for tick in scales[0].ticks:
        y = _y(scales[0].share(tick))
        parts.append(f'<line class="grid" x1="{SIDE}" x2="{field.right}" y1="{y:.1f}" y2="{y:.1f}"/>')
    sides = ((SIDE - 8, "end"), (field.right + 8, "start"))
    for each, scale, (x, anchor) in zip(series, scales, sides, strict=False):
        words = [(scale.words(tick), _y(scale.share(tick)) + 5) for tick in scale.ticks]
        words.append((escape(clean(each.unit)), 14))
        parts += [
            f'<text x="{x}" y="{y:.1f}" text-anchor="{anchor}">{word}</text>' for word, y in words if word
        ]
    return parts


def _days(field: _Field) -> list[str]:
    """The days along the foot."""
    parts = []
    for day, word in day_ticks(field.first, field.last, 7):
        x = field.x(day)
        anchor = "start" if x < SIDE + 24 else "end" if x > field.right - 24 else "middle"
        parts.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{_y(0):.1f}" y2="{_y(0) + 5:.1f}"/>')
        parts.append(f'<text x="{x:.1f}" y="{HEIGHT - 8}" text-anchor="{anchor}">{word}</text>')
    return parts


def _y(share: float) -> float:
    return HEIGHT - FOOT - (HEIGHT - FOOT - TOP) * share


def _line(drawn: Runs, scale: Scale, field: _Field, who: int) -> str:
    """The lines between joined points, and the points that stand alone as dots: lines of no length."""
    places = [[field.at(point, scale) for point in run] for run in drawn]
    line = "".join(f"M{'L'.join(run)}" for run in places if len(run) > 1)
    dots = "".join(f"M{run[0]}h0" for run in places if len(run) == 1)
    return (f'<path class="line{who}" d="{line}"/>' if line else "") + (
        f'<path class="dot{who}" d="{dots}"/>' if dots else ""
    )


def _columns(drawn: Runs, scale: Scale, field: _Field, days: int) -> str:
    """A column for each week, from its first day on; it ends where the chart ends."""
    pitch = (field.right - SIDE) * days / max(1, (field.last - field.first).days)
    parts = []
    for point in (point for run in drawn for point in run if point.value > 0):
        left = field.x(point.day)
        wide = min(0.8 * pitch, field.right - left)
        top = _y(scale.share(point.value))
        parts.append(f"M{left:.1f} {_y(0):.1f}V{top:.1f}h{max(1.0, wide):.1f}V{_y(0):.1f}z")
    return f'<path class="bar" d="{"".join(parts)}"/>' if parts else ""
