"""A programme that is being followed: the plan, what a person changed in it, and its sessions as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hybrid_tui.domain.workout import Circuit, Ramp, SetsLine, StepKind, TimedLine
from hybrid_tui.domain.written_programme import Programme

PlannedLine = SetsLine | TimedLine | Circuit | Ramp
"""A line that asks for something; block calls are put in place and remarks left out."""


class WeekChangeKind(StrEnum):
    """What a person can do to a week as a whole."""

    REPEAT = "repeat"
    """Do the week before once more; the following weeks wait."""
    DELOAD = "deload"
    """Take the deload now; the next round follows."""
    WORD = "word"
    """Put the sessions of a word week (`race`) in place of the usual ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekChange:
    """A change to one week of the programme."""

    number: int
    """Week of the programme, from 1."""
    kind: WeekChangeKind
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Days without the plan: illness, travel."""

    first: date
    last: date | None = None
    """None while it is still going on."""
    reason: str = ""
    """`illness`, `travel`, or what else was said; empty where nobody said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One session on another day."""

    plan_key: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChanges:
    """Everything a person changed in a running plan."""

    moves: tuple[Move, ...] = ()
    skips: frozenset[str] = frozenset()
    """Plan keys, those excused included."""
    excused: frozenset[str] = frozenset()
    """Plan keys of those let go for what is no fault: illness, travel."""
    pauses: tuple[Pause, ...] = ()
    weeks: tuple[WeekChange, ...] = ()


UNCHANGED = PlanChanges()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningPlan:
    """A programme that a person follows."""

    programme_id: str
    programme: Programme
    anchor: date
    """The date of day 1 of week 1."""
    start: date
    """Sessions before this day are not planned."""
    changes: PlanChanges = UNCHANGED


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlace:
    """Where one week of the programme stands in its rounds."""

    number: int
    """Week of the programme, from 1."""
    week: int
    """Week in the file, from 1: whose sessions and whose place in a week list."""
    round: int
    """Which time through, from 1."""
    deload: float = 0.0
    """Percent that is taken off; 0 in a loading week."""
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBlock:
    """One line of a planned session, with its week lists still in it."""

    position: int
    line: PlannedLine
    part: StepKind = StepKind.WORK
    """WARM_UP and COOL_DOWN lines are not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """One session that the plan asks for."""

    plan_key: str
    """`PROGRAMME_ID/WEEK/DAY/SLOT`, week of the programme and day from 1."""
    day: date
    place: WeekPlace
    day_number: int
    """From 1; 1 is Monday where days are named and the plan is not shifted."""
    slot: str
    title: str
    blocks: tuple[PlannedBlock, ...]
    skipped: bool = False
    excused: bool = False
    """Skipped for what is no fault."""
    moved_from: date | None = None

    @property
    def deload(self) -> bool:
        """Whether it belongs to a deload week."""
        return self.place.deload > 0
