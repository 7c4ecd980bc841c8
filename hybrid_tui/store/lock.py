"""The note beside the file: which device this is, and which app has the file open.

`FILE.lock` holds four words and is never deleted. The kernel's `flock` on it, not its text, says whether
somebody holds the file; the text says who. The database itself is never opened for this: closing any
descriptor on it would drop SQLite's own locks.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from threading import Event
from typing import NamedTuple

_NOTE_BYTES = 512


LEAVING_TRIES = 20
LEAVING_PAUSE_S = 0.025


class Note(NamedTuple):
    """What the lock file says."""

    device: str
    """Names this copy of the file on this machine; operations are counted by it."""
    host: str
    pid: int = 0
    """The app that has it open; 0 after a clean end."""
    since_us: int = 0
    """UTC microseconds at which that app opened it."""


class Hold(NamedTuple):
    """The lock, held until `release`."""

    descriptor: int
    note: Note

    def release(self) -> None:
        """Say that the end was a clean one, and let go."""
        _write(self.descriptor, Note(device=self.note.device, host=self.note.host))
        os.close(self.descriptor)


class Place(NamedTuple):
    """Where an opened file stands among its users."""

    device: str
    """Names this copy of the file on this machine."""
    held_by: str
    """The other app that has it open, in words; empty when there is none."""
    hold: Hold | None
    """The lock, where it was asked for and got."""


def settle(path: Path, *, device: str, now_us: int, hold: bool) -> Place:
    """The device's name and, for an app (`hold`), the lock or the words for who has it.

    `device` becomes the name when this copy of the file has none yet. An app that is just leaving is waited
    for, about half a second.
    """
    try:
        if not hold:
            return Place(device=device_name(path, device=device), held_by="", hold=None)
        got = take(path, device=device, now_us=now_us)
        for _ in range(LEAVING_TRIES):
            if isinstance(got, Hold):
                break
            pause()
            got = take(path, device=device, now_us=now_us)
    except OSError:
        # Some network disks know no locks. The machine's name is as stable a name as there is.
        return Place(device=os.uname().nodename or "-", held_by="", hold=None)
    if isinstance(got, Hold):
        return Place(device=got.note.device, held_by="", hold=got)
    which = f"process {got.pid} on {got.host}" if got.pid else f"a process on {got.host}"
    return Place(device=got.device, held_by=f"Another hybrid ({which})", hold=None)


def pause() -> None:
    """A moment between two tries."""
    Event().wait(LEAVING_PAUSE_S)


def lock_path(path: Path) -> Path:
    """The lock file of a training file."""
    return path.with_name(path.name + ".lock")


def take(path: Path, *, device: str, now_us: int) -> Hold | Note:
    """Hold the file for an app. The note of the other app instead, when one has it.

    `device` becomes the device's name when this copy of the file has none. Raises OSError where no lock file
    can be made.
    """
    descriptor = _open(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        other = _read(descriptor)
        os.close(descriptor)
        return other or Note(device="", host="this machine")
    except OSError:
        os.close(descriptor)
        raise
    before = _read(descriptor)
    host = os.uname().nodename or "-"
    # A note from another host came along with a copied folder: this is a new device.
    known = before.device if before and before.host == host else device
    note = Note(device=known, host=host, pid=os.getpid(), since_us=now_us)
    _write(descriptor, note)
    return Hold(descriptor=descriptor, note=note)


def device_name(path: Path, *, device: str) -> str:
    """The device's name for this copy of the file; `device` when it has none yet. Raises OSError."""
    descriptor = _open(path)
    try:
        note = _read(descriptor)
        host = os.uname().nodename or "-"
        if note and note.host == host:
            return note.device
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            # The app that holds it writes its note first thing; what it wrote meanwhile is the name.
            note = _read(descriptor)
            return note.device if note and note.host == host else device
        note = _read(descriptor)
        if note and note.host == host:
            return note.device
        _write(descriptor, Note(device=device, host=host))
        return device
    finally:
        os.close(descriptor)


def _open(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    return os.open(lock_path(path), flags, 0o600)


def _read(descriptor: int) -> Note | None:
    words = os.pread(descriptor, _NOTE_BYTES, 0).decode("utf-8", "replace").split()
    if len(words) != 4 or not words[2].isdecimal() or not words[3].isdecimal():
        return None
    return Note(device=words[0], host=words[1], pid=int(words[2]), since_us=int(words[3]))


def _write(descriptor: int, note: Note) -> None:
    # One write of one size: a reader sees the old note or the new one.
    text = f"{note.device} {note.host} {note.pid} {note.since_us}"
    os.pwrite(descriptor, text.encode()[: _NOTE_BYTES - 1].ljust(_NOTE_BYTES - 1) + b"\n", 0)
