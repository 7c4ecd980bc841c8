"""What was written since an operation, as far as the bests of lifts and stretches may have changed by it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hybrid_tui.store.database import Store

MOST = 3000
"""Operations that are looked through; after more it is quicker to count anew."""

_TABLES = ("session", "block", "set_done", "interval_done")
_COUNTED = {"exercise", "part", "session_id"}
"""The columns of a block that say whose best its sets are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What may have changed."""

    sets: frozenset[str]
    """Ids of sets that came since, as far as they are still there or not."""
    intervals: frozenset[str]
    """The same of intervals."""
    exercises: frozenset[str]
    """Exercises of which a set that was there before has changed or gone."""
    stretches: bool
    """Whether that happened to an interval."""


def touched(store: Store, since: int) -> Touched | None:
    """What the operations after number `since` did; None where they are too many. Raises StoreError."""
    rows = store.rows(
        "SELECT table_name, row_id, before, after FROM operation WHERE rowid > ? "
        f"AND table_name IN ({', '.join('?' for _ in _TABLES)}) ORDER BY rowid LIMIT ?",
        (since, *_TABLES, MOST + 1),
    )
    if len(rows) > MOST:
        return None
    look = _Look(store)
    for row in rows:
        before, after = (None if each is None else json.loads(each) for each in (row["before"], row["after"]))
        look.take(row["table_name"], row["row_id"], before, after)
    return look.found()


class _Look:
    """Goes through operations in their order."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._came: dict[str, set[str]] = {name: set() for name in _TABLES}
        self._of_block: dict[str, set[str]] = {}
        """Every exercise that a block has or had."""
        self._blocks: set[str] = set()
        """Blocks of which sets have changed."""
        self._stretches = False

    def take(
        self, table: str, identifier: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        """One operation: a row that came, changed or went."""
        if before is None:
            self._came[table].add(identifier)
        if table == "block":
            exercises = self._of_block.setdefault(identifier, set())
            exercises.update(each["exercise"] for each in (before, after) if each and each.get("exercise"))
            if before is not None and after is not None and not _COUNTED.isdisjoint(before):
                self._blocks.add(identifier)
                self._stretches = True
        elif table == "session" and before is not None and after is not None and "day" in before:
            found = self._store.rows("SELECT id FROM block WHERE session_id = ?", (identifier,))
            self._blocks.update(row["id"] for row in found)
            self._stretches = True
        elif table == "interval_done" and identifier not in self._came[table]:
            self._stretches = True
        elif table == "set_done" and identifier not in self._came[table]:
            self._blocks.add(self._block_of(identifier, before or {}))

    def _block_of(self, identifier: str, before: Mapping[str, Any]) -> str:
        row = self._store.row("SELECT block_id FROM set_done WHERE id = ?", (identifier,))
        if "block_id" in before:  # a whole row, or a set that went from one block to another
            if row is not None:
                self._blocks.add(row["block_id"])
            return str(before["block_id"])
        return "" if row is None else str(row["block_id"])  # where it went later, that operation says more

    def found(self) -> Touched:
        """All of it."""
        exercises: set[str] = set()
        for block in self._blocks:
            exercises |= self._of_block.get(block, set())
            row = self._store.row("SELECT exercise FROM block WHERE id = ?", (block,))
            if row is not None and row["exercise"]:
                exercises.add(row["exercise"])
        return Touched(
            sets=frozenset(self._came["set_done"]),
            intervals=frozenset(self._came["interval_done"]),
            exercises=frozenset(exercises),
            stretches=self._stretches,
        )
