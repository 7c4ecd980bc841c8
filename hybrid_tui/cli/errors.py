"""How mistakes are told on standard error: one sentence, or the line with a pointer below it; never a trace."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import TracebackType
from typing import Final

import click

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.text import FORBIDDEN, clean

BAD_INPUT: Final = 2
"""Exit status where what was typed cannot be taken."""
FAILURE: Final = 1
"""Exit status where the machine or the file stood in the way."""

_SHOWN = 160
"""The longest source line that is shown whole; of a longer one a part around the mistake."""
_AROUND = 60

_FORBIDDEN = re.compile(f"[{FORBIDDEN}]")


class BadInput(click.ClickException):
    """What was typed cannot be taken; the message says why and what to write."""

    exit_code = BAD_INPUT


@dataclass(frozen=True, slots=True, kw_only=True)
class _Excerpt:
    text: str
    column: int


def say(text: str) -> None:
    """Talk to the person: on standard error, so that a pipe carries data alone."""
    click.echo(visible(text, newlines=True), err=True)


def give(text: str) -> None:
    """Hand data over on standard output."""
    click.echo(text)


def visible(text: str, *, newlines: bool = False) -> str:
    """The text without anything that a terminal would obey."""
    return clean(text, limit=100_000, newlines=newlines)


def told(error: NotationError, *, many: bool = False) -> str:
    """The line, the caret below the very character, the column and what is wrong; no sign of it is obeyed.

    `many` names the line too, where several were given.
    """
    part = _excerpt(error)
    short = NotationError(error.message, column=part.column, hint=error.hint, source=part.text)
    caret = short.pointer().rpartition("\n")[2].index("^")
    pointer = f"{part.text}\n{' ' * caret}^ column {error.column}: {clean(error.words(), limit=500)}"
    return f"line {error.line}:\n{pointer}" if many else pointer


def _excerpt(error: NotationError) -> _Excerpt:
    # Sign by sign, so that the caret stays under the right one.
    source = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", error.source.replace("\t", " ").replace("\n", " "))
    if len(source) <= _SHOWN:
        return _Excerpt(text=source, column=error.column)
    start = max(0, min(error.column - 1, len(source)) - _AROUND)
    end = min(len(source), start + 2 * _AROUND)
    before, after = ("…" if start else ""), ("…" if end < len(source) else "")
    return _Excerpt(text=f"{before}{source[start:end]}{after}", column=error.column - start + len(before))


def tell_unexpected(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    """Stands in for Python's own hook: the trace goes to the log file, a sentence to the person."""
    from hybrid_tui.clock import SystemClock  # late: only a failure needs these
    from hybrid_tui.tui.failure import sentence, write_log

    say("Interrupted." if kind is KeyboardInterrupt else sentence(write_log(error, SystemClock().now_us())))
