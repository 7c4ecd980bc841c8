"""Lifts done in turn: which two a key joins or parts, and how lines move without tearing others out of theirs.

Every line holds by itself whether it belongs to the one above (`superset`), so the first of a superset does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from hybrid_tui.domain.set_record import BlockStatus


class SessionLine(Protocol):
    """A line of a session, of the record or of the sheet."""

    @property
    def position(self) -> int:
        """Its place in the session."""

    @property
    def superset(self) -> bool:
        """Whether it is done in turn with the one above."""

    @property
    def timed(self) -> bool:
        """Whether the timer runs it."""

    @property
    def part(self) -> str:
        """`work`, `warm-up` or `cool-down`."""

    @property
    def status(self) -> BlockStatus:
        """What has become of it."""


AnyLine = TypeVar("AnyLine", bound=SessionLine)


def superset_groups(lines: Iterable[AnyLine]) -> tuple[tuple[AnyLine, ...], ...]:
    """Lines that are done in turn, together: one that does not say `&` begins a new group."""
    groups: list[list[AnyLine]] = []
    for each in lines:
        if each.superset and groups:
            groups[-1].append(each)
        else:
            groups.append([each])
    return tuple(tuple(group) for group in groups)


def pair(lines: Sequence[AnyLine], position: int) -> tuple[AnyLine, AnyLine] | None:
    """The two lifts that are parted where they go in turn, else joined: this one and the one below it.

    The last of a superset is parted from the one above. None where there is nothing to join with.
    """
    ordered = sorted(lines, key=lambda each: each.position)
    at = next((place for place, each in enumerate(ordered) if each.position == position), None)
    if at is None:
        return None
    here, below = ordered[at], ordered[at + 1] if at + 1 < len(ordered) else None
    if below is not None and below.superset:
        return here, below
    if here.superset and at:
        return ordered[at - 1], here
    return (here, below) if below is not None and _waits(here) and _waits(below) else None


def _waits(line: SessionLine) -> bool:
    return not line.timed and line.part == "work" and line.status is BlockStatus.OPEN


def moved(lines: Sequence[AnyLine], position: int, step: int) -> tuple[tuple[AnyLine, ...], ...]:
    """The supersets and single lines of a session once a line stands one place earlier (-1) or later (1).

    Inside a superset two lifts change places; at its edge all of it moves along, past all of the next one. Each
    line still bears its old position. Nothing where it stands at the edge already.
    """
    groups = [[*group] for group in superset_groups(sorted(lines, key=lambda one: one.position))]
    at = next((place for place, group in enumerate(groups) if position in _positions(group)), None)
    if at is None:
        return ()
    group = groups[at]
    here = _positions(group).index(position)
    if 0 <= here + step < len(group):
        group[here], group[here + step] = group[here + step], group[here]
    elif 0 <= at + step < len(groups):
        groups[at], groups[at + step] = groups[at + step], group
    else:
        return ()
    return tuple(tuple(each) for each in groups)


def _positions(group: Sequence[SessionLine]) -> list[int]:
    return [each.position for each in group]
