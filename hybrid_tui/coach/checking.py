"""A programme before it is followed: each week of its first round, and the round after, put to the training rules."""

from __future__ import annotations

from datetime import date, timedelta

from hybrid_tui.coach import week_rules
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.interference.findings import Severity
from hybrid_tui.domain.plan_view import CheckedWeek
from hybrid_tui.domain.programme.schedule import begin_on, planned_sessions, week_places
from hybrid_tui.domain.programme.summary import SOME_MONDAY
from hybrid_tui.domain.written_programme import Programme

WEEK = timedelta(days=7)


def check(
    programme: Programme, catalogue: Catalogue, settings: dict[str, object], *, weeks: int | None = None
) -> tuple[CheckedWeek, ...]:
    """What the rules say about each week, done as written by a person of whom nothing else is known.

    `weeks` are those of one round and the first of the next unless said. Dates are laid out from a Monday; a
    programme with races begins so that the first race falls into its last week.
    """
    start = _start(programme)
    plan = begin_on("check", programme, start)
    count = weeks or programme.weeks + (1 if programme.then_week is not None else 0)
    places = [place for place, _ in zip(week_places(programme), range(count), strict=False)]
    last = start + count * WEEK
    sessions = planned_sessions(plan, start, last + WEEK)
    by_day = week_rules.places_between(plan, start, last + WEEK)
    ready = {each.plan_key: week_rules.as_training(each, catalogue) for each in sessions}
    found = []
    for place in places:
        first = plan.anchor + (place.number - 1) * WEEK
        near = [each for each in sessions if first - week_rules.LOOK_BACK <= each.day < first + 2 * WEEK]
        told = week_rules.findings(first, (), plan, by_day, near, settings, catalogue, ready)
        found.append(CheckedWeek(number=place.number, of_round=place.week, first=first, findings=told))
    return tuple(found)


def blocks(weeks: tuple[CheckedWeek, ...]) -> bool:
    """Whether any finding is a block."""
    return any(each.severity is Severity.BLOCK for week in weeks for each in week.findings)


def _start(programme: Programme) -> date:
    if not programme.races:
        return SOME_MONDAY
    race = min(each.day for each in programme.races)
    return race - timedelta(days=race.weekday()) - (programme.weeks - 1) * WEEK
