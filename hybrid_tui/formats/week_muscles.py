"""Hard sets by muscle: a number on the decimal point and a bar with the band in which muscle grows."""

from __future__ import annotations

from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.week_sources import CORE
from hybrid_tui.domain.week_view import WeekView
from hybrid_tui.formats.week_canvas import Canvas, Line, Span, Spot, spread
from hybrid_tui.formats.week_cells import signed

LEFT: Final = ("quads", "hamstrings", "glutes", "calves", "adductors", "hip flexors")
RIGHT: Final = ("chest", "lats", "shoulders", "core", "upper back", "triceps")
MOST: Final = 12
"""Sets that the bar is long."""
USUAL_ROWS: Final = 4
"""Rows that always stand; the others only where there is room."""
_NUMBER = 16
"""Cells from the left to the decimal point."""
_BAR = 21
_STRESS = 8
"""Cells that the stress of runs and jumps takes after the bar, and one to the next column."""
_CHANGE = 7
"""Cells that a difference takes before the bar."""


def sets_of(muscles: dict[str, float], name: str) -> float:
    """Fractional hard sets of a muscle as the screen names it; the core is the more trained of its two."""
    if name == "core":
        return max(muscles.get(muscle, 0.0) for muscle in CORE)
    return muscles.get(name.replace(" ", "_"), 0.0)


def flagged(view: WeekView) -> frozenset[str]:
    """Muscles that a finding speaks of."""
    spoken = [finding.sentence.casefold() for finding in view.findings if finding.id in ("CT-22", "CT-23")]
    return frozenset(
        name for name in (*LEFT, *RIGHT) if any(words.startswith(f"{name} ") for words in spoken)
    )


def muscle_lines(
    view: WeekView, width: int, *, compare: bool, tall: bool, explained: bool = False
) -> list[Line]:
    """The heading, two columns of muscles, and below them the numbers of the band.

    With `explained` the heading names the key that says what each number is and where it comes from.
    """
    lines: list[Line] = []
    if tall:
        low, high = choices.MUSCLE_2_11_GROWS_FROM, choices.MUSCLE_2_11_GROWS_TO
        heading = (Span("Hard sets", "strong"), Span(f"   {low:g} to {high:g} a week grows", "faint"))
        key = (Span("   o", "strong"), Span(" explains each number", "faint")) if explained else ()
        lines.append(spread(heading, (Span("helpers count half", "faint"), *key), width, spare=2))
        lines.append(Line(spare=8))
    flags = flagged(view)
    group = width // 2
    for place, names in enumerate(zip(LEFT, RIGHT, strict=True)):
        canvas = Canvas(width)
        spots = []
        for number, name in enumerate(names):
            left = number * group
            _muscle(canvas, view, name, left, group, compare, name in flags)
            spots.append(Spot(left, left + group - 1, name))
        lines.append(canvas.line(spare=0 if place < USUAL_ROWS else 6, spots=spots))
    canvas = Canvas(width)
    for number in range(2):
        _scale(canvas, number * group, group, compare)
    if not tall:
        canvas.put("hard sets", "faint", 2)
    if view.week.stress and _fits(group, compare):
        canvas.put_right("stress", "faint", _stress_edge(group, compare))
    return [*lines, canvas.line(spare=3)]


def _room(group: int, compare: bool) -> tuple[int, int]:
    """Where the bar begins, and how long it is."""
    start = _BAR + (_CHANGE if compare else 0)
    return start, max(
        6, min(24 if group < 80 else 48, group - start - (_STRESS if _fits(group, compare) else 3))
    )


def _fits(group: int, compare: bool) -> bool:
    """Whether the stress has room beside a bar."""
    return group - _BAR - (_CHANGE if compare else 0) - _STRESS >= 6


def _stress_edge(group: int, compare: bool) -> int:
    """The right edge of the stress of runs and jumps, from the left of its group."""
    start, length = _room(group, compare)
    return start + length + _STRESS - 1


def _muscle(
    canvas: Canvas, view: WeekView, name: str, left: int, group: int, compare: bool, flag: bool
) -> None:
    sets = sets_of(view.week.muscles, name)
    if flag:
        canvas.put("!", "alarm", left)
    canvas.put(name, "strong" if flag else "label", left + 2)
    role = "strong" if flag else "value" if sets else "faint"
    whole, point, rest = f"{sets:g}".partition(".")
    canvas.put_right(whole, role, left + _NUMBER)
    canvas.put(f"{point}{rest[:1]}", role, left + _NUMBER)
    start, length = _room(group, compare)
    if compare:
        change = signed(round(sets - sets_of(view.against.muscles, name), 1))
        canvas.put_right(change, "faint", left + start - 3)
    _bar(canvas, sets, left + start, length)
    stress = view.week.stress.get(name.replace(" ", "_"))
    if stress and name in LEFT and _fits(group, compare):
        canvas.put_right(f"{stress:g}", "label", left + _stress_edge(group, compare))


def _bar(canvas: Canvas, sets: float, start: int, length: int) -> None:
    """Lit as far as it was trained; beyond that the band stands out from what lies outside it."""
    a_set = length / MOST
    low, high = round(choices.MUSCLE_2_11_GROWS_FROM * a_set), round(choices.MUSCLE_2_11_GROWS_TO * a_set)
    lit = min(length, round(sets * a_set) or (1 if sets else 0))
    for place in range(length):
        if place < lit:
            canvas.put("━", "lit", start + place)
        elif low <= place < high:
            canvas.put("━", "band", start + place)
        else:
            canvas.put("─", "edge", start + place)


def _scale(canvas: Canvas, left: int, group: int, compare: bool) -> None:
    start, length = _room(group, compare)
    for sets in (choices.MUSCLE_2_11_GROWS_FROM, choices.MUSCLE_2_11_GROWS_TO):
        canvas.put(f"{sets:g}", "faint", left + start + round(sets * length / MOST))
