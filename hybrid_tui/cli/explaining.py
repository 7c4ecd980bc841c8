"""`explain`: a line of the notation step by step, or a whole file of it."""

from __future__ import annotations

import os
from typing import Any

import click

from hybrid_tui.cli.calls import call_of, given_text, with_db
from hybrid_tui.cli.errors import BadInput, give, visible
from hybrid_tui.cli.files import file_text
from hybrid_tui.cli.reading import columns, give_json
from hybrid_tui.coach.line_reading import read_plan_line
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.notation.errors import NotationError, ProgrammeErrors
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.notation.programme_printing import format_heading
from hybrid_tui.domain.workout import Circuit, PlanLine, SetsLine, TimedLine
from hybrid_tui.domain.written_programme import Programme
from hybrid_tui.formats import explanation


@click.command(short_help="Show step by step what a line of a plan asks for.")
@click.argument("line", nargs=-1, metavar="LINE|FILE")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@with_db
@click.pass_context
def explain(context: click.Context, line: tuple[str, ...], as_json: bool) -> None:
    """Show what a line of a plan, or a file of such lines, asks for step by step.

    Week lists show the first week. A file that begins with a heading is read as a whole programme.
    """
    call = call_of(context)
    text, is_file = _text(line)
    call.take_own()
    catalogue = call.library.catalogue
    if is_file and text.lstrip().startswith("#"):
        _programme(parse_programme(text, names=catalogue), as_json=as_json)
    elif is_file:
        _lines(text, catalogue, as_json=as_json)
    else:
        _one(read_plan_line(catalogue, text.strip("\n")), as_json=as_json)


def _text(line: tuple[str, ...]) -> tuple[str, bool]:
    """What is to be explained, and whether it came as a file; standard input with several lines is one."""
    said = " ".join(line)
    if line and os.path.exists(said):  # a folder too: it is told as what it is, not as a line with mistakes
        return file_text(said), True
    text = given_text(line)
    return text, said in ("", "-") and "\n" in text.strip()


def _one(line: PlanLine, *, as_json: bool) -> None:
    if as_json:
        give_json(_json(line))
    else:
        give(_table(line))


def _json(line: PlanLine) -> dict[str, Any]:
    # Any: what JSON can hold.
    if isinstance(line, TimedLine | SetsLine | Circuit):
        return explanation.as_json(line)
    return {"text": print_line(line), "name": None, "seconds": None, "steps": []}


def _table(line: PlanLine) -> str:
    if isinstance(line, TimedLine | SetsLine | Circuit):
        return visible(explanation.as_table(line, columns()), newlines=True)
    return visible(print_line(line))


def _lines(text: str, catalogue: Catalogue, *, as_json: bool) -> None:
    """A file of single lines: comments are passed over, an indented line belongs to the one above."""
    groups: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        said = line.rstrip("\r")
        if not said.strip() or said.lstrip().startswith("//"):
            continue
        if said[0] in " \t" and groups and not said.lstrip().startswith("&"):
            groups[-1][1].append(said)
        else:
            groups.append((number, [said]))
    found: list[PlanLine] = []
    mistakes: list[NotationError] = []
    for number, group in groups:
        try:
            found.append(read_plan_line(catalogue, "\n".join(group)))
        except NotationError as error:
            error.line += number - 1
            mistakes.append(error)
    if mistakes:
        raise ProgrammeErrors(tuple(mistakes))
    if not found:
        raise BadInput("there is nothing to explain; write a line such as 8x(12s hill / 90s walk)")
    if as_json:
        give_json({"lines": [_json(line) for line in found]})
    else:
        give("\n\n".join(_table(line) for line in found))


def _programme(programme: Programme, *, as_json: bool) -> None:
    parts = [(f"## block {block.name}", block.lines) for block in programme.blocks]
    parts += [(format_heading(day), day.lines) for day in programme.days]
    if as_json:
        days = [{"heading": heading, "lines": [_json(line) for line in lines]} for heading, lines in parts]
        give_json({"title": programme.title, "weeks": programme.weeks, "days": days})
        return
    give(visible(f"# {programme.title}"))
    for heading, lines in parts:
        give("\n" + "\n\n".join([visible(heading), *(_table(line) for line in lines)]))
