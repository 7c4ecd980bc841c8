"""A line that cannot be read, as the person may have meant it: their own words in the notation's spelling.

A mend is offered as a hint and never taken by itself. Whatever is offered has been read before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.respelling import FACTS, SHAPES, UNASKED, respelled

LONGEST = 200
"""A longer line is not tried, in characters."""

_TWO_READINGS = re.compile(r"two ways| would be ")
_TAIL = re.compile(r"\s*(?:;|(?:^|(?<=\s))//).*$", re.DOTALL)
_OWN_LEAD = re.compile(
    r"no colon before sets|no spaces|write \S+x\((?=\S*$)|(?:.*; )?a load needs a unit, \S+"
)

_OWN_LOAD = re.compile(r"a load needs a unit, (\S+)")


class Quiet:
    """A catalogue that is not asked for names like a wrong one; for trying."""

    def __init__(self, names: Any) -> None:
        # Any: a catalogue or what stands for one; all else is handed on to it.
        self._names = names

    def nearest(self, name: str) -> tuple[str, str, str]:
        """Three dots for each name: nobody reads them."""
        return "…", "…", "…"

    def __getattr__(self, name: str) -> Any:
        return getattr(self._names, name)


def mended(text: str, read: Callable[[str], object]) -> str:
    """Return the line as it may have been meant, empty where no way was found that `read` takes.

    `read` raises NotationError for a line that it does not take.
    """
    if len(text) > LONGEST or "\n" in text or '"' in text:
        return ""
    cut = _TAIL.search(text)
    body, tail = (text[: cut.start()], text[cut.start() :]) if cut else (text, "")
    seen = {body.strip()}
    for line in _candidates(body.strip()):
        if line in seen:
            continue
        seen.add(line)
        try:
            read(f"{line}{tail}")
        except NotationError:
            continue
        return f"{line}{tail}".strip()
    return ""


def _candidates(body: str) -> Iterator[str]:
    """Lines that may have been meant, the likeliest first."""
    plain = respelled(body)
    for fact in FACTS:
        if (found := fact(plain)) is not None:
            yield found
    grown = [plain]
    for change in UNASKED:
        changed = change(grown[-1])
        if changed != grown[-1]:
            grown.append(changed)
    for line in grown:
        yield line
        for shape in SHAPES:
            if (shaped := shape(line)) is not None:
                yield shaped
                yield respelled(shaped)


def with_mend(error: NotationError, text: str, read: Callable[[str], object]) -> NotationError:
    """Return the error with the whole line that was meant as its hint, where one is found.

    An error that names two readings keeps them: which was meant is not for us to say.
    """
    if _TWO_READINGS.search(error.message):
        return error
    instead = mended(text, read)
    if not instead:
        return error
    own = _OWN_LEAD.match(error.hint)
    if own is not None and (said := _OWN_LOAD.search(own[0])) and said[1] not in instead:
        own = None
    lead = "" if own is None or own[0].startswith("write ") else f"{own[0]}: "
    return NotationError(
        error.message,
        column=error.column,
        line=error.line,
        hint=f"{lead}{instead}" if lead else f"write {instead}",
        source=error.source,
        end=error.end,
        instead=instead,
    )
