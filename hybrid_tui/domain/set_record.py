"""One set as it was done, and the words for where sets, blocks and sessions stand.

Apart from the rest of the record, because the first screen needs only this much of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SessionKind(StrEnum):
    """What a session is made of, for colour and for the week's rows."""

    RUN = "run"
    LIFT = "lift"
    JUMP = "jump"
    MIXED = "mixed"
    RECOVERY = "recovery"


class SessionStatus(StrEnum):
    """Where a session stands. `OPEN` is in hand; the others are as the week shows them."""

    PLANNED = "planned"
    OPEN = "open"
    PARTIAL = "partial"
    MINIMUM = "minimum"
    DONE = "done"
    SKIPPED = "skipped"
    EXCUSED = "excused"


class BlockStatus(StrEnum):
    """Where one block of a session stands."""

    OPEN = "open"
    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"


class SetRole(StrEnum):
    """What a set was for; only `WARM_UP` sets are left out of counts and volume."""

    WARM_UP = "warm-up"
    WORK = "work"
    BACK_OFF = "back-off"
    DROP = "drop"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRecord:
    """One set that was done."""

    id: str
    block_id: str
    position: int
    """Order inside its block, from 0."""
    role: SetRole = SetRole.WORK
    reps: int | None = None
    """Repetitions; a side where `right_reps` is given, then these are the left's."""
    right_reps: int | None = None
    load: str | None = None
    """The load as it was written: `82.5kg`, `180lb`, `bw`, `bw+10kg`, `bw-20kg`."""
    load_kg: float | None = None
    """The same in kilograms: bar weight, or what was added to (minus: taken off) the body's own weight."""
    seconds: float | None = None
    metres: float | None = None
    rpe: float | None = None
    """Effort 1-10; repetitions in reserve are stored as 10 - RIR."""
    at_us: int | None = None
    """UTC microseconds when it was ticked; None for one entered afterwards without a clock."""
    zone: str = "UTC"
    note: str = ""
