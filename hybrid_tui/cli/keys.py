"""`keys`: which verbs the app has, under which keys, and the person's own ones."""

from __future__ import annotations

from itertools import groupby
from textwrap import wrap
from typing import Any

import click

from hybrid_tui.cli.calls import call_of, with_db
from hybrid_tui.cli.errors import BadInput, give, say, visible
from hybrid_tui.cli.reading import columns, give_json, is_utf8

WHEN = "An open app takes it at its next start."


@click.group(invoke_without_command=True, short_help="The app's keys, and your own ones.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@with_db
@click.pass_context
def keys(context: click.Context, as_json: bool) -> None:
    """Show each verb of the app with its id and its key; own keys are marked with a *.

    \b
    hybrid keys set plan.shelf g
    hybrid keys reset plan.shelf

    Dialogs keep their keys.
    """
    if context.invoked_subcommand is not None:
        return
    from hybrid_tui.tui import own_keys  # late: it knows all screens

    with call_of(context).reading() as store:
        own, wrong = _own(store)
    for sentence in wrong:
        say(sentence)
    verbs = list(own_keys.verbs().values())
    if as_json:
        give_json(
            {
                "keys": [
                    {
                        "id": verb.id,
                        "room": verb.room,
                        "keys": _names(own.get(verb.id, ",".join(verb.keys))),
                        "own": verb.id in own,
                        "words": verb.words,
                    }
                    for verb in verbs
                ]
            }
        )
        return
    wide = max(len(verb.id) for verb in verbs)
    for room, mine in groupby(verbs, key=lambda verb: verb.room):
        give(f"\n{room}" if room != verbs[0].room else room)
        for verb in mine:
            said = " ".join(_names(own.get(verb.id, ",".join(verb.keys))))
            head = visible(f"  {verb.id:<{wide}} {'*' if verb.id in own else ' '} {said:<12} ")
            room_left = max(columns() - len(head), 20)
            for number, piece in enumerate(wrap(visible(verb.words), room_left) or [""]):
                give(f"{' ' * len(head) if number else head}{piece}".rstrip())


@keys.command("set", short_help="Give a verb another key.")
@click.argument("identifier", metavar="ID")
@click.argument("key")
@with_db
@click.pass_context
def set_(context: click.Context, identifier: str, key: str) -> None:
    """Give a verb another key: g, G, ctrl+g, f5, space, ?, or several parted by commas.

    A key that does something else at the same place is refused. «hybrid undo» takes it back.
    """
    from hybrid_tui.coach import settings  # late: only a change needs these
    from hybrid_tui.tui import own_keys

    if reason := own_keys.unknown(identifier):
        raise BadInput(reason)
    try:
        named = own_keys.read_keys(key)
    except ValueError as error:
        raise BadInput(str(error)) from error
    with call_of(context).writing() as store:
        own, _ = _own(store)
        own.pop(identifier, None)
        if reason := own_keys.clash(own, identifier, named, _glyphs()):
            raise BadInput(reason)
        if named == ",".join(own_keys.verbs()[identifier].keys):
            settings.save(store, own_keys.SETTING, own)
        else:
            settings.save(store, own_keys.SETTING, {**own, identifier: named})
    verb = own_keys.verbs()[identifier]
    say(f"{' '.join(_names(named))}: {verb.words}. {WHEN}")


@keys.command(short_help="Go back to the usual keys.")
@click.argument("identifier", metavar="[ID]", required=False)
@with_db
@click.pass_context
def reset(context: click.Context, identifier: str | None) -> None:
    """Give one verb its usual key again, or all of them."""
    from hybrid_tui.coach import settings  # late: only a change needs these
    from hybrid_tui.store import reads_plan
    from hybrid_tui.tui import own_keys

    with call_of(context).writing(create=False) as store:
        stored = reads_plan.settings(store).get(own_keys.SETTING)
        held = dict(stored) if isinstance(stored, dict) else {}
        if identifier is not None and identifier not in held:
            raise BadInput(own_keys.unknown(identifier) or f"{identifier} has its usual key already")
        if not stored:
            say("All keys are the usual ones already.")
            return
        left = {} if identifier is None else {name: key for name, key in held.items() if name != identifier}
        if identifier is not None:
            usual = ",".join(own_keys.verbs()[identifier].keys) if identifier in own_keys.verbs() else ""
            others = {name: str(key) for name, key in left.items()}
            if usual and (reason := own_keys.clash(others, identifier, usual, _glyphs())):
                raise BadInput(reason)
        settings.save(store, own_keys.SETTING, left)
    said = f"{identifier} has its usual key again." if identifier else "All keys are the usual ones again."
    say(f"{said} {WHEN}")


def _own(store: Any) -> tuple[dict[str, str], tuple[str, ...]]:
    from hybrid_tui.store import reads_plan  # late: help and completion do without these
    from hybrid_tui.tui import own_keys

    stored = reads_plan.settings(store).get(own_keys.SETTING)
    return ({}, ()) if stored is None else own_keys.sound(stored, _glyphs())


def _glyphs() -> Any:
    from hybrid_tui.tui import glyphs  # late: help and completion do without it

    return glyphs.UNICODE if is_utf8() else glyphs.ASCII


def _names(stored: str) -> list[str]:
    from hybrid_tui.tui.keys import key_name  # late: help and completion do without it

    return [key_name(each, _glyphs()) for each in stored.split(",")]
