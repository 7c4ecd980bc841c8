"""The changes of one transaction, each with its operation in the journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from hybrid_tui.store.errors import RefusedRow
from hybrid_tui.store.ids import IdMaker
from hybrid_tui.store.schema import CHILDREN, JOURNALED, VOLATILE

Value = str | int | float | None
"""What a column may hold."""

HASHED = (
    "id",
    "device",
    "seq",
    "at_us",
    "group_id",
    "part",
    "words",
    "kind",
    "target",
    "undoable",
    "table_name",
    "row_id",
    "before",
    "after",
)
"""The columns of an operation that its hash covers, after the hash of the operation before it."""


class Heading(NamedTuple):
    """What all operations of one action have in common."""

    device: str
    at_us: int
    words: str
    kind: str = "do"
    """`do`, `undo` or `redo`."""
    target: str = ""
    """The action that is undone or redone; empty for a new one, which is its own target."""
    undoable: bool = True


class Writer:
    """Inserts, updates and deletes rows inside the transaction that `Store.write` opened."""

    def __init__(self, connection: sqlite3.Connection, heading: Heading, ids: IdMaker) -> None:
        self._connection = connection
        self._heading = heading
        self._ids = ids
        self._group = ""
        self._part = 0
        self._seq = 0
        self._hash = ""

    @property
    def group_id(self) -> str:
        """The action's id; empty as long as nothing was changed."""
        return self._group

    @property
    def at_us(self) -> int:
        """The instant of the action, UTC microseconds."""
        return self._heading.at_us

    def new_id(self) -> str:
        """An id for a new row."""
        return self._ids.new()

    def get(self, table: str, identifier: str) -> dict[str, Value] | None:
        """The row as it stands inside this transaction, or None."""
        _expect(table, JOURNALED)
        row = self._connection.execute(f"SELECT * FROM {table} WHERE id = ?", (identifier,)).fetchone()
        return dict(row) if row else None

    def insert(self, table: str, row: Mapping[str, Value]) -> bool:
        """Add a row that brings its own `id`. False when a row of that id is there already.

        So a write whose outcome was unknown can be sent again.
        """
        _expect(table, JOURNALED)
        identifier = str(row["id"])
        columns = ", ".join(_name(column) for column in row)
        marks = ", ".join("?" for _ in row)
        done = self._connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING",
            tuple(row.values()),
        )
        if done.rowcount != 1:
            return False
        self._record(table, identifier, None, self.get(table, identifier))
        return True

    def update(self, table: str, identifier: str, changes: Mapping[str, Value]) -> bool:
        """Set columns of a row. False when there is no such row, or it says all that already."""
        before = self.get(table, identifier)
        if before is None or not changes:
            return False
        assignments = ", ".join(f"{_name(column)} = ?" for column in changes)
        self._connection.execute(
            f"UPDATE {table} SET {assignments} WHERE id = ?", (*changes.values(), identifier)
        )
        after = self.get(table, identifier)
        if after is None:
            raise RefusedRow("A row's id cannot be changed. Nothing was changed.")
        differing = [column for column in before if before[column] != after[column]]
        if not differing:
            return False
        self._record(table, identifier, {c: before[c] for c in differing}, {c: after[c] for c in differing})
        return True

    def save(self, table: str, row: Mapping[str, Value]) -> bool:
        """Add the row, or bring the one of its id to the same values. False when nothing changed."""
        return self.insert(table, row) or self.update(
            table, str(row["id"]), {column: value for column, value in row.items() if column != "id"}
        )

    def delete(self, table: str, identifier: str) -> bool:
        """Take a row out; the journal keeps it. False when there is none, RefusedRow while others need it."""
        before = self.get(table, identifier)
        if before is None:
            return False
        self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (identifier,))
        self._record(table, identifier, before, None)
        return True

    def remove(self, table: str, identifier: str) -> bool:
        """Take a row out, and first all rows that refer to it. False when there is none."""
        for child, column in CHILDREN.get(table, ()):
            found = self._connection.execute(f"SELECT id FROM {child} WHERE {column} = ?", (identifier,))
            for row in found.fetchall():
                self.remove(child, row[0])
        return self.delete(table, identifier)

    def keep(self, table: str, row: Mapping[str, Value]) -> None:
        """Put a row of a table outside the journal in the place of the one before."""
        _expect(table, VOLATILE)
        columns = ", ".join(_name(column) for column in row)
        marks = ", ".join("?" for _ in row)
        self._connection.execute(
            f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})", tuple(row.values())
        )

    def forget(self, table: str, identifier: str) -> None:
        """Take a row out of a table outside the journal."""
        _expect(table, VOLATILE)
        self._connection.execute(f"DELETE FROM {table} WHERE {VOLATILE[table]} = ?", (identifier,))

    def _continue_chain(self) -> None:
        """Take up the device's chain of operations where it ended, whichever process wrote last."""
        last = self._connection.execute(
            "SELECT id, seq, hash FROM operation WHERE device = ? ORDER BY seq DESC LIMIT 1",
            (self._heading.device,),
        ).fetchone()
        if last:
            self._ids.seen(last[0])
            self._seq, self._hash = last[1], last[2]

    def _record(
        self,
        table: str,
        identifier: str,
        before: Mapping[str, Value] | None,
        after: Mapping[str, Value] | None,
    ) -> None:
        heading = self._heading
        if not self._group:
            self._continue_chain()
        operation_id = self._ids.new()
        self._group = self._group or operation_id
        self._seq += 1
        whole = before is None or after is None
        operation: dict[str, Value] = {
            "id": operation_id,
            "device": heading.device,
            "seq": self._seq,
            "at_us": heading.at_us,
            "group_id": self._group,
            "part": self._part,
            "words": heading.words,
            "kind": heading.kind,
            "target": heading.target or self._group,
            "undoable": int(heading.undoable),
            "table_name": table,
            "row_id": identifier,
            "before": image(before, whole=whole),
            "after": image(after, whole=whole),
        }
        self._hash = operation["hash"] = hash_of(self._hash, operation)
        self._part += 1
        columns = ", ".join(operation)
        marks = ", ".join("?" for _ in operation)
        self._connection.execute(
            f"INSERT INTO operation ({columns}) VALUES ({marks})", tuple(operation.values())
        )


def image(row: Mapping[str, Value] | None, *, whole: bool) -> str | None:
    """A row, or the changed columns of one, as canonical JSON. A whole row leaves its NULLs out."""
    import json  # late: not needed for the first paint

    if row is None:
        return None
    kept = {column: value for column, value in row.items() if not whole or value is not None}
    return json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def hash_of(previous: str, operation: Mapping[str, Value]) -> str:
    """SHA-256, in hex, over the hash of the device's operation before and this one's columns as JSON."""
    import json  # late: not needed for the first paint
    from hashlib import sha256

    text = json.dumps([previous, *(operation[column] for column in HASHED)], separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()


def _expect(table: str, tables: object) -> None:
    if table not in (JOURNALED if tables is JOURNALED else VOLATILE):
        raise ValueError(f"{table} is not a table that can be written this way")


def _name(column: str) -> str:
    # Column names come from our own code; this keeps it so.
    if not column.replace("_", "").isalnum():
        raise ValueError(f"{column!r} is not a column")
    return column
