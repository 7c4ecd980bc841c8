"""One line as characters and words: what may stand in it, and where each word begins."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple, NoReturn

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.text import FORBIDDEN

LINE_LIMIT = 500
"""The longest line, in characters."""

_REFUSED = re.compile(f"[{FORBIDDEN}]")
_LOOKALIKES = {
    ord(written): meant
    for written, meant in (
        ("×", "x"), ("–", "-"), ("—", "-"), ("‒", "-"), ("‐", "-"), ("‑", "-"), ("−", "-"), ("’", "'"), ("‘", "'"),
        ("′", "'"), ("″", '"'), ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'), ("\t", " "),
        *((space, " ") for space in
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"),
    )
}  # fmt: skip
_TOKEN = re.compile(r'(?P<mark>[()])|(?P<quoted>"[^"]*"(?=[\s():,]|$))|(?P<word>(?:\[[^\]]*\]|[^\s()])+)')

_COUNT = re.compile(r"[0-9]+|\[[^\]]*\]")
_HELD = re.compile(r"[0-9\[]|max(?:$|@)")


class Token(NamedTuple):
    """One word of a line, or a bracket."""

    text: str
    """In lower case; as written for a quoted name, without its quotes."""
    at: int
    """Where it begins in the line, from 0."""
    end: int
    raw: str
    """As written."""
    quoted: bool = False


def _lower(text: str) -> str:
    """Lower the case without changing the length: `İ` would become two characters and move the columns."""
    if len(lowered := text.lower()) == len(text):
        return lowered
    return "".join(each if len(each.lower()) > 1 else each.lower() for each in text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One line of text with its place in the file."""

    original: str
    """As given."""
    text: str
    """The same with look-alike signs replaced by the plain ones, character by character."""
    line: int = 1

    def error(self, message: str, at: int, *, hint: str = "", end: int | None = None) -> NotationError:
        """Return the error that says `message` at the character `at` (from 0)."""
        return NotationError(
            message, line=self.line, column=at + 1, hint=hint, source=self.original, end=(end or at + 1) + 1
        )

    def fail(self, message: str, at: int, *, hint: str = "", end: int | None = None) -> NoReturn:
        """Raise a NotationError at the character `at` (from 0)."""
        raise self.error(message, at, hint=hint, end=end)

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the words between two places; a quote that does not close is an error."""
        found: list[Token] = []
        for match in _TOKEN.finditer(self.text, start, end):
            at, stop = match.span()
            raw = match.group()
            if match.lastgroup == "quoted":
                name = " ".join(raw[1:-1].split())
                if not name:
                    self.fail("the name between the quotes is empty", at, end=stop)
                found.append(Token(name, at, stop, raw, True))
                continue
            if raw[0] == '"':
                self.fail("the quoted name is not closed", end, hint='add "')
            if raw.count("[") != raw.count("]"):
                self.fail("the week list is not closed", at, hint="add ]", end=stop)
            found.append(Token(_lower(raw), at, stop, raw))
        return found


def read_line(text: str, line: int = 1) -> Source:
    """Check one line's characters and length and return it as a Source; raises NotationError."""
    source = Source(original=text, text=text.translate(_LOOKALIKES), line=line)
    if len(text) > LINE_LIMIT:
        source.fail(f"the line is longer than {LINE_LIMIT} characters", LINE_LIMIT, hint="split it")
    if match := _REFUSED.search(text):
        code = f"U+{ord(match.group()):04X}"
        shown = Source(original=_REFUSED.sub("\ufffd", text), text="", line=line)
        shown.fail(f"the character {code} cannot be seen and is not allowed", match.start(), hint="delete it")
    if "\n" in text:
        source.fail("one line is asked for and here are two", text.index("\n"))
    return source


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A line cut into what it says, its rule and its comment."""

    source: Source
    start: int
    """Where the words begin, indentation left out."""
    end: int
    """Where the words end, trailing spaces left out."""
    rule: tuple[int, int] | None = None
    comment: str = ""

    def tokens(self) -> list[Token]:
        """Return the words before the rule."""
        return self.source.tokens(self.start, self.end)


def _stops(text: str, start: int, end: int, signs: str) -> int | None:
    """Return where one of `signs` (or `//` for "/") first stands outside a quoted name, else None."""
    place = start
    while place < end:
        character = text[place]
        fresh = place == start or text[place - 1] in " (&"
        if character == '"' and fresh:
            close = text.find('"', place + 1, end)
            if close > 0:
                place = close + 1
                continue
        elif character == "/" and "/" in signs:
            if fresh and text[place : place + 2] == "//":
                return place
        elif character in signs:
            return place
        place += 1
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] == " ":
        end -= 1
    while start < end and text[start] == " ":
        start += 1
    return start, end


def cut(source: Source, start: int = 0) -> Parts:
    """Cut a line at its comment and its rule."""
    text = source.text
    end = len(text)
    comment = ""
    if (place := _stops(text, start, end, "/")) is not None:
        comment, end = " ".join(source.original[place + 2 :].split()), place
    rule = None
    if (place := _stops(text, start, end, ";")) is not None:
        rule, end = _trimmed(text, place + 1, end), place
        if rule[0] == rule[1]:
            source.fail("no rule stands after the semicolon", place, hint="+2.5kg, double, hold …")
    start, end = _trimmed(text, start, end)
    return Parts(source=source, start=start, end=end, rule=rule, comment=comment)


def semicolons(source: Source) -> list[tuple[int, int]]:
    """Return the pieces of a line between semicolons; a comment belongs to the piece it ends."""
    pieces: list[tuple[int, int]] = []
    start = 0
    end = len(source.text)
    comment = _stops(source.text, 0, end, "/")
    limit = end if comment is None else comment
    while (place := _stops(source.text, start, limit, ";")) is not None:
        pieces.append((start, place))
        start = place + 1
    return [*pieces, (start, end)]


def colon(source: Source, start: int, end: int) -> int | None:
    """Return where the colon after a name stands (before a space or the end), else None."""
    text = source.text
    place: int | None = start - 1
    while place is not None:
        place = _stops(text, place + 1, end, ":")
        if place is not None and (place + 1 == end or text[place + 1] == " "):
            return place
    return None


def is_word(text: str) -> bool:
    """Whether this is a plain word: a letter, then letters, digits, `-`, `'` and `.`."""
    return text[:1].isalpha() and all(
        character.isalnum() or character in "-'." or unicodedata.category(character)[0] == "M"
        for character in text
    )


def joined_name(source: Source, words: list[Token]) -> str:
    """Return a name of several words; raises NotationError for a word with signs that is not quoted."""
    for token in words:
        if not token.quoted and not is_word(token.raw):
            if ":" in token.text:
                at = token.at + token.raw.index(":")
                hint = f"{source.text[words[0].at : at]}: {source.text[at + 1 : token.end]}"
                if at + 1 == token.end:
                    at, hint = token.end, "hill sprint: 8x(12s / 90s)"
                source.fail("a colon is followed by a space", at, hint=hint)
            hint = f'quote a name with signs: "{token.raw}"'
            if (plain := unicodedata.normalize("NFKC", token.raw)).isascii() and plain != token.raw:
                hint = f"write {plain}"
            elif token.text in "()":
                hint = 'quote a name with signs: "Bench Press (Barbell)" 3x5'
            source.fail(f"{token.raw} cannot stand in a name", token.at, hint=hint, end=token.end)
    return " ".join(token.text if token.quoted else token.raw for token in words)


def joined_sets(words: list[Token]) -> list[Token]:
    """Make one word of `3 x 8`: a sign that stands between two numbers can mean nothing else."""
    if all(token.text != "x" for token in words):
        return words
    found: list[Token] = []
    place = 0
    while place < len(words):
        token, after = words[place], words[place + 1 : place + 3]
        spaced = len(after) == 2 and after[0].text == "x" and _COUNT.fullmatch(token.text)
        if spaced and not after[1].quoted and _HELD.match(after[1].text):
            raw = f"{token.raw} {after[0].raw} {after[1].raw}"
            token = Token(f"{token.text}x{after[1].text}", token.at, after[1].end, raw)
            place += 2
        found.append(token)
        place += 1
    return found
