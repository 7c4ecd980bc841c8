"""Moving from number to number over a page: the cursor finds what stands beside, above or below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hybrid_tui.formats.week_canvas import Line, Span, Spot, cells
from hybrid_tui.formats.week_shape import Cursor


def is_at(spot: Spot, cursor: Cursor) -> bool:
    """Whether the cursor stands on it."""
    if spot.figure or cursor.figure:
        return spot.figure == cursor.figure
    return spot.day == cursor.day and spot.row in (cursor.row, -1)


def line_at(lines: Sequence[Line], cursor: Cursor) -> int | None:
    """The first line on which the cursor stands."""
    return next((y for y, line in enumerate(lines) if any(is_at(s, cursor) for s in line.spots)), None)


def spot_at(line: Line, x: int) -> Spot | None:
    """The number at a cell of a line."""
    return next((spot for spot in line.spots if spot.begin <= x < spot.end), None)


def put_on(spot: Spot, cursor: Cursor) -> Cursor:
    """The cursor on another number; outside the grid it keeps its day and row for the way back."""
    if spot.figure:
        return replace(cursor, figure=spot.figure)
    return Cursor(day=spot.day, row=cursor.row if spot.row < 0 else spot.row)


def moved(lines: Sequence[Line], cursor: Cursor, across: int, down: int) -> Cursor | None:
    """The number beside the cursor, or the nearest one above or below it; None at the page's end."""
    rows = [line.spots for line in lines if line.spots]
    at = next((y for y, row in enumerate(rows) if any(is_at(spot, cursor) for spot in row)), None)
    if at is None:
        return None
    here = next(place for place, spot in enumerate(rows[at]) if is_at(spot, cursor))
    if across:
        beside = here + across
        return put_on(rows[at][beside], cursor) if 0 <= beside < len(rows[at]) else None
    middle = _middle(rows[at][here])
    at += down
    # What takes several lines is one number.
    while 0 <= at < len(rows) and any(is_at(spot, cursor) for spot in rows[at]):
        at += down
    if not 0 <= at < len(rows):
        return None
    return put_on(min(rows[at], key=lambda spot: abs(_middle(spot) - middle)), cursor)


def _middle(spot: Spot) -> float:
    return (spot.begin + spot.end) / 2


def lit(line: Line, cursor: Cursor) -> Line:
    """The line with the ground of the cursor under the figure on which it stands."""
    spot = next((each for each in line.spots if each.figure and is_at(each, cursor)), None)
    if spot is None:
        return line
    found: list[Span] = []
    x = 0
    for span in line.spans:
        for sign in span.text:
            inside = spot.begin <= x < spot.end
            role = "strong" if inside and span.role in ("value", "label", "faint") else span.role
            ground = "cell" if inside else span.ground
            if found and found[-1].role == role and found[-1].ground == ground:
                found[-1] = Span(found[-1].text + sign, role, ground)
            else:
                found.append(Span(sign, role, ground))
            x += cells(sign)
    if x < spot.end:
        found.append(Span(" " * (spot.end - x), "", "cell"))
    return replace(line, spans=tuple(found))
