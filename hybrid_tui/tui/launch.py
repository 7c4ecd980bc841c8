"""Opens the app from the front door and says how it ended."""

from __future__ import annotations

import sys

from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.context import AppContext


def open_app(session: AppContext, start: str = HybridApp.DEFAULT_MODE) -> int:
    """Run the app until it is left; gives the exit status (0, 1 after an error, 128 + n after a signal).

    `start` is the place it opens on, by its mode.
    """

    class Opened(HybridApp):
        DEFAULT_MODE = start

    app = Opened(session)
    app.run()
    status = app.return_code or 0
    if status == 1:
        from hybrid_tui.tui.failure import sentence  # late: only a failure needs it

        print(sentence(app.failure_log), file=sys.stderr)
    return status
