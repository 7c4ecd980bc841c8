from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys

from hybrid_tui.tui.hang_up import is_gone

STUCK = """
import signal, sys, time
from hybrid_tui.tui import hang_up
signal.signal(signal.SIGHUP, signal.SIG_IGN)
hang_up.GRACE_S = 0.1
hang_up.leave()
time.sleep(20)
"""
"""A program whose clean way out does not work."""


def test_a_closed_terminal_is_told_from_an_open_one() -> None:
    outside, inside = pty.openpty()
    assert not is_gone(inside)
    os.write(outside, b"key")
    assert not is_gone(inside)
    os.close(outside)
    assert is_gone(inside)
    os.close(inside)


def test_a_program_that_cannot_end_cleanly_ends_all_the_same() -> None:
    ended = subprocess.run([sys.executable, "-c", STUCK], timeout=10, check=False)
    assert ended.returncode == 128 + signal.SIGHUP
