"""What is kept for the program's own sake: timers, plans, answers. Instants are UTC microseconds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerRun:
    """One run of the timer, from its start key to its end."""

    id: str
    line: str
    """The timed line in printed notation, with the numbers of that day."""
    at_us: int
    """Wall time of the start."""
    boot_us: int
    """Boot clock at the start; comparable only within `boot_id`."""
    boot_id: str
    zone: str
    day: date
    session_id: str | None = None
    block_id: str | None = None
    ended_us: int | None = None
    """Wall time of its end; None while it runs."""
    outcome: str = ""
    """How it ended, in a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerFact:
    """One thing that happened to a run: a pause, a lap, a skip, a boundary."""

    id: str
    run_id: str
    seq: int
    """Order within the run, from 0."""
    kind: str
    boot_us: int
    at_us: int
    boot_id: str
    value: float | None = None
    """What the kind counts: seconds added, the step jumped to, metres."""
    position: float | None = None
    """Seconds of the timeline at that moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heartbeat:
    """Where a run stood when it was last written; replaced every few seconds."""

    run_id: str
    boot_us: int
    at_us: int
    boot_id: str
    position: float
    """Seconds of the timeline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningTimer:
    """A run that has not ended, with all that is known of where it stands."""

    run: TimerRun
    facts: tuple[TimerFact, ...]
    heartbeat: Heartbeat | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """The rest that runs, or ran last."""

    boot_us: int
    """Boot clock at its start."""
    at_us: int
    boot_id: str
    seconds: float
    """Its length, with what was added or taken off."""
    block_id: str | None = None
    words: str = ""
    """What comes after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRow:
    """A programme that was begun."""

    id: str
    name: str
    text: str
    """The programme in notation, as it stands now."""
    start_day: date
    status: str
    """`active`, `paused` or `ended`."""
    created_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """One departure from a programme's text."""

    id: str
    programme_id: str
    kind: str
    """`moved`, `skipped`, `excused`, `swapped`, …"""
    at_us: int
    plan_key: str = ""
    """The planned session it is about; empty for the whole programme."""
    to_day: date | None = None
    detail: str = ""
    """What it became, where a day does not say it."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingMax:
    """The weight that percentages of an exercise refer to, from a day on."""

    id: str
    exercise: str
    kg: float
    text: str
    """As it was typed, in its own unit."""
    day: date
    at_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the program offered, and what the person chose."""

    id: str
    day: date
    kind: str
    offered: str
    taken: str
    at_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One item of a day's recovery list, ticked."""

    day: date
    item: str
    at_us: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnExercise:
    """An exercise the user added, as catalogue text."""

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTimer:
    """A timed line the user saved under a name."""

    id: str
    name: str
    line: str
    used_us: int | None = None
    """When it last ran."""
