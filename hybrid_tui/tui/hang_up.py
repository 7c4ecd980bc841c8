"""The terminal is gone: its window was closed, or the line dropped.

The hang-up signal ends the app through its loop. But the loop may itself be waiting to write to that terminal, for
Textual's writer has died of it; then nothing would ever end, and the input thread would read nothing for ever. So
whoever sees the closed terminal first sets a deadline. Nothing is saved only on exit.
"""

from __future__ import annotations

import os
import select
import signal
import threading
import time

GRACE_S = 1.0
"""Seconds that the clean way out may take."""

_deadline = threading.Event()


def is_gone(fileno: int) -> bool:
    """Whether the other side of this terminal was closed."""
    poll = select.poll()
    poll.register(fileno, 0)  # a hang-up is told without being asked for
    return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in poll.poll(0))


def leave() -> None:
    """End the process with the status of a hang-up, cleanly if that is possible within the grace."""
    if not _deadline.is_set():
        _deadline.set()
        os.kill(os.getpid(), signal.SIGHUP)
        last = threading.Timer(GRACE_S, os._exit, (128 + signal.SIGHUP,))
        last.daemon = True
        last.start()
    time.sleep(0.1)
