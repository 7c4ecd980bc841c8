"""The row of weeks that met the plan's minimum (DOMAIN 7.5): weeks, not days, so that rest never breaks it."""

from __future__ import annotations

from datetime import date, timedelta

from hybrid_tui.domain.checklist import weeks_kept
from hybrid_tui.domain.programme.plan import RunningPlan
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.domain.session_facts import TRAINED
from hybrid_tui.domain.week_view import KEPT_MOST, week_met
from hybrid_tui.store import reads_plan, reads_sessions
from hybrid_tui.store.database import Store

WEEK = timedelta(days=7)
STEP = 13
"""Weeks that are looked back on at a time; a row seldom is longer."""


def streak(store: Store, plan: RunningPlan, first: date, today: date) -> int | None:
    """Kept weeks in a row up to the week that begins with `first`, or up to today's where that is to come.

    Looked up over `KEPT_MOST` weeks at most, so that a long log costs no more than a short one. None where the
    plan asks for nothing up to then.
    """
    while first > today:
        first -= WEEK
    begins = plan.start - timedelta(days=(plan.start - first).days % 7)
    oldest = max(begins, first - KEPT_MOST * WEEK)
    met: list[bool | None] = []
    until = first
    # The week in hand is not lost before it is over.
    lost = False
    while until >= oldest and not lost:
        since = max(oldest, until - (STEP - 1) * WEEK)
        found = _met(store, plan, since, until)
        lost = False in (found if met else found[:-1])
        met = [*found, *met]
        until = since - WEEK
    if not any(each is not None for each in met):
        return None
    in_hand = first + WEEK > today
    kept = weeks_kept(met[:-1], current=met[-1]) if in_hand else weeks_kept(met)
    return min(kept, KEPT_MOST)


def _met(store: Store, plan: RunningPlan, first: date, last: date) -> list[bool | None]:
    """For each week from `first` to the one that begins with `last` whether it met the minimum."""
    ends = last + timedelta(days=6)
    trained = {
        each.plan_key
        for each in reads_sessions.sessions_without_blocks(store, first - WEEK, ends + WEEK)
        if each.status in TRAINED
    }
    # Illness and travel excuse a session; one that was let go for another reason still counts as asked.
    excused = {
        each.plan_key for each in reads_plan.plan_changes(store, plan.programme_id) if each.kind == "excused"
    }
    count = (last - first).days // 7 + 1
    came: list[list[bool]] = [[] for _ in range(count)]
    for planned in planned_sessions(plan, first, ends):
        if planned.plan_key not in excused:
            came[(planned.day - first).days // 7].append(planned.plan_key in trained)
    return [week_met(len(each), sum(each)) for each in came]
