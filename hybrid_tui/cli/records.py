"""The commands that hand the past over: `bests`, `month`, `trend`, as text, JSON or CSV."""

from __future__ import annotations

from collections.abc import Sequence

import click

from hybrid_tui.cli.calls import call_of, with_db
from hybrid_tui.cli.completion import series
from hybrid_tui.cli.days import day_of
from hybrid_tui.cli.errors import give, say
from hybrid_tui.cli.reading import columns, give_json, is_utf8, with_formats
from hybrid_tui.formats.csv_cells import Value


def give_table(header: Sequence[str], rows: Sequence[Sequence[Value]], *, as_json: bool) -> None:
    """Print a table as a list of JSON objects, else as CSV."""
    from hybrid_tui.formats.csv_cells import as_csv  # late: help and completion do without it

    if as_json:
        give_json([{name: _plain(value) for name, value in zip(header, row, strict=True)} for row in rows])
    else:
        give(as_csv(header, rows).rstrip("\n"))


def _plain(value: Value) -> str | int | float | None:
    return value if value is None or isinstance(value, (str, int, float)) else value.isoformat()


@click.command(short_help="Show the bests of each lift, climb, run and jump.")
@with_formats
@with_db
@click.pass_context
def bests(context: click.Context, as_json: bool, as_table: bool) -> None:
    """Show the bests: per lift for 1, 3, 5, 8 and 10 repetitions and e1RM (Epley), per climb, run and jump."""
    from hybrid_tui.coach.best_list import best_list  # late: help and completion do without these
    from hybrid_tui.formats.bests_page import HEADER, best_rows, bests_page
    from hybrid_tui.formats.sheet_text import as_text

    call = call_of(context)
    with call.reading() as store:
        moment = call.moment()
        found = best_list(store, call.library, moment)
    if as_json or as_table:
        give_table(HEADER, best_rows(found), as_json=as_json)
    else:
        give(as_text(bests_page(found, columns(), today=moment.day), ascii=not is_utf8()))


@click.command(short_help="Show a month as a calendar.")
@click.option("--on", metavar="DATE", help="The month that holds this day.")
@with_formats
@with_db
@click.pass_context
def month(context: click.Context, on: str | None, as_json: bool, as_table: bool) -> None:
    """Show a month as a calendar of loads; as JSON or CSV each day with load, sprint seconds, sets, readiness."""
    from hybrid_tui.coach.day_list import (
        day_list,
        first_weekday,
    )  # late: help and completion do without these
    from hybrid_tui.domain.day_numbers import MEASURES
    from hybrid_tui.formats.calendar_page import HEADER, day_rows, month_end, month_page, month_span
    from hybrid_tui.formats.sheet_text import as_text

    call = call_of(context)
    if on is not None:
        day_of(on, call.clock.today())
    with call.reading() as store, store.snapshot():
        moment = call.moment()
        day = moment.day if on is None else day_of(on, moment.day)
        span = month_span(day, first_weekday(store, call.library, moment))
        if as_json or as_table:
            span = (day.replace(day=1), month_end(day))
        days = day_list(store, call.library, moment, *span)
    if as_json or as_table:
        give_table(HEADER, day_rows(days), as_json=as_json)
    else:
        page = month_page(days, day, MEASURES[0], columns(), today=moment.day)
        give(as_text(page, ascii=not is_utf8()))


@click.command(short_help="Show a number over time: load, sleep, back squat, sets quads.")
@click.argument("name", nargs=-1, required=True, shell_complete=series)
@click.option("--from", "begin", metavar="DATE", help="The first day; without it 26 weeks back.")
@click.option("--to", "end", metavar="DATE", help="The last day; without it today.")
@with_formats
@with_db
@click.pass_context
def trend(
    context: click.Context,
    name: tuple[str, ...],
    begin: str | None,
    end: str | None,
    as_json: bool,
    as_table: bool,
) -> None:
    """Show a number over time as a chart; as JSON or CSV its values.

    NAME is load, fitness, fatigue, sprint, weight, sleep, protein, readiness, an exercise (e1rm or best before
    it), a muscle, or climb and a hill. What was not logged has no row.
    """
    from datetime import timedelta  # late: help and completion do without these

    from hybrid_tui.coach import trends
    from hybrid_tui.formats.chart import chart, frame_of, legend, reading
    from hybrid_tui.formats.sheet_page import SheetPage
    from hybrid_tui.formats.sheet_text import as_text

    call = call_of(context)
    with call.reading() as store:
        moment = call.moment()
        last = moment.day if end is None else day_of(end, moment.day, "--to")
        first = last - timedelta(days=181) if begin is None else day_of(begin, moment.day, "--from")
        if first > last:
            raise click.UsageError("--from is after --to.")
        found = trends.trend(store, call.library, moment, " ".join(name), first, last)
    if as_json or as_table:
        rows = [(found.name, point.day, round(point.value, 3), found.unit) for point in found.points]
        give_table(("trend", "day", "value", "unit"), rows, as_json=as_json)
        return
    width, plain = columns(), not is_utf8()
    lines = legend([found], f"{first} to {last}", width, plain=plain)
    if found.points:
        frame = frame_of([found], first, last, width, 18)
        lines += [*chart(frame, plain=plain), reading([found], found.points[-1].day, frame, plain=plain)]
    give(as_text(SheetPage(rows=tuple(lines)), ascii=not is_utf8()))
    if not found.points:
        say("Nothing of it is logged in this time.")
