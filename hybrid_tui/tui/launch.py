"""Opens the app from the front door and says how it ended."""

from __future__ import annotations

import os
import sys

from hybrid_tui.tui.app import HybridApp

SWITCH_S = 0.001
"""Seconds for which a thread computes before the next has its turn: a key waits for the file's thread a few
times before it is drawn, and Python's own five milliseconds each would be seen."""


def run(app: HybridApp) -> int:
    """Run the app until it is left, and say on the restored terminal what a failure was."""
    sys.setswitchinterval(SWITCH_S)
    try:
        app.run()
    finally:
        if app._driver is not None:
            app._driver.close()  # done already, unless the way out itself broke off: the terminal comes back here
    status = app.return_code or 0
    if status == 1:
        from hybrid_tui.tui.failure import sentence  # late: only a failure needs it

        print(sentence(app.failure_log), file=sys.stderr)
    _let_go()
    return status


def _let_go() -> None:
    """Where the terminal is gone, what Python still holds for it goes nowhere.

    It would be written once more at the very end, fail there, and put 120 in the place of our exit status.
    """
    for number, stream in ((1, sys.stdout), (2, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, number)
            os.close(nowhere)
