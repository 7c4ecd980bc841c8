"""What a day of recovery is folded from: rest days of the plan, hard sessions, and the seven days up to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hybrid_tui.coach import mornings
from hybrid_tui.coach.recovery_day import PastDay
from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.nutrition import protein_target
from hybrid_tui.domain.programme.plan import PlannedSession, RunningPlan
from hybrid_tui.domain.record import CheckIn, Food
from hybrid_tui.domain.session_facts import SessionSummary
from hybrid_tui.domain.week import Diet, PlannedSummary, day_type

REST_AHEAD = 14
"""Days ahead in which the next rest day is looked for."""


def is_hard(session: SessionSummary | PlannedSummary) -> bool:
    """Whether it empties the stores: sprints, intervals, long or heavy work for the legs."""
    return session.hard_run or session.leg_class is LegClass.A


def is_rest(plan: RunningPlan | None, planned: Sequence[PlannedSession], day: date) -> bool | None:
    """Whether the plan keeps the day free; None without a plan, before it, and while it is paused."""
    if plan is None or day < plan.start:
        return None
    if any(pause.first <= day and (pause.last is None or day <= pause.last) for pause in plan.changes.pauses):
        return None
    return all(each.day != day for each in planned)


def next_rest(plan: RunningPlan | None, planned: Sequence[PlannedSession], day: date) -> date | None:
    """The first rest day after this one; None within a fortnight without any."""
    days = (day + timedelta(days=ahead) for ahead in range(1, REST_AHEAD + 1))
    return next((each for each in days if is_rest(plan, planned, each)), None)


def past_days(
    first: date,
    checks: Sequence[CheckIn],
    foods: Sequence[Food],
    diet: Diet,
    summaries: dict[date, list[SessionSummary]],
) -> tuple[PastDay, ...]:
    """The seven days from `first`, each with what it slept, ate and scored."""
    found: list[PastDay] = []
    for day in (first + timedelta(days=offset) for offset in range(7)):
        morning = mornings.of_checks(tuple(checks), day)
        eaten = [food.grams for food in foods if food.day == day]
        target = protein_target(diet.kg_on(day), diet.goal, day_type(summaries[day]), excluded=diet.excluded)
        found.append(
            PastDay(
                day=day,
                slept_minutes=morning.check.slept_minutes if morning.check else None,
                protein=sum(eaten) if eaten else None,
                target=target.grams,
                score=morning.score,
            )
        )
    return tuple(found)
