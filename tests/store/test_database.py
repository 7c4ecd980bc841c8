"""Opening, the pragmas, and the one way to write."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from hybrid_tui.store import migrations
from hybrid_tui.store.database import Store, open_memory, open_store
from hybrid_tui.store.errors import (
    DamagedFile,
    DiskTrouble,
    FileMoved,
    LockedFile,
    ReadOnlyFile,
    RefusedRow,
    StoreError,
)
from hybrid_tui.store.schema import CHILDREN, JOURNALED, MIGRATIONS, VERSION, VOLATILE
from hybrid_tui.store.writer import Value
from tests.fixed_clock import FixedClock

FOOD: dict[str, Value] = {"id": "f1", "day": "2026-11-25", "grams": 30.0}


def _foods(store: Store) -> list[str]:
    return [row["id"] for row in store.rows("SELECT id FROM food ORDER BY id")]


def test_a_new_file_is_private_and_whole(path: Path, clock: FixedClock) -> None:
    open_store(path, clock=clock).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert sorted(entry.name for entry in path.parent.iterdir()) == [path.name, path.name + ".lock"]
    assert stat.S_IMODE(path.with_name(path.name + ".lock").stat().st_mode) == 0o600


def test_a_file_that_cannot_be_made_leaves_nothing_behind(
    path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("hybrid_tui.store.create.migrate", fails)
    with pytest.raises(DiskTrouble, match="full") as caught:
        open_store(path, clock=clock)
    assert f"{path} is full" in str(caught.value)
    assert list(path.parent.iterdir()) == []


def test_a_file_that_others_could_read_is_closed_to_them(made: Path, clock: FixedClock) -> None:
    made.chmod(0o644)
    open_store(made, clock=clock).close()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("recursive_triggers", 1),
        ("busy_timeout", 50),
        ("user_version", VERSION),
    ],
)
def test_pragmas(store: Store, pragma: str, value: object) -> None:
    assert store.rows(f"PRAGMA {pragma}")[0][0] == value


def test_every_table_is_strict_and_named(memory: Store) -> None:
    tables = [row for row in memory.rows("PRAGMA table_list") if row["type"] == "table"]
    ours = {
        row["name"]: row["strict"] for row in tables if not row["name"].startswith(("sqlite_", "_sqlite"))
    }
    assert ours == dict.fromkeys((*JOURNALED, *VOLATILE, "operation"), 1)


def test_children_are_those_of_the_foreign_keys(memory: Store) -> None:
    found: dict[str, set[tuple[str, str]]] = {}
    for table in JOURNALED:
        for key in memory.rows(f"PRAGMA foreign_key_list({table})"):
            found.setdefault(key["table"], set()).add((table, key["from"]))
            assert key["on_delete"] == "RESTRICT"
    assert found == {table: set(children) for table, children in CHILDREN.items()}


def test_the_known_steps_are_the_migrations(memory: Store) -> None:
    rows = memory.rows("SELECT name FROM _sqlite_migrations ORDER BY id")
    assert tuple(row["name"] for row in rows) == MIGRATIONS


def test_what_was_written_is_there_after_reopening(path: Path, clock: FixedClock) -> None:
    first = open_store(path, clock=clock)
    with first.write("add food") as writer:
        assert writer.insert("food", FOOD)
    first.close()
    again = open_store(path, clock=clock)
    assert _foods(again) == ["f1"]
    again.close()


def test_an_exception_takes_everything_back(store: Store) -> None:
    with pytest.raises(RefusedRow), store.write("add food") as writer:  # noqa: PT012
        writer.insert("food", FOOD)
        writer.insert("food", {"id": "f2"})
    assert _foods(store) == []
    assert store.rows("SELECT * FROM operation") == []


def test_sending_a_write_again_changes_nothing(store: Store) -> None:
    for _ in range(2):
        with store.write("add food") as writer:
            writer.insert("food", FOOD)
            writer.update("food", "f1", {"words": "quark"})
    assert _foods(store) == ["f1"]
    assert store.rows("SELECT count(*) AS n FROM operation")[0]["n"] == 2


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("food", {"id": "f", "day": "yesterday", "grams": 1.0}),
        ("food", {"id": "f", "day": "2026-11-25", "grams": float("inf")}),
        ("food", {"id": "f", "day": "2026-11-25", "grams": float("nan")}),
        ("food", {"id": "f", "day": "2026-11-25", "grams": "thirty"}),
        ("food", {"id": "f", "day": "2026-11-25", "grams": 1.0, "words": "x" * 4001}),
        ("food", {"id": "f", "grams": 1.0}),
        ("body_weight", {"id": "w", "day": "2026-11-25", "kg": 7000.0}),
        ("block", {"id": "b", "session_id": "nobody", "position": 0, "status": "open"}),
        ("set_done", {"id": "s", "block_id": "nobody", "position": 0, "role": "work", "reps": 5}),
        ("checkin", {"id": "2026-11-25", "sleep": 9}),
    ],
)
def test_a_row_that_does_not_fit_is_refused(store: Store, table: str, row: dict[str, Value]) -> None:
    with pytest.raises(RefusedRow), store.write("add") as writer:
        writer.insert(table, row)
    assert store.rows("SELECT * FROM operation") == []


def test_a_parent_is_not_taken_from_its_children(store: Store) -> None:
    with store.write("start") as writer:
        writer.insert("session", {"id": "s", "day": "2026-11-25", "kind": "lift", "status": "open"})
        writer.insert("block", {"id": "b", "session_id": "s", "position": 0, "status": "open"})
    with pytest.raises(RefusedRow), store.write("delete") as writer:
        writer.delete("session", "s")
    with store.write("delete") as writer:
        assert writer.remove("session", "s")
    assert store.rows("SELECT * FROM block") == []


@pytest.mark.parametrize(("table", "column"), [("operation", "id"), ("food; --", "id"), ("food", "id) --")])
def test_only_our_tables_and_columns_can_be_named(store: Store, table: str, column: str) -> None:
    with pytest.raises(ValueError, match="not a"), store.write("add") as writer:
        writer.insert(table, {"id": "x", column: "x"})


def test_a_write_within_a_write_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="inside another"), store.write("outer"), store.write("inner"):
        pass
    with store.write("after") as writer:
        writer.insert("food", FOOD)


def test_a_locked_file_is_waited_for_and_then_reported(store: Store, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedFile, match="Nothing was changed"), store.write("add food") as writer:
        writer.insert("food", FOOD)
    other.execute("COMMIT")
    with store.write("add food") as writer:
        writer.insert("food", FOOD)
    other.close()
    assert _foods(store) == ["f1"]


def test_a_reader_elsewhere_holds_the_commit_up_and_nothing_is_kept(store: Store, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM food").fetchall()
    with pytest.raises(LockedFile), store.write("add food") as writer:
        writer.insert("food", FOOD)
    other.execute("COMMIT")
    assert _foods(store) == []
    other.close()


def test_reading_waits_too(store: Store, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LockedFile):
        _foods(store)
    other.execute("COMMIT")
    assert _foods(store) == []
    other.close()


def _unlink(path: Path) -> None:
    path.unlink()


def _rename(path: Path) -> None:
    path.rename(path.with_name("elsewhere.sqlite"))


def _replace(path: Path) -> None:
    newcomer = path.with_name("newcomer")
    newcomer.write_bytes(path.read_bytes())
    os.replace(newcomer, path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link(path: Path) -> None:
    path.rename(path.with_name("elsewhere.sqlite"))
    path.symlink_to("elsewhere.sqlite")


@pytest.mark.parametrize("pull", [_unlink, _rename, _replace, _folder, _link])
@pytest.mark.parametrize("when", ["before", "during"])
def test_a_file_pulled_away_is_noticed_before_it_is_acknowledged(
    store: Store, path: Path, pull: Callable[[Path], None], when: str
) -> None:
    if when == "before":
        pull(path)
    with pytest.raises((FileMoved, DiskTrouble)), store.write("add food") as writer:  # noqa: PT012
        writer.insert("food", FOOD)
        pull(path)
    if path.is_file() and not path.is_symlink():
        newcomer = sqlite3.connect(path)
        assert newcomer.execute("SELECT count(*) FROM food").fetchone() == (0,)
        newcomer.close()


def test_read_only_reads_and_refuses_to_write(made: Path, clock: FixedClock) -> None:
    opened = open_store(made, clock=clock, read_only=True)
    assert opened.read_only
    assert _foods(opened) == []
    with pytest.raises(ReadOnlyFile), opened.write("add food"):
        pass
    opened.close()


def test_a_file_that_cannot_be_written_is_still_read(
    made: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    opened = open_store(made, clock=clock, hold=True)
    assert "permissions" in opened.closed_because
    assert _foods(opened) == []
    opened.close()


def test_a_change_by_another_program_is_noticed(made: Path, clock: FixedClock) -> None:
    app, shell = open_store(made, clock=clock, hold=True), open_store(made, clock=clock)
    assert not app.changed_elsewhere()
    with shell.write("add food") as writer:
        writer.insert("food", FOOD)
    assert app.changed_elsewhere()
    assert not app.changed_elsewhere()
    with app.write("more food") as writer:
        writer.insert("food", {**FOOD, "id": "f2"})
    assert not app.changed_elsewhere()
    app.close()
    shell.close()


@pytest.mark.parametrize("found_by", ["a check", "a write"])
def test_a_damaged_file_is_never_written_again(
    store: Store, path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, found_by: str
) -> None:
    with store.write("fill") as writer:
        for number in range(300):
            writer.insert("food", {**FOOD, "id": f"f{number}", "words": "x" * 200})
    root = store.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'food'")[0][0]
    store.close()
    with path.open("r+b") as raw:
        raw.seek((root - 1) * 4096)
        raw.write(b"\xff" * 200)
    monkeypatch.setattr("hybrid_tui.store.admission.CHECK_AT_ONCE_BYTES", 0)
    reopened = open_store(path, clock=clock)
    before = path.read_bytes()
    if found_by == "a check":
        with pytest.raises(DamagedFile):
            reopened.check()
    else:
        with pytest.raises(DamagedFile), reopened.write("more") as writer:
            writer.insert("food", {**FOOD, "id": "f999"})
    with pytest.raises(ReadOnlyFile, match="damaged"), reopened.write("more"):
        pass
    assert path.read_bytes() == before
    reopened.close()


def test_a_failed_migration_leaves_the_old_file(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = sqlite3.connect(made, isolation_level=None)
    before = connection.execute("SELECT sql FROM sqlite_schema").fetchall()
    failing = Migrations("hybrid_tui")

    @failing()
    def first_tables(db: object) -> None:
        raise AssertionError("applied already")

    @failing()
    def second(db: Database) -> None:
        db.conn.execute("CREATE TABLE half (id TEXT) STRICT")

    @failing()
    def third(db: Database) -> None:
        db.conn.execute("CREATE TABLE broken (")

    monkeypatch.setattr(migrations, "migrations", failing)
    with pytest.raises(sqlite3.OperationalError):
        migrations.migrate(connection)
    assert connection.execute("SELECT sql FROM sqlite_schema").fetchall() == before
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()


def test_an_older_file_is_copied_then_brought_up_to_date(
    made: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = Migrations("hybrid_tui")
    later()(migrations.first_tables)

    @later()
    def second(db: Database) -> None:
        db.conn.execute("CREATE TABLE more (id TEXT PRIMARY KEY) STRICT")

    monkeypatch.setattr(migrations, "migrations", later)
    for module in ("hybrid_tui.store.guard", "hybrid_tui.store.admission"):
        monkeypatch.setattr(f"{module}.VERSION", VERSION + 1)
    monkeypatch.setattr("hybrid_tui.store.admission.MIGRATIONS", (*MIGRATIONS, "second"))
    old = sqlite3.connect(made).execute("SELECT sql FROM sqlite_schema ORDER BY name").fetchall()

    opened = open_store(made, clock=clock)
    assert opened.rows("PRAGMA user_version")[0][0] == VERSION + 1
    assert opened.rows("SELECT * FROM more") == []
    opened.close()
    (copy,) = (made.parent / "backups").iterdir()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert sqlite3.connect(copy).execute("SELECT sql FROM sqlite_schema ORDER BY name").fetchall() == old


def test_opening_an_existing_file_needs_no_slow_library(made: Path) -> None:
    program = (
        "import sys\n"
        "from hybrid_tui.clock import SystemClock\n"
        "from hybrid_tui.store.database import open_store\n"
        "from hybrid_tui.store import reads_sessions\n"
        f"store = open_store({str(made)!r}, clock=SystemClock(), hold=True)\n"
        "assert reads_sessions.open_session(store) is None\n"
        "store.close()\n"
        "slow = {'sqlite_utils', 'pendulum', 'textual', 'json', 'click'} & set(sys.modules)\n"
        "assert not slow, slow\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_memory_is_the_second_back_end(clock: FixedClock) -> None:
    store = open_memory(clock=clock)
    with store.write("add food") as writer:
        writer.insert("food", FOOD)
    assert _foods(store) == ["f1"]
    store.check(full=True)
    store.close()
