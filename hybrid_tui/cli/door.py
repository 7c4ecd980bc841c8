"""Opens the app: the file is opened and read in its own thread while Textual is being imported."""

from __future__ import annotations

import sys
from functools import partial

from hybrid_tui.cli.training_file import database_path
from hybrid_tui.clock import SystemClock
from hybrid_tui.coach.first_look import FirstLook, first_look
from hybrid_tui.coach.late_library import LateLibrary
from hybrid_tui.store.database import Store, open_store
from hybrid_tui.store.errors import StoreError
from hybrid_tui.store.thread import StoreThread


def open_app(db: str | None, *, timer: str | None = None, quiet: bool = False) -> int:
    """Run the app on the file `db`; with `timer` it stands on the Timer with that line. Gives the exit status.

    With `quiet` the timer makes no sound this time, whatever was chosen.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(
            "hybrid needs a terminal to open in. For a pipe use «hybrid today» or «hybrid week».",
            file=sys.stderr,
        )
        return 1
    clock = SystemClock()
    thread = StoreThread(partial(_open, db, clock))
    thread.start()
    library = LateLibrary()
    looked = thread.submit(first_look, library, clock)
    from hybrid_tui.tui.start import run_app  # while this is imported, the thread reads

    try:
        look: FirstLook = looked.result()
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        if quiet:
            from hybrid_tui.tui.cue_choice import QUIET  # late: seldom asked

            look = look._replace(settings={**look.settings, **QUIET})
        return run_app(thread, clock, library, look, timer)
    finally:
        thread.close()


def _open(db: str | None, clock: SystemClock) -> Store:
    return open_store(database_path(db), clock=clock, hold=True)
