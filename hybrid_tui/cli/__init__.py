"""The front door: a bare `hybrid` opens the app, anything else is a command for the shell.

Textual is imported only in the branch that opens the app, click only in the other one.
"""

from __future__ import annotations

import os
import sys


def main(arguments: list[str] | None = None) -> None:
    """Run the program with the shell's arguments and end the process with its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    os.umask(0o077)
    # A shell that asks what could be typed next names no command either.
    if not given and "_HYBRID_COMPLETE" not in os.environ:
        from hybrid_tui.cli.door import open_app

        sys.exit(open_app(None))
    from hybrid_tui.cli.commands import run
    from hybrid_tui.cli.errors import tell_unexpected

    sys.excepthook = tell_unexpected
    sys.exit(run(given))
