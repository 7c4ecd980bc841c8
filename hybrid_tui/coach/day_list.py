"""Each day from one to another in a few numbers, for the calendars, the trends and the report."""

from __future__ import annotations

from datetime import date, timedelta

from hybrid_tui.coach.library import Library
from hybrid_tui.coach.since_write import kept
from hybrid_tui.coach.weeks import week_start
from hybrid_tui.domain import choices
from hybrid_tui.domain.day_numbers import DayNumbers
from hybrid_tui.domain.exercise import Exercise, RunType
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.recovery import readiness_score
from hybrid_tui.store import reads_days, reads_plan, reads_trends
from hybrid_tui.store.database import Store

DAY = timedelta(days=1)
HARD_FROM = 10 - choices.HARD_SET_2_11_MOST_RIR
"""The lowest rating of a hard set."""
BASELINE = timedelta(days=choices.PULSE_7_2_DAYS)
"""How far back a morning's score looks."""


def day_list(
    store: Store, library: Library, moment: Moment, first: date, last: date
) -> tuple[DayNumbers, ...]:
    """The days `first` to `last`, both included, in four queries at most. Raises StoreError."""
    return kept(store, library, "days", (first, last), lambda: _day_list(store, library, first, last))


def _day_list(store: Store, library: Library, first: date, last: date) -> tuple[DayNumbers, ...]:
    with store.snapshot():
        loads = reads_trends.loads(store, first, last)
        sprints = reads_trends.sprint_seconds(store, first, last)
        counted: dict[date, int] = {}
        for each in reads_trends.sets(store, first, last, hard_from=HARD_FROM):
            if counts_as_set(library, each.exercise):
                counted[each.day] = counted.get(each.day, 0) + each.working
        ready = readiness_by_day(store, first, last)
    found = []
    for offset in range((last - first).days + 1):
        day = first + offset * DAY
        load = loads.get(day)
        found.append(
            DayNumbers(
                day=day,
                sessions=0 if load is None else load.sessions,
                load=0.0 if load is None else None if load.unknown else load.load,
                sprint_seconds=sprints.get(day, 0.0),
                sets=counted.get(day, 0),
                readiness=ready.get(day),
            )
        )
    return tuple(found)


def first_weekday(store: Store, library: Library, moment: Moment) -> int:
    """The weekday on which the person's weeks begin, 0 for Monday."""
    return week_start(reads_plan.settings(store))


def counts_as_set(library: Library, exercise: str | None) -> bool:
    """Whether an exercise's sets are counted: runs and jumps are not."""
    known = library.catalogue.get(exercise)
    return not isinstance(known, RunType) and not (isinstance(known, Exercise) and known.is_jump)


def readiness_by_day(store: Store, first: date, last: date) -> dict[date, int]:
    """The score of each morning that was answered in full; each is held against the fortnight before it."""
    checks = reads_days.checkins(store, first - BASELINE, last)
    found: dict[date, int] = {}
    begin = 0
    for place, check in enumerate(checks):
        if check.day < first:
            continue
        while checks[begin].day < check.day - BASELINE:
            begin += 1
        score = readiness_score(check, checks[begin:place])
        if score is not None:
            found[check.day] = score
    return found
