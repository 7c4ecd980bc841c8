"""Bars that fill from the left. They repaint only the cells whose colour changed."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from hybrid_tui.tui.widgets.still import Still

_EIGHTHS = " ▏▎▍▌▋▊▉"


class Bar(Still):
    """A thin bar of `━`; its unlit rest in `.bar--unlit`. The number beside it says the same."""

    DEFAULT_CSS = """
    Bar { height: 1; color: $accent; }
    Bar > .bar--unlit { color: $unlit; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--unlit"}

    fraction: reactive[float] = reactive(0.0, repaint=False)
    """How much is filled, 0 to 1."""

    def __init__(self, fraction: float = 0.0, *, plain: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.plain = plain
        self._eighths = -1
        self.set_reactive(Bar.fraction, fraction)

    def watch_fraction(self) -> None:
        """Paint the cells between the old end and the new."""
        before, now = self._eighths, self._filled()
        if before < 0 or not self.size:
            self.refresh()
        elif now != before:
            left, right = min(before, now) // 8, -(-max(before, now) // 8)
            self.refresh(Region(left, 0, max(1, right - left), self.size.height))

    def render_line(self, y: int) -> Strip:
        """The filled part and the rest."""
        self._eighths = self._filled()
        cells, width = round(self._eighths / 8), self.size.width
        lit, unlit = ("=", "-") if self.plain else ("━", "━")
        style = self.rich_style
        rest = style + Style(color=self.get_component_rich_style("bar--unlit").color)
        return Strip([Segment(lit * cells, style), Segment(unlit * (width - cells), rest)], width)

    def _filled(self) -> int:
        """Eighths of a cell that are filled."""
        return round(min(1.0, max(0.0, self.fraction)) * self.size.width * 8)


class TallBar(Bar):
    """The timer's bar: full cells and an eighth at its end; `.bar--unlit` is the ground of the rest."""

    def render_line(self, y: int) -> Strip:
        """The filled part as coloured ground (one byte a cell), the edge as a part of a block, the rest."""
        self._eighths = self._filled()
        width, style = self.size.width, self.rich_style
        dim = self.get_component_rich_style("bar--unlit").color
        whole, part = divmod(self._eighths, 8)
        if self.plain:
            return Strip([Segment("#" * whole + "." * (width - whole), style)], width)
        segments = [Segment(" " * whole, style + Style(bgcolor=style.color))]
        if part:
            segments.append(Segment(_EIGHTHS[part], style + Style(bgcolor=dim)))
        segments.append(Segment(" " * (width - whole - bool(part)), style + Style(bgcolor=dim)))
        return Strip(segments, width)
