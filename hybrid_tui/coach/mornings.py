"""The morning check read for the day: score, band, and what must be said first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.recovery import Band, Readiness, readiness
from hybrid_tui.domain.red_flags import ComingBack, FlagAction, RedFlag, after_fever, gravest, said
from hybrid_tui.domain.session_facts import TRAINED
from hybrid_tui.store import reads_days, reads_sessions
from hybrid_tui.store.database import Store

BASELINE = timedelta(days=28)
"""How far back the person's own usual is looked for (DOMAIN 7.2)."""
FEVER = "fever"
AFTER_FEVER = timedelta(days=10)
"""How long a fever is remembered; two easy days are trained by then (DOMAIN 7.4)."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """What one day's check says."""

    check: CheckIn | None = None
    readiness: Readiness | None = None
    flag: RedFlag | None = None
    """The gravest red flag that was ticked; it overrides the score."""
    back: ComingBack | None = None
    """What is allowed so soon after a fever; None without one, and once two easy days were trained."""

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
        found = self.readiness.band if self.readiness else None
        # Easy at first, nothing hard: what a swap leaves of a session, whatever the score says.
        return max(Band.SWAP, found or Band.GO) if self.back is not None else found

    @property
    def band(self) -> str:
        """The verdict in a word; empty where nothing is known."""
        return self.verdict.word if self.verdict is not None else ""

    @property
    def stop(self) -> str:
        """What a red flag or the days after a fever say, empty without either."""
        if self.flag is not None:
            return said((self.check.flags if self.check is not None else None) or (self.flag.id,))
        return f"After a fever: {self.back.line}" if self.back is not None else ""


def morning(store: Store, day: date) -> Morning:
    """The morning of a day. Raises StoreError."""
    checks = reads_days.checkins(store, day - BASELINE, day)
    return of_checks(checks, day, back=coming_back(store, checks, day))


def coming_back(store: Store, checks: tuple[CheckIn, ...], day: date) -> ComingBack | None:
    """What the last fever still asks for on a day; None without one, or when it is over. Raises StoreError."""
    ill = [
        check.day for check in checks if day - AFTER_FEVER <= check.day < day and FEVER in (check.flags or ())
    ]
    if not ill:
        return None
    last = max(ill)
    sessions = reads_sessions.sessions_without_blocks(store, last + DAY, day - DAY)
    trained = {each.day for each in sessions if each.status in TRAINED}
    found = after_fever((day - last).days, easy_days=len(trained))
    return found if found.half_length or len(trained) < 2 else None


def of_checks(checks: tuple[CheckIn, ...], day: date, *, back: ComingBack | None = None) -> Morning:
    """The morning of a day out of checks that reach back far enough."""
    own = next((check for check in checks if check.day == day), None)
    if own is None:
        return Morning()
    return Morning(
        check=own,
        readiness=readiness(own, [check for check in checks if check.day < day]),
        flag=gravest(own.flags or ()),
        back=back,
    )
