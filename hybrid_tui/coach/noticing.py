"""What the plan has to say on Today, asked after the sheet is shown."""

from __future__ import annotations

from datetime import timedelta

from hybrid_tui.coach import deloading, following, moving, planning, week_rules
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.calendar import monday_of
from hybrid_tui.domain.interference.findings import Finding, Severity
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.plan_notice import Missed, PlanNotice
from hybrid_tui.domain.plan_view import WHOLE_WEEK
from hybrid_tui.domain.programme.plan import RunningPlan
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.store import reads_plan, reads_sessions
from hybrid_tui.store.database import Store

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def notice(store: Store, library: Library, moment: Moment) -> PlanNotice:
    """What was missed, the gravest finding that concerns today, a deload if it is due. Raises StoreError."""
    with store.snapshot():
        plan = following.running_plan(store, library)
        if plan is None or any(each.last is None for each in plan.changes.pauses):
            return PlanNotice()
        taken = reads_sessions.taken_plan_keys(store, plan.programme_id)
        waiting = moving.waiting(plan, moment.day, moment.day, taken)
        missed = planning.missed(store, library, moment)
        found = _finding(store, library, moment, plan, taken) if waiting else None
        deload = deloading.hint(store, library, moment)
        return PlanNotice(
            missed=tuple(
                Missed(plan_key=each.plan_key, title=each.title or "Session", day=each.day) for each in missed
            ),
            today=" and ".join(each.title or "Session" for each in waiting),
            free=moving.next_free(plan, moment.day + DAY, taken) if missed else None,
            finding=found.sentence if found is not None else "",
            mend=found.mend if found is not None else "",
            blocks=found is not None and found.severity is Severity.BLOCK,
            deload=deload.words if deload is not None else "",
        )


def _finding(
    store: Store, library: Library, moment: Moment, plan: RunningPlan, taken: frozenset[str]
) -> Finding | None:
    """The gravest finding beyond a hint that names today; None without."""
    first = monday_of(moment.day, first_day=plan.anchor.weekday())
    last = first + 2 * WEEK
    waiting = [
        each
        for each in planned_sessions(plan, moment.day, last)
        if not each.skipped and each.plan_key not in taken
    ]
    found = week_rules.findings(
        first,
        reads_sessions.sessions_between(store, first - week_rules.LOOK_BACK - WEEK, last),
        plan,
        week_rules.places_between(plan, first - week_rules.LOOK_BACK, last),
        waiting,
        reads_plan.settings(store),
        library.catalogue,
    )
    named = [
        each
        for each in found
        if each.severity >= Severity.WARN
        and moment.day in (each.day, each.other_day)
        and each.id not in WHOLE_WEEK
    ]
    return named[0] if named else None
