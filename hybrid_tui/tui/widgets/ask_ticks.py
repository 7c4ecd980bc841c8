"""A question with several answers that may hold at once: each is ticked by its digit, `enter` keeps them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.tui.app import shell
from hybrid_tui.tui.widgets.dialog import Dialog, paragraph
from hybrid_tui.tui.words import words


class AskTicks(Dialog[tuple[int, ...]]):
    """Gives back the places of what was ticked, an empty tuple for none; None where it was closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick", tooltip="Tick the marked answer", id="ticks.tick"),
        Binding("0,n", "none", "none of these", tooltip="None of these holds", id="ticks.none"),
        Binding("down,j", "move(1)", "down", tooltip="Next answer", id="ticks.down", show=False),
        Binding("up,k", "move(-1)", "up", tooltip="Answer before", id="ticks.up", show=False),
        Binding("enter", "keep", "keep", tooltip="Keep what is ticked", id="ticks.keep"),
    ]

    def __init__(
        self, heading: str, answers: Sequence[str], *, ticked: Collection[int] = (), text: str = ""
    ) -> None:
        super().__init__(heading)
        self.answers = tuple(answers)
        self.ticked = set(ticked)
        self.text = text
        self.at = 0

    def content(self) -> Iterable[Widget]:
        """Why it is asked, and a line for each answer."""
        if self.text:
            yield paragraph(self.text)
            yield Static()
        yield Static(self._lines(), classes="ticks")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is ticked is kept by `enter`; before that only «none» answers."""
        return bool(self.ticked) if action == "keep" else True

    def on_key(self, event: events.Key) -> None:
        """A digit ticks its answer."""
        sign = event.character or ""
        if sign.isascii() and sign.isdigit() and 1 <= int(sign) <= len(self.answers):
            event.stop()
            event.prevent_default()
            self.at = int(sign) - 1
            self.action_tick()

    def action_tick(self) -> None:
        """Tick the marked answer, or take its tick back."""
        self.ticked ^= {self.at}
        self._draw()

    def action_none(self) -> None:
        """None of these holds."""
        self.dismiss(())

    def action_keep(self) -> None:
        """Give back what is ticked."""
        self.dismiss(tuple(sorted(self.ticked)))

    def action_move(self, steps: int) -> None:
        """Mark another answer."""
        self.at = max(0, min(self.at + steps, len(self.answers) - 1))
        self._draw()

    def _draw(self) -> None:
        self.query_one(".ticks", Static).update(self._lines())
        self.refresh_bindings()

    def _lines(self) -> Content:
        glyphs = shell(self).glyphs
        lines = []
        for place, answer in enumerate(self.answers):
            here, on = place == self.at, place in self.ticked
            lines.append(
                Content.assemble(
                    (f"{glyphs.now if here else ' '} ", "$accent"),
                    (f"{glyphs.done if on else glyphs.open} ", "$accent" if on else "$text-3"),
                    (f"{place + 1}  ", "bold $text"),
                    words(answer, "bold $text" if here or on else "$text-2"),
                )
            )
        return Content("\n").join(lines)
