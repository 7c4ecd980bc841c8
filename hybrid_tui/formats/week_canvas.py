"""Lines of cells with a role for each: what a screen colours and a pipe prints plain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple
from unicodedata import combining, east_asian_width


class Span(NamedTuple):
    """Some text of one role."""

    text: str
    role: str = ""
    """`value`, `strong`, `label`, `faint`, `now`, `alarm`, `hair`, `lit`, `band`, `edge`, `bar`, `coming`."""
    ground: str = ""
    """`column` or `cell` where the cursor stands, else empty."""


class Spot(NamedTuple):
    """Where a number stands in a line, so that a cursor and a click find it."""

    begin: int
    end: int
    figure: str = ""
    """Which number; empty in the grid of days."""
    day: int = 0
    """In the grid: 0 to 6, 7 for the week's own column."""
    row: int = 0
    """In the grid: index of the row; -1 where a day is one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the page."""

    spans: tuple[Span, ...] = ()
    spare: int = 0
    """How readily it goes where there are too few rows; 0 stays."""
    spots: tuple[Spot, ...] = ()
    """Its numbers from left to right."""

    @property
    def text(self) -> str:
        """Its text alone."""
        return "".join(span.text for span in self.spans)


def marked(line: Line, cell: int, *, sign: str = "", role: str = "", ground: str = "") -> Line:
    """A line of signs of one cell with another sign, role or ground in one of them; beyond its end it stays."""
    begin = 0
    for place, span in enumerate(line.spans):
        at = cell - begin
        if 0 <= at < len(span.text):
            parts = (
                span._replace(text=span.text[:at]),
                Span(sign or span.text[at], role or span.role, ground or span.ground),
                span._replace(text=span.text[at + 1 :]),
            )
            kept = tuple(part for part in parts if part.text)
            return replace(line, spans=(*line.spans[:place], *kept, *line.spans[place + 1 :]))
        begin += len(span.text)
    return line


def hair(width: int, spare: int = 0) -> Line:
    """A hairline."""
    return Line(spans=(Span("─" * width, "hair"),), spare=spare)


def blank(spare: int) -> Line:
    """An empty line that goes early."""
    return Line(spare=spare)


def cells(text: str) -> int:
    """How many cells a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def shorten(text: str, room: int, more: str = "…") -> str:
    """The text in at most so many cells; what does not fit goes at the end of a word, with a sign."""
    if cells(text) <= room:
        return text
    kept = ""
    for word in text.split(" "):
        longer = f"{kept} {word}" if kept else word
        if cells(longer) + 1 > room:
            break
        kept = longer
    while not kept and text and cells(text) + 1 > room:
        text = text[:-1]
    return f"{kept or text}{more}" if room > 0 else ""


class Canvas:
    """A line that is filled cell by cell. Only signs of one cell are put on it."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._signs = [" "] * width
        self._roles = [""] * width
        self._grounds = [""] * width

    def put(self, text: str, role: str, start: int) -> int:
        """Put text from `start`; what would stand outside is left out. Gives the cell after it."""
        end = start + len(text)
        if start < 0 or end > self.width:
            text = text[max(0, -start) : max(0, self.width - start)]
            start = max(0, start)
        if text:
            self._signs[start : start + len(text)] = text
            self._roles[start : start + len(text)] = [role] * len(text)
        return end

    def put_right(self, text: str, role: str, end: int) -> int:
        """Put text so that it ends before `end`. Gives the cell it begins at."""
        self.put(text, role, end - len(text))
        return end - len(text)

    def lay(self, ground: str, start: int, end: int) -> None:
        """Give cells another ground."""
        start, end = max(start, 0), min(end, self.width)
        if start < end:
            self._grounds[start:end] = [ground] * (end - start)

    def line(self, spare: int = 0, spots: Iterable[Spot] = ()) -> Line:
        """What was put, as a line."""
        text = "".join(self._signs)
        looks = list(zip(self._roles, self._grounds, strict=True))
        begins = [at for at, (one, other) in enumerate(pairwise(looks), start=1) if one != other]
        found = [
            Span(text[begin:end], *looks[begin])
            for begin, end in pairwise((0, *begins, self.width))
            if end > begin
        ]
        return Line(spans=tuple(found), spare=spare, spots=tuple(spots))


def spread(left: Iterable[Span], right: Iterable[Span], width: int, spare: int = 0) -> Line:
    """Both at the edges of the width; the right one is left out whole where there is no room for it."""
    left, right = tuple(left), tuple(right)
    gap = width - sum(cells(span.text) for span in (*left, *right))
    if gap < 1:
        return Line(spans=left, spare=spare)
    return Line(spans=(*left, Span(" " * gap), *right), spare=spare)


def fitted(lines: Iterable[Line], height: int) -> list[Line]:
    """The lines that have room: the most spare ones go first, the last of them first; those that stay stay."""
    kept = list(lines)
    while len(kept) > height:
        most = max(line.spare for line in kept)
        if most == 0:
            break
        at = max(place for place, line in enumerate(kept) if line.spare == most)
        kept.pop(at)
    return kept
