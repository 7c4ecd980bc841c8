"""A page of rows for the shell: the lines of the screen as plain text."""

from __future__ import annotations

from hybrid_tui.domain.text import clean
from hybrid_tui.formats.sheet_page import SheetPage
from hybrid_tui.formats.week_text import ASCII, plain


def as_text(page: SheetPage, *, ascii: bool = False) -> str:
    """All lines, without colour and control characters."""
    lines = [clean(plain(line)).rstrip() for line in (*page.head, *page.rows, *page.foot)]
    text = "\n".join(lines).rstrip()
    return text.translate(ASCII) if ascii else text
