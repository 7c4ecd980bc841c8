"""What the shell may complete: in a line of the log exercises, one's own among them, and its verbs; what has a trend.

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
    before, line = _line(context, "line", incomplete)
    typed = line[max(line.rfind(";"), line.rfind("\n")) + 1 :].lstrip()
    return _items(before, line, typed, [*_names(context), *VERBS])


def series(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What has a trend, from where its name was left: `load`, `bench press`, `best bench press`, `sets quads`."""
    from hybrid_tui.coach.trends import PLAIN  # late: only a completion asks here
    from hybrid_tui.domain.muscles import MUSCLES

    before, line = _line(context, "name", incomplete)
    kind, space, _rest = line.casefold().partition(" ")
    names = _names(context, runs=False)
    if space and kind in ("e1rm", "best"):
        names = [f"{kind} {each}" for each in names]
    muscles = [f"sets {each.replace('_', ' ')}" for each in MUSCLES]
    return _items(before, line, line, [*PLAIN, "e1rm", "best", "climb", *muscles, *names])


def _line(context: click.Context, parameter: str, incomplete: str) -> tuple[str, str]:
    """What stands before the word in hand, and the whole of it, without the quotation marks of the shell."""
    before = " ".join(str(word) for word in context.params.get(parameter) or ()).lstrip("\"' ")
    return before, f"{before} {incomplete}" if before else incomplete.lstrip("\"'")


def _items(before: str, line: str, typed: str, names: list[str]) -> list[CompletionItem]:
    found = [name for name in names if name.startswith(typed.casefold())]
    # What stands before the word in hand is on the command line already, and is not said again.
    said = len(before) + 1 if before else 0
    return [CompletionItem((line[: len(line) - len(typed)] + each)[said:]) for each in found]


def _names(context: click.Context, *, runs: bool = True) -> list[str]:
    """The names of all exercises in use, and of all runs where wanted, in order, each once."""
    from hybrid_tui.coach.library import Library, MissingData  # late: only a completion asks here

    root = context.find_root().obj
    call = root if isinstance(root, Call) else None
    try:
        library = Library() if call is None else call.library
        if call is not None:
            call.take_own(patience=PATIENCE_S)
        catalogue = library.catalogue
        return sorted(
            {
                name.lower()
                for table in catalogue.tables.values()
                if table.id not in catalogue.away and (runs or table.kind == "exercise")
                for name in (table.name, *table.aliases)
            }
        )
    except (MissingData, OSError, ValueError):
        return []
