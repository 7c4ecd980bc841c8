"""Training on a planned rest day is asked about once, whoever asks; the answer is kept and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from hybrid_tui.coach import moving_off, opening, recovering, rest_days, sheets
from hybrid_tui.domain.sheet import SheetState
from hybrid_tui.store import journal
from hybrid_tui.store.database import Store, open_memory
from tests.coach.test_moving_off import SWAP
from tests.fixed_clock import FixedClock
from tests.tui.recovery_days import LIBRARY, MORNING, follow, moment

FREE = moment(day=date(2026, 11, 28))
"""The Saturday of a plan of Mondays, Wednesdays and Fridays."""
FRIDAY = moment(day=date(2026, 11, 27))


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock(MORNING))
    follow(opened, "hill-iron-3", start=date(2026, 11, 23))
    yield opened
    opened.close()


def test_only_a_planned_rest_day_asks(store: Store) -> None:
    assert rest_days.asks(store, LIBRARY, FREE)
    assert not rest_days.asks(store, LIBRARY, FRIDAY), "the plan asks for a session"
    assert not rest_days.asks(store, LIBRARY, moment(day=date(2026, 11, 21))), "before the plan"
    bare = open_memory(clock=FixedClock(MORNING))
    assert not rest_days.asks(bare, LIBRARY, FREE), "no plan keeps any day free"
    bare.close()


@pytest.mark.parametrize("trains", [True, False])
def test_it_is_asked_once_and_an_undo_asks_again(store: Store, trains: bool) -> None:
    rest_days.answer(store, LIBRARY, FREE, trains)
    assert not rest_days.asks(store, LIBRARY, FREE)
    assert sheets.work_out(store, LIBRARY, FREE).rest_answered
    journal.undo(store)
    assert rest_days.asks(store, LIBRARY, FREE)
    assert not sheets.work_out(store, LIBRARY, FREE).rest_answered


def test_who_trains_already_is_not_asked(store: Store) -> None:
    opening.begin_free(store, LIBRARY, FREE)
    assert not rest_days.asks(store, LIBRARY, FREE)


def test_an_easy_run_stands_in_for_what_the_morning_sent_away(store: Store) -> None:
    recovering.save_checkin(store, FRIDAY, FRIDAY.day, replace(SWAP, day=FRIDAY.day))
    moving_off.take(store, LIBRARY, FRIDAY)
    sheet = sheets.work_out(store, LIBRARY, FRIDAY)
    assert (sheet.state, sheet.title, sheet.easy_instead) == (SheetState.REST, "Easy day", True)
    assert not rest_days.asks(store, LIBRARY, FRIDAY), "the easy run is what the day is for"
    rest_days.begin_easy(store, LIBRARY, FRIDAY)
    sheet = sheets.work_out(store, LIBRARY, FRIDAY)
    assert (sheet.title, [block.line for block in sheet.blocks]) == ("Easy run", ["easy run: 25m @easy"])
    journal.undo(store)
    assert sheets.work_out(store, LIBRARY, FRIDAY).easy_instead


def test_the_shell_mentions_the_rest_while_it_is_still_kept(store: Store) -> None:
    assert rest_days.mention(FREE.day, FREE.day).startswith("Today is a planned rest day;")
    assert rest_days.mention(FREE.day, date(2026, 11, 29)).startswith("Sat 28 Nov was a planned rest day;")
    assert rest_days.still_kept(store, LIBRARY, FREE.day)
    opening.begin_free(store, LIBRARY, FREE)
    assert not rest_days.still_kept(store, LIBRARY, FREE.day), "once is enough"
