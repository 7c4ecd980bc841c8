"""Typed lines read as the person's catalogue has them; one with a mistake is answered with what may have been meant."""

from __future__ import annotations

from hybrid_tui.coach.library import Library
from hybrid_tui.coach.log_checks import Piece, check, count_of, pieces
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.log_entries import LogEntry, LoggedSets, LoggedSteps
from hybrid_tui.domain.notation.log_line import parse_log
from hybrid_tui.domain.notation.log_printing import print_log
from hybrid_tui.domain.notation.mending import Quiet, mended, with_mend
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.workout import PlanLine, TimedLine

MOST_ENTRIES = 2000
"""The most lines that one call takes, and"""
MOST_FACTS = 5000
"""… the most sets and steps in them: all of them are one transaction."""


def read_log(library: Library, text: str) -> tuple[LogEntry, ...]:
    """What lines of the log say, nothing stored yet.

    Raises NotationError for the first that cannot be meant, with the line that may have been as its hint.
    """
    found = pieces(text)
    if len(found) > MOST_ENTRIES:
        found[MOST_ENTRIES].fail(f"more than {MOST_ENTRIES} lines at once", "log the rest in a second call")
    catalogue = library.catalogue
    try:
        return _read_log(catalogue, text, found)
    except NotationError as error:
        here = [each for each in found if each.line == error.line and each.start < error.column]
        if not here:
            raise
        said = here[-1].text[here[-1].start : here[-1].end].strip()
        raise with_mend(error, said, lambda line: _one(catalogue, line)) from error


def _read_log(catalogue: Catalogue, text: str, found: tuple[Piece, ...]) -> tuple[LogEntry, ...]:
    entries = parse_log(text, names=catalogue, typing=True)
    facts = 0
    for entry, piece in zip(entries, found, strict=True):
        facts += count_of(entry)
        if facts > MOST_FACTS:
            piece.fail(f"more than {MOST_FACTS} sets and steps at once", "log the rest in a second call")
        check(entry, piece, catalogue)
    return entries


def _one(catalogue: Catalogue, line: str) -> LogEntry:
    """A single line that is tried."""
    (entry,) = parse_log(line, names=Quiet(catalogue), typing=True)
    (piece,) = pieces(line)
    check(entry, piece, catalogue)
    return entry


def read_plan_line(catalogue: Catalogue, text: str) -> PlanLine:
    """A line of a plan. Exercises must be known; a run may have any name, as on the timer.

    Raises NotationError with the line that may have been meant as its hint.
    """
    try:
        return _read_plan_line(catalogue, text)
    except NotationError as error:
        fact = mended(text.strip(), lambda line: _fact(catalogue, line)) or _plain_fact(catalogue, text)
        if fact:
            raise NotationError(
                "this is a line of the log, not of a plan",
                column=1,
                hint=f'hybrid log "{fact}"',
                source=error.source,
                end=len(text) + 1,
            ) from error
        raise with_mend(
            error, text, lambda line: parse_plan_line(line, names=Quiet(catalogue), typing=True)
        ) from error


def _read_plan_line(catalogue: Catalogue, text: str) -> PlanLine:
    try:
        return parse_plan_line(text, names=catalogue, typing=True)
    except NotationError:
        found = parse_plan_line(text)
        if isinstance(found, TimedLine):
            return found
        raise


def _plain_fact(catalogue: Catalogue, text: str) -> str:
    try:
        return print_log(_fact(catalogue, text.strip()))
    except NotationError:
        return ""


def _fact(catalogue: Catalogue, line: str) -> LogEntry:
    """A line that tells a fact of a day; sets and steps are read as a plan. Raises NotationError."""
    entry = _one(catalogue, line)
    if isinstance(entry, LoggedSets | LoggedSteps):
        raise NotationError("this is what was done", column=1, source=line)
    return entry
