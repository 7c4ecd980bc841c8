"""A verified copy of the file: whole and checked under its final name, or absent."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from hybrid_tui.store.errors import DiskTrouble, damaged, translated


def verified_copy(connection: sqlite3.Connection, target: Path) -> Path:
    """Copy the database behind `connection` to the new file `target`, mode 0600 in a 0700 folder.

    Raises DiskTrouble when it cannot be written or something stands there already, DamagedFile when the copy
    does not pass SQLite's full check. The original is only read.
    """
    draft = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        # Left alone, VACUUM INTO makes a file that everybody can read.
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))
        connection.execute("VACUUM INTO ?", (str(draft),))
        _check(draft, *_last_operation(connection))
        sync(draft)
        os.link(draft, target)
        draft.unlink()
        sync(target.parent)
    except OSError as error:
        raise DiskTrouble(
            f"A copy at {target} could not be made ({error.strerror}). The training file was not changed."
        ) from error
    except sqlite3.Error as error:
        raise translated(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    return target


def _check(draft: Path, count: int, last: str) -> None:
    copy = sqlite3.connect(f"{draft.as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise damaged(draft, found)
        if _last_operation(copy) != (count, last):
            raise damaged(draft, "the copy holds other changes than its original")
    finally:
        copy.close()


def _last_operation(connection: sqlite3.Connection) -> tuple[int, str]:
    count = connection.execute("SELECT count(*) FROM operation").fetchone()[0]
    last = connection.execute("SELECT hash FROM operation ORDER BY id DESC LIMIT 1").fetchone()
    return count, last[0] if last else ""


def sync(path: Path) -> None:
    """Have the system bring a file or a folder to the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
