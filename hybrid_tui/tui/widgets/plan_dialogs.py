"""Dialogs of the Plan: the shelf, a day in full, what is wrong with a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import wrap
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.plan_view import PlanCell
from hybrid_tui.domain.shelf_card import ShelfCard
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.widgets.dialog import Dialog, paragraph
from hybrid_tui.tui.widgets.sheet_text import spell
from hybrid_tui.tui.words import words

MUSCLES = ("quads", "hamstrings", "glutes", "calves", "chest", "lats", "upper_back", "shoulders", "core")


class ShelfDialog(Dialog[str]):
    """The programmes of the shelf with their profiles; `enter` gives the id of the marked one."""

    DEFAULT_CSS = "ShelfDialog .panel { width: 84; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", tooltip="Next programme", id="shelf.down", show=False),
        Binding("up,k", "move(-1)", "up", tooltip="Programme before", id="shelf.up", show=False),
        Binding("enter", "pick", "choose", tooltip="Take the marked programme", id="shelf.pick"),
    ]

    def __init__(self, cards: Sequence[ShelfCard]) -> None:
        super().__init__("The shelf")
        self.cards = tuple(cards)
        self.at = 0

    def content(self) -> Iterable[Widget]:
        """A line for each programme, the marked one in full below."""
        yield Static(self._list(), classes="shelf-list")
        yield Static(self._full(), classes="shelf-full")

    def action_move(self, step: int) -> None:
        """Mark another programme."""
        self.at = min(max(self.at + step, 0), len(self.cards) - 1)
        self.query_one(".shelf-list", Static).update(self._list())
        self.query_one(".shelf-full", Static).update(self._full())

    def action_pick(self) -> None:
        """Take the marked one."""
        self.dismiss(self.cards[self.at].entry.id)

    def _list(self) -> Content:
        glyphs = shell(self).glyphs
        wide = max(len(card.entry.title) for card in self.cards)
        lines = []
        for place, card in enumerate(self.cards):
            here = place == self.at
            entry, found = card.entry, card.profile
            narrow = self.app.size.width < 80
            facts = f"{entry.days} days   {found.minutes:>3.0f} min a week   {entry.level}"
            if narrow:
                facts = f"{entry.days} days {found.minutes:>3.0f} min"
            lines.append(
                Content.assemble(
                    (f"{glyphs.now} " if here else "  ", "$accent"),
                    words(f"{entry.title:<{wide}}   ", "bold $text" if here else "$text-2"),
                    words(facts, "$text" if here else "$text-3"),
                )
            )
        return Content("\n").join(lines)

    def _full(self) -> Content:
        card = self.cards[self.at]
        entry, found = card.entry, card.profile
        sets = [
            f"{name.replace('_', ' ')} {found.muscles[name]:g}" for name in MUSCLES if found.muscles.get(name)
        ]
        rows = [
            (entry.level or "for", entry.about),
            ("needs", ", ".join(entry.equipment) or "nothing"),
            ("before it", entry.entry or "nothing"),
            (
                "a week",
                f"longest {found.longest:.0f} min, runs {found.run_minutes:.0f} min, "
                f"{found.sprint_seconds:.0f} sprint seconds, {found.contacts} contacts; {entry.weeks} weeks a round",
            ),
            ("hard sets", ", ".join(sets) or "none"),
        ]
        room = max(24, min(84, self.app.size.width) - 24)
        lines = [Content("")]
        for label, text in rows:
            for place, part in enumerate(wrap(spell(text, shell(self).glyphs), room)):
                head = f"{'' if place else label:<14}"
                lines.append(Content.assemble(words(head, "$text-3"), words(part, "$text")))
        return Content("\n").join(lines)


class DayDialog(Dialog[None]):
    """The sessions of a planned day, each line with the reason for what it asks."""

    DEFAULT_CSS = "DayDialog .panel { width: 84; }"

    def __init__(self, day: date, cells: Sequence[PlanCell]) -> None:
        super().__init__(day_words(day))
        self.cells = tuple(cells)

    def content(self) -> Iterable[Widget]:
        """Line by line."""
        for cell in self.cells:
            yield paragraph(self._session(cell))

    def _session(self, cell: PlanCell) -> Content:
        glyphs = shell(self).glyphs
        head = f"{cell.title}   about {cell.minutes:.0f} min   load {glyphs.about}{cell.load:.0f}"
        lines = [words(spell(head, glyphs), "bold $text")]
        for line in cell.lines:
            parts = [line.asks, line.effort, line.load, line.change]
            asked = "   ".join(spell(each, glyphs) for each in parts if each)
            name = spell(f"& {line.name}" if line.superset else line.name, glyphs)
            lines.append(Content.assemble(words(f"{name}   ", "$text-2"), words(asked, "$text")))
            if line.why and line.part == "work":
                lines.append(words(f"    {spell(line.why, glyphs)}", "$text-3"))
        return Content("\n").join([*lines, Content("")])


class MistakesDialog(Dialog[bool]):
    """All that is wrong with a text: line, caret, column and hint. `e` goes back to it."""

    DEFAULT_CSS = "MistakesDialog .panel { width: 100; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "again", "edit again", tooltip="Open the text as you left it", id="mistakes.again"),
        Binding("down,j", "scroll(1)", "down", tooltip="Further mistakes", id="mistakes.down", show=False),
        Binding("up,k", "scroll(-1)", "up", tooltip="Mistakes before", id="mistakes.up", show=False),
    ]

    def __init__(self, errors: Sequence[NotationError], kept: str) -> None:
        many = len(errors) != 1
        super().__init__(f"{len(errors)} mistake{'s' if many else ''} in the text")
        self.errors = tuple(errors)
        self.kept = kept

    def content(self) -> Iterable[Widget]:
        """Each mistake with its caret."""
        yield paragraph(self.kept)
        for error in self.errors:
            yield Static(self._one(error), classes="mistake")

    def action_again(self) -> None:
        """Back to the text."""
        self.dismiss(True)

    def action_scroll(self, step: int) -> None:
        """Show further ones."""
        self.query_one(".body").scroll_relative(y=step * 3, animate=False)

    def _one(self, error: NotationError) -> Content:
        room = max(20, min(100, self.app.size.width) - 10)
        at = max(0, error.column - 1)
        start = max(0, at - room * 2 // 3)
        before = "…" if start else ""
        source = before + error.source.replace("\t", " ")[start + len(before) : start + room]
        lines = [
            words(f"\nline {error.line}, column {error.column}", "$text-3"),
            words(spell(source, shell(self).glyphs), "$text-2"),
            Content.styled(" " * (at - start) + "^", "$danger"),
            *(words(part, "$text") for part in wrap(spell(error.words(), shell(self).glyphs), room)),
        ]
        return Content("\n").join(lines)
