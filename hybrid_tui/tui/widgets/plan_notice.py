"""One or two quiet lines on Today: what was missed and is offered, and what the rules say of the day."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.plan_notice import PlanNotice
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.sheet_text import spell


class NoticeLines(Static):
    """Hidden while there is nothing to say."""

    DEFAULT_CSS = """
    NoticeLines { height: auto; display: none; margin-bottom: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    .-short NoticeLines { margin-bottom: 0; }
    """

    def show(self, notice: PlanNotice | None, glyphs: Glyphs) -> None:
        """Draw this notice; None and an empty one take no room."""
        if notice is None or notice.is_empty:
            self.display = False
            return
        lines = []
        if notice.missed:
            first = notice.missed[0]
            more = f" and {len(notice.missed) - 1} more" if len(notice.missed) > 1 else ""
            said = f"Missed {day_words(first.day)}: {spell(first.title, glyphs)}{more}"
            lines.append(
                Content.assemble(
                    (f"{glyphs.dash} ", "$text-3"),
                    (said, "$text-2"),
                    "   ",
                    ("m ", "bold $accent"),
                    ("decide", "$text-2"),
                )
            )
        if notice.finding:
            mend = f"  {glyphs.right} {notice.mend}" if notice.mend else ""
            said = spell(f"{notice.finding}{mend}", glyphs)
            style = "bold $danger" if notice.blocks else "$danger"
            lines.append(Content.assemble(("! ", style), (said, "$text-2")))
        if notice.deload:
            lines.append(
                Content.assemble((f"{glyphs.dash} ", "$text-3"), (spell(notice.deload, glyphs), "$text-2"))
            )
            keys = [
                ("  D ", "bold $accent"),
                ("takes it", "$text-2"),
                ("   N ", "bold $accent"),
                ("not now", "$text-2"),
            ]
            lines.append(Content.assemble(*keys))
        self.update(Content("\n").join(lines))
        self.display = True
