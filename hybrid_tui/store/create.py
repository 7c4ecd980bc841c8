"""Making a new file, and bringing an older one up to date. Imported late: it brings sqlite-utils."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from hybrid_tui.store import guard
from hybrid_tui.store.copy import sync, verified_copy
from hybrid_tui.store.errors import DiskTrouble, LockedFile, translated
from hybrid_tui.store.migrations import migrate


def create_file(path: Path) -> None:
    """Make a new training file at `path`, mode 0600, in a folder of mode 0700 if that has to be made too.

    It is built under another name and appears whole: a kill leaves no half-made or empty file behind. When
    another process makes one first, that one stays. Raises DiskTrouble.
    """
    draft = guard.unborn(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))
        _build(draft, path)
        sync(draft)
        # Unlike a rename, a link never takes the place of a file that appeared meanwhile.
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
        sync(path.parent)
    except OSError as error:
        raise DiskTrouble(
            f"A training file could not be made at {path} ({error.strerror}). Choose another place with "
            "--db, or check the permissions and the room on the disk."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def bring_up_to_date(connection: sqlite3.Connection, path: Path, *, old: int, now_us: int) -> None:
    """Migrate an older file after putting a verified copy into `backups` beside it. Raises StoreError.

    On failure the file is as it was, and the copy stays.
    """
    verified_copy(connection, path.parent / "backups" / f"{path.stem}-version-{old}-{now_us}{path.suffix}")
    try:
        migrate(connection)
    except sqlite3.OperationalError as error:
        own = translated(error, path)
        if isinstance(own, LockedFile):
            raise LockedFile(f"{own} It has to be brought up to date before it can be used.") from error
        raise own from error
    except sqlite3.Error as error:
        raise translated(error, path) from error


def _build(draft: Path, path: Path) -> None:
    # The whole path: a name that begins with «file:» would be read as an address.
    connection = sqlite3.connect(draft.absolute(), isolation_level=None)
    try:
        # Nothing can be lost before the file has its name, so its journal may stay in memory.
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        migrate(connection)
    except sqlite3.Error as error:
        raise translated(error, path) from error
    finally:
        connection.close()
