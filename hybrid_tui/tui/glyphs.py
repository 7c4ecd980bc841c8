"""The signs that are not letters, each one cell wide, and what stands for them in plain ASCII."""

from __future__ import annotations

import locale


class Glyphs:
    """One sign for each meaning; a screen asks for the meaning and never types the sign."""

    done = "✓"
    """Ticked."""
    open = "□"
    """Still to be ticked."""
    now = "▶"
    """The cursor, what runs."""
    later = "·"
    """To come; also an empty day and a separator."""
    go = "●"
    """Readiness: train as planned. Also a filled dot of a scale."""
    ease = "◐"
    """Readiness: ease off. Also done in part."""
    rest = "○"
    """Readiness: rest. Also an empty dot of a scale."""
    up = "↑"
    """Raised."""
    down = "↓"
    """Lowered."""
    right = "→"
    """Skip, leads to."""
    left = "←"
    """Back."""
    times = "×"
    """Sets by repetitions."""
    about = "~"
    """Roughly."""
    rule = "─"
    """A hairline."""
    heavy = "━"
    """The lit part of a bar or rule."""
    line = "│"
    """An upright hairline."""
    bar = "▌"
    """The bar left of the block in hand."""
    full = "█"
    """A full cell."""
    lower = "▄"
    """The lower half of a cell."""
    dash = "–"
    """Unknown, not logged."""
    more = "…"
    """Cut short."""
    note = "♪"
    """Sound is on."""
    heights = " ▁▂▃▄▅▆▇█"
    """A column of eight heights, from none to full."""

    @property
    def plain(self) -> bool:
        """True where only ASCII may be drawn (the big digits have a raster of their own for it)."""
        return self.full == "#"

    def verdict(self, word: str | None) -> str:
        """The dot of a readiness verdict: «go», «ease off», «rest»; a dash where none is known."""
        return {"go": self.go, "ease off": self.ease, "rest": self.rest}.get(word or "", self.dash)


class AsciiGlyphs(Glyphs):
    """The set for a locale that is not UTF-8, and for a terminal that draws «ambiguous» signs two cells
    wide."""

    done = "x"
    open = "_"
    now = ">"
    later = "."
    go = "*"
    ease = "%"
    rest = "o"
    up = "^"
    down = "v"
    right = ">"
    left = "<"
    times = "x"
    rule = "-"
    heavy = "="
    line = "|"
    bar = "|"
    full = "#"
    lower = "#"
    dash = "-"
    more = "."
    note = "#"
    heights = "012345678"


UNICODE = Glyphs()
"""The house set."""

ASCII = AsciiGlyphs()
"""The plain set."""


def choose(ascii_only: object = None, encoding: str | None = None) -> Glyphs:
    """The set to draw with: the person's own choice if there is one, else what the locale can show.

    `ascii_only` is the setting (None when never chosen); `encoding` is asked of the locale when None.
    """
    if isinstance(ascii_only, bool):
        return ASCII if ascii_only else UNICODE
    name = (encoding or locale.getencoding()).lower().replace("-", "").replace("_", "")
    return UNICODE if name in {"utf8", "utf8mb4", "cp65001", "utf16"} else ASCII
