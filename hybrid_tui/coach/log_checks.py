"""What a line of the log must hold beside its grammar, told under the very words where it does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

from hybrid_tui.coach.recovery_amounts import LB_KG, LEAST_KG, MOST_GRAMS, MOST_KG
from hybrid_tui.coach.recovery_day import MUSCLE_GROUPS
from hybrid_tui.domain.bounds import HEAVIEST, LONGEST_S
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.entry import is_help
from hybrid_tui.domain.exercise import Exercise, RunType
from hybrid_tui.domain.flatten import line_sets, timed_steps
from hybrid_tui.domain.muscles import muscle_named, nearest_muscles
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.log_entries import (
    LogEntry,
    LoggedMaximum,
    LoggedProtein,
    LoggedSets,
    LoggedSoreness,
    LoggedSteps,
    LoggedWeight,
)
from hybrid_tui.domain.notation.log_printing import print_log
from hybrid_tui.domain.notation.printing import format_sets
from hybrid_tui.domain.notation.source import read_line, semicolons
from hybrid_tui.domain.programme.weights import kilograms

GROUPS = tuple(MUSCLE_GROUPS)
"""Groups of muscles under which soreness may be told, as Recovery shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Where one entry stands in what was typed."""

    text: str
    """The whole line."""
    line: int = 1
    start: int = 0
    end: int = 0

    def fail(self, message: str, hint: str, word: str = "", *, after: bool = False) -> NoReturn:
        """Raise the NotationError at `word`, else at the entry's first sign, or behind its last one."""
        at = self.start + len(self.text[self.start :]) - len(self.text[self.start :].lstrip())
        if after:
            at = self.start + len(self.text[self.start : self.end].split("//")[0].rstrip())
        elif word:
            found = self.text.casefold().find(word.casefold(), self.start)
            at = found if found >= 0 else at
        raise NotationError(
            message, line=self.line, column=at + 1, hint=hint, source=self.text, end=at + len(word) + 2
        )


def pieces(text: str) -> tuple[Piece, ...]:
    """The places of the entries that `parse_log` reads out of this text, in their order."""
    found: list[Piece] = []
    for number, said in enumerate(text.split("\n"), start=1):
        source = read_line(said.rstrip("\r"), number)
        for start, end in semicolons(source):
            piece = source.text[start:end].strip()
            if piece and not piece.startswith("//"):
                found.append(Piece(text=source.original, line=number, start=start, end=end))
    return tuple(found)


def printed(entry: LogEntry) -> Piece:
    """The place of an entry that was not typed: its own printed line."""
    text = print_log(entry)
    return Piece(text=text, end=len(text))


def count_of(entry: LogEntry) -> int:
    """How many sets or steps an entry holds."""
    if isinstance(entry, LoggedSets):
        return len(line_sets(entry.line))
    return len(timed_steps(entry.line)) if isinstance(entry, LoggedSteps) else 0


def check(entry: LogEntry, piece: Piece, catalogue: Catalogue) -> None:
    """Raise NotationError where the entry cannot be meant: no load, no such muscle, a weight nobody has."""
    if isinstance(entry, LoggedSets):
        _check_sets(entry, piece, catalogue)
    elif isinstance(entry, LoggedSteps):
        if any(each > LONGEST_S for each in entry.times):
            piece.fail("that is longer than a day", "45s, 10m or 1h05")
    elif isinstance(entry, LoggedSoreness) and muscle_named(entry.muscle, GROUPS) is None:
        *first, last = nearest_muscles(entry.muscle, GROUPS)
        hint = f"did you mean {', '.join(first)} or {last}?"
        piece.fail(f"{entry.muscle} is no muscle that is known here", hint, entry.muscle.split()[0])
    elif isinstance(entry, LoggedWeight):
        _check_weight(entry, piece)
    elif isinstance(entry, LoggedProtein) and not 0 < entry.grams <= MOST_GRAMS:
        piece.fail("that is no amount of protein", f"1g to {MOST_GRAMS:g}g at a time")
    elif isinstance(entry, LoggedMaximum):
        _check_maximum(entry, piece, catalogue)


def _check_sets(entry: LoggedSets, piece: Piece, catalogue: Catalogue) -> None:
    line = entry.line
    known = catalogue.get(line.exercise)
    if isinstance(known, RunType):
        piece.fail("a run needs a colon after its name", f"{line.name}: 20m", line.name.split()[-1])
    loads = [group.load for group in line.groups]
    if not isinstance(known, Exercise) or not known.is_loaded:
        return
    if None in loads:
        hint = f"{line.name} {format_sets(line)} 80kg, or bw for the body alone"
        piece.fail(f"{line.name} needs a load", hint, after=True)
    if any(is_help(load) for load in loads):
        piece.fail(f"{line.name} takes no help off the body's weight", "write the load on it, 80kg", "bw-")


def _check_weight(entry: LoggedWeight, piece: Piece) -> None:
    kg = weight_kg(entry)
    if not LEAST_KG <= kg <= MOST_KG:
        unit = LB_KG if entry.unit == "lb" else 1.0
        hint = f"{LEAST_KG / unit:.0f}{entry.unit} to {MOST_KG / unit:.0f}{entry.unit}"
        piece.fail("no body weighs that", hint)


def weight_kg(entry: LoggedWeight) -> float:
    """A typed body weight in kilograms."""
    return round(entry.value * LB_KG, 3) if entry.unit == "lb" else entry.value


def _check_maximum(entry: LoggedMaximum, piece: Piece, catalogue: Catalogue) -> None:
    if entry.exercise is None or not isinstance(catalogue.get(entry.exercise), Exercise):
        piece.fail("a training maximum belongs to a lift", "tm back squat 140kg", entry.name.split()[0])
    kg = kilograms(entry.load)
    if kg is None or kg <= 0:
        piece.fail("that is no training maximum", f"above nothing, at most {HEAVIEST}kg")
