"""The commands that only read: `today`, `week`, `where`. Data on standard output, as text or as JSON."""

from __future__ import annotations

import json
import locale
import shutil
import sys
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from hybrid_tui.cli.calls import Call, call_of, with_db
from hybrid_tui.cli.days import day_of
from hybrid_tui.cli.errors import give, visible

WIDEST = 120
"""The most columns that a printed page takes, and"""
NARROWEST = 20
"""… the fewest: in a narrower terminal its lines wrap instead of saying nothing."""

Command = TypeVar("Command", bound=Callable[..., Any])


def with_formats(command: Command) -> Command:
    """Let a command take `--json` and `--csv`."""
    as_json = click.option("--json", "as_json", is_flag=True, callback=_one_format, help="As JSON.")
    table = click.option(
        "--csv",
        "as_table",
        is_flag=True,
        callback=_one_format,
        help="As CSV, safe to open in a spreadsheet.",
    )
    return as_json(table(command))


def _one_format(context: click.Context, option: click.Parameter, value: bool) -> bool:
    if value and (context.params.get("as_json") or context.params.get("as_table")):
        raise click.UsageError("Choose one of --json and --csv.", context)
    return value


def give_json(values: Any) -> None:
    """Print values as JSON; anything but UTF-8 output gets escapes."""
    give(json.dumps(values, indent=2, ensure_ascii=not is_utf8(), allow_nan=False))


def is_utf8() -> bool:
    """Whether standard output takes all signs, and the locale shows them.

    In the C locale Python writes UTF-8 all the same; who sets that locale has a terminal for ASCII.
    """
    names = (sys.stdout.encoding or "", locale.getencoding())
    return all(name.lower().replace("-", "") == "utf8" for name in names)


def columns() -> int:
    """The room for a printed page: the terminal's, 80 in a pipe."""
    return max(NARROWEST, min(shutil.get_terminal_size((80, 24)).columns, WIDEST))


def _day(call: Call, on: str | None) -> date:
    today = call.moment().day
    return today if on is None else day_of(on, today)


@click.command()
@click.option("--on", metavar="DATE", help="Another day: 2026-11-20, yesterday, tomorrow, a weekday.")
@click.option(
    "--json", "as_json", is_flag=True, help="As JSON: one of the days of `week --json`, with its blocks."
)
@with_db
@click.pass_context
def today(context: click.Context, on: str | None, as_json: bool) -> None:
    """Show a day: what is asked, and what was done of it."""
    from hybrid_tui.cli.show import day_text  # late: help and completion do without these
    from hybrid_tui.coach import following, weeks
    from hybrid_tui.domain.calendar import monday_of
    from hybrid_tui.formats.week_json import day_json

    call = call_of(context)
    if on is not None:
        day_of(on, call.clock.today())
    with call.reading() as store, store.snapshot():
        moment, day = call.moment(), _day(call, on)
        first = monday_of(day, first_day=weeks.week_start(call.settings))
        view = weeks.week(store, call.library, moment, first)
        sessions = weeks.sessions_on(store, call.library, moment, day)
    if as_json:
        give_json(day_json(view, day, sessions))
        return
    rack = following.rack_of(call.settings)
    give(day_text(view, day, sessions, call.library.catalogue, rack, width=columns(), ascii=not is_utf8()))


@click.command(short_help="Show a week: planned, done, and what the rules say.")
@click.option("--on", metavar="DATE", help="The week that holds this day.")
@click.option(
    "--compare",
    type=click.Choice(["last", "usual"]),
    help="Against the week before, or the mean of the four before.",
)
@with_formats
@with_db
@click.pass_context
def week(context: click.Context, on: str | None, compare: str | None, as_json: bool, as_table: bool) -> None:
    """Show a week: what was planned, what was done, and what the training rules say."""
    from dataclasses import replace  # late: help and completion do without these

    from hybrid_tui.coach import weeks
    from hybrid_tui.domain.calendar import monday_of
    from hybrid_tui.formats import week_json, week_text

    call = call_of(context)
    if on is not None:
        day_of(on, call.clock.today())
    with call.reading() as store:
        moment = call.moment()
        first = monday_of(_day(call, on), first_day=weeks.week_start(call.settings))
        view = weeks.week(store, call.library, moment, first)
        if compare == "usual":
            view = replace(view, usual=weeks.usual(store, call.library, moment, first))
            if view.usual is None:
                raise click.UsageError("Nothing was logged before this week.")
    if as_json:
        give_json(week_json.as_json(view, compare=compare is not None))
    elif as_table:
        from hybrid_tui.formats.csv_cells import as_csv
        from hybrid_tui.formats.week_rows import HEADER, week_rows

        give(as_csv(HEADER, week_rows(view.week)).rstrip("\n"))
    else:
        text = week_text.as_text(view, columns(), ascii=not is_utf8(), compare=compare is not None)
        give(text.rstrip("\n"))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@with_db
@click.pass_context
def where(context: click.Context, as_json: bool) -> None:
    """Show where things are kept on this machine."""
    from hybrid_tui.coach.library import data_folder  # late: help and completion do without it
    from hybrid_tui.tui.folders import sounds_folder, state_folder

    places = {
        "file": call_of(context).path.absolute(),
        "log": state_folder() / "hybrid.log",
        "cache": sounds_folder(),
        "data": data_folder(),
    }
    if as_json:
        give_json({name: visible(str(path)) for name, path in places.items()})
        return
    for name, path in places.items():
        there = "" if path.exists() else "  (not there yet)"
        give(f"{name:<6} {visible(str(path))}{there}")
