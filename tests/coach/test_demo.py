"""The made-up log is whole, the same each time, and what the screens ask of a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from hybrid_tui.coach import first_look, following, sheets, starting, weeks
from hybrid_tui.coach.demo.log import Written, write_log, years_before
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.sheet import SheetState
from hybrid_tui.store import journal, reads_days, reads_sessions
from hybrid_tui.store.database import Store, open_store
from hybrid_tui.store.schema import JOURNALED
from tests.fixed_clock import FixedClock

TODAY = date(2026, 11, 25)
WEEKS = 16
FIRST = TODAY - timedelta(weeks=WEEKS)
NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, library: Library) -> tuple[Path, Written]:
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    return path, write_log(path, library, first=FIRST, today=TODAY)


@pytest.fixture
def store(written: tuple[Path, Written]) -> Iterator[Store]:
    with _opened(written[0]) as opened:
        yield opened


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    opened = open_store(path, clock=FixedClock(NOW))
    try:
        yield opened
    finally:
        opened.close()


def _contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with _opened(path) as store:
        tables = (*JOURNALED, "operation")
        return {table: [tuple(row) for row in store.rows(f"SELECT * FROM {table}")] for table in tables}


def test_the_same_seed_makes_the_same_rows_and_another_seed_others(tmp_path: Path, library: Library) -> None:
    first = TODAY - timedelta(weeks=5)
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        write_log(tmp_path / name, library, first=first, today=TODAY, seed=seed)

    assert _contents(tmp_path / "a") == _contents(tmp_path / "b")
    assert _contents(tmp_path / "a") != _contents(tmp_path / "c")


def test_the_journal_and_the_tables_agree(store: Store) -> None:
    assert journal.verify(store) > 1000
    journal.verify_tables(store)
    store.check(full=True)


def test_no_undo_takes_a_part_of_it_back(store: Store) -> None:
    assert journal.undo(store) is None


def test_what_is_counted_is_what_is_there(written: tuple[Path, Written], store: Store) -> None:
    sessions = reads_sessions.sessions_between(store, FIRST, TODAY)

    assert written[1].sessions == len(sessions)
    assert written[1].sets == sum(len(block.sets) for each in sessions for block in each.blocks)
    assert written[1].intervals == sum(len(block.intervals) for each in sessions for block in each.blocks)
    assert f"{len(sessions)} sessions" in written[1].words


def test_sessions_and_check_ins_grow_with_the_weeks(store: Store) -> None:
    sessions = reads_sessions.sessions_between(store, FIRST, TODAY)
    sets = [len(each.blocks) and sum(len(block.sets) for block in each.blocks) for each in sessions]

    assert WEEKS * 2.5 <= len(sessions) <= WEEKS * 5
    assert 12 <= sum(sets) / len(sets) <= 25
    assert len(reads_days.checkins(store, FIRST, TODAY)) > WEEKS * 7 * 0.9


def test_today_is_planned_and_not_begun(store: Store, library: Library) -> None:
    sheet = sheets.work_out(store, library, FixedClock(NOW).moment())

    assert (sheet.state, sheet.title) == (SheetState.PLANNED, "Jumps, hills and upper B")
    assert sheet.readiness is not None
    assert sheet.offer is None
    assert any(block.last for block in sheet.blocks)
    assert not reads_sessions.sessions_between(store, TODAY, TODAY)


def test_this_morning_was_noted(store: Store) -> None:
    check = reads_days.checkin(store, TODAY)

    assert check is not None
    assert check.slept_minutes
    assert check.flags == ()
    assert reads_days.protein_by_day(store, TODAY, TODAY)
    assert reads_days.latest_weight(store, TODAY) is not None


def test_no_first_questions_are_asked(store: Store, library: Library) -> None:
    assert not starting.needed(store)
    assert first_look.first_look(store, library, FixedClock(NOW)).started


def test_every_week_folds(store: Store, library: Library) -> None:
    moment = FixedClock(NOW).moment()
    loads = [
        weeks.week(store, library, moment, FIRST + timedelta(weeks=number)).week.totals.load
        for number in range(WEEKS)
    ]

    assert sum(load is not None and load > 0 for load in loads) > WEEKS * 0.7


def test_done_sessions_carry_the_keys_of_the_plan(store: Store, library: Library) -> None:
    plan = following.running_plan(store, library)
    assert plan is not None
    planned = {each.plan_key: each for each in planned_sessions(plan, plan.start, TODAY)}
    sessions = reads_sessions.sessions_without_blocks(store, FIRST, TODAY)
    done = [each for each in sessions if (each.plan_key or "").startswith(f"{plan.programme_id}/")]

    assert done
    for session in done:
        asked = planned[session.plan_key or ""]
        assert (session.day, session.name) == (asked.day, asked.title)
        assert session.status in (SessionStatus.DONE, SessionStatus.PARTIAL)


def test_climbs_are_intervals_and_lifts_grow(store: Store) -> None:
    sessions = reads_sessions.sessions_between(store, FIRST, TODAY)
    climbs = [i for each in sessions for block in each.blocks for i in block.intervals if i.sprint]
    rises = [block for each in sessions for block in each.blocks if block.change.startswith("↑")]

    assert climbs
    assert all(each.seconds is not None and 0 <= each.seconds < 20 for each in climbs)
    assert len(rises) > 5


def test_an_existing_file_stays(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "mine.sqlite"
    path.write_text("mine")

    with pytest.raises(FileExistsError):
        write_log(path, library, first=FIRST, today=TODAY)

    assert path.read_text() == "mine"


def test_less_than_a_week_is_refused(tmp_path: Path, library: Library) -> None:
    with pytest.raises(ValueError, match="a week"):
        write_log(tmp_path / "x", library, first=TODAY - timedelta(days=6), today=TODAY)
    assert not list(tmp_path.iterdir())


def test_a_leap_day_has_a_day_years_before() -> None:
    assert years_before(date(2028, 2, 29), 1) == date(2027, 2, 28)
