"""One question of the first screen with all its answers, picked by their digit, their letter or the arrows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from hybrid_tui.domain.first_start import Option
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.words import in_rows, words

LABEL = 15
"""Cells from the bar to the answers: bar, gap, the longest label, gap."""
_EDGE = 2
"""Cells of the bar and the gap after it."""
_KEY = 4
"""Cells of `[1] `."""
_APART = 3
"""Cells between two answers on one line."""
_BESIDE = 40
"""Cells that answers want beside their label; with less they stand below it."""


class QuestionRow(Widget, can_focus=True):
    """A label, its answers with the chosen one marked, and a quiet word on what is meant."""

    DEFAULT_CSS = """
    QuestionRow { height: auto; }
    QuestionRow:focus { background: $raised; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", "answer", tooltip="The answer before", id="start.before", show=False),
        Binding(
            "right,l",
            "step(1)",
            "choose",
            tooltip="The answer after; a digit picks at once",
            id="start.after",
        ),
    ]

    class Answered(Message):
        """Another answer was picked."""

        def __init__(self, key: str, value: str) -> None:
            super().__init__()
            self.key = key
            self.value = value

    def __init__(
        self,
        key: str,
        label: str,
        options: tuple[Option, ...],
        value: str,
        glyphs: Glyphs,
        *,
        about: tuple[str, ...] = (),
        short: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(id=f"ask-{key}")
        self.key = key
        self.label = label
        self.options = options
        self.value = value
        self.glyphs = glyphs
        self.about = about
        """Quiet sentences on what is meant; the first stands beside the answers where there is room."""
        self.short = dict(short or {})
        """What an answer is called where it stands alone, by value."""
        self.warned = False
        """Whether `about` is a warning: said at full strength, with a sign before it."""
        self.folded = False
        """Whether only the chosen answer is shown."""
        self._spots: list[tuple[int, int, int, str]] = []

    @property
    def keys(self) -> str:
        """The keys that answer, as the key bar names them."""
        letters = [self._letter(option) for option in self.options]
        return f"{letters[0]}-{letters[-1]}" if letters[0].isdigit() else " ".join(letters)

    def say(self, *about: str, warned: bool = False) -> None:
        """Say this beside the answers."""
        if (about, warned) != (self.about, self.warned):
            self.about, self.warned = about, warned
            self.refresh(layout=True)

    def fold(self, folded: bool) -> None:
        """Show only the chosen answer, or all of them."""
        if folded != self.folded:
            self.folded = folded
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines at this width, as they are now; Textual would remember those of another answer."""
        return len(self.lines(width))

    def render(self) -> Content:
        """All lines for the width there is."""
        return Content("\n").join(self.lines(self.size.width))

    def lines(self, width: int, *, folded: bool | None = None) -> list[Content]:
        """The row at this width; `folded` asks what it would be."""
        width = max(width - 1, 20)  # no letter touches the edge of the row in hand
        small = self.folded if folded is None else folded
        beside = small or width - LABEL >= _BESIDE
        left = LABEL if beside else _EDGE
        if small:
            chosen = next((each.words for each in self.options if each.value == self.value), "")
            said = self.short.get(self.value, chosen)
            body = in_rows(words(said, "bold $text"), width - left)
            if self.warned:
                body += self._about(width - left)
            self._spots = []
        else:
            body = self._answers(width - left, left, 0 if beside else 1)
        style = "bold $text" if self.has_focus else "$text-2"
        rows: list[Content] = []
        if not beside:
            rows.append(Content.assemble(self._bar(), words(self.label, style)))
        for number, line in enumerate(body):
            head = words(f"{self.label:<{LABEL - _EDGE}}", style) if beside and not number else Content()
            rows.append(Content.assemble(self._bar(), head, " " * (left - _EDGE - head.cell_length), line))
        return rows

    def _bar(self) -> Content:
        return Content.assemble((self.glyphs.bar if self.has_focus else " ", "$accent"), " ")

    def _answers(self, width: int, left: int, top: int) -> list[Content]:
        """The answers on one line if they fit, else each on its own; the word on them where there is room."""
        self._spots = []
        shown = [self._answer(option) for option in self.options]
        apart = _APART if any(self._letter(each) != each.words for each in self.options) else 1
        together = sum(each.cell_length for each in shown) + apart * (len(shown) - 1)
        if together > width:
            return self._stacked(shown, width, left, top) + self._about(width)
        at = left
        for option, each in zip(self.options, shown, strict=True):
            self._spots.append((top, at, at + each.cell_length, option.value))
            at += each.cell_length + apart
        line = Content(" " * apart).join(shown)
        if self.about and together + _APART + len(self.about[0]) <= width and not self.warned:
            line = Content.assemble(line, " " * _APART, words(self.about[0], "$text-3"))
            return [line, *self._about(width, first=1)]
        return [line, *self._about(width)]

    def _stacked(self, shown: list[Content], width: int, left: int, top: int) -> list[Content]:
        rows: list[Content] = []
        for option, each in zip(self.options, shown, strict=True):
            first = len(rows)
            wrapped = in_rows(each, width - _KEY) if each.cell_length > width else [each]
            rows += [wrapped[0], *(Content.assemble(" " * _KEY, more) for more in wrapped[1:])]
            self._spots += [(top + row, left, left + width, option.value) for row in range(first, len(rows))]
        return rows

    def _answer(self, option: Option) -> Content:
        letter = self._letter(option)
        bare = option.words == letter
        said = "" if bare else f" {option.words}"
        if option.value == self.value:
            return Content.assemble((f"[{letter}]", "bold $text"), words(said, "bold $text"))
        quiet = "$text-2" if self.has_focus else "$text-3"
        return Content.assemble((f" {letter} ", "$text-3" if not bare else quiet), words(said, quiet))

    def _about(self, width: int, first: int = 0) -> list[Content]:
        if self.warned:
            wrapped = in_rows(words(" ".join(self.about), "$text"), width - 2)
            return [
                Content.assemble(("! ", "bold $danger") if not number else "  ", line)
                for number, line in enumerate(wrapped)
            ]
        return [line for each in self.about[first:] for line in in_rows(words(each, "$text-3"), width)]

    def _letter(self, option: Option) -> str:
        """A number answers with itself, no and yes with their letter, all others with their place."""
        if option.value.isdigit() or option.value in ("no", "yes"):
            return option.value[0]
        return str(self.options.index(option) + 1)

    def pick(self, value: str) -> None:
        """Take this answer."""
        if value != self.value:
            self.value = value
            self.refresh(layout=True)
            self.post_message(self.Answered(self.key, value))

    def action_step(self, step: int) -> None:
        """The answer before or after."""
        values = [option.value for option in self.options]
        at = values.index(self.value) if self.value in values else 0
        self.pick(values[min(max(at + step, 0), len(values) - 1)])

    def on_key(self, event: events.Key) -> None:
        """A digit or a letter picks at once."""
        for option in self.options:
            if event.character == self._letter(option):
                event.stop()
                event.prevent_default()
                self.pick(option.value)
                return

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked."""
        for row, start, end, value in self._spots:
            if event.y == row and start <= event.x < end:
                self.pick(value)

    def on_focus(self) -> None:
        """Draw as the row in hand."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw as one of the others."""
        self.refresh()
