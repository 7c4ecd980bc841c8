"""Digits that can be read from three metres. Only a digit that changed is painted again."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from hybrid_tui.tui.widgets.digit_raster import Box, fit, raster
from hybrid_tui.tui.widgets.still import Still

LONGEST = 8
"""Signs a text may have: `12:34:56`."""


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


class BigDigits(Still):
    """A text of digits and colons as large as the widget allows, one box a sign so that nothing moves.

    Two digits alone below ten show their leading zero unlit, as an LCD does. Colours: `color`, and that of
    `BigDigits > .unlit`. Aligned by `text-align`, in the middle from top to bottom.
    """

    DEFAULT_CSS = """
    BigDigits { color: $text; text-align: center; }
    BigDigits > .unlit { color: $unlit; }
    """

    text: reactive[str] = reactive("", repaint=False)
    """What is shown, at most eight signs."""

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
        """`box` fixes columns and rows of a digit; `plain` draws with `#`; `dim_zero` as above."""
        super().__init__(id=id, classes=classes)
        self._boxes = _Boxes()
        self.box = None if box is None else Box(columns=box[0], rows=box[1])
        self.plain = plain
        self.dim_zero = dim_zero
        self.signs = tuple(Sign() for _ in range(LONGEST))
        self.set_reactive(BigDigits.text, text)

    @property
    def layout(self) -> Layout:
        """The signs stand where their digits say, whatever the style sheet thinks."""
        return self._boxes

    def compose(self) -> ComposeResult:
        """One widget a sign: the compositor paints a changed region from its widget's left edge on."""
        yield from self.signs

    def render_line(self, y: int) -> Strip:
        """Nothing but ground: the signs draw themselves."""
        return Strip.blank(self.size.width, self.rich_style)

    def watch_text(self, before: str, after: str) -> None:
        """Tell each sign what it is now; lay out anew only when the text has another shape."""
        if pattern(before) != pattern(after):
            self._clear_arrangement_cache()  # Textual clears only those of what it stands in
            self.refresh(layout=True)
            return
        self.tell(self.signs[0].box)

    def tell(self, box: Box | None) -> None:
        """Hand each sign its part of the text, with the box it is drawn in; None writes plain characters."""
        text = self.text[:LONGEST]
        dim = self.dim_zero and len(text) == 2 and text.isdigit() and text[0] == "0"
        for number, sign in enumerate(self.signs):
            shown = text[number : number + 1] if box is not None else text if number == 0 else ""
            sign.show(shown, box, plain=self.plain, unlit=dim and number == 0 and box is not None)

    def place(self, size: Size) -> list[tuple[Sign, Region]]:
        """Where each sign stands in a widget of this size."""
        text = self.text[:LONGEST]
        box = self.box or fit(pattern(text), size.width, size.height)
        if box is None or box.width(text) > size.width or box.rows > size.height:
            self.tell(None)
            width = min(len(text), size.width) if len(text) <= size.width else 0
            return [(self.signs[0], Region(self._left(size.width - width), size.height // 2, width, 1))]
        self.tell(box)
        left, top = self._left(size.width - box.width(text)), (size.height - box.rows) // 2
        placed = []
        for letter, sign in zip(text, self.signs, strict=False):
            placed.append((sign, Region(left, top, box.advance(letter), box.rows)))
            left += box.advance(letter) + box.gap
        return placed

    def _left(self, spare: int) -> int:
        match self.styles.text_align:
            case "left" | "start":
                return 0
            case "right" | "end":
                return spare
            case _:
                return spare // 2


class Sign(Still):
    """One digit or colon in its box."""

    def __init__(self) -> None:
        super().__init__()
        self.box: Box | None = None
        """The box it is drawn in; None for plain characters."""
        self._rows: tuple[str, ...] = ()
        self._style = Style.null()

    def show(self, text: str, box: Box | None, *, plain: bool, unlit: bool) -> None:
        """Draw this, painting only the rows that differ, each up to its last cell that does."""
        before, self.box = self._rows, box
        self._rows = (text,) if box is None or not text else raster(text, box, plain)
        self.set_class(unlit, "unlit")
        if self._rows is before:
            return
        if len(before) != len(self._rows) or len(before[0]) != len(self._rows[0]):
            self.refresh()
            return
        regions = [
            Region(0, row, last_change(old, new), 1)
            for row, (old, new) in enumerate(zip(before, self._rows, strict=True))
            if old != new
        ]
        if regions:
            self.refresh(*regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Ask once a painting for the style: that walks up the whole tree."""
        if self.stale(crop):
            self._style = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row of the sign."""
        style = self._style
        if y >= len(self._rows):
            return Strip.blank(self.size.width, style)
        return Strip([Segment(self._rows[y], style)], len(self._rows[y])).adjust_cell_length(
            self.size.width, style
        )


class _Boxes(Layout):
    """Puts the signs where their digits say; those beyond the text nowhere."""

    name = "boxes"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        if not isinstance(parent, BigDigits):
            return []
        parent.pre_layout(self)
        return [
            WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, sign) for sign, region in parent.place(size)
        ]


def last_change(old: str, new: str) -> int:
    """How many cells of two rows of one length must be painted to turn one into the other, from the left."""
    for column in range(len(old) - 1, -1, -1):
        if old[column] != new[column]:
            return column + 1
    return 0
