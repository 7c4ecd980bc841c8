"""Small capitals three rows high, of half blocks: a phase word that reads from three metres."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hybrid_tui.domain.text import clean

ROWS = 3
"""Rows of text a letter takes; its five half rows leave the lowest half empty."""

_FONT = {
    "A": "### #.# ### #.# #.#",
    "B": "##. #.# ##. #.# ##.",
    "C": "### #.. #.. #.. ###",
    "D": "##. #.# #.# #.# ##.",
    "E": "### #.. ##. #.. ###",
    "F": "### #.. ##. #.. #..",
    "G": "#### #... #.## #..# ####",
    "H": "#.# #.# ### #.# #.#",
    "I": "# # # # #",
    "J": "..# ..# ..# #.# ###",
    "K": "#..# #.#. ##.. #.#. #..#",
    "L": "#.. #.. #.. #.. ###",
    "M": "#...# ##.## #.#.# #...# #...#",
    "N": "#..# ##.# #.## #..# #..#",
    "O": "### #.# #.# #.# ###",
    "P": "### #.# ### #.. #..",
    "Q": "#### #..# #..# #.## ####",
    "R": "### #.# ##. #.# #.#",
    "S": "### #.. ### ..# ###",
    "T": "### .#. .#. .#. .#.",
    "U": "#.# #.# #.# #.# ###",
    "V": "#.# #.# #.# #.# .#.",
    "W": "#...# #...# #.#.# ##.## #...#",
    "X": "#.# #.# .#. #.# #.#",
    "Y": "#.# #.# ### .#. .#.",
    "Z": "### ..# .#. #.. ###",
    "0": "### #.# #.# #.# ###",
    "1": ".#. ##. .#. .#. ###",
    "2": "### ..# ### #.. ###",
    "3": "### ..# .## ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# ..# .#. .#.",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
    " ": ". . . . .",
    "-": "... ... ### ... ...",
    "/": "..# ..# .#. #.. #..",
    ".": ". . . . #",
    ":": ". # . # .",
    "'": "# # . . .",
    "+": "... .#. ### .#. ...",
    "&": "##.. ##.. .#.# #.#. ##.#",
    "%": "#..# ...# .##. #... #..#",
}
_HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}


def letters(text: str) -> tuple[str, ...] | None:
    """Three rows that draw `text` in capitals; None when some sign has no letter here."""
    shapes = [_FONT.get(sign) for sign in text.upper()]
    if not shapes or None in shapes:
        return None
    lines = [".".join(parts) for parts in zip(*(shape.split() for shape in shapes if shape), strict=True)]
    lines.append("." * len(lines[0]))
    return tuple(
        "".join(_HALVES[upper + lower] for upper, lower in zip(*lines[row : row + 2], strict=True))
        for row in range(0, 2 * ROWS, 2)
    )


class BigLetters(Widget):
    """A word in small capitals; in plain bold letters where those do not fit or have no sign for it."""

    DEFAULT_CSS = """
    BigLetters { width: auto; height: 3; color: $text; }
    """

    text: reactive[str] = reactive("", layout=True)
    """What is shown."""

    plain: reactive[bool] = reactive(False, layout=True)
    """Plain bold letters on one row: for small screens and for ASCII."""

    def __init__(self, text: str = "", *, plain: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(BigLetters.plain, plain)
        self.set_reactive(BigLetters.text, text)

    def get_content_width(self, container: object, viewport: object) -> int:
        """The columns the word takes."""
        rows = self._rows()
        return len(self._word()) if rows is None else len(rows[0])

    def render(self) -> Content:
        """The word."""
        rows = self._rows()
        if rows is None or len(rows[0]) > self.size.width or self.size.height < ROWS:
            return Content.styled(self._word(), "bold")
        return Content("\n".join(rows))

    def _word(self) -> str:
        return clean(self.text).upper()

    def _rows(self) -> tuple[str, ...] | None:
        return None if self.plain else letters(self._word())
