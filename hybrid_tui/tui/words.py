"""Safe text: whatever is shown goes through here, so that no stored or typed text is ever markup or a
control."""

from __future__ import annotations

from textual.content import Content

from hybrid_tui.domain.text import clean


def words(text: str | Content, style: str = "") -> Content:
    """Text as content: cleaned, brackets shown as brackets, newlines kept. Content passes as it is.

    `style` is ours (`"bold $text"`), never a stranger's.
    """
    if isinstance(text, Content):
        return text
    return Content.styled(clean(text, newlines=True), style)


def in_rows(content: Content, width: int) -> list[Content]:
    """The content in rows of `width` cells; a window may have been drawn too small for even one."""
    return list(content.wrap(max(1, width)))


def spread(left: Content, right: Content, width: int) -> Content:
    """Both at the edges of `width` cells; the right one is left out whole where there is no room for it."""
    gap = width - left.cell_length - right.cell_length
    if gap < 1:
        return left
    return Content.assemble(left, " " * gap, right)


def margin(width: int) -> int:
    """The margin in cells that header, content and footer share."""
    return 3 if width >= 100 else 1
