"""Pasted text without its escape characters: Textual would type what follows one as keys, also where no line is open.

A terminal puts signs before and after what is pasted. Most strip escapes in between, not all do.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_ESCAPE = "\x1b"
_BEGIN, _END = "\x1b[200~", "\x1b[201~"


class PasteFilter:
    """Takes escapes out of what stands between the two signs, however the text is cut when it is read."""

    def __init__(self) -> None:
        self._inside = False
        self._before = ""
        """The last that went through outside a paste: the first sign may come in two parts."""
        self._held = ""
        """What may be the beginning of the last sign."""

    def passed(self, text: str) -> str:
        """The text as it may go on; what could be half of the last sign waits for the rest."""
        found: list[str] = []
        while text:
            text = self._within(text, found) if self._inside else self._outside(text, found)
        return "".join(found)

    def _outside(self, text: str, found: list[str]) -> str:
        seen = self._before + text
        at = seen.find(_BEGIN)
        if at < 0:
            self._before = seen[-(len(_BEGIN) - 1) :]
            found.append(text)
            return ""
        end = at + len(_BEGIN) - len(self._before)
        self._inside, self._before = True, ""
        found.append(text[:end])
        return text[end:]

    def _within(self, text: str, found: list[str]) -> str:
        text, self._held = self._held + text, ""
        at = text.find(_END)
        if at >= 0:
            self._inside = False
            found += [text[:at].replace(_ESCAPE, ""), _END]
            return text[at + len(_END) :]
        half = next((size for size in range(len(_END) - 1, 0, -1) if text.endswith(_END[:size])), 0)
        self._held = text[len(text) - half :]
        found.append(text[: len(text) - half].replace(_ESCAPE, ""))
        return ""


def with_plain_pastes(parser: type[Any]) -> type[Any]:
    """The same parser of what the terminal sends, fed through such a filter."""

    class Filtered(parser):  # type: ignore[misc]  # the parser is Textual's own, handed in
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self._pastes = PasteFilter()

        def feed(self, data: str) -> Iterable[Any]:
            passed = self._pastes.passed(data)
            return super().feed(passed) if passed or not data else ()  # nothing at all means the end

    return Filtered
