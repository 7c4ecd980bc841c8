"""Which weeks of a programme are shown together: a round, with the weeks of a pause between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from hybrid_tui.domain.programme.plan import RunningPlan, WeekPlace
from hybrid_tui.domain.programme.schedule import week_places, week_starts

WEEK = timedelta(days=7)
MOST_WEEKS = 16
"""A round that is longer is shown in parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One week that is shown."""

    first: date
    place: WeekPlace | None
    """None for a week in which the plan waits."""


def rows_of(plan: RunningPlan, today: date, week: int | None) -> tuple[list[PlanRow], int]:
    """The weeks of the round that holds `week` (from 1), or `today` where that is None, and the round's number."""
    numbered: list[PlanRow] = []
    for place in week_places(plan.programme, plan.changes):
        opens = week_starts(plan, place.number)
        if opens is None:
            break
        numbered.append(PlanRow(first=opens, place=place))
        reached = place.number >= week if week is not None else opens + WEEK > today
        if reached and _round_ends(plan, numbered):
            break
    if not numbered:
        return [PlanRow(first=plan.anchor, place=None)], 1
    chosen = _chosen(today, numbered, week)
    assert chosen.place is not None
    round_ = chosen.place.round
    mine = [row for row in numbered if row.place is not None and row.place.round == round_]
    at = mine.index(chosen)
    opening = at // MOST_WEEKS * MOST_WEEKS
    mine = mine[opening : opening + MOST_WEEKS]
    return _with_pauses(plan, today, mine), round_


def goes_on(plan: RunningPlan, number: int) -> bool:
    """Whether a week follows that of this number."""
    places = week_places(plan.programme, plan.changes)
    return any(place.number > number for place in takewhile(lambda one: one.number <= number + 1, places))


def _round_ends(plan: RunningPlan, rows: Sequence[PlanRow]) -> bool:
    place = rows[-1].place
    return place is not None and place.week >= plan.programme.weeks


def _chosen(today: date, rows: Sequence[PlanRow], week: int | None) -> PlanRow:
    if week is not None:
        return next((row for row in rows if row.place and row.place.number == week), rows[-1])
    begun = [row for row in rows if row.first <= today]
    return begun[-1] if begun else rows[0]


def _with_pauses(plan: RunningPlan, today: date, rows: Sequence[PlanRow]) -> list[PlanRow]:
    found: list[PlanRow] = []
    for row in rows:
        while found and found[-1].first + WEEK < row.first:
            found.append(PlanRow(first=found[-1].first + WEEK, place=None))
        found.append(row)
    if any(each.last is None for each in plan.changes.pauses):
        while found[-1].first + WEEK <= today and len(found) < MOST_WEEKS:
            found.append(PlanRow(first=found[-1].first + WEEK, place=None))
    return found
