"""The sign of what became of a session: one for each, in every view that looks back."""

from __future__ import annotations

from typing import Final

from hybrid_tui.domain.set_record import SessionStatus

NONE: Final = "·"
UNKNOWN: Final = "–"
DONE: Final = "✓"
PART: Final = "◐"
REST: Final = "○"

MARKS: Final = {
    SessionStatus.PLANNED: "□",
    SessionStatus.DONE: DONE,
    SessionStatus.PARTIAL: PART,
    SessionStatus.OPEN: PART,
    SessionStatus.MINIMUM: "↓",
    SessionStatus.SKIPPED: UNKNOWN,
    SessionStatus.EXCUSED: "~",
}

LEGEND: Final = (
    (MARKS[SessionStatus.PLANNED], "planned"),
    (DONE, "done"),
    (PART, "in part"),
    (MARKS[SessionStatus.MINIMUM], "the minimum"),
    (UNKNOWN, "skipped, missed"),
    (MARKS[SessionStatus.EXCUSED], "excused"),
    (REST, "rest"),
)
"""Each sign and what it says."""


def mark_of(status: SessionStatus, *, missed: bool = False) -> str:
    """The sign of what became of a session; a planned one whose day is over was missed."""
    return UNKNOWN if missed else MARKS[status]


def legend(rows: int = 1) -> str:
    """All signs: `□ planned   ✓ done   …`, in so many lines."""
    said = [f"{sign} {word}" for sign, word in LEGEND]
    each = -(-len(said) // rows)
    return "\n".join("   ".join(said[first : first + each]) for first in range(0, len(said), each))
