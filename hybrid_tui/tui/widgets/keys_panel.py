"""The `?` panel: every key that works on this screen now, with a word on each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.tui.keys import KeyWord
from hybrid_tui.tui.widgets.dialog import Dialog
from hybrid_tui.tui.words import words


class KeysPanel(Dialog[None]):
    """First the screen's own keys, then those that work everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q,enter", "close", "close", id="keys.close", show=False),
        Binding("down,j", "scroll(1)", "down", tooltip="Further down", id="keys.down"),
        Binding("up,k", "scroll(-1)", "up", tooltip="Back up", id="keys.up"),
    ]

    def __init__(self, own: Sequence[KeyWord], everywhere: Sequence[KeyWord]) -> None:
        super().__init__("Keys")
        self.own = tuple(own)
        self.everywhere = tuple(everywhere)

    def content(self) -> Iterable[Widget]:
        """Two lists with one column of keys."""
        wide = min(max((len(word.keys) for word in (*self.own, *self.everywhere)), default=1), 16)
        parts = [*self._lines(self.own, wide)]
        if self.everywhere:
            parts += [Content(""), Content.styled("Everywhere", "bold $text")]
            parts += self._lines(self.everywhere, wide)
        yield Static(Content("\n").join(parts))

    def action_scroll(self, step: int) -> None:
        """Move the list where it is longer than the screen."""
        self.query_one(".body").scroll_relative(y=step, animate=False)

    @staticmethod
    def _lines(key_words: Sequence[KeyWord], wide: int) -> list[Content]:
        return [
            Content.assemble((f"{word.keys:<{wide}}", "bold $text"), "  ", words(word.sentence, "$text-2"))
            for word in key_words
        ]
