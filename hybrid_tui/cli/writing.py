"""The commands that write: `log`, `undo`, `redo`."""

from __future__ import annotations

import click

from hybrid_tui.cli.calls import call_of, given_text, with_db
from hybrid_tui.cli.completion import begun
from hybrid_tui.cli.days import day_of, hour_of, instant
from hybrid_tui.cli.errors import give, say, visible
from hybrid_tui.domain.calendar import day_words


@click.command()
@click.argument("line", nargs=-1, shell_complete=begun)
@click.option("--on", metavar="DATE", help="Its day: 2026-11-20, yesterday, or a weekday (the last one).")
@click.option("--at", metavar="HH:MM", help="When it was, by the clock of that day.")
@with_db
@click.pass_context
def log(context: click.Context, line: tuple[str, ...], on: str | None, at: str | None) -> None:
    """Write down what was done, in one line or several.

    \b
    hybrid log "back squat 82.5kg 6 6 6 5 @8"
    hybrid log "hill sprint: 7x(12s @max hill 8% / 90s walk)  rpe 8"
    hybrid log "slept 7h30; protein 30g lunch" --on yesterday
    hybrid log - < week.txt

    Lines are parted by ; or newlines and come from standard input with -. All of them are stored, or none.
    """
    from hybrid_tui.coach import log as coach  # late: help and completion do without these
    from hybrid_tui.coach import rest_days
    from hybrid_tui.coach.line_reading import read_log

    call = call_of(context)
    # All that was typed is read before a file is opened, or made.
    clock = None if at is None else hour_of(at)
    if on is not None:
        day_of(on, call.clock.today())
    text = given_text(line)
    call.take_own()
    entries = read_log(call.library, text)
    with call.writing() as store:
        moment = call.moment()
        day = moment.day if on is None else day_of(on, moment.day)
        at_us = None
        if clock is not None:
            found = instant(day, clock, moment.zone, call.day_start_hour)
            at_us = found.at_us
            if found.remark:
                say(found.remark)
        kept = rest_days.still_kept(store, call.library, day)
        outcome = coach.log(store, call.library, moment, entries, day=day, at_us=at_us)
        on_rest = kept and rest_days.trained(store, day)
    give(f"Logged: {visible(outcome.words)}")
    if outcome.best:
        give(f"New best: {visible(outcome.best)}")
    if day > moment.day:
        say(f"{day_words(day)} is still to come.")
    if on_rest:
        say(rest_days.mention(day, moment.day))


@click.command()
@with_db
@click.pass_context
def undo(context: click.Context) -> None:
    """Take the last change back."""
    from hybrid_tui.store import journal  # late: help and completion do without it

    with call_of(context).writing(create=False) as store:
        words = journal.undo(store)
    give(f"Taken back: {visible(words)}" if words else "There is nothing to take back.")


@click.command()
@with_db
@click.pass_context
def redo(context: click.Context) -> None:
    """Bring back what was taken back last."""
    from hybrid_tui.store import journal  # late: help and completion do without it

    with call_of(context).writing(create=False) as store:
        words = journal.redo(store)
    give(f"Brought back: {visible(words)}" if words else "There is nothing to bring back.")
