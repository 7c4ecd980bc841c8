"""Where it is sore: a letter chooses the muscle, a digit says how much."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.coach.recovery_day import MUSCLE_GROUPS, RecoveryDay
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.widgets.dialog import Dialog
from hybrid_tui.tui.widgets.recovery_line import SpelledLine

LETTERS: Final = {
    "q": "quads",
    "h": "hamstrings",
    "g": "glutes",
    "c": "calves",
    "i": "hips",
    "o": "core",
    "b": "back",
    "t": "chest",
    "s": "shoulders",
    "a": "arms",
}
"""The key of each muscle group."""

_DIGITS = Binding.Group("how sore")


class SoreDialog(Dialog[bool]):
    """Stays open: each answer is handed to `save` at once and shown as soon as it is stored."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                digit,
                f"sore({digit})",
                "how sore",
                key_display="0-9",
                tooltip="How sore the marked muscle is: 0 not at all",
                id=f"sore.{digit}",
                group=_DIGITS,
            )
            for digit in "0123456789"
        ),
        Binding("plus,equals_sign", "sore(10)", "10", tooltip="As sore as can be: 10", id="sore.ten"),
        Binding("down", "move(1)", "down", tooltip="Next muscle", id="sore.down", show=False),
        Binding("up", "move(-1)", "up", tooltip="Muscle before", id="sore.up", show=False),
        Binding("delete,x", "unknown", "unknown", tooltip="Take the answer away", id="sore.unknown"),
        Binding("enter", "close", "done", tooltip="Close; every answer is stored already", id="sore.done"),
    ]

    def __init__(self, view: RecoveryDay, save: Callable[[str, int | None], None]) -> None:
        super().__init__("Where is it sore?")
        self.sore = dict(view.sore)
        self.at = 0
        self._save = save

    def content(self) -> Iterable[Widget]:
        """The lines, drawn as one."""
        yield Static(classes="sore")

    def on_mount(self) -> None:
        """Draw what is known."""
        super().on_mount()
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the room there is."""
        super().on_resize(event)
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """A letter marks its muscle."""
        group = LETTERS.get(event.character or "")
        if group is not None:
            event.stop()
            event.prevent_default()
            self.at = list(MUSCLE_GROUPS).index(group)
            self._draw()

    def show(self, sore: dict[str, int]) -> None:
        """What is stored by now."""
        if sore != self.sore:
            self.sore = sore
            self._draw()

    def action_sore(self, value: int) -> None:
        """How sore the marked muscle is; the mark goes on."""
        self._save(list(MUSCLE_GROUPS)[self.at], value)
        self.action_move(1)

    def action_unknown(self) -> None:
        """The marked muscle's answer goes."""
        self._save(list(MUSCLE_GROUPS)[self.at], None)

    def action_move(self, steps: int) -> None:
        """Mark another muscle."""
        self.at = max(0, min(self.at + steps, len(MUSCLE_GROUPS) - 1))
        self._draw()

    def _draw(self) -> None:
        size, glyphs = self.app.size, shell(self).glyphs
        small = size.width < 60 or size.height < 22
        width = min(66, size.width) - (2 if small else 6)
        keys = {group: letter for letter, group in LETTERS.items()}
        lines = []
        for place, group in enumerate(MUSCLE_GROUPS):
            line, here, value = SpelledLine(width, glyphs), place == self.at, self.sore.get(group)
            if here:
                line.put(glyphs.bar, "$accent", 0)
            line.put(keys[group], "bold $text", 2)
            line.put(group, "bold $text" if here else "$text-2", 5)
            line.put(glyphs.go * (value or 0), "$text", 18)
            line.put(glyphs.rest * (10 - (value or 0)), "$unlit", 18 + (value or 0))
            line.put_right(glyphs.dash if value is None else str(value), "bold $text", 32)
            lines.append(line.content("$raised" if here else ""))
        self.query_one(".sore", Static).update(Content("\n").join(lines))
