"""Weeks are kept while nothing is written, and are never older than what is stored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import weeks, weeks_looked_at
from hybrid_tui.coach.kept_values import from_plain, to_plain
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.week_view import WeekView
from hybrid_tui.store import journal, painted, reads_sessions, writes
from hybrid_tui.store.database import Store, open_memory
from tests.coach.diary import MONDAY, SUNDAY, add_session, add_week, moment_on
from tests.domain.sessions import easy, sets
from tests.fixed_clock import FixedClock

WEEK = timedelta(days=7)
NOW = moment_on(SUNDAY)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock())
    add_week(opened)
    yield opened
    opened.close()


def recount(store: Store, first: date | None) -> WeekView:
    """The same without anything that was kept."""
    return weeks._worked_out(store, Library(), NOW, first)


def questions(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is asked of the file from now on."""
    asked: list[str] = []
    rows, row = Store.rows, Store.row

    def ask_rows(self: Store, sql: str, *rest: object) -> object:
        asked.append(sql)
        return rows(self, sql, *rest)  # type: ignore[arg-type]

    def ask_row(self: Store, sql: str, *rest: object) -> object:
        asked.append(sql)
        return row(self, sql, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "rows", ask_rows)
    monkeypatch.setattr(Store, "row", ask_row)
    return asked


def test_a_week_at_hand_is_one_question(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library()
    view = weeks.week(store, library, NOW)
    for first in weeks_looked_at.nearest(view):
        weeks.week(store, library, NOW, first)
    asked = questions(store, monkeypatch)
    assert weeks.week(store, library, NOW, view.first - WEEK).first == view.first - WEEK
    assert len(set(asked)) == 1


def test_the_week_in_hand_is_there_for_the_next_start(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library()
    view = weeks.week(store, library, NOW)
    weeks_looked_at.keep(store, library, NOW)
    asked = questions(store, monkeypatch)
    assert weeks.week(store, Library(), NOW) == view
    assert len(set(asked)) == 2
    # Another day has another week in hand.
    tomorrow = moment_on(SUNDAY + timedelta(days=1))
    assert weeks.week(store, Library(), tomorrow).first == MONDAY + WEEK


def test_what_another_program_kept_in_another_shape_is_worked_out(store: Store) -> None:
    view = recount(store, None)
    stamp = painted.stamp(store, NOW.day)
    for text in ("[]", "nonsense", '{"week": 1}'):
        painted.keep(store, weeks_looked_at.NAME, stamp, text)
        assert weeks.week(store, Library(), NOW) == view


DEED = st.sampled_from(("write", "edit", "remove", "undo", "redo", "look", "keep", "move"))


@given(deeds=st.lists(st.tuples(DEED, st.integers(-8, 8)), max_size=12))
@settings(max_examples=12, deadline=None)
def test_a_kept_week_equals_a_recount(deeds: list[tuple[str, int]]) -> None:
    """Whatever is written, corrected, moved, undone or redone in between."""
    with closing(open_memory(clock=FixedClock())) as store:
        add_week(store)
        library = Library()
        for number, (deed, shift) in enumerate(deeds):
            day = SUNDAY + timedelta(days=shift)
            sessions = reads_sessions.sessions_between(store, MONDAY - WEEK, SUNDAY + WEEK)
            if deed == "write":
                add_session(store, f"new {number}", day, easy(30), sets("back_squat", 5, 5), minutes=30)
            elif deed in ("edit", "move") and sessions:
                changes: dict[str, object] = {"rpe": 9.0} if deed == "edit" else {"day": day}
                with store.write("change it") as writer:
                    writes.change(writer, SessionRecord, sessions[shift % len(sessions)].id, **changes)
            elif deed == "remove" and sessions:
                with store.write("remove it") as writer:
                    writes.remove(writer, SessionRecord, sessions[shift % len(sessions)].id)
            elif deed == "undo":
                journal.undo(store)
            elif deed == "redo":
                journal.redo(store)
            elif deed == "keep":
                weeks_looked_at.keep(store, library, NOW)
            for first in (None, MONDAY - WEEK):
                assert weeks.week(store, library, NOW, first) == recount(store, first)
            assert weeks.week(store, Library(), NOW) == recount(store, None)


def test_values_come_back_as_they_were(store: Store) -> None:
    view = recount(store, None)
    assert from_plain(WeekView, to_plain(view)) == view
    with pytest.raises(TypeError):
        to_plain(object())
