"""Digits that can be read from three metres. Only what changed is painted again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from hybrid_tui.tui.widgets.digit_raster import Box, fit, raster

MERGE = 10
"""Cells. Two changed runs of a row nearer than this are painted as one: moving the cursor and setting the colours
again costs more bytes than the cells between them."""


def face(seconds: int) -> str:
    """Seconds as a clock face: `07` below a minute, then `1:24`, `12:34`, `1:02:03`."""
    minutes, rest = divmod(max(0, seconds), 60)
    if minutes == 0:
        return f"{rest:02d}"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def pattern(text: str) -> str:
    """The shape of a text: every digit as 0, so that texts that look alike share a size."""
    return "".join("0" if sign.isdigit() else sign for sign in text)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What stands on the screen: rows of cells, and how far the unlit digits reach."""

    text: str
    rows: tuple[str, ...]
    unlit: int
    """Columns from the left that are drawn unlit."""


class BigDigits(Widget):
    """A text of digits and colons as large as the widget allows, one box a sign so that nothing moves.

    Two digits alone below ten show their leading zero unlit, as an LCD does. Colours: the widget's `color` and
    `.big-digits--unlit`. Aligned by `text-align`, in the middle from top to bottom.
    """

    DEFAULT_CSS = """
    BigDigits { color: $text; text-align: center; }
    BigDigits > .big-digits--unlit { color: $unlit; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"big-digits--unlit"}

    text: reactive[str] = reactive("", repaint=False)
    """What is shown."""

    def __init__(
        self,
        text: str = "",
        *,
        box: tuple[int, int] | None = None,
        plain: bool = False,
        dim_zero: bool = True,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`box` fixes columns and rows of a digit, `plain` draws with `#`, `dim_zero` dims the `0` of `07`."""
        super().__init__(id=id, classes=classes)
        self.box = None if box is None else Box(columns=box[0], rows=box[1])
        self.plain = plain
        self.dim_zero = dim_zero
        self._drawn: _Drawn | None = None
        self.set_reactive(BigDigits.text, text)

    def watch_text(self) -> None:
        """Paint what differs from what stands there, row by row."""
        before, self._drawn = self._drawn, None
        if before is None or not self.is_mounted or not self.size:
            self.refresh()
            return
        after = self._draw()
        if pattern(before.text) != pattern(after.text) or before.unlit != after.unlit:
            self.refresh()
            return
        regions = [
            Region(left, row, right - left, 1)
            for row, (old, new) in enumerate(zip(before.rows, after.rows, strict=True))
            for left, right in changed(old, new)
        ]
        if regions:
            self.refresh(*regions)

    def notify_style_update(self) -> None:
        """Colours or alignment may be new."""
        self._drawn = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One row, lit and unlit."""
        drawn, style = self._draw(), self.rich_style
        if y >= len(drawn.rows):
            return Strip.blank(self.size.width, style)
        row = drawn.rows[y]
        if not drawn.unlit:
            return Strip([Segment(row, style)], len(row))
        dim = self.get_component_rich_style("big-digits--unlit")
        return Strip(
            [Segment(row[: drawn.unlit], _over(dim, style)), Segment(row[drawn.unlit :], style)], len(row)
        )

    def _draw(self) -> _Drawn:
        """The rows for the widget's size, kept until text, size or style change."""
        width, height = self.size.width, self.size.height
        drawn = self._drawn
        if (
            drawn is not None
            and drawn.text == self.text
            and len(drawn.rows) == height
            and (not drawn.rows or len(drawn.rows[0]) == width)
        ):
            return drawn
        drawn = self._layout(width, height)
        self._drawn = drawn
        return drawn

    def _layout(self, width: int, height: int) -> _Drawn:
        text = self.text
        box = self.box or fit(pattern(text), width, height)
        if not text or box is None or box.width(text) > width or box.rows > height:
            return _Drawn(text, self._small(text, width, height), 0)
        spare = width - box.width(text)
        left = {"left": 0, "start": 0, "right": spare, "end": spare}.get(self.styles.text_align, spare // 2)
        signs = [raster(sign, box, self.plain) for sign in text]
        gap, edge, end = " " * box.gap, " " * left, " " * (spare - left)
        rows = [edge + gap.join(sign[row] for sign in signs) + end for row in range(box.rows)]
        above = (height - box.rows) // 2
        blank = " " * width
        unlit = 0
        if self.dim_zero and len(text) == 2 and text[0] == "0" and text.isdigit():
            unlit = left + box.columns
        return _Drawn(
            text,
            (*[blank] * above, *rows, *[blank] * (height - box.rows - above)),
            unlit,
        )

    def _small(self, text: str, width: int, height: int) -> tuple[str, ...]:
        """Plain characters where there is no room for shapes; nothing where there is none for them either."""
        shown = text if len(text) <= width else ""
        middle = (height - 1) // 2
        return tuple(shown.center(width) if row == middle else " " * width for row in range(height))


def changed(old: str, new: str) -> list[tuple[int, int]]:
    """The runs of cells, from and to, in which two rows of one length differ; near ones joined."""
    runs: list[tuple[int, int]] = []
    if old == new:
        return runs
    for column, (before, after) in enumerate(zip(old, new, strict=True)):
        if before == after:
            continue
        if runs and column - runs[-1][1] <= MERGE:
            runs[-1] = (runs[-1][0], column + 1)
        else:
            runs.append((column, column + 1))
    return runs


def _over(front: Style, back: Style) -> Style:
    """`front`'s colour on `back`'s ground."""
    return back + Style(color=front.color)
