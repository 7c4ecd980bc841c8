"""`plan`: the shelf, the programme in hand, what the rules say of a file, and what is changed from a shell."""

from __future__ import annotations

import os
from datetime import date
from difflib import get_close_matches
from typing import Any

import click

from hybrid_tui.cli.calls import Call, call_of, with_db
from hybrid_tui.cli.errors import BadInput, give, say, visible
from hybrid_tui.cli.files import file_text
from hybrid_tui.cli.reading import columns, give_json, is_utf8
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.calendar import coming_day
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.written_programme import Programme

BLOCKED = 1
"""Exit status where a rule says that a week must not be done as it stands."""


@click.group(short_help="The programme: choose, look at, check, change.")
def plan() -> None:
    """Choose a programme, look at it, check it against the training rules, change it."""


@plan.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@with_db
@click.pass_context
def list_(context: click.Context, as_json: bool) -> None:
    """Show the programmes of the shelf with what their fullest week asks."""
    from hybrid_tui.formats import plan_text  # late: help and completion do without these

    cards = _cards(call_of(context).library)
    if as_json:
        give_json({"programmes": [plan_text.card_json(card) for card in cards]})
    else:
        give(_plain("\n".join(plan_text.card_lines(cards, columns()))))


def _cards(library: Library) -> Any:
    from hybrid_tui.coach import shelf  # late: help and completion do without it

    return shelf.shelved(library)


@plan.command(short_help="Show the programme in hand by weeks and days.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@with_db
@click.pass_context
def show(context: click.Context, as_json: bool) -> None:
    """Show the round of the programme in hand that holds today, with what the rules say."""
    from hybrid_tui.coach import planning  # late: help and completion do without these
    from hybrid_tui.formats import plan_text

    call = call_of(context)
    with call.reading() as store:
        view = planning.plan(store, call.library, call.moment())
    if as_json:
        give_json(None if view is None else plan_text.as_json(view))
    elif view is None:
        say(
            "No programme is followed. «hybrid plan list» shows the shelf, «hybrid plan use NAME» begins one."
        )
    else:
        give(_plain("\n".join(plan_text.lines(view, columns()))))


@plan.command(short_help="Say what the training rules think of a programme.")
@click.argument("file", required=False, metavar="[FILE]")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@with_db
@click.pass_context
def check(context: click.Context, file: str | None, as_json: bool) -> int:
    """Check a programme file, or the programme in hand, week by week against the training rules.

    Exit status 1 if a finding is a block, 2 if the file cannot be read.
    """
    from hybrid_tui.coach import checking, following  # late: help and completion do without these
    from hybrid_tui.formats import plan_text

    call = call_of(context)
    if file is not None:
        settings: dict[str, object] = {}
        programme: Programme | None = _programme(call, _read(call, file))
    else:
        with call.reading() as store:
            running = following.running_plan(store, call.library)
        programme, settings = (running.programme if running is not None else None), call.settings
    if programme is None:
        say("No programme is followed, so there is nothing to check. Name a file.")
        return 0
    weeks = checking.check(programme, call.library.catalogue, settings)
    if as_json:
        give_json(plan_text.check_json(programme.title, weeks))
    else:
        give(_plain("\n".join(plan_text.check_lines(programme.title, weeks, columns()))))
    return BLOCKED if checking.blocks(weeks) else 0


def _read(call: Call, name: str) -> str:
    """The text of a file, of standard input for `-`, or of a programme of the shelf where no file has that name."""
    if name == "-":
        from hybrid_tui.cli.calls import given_text  # late: only a pipe needs it

        return given_text(("-",))
    if not os.path.exists(name) and name in call.library.programme_ids:
        return call.library.programme_text(name)
    if not os.path.exists(name) and os.sep not in name:
        shown = visible(name)[:60]
        near = get_close_matches(name.casefold(), call.library.programme_ids, n=3, cutoff=0.3)
        hint = f"did you mean {' or '.join(near)}?" if near else "«hybrid plan list» shows the shelf"
        raise BadInput(f"«{shown}» is no file and no programme of the shelf; {hint}")
    return file_text(name)


def _programme(call: Call, text: str) -> Programme:
    call.take_own()
    return parse_programme(text, names=call.library.catalogue)


@plan.command(short_help="Follow a programme of the shelf, or of a file.")
@click.argument("name")
@click.option("--start", metavar="DATE", help="Today unless said: tomorrow, mon, 2026-11-30.")
@with_db
@click.pass_context
def use(context: click.Context, name: str, start: str | None) -> None:
    """Follow a programme: its name on the shelf, or a file. The one in hand ends; «hybrid undo» brings it back.

    Without --start its first session is today's; with it the days are those of its text.
    """
    from hybrid_tui.coach import programmes, shelf  # late: help and completion do without these

    call = call_of(context)
    _day("" if start is None else start, call.clock.today())
    on_shelf = name if name in call.library.programme_ids else _titled(call.library, name)
    text = None if on_shelf is not None else _read(call, name)
    if text is not None:
        _programme(call, text)
    with call.writing() as store:
        moment = call.moment()
        day = _day("" if start is None else start, moment.day)
        if on_shelf is not None:
            found = shelf.start(store, call.library, moment, on_shelf, day, start is None)
        else:
            found = programmes.adopt(store, call.library, moment, text or "", day, start is None)
    say(found.words)


def _titled(library: Library, name: str) -> str | None:
    """The programme of the shelf with that title; case, spaces and signs do not matter."""
    from hybrid_tui.coach import programmes  # late: only a typed title needs it

    def bare(text: str) -> str:
        return "".join(sign for sign in text.casefold() if sign.isalnum())

    return next((each.id for each in programmes.shelf(library) if bare(each.title) == bare(name)), None)


def _day(text: str, today: date) -> date:
    try:
        return coming_day(text, today)
    except ValueError as error:
        raise BadInput(f"«{visible(text)[:40]}» is no day: {error}") from error


@plan.command(short_help="Change the text of the programme in hand.")
@click.argument("file", required=False, metavar="[FILE]")
@with_db
@click.pass_context
def edit(context: click.Context, file: str | None) -> None:
    """Open the text of the programme in hand in your editor, or take it from FILE («-» for standard input).

    A text with mistakes is refused with all of them, and the plan stays as it was.
    """
    from hybrid_tui.coach import replanning  # late: help and completion do without it

    call = call_of(context)
    with call.writing(create=False) as store:
        text = replanning.text_in_hand(store, call.library, call.moment())
    changed = _read(call, file) if file is not None else _typed(text)
    with call.writing(create=False) as store:
        say(replanning.replace_text(store, call.library, call.moment(), changed).words)


def _typed(text: str) -> str:
    from hybrid_tui.tui.editor import NoEditor, edit_in_terminal  # late: only this opens an editor

    try:
        return edit_in_terminal(text)
    except NoEditor as error:
        raise click.ClickException(str(error)) from error


@plan.command(short_help="Halt the plan: illness, travel.")
@click.option("--from", "first", metavar="DATE", default="today", help="The first day without it.")
@click.option("--reason", metavar="WORD", default="", help="illness, travel, or a word of your own.")
@with_db
@click.pass_context
def pause(context: click.Context, first: str, reason: str) -> None:
    """Halt the plan from a day on. What follows waits whole weeks, so nothing piles up."""
    from hybrid_tui.coach import replanning  # late: help and completion do without it

    call = call_of(context)
    _day(first, call.clock.today())
    with call.writing(create=False) as store:
        moment = call.moment()
        say(replanning.pause(store, call.library, moment, _day(first, moment.day), reason).words)


@plan.command(short_help="Go on with a plan that was halted.")
@click.option("--on", metavar="DATE", default="today", help="The first day with it.")
@with_db
@click.pass_context
def resume(context: click.Context, on: str) -> None:
    """Go on with the plan where it stood."""
    from hybrid_tui.coach import replanning  # late: help and completion do without it

    call = call_of(context)
    _day(on, call.clock.today())
    with call.writing(create=False) as store:
        moment = call.moment()
        say(replanning.resume(store, call.library, moment, _day(on, moment.day)).words)


def _plain(text: str) -> str:
    """The text without what a terminal would obey, in plain signs where the output takes no others."""
    from hybrid_tui.formats.week_text import ASCII  # late: help and completion do without it

    shown = visible(text, newlines=True)
    return shown if is_utf8() else shown.translate(ASCII)
