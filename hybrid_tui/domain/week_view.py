"""A week as it is looked at: the fold, the week before, what the rules say, and how long the row of kept
weeks is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Final

from hybrid_tui.domain.interference.findings import Finding
from hybrid_tui.domain.session_facts import SessionSummary
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.week import DaySummary, Week
from hybrid_tui.domain.week_against import WeekFigures, figures_of

KEPT_SHARE: Final = 2 / 3
"""The share of a week's planned sessions that keeps it (7.5 names a minimum and no number; this is our choice)."""
KEPT_MOST: Final = 52
"""Kept weeks are counted up to a year; it then says so many or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """Seven days with everything that is shown beside them."""

    week: Week
    today: date
    before: Week
    """The seven days before these."""
    findings: tuple[Finding, ...] = ()
    """The gravest first."""
    kept: int | None = None
    """Weeks in a row, up to this one, that met the plan's minimum; None without a plan. `KEPT_MOST` says that many or
    more."""
    rest_days: frozenset[date] = frozenset()
    """Days that the plan keeps free."""
    rolling: bool = False
    """Seven days that are no calendar week."""
    usual: WeekFigures | None = None
    """The mean of the weeks before, where that is what the week is held against."""

    @property
    def first(self) -> date:
        """The first of the seven days."""
        return self.week.days[0].date

    @property
    def last(self) -> date:
        """The last of the seven days."""
        return self.week.days[-1].date

    @property
    def against(self) -> WeekFigures:
        """What the week is held against: the mean of the weeks before where that was asked for, else the last."""
        return self.usual or figures_of(self.before)

    @property
    def is_over(self) -> bool:
        """Whether nothing can be added to it by training on: its days are past, or it ends today by intent."""
        return self.last < self.today or self.rolling

    @property
    def is_empty(self) -> bool:
        """Whether no session is planned or recorded."""
        return not any(day.sessions for day in self.week.days)

    @property
    def holds_today(self) -> bool:
        """Whether today is among its days."""
        return self.first <= self.today <= self.last

    def is_missed(self, day: DaySummary, session: SessionSummary) -> bool:
        """Whether a planned session was not done on its day."""
        return session.status is SessionStatus.PLANNED and day.date < self.today

    @property
    def to_come(self) -> float:
        """Planned load of the sessions that can still be done, AU."""
        return sum(planned_load(self, day) or 0.0 for day in self.week.days)


def tally(week: Week) -> dict[str, int]:
    """How many sessions were planned, done (whole or at the minimum) and done in part.

    Where the plan asks for some, these are the plan's, and what was done beside it is `free`.
    """
    totals = week.totals
    if not totals.planned:
        return {"planned": 0, "done": totals.done, "part": totals.partial}
    beside = [each for day in week.days for each in day.sessions if each.plan_key is None and each.trained]
    part = sum(each.status in (SessionStatus.PARTIAL, SessionStatus.OPEN) for each in beside)
    found = {
        "planned": totals.planned,
        "done": totals.done - (len(beside) - part),
        "part": totals.partial - part,
    }
    return {**found, "free": len(beside)} if beside else found


def planned_load(view: WeekView, day: DaySummary) -> float | None:
    """Load in AU of what is still planned on a day; None where nothing is."""
    if day.date < view.today:
        return None
    loads = [s.planned_load for s in day.sessions if s.status is SessionStatus.PLANNED]
    known = [load for load in loads if load is not None]
    return sum(known) if known else None


def planned_leg_load(view: WeekView, day: DaySummary) -> float | None:
    """As `planned_load`, for the legs."""
    if day.date < view.today:
        return None
    loads = [s.planned_leg_load for s in day.sessions if s.status is SessionStatus.PLANNED]
    known = [load for load in loads if load is not None]
    return sum(known) if known else None


def week_met(planned: int, done: int) -> bool | None:
    """Whether a week met the plan's minimum (7.5); None where nothing was planned.

    `done` holds sessions done in part too: coming is what counts.
    """
    return None if planned == 0 else done >= ceil(KEPT_SHARE * planned)


def with_skips(week: Week, let_go: Mapping[str, SessionStatus]) -> Week:
    """The week with the sessions that a change of the plan let go marked as skipped or excused, by plan key."""
    if not let_go:
        return week

    def marked(session: SessionSummary) -> SessionSummary:
        status = let_go.get(session.plan_key or "")
        if status is None or session.status is not SessionStatus.PLANNED:
            return session
        return replace(
            session,
            status=status,
            run=session.run and replace(session.run, status=status),
            lift=session.lift and replace(session.lift, status=status),
            jump=session.jump and replace(session.jump, status=status),
        )

    days = tuple(replace(day, sessions=tuple(marked(each) for each in day.sessions)) for day in week.days)
    return replace(week, days=days)
