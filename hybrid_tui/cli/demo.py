"""A made-up log: written into a file to keep, or opened for once in one that is thrown away."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from hybrid_tui.cli.calls import call_of
from hybrid_tui.cli.errors import say

MOST_YEARS = 40


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"«{value}» is no day; write 2026-11-24") from error


@click.command()
@click.option(
    "--years",
    type=click.IntRange(1, MOST_YEARS),
    default=1,
    show_default=True,
    help="How many years the log reaches back.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The new file; one that exists is never written over.",
)
@click.option("--seed", metavar="NUMBER", type=int, help="The same seed makes the same log.")
@click.option("--until", metavar="DATE", callback=_day, help="The day that is today in the log.")
@click.pass_context
def demo(context: click.Context, years: int, output: Path, seed: int | None, until: date | None) -> None:
    """Write a made-up log of one person's training, to look around in or to measure with.

    It ends yesterday, with today's session planned. Open it with «hybrid --db FILE».
    """
    if output.exists():
        raise click.UsageError(f"{output} is there already. Choose another name.")
    write(context, output, years=years, seed=seed, until=until)


def open_demo(context: click.Context) -> int:
    """Open the app on a made-up year in a file that is gone afterwards. Gives the exit status."""
    import tempfile

    from hybrid_tui.cli.door import open_app  # late: only this opens the app

    if not in_terminal():
        return open_app(None)  # it says that a terminal is needed
    with tempfile.TemporaryDirectory(prefix="hybrid-demo-") as folder:
        file = Path(folder) / "demo.sqlite"
        say("Making up a year of training. Nothing of it is kept.")
        write(context, file, years=1)
        return open_app(str(file))


def in_terminal() -> bool:
    """Whether there is a terminal for the app to open in."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def write(
    context: click.Context, file: Path, *, years: int, seed: int | None = None, until: date | None = None
) -> None:
    """Write the log into the new file and say what is in it. Raises StoreError."""
    from hybrid_tui.coach.demo.log import SEED, write_log, years_before  # late: no other command needs it

    call = call_of(context)
    moment = call.moment()
    today = until or moment.day
    written = write_log(
        file,
        call.library,
        first=years_before(today, years),
        today=today,
        zone=moment.zone,
        seed=SEED if seed is None else seed,
    )
    say(f"{file}: {written.words}.")
