"""What is left of each line when a person does less today, as the question shows it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.sheet_text import cut, spell


def less_words(lines: Sequence[tuple[str, str]], glyphs: Glyphs, width: int) -> Content:
    """A line for each, the names in a column; what stays as it is stands back."""
    room = min(width, 66) - 6
    column = min(max((len(name) for name, _ in lines), default=0), max(room - 16, 10)) + 3
    rows = [
        Content.assemble(
            (cut(spell(name, glyphs), column - 2, glyphs.more).ljust(column), "$text"),
            (spell(words, glyphs), "$text-3" if words == "as planned" else "bold $text"),
        )
        for name, words in lines
    ]
    return Content("\n").join([*rows, Content()])
