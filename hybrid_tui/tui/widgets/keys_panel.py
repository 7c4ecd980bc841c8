"""The `?` panel: every key that works on this screen now, with a word on each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from hybrid_tui.tui.keys import KeyWord
from hybrid_tui.tui.widgets.dialog import Dialog
from hybrid_tui.tui.words import words

_WIDEST = 16
"""Cells of the column of keys; longer ones have a line to themselves."""


class KeyLines(Widget):
    """Two lists with one column of keys, the words wrapped inside their own column."""

    DEFAULT_CSS = "KeyLines { width: 1fr; height: auto; padding-right: 1; }"

    def __init__(
        self,
        own: Sequence[KeyWord],
        everywhere: Sequence[KeyWord],
        meanings: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__()
        self.own = tuple(own)
        self.everywhere = tuple(everywhere)
        self.meanings = tuple(meanings)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are at that width."""
        return len(self._rows(width))

    def render(self) -> Content:
        """All lines, at the width there is."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        known = [word.keys for word in (*self.own, *self.everywhere)] + [word for word, _ in self.meanings]
        wide = min(max((len(word) for word in known), default=1), _WIDEST)
        rows = [row for word in self.own for row in _lines(word.keys, word.sentence, wide, width)]
        if self.everywhere:
            rows += [Content(""), Content.styled("Everywhere", "bold $text")]
            rows += [row for word in self.everywhere for row in _lines(word.keys, word.sentence, wide, width)]
        if self.meanings:
            rows += [Content(""), Content.styled("Words", "bold $text")]
            rows += [row for word, said in self.meanings for row in _lines(word, said, wide, width)]
        return rows


def _lines(keys: str, sentence: str, wide: int, width: int) -> list[Content]:
    """One key with its sentence: beside it, or below keys that are longer than their column."""
    left = wide + 2
    said = words(sentence, "$text-2").wrap(max(8, width - left))
    indent = Content(" " * left)
    if len(keys) > wide:
        return [*words(keys, "bold $text").wrap(max(8, width)), *(indent + row for row in said)]
    first = Content.assemble((f"{keys:<{left}}", "bold $text"), said[0])
    return [first, *(indent + row for row in said[1:])]


class KeysPanel(Dialog[None]):
    """First the screen's own keys, then those that work everywhere, then the words that need one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q,enter", "close", "close", id="keys.close", show=False),
        Binding("down,j", "scroll(1)", "down", tooltip="Further down", id="keys.down"),
        Binding("up,k", "scroll(-1)", "up", tooltip="Back up", id="keys.up"),
        Binding("pagedown,space", "turn(1)", "page down", show=False, id="keys.page_down"),
        Binding("pageup", "turn(-1)", "page up", show=False, id="keys.page_up"),
        Binding("home", "end(-1)", "top", show=False, id="keys.top"),
        Binding("end", "end(1)", "bottom", show=False, id="keys.bottom"),
    ]

    def __init__(
        self,
        own: Sequence[KeyWord],
        everywhere: Sequence[KeyWord],
        meanings: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__("Keys")
        self.own = tuple(own)
        self.everywhere = tuple(everywhere)
        self.meanings = tuple(meanings)

    def content(self) -> Iterable[Widget]:
        """Two lists with one column of keys."""
        yield KeyLines(self.own, self.everywhere, self.meanings)

    def action_scroll(self, step: int) -> None:
        """Move the list where it is longer than the screen."""
        self.query_one(".body").scroll_relative(y=step, animate=False)

    def action_turn(self, step: int) -> None:
        """A page on or back, one line of it kept."""
        body = self.query_one(".body")
        body.scroll_relative(y=step * max(1, body.size.height - 1), animate=False)

    def action_end(self, step: int) -> None:
        """To the first line or the last."""
        body = self.query_one(".body")
        body.scroll_to(y=0 if step < 0 else body.max_scroll_y, animate=False)
