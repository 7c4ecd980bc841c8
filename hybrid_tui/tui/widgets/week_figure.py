"""One number of the week: what it is, and the sessions and days that it is made of, each one key away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.domain.calendar import day_name
from hybrid_tui.domain.week_sources import Part
from hybrid_tui.formats.week_canvas import cells, shorten
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.dialog import Dialog, paragraph
from hybrid_tui.tui.widgets.week_paint import spelled
from hybrid_tui.tui.words import words

_DAY = 10
"""Cells of the mark and the day."""


class PartLines(Widget):
    """A line a part, its amount at the right edge, and under them what they come to."""

    DEFAULT_CSS = "PartLines { width: 1fr; height: auto; margin-top: 1; }"

    class Chosen(Message):
        """A line was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, parts: Sequence[Part], total: str, glyphs: Glyphs) -> None:
        super().__init__()
        self.parts = tuple(parts)
        self.total = total
        self.glyphs = glyphs
        self.at = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The parts, a rule and the total."""
        return len(self.parts) + 2

    def mark(self, place: int) -> None:
        """Put the cursor on another part."""
        self.at = place
        self.refresh()

    def render(self) -> Content:
        """All lines, at the width there is."""
        width = self.content_size.width
        wide = max((cells(part.said) for part in self.parts), default=0)
        lines = [self._line(place, part, width, wide) for place, part in enumerate(self.parts)]
        rule = Content.styled(self.glyphs.rule * width, "$hair")
        total = self._spelt(self.total)
        lines += [rule, Content.assemble(" " * max(0, width - cells(total)), words(total, "bold $text"))]
        return Content("\n").join(lines)

    def _line(self, place: int, part: Part, width: int, wide: int) -> Content:
        here = place == self.at
        mark = self.glyphs.now if here else " "
        day = f"{day_name(part.day)} {part.day.day:>2}"
        said = f"{self._spelt(part.said):>{wide}}"
        made = self._spelt(part.made)
        room = width - _DAY - wide - 2 - (cells(made) + 2 if made else 0)
        name = self._spelt(shorten(part.name, max(room, 4)))
        gap = " " * max(1, width - _DAY - cells(name) - cells(made) - (2 if made else 0) - cells(said))
        return Content.assemble(
            (f"{mark} ", "$accent"),
            words(f"{day}  ", "bold $text" if here else "$text-2"),
            words(name, "bold $text" if here else "$text"),
            gap,
            words(f"{made}  " if made else "", "$text-3"),
            words(said, "bold $text" if here else "$text"),
        )

    def _spelt(self, text: str) -> str:
        return spelled(text, self.glyphs)

    def on_click(self, event: events.Click) -> None:
        """A click takes that part."""
        if event.y < len(self.parts):
            self.post_message(self.Chosen(event.y))


class FigureDialog(Dialog[Part]):
    """A number of the week opened; gives back the part that is to be opened in its turn."""

    DEFAULT_CSS = "FigureDialog .panel { width: 72; } FigureDialog .body > * { padding-right: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "open", tooltip="Open where it came from", id="figure.open"),
        Binding("down,j", "move(1)", "down", tooltip="One line down", id="figure.down"),
        Binding("up,k", "move(-1)", "up", tooltip="One line up", id="figure.up"),
        Binding("q", "close", "close", tooltip="Back to the week", id="figure.close", show=False),
    ]

    def __init__(self, heading: str, definition: str, parts: Sequence[Part], total: str) -> None:
        super().__init__(heading)
        self.definition = definition
        self.parts = tuple(parts)
        self.total = total

    def content(self) -> Iterable[Widget]:
        """What it is, and what it is made of."""
        glyphs = shell(self).glyphs
        yield paragraph(spelled(self.definition, glyphs), "$text-3")
        if self.parts:
            yield PartLines(self.parts, self.total, glyphs)
        else:
            yield Static(words("Nothing of it in this week.", "$text-2"), classes="nothing")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where there are parts."""
        if action in ("pick", "move"):
            return bool(self.parts)
        return super().check_action(action, parameters)

    def action_move(self, step: int) -> None:
        """Mark another part."""
        lines = self.query_one(PartLines)
        lines.mark(min(max(lines.at + step, 0), len(self.parts) - 1))
        at = Region(0, lines.virtual_region.y + lines.at, 1, 1)
        self.query_one(".body").scroll_to_region(at, animate=False)

    def action_pick(self) -> None:
        """Take the marked part."""
        self.dismiss(self.parts[self.query_one(PartLines).at])

    def on_part_lines_chosen(self, event: PartLines.Chosen) -> None:
        """A click takes the part at once."""
        self.dismiss(self.parts[event.place])
