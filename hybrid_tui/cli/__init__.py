"""The front door: a bare `hybrid` opens the app, anything else is a command for the shell.

Textual is imported only in the branch that opens the app, click only in the other one. `commands` lists the
commands, each in a module after its kind: `reading`, `records`, `report`, `writing`, `morning`, `planning`,
`explaining`, `keys`, `demo`, `doctor`, `timer`. `calls` opens the file for them (`training_file` says where it is),
`door` the app. What is typed is read by `days`, `files` and `completion`; what is said comes from `formats`,
`show`, `recovery_*` and, when it goes wrong, `errors`. What is done is asked of `coach`.
"""

from __future__ import annotations

import gc
import os
import sys
from types import TracebackType


def _only_opens(given: list[str]) -> str | None:
    """The file that a command line without a command opens, empty for the usual one; None for any other."""
    if not given:
        return ""
    if len(given) == 2 and given[0] == "--db" and given[1] and not given[1].startswith("-"):
        return given[1]
    return given[0][5:] or None if len(given) == 1 and given[0].startswith("--db=") else None


def main(arguments: list[str] | None = None) -> None:
    """Run the program with the shell's arguments and end the process with its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    os.umask(0o077)
    sys.excepthook = _tell
    _open_closed_streams()
    # A shell that asks what could be typed next names no command either.
    if "_HYBRID_COMPLETE" not in os.environ and (opens := _only_opens(given)) is not None:
        # Nothing that is imported becomes garbage: a tenth of the start is saved. The app turns it on again.
        gc.disable()
        from hybrid_tui.cli.door import open_app

        sys.exit(open_app(opens or None))
    from hybrid_tui.cli.commands import run

    sys.exit(run(given))


def _open_closed_streams() -> None:
    """Where the shell closed a stream (`<&-`), nothing comes from it and what goes to it is dropped."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - for the whole run


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What nobody expected, in a sentence and a log file, also before the app has the terminal."""
    from hybrid_tui.cli.errors import tell_unexpected  # late: only a failure needs it

    tell_unexpected(kind, error, trace)
