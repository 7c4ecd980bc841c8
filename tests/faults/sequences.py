"""What a program may send to a terminal: everything it sends is taken apart here, and what is not known is told.

The list is an allow-list. A sequence that Textual does not need for drawing, such as a write to the clipboard
(OSC 52), a link (OSC 8) or a device string, is a finding, wherever it came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\x1b\[(?P<parameters>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<command>[^\x07\x1b\x9c]*)(?:\x07|\x1b\\|\x9c)"
    r"|\x1b(?P<string>[PX^_][^\x1b\x9c]*)(?:\x1b\\|\x9c)"
    r"|\x1b(?P<short>[ -/]*[0-OQ-WYZ`-~=>])"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f])"
    r"|(?P<text>[^\x00-\x1f]+)"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b\x9c]*\x1b?|[PX^_][^\x1b\x9c]*\x1b?|[ -/]*)?\Z")

MODES = frozenset({7, 12, 25, 1000, 1002, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2048})
"""Private modes that a drawing program has business with."""

LEFT_ON = frozenset({1000, 1002, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2048})
"""Those that must be off once the shell has the terminal again."""

_NOT_TEXT = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PLAIN_CONTROLS = frozenset("\r\n\x07\x08\t")
_MOVES = frozenset("ABCDEFGHJKXdf")
_KITTY = re.compile(r"[<>=?][0-9;]*")
_COLOURS = re.compile(r"[0-9;:]*")
_NUMBERS = re.compile(r"[0-9;]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One sequence, one control character or one stretch of text."""

    raw: str
    """As it was sent."""
    text: bool = False
    """Whether it is meant to be seen."""
    parameters: str = ""
    final: str = ""
    """What a control sequence ends with, what stands between parameters and end included."""
    title: str | None = None
    """What the window is to be called."""
    known: bool = True
    """Whether it is on the list."""


class Sequences:
    """Takes a stream apart, piece by piece as it arrives."""

    def __init__(self) -> None:
        self._rest = ""

    @property
    def unfinished(self) -> str:
        """The beginning of a sequence that has no end yet."""
        return self._rest

    def feed(self, piece: str) -> Iterator[Token]:
        """The tokens that are complete now."""
        stream = self._rest + piece
        self._rest = ""
        place = 0
        while place < len(stream):
            match = _TOKEN.match(stream, place)
            if match is None:
                if _UNFINISHED.match(stream, place):
                    self._rest = stream[place:]
                    return
                yield Token(raw=stream[place], known=False)
                place += 1
                continue
            place = match.end()
            yield _token(match)


def _token(match: re.Match[str]) -> Token:
    raw = match.group()
    if (text := match["text"]) is not None:
        return Token(raw=raw, text=True, known=_NOT_TEXT.search(text) is None)
    if (control := match["control"]) is not None:
        return Token(raw=raw, text=True, known=control in _PLAIN_CONTROLS)
    if match["final"] is not None:
        final = match["between"] + match["final"]
        known = _known_sequence(match["parameters"], final)
        return Token(raw=raw, parameters=match["parameters"], final=final, known=known)
    if (command := match["command"]) is not None:
        number, _, text = command.partition(";")
        title = text if number in ("0", "2") else None
        return Token(raw=raw, title=title, known=_known_command(number, text))
    return Token(raw=raw, known=match["short"] in ("7", "8", "=", ">"))


def _known_sequence(parameters: str, final: str) -> bool:
    if final == "m":
        return _COLOURS.fullmatch(parameters) is not None
    if final in ("h", "l"):
        numbers = parameters.removeprefix("?").split(";")
        return parameters.startswith("?") and all(n.isdigit() and int(n) in MODES for n in numbers)
    if final == "u":
        return _KITTY.fullmatch(parameters) is not None
    if final == "$p":
        return parameters.startswith("?") and parameters[1:].isdigit()
    if final in ("c", "n"):
        return parameters in ("", "0", "5", "6", "?6")
    if final == "t":
        return parameters in ("22;0", "23;0", "22;2", "23;2", "14", "16", "18")
    return final in _MOVES and _NUMBERS.fullmatch(parameters) is not None


def _known_command(number: str, text: str) -> bool:
    """The window's title, in it only what may be seen, and the shape of the pointer; nothing else."""
    if number == "22":
        return re.fullmatch("[a-z-]*", text) is not None
    return number in ("0", "2") and re.search("[\x00-\x1f]", text) is None and _NOT_TEXT.search(text) is None
