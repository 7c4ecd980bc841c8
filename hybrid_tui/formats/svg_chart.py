"""A chart as SVG for a page: axes, one or two lines, gaps left open; colours come from the page's style."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from html import escape

from hybrid_tui.domain.calendar import MONTH_NAMES
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.trend import Series
from hybrid_tui.formats.chart import scales_of

WIDTH, HEIGHT = 720, 220
LEFT, RIGHT, TOP, FOOT = 48, 12, 10, 24


def svg(series: Sequence[Series], first: date, last: date) -> str:
    """The chart of the days `first` to `last`, both included."""
    titles = escape(clean(", ".join(each.title for each in series)))
    scales = scales_of(series, first, last)
    right = WIDTH - (LEFT if len({each.unit for each in series}) > 1 else RIGHT)
    days = max(1, (last - first).days)

    def x_of(day: date) -> float:
        return LEFT + (right - LEFT) * (day - first).days / days

    parts = [f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{titles}"><title>{titles}</title>']
    for who, scale in enumerate(scales[:1] if right == WIDTH - RIGHT else scales):
        for tick in scale.ticks:
            y = _y(scale.share(tick))
            at, anchor = (LEFT - 6, "end") if who == 0 else (right + 6, "start")
            if who == 0:
                parts.append(f'<line class="grid" x1="{LEFT}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}"/>')
            parts.append(f'<text x="{at}" y="{y + 4:.1f}" text-anchor="{anchor}">{scale.words(tick)}</text>')
    for number in range(6):
        day = first + timedelta(days=round(days * number / 5))
        text = (
            f"{day.day} {MONTH_NAMES[day.month - 1]}"
            if days < 300
            else f"{MONTH_NAMES[day.month - 1]} {day.year}"
        )
        anchor = "start" if number == 0 else "end" if number == 5 else "middle"
        parts.append(f'<text x="{x_of(day):.1f}" y="{HEIGHT - 6}" text-anchor="{anchor}">{text}</text>')
    for who, (each, scale) in reversed(list(enumerate(zip(series, scales, strict=True)))):
        parts.append(f'<path class="line{who}" d="{_path(each, first, last, x_of, scale.share)}"/>')
    return "".join([*parts, "</svg>"])


def _y(share: float) -> float:
    return HEIGHT - FOOT - (HEIGHT - FOOT - TOP) * share


def _path(
    each: Series, first: date, last: date, x_of: Callable[[date], float], share: Callable[[float], float]
) -> str:
    steps: list[str] = []
    before: date | None = None
    for point in each.between(first, last):
        at = f"{x_of(point.day):.1f} {_y(share(point.value)):.1f}"
        joined = before is not None and (point.day - before).days <= each.join_days
        # A point that nothing leads to is drawn as a dot: a line of no length with round ends.
        steps.append(f"L{at}" if joined else f"M{at}h0")
        before = point.day
    return "".join(steps)
