"""A finished session, as one is glad to read it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.coach.outcome import Summary
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.widgets.dialog import Dialog, paragraph
from hybrid_tui.tui.widgets.sheet_text import spell
from hybrid_tui.tui.words import words


class SummaryDialog(Dialog[None]):
    """Done against planned, new bests, load, and what comes next."""

    DEFAULT_CSS = """
    SummaryDialog .told { height: auto; }
    SummaryDialog .told > Static { width: 1fr; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "close", "close", tooltip="Back to Today", id="summary.close"),
    ]

    def __init__(self, summary: Summary) -> None:
        super().__init__(summary.title)
        self.summary = summary

    def content(self) -> Iterable[Widget]:
        """One line a fact, the labels in a column of their own."""
        glyphs, summary = shell(self).glyphs, self.summary
        wide = max((len(label) for label, _ in summary.lines), default=0) + 3
        mark = {"done": glyphs.done, "partial": glyphs.ease, "minimum": glyphs.ease}.get(
            summary.status, glyphs.dash
        )
        lines = [
            Content.assemble((f"{mark} ", "$accent"), (spell(summary.status, glyphs), "$text")),
            Content(),
        ]
        lines += [
            Content.assemble((spell(label, glyphs).ljust(wide), "$text-2"), (spell(value, glyphs), "$text"))
            for label, value in summary.lines
        ]
        yield paragraph(Content("\n").join(lines))
        wide = max(wide, 11)
        for number, best in enumerate(summary.bests):
            said = Content.styled(spell(best, glyphs), "$text")
            yield _row("New best" if number == 0 else "", said, wide)
        if summary.next_title:
            said = Content.styled(spell(summary.next_title, glyphs), "$text")
            if summary.next_words:
                said = Content.assemble(said, ("\n" + spell(summary.next_words, glyphs), "$text-2"))
            yield _row("Next", said, wide)


def _row(head: str, said: Content, wide: int) -> Horizontal:
    """What is said of a heading, beside it; a row with a heading stands apart from those above."""
    heading = Static(Content.styled(head, "bold $accent"))
    heading.styles.width = wide
    row = Horizontal(heading, Static(words(said)), classes="told")
    row.styles.margin = (1 if head else 0, 0, 0, 0)
    return row
