"""What happened: sessions, blocks, sets, intervals, morning checks and measures.

Every value is one fact as it was lived. Instants are UTC microseconds since the epoch with the IANA zone beside
them; `day` is the local training day and never moves when the zone does. What is unknown is None, never zero.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus, SetRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalRecord:
    """One step of a timed line as it was really run."""

    id: str
    block_id: str
    position: int
    label: str
    kind: str
    """`work`, `recover`, `warm-up` or `cool-down`."""
    ends: str
    """`time`, `distance`, `reps` or `key`, as it was asked."""
    seconds: float | None = None
    """How long it lasted, in seconds of the timer's clock."""
    planned_seconds: float | None = None
    metres: float | None = None
    effort: str | None = None
    place: str | None = None
    """Where and with what, as written: `hill 8%`, `stairs vest 5kg`."""
    grade: float | None = None
    """Percent."""
    sprint: bool = False
    """Counts into the sprint seconds of the week."""
    done: bool = True
    """False for a step that was skipped before its end."""
    at_us: int | None = None
    """UTC microseconds of its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRecord:
    """One line of a session: what it asked, and what was done of it."""

    id: str
    session_id: str
    position: int
    line: str
    """What was asked, in printed notation, with the numbers of that day; empty for a free entry."""
    name: str
    """The line's name as shown: exercise or run type."""
    exercise: str | None = None
    """Catalogue id of an exercise or a run type; None for a timed line without one."""
    timed: bool = False
    superset: bool = False
    """Joined with the block above (`&`)."""
    status: BlockStatus = BlockStatus.OPEN
    reason: str = ""
    """Why it was skipped or swapped, in a word."""
    note: str = ""
    rest_seconds: int | None = None
    part: str = "work"
    """`work`, `warm-up` or `cool-down`; only work is counted."""
    side: bool = False
    """Every set is done on each side."""
    minutes: float | None = None
    """How long it should take, rests included."""
    asked: str = "[]"
    """The target of each set as it was asked that day, as JSON; see `hybrid_tui.domain.asked`."""
    change: str = ""
    """What had changed since the time before, in a few signs."""
    why: str = ""
    last: str = ""
    """What was done the time before, in short."""
    sets: tuple[SetRecord, ...] = ()
    intervals: tuple[IntervalRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """One training bout on one local day."""

    id: str
    day: date
    name: str
    kind: SessionKind
    status: SessionStatus
    slot: str = ""
    """`am`, `pm`, or empty."""
    plan_key: str | None = None
    """Which planned session this fulfils (`PROGRAMME_ID/WEEK/DAY/SLOT`, week from 1); None for a free one."""
    began_us: int | None = None
    ended_us: int | None = None
    boot_us: int | None = None
    """The boot clock when it began; its length is measured by that where the machine was not restarted since."""
    boot_id: str = ""
    zone: str = "UTC"
    minutes: float | None = None
    """Length in minutes by the timer's clock, or as typed; None when unknown."""
    rpe: float | None = None
    """Session RPE, 0-10 (Foster)."""
    planned_load: float | None = None
    note: str = ""
    reason: str = ""
    blocks: tuple[BlockRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One morning's answers; scales 1 (best) to 7 (worst), leg soreness 0-10. Skipped answers are None."""

    day: date
    sleep: int | None = None
    fatigue: int | None = None
    stress: int | None = None
    soreness: int | None = None
    legs: int | None = None
    resting_hr: int | None = None
    """Beats per minute."""
    slept_minutes: int | None = None
    flags: tuple[str, ...] | None = None
    """Red flags that were ticked; an empty tuple says «none», None says not asked."""
    sore: dict[str, int] = field(default_factory=dict)
    """Soreness 0-10 by muscle."""
    at_us: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Food:
    """Protein eaten at one time."""

    id: str
    day: date
    grams: float
    words: str = ""
    at_us: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyWeight:
    """Body weight as typed, in kilograms and in the unit it was given in."""

    id: str
    day: date
    kg: float
    text: str
    at_us: int | None = None
