"""A Textual program of one widget that draws the seconds of a countdown: what big digits cost at the least.

    python -m tests.bench.lone_digits core|full

`core` uses Textual's own `Digits`; `full` writes the timer's digits at full size, every row of every digit that
changed, as a plain widget would. One drawing a second, nothing else on the screen.
"""

from __future__ import annotations

import sys

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Digits

from hybrid_tui.tui.widgets.digit_raster import fit, raster
from hybrid_tui.tui.widgets.digits import face, pattern

HEIGHT = 26
"""Rows of the digits, as the timer gives them on 120x40."""


class LoneDigits(Widget):
    """The text in the timer's own shapes; it repaints the box of each digit that changed and no more."""

    DEFAULT_CSS = f"LoneDigits {{ height: {HEIGHT}; }}"
    shown = ""

    def show(self, text: str) -> None:
        """Draw this."""
        before, self.shown = self.shown, text
        box = fit(pattern(text), self.size.width, self.size.height)
        if box is None or len(before) != len(text):
            self.refresh()
            return
        left = (self.size.width - box.width(text)) // 2
        for old, new in zip(before, text, strict=True):
            if old != new:
                self.refresh(Region(left, 0, box.advance(new), self.size.height))
            left += box.advance(new) + box.gap

    def render_line(self, y: int) -> Strip:
        """One row of all digits."""
        box = fit(pattern(self.shown), self.size.width, self.size.height)
        style, row = self.rich_style, y - (self.size.height - (box.rows if box else 0)) // 2
        if box is None or not 0 <= row < box.rows:
            return Strip.blank(self.size.width, style)
        text = (" " * box.gap).join(raster(sign, box, False)[row] for sign in self.shown)
        left = (self.size.width - box.width(self.shown)) // 2
        return Strip([Segment(" " * left + text, style)]).adjust_cell_length(self.size.width, style)


class Lone(App[None]):
    """Counts down from an hour."""

    def __init__(self, full: bool) -> None:
        super().__init__()
        self.full = full
        self.left = 3600

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield LoneDigits() if self.full else Digits(face(self.left))

    def on_mount(self) -> None:
        """Once a second."""
        self.set_interval(1.0, self.tick)

    def tick(self) -> None:
        """One second less."""
        self.left -= 1
        if self.full:
            self.query_one(LoneDigits).show(face(self.left))
        else:
            self.query_one(Digits).update(face(self.left))


if __name__ == "__main__":
    Lone(sys.argv[1:] == ["full"]).run()
