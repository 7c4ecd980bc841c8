"""Undo, redo, the hash chain, and that the tables can be made anew from the operations."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.record import Food, SessionRecord
from hybrid_tui.domain.set_record import SetRecord
from hybrid_tui.store import journal, reads_sessions, reads_timer, writes
from hybrid_tui.store.database import Store, open_memory, open_store
from hybrid_tui.store.errors import DamagedFile, RefusedRow
from hybrid_tui.store.rows import Heartbeat, TimerFact, TimerRun
from hybrid_tui.store.schema import JOURNALED
from tests.fixed_clock import FixedClock
from tests.store.facts import DAY, lift_session

Content = dict[str, list[tuple[object, ...]]]


def content(store: Store) -> Content:
    """All journaled rows."""
    return {
        table: [tuple(r) for r in store.rows(f"SELECT * FROM {table} ORDER BY id")] for table in JOURNALED
    }


def eat(store: Store, identifier: str, grams: float = 30) -> None:
    with store.write(f"eat {identifier}") as writer:
        writes.save(writer, Food(id=identifier, day=DAY, grams=grams))


def test_undo_gives_the_words_and_takes_the_change_back(memory: Store) -> None:
    eat(memory, "a")
    before = content(memory)
    eat(memory, "b")
    assert journal.undo(memory) == "eat b"
    assert content(memory) == before


def test_there_is_nothing_to_undo_or_redo_in_a_new_file(memory: Store) -> None:
    assert journal.undo(memory) is None
    assert journal.redo(memory) is None


def test_undo_and_redo_walk_back_and_forth(memory: Store) -> None:
    for name in "abc":
        eat(memory, name)
    assert [journal.undo(memory) for _ in range(4)] == ["eat c", "eat b", "eat a", None]
    assert [journal.redo(memory) for _ in range(2)] == ["eat a", "eat b"]
    assert journal.undo(memory) == "eat b"
    assert [journal.redo(memory) for _ in range(3)] == ["eat b", "eat c", None]


def test_a_new_action_clears_redo(memory: Store) -> None:
    eat(memory, "a")
    eat(memory, "b")
    journal.undo(memory)
    eat(memory, "c")
    assert journal.redo(memory) is None
    assert [journal.undo(memory) for _ in range(3)] == ["eat c", "eat a", None]
    # What was cleared stays cleared.
    assert [journal.redo(memory) for _ in range(3)] == ["eat a", "eat c", None]


def test_undo_survives_a_restart(path: Path, clock: FixedClock) -> None:
    for name in "abc":
        opened = open_store(path, clock=clock)
        eat(opened, name)
        opened.close()
    opened = open_store(path, clock=clock, hold=True)
    assert journal.undo(opened) == "eat c"
    opened.close()
    opened = open_store(path, clock=clock)
    assert journal.undo(opened) == "eat b"
    assert journal.redo(opened) == "eat b"
    assert journal.verify(opened) == 6
    opened.close()


def test_a_hundred_actions_can_be_undone(memory: Store) -> None:
    for number in range(120):
        eat(memory, f"f{number:03}")
    for number in reversed(range(120)):
        assert journal.undo(memory) == f"eat f{number:03}"
    assert content(memory)["food"] == []


def test_undo_of_a_delete_brings_parents_before_children(memory: Store) -> None:
    with memory.write("log session") as writer:
        writes.save_session(writer, lift_session())
    before = reads_sessions.session(memory, "s1")
    with memory.write("delete session") as writer:
        assert writes.remove(writer, SessionRecord, "s1")
    assert reads_sessions.session(memory, "s1") is None
    assert journal.undo(memory) == "delete session"
    assert reads_sessions.session(memory, "s1") == before == lift_session()
    assert journal.redo(memory) == "delete session"
    assert reads_sessions.session(memory, "s1") is None


def test_undo_of_an_edit_touches_only_what_the_edit_touched(memory: Store) -> None:
    with memory.write("log session") as writer:
        writes.save_session(writer, lift_session())
    with memory.write("edit set") as writer:
        writes.change(writer, SetRecord, "s1-set0", reps=4)
    with memory.write("zone", undoable=False) as writer:
        writes.change(writer, SetRecord, "s1-set0", zone="UTC")
    assert journal.undo(memory) == "edit set"
    session = reads_sessions.session(memory, "s1")
    assert session is not None
    assert session.blocks[1].sets[0] == replace(lift_session().blocks[1].sets[0], zone="UTC")


def test_undo_of_a_start_takes_along_what_the_timer_hung_on_it_and_redo_brings_it_back(memory: Store) -> None:
    with memory.write("start session") as writer:
        writes.save_session(writer, lift_session())
    run = TimerRun(
        id="r", line="8x(12s / 90s)", at_us=1, boot_us=1, boot_id="b", zone="UTC", day=DAY, session_id="s1"
    )
    with memory.write("timer", undoable=False) as writer:
        writes.save(writer, run)
        writes.save(
            writer, TimerFact(id="t", run_id="r", seq=0, kind="start", boot_us=1, at_us=1, boot_id="b")
        )
        writes.beat(writer, Heartbeat(run_id="r", boot_us=2, at_us=2, boot_id="b", position=1.0))
    before = content(memory)
    assert journal.undo(memory) == "start session"
    assert content(memory)["timer_fact"] == []
    assert reads_timer.running_timer(memory) is None
    assert journal.redo(memory) == "start session"
    assert content(memory) == before


def test_what_cannot_be_undone_is_passed_over(memory: Store) -> None:
    eat(memory, "a")
    with memory.write("import", undoable=False) as writer:
        writes.save(writer, Food(id="imported", day=DAY, grams=20))
    assert journal.undo(memory) == "eat a"
    assert journal.redo(memory) == "eat a"


def test_an_action_whose_rows_are_gone_is_passed_over(memory: Store) -> None:
    eat(memory, "a")
    eat(memory, "b")
    with memory.write("tidy", undoable=False) as writer:
        writes.remove(writer, Food, "b")
    assert journal.undo(memory) == "eat a"


def test_heartbeats_leave_no_trace_in_the_journal(memory: Store) -> None:
    run = TimerRun(id="r", line="x", at_us=1, boot_us=1, boot_id="b", zone="UTC", day=DAY)
    with memory.write("timer", undoable=False) as writer:
        writes.save(writer, run)
    for beat in range(50):
        with memory.write("beat", undoable=False) as writer:
            writes.beat(writer, Heartbeat(run_id="r", boot_us=beat, at_us=beat, boot_id="b", position=beat))
    assert journal.verify(memory) == 1


def test_two_processes_share_one_gap_free_chain(path: Path, clock: FixedClock) -> None:
    app, shell = open_store(path, clock=clock, hold=True), open_store(path, clock=clock)
    assert app.device == shell.device
    for number in range(6):
        # The wall clock runs backwards, and both write within the same millisecond.
        clock.advance(-10 if number == 3 else 0)
        eat((app, shell)[number % 2], f"f{number}")
    rows = app.rows("SELECT seq, id FROM operation ORDER BY seq")
    assert [row["seq"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert journal.verify(shell) == 6
    # Undo asks the file, so it does not matter who acted.
    assert journal.undo(app) == "eat f5"
    app.close()
    shell.close()


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE operation SET after = replace(after, '30.0', '31.0') WHERE seq = 2",
        "UPDATE operation SET words = 'eat nothing' WHERE seq = 2",
        "UPDATE operation SET at_us = at_us + 1 WHERE seq = 2",
        "DELETE FROM operation WHERE seq = 2",
        "DELETE FROM operation WHERE seq = 1",
        "UPDATE operation SET seq = 9 WHERE seq = 3",
        "UPDATE operation SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 3",
    ],
)
def test_a_changed_journal_is_found(path: Path, clock: FixedClock, tamper: str) -> None:
    opened = open_store(path, clock=clock)
    for name in "abc":
        eat(opened, name)
    assert journal.verify(opened) == 3
    opened.close()
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute(tamper)
    assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    raw.close()
    opened = open_store(path, clock=clock)
    with pytest.raises(DamagedFile):
        journal.verify(opened)
    opened.close()


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE food SET grams = 300 WHERE id = 'b'",
        "DELETE FROM food WHERE id = 'b'",
        "INSERT INTO food (id, day, grams) VALUES ('x', '2026-11-25', 1)",
    ],
)
def test_a_changed_table_is_found(path: Path, clock: FixedClock, tamper: str) -> None:
    opened = open_store(path, clock=clock)
    for name in "abc":
        eat(opened, name)
    journal.verify_tables(opened)
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute(tamper)
    raw.close()
    with pytest.raises(DamagedFile, match="food"):
        journal.verify_tables(opened)
    opened.close()


def test_a_flipped_byte_of_a_payload_is_found(path: Path, clock: FixedClock) -> None:
    opened = open_store(path, clock=clock)
    with opened.write("eat") as writer:
        writes.save(writer, Food(id="a", day=DAY, grams=30, words="cottage cheese"))
    opened.close()
    body = path.read_bytes()
    places = [place for place in range(len(body)) if body.startswith(b"cottage", place)]
    assert len(places) == 2
    for place in places:
        path.write_bytes(body[:place] + b"C" + body[place + 1 :])
        opened = open_store(path, clock=clock)
        with pytest.raises(DamagedFile):
            _doctor(opened)
        opened.close()


def _doctor(store: Store) -> None:
    journal.verify(store)
    journal.verify_tables(store)


def test_a_file_is_rebuilt_from_its_operations(memory: Store, path: Path, clock: FixedClock) -> None:
    with memory.write("log session") as writer:
        writes.save_session(writer, lift_session())
    eat(memory, "a")
    journal.undo(memory)
    eat(memory, "b")
    target = open_store(path, clock=clock)
    assert journal.rebuild(memory, target) == journal.verify(memory)
    assert content(target) == content(memory)
    assert journal.verify(target) == journal.verify(memory)
    with pytest.raises(RefusedRow):
        journal.rebuild(memory, target)
    target.close()


_NAMES = st.sampled_from(["a", "b", "c"])
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("eat"), _NAMES, st.integers(0, 200)),
        st.tuples(st.just("drop"), _NAMES, st.just(0)),
        st.tuples(st.just("session"), _NAMES, st.integers(1, 3)),
        st.tuples(st.just("unsession"), _NAMES, st.just(0)),
        st.tuples(st.just("reps"), _NAMES, st.integers(0, 9)),
        st.tuples(st.sampled_from(["undo", "redo"]), st.just(""), st.just(0)),
    ),
    max_size=25,
)


def _step(store: Store, kind: str, name: str, number: int) -> None:
    if kind == "undo":
        journal.undo(store)
        return
    if kind == "redo":
        journal.redo(store)
        return
    with store.write(f"{kind} {name} {number}") as writer:
        match kind:
            case "eat":
                writes.save(writer, Food(id=name, day=DAY, grams=number))
            case "drop":
                writes.remove(writer, Food, name)
            case "session":
                writes.save_session(writer, lift_session(f"s{name}", sets=number))
            case "unsession":
                writes.remove(writer, SessionRecord, f"s{name}")
            case _:
                writes.change(writer, SetRecord, f"s{name}-set0", reps=number)


@settings(max_examples=40, deadline=None)
@given(_STEPS, _STEPS)
def test_undoing_everything_gives_back_what_was(
    first: list[tuple[str, str, int]], then: list[tuple[str, str, int]]
) -> None:
    store = open_memory(clock=FixedClock())
    for step in first:
        _step(store, *step)
    # Nothing done from here on may reach back behind this point.
    with store.write("a line under it") as writer:
        writes.save_setting(writer, "line", 1)
    original = content(store)
    depth = 0
    for step in then:
        _step(store, *step)
    while content(store)["setting"] and depth < 60:
        last = content(store)
        words = journal.undo(store)
        assert words is not None
        after = content(store)
        assert journal.redo(store) == words
        assert content(store) == last
        journal.undo(store)
        assert content(store) == after
        depth += 1
        if words == "a line under it":
            assert last == original
    journal.verify(store)
    journal.verify_tables(store)
    store.close()


@settings(max_examples=40, deadline=None)
@given(_STEPS)
def test_the_operations_make_the_tables(steps: list[tuple[str, str, int]]) -> None:
    store, target = open_memory(clock=FixedClock()), open_memory(clock=FixedClock())
    for step in steps:
        _step(store, *step)
    journal.rebuild(store, target)
    assert content(target) == content(store)
    store.close()
    target.close()
