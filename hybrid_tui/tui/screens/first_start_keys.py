"""The keys of the first questions, and which of them the key bar names first."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding

from hybrid_tui.tui.keys import KeyWord
from hybrid_tui.tui.widgets.question_list import Row
from hybrid_tui.tui.widgets.question_row import QuestionRow

KEYS: list[Binding] = [
    Binding("escape", "at_once", "begin now", tooltip="Take the answers as they stand", id="start.now"),
    Binding("enter", "next", "next", tooltip="The next question; on the last, begin", id="start.next"),
    Binding("down,tab,j", "move(1)", "move", tooltip="Question after", id="start.down"),
    Binding("up,shift+tab,k", "move(-1)", "up", tooltip="Question before", id="start.up", show=False),
    Binding("question_mark", "keys", "keys", tooltip="All keys of this screen", id="start.keys"),
    Binding("q", "app.leave", "leave", tooltip="Leave; the questions wait", id="start.leave", show=False),
    Binding(
        "ctrl+z",
        "app.suspend_process",
        "suspend",
        tooltip="To the shell and back with fg",
        id="start.suspend",
        show=False,
    ),
]

_ORDER = {"step(1)": 0, "next": 1, "submit": 1, "at_once": 2}
"""The key bar's first words; where there is little room the others are left out."""


def in_order(words: Iterable[KeyWord], row: Row, *, last: bool, first: bool) -> list[KeyWord]:
    """The words for the key bar on this row, `last` being that of the last question.

    `first` is whether the questions are asked for the first time: later `enter` saves and `esc` closes.
    """
    shown = []
    for word in words:
        action = word.active.binding.action
        if action == "step(1)" and isinstance(row, QuestionRow):
            word = word._replace(keys=row.keys)
        elif action in ("next", "submit"):  # the line of the weight has its own `enter`
            word = word._replace(word=("begin" if first else "save") if last else "next")
        elif action == "at_once" and not first:
            word = word._replace(word="close")
        shown.append(word)
    return sorted(shown, key=lambda word: _ORDER.get(word.active.binding.action, len(_ORDER)))
