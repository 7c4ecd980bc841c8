"""A finished session, as one is glad to read it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from hybrid_tui.coach.outcome import Summary
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.widgets.dialog import Dialog, paragraph
from hybrid_tui.tui.widgets.sheet_text import spell


class SummaryDialog(Dialog[None]):
    """Done against planned, new bests, load, and what comes next."""

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
        if summary.bests:
            lines.append(Content())
        for number, best in enumerate(summary.bests):
            head = "New best" if number == 0 else ""
            lines.append(
                Content.assemble((head.ljust(max(wide, 11)), "bold $accent"), (spell(best, glyphs), "$text"))
            )
        if summary.next_title:
            lines += [
                Content(),
                Content.assemble(("Next ", "$text-3"), (spell(summary.next_title, glyphs), "$text")),
            ]
        if summary.next_words:
            lines.append(Content.styled(spell(summary.next_words, glyphs), "$text-2"))
        yield paragraph(Content("\n").join(lines))
