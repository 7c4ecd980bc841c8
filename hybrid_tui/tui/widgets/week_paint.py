"""Lines of the week's page in the house's colours, with the signs of the set in use."""

from __future__ import annotations

from textual.content import Content

from hybrid_tui.domain.text import clean
from hybrid_tui.formats.week_canvas import Line, Span
from hybrid_tui.tui.glyphs import UNICODE, Glyphs

STYLES = {
    "": "",
    "value": "$text",
    "strong": "bold $text",
    "label": "$text-2",
    "faint": "$text-3",
    "now": "$accent",
    "alarm": "bold $danger",
    "hair": "$hair",
    "edge": "$hair",
    "band": "$unlit",
    "lit": "$text-2",
    "bar": "$text-3",
    "coming": "$unlit",
}
"""The style of each role of a line."""
GROUNDS = {"column": "$surface", "cell": "$raised"}

_SIGNS = (
    "done",
    "open",
    "now",
    "later",
    "go",
    "ease",
    "rest",
    "up",
    "down",
    "left",
    "right",
    "times",
    "rule",
    "heavy",
    "line",
    "bar",
    "full",
    "dash",
    "more",
)


def spelled(text: str, glyphs: Glyphs) -> str:
    """The text with the signs of the set in use; a part of a column counts from its half on."""
    if not glyphs.plain:
        return text
    table = {ord(getattr(UNICODE, name)): getattr(glyphs, name) for name in _SIGNS}
    for height, sign in enumerate(UNICODE.heights[1:], start=1):
        table[ord(sign)] = glyphs.full if height >= 4 else "_"
    return text.translate(table).translate({ord("−"): "-", ord("’"): "'", ord("«"): '"', ord("»"): '"'})


def paint(line: Line, glyphs: Glyphs) -> Content:
    """A line as content: never markup, whatever a name in it says."""
    return Content.assemble(*((shown(span, glyphs), style_of(span.role, span.ground)) for span in line.spans))


def shown(span: Span, glyphs: Glyphs) -> str:
    """A span's text as it is drawn: cleaned, in the signs of the set in use."""
    text = spelled(clean(span.text), glyphs)
    if glyphs.plain and span.role in ("band", "edge"):
        # Without a second weight of line the band is told from the lit part by its sign.
        text = text.replace(glyphs.heavy, glyphs.rule) if span.role == "band" else " " * len(text)
    return text


def style_of(role: str, ground: str) -> str:
    """The style of a role where the cursor stands or does not."""
    under = GROUNDS.get(ground)
    style = STYLES[role]
    return f"{style} on {under}".strip() if under else style
