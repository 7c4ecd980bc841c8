"""A block of four weeks looked back on, counted by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hybrid_tui.coach.reviewing import review
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.store import writes
from hybrid_tui.store.database import open_memory
from tests.coach.diary import LIBRARY, MONDAY, SUNDAY, add_plan, add_session, key, moment_on
from tests.domain.sessions import easy, hills, sets
from tests.fixed_clock import FixedClock

NOW = moment_on(SUNDAY)
BEGIN = MONDAY - timedelta(days=28)


def test_the_review_is_the_sum_of_what_was_logged_and_nothing_else() -> None:
    store = open_memory(clock=FixedClock())
    add_plan(store, start=BEGIN)
    add_session(store, "1mon", BEGIN, sets("back_squat", 5, 5, 5), minutes=50, plan_key=key(1))
    add_session(
        store,
        "1wed",
        BEGIN + timedelta(days=2),
        hills(8),
        sets("bench_press", 6, 6, 6, 6),
        minutes=70,
        rpe=7,
        plan_key=key(3),
    )
    add_session(
        store,
        "2mon",
        BEGIN + timedelta(days=7),
        sets("back_squat", 5, 5, 5),
        minutes=None,
        status=SessionStatus.PARTIAL,
        plan_key=key(1, 2),
    )
    add_session(
        store,
        "2fri",
        BEGIN + timedelta(days=11),
        minutes=None,
        status=SessionStatus.EXCUSED,
        plan_key=key(5, 2),
    )
    add_session(
        store,
        "3wed",
        BEGIN + timedelta(days=16),
        sets("bench_press", 6, 6),
        sets("pull_up", 5, 5, 0),
        plan_key=key(3, 3),
    )
    add_session(
        store,
        "4fri",
        BEGIN + timedelta(days=25),
        easy(35),
        minutes=35,
        rpe=3,
        kind=SessionKind.RUN,
        plan_key=key(5, 4),
    )
    add_session(store, "after", MONDAY, sets("barbell_row", 8, 8), plan_key="plan/5/1/")
    with store.write("a morning") as writer:
        check = CheckIn(day=BEGIN, sleep=2, fatigue=2, stress=2, soreness=2, slept_minutes=450, flags=())
        writes.save_checkin(writer, check)
    found = review(store, LIBRARY, NOW)
    assert found is not None
    assert (found.round, found.first, found.last, found.over) == (1, BEGIN, MONDAY - timedelta(days=1), True)
    assert (found.planned, found.done, found.partial, found.excused) == (15, 4, 1, 1)
    assert found.kept_percent == pytest.approx(100 * 5 / 15)
    assert found.load == pytest.approx(50 * 6 + 70 * 7 + 60 * 6 + 35 * 3)
    assert (found.push, found.pull, found.sets) == (6, 2, 3 + 4 + 3 + 2 + 2)  # nought repetitions are no set
    assert found.sprint_seconds == pytest.approx(8 * 12)
    assert found.easy_minutes == pytest.approx(35)
    assert found.hard_minutes == pytest.approx(8 * 12 / 60)
    assert (found.readiness, found.mornings) == (83, 1)  # 100 · (28 - 8) / 24
    assert found.sleep_hours == pytest.approx(7.5)
    in_hand = review(store, LIBRARY, NOW, 2)
    assert in_hand is not None
    assert (in_hand.first, in_hand.planned, in_hand.done, in_hand.pull) == (MONDAY, 4, 1, 2)
    assert review(store, LIBRARY, NOW, 3) is None
