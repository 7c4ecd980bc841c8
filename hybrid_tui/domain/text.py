"""The one gate for text that enters: keys, paste, imports, file names, another database.

A terminal obeys what it is sent, so stored text must never hold an escape sequence, a control character or a
mark that turns the direction of writing. What passes here is safe to store; showing it is `Content(text)`.
"""

from __future__ import annotations

import re
import unicodedata

FORBIDDEN = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and newline, DEL, C1
    r"\u061c\u200b\u200c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069"  # zero width, bidi
    r"\u180e\ufeff\ufff9-\ufffb\ud800-\udfff"  # byte order mark, annotation marks, lone surrogates
)
"""Characters that may stand nowhere, as the inside of a character class; tab and newline are not in it."""

MARKS_IN_A_ROW = 4
"""More combining marks than this on one letter pile up over the neighbouring lines."""

_SEQUENCES = (
    r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c|\Z)?",  # with a payload
    r"(?:\x1b\[|\x9b)[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]?",  # control
    r"\x1b[\x20-\x2f]*[\x30-\x7e]?",  # short
)
_NEWLINE = r"\r\n?|[\x85\u2028\u2029]"
_ZWJ = "\u200d"
_VARIATION = "\ufe0f"


def _is_emoji(character: str) -> bool:
    return character == _VARIATION or unicodedata.category(character) in ("So", "Sk")


def _joiners_kept_in_emoji(text: str) -> str:
    if _ZWJ not in text:
        return text
    kept: list[str] = []
    for place, character in enumerate(text):
        if character == _ZWJ:
            after = text[place + 1 : place + 2]
            if not (kept and after and _is_emoji(kept[-1]) and _is_emoji(after)):
                continue
        kept.append(character)
    return "".join(kept)


def _marks_capped(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    row = 0
    for character in text:
        row = row + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if row <= MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)


def _without_controls(text: str, newlines: bool) -> str:
    if "\x1b" in text or not text.isascii():
        for sequence in _SEQUENCES:
            text = re.sub(sequence, "", text)
    text = re.sub(_NEWLINE, "\n", text).replace("\t", " ")
    if not newlines:
        text = text.replace("\n", " ")
    return re.sub(f"[{FORBIDDEN}]", "", text)


def clean(text: str, *, limit: int = 4000, newlines: bool = False) -> str:
    """Return `text` fit to store: NFC, without escape sequences, control, direction and invisible characters.

    Whole terminal sequences go with their payload. Tabs become spaces, newlines too unless `newlines`. At
    most four combining marks stand in a row and `limit` characters remain. Cleaning twice changes nothing.
    """
    # Nearly all text is printable, and what Unicode calls printable holds nothing of what is dropped here:
    # the first screen is painted without compiling a pattern.
    if not text.isprintable():
        text = _without_controls(text, newlines)
    text = _marks_capped(unicodedata.normalize("NFC", _joiners_kept_in_emoji(text)))
    # Capping marks may bring two together that compose, and a cut may leave a joiner at the end.
    return _joiners_kept_in_emoji(unicodedata.normalize("NFC", text)[:limit])
