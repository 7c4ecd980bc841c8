"""Another day on Today: one that is past is filled in without clocks, one ahead is only looked at."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hybrid_tui import __version__
from hybrid_tui.coach import blocks, finishing, lifting, opening, sheets, today
from hybrid_tui.coach.outcome import Spot
from hybrid_tui.coach.past_words import minutes_in
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.sheet import Sheet, SheetState, When
from hybrid_tui.store import painted, reads_sessions, reads_timer
from tests.coach.evening import Evening


@pytest.fixture
def evening() -> Evening:
    """The programme began yesterday, and nothing of it was written down."""
    made = Evening()
    made.follow(start=made.now.day - timedelta(days=1))
    return made


def then(evening: Evening, days: int = -1) -> Moment:
    return evening.now._replace(day=evening.now.day + timedelta(days=days), clockless=True)


def shown(evening: Evening, days: int = -1) -> Sheet:
    return sheets.of_other_day(evening.store, evening.library, then(evening, days), evening.now.day)


def tick(evening: Evening, name: str) -> str:
    sheet = shown(evening)
    block = next(each for each in sheet.blocks if each.name == name)
    row = block.next_set
    assert row is not None
    spot = Spot(session_id=sheet.session_id, plan_key=sheet.plan_key, block=block.position, row=row.position)
    outcome = lifting.tick(evening.store, evening.library, then(evening), spot)
    assert outcome.rest_seconds is None
    return outcome.session_id or ""


def test_yesterdays_session_is_ticked_without_times(evening: Evening) -> None:
    assert (shown(evening).state, shown(evening).when) == (SheetState.PLANNED, When.PAST)
    session_id = tick(evening, "Bench press")
    assert tick(evening, "Bench press") == session_id
    record = reads_sessions.session(evening.store, session_id)
    assert record is not None
    assert record.day == evening.now.day - timedelta(days=1)
    assert record.began_us is None
    assert {each.at_us for block in record.blocks for each in block.sets} == {None}
    assert reads_timer.rest(evening.store) is None
    assert evening.sheet().session_id is None, "today has nothing in hand"
    finishing.settle(evening.store, evening.library, then(evening), session_id)
    record = reads_sessions.session(evening.store, session_id)
    assert record is not None
    assert (record.status, record.minutes, record.ended_us) == (SessionStatus.PARTIAL, None, None)


def test_a_session_without_a_clock_is_as_long_as_one_says(evening: Evening) -> None:
    session_id = tick(evening, "Bench press")
    summary = finishing.finish(
        evening.store, evening.library, then(evening, -1), session_id, 7, "", minutes_in("50 min")
    )
    assert ("minutes", "50") in summary.lines
    assert dict(summary.lines)["load"].startswith("350")
    opening.begin_free(evening.store, evening.library, evening.now)
    in_hand = evening.sheet().session_id or ""
    evening.clock.advance(600)
    timed = finishing.finish(evening.store, evening.library, evening.now, in_hand, 7, "", 50)
    assert ("minutes", "10") in timed.lines, "the clock knows better"


def test_a_session_of_today_stays_in_hand_while_yesterday_is_filled_in(evening: Evening) -> None:
    opening.begin_free(evening.store, evening.library, evening.now)
    in_hand = evening.sheet().session_id
    session_id = tick(evening, "Bench press")
    assert session_id != in_hand
    assert evening.sheet().session_id == in_hand
    finishing.settle(evening.store, evening.library, evening.now, in_hand or "")
    assert evening.sheet().session_id == in_hand, "what runs by the clock is not closed by leaving a day"


def test_a_day_ahead_is_shown_and_begins_nothing(evening: Evening) -> None:
    sheet = shown(evening, 1)
    assert (sheet.title, sheet.when, sheet.state) == ("Lower body", When.AHEAD, SheetState.PLANNED)
    assert shown(evening, 2).state in (SheetState.REST, SheetState.FREE)


def test_a_session_past_midnight_stays_on_its_training_day() -> None:
    evening = Evening()
    evening.follow()
    day = evening.now.day
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    evening.clock.advance(12 * 3600)
    assert evening.now.day == day + timedelta(days=1)
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press", 1))
    record = reads_sessions.session(evening.store, evening.sheet().session_id or "")
    assert record is not None
    assert record.day == day
    assert sum(len(block.sets) for block in record.blocks) == 2


TWO = """# Twice
weeks: 1

## day 1 am  Run
easy run: 20m @easy

## day 1 pm  Lift
bench press 2x5 60kg
"""


def test_two_sessions_a_day_follow_one_another() -> None:
    evening = Evening()
    evening.follow(TWO)
    assert evening.sheet().title == "Run"
    blocks.tick_timed(evening.store, evening.library, evening.now, evening.spot("Easy run"))
    finishing.finish(evening.store, evening.library, evening.now, evening.sheet().session_id or "", 3, "")
    assert (evening.sheet().title, evening.sheet().state) == ("Lift", SheetState.PLANNED)


def test_a_kept_sheet_of_another_shape_is_worked_out_anew(evening: Evening) -> None:
    stamp = f"{__version__} {evening.now.day.isoformat()} {painted.newest_operation(evening.store)}"
    painted.keep(evening.store, today.NAME, stamp, '{"day": "2026-11-24", "title": "old"}')
    assert today.sheet(evening.store, evening.library, evening.now).title != "old"


def test_a_past_day_left_open_is_named_and_never_todays(evening: Evening) -> None:
    """The app was closed while yesterday was told: today is today's, and says where the open one is."""
    session_id = tick(evening, "Bench press")
    yesterday = evening.now.day - timedelta(days=1)
    assert (evening.sheet().session_id, evening.sheet().left_day) == (None, yesterday)
    again = shown(evening)
    assert (again.session_id, again.state, again.left_day) == (session_id, SheetState.OPEN, None)
    opening.begin_free(evening.store, evening.library, evening.now)
    assert evening.sheet().session_id != session_id
    evening.clock.advance(3 * 86_400)
    assert shown(evening, -4).session_id == session_id, "it stays where it was"
    finishing.settle(evening.store, evening.library, then(evening, -4), session_id)
    assert evening.sheet().left_day != yesterday


def test_a_session_by_the_clock_left_open_shows_its_own_day(evening: Evening) -> None:
    day = evening.now.day
    opening.begin_free(evening.store, evening.library, evening.now)
    assert evening.sheet().left_day is None
    evening.clock.advance(86_400)
    assert (evening.sheet().day, evening.sheet().left_day) == (day, day)
    kept = today.sheet(evening.store, evening.library, evening.now)
    assert today.sheet(evening.store, evening.library, evening.now) == kept
    assert kept.left_day == day
