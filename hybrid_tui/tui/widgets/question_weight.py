"""The question that is typed: body weight, with its unit, and its error under the very character."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.line_input import PlainLine, pointed
from hybrid_tui.tui.widgets.question_row import LABEL
from hybrid_tui.tui.words import in_rows, words

_FIELD = 9
"""Cells of the line; longer text scrolls inside it."""


class WeightLine(PlainLine):
    """The line itself, out of which `tab` leads on: a number is never completed."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave `tab` to the screen."""
        return False if action == "complete" else super().check_action(action, parameters)


class WeightRow(Horizontal):
    """A label, a short line, its unit and what it is for."""

    DEFAULT_CSS = """
    WeightRow { height: auto; }
    WeightRow:focus-within { background: $raised; }
    WeightRow .label { width: 15; height: auto; }
    WeightRow .right { width: 1fr; height: auto; }
    WeightRow .typed { height: 1; }
    WeightRow PlainLine, WeightRow PlainLine:focus { width: 9; background: $surface; padding: 0 1; }
    WeightRow PlainLine:focus { background: $background; }
    WeightRow PlainLine>.input--placeholder { color: $text-3; }
    WeightRow .unit { width: 1fr; height: 1; padding-left: 1; }
    WeightRow .below { height: auto; display: none; }
    WeightRow .below.-said { display: block; }
    """

    class Typed(Message):
        """The line says something else now."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Submitted(Message):
        """`enter` in the line."""

    def __init__(self, label: str, text: str, unit: str, hint: str, glyphs: Glyphs) -> None:
        super().__init__(id="ask-body_weight")
        self.label = label
        self.glyphs = glyphs
        self.unit = unit
        self.hint = hint
        self.error: NotationError | None = None
        self.folded = False
        """Whether the word on what it is for is left out."""
        self._text = text

    def compose(self) -> ComposeResult:
        """Label, line and unit side by side, the error below the line."""
        yield Static(classes="label")
        with Vertical(classes="right"):
            with Horizontal(classes="typed"):
                yield WeightLine(self._text, placeholder=self.glyphs.dash, select_on_focus=False)
                yield Static(classes="unit")
            yield Static(classes="below")

    def on_mount(self) -> None:
        """Draw what is known."""
        self._draw()

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.query_one(PlainLine).value

    def measure(self, unit: str) -> None:
        """The unit that a bare number is in."""
        if unit != self.unit:
            self.unit = unit
            self._draw()

    def show_error(self, error: NotationError | None) -> None:
        """Point at what is not understood; None when all is well."""
        self.error = error
        self._draw()

    def fold(self, folded: bool) -> None:
        """Leave out the word on what it is for, or show it."""
        if folded != self.folded:
            self.folded = folded
            self._draw()

    def tall(self, width: int) -> int:
        """Lines at this width with all that can be said."""
        return 1 + len(self._below(width - LABEL, folded=False))

    def on_input_changed(self, event: Input.Changed) -> None:
        """The text is news for the screen."""
        event.stop()
        self._draw()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """`enter` goes on."""
        event.stop()
        self.post_message(self.Submitted())

    def on_descendant_focus(self) -> None:
        """Draw as the row in hand."""
        self._draw()

    def on_descendant_blur(self) -> None:
        """Draw as one of the others."""
        self._draw()

    def on_resize(self) -> None:
        """Wrap the words to the room there is."""
        self._draw()

    def _below(self, width: int, *, folded: bool) -> list[Content]:
        """The error under its character, else the word on what it is for where the line has no room for it."""
        if self.error is not None:
            line = self.query_one(PlainLine)
            at = 1 + cell_len(line.value[: self.error.column - 1]) - int(line.scroll_offset.x)
            inside = min(max(at, 1), _FIELD - 2)
            return [
                row for part in pointed(self.error, width, inside).split("\n") for row in in_rows(part, width)
            ]
        if folded or self._beside(width):
            return []
        return in_rows(words(self.hint, "$text-3"), width)

    def _beside(self, width: int) -> bool:
        return _FIELD + 1 + len(self.unit) + 3 + len(self.hint) <= width

    def _draw(self) -> None:
        if not self.is_mounted or not self.size.width:
            return
        width = self.size.width - LABEL
        below = self._below(width, folded=self.folded)
        # Where the unit is typed out, it is not said once more.
        said_already = any(sign.isalpha() for sign in self.text)
        unit = words("" if said_already else self.unit, "$text-2")
        if self.error is None and self._beside(width):
            unit = Content.assemble(unit, "   ", words(self.hint, "$text-3"))
        self.query_one(".unit", Static).update(unit)
        said = self.query_one(".below", Static)
        said.update(Content("\n").join(below))
        said.set_class(bool(below), "-said")
        self.query_one(".label", Static).update(self._label(1 + len(below)))

    def _label(self, tall: int) -> Content:
        here = self.query_one(PlainLine).has_focus
        bar = Content.styled(self.glyphs.bar if here else " ", "$accent")
        style = "bold $text" if here else "$text-2"
        first = Content.assemble(bar, " ", words(self.label, style))
        return Content("\n").join([first, *[bar] * (tall - 1)])
