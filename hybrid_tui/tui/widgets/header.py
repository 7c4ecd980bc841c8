"""The header: where one can go, where one is, which day it is, how ready the body is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.places import Place
from hybrid_tui.tui.words import margin


class Readiness(NamedTuple):
    """The morning's score as the header shows it."""

    score: int | None
    """0 to 100; None where a red flag speaks without one."""
    verdict: str
    """`go`, `ease off` or `rest`."""


class Header(Widget):
    """Tabs, day and readiness on one line, a hairline below with the mark under the tab one stands on."""

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, mode: str) -> None:
            super().__init__()
            self.mode = mode

    def __init__(self, places: Sequence[Place], here: str, glyphs: Glyphs) -> None:
        super().__init__()
        self.places = places
        self.here = here
        self.glyphs = glyphs
        self.day: date | None = None
        self.readiness: Readiness | None = None
        self._tabs: list[tuple[int, int, str]] = []

    def show(self, day: date, readiness: Readiness | None) -> None:
        """Draw these facts, if they are news."""
        if (day, readiness) != (self.day, self.readiness):
            self.day, self.readiness = day, readiness
            self.refresh()

    def render(self) -> Content:
        """Two lines for the width there is."""
        width = self.size.width
        edge = margin(width)
        left = self._draw_tabs(width, edge)
        right = self._facts(width)
        room = width - left.cell_length - edge
        if right.cell_length > room - 1:
            right = self._facts(width, short=True)
        gap = room - right.cell_length
        top = Content.assemble(left, " " * gap, right) if gap > 0 else left
        return Content.assemble(top, "\n", self._rule(width))

    def _draw_tabs(self, width: int, edge: int) -> Content:
        apart = 4 if width >= 100 else 2
        parts: list[tuple[str, str] | str] = [" " * edge]
        at = edge
        self._tabs = []
        for place in self.places:
            here = place.mode == self.here
            name = place.name if here or width >= 80 else ""
            if here:
                if width < 80 and at > edge:
                    parts.append(" ")
                    at += 1
                parts += [(place.key, "bold $accent"), (f" {name}", "bold $text")]
            else:
                parts += [(place.key, "$text-3"), (f" {name}" if name else "", "$text-2")]
            size = len(place.key) + (len(name) + 1 if name else 0)
            self._tabs.append((at, at + size, place.mode))
            step = 1 if not name else apart
            parts.append(" " * step)
            at += size + step
        return Content.assemble(*parts)

    def _facts(self, width: int, *, short: bool = False) -> Content:
        parts: list[tuple[str, str] | str] = []
        long = width >= 110
        if self.day is not None and not short:
            day = self.day
            parts.append((f"{day:%a} {day.day} {day:%b}{f' {day.year}' if long else ''}", "$text-2"))
            parts.append("      " if long else "  ")
        if long:
            parts.append(("readiness ", "$text-2"))
        if self.readiness is None:
            parts.append((self.glyphs.dash, "$text-3"))
        else:
            ready = self.readiness
            parts.append(("–" if ready.score is None else str(ready.score), "bold $text"))
            parts.append((f" {self.glyphs.verdict(ready.verdict)} ", "$accent"))
            parts.append((ready.verdict, "$text"))
        return Content.assemble(*parts)

    def _rule(self, width: int) -> Content:
        for start, end, mode in self._tabs:
            if mode == self.here:
                return Content.assemble(
                    (self.glyphs.rule * start, "$hair"),
                    (self.glyphs.heavy * (end - start), "$accent"),
                    (self.glyphs.rule * max(width - end, 0), "$hair"),
                )
        return Content.styled(self.glyphs.rule * width, "$hair")

    def on_click(self, event: events.Click) -> None:
        """Go to the tab under the pointer."""
        at = event.get_content_offset(self)
        for start, end, mode in self._tabs:
            if at is not None and at.y == 0 and start <= at.x < end:
                self.post_message(self.Chosen(mode))
