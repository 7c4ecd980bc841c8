"""The rows in which what was changed about a programme is kept, and the plan they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from hybrid_tui.coach import following
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.programme.plan import PlannedSession, RunningPlan
from hybrid_tui.domain.programme.schedule import planned_sessions, week_starts
from hybrid_tui.store import reads_plan, reads_sessions, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import PlanChange
from hybrid_tui.store.writer import Writer

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
NO_PLAN = "There is no programme in hand. Nothing was changed."


def plan_in_hand(store: Store, library: Library) -> RunningPlan:
    """The programme that is followed. Raises NothingThere and StoreError."""
    found = following.running_plan(store, library)
    if found is None:
        raise NothingThere(NO_PLAN)
    return found


def planned_session(store: Store, plan: RunningPlan, plan_key: str) -> PlannedSession:
    """The session of that key, wherever it stands; one with a record cannot be planned any more.

    Raises NothingThere and StoreError.
    """
    parts = plan_key.split("/")
    gone = NothingThere("The plan does not hold that session any more. Nothing was changed.")
    if len(parts) < 3 or parts[-4:-3] != [plan.programme_id] or not parts[-3].isdigit():
        raise gone
    if plan_key in reads_sessions.taken_plan_keys(store, plan.programme_id):
        raise NothingThere("That session was begun already: History moves it. Nothing was changed.")
    moved = [move.day for move in plan.changes.moves if move.plan_key == plan_key]
    opens = week_starts(plan, int(parts[-3]))
    spans = [(day, day) for day in moved]
    if opens is not None:
        longest = sum(
            ((each.last - each.first + WEEK + DAY) for each in plan.changes.pauses if each.last is not None),
            timedelta(),
        )
        spans.append((opens, opens + WEEK + longest))
    for first, last in spans:
        for session in planned_sessions(plan, first, last):
            if session.plan_key == plan_key:
                return session
    raise gone


def changes_of(store: Store, plan: RunningPlan) -> Sequence[PlanChange]:
    """All that was changed about it, in the order of time."""
    return reads_plan.plan_changes(store, plan.programme_id)


def remove(writer: Writer, changes: Iterable[PlanChange]) -> None:
    """Take changes away."""
    for change in changes:
        writes.remove(writer, PlanChange, change.id)


def save(
    store: Store,
    writer: Writer,
    moment: Moment,
    plan: RunningPlan,
    kind: str,
    *,
    plan_key: str = "",
    to_day: date | None = None,
    detail: str = "",
    reason: str = "",
) -> None:
    """Write a change down."""
    change = PlanChange(
        id=store.new_id(),
        programme_id=plan.programme_id,
        kind=kind,
        at_us=moment.at_us,
        plan_key=plan_key,
        to_day=to_day,
        detail=detail,
        reason=reason,
    )
    writes.save(writer, change)
