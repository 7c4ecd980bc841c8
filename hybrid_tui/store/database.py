"""Opening the one file, and the store that reads and writes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from hybrid_tui.store import guard, lock
from hybrid_tui.store.admission import Admitted, admit
from hybrid_tui.store.connection import Row, check_structure, connect, patiently
from hybrid_tui.store.errors import (
    DamagedFile,
    MissingFile,
    ReadOnlyFile,
    StoreError,
    moved,
    translated,
)
from hybrid_tui.store.ids import IdMaker, WallClock
from hybrid_tui.store.writer import Heading, Value, Writer

PATIENCE_S = 2.0
"""Seconds to wait for another program that holds the file, unless told otherwise."""

_T = TypeVar("_T")


class Store:
    """One open file and its one connection; used only in the thread that opened it."""

    def __init__(self, admitted: Admitted, *, clock: WallClock, ids: IdMaker, patience: float) -> None:
        self.path = admitted.path
        """The file, or None for one in memory."""
        self.device = admitted.place.device
        """Names this copy of the file on this machine."""
        self.closed_because = admitted.closed_because
        """Why nothing can be written, in a sentence; empty when it can."""
        self.held_by = admitted.place.held_by
        """The other app that has the file open, in words; empty when there is none."""
        self.patience = patience
        """Seconds to wait for another program that holds the file."""
        self._admitted = admitted
        self._connection = admitted.connection
        self._clock = clock
        self._ids = ids
        self._ids_seen = False
        self._closed = False
        if admitted.identity:
            guard.in_use[admitted.identity] += 1
        self._data_version = self._version_now()

    @property
    def read_only(self) -> bool:
        """Whether writing is refused; `closed_because` says why."""
        return bool(self.closed_because)

    def rows(self, sql: str, parameters: Sequence[Value] | Mapping[str, Value] = ()) -> list[Row]:
        """All rows of one query. Raises StoreError. For the modules of the store only."""
        return self._do(lambda: self._connection.execute(sql, parameters).fetchall())

    def row(self, sql: str, parameters: Sequence[Value] | Mapping[str, Value] = ()) -> Row | None:
        """The first row of one query, or None. Raises StoreError. For the modules of the store only."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several queries that see the file at one instant."""
        if self._connection.in_transaction:
            yield
            return
        self._do(lambda: self._connection.execute("BEGIN"))
        try:
            yield
        finally:
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")

    @contextmanager
    def write(self, words: str, *, undoable: bool = True) -> Iterator[Writer]:
        """One transaction that is committed, and sure to be in the file, when the block is left.

        `words` say what is done, for the undo toast. An exception inside takes everything back. Raises
        LockedFile, FileMoved, ReadOnlyFile, RefusedRow, DiskTrouble or DamagedFile; after DiskTrouble the
        change may have arrived all the same, and sending it again with the same ids does no harm.
        """
        with self.action(words, kind="do", target="", undoable=undoable) as writer:
            yield writer

    @contextmanager
    def action(self, words: str, *, kind: str, target: str, undoable: bool = True) -> Iterator[Writer]:
        """As `write`, for the journal, which undoes and redoes the action `target`."""
        heading = Heading(
            device=self.device,
            at_us=self._clock.now_us(),
            words=words,
            kind=kind,
            target=target,
            undoable=undoable,
        )
        with self.transaction() as connection:
            yield Writer(connection, heading, self._ids)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """The connection, between BEGIN IMMEDIATE and COMMIT. For the modules of the store only."""
        if self.closed_because:
            raise ReadOnlyFile(self.closed_because)
        self._same_file()
        if self._connection.in_transaction:
            raise StoreError("A change was begun inside another one. Nothing was changed.")
        self._do(lambda: self._connection.execute("BEGIN IMMEDIATE"))
        try:
            yield self._connection
            self._do(lambda: self._connection.execute("COMMIT"))
        except sqlite3.Error as error:
            raise self._noted(error) from error
        finally:
            self._roll_back()
        assert not self._connection.in_transaction
        self._same_file()

    def new_id(self) -> str:
        """A UUIDv7 that comes after all that this device has issued."""
        if not self._ids_seen:
            newest = self.row(
                "SELECT id FROM operation WHERE device = ? ORDER BY seq DESC LIMIT 1", (self.device,)
            )
            if newest:
                self._ids.seen(newest["id"])
            self._ids_seen = True
        return self._ids.new()

    def changed_elsewhere(self) -> bool:
        """Whether another program has changed the file since this was last asked."""
        now = self._version_now()
        changed = now != self._data_version
        self._data_version = now
        return changed

    def check(self, *, full: bool = False, part: str | None = None) -> None:
        """Check the file's structure, about 5 ms a megabyte, more in `full`; or one of its parts only.

        Raises DamagedFile.
        """
        try:
            check_structure(self._connection, self.path, self.patience, full=full, part=part)
        except DamagedFile as error:
            self.closed_because = str(error)
            raise

    def parts(self) -> tuple[str, ...]:
        """What `check` can look at by itself: the schema with the free pages, then each table."""
        tables = self.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        )
        return ("sqlite_schema", *(str(each["name"]) for each in tables))

    def close(self) -> None:
        """Close the connection and let the lock go. A change that is under way is taken back."""
        if self._closed:
            return
        self._closed = True
        self._roll_back()
        self._admitted.let_go()
        if self._admitted.identity:
            guard.in_use[self._admitted.identity] -= 1

    def _version_now(self) -> int:
        return int(self.rows("PRAGMA data_version")[0][0])

    def _do(self, action: Callable[[], _T]) -> _T:
        try:
            return patiently(action, self.patience)
        except sqlite3.Error as error:
            raise self._noted(error) from error

    def _noted(self, error: sqlite3.Error) -> StoreError:
        own = translated(error, self.path)
        if isinstance(own, DamagedFile):
            self.closed_because = str(own)
        return own

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            try:
                self._connection.execute("ROLLBACK")
            except sqlite3.Error as error:
                raise self._noted(error) from error

    def _same_file(self) -> None:
        if self.path is not None and guard.identity(self.path) != self._admitted.identity:
            raise moved(self.path)


def open_store(
    path: Path | str,
    *,
    clock: WallClock,
    create: bool = True,
    read_only: bool = False,
    hold: bool = False,
    patience: float = PATIENCE_S,
    device: str | None = None,
    ids: IdMaker | None = None,
    check: bool = True,
) -> Store:
    """Open the training file at `path`, making a new one where `create` allows it.

    `hold` is for the app: it takes the lock that says who has the file open, and gets a store that cannot be
    written to, with `held_by`, when another app has it. `patience` is in seconds. `device` and `ids` are made
    here unless given. Without `check` a file may turn out to be broken: for the one who looks how. Raises a
    StoreError, the file being untouched: MissingFile, ForeignFile, NewerFile, DamagedFile, ReadOnlyFile,
    LockedFile or DiskTrouble.
    """
    path = Path(path)
    found = guard.examine(path)
    if found is None:
        if read_only or not create:
            raise MissingFile(f"There is no training file at {path}. Start «hybrid» once to make one.")
        from hybrid_tui.store.create import create_file  # late: it brings sqlite-utils along

        create_file(path)
        found = guard.examine(path)
        if found is None:
            raise moved(path)
    ids = ids or IdMaker(clock)
    admitted = admit(
        found,
        clock=clock,
        read_only=read_only,
        hold=hold,
        patience=patience,
        device=device,
        ids=ids,
        check=check,
    )
    try:
        return Store(admitted, clock=clock, ids=ids, patience=patience)
    except BaseException:
        admitted.let_go()
        raise


def open_memory(
    *, clock: WallClock, device: str = "memory", ids: IdMaker | None = None, patience: float = 0
) -> Store:
    """A new, empty store in memory."""
    from hybrid_tui.store.migrations import migrate  # late: it brings sqlite-utils along

    connection = connect(None, read_only=False, patience=patience)
    migrate(connection)
    place = lock.Place(device=device, held_by="", hold=None)
    return Store(Admitted(connection, place), clock=clock, ids=ids or IdMaker(clock), patience=patience)
