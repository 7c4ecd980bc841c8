"""The signs that are not letters, each one cell wide, and what stands for them in plain ASCII."""

from __future__ import annotations

import locale
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """One sign for each meaning; a screen asks for the meaning and never types the sign."""

    done: str = "✓"
    """Ticked."""
    open: str = "□"
    """Still to be ticked."""
    now: str = "▶"
    """The cursor, what runs."""
    later: str = "·"
    """To come; also an empty day and a separator."""
    go: str = "●"
    """Readiness: train as planned. Also a filled dot of a scale."""
    ease: str = "◐"
    """Readiness: ease off. Also done in part."""
    rest: str = "○"
    """Readiness: rest. Also an empty dot of a scale."""
    up: str = "↑"
    """Raised."""
    down: str = "↓"
    """Lowered."""
    right: str = "→"
    """Skip, leads to."""
    left: str = "←"
    """Back."""
    times: str = "×"
    """Sets by repetitions."""
    about: str = "~"
    """Roughly."""
    rule: str = "─"
    """A hairline."""
    heavy: str = "━"
    """The lit part of a bar or rule."""
    line: str = "│"
    """An upright hairline."""
    bar: str = "▌"
    """The bar left of the block in hand."""
    full: str = "█"
    """A full cell."""
    lower: str = "▄"
    """The lower half of a cell."""
    dash: str = "–"
    """Unknown, not logged."""
    more: str = "…"
    """Cut short."""
    note: str = "♪"
    """Sound is on."""
    heights: str = " ▁▂▃▄▅▆▇█"
    """A column of eight heights, from none to full."""

    @property
    def plain(self) -> bool:
        """True where only ASCII may be drawn (the big digits have a raster of their own for it)."""
        return self.full == "#"

    def verdict(self, word: str | None) -> str:
        """The dot of a readiness verdict: «go», «ease off», «rest»; a dash where none is known."""
        return {"go": self.go, "ease off": self.ease, "rest": self.rest}.get(word or "", self.dash)


UNICODE = Glyphs()
"""The house set."""

ASCII = Glyphs(
    done="x",
    open="_",
    now=">",
    later=".",
    go="*",
    ease="%",
    rest="o",
    up="^",
    down="v",
    right=">",
    left="<",
    times="x",
    rule="-",
    heavy="=",
    line="|",
    bar="|",
    full="#",
    lower="#",
    dash="-",
    more=".",
    note="#",
    heights="012345678",
)
"""The set for a locale that is not UTF-8, and for a terminal that draws «ambiguous» signs two cells wide."""


def choose(ascii_only: object = None, encoding: str | None = None) -> Glyphs:
    """The set to draw with: the person's own choice if there is one, else what the locale can show.

    `ascii_only` is the setting (None when never chosen); `encoding` is asked of the locale when None.
    """
    if isinstance(ascii_only, bool):
        return ASCII if ascii_only else UNICODE
    name = (encoding or locale.getpreferredencoding(False)).lower().replace("-", "").replace("_", "")
    return UNICODE if name in {"utf8", "utf8mb4", "cp65001", "utf16"} else ASCII
