"""The running rest as one line above the keys, on every screen that does not draw it itself."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.rest import RestClock
from hybrid_tui.tui.words import margin, words


def clock_text(seconds: int) -> str:
    """`1:42`, `0:07`, `1:02:03`."""
    minutes, left = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def bar(fraction: float, cells: int, glyphs: Glyphs) -> Content:
    """A thin bar, lit from the left; the number beside it says the same."""
    lit = min(cells, max(0, round(fraction * cells)))
    if glyphs.plain:
        return Content.assemble((glyphs.heavy * lit, "$accent"), (glyphs.rule * (cells - lit), "$unlit"))
    return Content.assemble((glyphs.heavy * lit, "$accent"), (glyphs.heavy * (cells - lit), "$unlit"))


class RestStrip(Widget):
    """`Rest 1:42 ━━━━━━ then Pull-up 1 of 4` under a hairline."""

    DEFAULT_CSS = "RestStrip { height: 2; color: $text-2; }"

    def __init__(self, rest: RestClock, glyphs: Glyphs) -> None:
        super().__init__(classes="rest-strip")
        self.rest = rest
        self.glyphs = glyphs

    def render(self) -> Content:
        """The line for the width there is; what comes next goes first where it does not fit."""
        width = self.size.width
        edge = margin(width)
        running = self.rest.running
        rule = Content.styled(self.glyphs.rule * width, "$hair")
        if running is None:
            return rule
        left = clock_text(self.rest.left_s())
        cells = 18 if width >= 80 else 12
        line = Content.assemble(
            " " * edge,
            "Rest ",
            (left, "bold $accent"),
            " " * max(2, 6 - len(left)),
            bar(1 - self.rest.fraction(), cells, self.glyphs),
        )
        then = (
            Content.assemble("  ", ("then ", "$text-3"), words(running.then, "$text"))
            if running.then
            else Content()
        )
        if line.cell_length + then.cell_length + edge <= width:
            line += then
        return Content.assemble(rule, "\n", line)
