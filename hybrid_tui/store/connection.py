"""One SQLite connection, set up so that what was committed stays, and patient with other programs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TypeVar

from hybrid_tui.store.errors import DiskTrouble, code_of, damaged, translated

BUSY_TIMEOUT_MS = 50
"""How long SQLite itself waits for a lock; our own patience is a number of such waits."""

PAUSE_S = 0.025
"""Seconds between two tries."""

_LENGTH_LIMIT = 10_000_000

_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("busy_timeout", str(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("synchronous", "EXTRA", 3),
    ("journal_mode", "DELETE", "delete"),
)
# A database in memory, and a file that may only be read, answer some of these in their own way.
_ONLY_FOR_WRITABLE_FILES = ("mmap_size", "synchronous", "journal_mode")

Row = sqlite3.Row
"""One row, its columns by name."""

_T = TypeVar("_T")


def connect(path: Path | None, *, read_only: bool, patience: float) -> sqlite3.Connection:
    """A connection in autocommit mode with all our pragmas set and read back; None means memory.

    Raises a StoreError when the file cannot be opened or a pragma did not take.
    """
    try:
        if path is None:
            connection = sqlite3.connect(":memory:", isolation_level=None)
        else:
            mode = "ro" if read_only else "rw"
            # `rw` never makes a file: a path that vanished since it was looked at is an error.
            connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None
            )
    except sqlite3.Error as error:
        raise translated(error, path) from error
    try:
        connection.row_factory = sqlite3.Row
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LENGTH_LIMIT)
        for name, value, expected in _SETTINGS:
            if (path is None or read_only) and name in _ONLY_FOR_WRITABLE_FILES:
                continue
            _set(connection, name, value, expected, patience, path)
    except sqlite3.Error as error:
        connection.close()
        raise translated(error, path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def check_structure(
    connection: sqlite3.Connection,
    path: Path | None,
    patience: float,
    *,
    full: bool = False,
    part: str | None = None,
) -> None:
    """SQLite's own check of the file, `quick_check` or the `full` one, of one table (`part`) or of all.

    Raises DamagedFile or LockedFile.
    """
    what = "1" if part is None else '"' + part.replace('"', '""') + '"'
    pragma = f"{'integrity_check' if full else 'quick_check'}({what})"
    try:
        found = patiently(lambda: connection.execute(f"PRAGMA {pragma}").fetchone()[0], patience)
    except sqlite3.Error as error:
        raise translated(error, path) from error
    if found != "ok":
        raise damaged(path or "The file in memory", str(found))


def patiently(action: Callable[[], _T], patience: float) -> _T:
    """The result of `action`, tried again for about `patience` seconds while another connection has the lock.

    Tries are counted instead of timed, so that the store needs no clock for it. Raises the last error.
    """
    tries = max(1, round(patience / (BUSY_TIMEOUT_MS / 1000 + PAUSE_S)))
    pause = Event()
    for _ in range(tries - 1):
        try:
            return action()
        except sqlite3.OperationalError as error:
            if (code_of(error) & 0xFF) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
        pause.wait(PAUSE_S)
    return action()


def _set(
    connection: sqlite3.Connection,
    name: str,
    value: str,
    expected: object,
    patience: float,
    path: Path | None,
) -> None:
    patiently(lambda: connection.execute(f"PRAGMA {name} = {value}").fetchall(), patience)
    row = patiently(lambda: connection.execute(f"PRAGMA {name}").fetchone(), patience)
    found = row[0] if row else None
    if found != expected:
        raise DiskTrouble(
            f"SQLite {sqlite3.sqlite_version} did not accept «{name} = {value}» for {path or 'memory'}, so "
            "what is saved could be lost. Nothing was changed. Update SQLite, or use a local disk."
        )
