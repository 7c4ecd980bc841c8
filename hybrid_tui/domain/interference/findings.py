"""What a rule says about a week, and what it is told beyond the days themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum

from hybrid_tui.domain.calendar import day_name
from hybrid_tui.domain.recovery import Band
from hybrid_tui.domain.training import TrainingDay


class Severity(IntEnum):
    """How much a finding weighs."""

    HINT = 0
    """A quiet line."""
    WARN = 1
    """Shown; one key accepts it."""
    BLOCK = 2
    """Never planned; asks for a typed word when a person does it all the same."""

    @property
    def word(self) -> str:
        """`hint`, `warn` or `block`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule that a week does not keep."""

    id: str
    """`CT-02`."""
    severity: Severity
    day: date
    """Where it shows: for two days the later one."""
    other_day: date | None = None
    sentence: str
    """What is the case, with the names of this week."""
    mend: str = ""
    """The cheapest way out, in words."""
    move_to: date | None = None
    """Where `day`'s training could go so that the finding is gone and no new one comes."""
    moved: tuple[date, date] | None = None
    """The day whose training goes and the day that takes it, where that is the mend."""

    @property
    def key(self) -> tuple[str, date, date | None]:
        """What makes two findings the same: the rule and its days."""
        return self.id, self.day, self.other_day


@dataclass(frozen=True, slots=True, kw_only=True)
class LastSprints:
    """The last session of one kind of sprint."""

    repeats: int
    seconds: float
    """Sprint seconds of all repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastWeek:
    """One week before, for ramps and deloads."""

    load: float | None
    """AU."""
    sets: float
    """Hard sets."""
    deload: bool = False
    strain: float | None = None
    planned_days: int | None = None
    trained_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the rules must know beside the days. What is None or empty is unknown: its rule keeps silent."""

    level: str = "intermediate"
    """`new`, `beginner`, `intermediate` or `advanced`; another word counts as intermediate."""
    goal: str = "hybrid"
    """`endurance`, `hybrid`, `muscle` or `lean`."""
    first_year: bool = False
    """Lifting for less than a year."""
    deload: bool = False
    """Whether this week is a deload."""
    longest_run: float | None = None
    """Minutes of the longest run of the 30 days before."""
    last_sprints: Mapping[str, LastSprints] = field(default_factory=dict)
    """By catalogue id."""
    past: tuple[PastWeek, ...] = ()
    """Weeks before this one, the oldest first."""
    jump_weeks: tuple[int, int] | None = None
    """Weeks of level-1 and of level-2 jumps behind one."""
    squat_ratio: float | None = None
    """Estimated squat maximum over body mass."""
    running_weeks: int | None = None
    """Weeks with two runs or more behind one."""
    hill_sessions: int | None = None
    """Hill-sprint sessions behind one."""
    leg_pain: bool = False
    """Pain in hamstring, calf or Achilles tendon today."""
    race: date | None = None
    days_off: int = 0
    """Days without training right before this week."""
    body_kg: float | None = None
    largest_descent: float | None = None
    """Metres down in the hilliest run of the 30 days before."""
    today: date | None = None
    band: Band | None = None
    """Of today's check-in."""
    flags: tuple[str, ...] = ()
    """Red flags of today's check-in."""
    usual_load: float | None = None
    """Load of a usual week before the break, AU."""

    @property
    def tier(self) -> str:
        """The level as the caps name it: `beginner`, `intermediate` or `advanced`."""
        if self.level in {"new", "beginner"}:
            return "beginner"
        return "advanced" if self.level == "advanced" else "intermediate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days without gaps, and which seven of them are asked about."""

    days: tuple[TrainingDay, ...]
    """In order; a week of days before and after the seven lets rules look over the edge."""
    monday: date
    """First of the seven."""
    setting: Setting

    @property
    def week(self) -> tuple[TrainingDay, ...]:
        """The seven days asked about, as far as they are given."""
        return tuple(day for day in self.days if self.monday <= day.date < self.monday + timedelta(days=7))

    def asks(self, day: date) -> bool:
        """Whether a finding on this day is wanted."""
        return self.monday <= day < self.monday + timedelta(days=7)

    def pairs(self, apart: int = 1) -> tuple[tuple[TrainingDay, TrainingDay], ...]:
        """All two days that are `apart` days apart, of which one at least is asked about."""
        by_date = {day.date: day for day in self.days}
        found = [
            (day, by_date[day.date + timedelta(days=apart)])
            for day in self.days
            if day.date + timedelta(days=apart) in by_date
        ]
        return tuple((a, b) for a, b in found if self.asks(a.date) or self.asks(b.date))


def follows(first: TrainingDay, then: TrainingDay) -> str:
    """`Thu back squat is the day after Wed hill sprint`."""
    return f"{day_name(then.date)} {then.words()} is the day after {day_name(first.date)} {first.words()}"


def named(day: TrainingDay) -> str:
    """`Thu back squat`."""
    return f"{day_name(day.date)} {day.words()}"
