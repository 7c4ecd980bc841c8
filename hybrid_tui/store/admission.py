"""Letting a file in: who holds it, and the checks that need SQL, after `guard` has looked at it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from hybrid_tui.store import guard, lock
from hybrid_tui.store.connection import check_structure, connect, patiently
from hybrid_tui.store.errors import NewerFile, ReadOnlyFile, damaged, moved, translated
from hybrid_tui.store.ids import IdMaker, WallClock
from hybrid_tui.store.schema import MIGRATION_SET, MIGRATIONS, VERSION

CHECK_AT_ONCE_BYTES = 1_000_000
"""Files up to this size are checked whenever they are opened: it takes some five milliseconds. For larger
ones the app asks for the check when it has painted."""


class Admitted(NamedTuple):
    """An open file that may be used, and how."""

    connection: sqlite3.Connection
    place: lock.Place
    path: Path | None = None
    """The file, or None for one in memory."""
    identity: guard.Identity | None = None
    closed_because: str = ""
    """Why nothing can be written, in a sentence; empty when it can."""

    def let_go(self) -> None:
        """Close the connection, then let the lock go."""
        self.connection.close()
        if self.place.hold:
            self.place.hold.release()


def admit(
    found: guard.Found,
    *,
    clock: WallClock,
    read_only: bool,
    hold: bool,
    patience: float,
    device: str | None,
    ids: IdMaker,
    check: bool,
) -> Admitted:
    """Open the file that was found: its lock first, then all that can be wrong with it. Raises StoreError.

    The parameters are those of `database.open_store`.
    """
    closed = _why_closed(found, read_only)
    place = lock.Place(device="", held_by="", hold=None)
    if not closed:
        place = lock.settle(found.path, device=device or ids.new()[-12:], now_us=clock.now_us(), hold=hold)
    if place.held_by:
        closed = f"{place.held_by} has {found.path} open, so it can only be read here."
    connection: sqlite3.Connection | None = None
    try:
        connection = connect(found.path, read_only=bool(closed) and not place.held_by, patience=patience)
        _bring_up_to_date(connection, found, closed, clock, patience)
        if not closed and found.path.stat().st_mode & 0o077:
            found.path.chmod(0o600)
        if check and (found.doubtful or found.size <= CHECK_AT_ONCE_BYTES):
            check_structure(connection, found.path, patience)
    except BaseException:
        if connection:
            connection.close()
        if place.hold:
            place.hold.release()
        raise
    named = place._replace(device=device or place.device)
    return Admitted(connection, named, found.path, found.identity, closed)


def _why_closed(found: guard.Found, read_only: bool) -> str:
    """Why the file can only be read, in a sentence; empty when it can be written."""
    if read_only:
        return f"{found.path} was opened for reading only."
    if not found.writable:
        return (
            f"{found.path} or its folder cannot be written to, so it can only be read. "
            "Check their permissions."
        )
    return ""


def _bring_up_to_date(
    connection: sqlite3.Connection, found: guard.Found, closed: str, clock: WallClock, patience: float
) -> None:
    """Refuse a file that unknown steps were taken on, and bring an older one up to date. Raises StoreError."""
    if guard.identity(found.path) != found.identity:
        raise moved(found.path)
    names = _applied(connection, found.path, patience)
    unknown = [name for name in names if name not in MIGRATIONS]
    if unknown:
        raise NewerFile(
            f"{found.path} was changed by a newer version of this program (step «{unknown[0]}»). "
            "Nothing was changed. Update the program to open it."
        )
    if found.version < VERSION:
        if closed:
            raise ReadOnlyFile(
                f"{found.path} is from an older version and has to be brought up to date first, which "
                "cannot be done now. Nothing was changed. Close the other program, or check the permissions."
            )
        from hybrid_tui.store.create import bring_up_to_date  # late: it brings sqlite-utils along

        bring_up_to_date(connection, found.path, old=found.version, now_us=clock.now_us())


def _applied(connection: sqlite3.Connection, path: Path, patience: float) -> list[str]:
    sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = ?"
    try:
        return [
            row[0]
            for row in patiently(lambda: connection.execute(sql, (MIGRATION_SET,)).fetchall(), patience)
        ]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            raise damaged(path, "it does not say which steps built it") from error
        raise translated(error, path) from error
    except sqlite3.Error as error:
        raise translated(error, path) from error
