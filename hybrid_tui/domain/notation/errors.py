"""What was wrong with a text, where, and what to write instead."""

from __future__ import annotations

import unicodedata


class NotationError(ValueError):
    """A line that cannot be read: what is wrong, where it stands, and a hint."""

    def __init__(
        self,
        message: str,
        *,
        column: int,
        line: int = 1,
        hint: str = "",
        source: str = "",
        end: int = 0,
        instead: str = "",
    ) -> None:
        self.message = message
        """What is wrong, in words that fit after «column 18: »."""
        self.line = line
        """Line of the text, from 1."""
        self.column = column
        """Column of the line, from 1; one past its end when something is missing there."""
        self.hint = hint
        """What to write instead; may be empty."""
        self.source = source
        """The whole line as it was given."""
        self.end = end
        """Column after the last character that is meant; never less than `column`."""
        self.instead = instead
        """A whole line that can be read and may have been meant; it stands in the hint. Empty where unknown."""
        super().__init__(f"line {line}, column {column}: {self.words()}")

    def words(self) -> str:
        """Return message and hint in one sentence."""
        return f"{self.message}; {self.hint}" if self.hint else self.message

    def pointer(self) -> str:
        """Return the source line and, below it, a caret under the column with the words."""
        before = self.source[: self.column - 1]
        cells = sum(_cells(character) for character in before)
        return f"{self.source}\n{' ' * cells}^ column {self.column}: {self.words()}"


def _cells(character: str) -> int:
    """Return how many cells of a terminal a character takes."""
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class ProgrammeErrors(ValueError):
    """All that is wrong with a programme file, in the order of its lines."""

    def __init__(self, errors: tuple[NotationError, ...]) -> None:
        self.errors = errors
        """At least one."""
        super().__init__("\n".join(str(error) for error in errors))
