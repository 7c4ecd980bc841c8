"""One of many: a list that is narrowed by typing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from hybrid_tui.coach.outcome import Choice
from hybrid_tui.domain.name_key import name_key
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.widgets.dialog import Dialog
from hybrid_tui.tui.widgets.line_input import PlainLine
from hybrid_tui.tui.words import words

LEAST_ROWS = 3


class PickLine(PlainLine):
    """The line of the list; enter takes what is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "take", tooltip="Take the marked one", id="pick.take"),
    ]


class Pick(Dialog[str]):
    """A line to type in and the choices that fit it; gives back the key of the one that is marked."""

    DEFAULT_CSS = "Pick .found { height: auto; margin-top: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "down", tooltip="The next one", id="pick.down", show=False),
        Binding("up,ctrl+p", "move(-1)", "up", tooltip="The one before", id="pick.up", show=False),
        Binding("pagedown", "move(8)", "far down", tooltip="Eight on", id="pick.pgdn", show=False),
        Binding("pageup", "move(-8)", "far up", tooltip="Eight back", id="pick.pgup", show=False),
    ]

    def __init__(self, heading: str, choices: Sequence[Choice], *, nothing: str = "Nothing fits.") -> None:
        super().__init__(heading)
        self.choices = tuple(choices)
        self.found = self.choices
        self.nothing = nothing
        self.at = 0

    def content(self) -> Iterable[Widget]:
        """The line, and what fits it."""
        yield PickLine("", placeholder="type to narrow", select_on_focus=False)
        yield Static(classes="found")

    def on_mount(self) -> None:
        """All of them at first."""
        super().on_mount()
        self.call_after_refresh(self._draw)

    def on_input_changed(self, event: Input.Changed) -> None:
        """What was typed narrows the list: each word stands somewhere in it."""
        event.stop()
        typed = [name_key(word) for word in event.value.split()]
        self.found = tuple(
            each
            for each in self.choices
            if all(word in name_key(f"{each.title} {each.hint}") for word in typed)
        )
        self.at = 0
        self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the line takes the marked one."""
        event.stop()
        self.action_pick()

    def action_pick(self) -> None:
        """Take the marked one."""
        if self.found:
            self.dismiss(self.found[self.at].key)

    def action_move(self, step: int) -> None:
        """Mark another one."""
        self.at = max(0, min(self.at + step, len(self.found) - 1))
        self._draw()

    def _draw(self) -> None:
        rows = max(LEAST_ROWS, min(14, self.app.size.height - 12))
        first = max(0, min(self.at - rows // 2, len(self.found) - rows))
        lines = [
            self._line(each, first + place) for place, each in enumerate(self.found[first : first + rows])
        ]
        if not lines:
            lines = [words(self.nothing, "$text-3")]
        elif len(self.found) > rows:
            lines.append(words(f"  {self.at + 1} of {len(self.found)}", "$text-3"))
        self.query_one(".found", Static).update(Content("\n").join(lines))

    def _line(self, choice: Choice, place: int) -> Content:
        here = place == self.at
        mark = shell(self).glyphs.now if here else " "
        return Content.assemble(
            (f"{mark} ", "$accent"),
            words(choice.title, "bold $text" if here else "$text-2"),
            words(f"  {choice.hint}" if choice.hint else "", "$text-3"),
        )
