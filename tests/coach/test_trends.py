"""Series out of a small diary, counted by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybrid_tui.coach.trends import trend, trend_names
from hybrid_tui.domain.record import BodyWeight
from hybrid_tui.store import writes
from hybrid_tui.store.database import Store, open_memory
from tests.coach.diary import LIBRARY, MONDAY, SUNDAY, add_session, moment_on
from tests.domain.sessions import hills, sets
from tests.fixed_clock import FixedClock

NOW = moment_on(SUNDAY)
DAY = timedelta(days=1)


@pytest.fixture
def store() -> Store:
    return open_memory(clock=FixedClock())


def points(store: Store, name: str, first: date, last: date) -> list[tuple[date, float]]:
    found = trend(store, LIBRARY, NOW, name, first, last)
    return [(point.day, point.value) for point in found.points]


def test_a_week_is_drawn_whole_or_not_at_all(store: Store) -> None:
    add_session(store, "a", MONDAY - 12 * DAY, hills(4))  # a Wednesday
    add_session(store, "b", MONDAY - 2 * DAY, hills(8))  # a Saturday
    add_session(store, "c", MONDAY + 3 * DAY, hills(5), sets("back_squat", 5, 5))
    weeks = [(MONDAY - 14 * DAY, 48.0), (MONDAY - 7 * DAY, 96.0), (MONDAY, 60.0)]
    assert points(store, "sprint", MONDAY - 100 * DAY, SUNDAY) == weeks
    # A range that begins and ends within weeks leaves the first out and does not cut the last.
    assert points(store, "sprint", MONDAY - 13 * DAY, MONDAY + DAY) == weeks[1:]
    assert points(store, "sets quads", MONDAY - 6 * DAY, MONDAY + DAY) == [(MONDAY, 2.0)]
    assert points(store, "sprint", MONDAY + DAY, SUNDAY) == []


def test_all_begins_with_the_first_thing_that_was_logged(store: Store) -> None:
    assert trend_names(store, LIBRARY, NOW).first == SUNDAY
    add_session(store, "a", MONDAY, hills(4))
    assert trend_names(store, LIBRARY, NOW).first == MONDAY
    with store.write("weigh") as writer:
        writes.save(writer, BodyWeight(id="w", day=date(2025, 1, 5), kg=75.0, text="75kg"))
    assert trend_names(store, LIBRARY, NOW).first == date(2025, 1, 5)
