"""The look at a path before SQLite touches it. What is refused here is left as it was, to the byte."""

from __future__ import annotations

import os
import stat
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from hybrid_tui.store.errors import ForeignFile, NewerFile, damaged
from hybrid_tui.store.schema import APPLICATION_ID, VERSION

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100

Identity = tuple[int, int]
"""Device and inode: which file it is, whatever it is called."""

in_use: Counter[Identity] = Counter()
"""How often this process has each file open. POSIX locks belong to the process and to the file: closing any
descriptor on a file drops the locks that SQLite holds on it elsewhere in the process."""


class Found(NamedTuple):
    """An existing file that may be opened."""

    path: Path
    """The file itself, a symbolic link followed."""
    identity: Identity
    version: int
    """Its `user_version`; below ours for an older file."""
    size: int
    """Bytes."""
    doubtful: bool
    """Its size is not what its header says, so that the structure ought to be checked before use.

    What an unclean end leaves behind is no reason: SQLite takes back the change that was under way."""
    writable: bool


def examine(path: Path) -> Found | None:
    """The file at `path`, or None when nothing is there.

    Raises ForeignFile, NewerFile or DamagedFile, having only read.
    """
    try:
        real = path.resolve(strict=True) if path.is_symlink() else path
        info = os.lstat(real)
        if info.st_nlink > 1:
            _drop_first_names(real, info)
            info = os.lstat(real)
    except FileNotFoundError:
        if path.is_symlink():
            raise ForeignFile(
                f"{path} is a link to nothing. Nothing was changed. Name the file itself."
            ) from None
        return None
    except (OSError, RuntimeError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise ForeignFile(f"{path} cannot be looked at ({why}). Nothing was changed.") from error
    _check_kind(path, info)
    if in_use[info.st_dev, info.st_ino]:
        return _found(real, info, version=VERSION, doubtful=False)
    header = _header(real, info)
    if not header.startswith(_MAGIC):
        what = "is empty" if not header else "is not a training file"
        raise ForeignFile(f"{path} {what}. Nothing was changed. Choose another file, or move this one away.")
    return _judged(path, real, info, header)


def identity(path: Path) -> Identity | None:
    """Which file stands at `path` now; None when there is none."""
    try:
        info = os.lstat(path)
    except OSError:
        return None
    return info.st_dev, info.st_ino


def unborn(path: Path) -> Path:
    """The name under which a new file for `path` is built, before it is whole."""
    return path.with_name(f".{path.name}.new-{os.getpid()}")


def _drop_first_names(path: Path, info: os.stat_result) -> None:
    """Remove the name that a new file was built under, when a kill came between its two names."""
    for leftover in path.parent.glob(f".{path.name}.new-*"):
        if leftover.lstat().st_ino == info.st_ino:
            leftover.unlink(missing_ok=True)


def _check_kind(path: Path, info: os.stat_result) -> None:
    if not stat.S_ISREG(info.st_mode):
        raise ForeignFile(f"{path} is not a plain file. Nothing was changed. Choose another path.")
    if info.st_uid != os.geteuid():
        raise ForeignFile(
            f"{path} belongs to another user of this machine. Nothing was changed. "
            "Copy it to a file of your own."
        )
    # Two names make two journals, and an interrupted change would be rolled back by neither or the wrong one.
    if info.st_nlink > 1:
        raise ForeignFile(
            f"{path} has a second name (a hard link), which SQLite cannot protect. Nothing was changed. "
            "Make a copy and use that."
        )


def _header(real: Path, info: os.stat_result) -> bytes:
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        descriptor = os.open(real, flags)
    except OSError as error:
        raise ForeignFile(f"{real} cannot be read ({error.strerror}). Nothing was changed.") from error
    try:
        now = os.fstat(descriptor)
        if (now.st_dev, now.st_ino) != (info.st_dev, info.st_ino):
            raise ForeignFile(f"{real} is changing at this moment. Nothing was changed. Try again.")
        return os.read(descriptor, _HEADER_BYTES)
    finally:
        os.close(descriptor)


def _judged(path: Path, real: Path, info: os.stat_result, header: bytes) -> Found:
    """Read the header's fields (sqlite.org/fileformat2, 1.3) and refuse what is not ours."""
    if len(header) < _HEADER_BYTES:
        raise damaged(path, "it ends within its header")
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise ForeignFile(
            f"{path} is a database of another program. Nothing was changed. "
            "Choose another file for your training."
        )
    version = int.from_bytes(header[60:64])
    if version > VERSION:
        raise NewerFile(
            f"{path} was written by a newer version of this program (file {version}, program {VERSION}). "
            "Nothing was changed. Update the program to open it."
        )
    if version < 1:
        raise damaged(path, "it does not say its version")
    unfinished = real.with_name(real.name + "-journal").exists()
    page = int.from_bytes(header[16:18])
    expected = int.from_bytes(header[28:32]) * (65536 if page == 1 else page)
    if expected > info.st_size and not unfinished:
        raise damaged(path, f"it is cut off: {info.st_size} bytes of {expected}")
    return _found(real, info, version=version, doubtful=not unfinished and expected != info.st_size)


def _found(real: Path, info: os.stat_result, *, version: int, doubtful: bool) -> Found:
    return Found(
        path=real,
        identity=(info.st_dev, info.st_ino),
        version=version,
        size=info.st_size,
        doubtful=doubtful,
        writable=os.access(real, os.W_OK) and os.access(real.parent, os.W_OK),
    )
