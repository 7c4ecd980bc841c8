"""Past sessions: read whole, corrected, moved, copied, deleted, and each of it undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from hybrid_tui.coach import finishing, past, weeks
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Spot
from hybrid_tui.coach.past_words import number_in, read_day
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.set_record import BlockStatus, SessionStatus
from hybrid_tui.store import journal, reads_sessions
from hybrid_tui.store.database import Store, open_memory
from tests.coach.diary import HOSTILE, LIBRARY, MONDAY, SUNDAY, add_session, add_week, key, moment_on
from tests.domain.sessions import sets
from tests.fixed_clock import FixedClock

NOW = moment_on(SUNDAY)
WEDNESDAY = MONDAY + timedelta(days=2)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock())
    add_week(opened)
    yield opened
    opened.close()


def test_a_day_opens_with_every_block_set_and_step(store: Store) -> None:
    (session,) = past.opened(store, LIBRARY, NOW, WEDNESDAY)
    assert session.stored
    assert session.record.name == HOSTILE
    assert len(session.record.blocks[0].intervals) == 15
    assert [row.done is not None for row in session.blocks[1].sets] == [True] * 4
    assert session.summary.sprint_seconds == 96


def test_a_day_that_is_only_planned_opens_with_what_is_asked(store: Store) -> None:
    (session,) = past.opened(store, LIBRARY, NOW, MONDAY + timedelta(days=4))
    assert not session.stored
    assert session.record.status is SessionStatus.PLANNED
    assert session.record.plan_key == key(5)


def test_a_long_note_is_kept_whole_wherever_it_is_written(store: Store) -> None:
    note = ("\u05d0 \U0001f4aa [b] =1+1 " * 400)[:3990].strip()
    past.edit_session(store, LIBRARY, NOW, "wed", "note", note)
    assert stored_note(store) == note
    finishing.note_session(store, LIBRARY, NOW, Spot(session_id="wed"), f"{note} late")
    assert stored_note(store) == f"{note} late"


def stored_note(store: Store) -> str:
    after = reads_sessions.session(store, "wed")
    assert after is not None
    return after.note


def test_a_corrected_set_keeps_its_instant_and_place(store: Store) -> None:
    before = reads_sessions.session(store, "wed")
    assert before is not None
    past.edit_set(store, LIBRARY, NOW, "wed", "wed-1", 1, "62.5x5@9")
    after = reads_sessions.session(store, "wed")
    assert after is not None
    done = after.blocks[1].sets[1]
    assert (done.reps, done.load, done.rpe) == (5, "62.5kg", 9)
    assert (done.id, done.position) == ("wed-1-s1", 1)
    assert done.at_us == before.blocks[1].sets[1].at_us
    assert journal.undo(store)
    assert reads_sessions.session(store, "wed") == before


def test_a_set_that_is_not_understood_changes_nothing(store: Store) -> None:
    before = reads_sessions.session(store, "wed")
    with pytest.raises(NotationError):
        past.edit_set(store, LIBRARY, NOW, "wed", "wed-1", 1, "sixty")
    assert reads_sessions.session(store, "wed") == before


def test_a_set_can_be_entered_and_taken_out_afterwards(store: Store) -> None:
    past.edit_set(store, LIBRARY, NOW, "sat", "sat-1", 2, "60x8")
    session = reads_sessions.session(store, "sat")
    assert session is not None
    added = session.blocks[1].sets[2]
    assert (added.reps, added.at_us) == (8, None)
    outcome = past.delete_set(store, LIBRARY, NOW, "sat", added.id)
    assert "u brings it back" in outcome.words
    session = reads_sessions.session(store, "sat")
    assert session is not None
    assert len(session.blocks[1].sets) == 2
    for done in session.blocks[1].sets:
        past.delete_set(store, LIBRARY, NOW, "sat", done.id)
    session = reads_sessions.session(store, "sat")
    assert session is not None
    assert session.blocks[1].status is BlockStatus.OPEN


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("rpe", "7", 7.0),
        ("rpe", "7,5", 7.5),
        ("rpe", "", None),
        ("minutes", "62", 62.0),
        ("minutes", "62 min", 62.0),
        ("minutes", "", None),
        ("note", "wet \x1b[31m hill", "wet [31m hill"),
        ("name", "Hills", "Hills"),
    ],
)
def test_effort_length_note_and_title_are_set_as_typed(
    store: Store, field: str, text: str, value: object
) -> None:
    past.edit_session(store, LIBRARY, NOW, "wed", field, text)
    session = reads_sessions.session(store, "wed")
    assert session is not None
    found = getattr(session, field)
    if field == "note":
        assert "\x1b" not in found
        assert found.startswith("wet")
        assert found.endswith("hill")
    else:
        assert found == value


@pytest.mark.parametrize(
    ("field", "text"), [("rpe", "11"), ("rpe", "hard"), ("minutes", "-3"), ("minutes", "nan"), ("name", " ")]
)
def test_a_wrong_value_is_refused(store: Store, field: str, text: str) -> None:
    with pytest.raises(NotationError):
        past.edit_session(store, LIBRARY, NOW, "wed", field, text)


def test_a_moved_session_stands_on_the_other_day(store: Store) -> None:
    past.move_session(store, LIBRARY, NOW, "wed", MONDAY + timedelta(days=3))
    days = weeks.week(store, LIBRARY, NOW).week.days
    assert days[2].sessions == ()
    assert [session.session_id for session in days[3].sessions] == ["wed"]
    assert "move" in (journal.undo(store) or "")
    assert weeks.week(store, LIBRARY, NOW).week.days[2].sessions


def test_a_planned_session_is_planned_for_another_day(store: Store) -> None:
    past.move_planned(store, LIBRARY, NOW, key(5), SUNDAY)
    days = weeks.week(store, LIBRARY, NOW).week.days
    assert days[4].sessions == ()
    assert [session.plan_key for session in days[6].sessions] == [key(5)]
    with pytest.raises(NothingThere):
        past.move_planned(store, LIBRARY, NOW, "other/1/1/", SUNDAY)


def test_a_copy_is_a_free_session_with_the_same_lines_still_to_do(store: Store) -> None:
    outcome = past.copy_to_today(store, LIBRARY, NOW, "wed")
    copy = reads_sessions.session(store, outcome.session_id or "")
    source = reads_sessions.session(store, "wed")
    assert copy is not None
    assert source is not None
    assert (copy.day, copy.status, copy.plan_key) == (SUNDAY, SessionStatus.OPEN, None)
    assert [block.line for block in copy.blocks] == [block.line for block in source.blocks]
    assert all(block.status is BlockStatus.OPEN for block in copy.blocks)
    assert not any(block.sets or block.intervals for block in copy.blocks)
    (opened,) = past.opened(store, LIBRARY, NOW, SUNDAY)
    assert [row.target.shown for row in opened.blocks[1].sets] == [6, 6, 6, 6]
    with pytest.raises(NothingThere, match="still open"):
        past.copy_to_today(store, LIBRARY, NOW, "mon")


def test_a_deleted_session_comes_back_whole(store: Store) -> None:
    before = reads_sessions.session(store, "wed")
    past.delete_session(store, LIBRARY, NOW, "wed")
    assert reads_sessions.session(store, "wed") is None
    assert "delete" in (journal.undo(store) or "")
    assert reads_sessions.session(store, "wed") == before


def test_what_is_gone_says_so(store: Store) -> None:
    with pytest.raises(NothingThere):
        past.delete_session(store, LIBRARY, NOW, "nothing")
    with pytest.raises(NothingThere):
        past.delete_set(store, LIBRARY, NOW, "wed", "nothing")


def test_an_unticked_skipped_block_stays_skipped(store: Store) -> None:
    add_session(store, "sun", SUNDAY, sets("plank", 1))
    past.delete_set(store, LIBRARY, NOW, "sun", "sun-0-s0")
    session = reads_sessions.session(store, "sun")
    assert session is not None
    assert session.blocks[0].status is BlockStatus.OPEN


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("fri", date(2026, 11, 27)),
        ("Monday", date(2026, 11, 23)),
        ("+1", date(2026, 11, 26)),
        ("-2", date(2026, 11, 23)),
        ("24", date(2026, 11, 24)),
        ("24 nov", date(2026, 11, 24)),
        ("Nov 24", date(2026, 11, 24)),
        ("2 jan", date(2027, 1, 2)),
        ("24 nov 2025", date(2025, 11, 24)),
        ("2026-11-01", date(2026, 11, 1)),
        ("yesterday", date(2026, 11, 28)),
        ("today", SUNDAY),
    ],
)
def test_a_day_is_read_as_one_says_it(text: str, day: date) -> None:
    assert read_day(text, WEDNESDAY, SUNDAY) == day


@pytest.mark.parametrize("text", ["", "soon", "31 feb", "99", "+", "1 2 3", "24 brumaire", "+99999"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(NotationError):
        read_day(text, WEDNESDAY, SUNDAY)


def test_what_was_done_cannot_lie_ahead() -> None:
    with pytest.raises(NotationError, match="to come"):
        read_day("+7", WEDNESDAY, SUNDAY, latest=SUNDAY)


def test_an_empty_number_is_unknown() -> None:
    assert number_in("  ", 0, 10, "0 to 10") is None
