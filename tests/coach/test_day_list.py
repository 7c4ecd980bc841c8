"""Days in numbers, held against the week that is folded from the whole records."""

from __future__ import annotations

from datetime import timedelta

from hybrid_tui.coach import weeks
from hybrid_tui.coach.day_list import day_list
from hybrid_tui.store import journal
from hybrid_tui.store.database import open_memory
from tests.coach.diary import LIBRARY, MONDAY, SUNDAY, add_week, moment_on
from tests.fixed_clock import FixedClock


def test_the_sums_of_sql_are_those_of_the_folded_week_also_after_an_undo() -> None:
    store = open_memory(clock=FixedClock())
    add_week(store)
    moment = moment_on(SUNDAY)
    for _ in range(3):
        days = day_list(store, LIBRARY, moment, MONDAY, SUNDAY)
        week = weeks.week(store, LIBRARY, moment, MONDAY).week
        assert sum(day.sets for day in days) == week.totals.sets
        assert sum(day.sprint_seconds for day in days) == week.totals.sprint_seconds
        assert [day.load for day in days] == [day.load for day in week.days]
        assert [day.readiness for day in days] == [day.readiness for day in week.days]
        journal.undo(store)


def test_a_day_without_a_morning_has_no_readiness_and_one_without_training_no_load() -> None:
    store = open_memory(clock=FixedClock())
    add_week(store)
    days = day_list(store, LIBRARY, moment_on(SUNDAY), MONDAY - timedelta(days=1), SUNDAY)
    assert (days[0].sessions, days[0].load, days[0].readiness) == (0, 0.0, None)
    assert days[1].readiness == 83
    assert days[6].load is None  # it was never rated
