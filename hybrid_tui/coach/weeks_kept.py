"""The row of weeks that met the plan's minimum (DOMAIN 7.5): weeks, not days, so that rest never breaks it."""

from __future__ import annotations

from datetime import date, timedelta

from hybrid_tui.domain.checklist import weeks_kept
from hybrid_tui.domain.programme.plan import RunningPlan
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.domain.week_view import KEPT_MOST, week_met
from hybrid_tui.store import reads_plan
from hybrid_tui.store.database import Store

WEEK = timedelta(days=7)
STEP = 13
"""Weeks that are looked back on at a time; a row seldom is longer."""


def streak(
    store: Store,
    plan: RunningPlan,
    first: date,
    today: date,
    known: dict[date, bool | None],
) -> int | None:
    """Kept weeks in a row up to the week that begins with `first`, or up to today's where that is to come.

    Looked up over `KEPT_MOST` weeks at most, so that a long log costs no more than a short one. None where the
    plan asks for nothing up to then. `known` says of weeks, by their first day, whether they met the minimum;
    what has to be looked up is noted there.
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
        found = _met(store, plan, since, until, known)
        lost = False in (found if met else found[:-1])
        met = [*found, *met]
        until = since - WEEK
    if not any(each is not None for each in met):
        return None
    in_hand = first + WEEK > today
    kept = weeks_kept(met[:-1], current=met[-1]) if in_hand else weeks_kept(met)
    return min(kept, KEPT_MOST)


def _met(
    store: Store, plan: RunningPlan, first: date, last: date, known: dict[date, bool | None]
) -> list[bool | None]:
    """For each week from `first` to the one that begins with `last` whether it met the minimum."""
    weeks = [first + number * WEEK for number in range((last - first).days // 7 + 1)]
    missing = [each for each in weeks if each not in known]
    if missing:
        known |= _looked_up(store, plan, missing[0], missing[-1])
    return [known[each] for each in weeks]


def _looked_up(store: Store, plan: RunningPlan, first: date, last: date) -> dict[date, bool | None]:
    ends = last + WEEK - timedelta(days=1)
    trained = reads_plan.trained_plan_keys(store, first - WEEK, ends + WEEK)
    came: dict[date, list[bool]] = {
        first + number * WEEK: [] for number in range((last - first).days // 7 + 1)
    }
    for planned in planned_sessions(plan, first, ends):
        # Illness and travel excuse a session; one that was let go for another reason still counts as asked.
        if not planned.excused:
            opens = first + (planned.day - first).days // 7 * WEEK
            came[opens].append(planned.plan_key in trained)
    return {opens: week_met(len(each), sum(each)) for opens, each in came.items()}
