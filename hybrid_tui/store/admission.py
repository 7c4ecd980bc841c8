"""The checks of a file that need SQL, after `guard` has looked at it and before it is used."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hybrid_tui.store import guard
from hybrid_tui.store.connection import patiently
from hybrid_tui.store.errors import NewerFile, ReadOnlyFile, damaged, moved, translated
from hybrid_tui.store.ids import WallClock
from hybrid_tui.store.schema import MIGRATION_SET, MIGRATIONS, VERSION


def why_closed(found: guard.Found, read_only: bool) -> str:
    """Why the file can only be read, in a sentence; empty when it can be written."""
    if read_only:
        return f"{found.path} was opened for reading only."
    if not found.writable:
        return (
            f"{found.path} or its folder cannot be written to, so it can only be read. "
            "Check their permissions."
        )
    return ""


def admit(
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
