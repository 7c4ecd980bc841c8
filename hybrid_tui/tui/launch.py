"""Opens the app from the front door and says how it ended."""

from __future__ import annotations

import sys

from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.context import AppContext


def open_app(session: AppContext, start: str = HybridApp.DEFAULT_MODE) -> int:
    """Run the app on `session` until it is left; `start` is the place it opens on, by its mode.

    Gives the exit status: 0, 1 after an error, 128 + n after a signal.
    """

    class Opened(HybridApp):
        DEFAULT_MODE = start

    return run(Opened(session))


def run(app: HybridApp) -> int:
    """Run the app until it is left, and say on the restored terminal what a failure was."""
    app.run()
    status = app.return_code or 0
    if status == 1:
        from hybrid_tui.tui.failure import sentence  # late: only a failure needs it

        print(sentence(app.failure_log), file=sys.stderr)
    return status
