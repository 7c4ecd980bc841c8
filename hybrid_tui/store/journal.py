"""Undo, redo and the proof that the journal is whole. What was done stays: going back is one more action."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from hybrid_tui.store.connection import Row
from hybrid_tui.store.database import Store
from hybrid_tui.store.errors import DamagedFile, damaged
from hybrid_tui.store.schema import JOURNALED
from hybrid_tui.store.writer import HASHED, Value, Writer, hash_of

# An action is undone when the last action about it is an undo. `target` names the action that an undo or a
# redo is about; an action of its own is about itself.
_NEXT_UNDO = """
SELECT target, words,
    (SELECT group_id FROM operation AS later WHERE later.target = operation.target AND later.part = 0
     ORDER BY later.seq DESC LIMIT 1) AS latest
FROM operation
WHERE device = :device AND part = 0 AND kind = 'do' AND undoable
    AND (SELECT kind FROM operation AS later WHERE later.target = operation.target AND later.part = 0
         ORDER BY later.seq DESC LIMIT 1) <> 'undo'
ORDER BY seq DESC LIMIT 100
"""

# A new action clears what could be redone: only undos that come after the last one count.
_NEXT_REDO = """
SELECT target, words, group_id AS latest
FROM operation
WHERE device = :device AND part = 0 AND kind = 'undo'
    AND seq > coalesce((SELECT max(seq) FROM operation
                        WHERE device = :device AND part = 0 AND kind = 'do' AND undoable), 0)
    AND NOT EXISTS (SELECT 1 FROM operation AS later
                    WHERE later.target = operation.target AND later.part = 0 AND later.seq > operation.seq)
ORDER BY seq DESC LIMIT 100
"""


def undo(store: Store) -> str | None:
    """Take back the last action that can be; its words, or None when there is none. Raises StoreError."""
    return _reverse(store, _NEXT_UNDO, "undo")


def redo(store: Store) -> str | None:
    """Do again what was undone last, and give its words; None when there is none. Raises StoreError."""
    return _reverse(store, _NEXT_REDO, "redo")


def verify(store: Store) -> int:
    """Check every operation against its hash and its place; how many there are. Raises DamagedFile.

    Finds a changed byte in recorded operations, and a missing or a doubled one;
    SQLite's own check is content with all of these.
    """
    count = 0
    device, previous, expected = "", "", 1
    for operation in _all_operations(store):
        if operation["device"] != device:
            device, previous, expected = operation["device"], "", 1
        values: dict[str, Value] = {column: operation[column] for column in HASHED}
        if operation["seq"] != expected or operation["hash"] != hash_of(previous, values):
            raise _broken(store, f"change {operation['seq']} of {device} is not as it was written")
        previous, expected = operation["hash"], expected + 1
        count += 1
    return count


def verify_tables(store: Store) -> None:
    """Check that the tables say what the journal says. Raises DamagedFile for the first row that does not."""
    with store.snapshot():
        expected = replayed(store)
        for table in JOURNALED:
            found = {row["id"]: _without_nulls(dict(row)) for row in store.rows(f"SELECT * FROM {table}")}
            wanted = {identifier: _without_nulls(row) for identifier, row in expected[table].items()}
            for identifier in found.keys() | wanted.keys():
                if found.get(identifier) != wanted.get(identifier):
                    raise _broken(store, f"row {identifier} of {table} is not as the journal has it")


def replayed(store: Store) -> dict[str, dict[str, dict[str, Value]]]:
    """All journaled tables as the operations make them, by table and row id."""
    import json  # late: not needed for the first paint

    tables: dict[str, dict[str, dict[str, Value]]] = {table: {} for table in JOURNALED}
    for operation in store.rows("SELECT table_name, row_id, before, after FROM operation ORDER BY id"):
        rows = tables[operation["table_name"]]
        if operation["after"] is None:
            rows.pop(operation["row_id"], None)
        elif operation["before"] is None:
            rows[operation["row_id"]] = json.loads(operation["after"])
        elif operation["row_id"] in rows:
            rows[operation["row_id"]].update(json.loads(operation["after"]))
    return tables


def rebuild(source: Store, target: Store) -> int:
    """Fill the empty `target` with the operations of `source` and the tables they make; how many operations.

    Reads nothing of the source but its journal. Raises RefusedRow when the target holds anything already.
    """
    count = 0
    tables = replayed(source)
    with target.transaction() as connection:
        for operation in _all_operations(source):
            _put(connection, "operation", dict(operation))
            count += 1
        for table in JOURNALED:
            for row in tables[table].values():
                _put(connection, table, row)
    return count


def _reverse(store: Store, query: str, kind: str) -> str | None:
    for found in store.rows(query, {"device": store.device}):
        with store.action(found["words"], kind=kind, target=found["target"]) as writer:
            # Another process may have gone back the same step since the question was asked.
            if _latest(store, found["target"]) == found["latest"]:
                _reverse_all(store, writer, found["latest"])
            changed = bool(writer.group_id)
        if changed:
            words: str = found["words"]
            return words
    return None


def _latest(store: Store, target: str) -> str:
    sql = "SELECT group_id FROM operation WHERE target = ? AND part = 0 ORDER BY seq DESC LIMIT 1"
    found = store.row(sql, (target,))
    return str(found["group_id"]) if found else ""


def _reverse_all(store: Store, writer: Writer, group: str) -> None:
    """Put back what a group of operations changed, the last change first."""
    import json  # late: not needed for the first paint

    sql = "SELECT table_name, row_id, before, after FROM operation WHERE group_id = ? ORDER BY part DESC"
    for operation in store.rows(sql, (group,)):
        table, identifier = operation["table_name"], operation["row_id"]
        if operation["before"] is None:
            # What was hung on the row since, outside of undo, goes with it, and comes back with a redo.
            writer.remove(table, identifier)
        elif operation["after"] is None:
            writer.insert(table, json.loads(operation["before"]))
        else:
            writer.update(table, identifier, json.loads(operation["before"]))


def _all_operations(store: Store) -> Iterator[Row]:
    """Every operation, device by device in order, a few thousand at a time."""
    device, seq = "", 0
    sql = "SELECT * FROM operation WHERE (device, seq) > (?, ?) ORDER BY device, seq LIMIT 5000"
    while page := store.rows(sql, (device, seq)):
        yield from page
        device, seq = page[-1]["device"], page[-1]["seq"]


def _put(connection: sqlite3.Connection, table: str, row: Mapping[str, Value]) -> None:
    columns, marks = ", ".join(row), ", ".join("?" for _ in row)
    connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(row.values()))


def _without_nulls(row: Mapping[str, Value]) -> dict[str, Value]:
    return {column: value for column, value in row.items() if value is not None}


def _broken(store: Store, what: str) -> DamagedFile:
    return damaged(store.path or "The file in memory", what)
