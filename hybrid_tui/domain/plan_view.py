"""A programme as it is looked at: its weeks by days, what became of each session, and what the rules say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from hybrid_tui.domain.interference.findings import Finding

WHOLE_WEEK: Final = frozenset(
    {"CT-07", "CT-08", "CT-12", "CT-21", "CT-22", "CT-23", "CT-24", "CT-25", "CT-29", "CT-34"}
)
"""Rules that speak of the week as a whole: their day is its first, and means nothing."""


class CellStatus(StrEnum):
    """What became of a planned session."""

    DONE = "done"
    PARTIAL = "part"
    """Begun, not all of it done; also one that is in hand."""
    PLANNED = "planned"
    MISSED = "missed"
    """Its day has passed without it."""
    SKIPPED = "skipped"
    """Let go by will, with a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One line of a planned session in short."""

    name: str
    asks: str
    """`4 × 6-8`, or a timed line in short."""
    effort: str = ""
    load: str = ""
    change: str = ""
    why: str = ""
    """One sentence: what changed since last time, and why."""
    superset: bool = False
    part: str = "work"
    """`work`, `warm-up` or `cool-down`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCell:
    """One session on its day."""

    plan_key: str
    day: date
    title: str
    status: CellStatus
    slot: str = ""
    run: str = ""
    lift: str = ""
    jump: str = ""
    minutes: float = 0.0
    load: float = 0.0
    """Planned, AU."""
    leg_load: float = 0.0
    """Planned, AU (practice, not proof)."""
    moved_from: date | None = None
    reason: str = ""
    """Why it was skipped."""
    session_id: str | None = None
    """Of the record, where it was begun."""
    lines: tuple[PlanLine, ...] = ()

    @property
    def movable(self) -> bool:
        """Whether it can still be put on another day."""
        return self.status in (CellStatus.PLANNED, CellStatus.MISSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSums:
    """What a week asks as planned; what was skipped is left out."""

    sprint_seconds: float = 0.0
    contacts: int = 0
    leg_sets: int = 0
    """Hard sets of squats, lunges, hinges and knee work."""
    load: float = 0.0
    """AU."""
    leg_load: float = 0.0
    rest_days: int = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWeek:
    """Seven days of the plan."""

    first: date
    number: int | None
    """Week of the programme, from 1; None while the plan is paused."""
    of_round: int | None
    """Week in the file, from 1."""
    deload: bool
    word: str
    """A word week's word, else empty."""
    cells: tuple[PlanCell, ...]
    """In the order of doing."""
    findings: tuple[Finding, ...]
    """The gravest first; empty for weeks that are over."""
    sums: WeekSums

    @property
    def days(self) -> tuple[date, ...]:
        """Its seven days."""
        return tuple(self.first + timedelta(days=offset) for offset in range(7))

    def on(self, day: date) -> tuple[PlanCell, ...]:
        """The sessions of a day."""
        return tuple(cell for cell in self.cells if cell.day == day)

    def findings_on(self, day: date) -> tuple[Finding, ...]:
        """What the rules say about a day."""
        return tuple(each for each in self.findings if day in (each.day, each.other_day))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """One round of the programme in hand."""

    programme_id: str
    title: str
    about: str
    today: date
    start: date
    round_weeks: int
    """Length of a round."""
    weeks: tuple[PlanWeek, ...]
    round: int = 1
    paused_since: date | None = None
    """First day without the plan, while a pause goes on."""
    words: tuple[str, ...] = ()
    """Word weeks that can be taken: `race`."""
    has_deload: bool = False
    earlier: bool = False
    """Whether a round came before this one."""
    later: bool = False
    unread: tuple[str, ...] = ()
    """Where the programme's own text cannot be read any more: what is wrong with it, with line and column."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules say about all weeks shown."""
        return tuple(finding for week in self.weeks for finding in week.findings)

    @property
    def moved(self) -> int:
        """How many sessions stand on another day than the text says."""
        return sum(cell.moved_from is not None for week in self.weeks for cell in week.cells)

    def week_of(self, day: date) -> int | None:
        """Which of the weeks shown holds a day."""
        for place, week in enumerate(self.weeks):
            if week.first <= day < week.first + timedelta(days=7):
                return place
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedWeek:
    """One week of a programme and what the rules say about it."""

    number: int
    """From 1, counted through."""
    of_round: int
    """Week in the file."""
    first: date
    findings: tuple[Finding, ...]
