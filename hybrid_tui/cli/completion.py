"""What the shell may complete in a line of the log: names of exercises, one's own among them, and its verbs.

It reads the training file and never writes or makes one; where that cannot be read it says nothing.
"""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from hybrid_tui.cli.calls import Call

VERBS = ("session", "slept", "weight", "protein", "sore", "tm", "rest")
"""What a line of the log may begin with beside a name."""
PATIENCE_S = 0.1
"""Seconds that a busy file is waited for: nobody waits longer for a grey word."""


def begun(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The words that go on where the line was left: `back sq` with `squat`, `"back sq` with `back squat`."""
    before = " ".join(str(word) for word in context.params.get("line") or ()).lstrip("\"' ")
    line = f"{before} {incomplete}" if before else incomplete.lstrip("\"'")
    typed = line[max(line.rfind(";"), line.rfind("\n")) + 1 :].lstrip()
    call = context.find_root().obj
    names = sorted(set(_names(call if isinstance(call, Call) else None)))
    found = [name for name in (*names, *VERBS) if name.startswith(typed.casefold())]
    # What stands before the word in hand is on the command line already, and is not said again.
    said = len(before) + 1 if before else 0
    return [CompletionItem((line[: len(line) - len(typed)] + each)[said:]) for each in found]


def _names(call: Call | None) -> list[str]:
    from hybrid_tui.coach.library import Library, MissingData  # late: only a completion asks here

    try:
        library = Library() if call is None else call.library
        if call is not None:
            call.take_own(patience=PATIENCE_S)
        catalogue = library.catalogue
        return [
            name.lower()
            for table in catalogue.tables.values()
            if table.id not in catalogue.away
            for name in (table.name, *table.aliases)
        ]
    except (MissingData, OSError, ValueError):
        return []
