"""Files that a command is given by name, read as text; never longer than allowed, never waiting for ever."""

from __future__ import annotations

import os
import select
import stat
from pathlib import Path

from hybrid_tui.cli.calls import LARGEST, decoded
from hybrid_tui.cli.errors import BadInput, visible

PATIENCE_S = 10
"""How long a pipe may keep silent, in seconds, before it is taken for one that nobody writes to."""


def file_text(name: str) -> str:
    """The text of a file, a named pipe included. Raises BadInput where it cannot be read, is too long or no text."""
    try:
        content = _waited_for(name) if _is_pipe(name) else _read(name)
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else str(error)
        raise BadInput(f"{visible(name)} cannot be read: {said}") from error
    return decoded(content, visible(name))


def _is_pipe(name: str) -> bool:
    return stat.S_ISFIFO(os.stat(name).st_mode)


def _read(name: str) -> bytes:
    with Path(name).open("rb") as file:
        return file.read(LARGEST + 1)


def _waited_for(name: str) -> bytes:
    # Opened without waiting: a pipe that nobody writes to would hold up the open itself.
    pipe = os.open(name, os.O_RDONLY | os.O_NONBLOCK)
    found = b""
    try:
        while len(found) <= LARGEST:
            ready, _, _ = select.select([pipe], [], [], PATIENCE_S)
            if not ready:
                raise BadInput(f"{visible(name)} is a pipe, and nothing came through it in {PATIENCE_S} s")
            part = os.read(pipe, LARGEST)
            if not part:
                break
            found += part
    finally:
        os.close(pipe)
    return found
