"""Lines and sets of past sessions: every kind corrected, added, moved, taken out, and each undone after a restart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import best_list, past, past_parts, past_steps, past_times, weeks
from hybrid_tui.coach.log import log_text
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.coach.past_list import past_list
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.past_filter import noted_only
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.set_record import SessionStatus, SetRole
from hybrid_tui.store import journal, reads_sessions, writes
from hybrid_tui.store.database import Store, open_memory, open_store
from tests.coach.diary import LIBRARY, MONDAY, SUNDAY, add_week, moment_on
from tests.fixed_clock import FixedClock

NOW = moment_on(SUNDAY)
FRIDAY = MONDAY + timedelta(days=4)

EVERY_KIND = [
    # what was logged, what is typed over it, and what then is known of the set
    ("bench press 60kg 8", "w 40x10", {"role": SetRole.WARM_UP, "load": "40kg", "reps": 10}),
    ("bench press 60kg 8", "62.5x7@9", {"role": SetRole.WORK, "load": "62.5kg", "reps": 7, "rpe": 9}),
    ("bench press 60kg 8", "d 45x12", {"role": SetRole.DROP, "load": "45kg", "reps": 12}),
    ("bench press 60kg 8", "f 60x11", {"role": SetRole.FAILURE, "load": "60kg", "reps": 11}),
    ("bench press 135lb 5", "+5", {"load": "140lb", "reps": 5}),
    ("plank 45s", "1m10", {"seconds": 70.0, "reps": None}),
    ("sled push 20mtr 60kg", "30mtr", {"metres": 30.0, "load": "60kg"}),
    ("dumbbell row 10 a side 24kg", "l8 r7", {"reps": 8, "right_reps": 7, "load": "24kg"}),
    ("pull-up bw-20kg 6", "bw-15kg x5", {"load": "bw-15kg", "load_kg": -15.0, "reps": 5}),
    ("pull-up bw+10kg 5", "bw+12.5kg x4", {"load": "bw+12.5kg", "load_kg": 12.5, "reps": 4}),
    ("push-up 20", "bw+8kg x15", {"load": "bw+8kg", "reps": 15}),
]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "log.sqlite", clock=FixedClock())


def again(store: Store) -> Store:
    """The same file, opened anew."""
    path = store.path
    assert path is not None
    store.close()
    return open_store(path, clock=FixedClock())


def logged(store: Store, text: str, day: date = FRIDAY) -> SessionRecord:
    log_text(store, LIBRARY, NOW, text, day=day)
    return reads_sessions.sessions_between(store, day, day)[-1]


def stands(store: Store, session: SessionRecord) -> SessionRecord:
    found = reads_sessions.session(store, session.id)
    assert found is not None
    return found


@pytest.mark.parametrize(("text", "typed", "known"), EVERY_KIND)
def test_every_kind_of_set_is_corrected_and_brought_back_after_a_restart(
    store: Store, text: str, typed: str, known: dict[str, object]
) -> None:
    session = logged(store, text)
    block = session.blocks[0]
    past.edit_set(store, LIBRARY, NOW, session.id, block.id, 0, typed)
    (done,) = stands(store, session).blocks[0].sets
    assert {name: getattr(done, name) for name in known} == known
    store = again(store)
    assert "correct" in (journal.undo(store) or "")
    assert stands(store, session) == session
    store.close()


@pytest.mark.parametrize("role", list(SetRole))
def test_a_set_can_be_called_any_kind_and_keeps_its_numbers(store: Store, role: SetRole) -> None:
    session = logged(store, "bench press 60kg 8")
    done = session.blocks[0].sets[0]
    past_parts.set_role(store, LIBRARY, NOW, session.id, done.id, role.value)
    found = stands(store, session).blocks[0].sets[0]
    assert (found.role, found.reps, found.load) == (role, 8, "60kg")


Deed = Callable[[Store, SessionRecord], Outcome]

DEEDS: dict[str, Deed] = {
    "add a set": lambda store, it: past_parts.add_set(store, LIBRARY, NOW, it.id, it.blocks[0].id, "7"),
    "add a line": lambda store, it: past_parts.add_line(store, LIBRARY, NOW, it.id, "plank 45s 40s"),
    "add a run": lambda store, it: past_parts.add_line(store, LIBRARY, NOW, it.id, "easy run: 20m 3.1km"),
    "rename a line": lambda store, it: past_parts.rename_line(
        store, LIBRARY, NOW, it.id, it.blocks[0].id, "incline bench"
    ),
    "move a line": lambda store, it: past_parts.move_line(store, LIBRARY, NOW, it.id, it.blocks[0].id, 1),
    "delete a line": lambda store, it: past_parts.delete_line(store, LIBRARY, NOW, it.id, it.blocks[0].id),
    "move a set": lambda store, it: past_parts.move_set(
        store, LIBRARY, NOW, it.id, it.blocks[0].sets[0].id, 1
    ),
    "delete a set": lambda store, it: past.delete_set(store, LIBRARY, NOW, it.id, it.blocks[0].sets[0].id),
    "note a set": lambda store, it: past_parts.note_set(
        store, LIBRARY, NOW, it.id, it.blocks[0].sets[0].id, "elbow out"
    ),
    "correct a step": lambda store, it: past_steps.edit_step(
        store, LIBRARY, NOW, it.id, it.blocks[1].intervals[0].id, "11.4"
    ),
    "set the time": lambda store, it: past_times.edit_times(store, LIBRARY, NOW, it.id, "18:30-19:40"),
    "forget the time": lambda store, it: past_times.edit_times(store, LIBRARY, NOW, it.id, ""),
    "move the session": lambda store, it: past.move_session(store, LIBRARY, NOW, it.id, MONDAY),
    "rate the session": lambda store, it: past.edit_session(store, LIBRARY, NOW, it.id, "rpe", "9"),
    "delete the session": lambda store, it: past.delete_session(store, LIBRARY, NOW, it.id),
}


@pytest.mark.parametrize("name", DEEDS)
def test_each_deed_on_the_past_is_undone_after_a_restart(store: Store, name: str) -> None:
    log_text(
        store,
        LIBRARY,
        NOW,
        "bench press 60kg 8 7 6; hill sprint: 3x(12s hill 8% / 90s walk)  rpe 8",
        day=FRIDAY,
        at_us=moment_on(FRIDAY).at_us,
    )
    (session,) = reads_sessions.sessions_between(store, FRIDAY, FRIDAY)
    DEEDS[name](store, session)
    assert reads_sessions.session(store, session.id) != session
    store = again(store)
    assert journal.undo(store)
    assert stands(store, session) == session
    store.close()


def test_what_is_added_and_renamed_stands_as_it_was_meant(store: Store) -> None:
    session = logged(store, "bench press 60kg 8 7")
    past_parts.add_set(store, LIBRARY, NOW, session.id, session.blocks[0].id, "6")
    past_parts.add_line(store, LIBRARY, NOW, session.id, "easy run: 20m 3.1km  rpe 4")
    past_parts.rename_line(store, LIBRARY, NOW, session.id, session.blocks[0].id, "incline bench")
    found = stands(store, session)
    assert [each.exercise for each in found.blocks] == ["incline_bench", "easy_run"]
    assert [(each.reps, each.load, each.at_us) for each in found.blocks[0].sets] == [
        (8, "60kg", None),
        (7, "60kg", None),
        (6, "60kg", None),
    ]
    with pytest.raises(NotationError, match="no exercise"):
        past_parts.rename_line(store, LIBRARY, NOW, session.id, session.blocks[0].id, "easy run")
    with pytest.raises(NotationError, match="no exercise"):
        past_parts.add_line(store, LIBRARY, NOW, session.id, "slept 7h")
    with pytest.raises(NothingThere):
        past_parts.add_set(store, LIBRARY, NOW, session.id, found.blocks[1].id, "5")
    assert stands(store, session) == found
    store.close()


def test_a_renamed_run_says_so_in_its_line(store: Store) -> None:
    session = logged(store, "easy run: 20m")
    past_parts.rename_line(store, LIBRARY, NOW, session.id, session.blocks[0].id, "long run")
    block = stands(store, session).blocks[0]
    assert (block.exercise, block.line) == ("long_run", "long run: 20m")
    store.close()


def test_a_session_is_done_in_part_once_a_set_of_it_is_missing() -> None:
    store = open_memory(clock=FixedClock())
    add_week(store)
    past_parts.add_set(store, LIBRARY, NOW, "mon", "mon-0", "5")
    added = past_parts.session_of(store, "mon").blocks[0].sets[-1]
    with store.write("ask four") as writer:
        asked = '[{"role":"work"},{"role":"work"},{"role":"work"},{"role":"work"}]'
        writes.change(writer, BlockRecord, "mon-0", asked=asked)
    past.delete_set(store, LIBRARY, NOW, "mon", added.id)
    assert past_parts.session_of(store, "mon").status is SessionStatus.PARTIAL
    past_parts.add_set(store, LIBRARY, NOW, "mon", "mon-0", "5")
    assert past_parts.session_of(store, "mon").status is SessionStatus.DONE


def test_a_new_beginning_takes_all_instants_along(store: Store) -> None:
    log_text(store, LIBRARY, NOW, "bench press 60kg 8 7", day=FRIDAY, at_us=moment_on(FRIDAY).at_us)
    (session,) = reads_sessions.sessions_between(store, FRIDAY, FRIDAY)
    past_times.edit_times(store, LIBRARY, NOW, session.id, "07:15-08:00")
    found = stands(store, session)
    began = moment_on(FRIDAY).at_us - (12 * 60 + 45) * 60_000_000
    assert (found.began_us, found.minutes) == (began, 45)
    assert {done.at_us for done in found.blocks[0].sets} == {began}
    for wrong in ("25:00", "7", "7:75", "19:00-18:00", "soon"):
        with pytest.raises(NotationError):
            past_times.edit_times(store, LIBRARY, NOW, session.id, wrong)
    assert stands(store, session) == found
    store.close()


def test_a_note_on_one_set_is_found(store: Store) -> None:
    session = logged(store, "bench press 60kg 8 7")
    past_parts.note_set(store, LIBRARY, NOW, session.id, session.blocks[0].sets[1].id, "Élbow flared")
    assert stands(store, session).blocks[0].sets[1].note == "Élbow flared"
    assert [line.id for line in past_list(store, LIBRARY, NOW).found("elbow", SUNDAY)] == [session.id]
    store.close()


TYPED = st.sampled_from(("70x3", "62.5x5", "90x1@9", "w 40x8", "f 60x10"))
DAYS = st.integers(0, 6).map(lambda number: MONDAY + timedelta(days=number))


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_what_is_derived_follows_every_change_of_the_past(data: st.DataObject) -> None:
    store = open_memory(clock=FixedClock())
    add_week(store)
    done_of_it = 0
    for _ in range(data.draw(st.integers(1, 6), label="deeds")):
        found = reads_sessions.sessions_between(store, MONDAY, SUNDAY)
        lifted = [(it, block) for it in found for block in it.blocks if block.sets]
        deed = data.draw(st.sampled_from(("set", "add", "gone", "rename", "day", "rpe", "out", "undo")))
        if deed == "undo" or not lifted:
            if done_of_it:
                done_of_it -= 1
                journal.undo(store)
            continue
        session, block = data.draw(st.sampled_from(lifted), label="where")
        done = data.draw(st.sampled_from(block.sets), label="set")
        done_of_it += 1
        if deed == "set":
            past.edit_set(store, LIBRARY, NOW, session.id, block.id, done.position, data.draw(TYPED))
        elif deed == "add":
            past_parts.add_set(store, LIBRARY, NOW, session.id, block.id, data.draw(TYPED))
        elif deed == "gone":
            past.delete_set(store, LIBRARY, NOW, session.id, done.id)
        elif deed == "rename":
            past_parts.rename_line(store, LIBRARY, NOW, session.id, block.id, "back squat")
        elif deed == "day":
            past.move_session(store, LIBRARY, NOW, session.id, data.draw(DAYS))
        elif deed == "rpe":
            past.edit_session(store, LIBRARY, NOW, session.id, "rpe", data.draw(st.sampled_from("369")))
        else:
            past.delete_session(store, LIBRARY, NOW, session.id)
    journal.verify(store)
    journal.verify_tables(store)
    assert derived(store) == derived(copied(store))


def copied(store: Store) -> Store:
    """A file that was written with what the log says now, and nothing else ever."""
    fresh = open_memory(clock=FixedClock())
    add_week(fresh)
    with fresh.write("the log as it is now") as writer:
        for old in reads_sessions.sessions_between(fresh, date.min, date.max):
            writes.remove(writer, SessionRecord, old.id)
        for session in reads_sessions.sessions_between(store, date.min, date.max):
            writes.save_session(writer, session)
    return fresh


def derived(store: Store) -> tuple[object, ...]:
    """Bests, loads of the week, and what the next weeks ask."""
    week = weeks.week(store, LIBRARY, NOW)
    ahead = [past.opened(store, LIBRARY, NOW, SUNDAY + timedelta(days=number)) for number in range(1, 8)]
    return best_list.best_list(store, LIBRARY, NOW), week.week, ahead


@pytest.mark.parametrize(
    ("typed", "told"),
    [("elbow", True), ("bench", False), ("BENCH elbow", True), ("last month", False), ("", False)],
)
def test_a_note_is_shown_where_only_it_holds_what_was_looked_for(typed: str, told: bool) -> None:
    assert noted_only(typed, "Upper Bench press, Plank", "Élbow flared; bench too low") is told


def test_a_time_to_come_is_refused(store: Store) -> None:
    session = logged(store, "bench press 60kg 8", day=SUNDAY)
    with pytest.raises(NotationError, match="to come"):
        past_times.edit_times(store, LIBRARY, NOW, session.id, "23:30")
    assert stands(store, session) == session
    store.close()
