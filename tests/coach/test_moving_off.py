"""The morning exchanges a session for an easy day: where it goes, what the week becomes, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hybrid_tui.coach import moving_off, offers, recovering, sheets
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.sheet import Sheet, SheetState
from hybrid_tui.store import journal, reads_days, writes
from hybrid_tui.store.database import Store, open_memory, open_store
from hybrid_tui.store.rows import ProgrammeRow
from tests.fixed_clock import FixedClock
from tests.tui.recovery_days import DAY, LIBRARY, MORNING, follow, moment

SWAP = CheckIn(day=DAY, sleep=5, fatigue=4, stress=4, soreness=4, legs=3, flags=())


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock(MORNING))
    follow(opened, start=date(2026, 11, 23))
    yield opened
    opened.close()


def today(store: Store, day: date = DAY) -> Sheet:
    return sheets.work_out(store, LIBRARY, moment(day=day))


def training_day(store: Store) -> date:
    """A day of the plan whose session asks much of the legs."""
    for ahead in range(7):
        day = date(2026, 11, 23) + timedelta(days=ahead)
        recovering.save_checkin(store, moment(), day, replace(SWAP, day=day))
        sheet = today(store, day)
        if sheet.offer is not None and sheet.offer.move_to:
            return day
    raise AssertionError("no day of the plan has a session to move")


def test_the_offer_names_the_day_and_the_week_says_what_becomes_of_it(store: Store) -> None:
    day = training_day(store)
    before = today(store, day)
    found = moving_off.proposed(store, LIBRARY, moment(day=day))
    assert found is not None
    assert before.offer is not None
    assert before.offer.band == "swap"
    assert found.title == before.title
    assert found.day > day
    assert len(found.week) == 7
    words = {each.day: each.words for each in found.week}
    assert words[day] == found.instead
    assert words[found.day] == found.title
    assert [each.day for each in found.week if each.changed] == [day, found.day]


def test_it_is_one_action_that_an_undo_takes_back(store: Store) -> None:
    day = training_day(store)
    before = today(store, day)
    found = moving_off.proposed(store, LIBRARY, moment(day=day))
    assert found is not None
    said = moving_off.take(store, LIBRARY, moment(day=day)).words
    assert said.startswith(f"{found.title} goes to")
    assert today(store, day).title != found.title
    assert today(store, found.day).plan_key == before.plan_key
    kept = [each for each in reads_days.decisions(store, day, day) if each.kind == offers.KIND]
    assert [each.taken for each in kept] == [f"moved {found.day.isoformat()}"]
    assert kept[0].offered == f"{before.plan_key} swap 46"
    assert journal.undo(store) == f"move {found.title} to {said.split(' goes to ')[1].split('.')[0]}"
    assert today(store, day) == before
    assert reads_days.decisions(store, day, day) == ()


def test_on_its_new_day_the_morning_may_ask_again(store: Store) -> None:
    day = training_day(store)
    found = moving_off.proposed(store, LIBRARY, moment(day=day))
    assert found is not None
    moving_off.take(store, LIBRARY, moment(day=day))
    recovering.save_checkin(store, moment(), found.day, replace(SWAP, day=found.day))
    assert today(store, found.day).offer is not None


def last_of_three(store: Store) -> date:
    """Friday of three days a week: the day after is free and the rules allow it."""
    with store.write("another plan") as writer:
        writes.change(writer, ProgrammeRow, "plan", text=LIBRARY.programme_text("hill-iron-3"))
    day = date(2026, 11, 27)
    recovering.save_checkin(store, moment(), day, replace(SWAP, day=day))
    return day


def test_a_free_day_takes_it_and_today_becomes_easy(store: Store) -> None:
    day = last_of_three(store)
    found = moving_off.proposed(store, LIBRARY, moment(day=day))
    assert found is not None
    assert (found.day, found.instead, found.finding) == (date(2026, 11, 28), offers.INSTEAD, "")
    moving_off.take(store, LIBRARY, moment(day=day))
    after = today(store, day)
    assert after.state is SheetState.REST
    assert any(found.title in each and offers.INSTEAD in each for each in after.advice)


def test_no_day_that_a_rule_blocks_is_ever_proposed(store: Store) -> None:
    """Legs on Monday in a week of three whole-body days fit nowhere else: then only less is offered."""
    last_of_three(store)
    monday = date(2026, 11, 23)
    recovering.save_checkin(store, moment(), monday, replace(SWAP, day=monday))
    assert moving_off.proposed(store, LIBRARY, moment(day=monday)) is None
    sheet = today(store, monday)
    assert sheet.offer is not None
    assert sheet.offer.move_to == ""
    assert sheet.offer.lines


def test_without_a_waiting_session_nothing_is_moved(store: Store) -> None:
    day = last_of_three(store)
    moving_off.take(store, LIBRARY, moment(day=day))
    with pytest.raises(NothingThere, match="Nothing was changed"):
        moving_off.take(store, LIBRARY, moment(day=day))


def test_reduce_moves_nothing(store: Store) -> None:
    day = training_day(store)
    recovering.save_checkin(
        store, moment(), day, CheckIn(day=day, sleep=3, fatigue=3, stress=3, soreness=3, flags=())
    )
    sheet = today(store, day)
    assert sheet.offer is not None
    assert (sheet.offer.band, sheet.offer.move_to) == ("reduce", "")


def test_the_exchange_is_taken_back_after_a_restart(tmp_path: Path) -> None:
    file, clock = tmp_path / "training.sqlite", FixedClock(MORNING)
    first = open_store(file, clock=clock)
    follow(first, start=date(2026, 11, 23))
    day = training_day(first)
    before = today(first, day)
    moving_off.take(first, LIBRARY, moment(day=day))
    assert today(first, day).plan_key != before.plan_key
    first.close()
    again = open_store(file, clock=clock)
    assert (journal.undo(again) or "").startswith("move ")
    assert today(again, day) == before
    assert (journal.redo(again) or "").startswith("move ")
    assert today(again, day).plan_key != before.plan_key
    again.close()
