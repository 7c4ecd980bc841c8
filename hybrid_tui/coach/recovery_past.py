"""What Recovery looks back on: twelve weeks kept or not, answers to offers, the weight's trend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hybrid_tui.coach import following, offers
from hybrid_tui.coach.library import Library
from hybrid_tui.domain import choices
from hybrid_tui.domain.calendar import monday_of
from hybrid_tui.domain.consistency import WEEKS, Consistency, WeekDone, last_weeks
from hybrid_tui.domain.kept_plan import Chosen, Comparison, compared
from hybrid_tui.domain.programme.plan import Pause, PlannedSession, RunningPlan
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.session_facts import TRAINED
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.weight_trend import WeightTrend, weight_trend
from hybrid_tui.store import reads_days, reads_plan, reads_sessions
from hybrid_tui.store.database import Store

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
SINCE = timedelta(days=182)
"""How far back answers to offers are compared."""
WEIGHTS = timedelta(days=120)
"""How far back weighings count into the trend; older ones would add nothing that shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastWeeks:
    """What the last months say beside one day."""

    consistency: Consistency
    compared: Comparison | None = None
    """How it went where the morning asked for less."""
    trend: WeightTrend | None = None
    """The body weight's trend."""


def past(store: Store, library: Library, day: date, *, first_day: int = 0) -> PastWeeks:
    """The past as it stands on a day; weeks begin on `first_day`, 0 for Monday. Raises StoreError."""
    sessions = reads_sessions.sessions_without_blocks(store, day - SINCE, day + WEEK)
    return PastWeeks(
        consistency=_consistency(store, library, sessions, day, monday_of(day, first_day=first_day)),
        compared=_compared(store, [each for each in sessions if each.day <= day], day),
        trend=weight_trend(reads_days.weights(store, day - WEIGHTS, day), day),
    )


def _consistency(
    store: Store, library: Library, sessions: Sequence[SessionRecord], day: date, monday: date
) -> Consistency:
    opens = monday - (WEEKS - 1) * WEEK
    trained = {each.plan_key for each in sessions if each.status in TRAINED}
    least = {each.plan_key for each in sessions if each.status is SessionStatus.MINIMUM}
    plans = _plans(store, library, monday + WEEK)
    excuses: dict[str, str] = {}
    asked: list[PlannedSession] = []
    for plan, before in plans:
        if before <= opens:
            continue
        changes = reads_plan.plan_changes(store, plan.programme_id)
        excuses |= {each.plan_key: each.reason for each in changes if each.kind == "excused"}
        asked += planned_sessions(plan, max(opens, plan.start), min(before - DAY, monday + WEEK - DAY))
    found = []
    for number in range(WEEKS):
        first = opens + number * WEEK
        inside = [each for each in asked if first <= each.day < first + WEEK]
        counted = [each for each in inside if each.plan_key not in excuses]
        pauses = [each for plan, before in plans if first < before for each in _pauses(plan, first)]
        said = [excuses[each.plan_key] for each in inside if each.plan_key in excuses]
        reasons = dict.fromkeys([*said, *(each.reason for each in pauses)])
        found.append(
            WeekDone(
                first=first,
                asked=len(counted),
                done=sum(each.plan_key in trained for each in counted),
                least=sum(each.plan_key in least for each in counted),
                excused=len(inside) - len(counted),
                paused=bool(pauses),
                reason=", ".join(each for each in reasons if each) or ("paused" if pauses else ""),
                current=first == monday,
            )
        )
    return last_weeks(found)


def _plans(store: Store, library: Library, last: date) -> list[tuple[RunningPlan, date]]:
    """Every programme that was followed, each with the day on which the next one took over."""
    rows = sorted(reads_plan.programmes(store), key=lambda row: (row.start_day, row.created_us))
    found: list[tuple[RunningPlan, date]] = []
    for place, row in enumerate(rows):
        ends = rows[place + 1].start_day if place + 1 < len(rows) else last
        if ends <= last - (WEEKS + 1) * WEEK or (place + 1 == len(rows) and row.status == "ended"):
            continue
        plan = following.plan_of(row, reads_plan.plan_changes(store, row.id), library)
        if plan is not None:
            found.append((plan, ends))
    return found


def _pauses(plan: RunningPlan, first: date) -> list[Pause]:
    """The pauses that reach into the week from `first`."""
    return [
        pause
        for pause in plan.changes.pauses
        if pause.first < first + WEEK and (pause.last is None or pause.last >= first)
    ]


def _compared(store: Store, sessions: Sequence[SessionRecord], day: date) -> Comparison | None:
    decisions = [each for each in reads_days.decisions(store, day - SINCE, day) if each.kind == offers.KIND]
    if not decisions:
        return None
    rated = {each.plan_key: each.rpe for each in sessions if each.plan_key and each.rpe is not None}
    answered: dict[str, Chosen] = {}
    offered: set[str] = set()
    for each in decisions:
        words = each.offered.rsplit(" ", 2)
        offered.add(words[0])
        if each.taken not in (offers.LIGHTER, offers.AS_PLANNED):
            continue  # done another day, on another morning
        if len(words) == 3 and words[2].isdigit() and int(words[2]) < choices.BAND_7_2_GO:
            score, lighter = int(words[2]), each.taken == offers.LIGHTER
            answered[words[0]] = Chosen(score=score, lighter=lighter, rpe=rated.get(words[0]))
    others = [rpe for key, rpe in rated.items() if key not in offered]
    return compared(list(answered.values()), others)
