"""The morning check read for the day: score, band, and what must be said first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.recovery import Band, Readiness, readiness
from hybrid_tui.domain.red_flags import FlagAction, RedFlag, gravest
from hybrid_tui.store import reads_days
from hybrid_tui.store.database import Store

BASELINE = timedelta(days=28)
"""How far back the person's own usual is looked for (DOMAIN 7.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """What one day's check says."""

    check: CheckIn | None = None
    readiness: Readiness | None = None
    flag: RedFlag | None = None
    """The gravest red flag that was ticked; it overrides the score."""

    @property
    def score(self) -> int | None:
        """0-100; None without a whole check."""
        return self.readiness.score if self.readiness else None

    @property
    def verdict(self) -> Band | None:
        """What the day is for, red flags first; None where nothing is known."""
        if self.flag is not None and self.flag.stops:
            return Band.REST
        if self.flag is not None and self.flag.action in (FlagAction.EASY, FlagAction.HALVE):
            return max(Band.REDUCE, self.readiness.band if self.readiness else Band.REDUCE)
        return self.readiness.band if self.readiness else None

    @property
    def band(self) -> str:
        """The verdict in a word; empty where nothing is known."""
        return self.verdict.word if self.verdict is not None else ""

    @property
    def stop(self) -> str:
        """What a red flag says, empty without one."""
        return self.flag.line if self.flag else ""


def morning(store: Store, day: date) -> Morning:
    """The morning of a day. Raises StoreError."""
    checks = reads_days.checkins(store, day - BASELINE, day)
    return of_checks(checks, day)


def of_checks(checks: tuple[CheckIn, ...], day: date) -> Morning:
    """The morning of a day out of checks that reach back far enough."""
    own = next((check for check in checks if check.day == day), None)
    if own is None:
        return Morning()
    return Morning(
        check=own,
        readiness=readiness(own, [check for check in checks if check.day < day]),
        flag=gravest(own.flags or ()),
    )
