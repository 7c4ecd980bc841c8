"""What the numbers of the week are, with their formulas; and the rules' findings in full."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from hybrid_tui.domain.interference.findings import Finding, Severity
from hybrid_tui.formats.week_foot import sentence
from hybrid_tui.formats.week_terms import TERMS
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.widgets.dialog import Dialog, paragraph
from hybrid_tui.tui.widgets.week_paint import spelled
from hybrid_tui.tui.words import words


class Reading(Dialog[None]):
    """A dialog that is only read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter", "close", "close", tooltip="Back to the week", id="reading.close", show=False),
        Binding("down,j", "scroll(1)", "down", tooltip="Further down", id="reading.down"),
        Binding("up,k", "scroll(-1)", "up", tooltip="Back up", id="reading.up"),
    ]

    def action_scroll(self, step: int) -> None:
        """Move the text where it is longer than the screen."""
        self.query_one(".body").scroll_relative(y=step, animate=False)


class MeasuredDialog(Reading):
    """The definition of each number."""

    DEFAULT_CSS = """
    MeasuredDialog .panel { width: 84; }
    MeasuredDialog .term { height: auto; padding-right: 1; }
    MeasuredDialog .term Static { width: 1fr; }
    MeasuredDialog .term Static:first-child { width: 16; }
    """

    def __init__(
        self,
        terms: Sequence[tuple[str, str]] = TERMS,
        sources: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__("What is measured")
        self.terms = tuple(terms)
        self.sources = sources or {}
        """For a figure the sums it is made of in the week that is shown."""

    def content(self) -> Iterable[Widget]:
        """A name and a sentence each."""
        glyphs = shell(self).glyphs
        for name, said in self.terms:
            said = said.replace("÷", "/").replace("½", "half") if glyphs.plain else said
            with Horizontal(classes="term"):
                yield paragraph(spelled(name, glyphs), "bold $text")
                yield paragraph(
                    Content.assemble(
                        (spelled(said, glyphs), "$text-2"),
                        *(
                            words(f"\n{spelled(each, glyphs)}", "$text")
                            for each in self.sources.get(name, ())
                        ),
                    )
                )


class FindingsDialog(Reading):
    """Everything the training rules say about the week."""

    DEFAULT_CSS = "FindingsDialog .panel { width: 84; } FindingsDialog .body Static { margin-bottom: 1; }"

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("What the rules say")
        self.findings = tuple(findings)

    def content(self) -> Iterable[Widget]:
        """What is the case, what mends it, which rule it is and how grave."""
        glyphs = shell(self).glyphs
        if not self.findings:
            yield paragraph("Nothing to mend this week.")
        for finding in self.findings:
            grave = {Severity.HINT: "hint", Severity.WARN: "warning", Severity.BLOCK: "never planned"}
            yield paragraph(
                Content.assemble(
                    ("! ", "bold $danger"),
                    words(spelled(sentence(finding.sentence), glyphs), "$text"),
                    words(f" {spelled(sentence(finding.mend), glyphs)}" if finding.mend else "", "$text-2"),
                    words(f"\n  {finding.id}, {grave[finding.severity]}", "$text-3"),
                )
            )
