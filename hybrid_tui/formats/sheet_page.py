"""A page of rows between a head that stays and a foot that stays, drawn for the room there is."""

from __future__ import annotations

from dataclasses import dataclass

from hybrid_tui.formats.week_canvas import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """A list with a cursor."""

    head: tuple[Line, ...] = ()
    rows: tuple[Line, ...] = ()
    """They scroll."""
    foot: tuple[Line, ...] = ()
    at: int = 0
    """The row that must be seen."""
    places: tuple[int | None, ...] = ()
    """What each row stands for, by its place in the list that was laid out; None for a heading."""


def kept_top(before: SheetPage, after: SheetPage, top: int) -> int:
    """The row of the page after that shows what stood in row `top` before; the same row where it is not told."""
    for below, place in enumerate(before.places[top:]):
        if place is not None:
            return after.places.index(place) - below if place in after.places else top
    return top


def window(count: int, room: int, at: int, top: int) -> int:
    """The first of `room` rows to be shown out of `count`, moved as little as `at` allows."""
    if at < top:
        top = at
    if at >= top + room:
        top = at - room + 1
    return max(0, min(top, count - room))
