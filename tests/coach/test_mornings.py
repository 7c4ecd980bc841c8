"""The days after a fever: easy first, nothing hard before two easy days, whatever the score says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hybrid_tui.coach import mornings, recovering
from hybrid_tui.coach.mornings import Morning
from hybrid_tui.domain.record import CheckIn, SessionRecord
from hybrid_tui.domain.recovery import Band
from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.store import writes
from hybrid_tui.store.database import open_memory
from tests.coach.evening import Evening
from tests.fixed_clock import FixedClock
from tests.tui.recovery_days import DAY, LIBRARY, MORNING, moment


def test_after_a_fever_two_easy_days_come_before_anything_hard() -> None:
    store = open_memory(clock=FixedClock(MORNING))
    with store.write("a fever, then well") as writer:
        for ago in range(4):
            flags = ("fever",) if ago == 3 else ()
            check = CheckIn(
                day=DAY - timedelta(days=ago), sleep=1, fatigue=1, stress=1, soreness=1, flags=flags
            )
            writes.save_checkin(writer, check)
    assert mornings.morning(store, DAY - timedelta(days=3)).verdict is Band.REST
    first = mornings.morning(store, DAY)
    assert first.verdict is Band.SWAP
    assert first.stop == "After a fever: First day back: easy, half as long."
    assert recovering.day(store, LIBRARY, moment(), DAY).morning == first
    for ago, said in ((2, "One more easy day before anything hard."), (1, "")):
        record = SessionRecord(
            id=f"easy{ago}",
            day=DAY - timedelta(days=ago),
            name="Easy run",
            kind=SessionKind.RUN,
            status=SessionStatus.DONE,
        )
        with store.write("easy run") as writer:
            writes.save_session(writer, record)
        assert mornings.morning(store, DAY).stop == (f"After a fever: {said}" if said else "")
    assert mornings.morning(store, DAY).verdict is Band.GO
    store.close()


def test_a_body_weight_in_pounds_gives_the_same_target() -> None:
    store = open_memory(clock=FixedClock(MORNING))
    recovering.weigh(store, moment(), DAY, "74.2kg")
    metric = recovering.day(store, LIBRARY, moment(), DAY).protein.grams
    with store.write("pounds from now on") as writer:
        writes.save_setting(writer, "units", "lb")
    recovering.weigh(store, moment(MORNING + timedelta(hours=1)), DAY, "163.6")
    imperial = recovering.day(store, LIBRARY, moment(), DAY)
    assert imperial.lb
    assert imperial.protein.grams == metric
    store.close()


def test_a_morning_belongs_to_its_training_day_in_whatever_zone_it_is_read() -> None:
    clock = FixedClock(MORNING, zone="Asia/Tokyo")
    store = open_memory(clock=clock)
    there = clock.moment()
    recovering.save_checkin(
        store, there, there.day, CheckIn(day=there.day, sleep=2, fatigue=2, stress=2, soreness=2)
    )
    clock.zone_name = "America/Los_Angeles"
    here = clock.moment()
    assert here.day < there.day, "at this instant the day before is still lived there"
    assert recovering.day(store, LIBRARY, here, there.day).morning.score == 83
    assert recovering.day(store, LIBRARY, here, here.day).morning.score is None
    store.close()


def test_a_past_morning_changes_nothing_of_today() -> None:
    evening = Evening()
    evening.follow()
    day = evening.clock.today()
    before = evening.sheet()
    bad = CheckIn(day=day, sleep=7, fatigue=7, stress=7, soreness=7, legs=9, flags=("fever",))
    for ago in (3, 20):
        on = day - timedelta(days=ago)
        answers = bad if ago == 20 else replace(bad, flags=())
        recovering.save_checkin(evening.store, evening.now, on, answers)
    assert evening.sheet() == before
    assert recovering.day(evening.store, LIBRARY, evening.now, day).morning == Morning()
