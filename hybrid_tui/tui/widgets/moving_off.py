"""The question that exchanges today's session: where it goes, how the week then looks, and the other ways."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.coach.moving_off import NewDay
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.ask import Choice, Choose
from hybrid_tui.tui.widgets.sheet_text import cut, spell
from hybrid_tui.tui.words import words

MOVE, LIGHTER, KEEP = "move", "lighter", "keep"


class MovingOff(Choose[str]):
    """`y` moves it, `l` does what is left of it today, `p` keeps the plan."""

    def __init__(self, found: NewDay, glyphs: Glyphs, *, lighter: bool, width: int) -> None:
        ways = [Choice(key="y", word=f"exchange: {day_words(found.day)}", value=MOVE)]
        if lighter:
            ways.append(Choice(key="l", word="only what is light of it, today", value=LIGHTER))
        ways.append(Choice(key="p", word="keep the plan", value=KEEP))
        super().__init__(f"{spell(found.title, glyphs)} to {day_words(found.day)}?", ways)
        self.week = week_words(found, glyphs, min(width, 66) - 6)

    def content(self) -> Iterable[Widget]:
        """The week as it would be, what the rules say, the answers."""
        yield Static(words(self.week))
        yield from super().content()


def week_words(found: NewDay, glyphs: Glyphs, width: int) -> Content:
    """A line a day; the two that change stand out. Below it what the rules say."""
    lines = []
    for each in found.week:
        style = "bold $text" if each.changed else "$text-3"
        mark = glyphs.now if each.changed else glyphs.done if each.done else " "
        title = cut(spell(each.words, glyphs), max(width - 14, 8), glyphs.more)
        lines.append(
            Content.assemble(
                (f"{mark} ", "$accent" if each.changed else "$text-3"),
                (f"{day_words(each.day):<12}", style),
                (title, style),
            )
        )
    if found.finding:
        mend = f" {glyphs.right} {found.mend}" if found.mend else ""
        said = Content.assemble(("! ", "bold $danger"), (spell(f"{found.finding}{mend}", glyphs), "$text-2"))
    else:
        said = Content.styled("No training rule speaks against it.", "$text-2")
    return Content("\n").join([*lines, Content(), said, Content()])
