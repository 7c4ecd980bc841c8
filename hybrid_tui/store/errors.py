"""What can go wrong with the file, each in a sentence that says what, where, what was kept and what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class StoreError(Exception):
    """The file cannot be used as asked. The text is fit to be shown as it stands."""


class MissingFile(StoreError):
    """There is no file at the path, and none was to be made."""


class ForeignFile(StoreError):
    """What stands at the path is not a training file of this program, or not this user's."""


class NewerFile(StoreError):
    """The file was written by a newer version of this program."""


class DamagedFile(StoreError):
    """The file's structure is broken; it is never written to again."""


class ReadOnlyFile(StoreError):
    """A change was asked of a file that is open for reading only."""


class LockedFile(StoreError):
    """Another program held the file for longer than we were willing to wait."""


class FileMoved(StoreError):
    """The file at the path is no longer the one that was opened."""


class DiskTrouble(StoreError):
    """The disk is full or failing; whether the last change arrived has to be asked again."""


class RefusedRow(StoreError):
    """A row breaks a rule of its table: a value out of range, or a row that others still need."""


def code_of(error: sqlite3.Error) -> int:
    """SQLite's number for what went wrong; 0 where the error is Python's own."""
    code: int | None = getattr(error, "sqlite_errorcode", 0)
    return code or 0


def translated(error: sqlite3.Error, path: Path | None) -> StoreError:
    """The store's own error for one of SQLite's, worded for a person."""
    where = str(path) if path else "the training file in memory"
    code = code_of(error)
    if not code and isinstance(error, sqlite3.OperationalError):
        # Python's own: a text column holds bytes that are no text.
        return damaged(where, "a text in it cannot be read")
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return moved(path)
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LockedFile(
                f"Another program is using {where}. Nothing was changed. Close it or wait, then try again."
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged(where, str(error))
        case sqlite3.SQLITE_READONLY:
            return ReadOnlyFile(f"{where} cannot be written to. Nothing was changed. Check its permissions.")
        case sqlite3.SQLITE_FULL:
            return DiskTrouble(
                f"The disk that holds {where} is full: the last change was not saved, all before it is. "
                "Make room, then try again."
            )
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
            return DiskTrouble(
                f"The disk did not take or give what was asked of {where} ({error}). "
                "Check the disk and its permissions, then try again."
            )
        case sqlite3.SQLITE_CONSTRAINT | sqlite3.SQLITE_MISMATCH | sqlite3.SQLITE_TOOBIG:
            return RefusedRow(f"That does not fit the training file ({error}). Nothing was changed.")
    if isinstance(error, sqlite3.IntegrityError):
        return RefusedRow(f"That does not fit the training file ({error}). Nothing was changed.")
    return StoreError(f"{where} could not be used ({error}). Nothing was changed.")


def damaged(where: str | Path, what: str) -> DamagedFile:
    """The error for a file whose structure is broken."""
    return DamagedFile(
        f"{where} is damaged ({what}). It will not be written to. "
        "Restore a backup, or run «hybrid doctor» to see what can be saved."
    )


def moved(path: Path | None) -> FileMoved:
    """The error for a file that was deleted, renamed or replaced while it was open."""
    return FileMoved(
        f"{path} was moved, deleted or replaced while it was open. The last change was not saved there, and "
        "what stands there now was not touched. Put the file back, or save to a new one."
    )
