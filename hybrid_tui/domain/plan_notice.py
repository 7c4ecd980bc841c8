"""What the plan has to say on Today: sessions that were missed, and the gravest finding that concerns the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hybrid_tui.domain.interference.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A session whose day passed without it."""

    plan_key: str
    title: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNotice:
    """What is offered, and what the rules say of today."""

    missed: tuple[Missed, ...] = ()
    """The oldest first."""
    today: str = ""
    """Titles of what today still asks for; empty on a free day."""
    free: date | None = None
    """The next day, after today, that asks for nothing."""
    finding: Finding | None = None
    """The gravest that concerns today; hints are left to the Plan."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not self.missed and self.finding is None
