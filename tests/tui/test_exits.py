"""Every way out restores the terminal and tells the truth in its exit status. Run on a real pty."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import termios
import time
from pathlib import Path

import pytest

PROGRAM = """
import sys
from textual.binding import Binding
from hybrid_tui.tui import launch
from tests.tui import shell_app


class Breaking(shell_app.SmallScreen):
    PLACE = "today"
    BINDINGS = [Binding("x", "break", "break")]

    def action_break(self):
        raise ValueError("secret [/]")


app = shell_app.small_app()
places = [launch_place for launch_place in app.places]
places[0] = shell_app.Place(key="1", mode="today", name="Today", make=Breaking)
sys.exit(launch.run(type(app)(app.session, places)))
"""


def _read_until(fd: int, sign: bytes, seconds: float) -> bytes:
    got = b""
    end = time.monotonic() + seconds
    while sign not in got and time.monotonic() < end:
        if select.select([fd], [], [], 0.1)[0]:
            try:
                got += os.read(fd, 65536)
            except OSError:
                break
    return got


def _end(way: bytes | int, state: Path) -> tuple[int, bytes, bool]:
    """Exit status, all output after the way out was taken, and whether the terminal echoes lines again."""
    pid, fd = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", HYBRID_STATE=str(state))
        os.execv(sys.executable, [sys.executable, "-c", PROGRAM])
    _read_until(fd, b"Short hills", 20)
    if isinstance(way, int):
        os.kill(pid, way)
    else:
        os.write(fd, way)
    after = _read_until(fd, b"\x1b[?1004l", 10)
    after += _read_until(fd, b"\0", 1)
    _, status = os.waitpid(pid, 0)
    flags = termios.tcgetattr(fd)[3]
    os.close(fd)
    return os.waitstatus_to_exitcode(status), after, bool(flags & termios.ECHO and flags & termios.ICANON)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("way", "status"),
    [
        (b"q", 0),
        (b"\x11", 0),
        (b"x", 1),
        (int(signal.SIGHUP), 129),
        (int(signal.SIGINT), 130),
        (int(signal.SIGQUIT), 131),
        (int(signal.SIGTERM), 143),
    ],
)
def test_the_terminal_is_restored_and_the_status_is_true(
    way: bytes | int, status: int, tmp_path: Path
) -> None:
    code, after, cooked = _end(way, tmp_path)
    assert code == status
    assert cooked
    for mode in (
        b"\x1b[?1049l",
        b"\x1b[?25h",
        b"\x1b[?1004l",
        b"\x1b[?2004l",
        b"\x1b[?1000l",
        b"\x1b[?1006l",
    ):
        assert mode in after
    if status == 1:
        assert b"Traceback" not in after
        assert b"secret" not in after
        assert b"hybrid.log" in after.replace(b"\r\n", b"")
        log = tmp_path / "hybrid.log"
        assert "ValueError: secret [/]" in log.read_text("utf-8")
        assert log.stat().st_mode & 0o777 == 0o600
