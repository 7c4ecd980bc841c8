"""`hybrid doctor`: whether the training file is sound, and a new one from its journal where it is not."""

from __future__ import annotations

from pathlib import Path

import click

from hybrid_tui.cli.calls import call_of, with_db
from hybrid_tui.cli.errors import FAILURE, give, say, visible
from hybrid_tui.clock import Clock
from hybrid_tui.store.database import Store, open_store


@click.command()
@click.option(
    "--rebuild",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a new file from the journal of this one; one that exists is never written over.",
)
@with_db
@click.pass_context
def doctor(context: click.Context, rebuild: Path | None) -> None:
    """Check that the training file is sound. It is only read.

    Exit status 1 where something is broken.
    """
    from hybrid_tui.store.health import examine, size_words  # late: no other command needs it

    call = call_of(context)
    if rebuild is not None and rebuild.exists():
        raise click.UsageError(f"{rebuild} is there already. Choose another name.")
    store = open_store(call.path, clock=call.clock, create=False, read_only=True, check=False)
    try:
        give(f"{'file':<9}{visible(str(call.path))}, {size_words(store)}")
        parts = examine(store)
        for part in parts:
            give(f"{part.name:<9}{visible(part.words)}")
        sound = {part.name: part.sound for part in parts}
        if rebuild is not None:
            _rebuild(store, rebuild, call.clock)
        elif all(sound.values()):
            say("The file is sound.")
        elif sound["journal"]:
            say("The journal is whole: «hybrid doctor --rebuild NEW-FILE» writes a sound file from it.")
        else:
            say("Nothing was changed. Keep this file, and restore a backup beside it.")
        if not all(sound.values()):
            context.exit(FAILURE)
    finally:
        store.close()


def _rebuild(source: Store, path: Path, clock: Clock) -> None:
    from hybrid_tui.store import journal  # late: no other command needs it

    target = open_store(path, clock=clock)
    try:
        count = journal.rebuild(source, target)
        journal.verify_tables(target)
    except BaseException:
        target.close()
        path.unlink(missing_ok=True)
        raise
    target.close()
    say(f"{path}: {count} operations, and the log that they make. Open it with «hybrid --db FILE».")
