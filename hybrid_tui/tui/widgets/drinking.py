"""Drinking worked out from the scale: typed in one line, answered below it while one types."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from hybrid_tui.domain.drinking import before_words, read_weighed
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.keys import key_words
from hybrid_tui.tui.widgets.dialog import Dialog
from hybrid_tui.tui.widgets.keybar import KeyBar
from hybrid_tui.tui.widgets.line_input import PlainLine
from hybrid_tui.tui.words import words

ABOUT = (
    "Weight before and after; then, as far as known, drunk and urine in litres, and how long: "
    "70 69.3 drunk 0.5 1h"
)


class DrinkingDialog(Dialog[bool]):
    """A calculator; nothing is stored."""

    def __init__(self, *, kg: float | None = None, lb: bool = False) -> None:
        super().__init__("Drinking")
        self._kg = kg
        self._lb = lb

    def content(self) -> Iterable[Widget]:
        """The line and what it comes to."""
        yield PlainLine(select_on_focus=False)
        yield Static()
        yield Static(self._start(), classes="answer")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Work it out anew."""
        event.stop()
        self.query_one(".answer", Static).update(self._answer(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Nothing is left to do."""
        event.stop()
        self.dismiss(True)

    def _show_keys(self, _: object = None) -> None:
        """Both keys only close: nothing is stored."""
        active = [each for each in self.active_bindings.values() if each.binding.action == "close"]
        self.query_one(KeyBar).show(key_words(active, shell(self).glyphs))

    def _start(self) -> Content:
        lines = [words(ABOUT, "$text-3")]
        if self._kg is not None:
            lines += [Content(), words(before_words(self._kg), "$text")]
        return Content("\n").join(lines)

    def _answer(self, text: str) -> Content:
        if not text.strip():
            return self._start()
        try:
            found = read_weighed(text, lb=self._lb)
        except NotationError as error:
            # Half a line is no mistake yet.
            style = "$text-3" if error.column > len(text) else "$danger"
            return words(error.words(), style)
        return Content("\n").join([words(line, "$text") for line in found.lines])
