"""A chart as SVG for a page: axes, one or two lines, gaps left open; colours come from the page's style."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from html import escape

from hybrid_tui.domain.calendar import MONTH_NAMES
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.trend import Series
from hybrid_tui.formats.chart import scales_of

WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP, FOOT = 58, 12, 12, 30


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
            parts.append(f'<text x="{at}" y="{y + 5:.1f}" text-anchor="{anchor}">{scale.words(tick)}</text>')
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
        if each.weekly and len(series) == 1:
            wide = 0.6 * (right - LEFT) * 7 / days
            bars = _bars(each, first, last, x_of, scale.share, half_week=wide / 1.2)
            parts.append(f'<path class="bar{who}" stroke-width="{min(wide, 40):.1f}" d="{bars}"/>')
            continue
        line, dots = _path(each, first, last, x_of, scale.share)
        parts.append(f'<path class="line{who}" d="{line}"/>' if line else "")
        parts.append(f'<path class="dot{who}" d="{dots}"/>' if dots else "")
    return "".join([*parts, "</svg>"])


def _y(share: float) -> float:
    return HEIGHT - FOOT - (HEIGHT - FOOT - TOP) * share


def _path(
    each: Series, first: date, last: date, x_of: Callable[[date], float], share: Callable[[float], float]
) -> tuple[str, str]:
    """The lines between joined points, and the points that stand alone as dots: lines of no length."""
    runs: list[list[str]] = []
    before: date | None = None
    for point in each.between(first, last):
        at = f"{x_of(point.day):.1f} {_y(share(point.value)):.1f}"
        joined = before is not None and (point.day - before).days <= each.join_days
        if joined:
            runs[-1].append(at)
        else:
            runs.append([at])
        before = point.day
    lines = "".join(f"M{'L'.join(run)}" for run in runs if len(run) > 1)
    return lines, "".join(f"M{run[0]}h0" for run in runs if len(run) == 1)


def _bars(
    each: Series,
    first: date,
    last: date,
    x_of: Callable[[date], float],
    share: Callable[[float], float],
    *,
    half_week: float,
) -> str:
    """A column for each week, in the middle of its days."""
    return "".join(
        f"M{x_of(point.day) + half_week:.1f} {_y(0):.1f}V{_y(share(point.value)):.1f}"
        for point in each.between(first, last)
        if point.value > 0
    )
