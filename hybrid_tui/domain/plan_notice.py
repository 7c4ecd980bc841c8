"""What the plan has to say on Today: sessions that were missed, and the gravest finding that concerns the day.

Today's first paint goes through here, so that the words alone are kept.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Missed(NamedTuple):
    """A session whose day passed without it."""

    plan_key: str
    title: str
    day: date


class PlanNotice(NamedTuple):
    """What is offered, and what the rules say of today."""

    missed: tuple[Missed, ...] = ()
    """The oldest first."""
    today: str = ""
    """Titles of what today still asks for; empty on a free day."""
    free: date | None = None
    """The next day, after today, that asks for nothing."""
    finding: str = ""
    """The gravest sentence of the rules that concerns today; hints are left to the Plan."""
    mend: str = ""
    """Its cheapest mend."""
    blocks: bool = False
    """Whether it is one that is never planned."""

    deload: str = ""
    """Why a deload week is suggested, and from when; empty where none is."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not self.missed and not self.finding and not self.deload
