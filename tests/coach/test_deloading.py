"""A deload is suggested with its reasons, taken or refused by one deed, and not said again after an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybrid_tui.coach import deloading, following, replanning
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.domain.programme.plan import WeekChangeKind
from hybrid_tui.domain.record import CheckIn, SessionRecord
from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.store import journal, writes
from hybrid_tui.store.database import Store, open_memory
from tests.fixed_clock import FixedClock
from tests.tui.recovery_days import DAY, LIBRARY, MORNING, follow, moment

MONDAY = date(2026, 11, 23)
REST = CheckIn(day=DAY, sleep=6, fatigue=6, stress=6, soreness=6, flags=())


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock(MORNING))
    with opened.write("two bad mornings") as writer:
        for day in (DAY - timedelta(days=1), DAY):
            writes.save_checkin(writer, replace(REST, day=day))
    yield opened
    opened.close()


def weeks(store: Store) -> list[tuple[int, WeekChangeKind]]:
    plan = following.running_plan(store, LIBRARY)
    assert plan is not None
    return [(each.number, each.kind) for each in plan.changes.weeks]


def test_two_rest_mornings_suggest_the_week_in_hand(store: Store) -> None:
    follow(store, start=MONDAY)
    found = deloading.hint(store, LIBRARY, moment())
    assert found is not None
    assert (found.number, found.first) == (1, DAY)
    assert found.words == "Two mornings running said rest: a deload week from Wed 25 Nov?"


def test_a_week_that_was_begun_leaves_it_to_the_next(store: Store) -> None:
    follow(store, start=MONDAY)
    record = SessionRecord(
        id="monday",
        day=MONDAY,
        name="x",
        kind=SessionKind.LIFT,
        status=SessionStatus.DONE,
        plan_key="plan/1/1/",
    )
    with store.write("train") as writer:
        writes.save_session(writer, record)
    found = deloading.hint(store, LIBRARY, moment())
    assert found is not None
    assert (found.number, found.first) == (2, MONDAY + timedelta(days=7))


def test_taking_it_is_one_action_and_it_is_not_said_again(store: Store) -> None:
    follow(store, start=MONDAY)
    before = deloading.hint(store, LIBRARY, moment())
    deloading.accept(store, LIBRARY, moment())
    assert weeks(store) == [(1, WeekChangeKind.DELOAD)]
    assert deloading.hint(store, LIBRARY, moment()) is None
    with pytest.raises(NothingThere, match="Nothing was changed"):
        deloading.accept(store, LIBRARY, moment())
    assert journal.undo(store) == "take a deload from Wed 25 Nov"
    assert weeks(store) == []
    assert deloading.hint(store, LIBRARY, moment()) == before


def test_a_refusal_holds_for_a_fortnight(store: Store) -> None:
    follow(store, start=MONDAY)
    deloading.refuse(store, LIBRARY, moment())
    assert weeks(store) == []
    for days, said in ((0, False), (1, False), (13, False), (28, True)):
        later = DAY + timedelta(days=days)
        with store.write("two bad mornings") as writer:
            for day in (later - timedelta(days=1), later):
                writes.save_checkin(writer, replace(REST, day=day))
        assert (deloading.hint(store, LIBRARY, moment(day=later)) is not None) is said, days


def test_without_a_check_of_today_or_a_plan_nothing_is_said(store: Store) -> None:
    assert deloading.hint(store, LIBRARY, moment()) is None, "no plan"
    follow(store, start=MONDAY)
    assert deloading.hint(store, LIBRARY, moment(day=DAY + timedelta(days=1))) is None
    replanning.pause(store, LIBRARY, moment(), DAY, "illness")
    assert deloading.hint(store, LIBRARY, moment()) is None, "paused"


def test_a_deload_that_is_near_anyway_is_left_alone(store: Store) -> None:
    follow(store, start=MONDAY - timedelta(days=14))
    assert deloading.hint(store, LIBRARY, moment()) is None, "week 4 comes on Monday"
