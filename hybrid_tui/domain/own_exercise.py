"""An exercise of one's own in one line: `safety bar squat like back squat; barbell + rack; rest 3m; also SSB`.

It takes pattern, muscles and measure from a known exercise, and says only what differs: `pattern hinge`,
`muscles glutes + hamstrings` (behind the plus what is worked by half), `measure load`. It is kept as a table of
catalogue text, so that it is read like the shipped ones.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace

from hybrid_tui.domain.bounds import LONGEST_NAME
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.exercise import Exercise, Measure
from hybrid_tui.domain.muscles import MUSCLES
from hybrid_tui.domain.name_key import name_key
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.text import clean

EXAMPLE = "safety bar squat like back squat; also SSB; with barbell + rack; rest 3m; a side"
PARTS = "also, with, rest, a side, both sides, pattern, muscles, measure"
_REST = re.compile(r"(?:(\d{1,2})m)?(?:(\d{1,3})s?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """What such a line says."""

    name: str
    like: Exercise
    aliases: tuple[str, ...] = ()
    equipment: tuple[frozenset[str], ...] | None = None
    """None where it needs what the known one needs."""
    rest_seconds: int | None = None
    unilateral: bool | None = None
    pattern: str | None = None
    measures: tuple[Measure, ...] | None = None
    muscles: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    """Those that are worked fully, and by half."""


def read_own_line(text: str, catalogue: Catalogue, *, own_id: str = "") -> OwnLine:
    """Read a line; names that another exercise than `own_id` has are refused. Raises NotationError."""
    said = clean(text, limit=500)
    head, *parts = said.split(";")
    name, sign, known = head.partition(" like ")
    name, known = name.strip(" ,").strip('"'), known.strip()
    if not name or not sign or not known:
        raise NotationError("say the name and what it is like", column=1, hint=EXAMPLE, source=text)
    found = catalogue.find(known) or next(iter(catalogue.prefix(known)), None)
    like = catalogue.get(found)
    if not isinstance(like, Exercise):
        near = ", ".join(catalogue.nearest(known))
        raise NotationError(
            f"{known} is no exercise", column=len(head) - len(known) + 1, hint=near, source=text
        )
    line = OwnLine(name=name, like=like)
    at = len(head) + 1
    for part in parts:
        column = at + 1 + len(part) - len(part.lstrip())
        line = _with(line, part.strip(), text, column, catalogue)
        at += len(part) + 1
    for each in (line.name, *line.aliases):
        _free(each, catalogue, own_id, text)
    return line


def _with(line: OwnLine, part: str, text: str, column: int, catalogue: Catalogue) -> OwnLine:
    word, _, rest = part.partition(" ")
    if part == "a side":
        return replace(line, unilateral=True)
    if part == "both sides":
        return replace(line, unilateral=False)
    if word == "also" and rest:
        names = tuple(each.strip() for each in rest.split(",") if each.strip())
        return replace(line, aliases=(*line.aliases, *names))
    if word == "with" and rest:
        ways = tuple(
            frozenset(thing.strip() for thing in way.split("+") if thing.strip()) for way in rest.split(",")
        )
        return replace(line, equipment=() if rest == "nothing" else ways)
    match = _REST.fullmatch(rest) if word == "rest" and rest else None
    if match is not None:
        return replace(line, rest_seconds=60 * int(match[1] or 0) + int(match[2] or 0))
    if word in ("pattern", "muscles", "measure") and rest:
        return _moved(line, word, rest, text, column + len(part) - len(rest), catalogue)
    raise NotationError(f"{part or 'this'} is not understood here", column=column, hint=PARTS, source=text)


def _moved(line: OwnLine, word: str, rest: str, text: str, column: int, catalogue: Catalogue) -> OwnLine:
    """The line with another pattern, other muscles, or another measure."""
    if word == "pattern":
        patterns = sorted({each.pattern for each in catalogue.exercises})
        if rest.casefold() not in patterns:
            hint = ", ".join(patterns)
            raise NotationError(f"{rest} is no pattern", column=column, hint=hint, source=text)
        return replace(line, pattern=rest.casefold())
    if word == "measure":
        try:
            return replace(line, measures=tuple(Measure(each.strip()) for each in rest.split("/")))
        except ValueError:
            hint = ", ".join(Measure)
            raise NotationError(f"{rest} is no measure", column=column, hint=hint, source=text) from None
    full, _, half = rest.partition("+")
    return replace(line, muscles=(_muscles(full, text, column), _muscles(half, text, column)))


def _muscles(said: str, text: str, column: int) -> tuple[str, ...]:
    found = tuple(each.strip().casefold().replace(" ", "_") for each in said.split(",") if each.strip())
    for each in found:
        if each not in MUSCLES:
            name = each.replace("_", " ")
            at = text.casefold().find(name, column - 1) + 1
            hint = ", ".join(muscle.replace("_", " ") for muscle in MUSCLES)
            raise NotationError(f"{name} is no muscle", column=at or column, hint=hint, source=text)
    return found


def _free(name: str, catalogue: Catalogue, own_id: str, text: str) -> None:
    if not name_key(name) or any(sign in name for sign in '"\\[]'):
        raise NotationError("a name has letters and no quotes or brackets", column=1, source=text)
    if len(name) > LONGEST_NAME:
        raise NotationError(f"a name has {LONGEST_NAME} characters at most", column=1, source=text)
    taken = catalogue.find(name)
    if taken is not None and taken != own_id:
        column = text.find(name) + 1
        hint = "choose another name, or merge the two"
        raise NotationError(
            f"{name} is {catalogue.title(taken)} already", column=max(column, 1), hint=hint, source=text
        )


def as_table(own_id: str, line: OwnLine) -> str:
    """The line as catalogue text."""
    like = line.like
    equipment = like.equipment if line.equipment is None else line.equipment
    primary, secondary = line.muscles or (like.primary, like.secondary)
    fields: dict[str, object] = {
        "pattern": line.pattern or like.pattern,
        "equipment": [" + ".join(sorted(way)) for way in equipment],
        "type": "/".join(measure.value for measure in line.measures or like.measures),
        "primary": list(primary),
        "secondary": list(secondary),
        "unilateral": like.unilateral if line.unilateral is None else line.unilateral,
        "rest": like.rest_seconds if line.rest_seconds is None else line.rest_seconds,
        "reps": like.reps,
        "level": like.level,
        "contacts": like.contacts,
    }
    rows = [f"[exercise.{own_id}]", f"name = {_quoted(line.name)}"]
    rows.append(f"aliases = [{', '.join(_quoted(each) for each in line.aliases)}]")
    rows += [f"{key} = {_quoted(value)}" for key, value in fields.items()]
    return "\n".join(rows) + "\n"


def with_alias(table: str, alias: str) -> str:
    """A table with one more alias."""
    head = re.search(r"^aliases = \[([^\]\n]*)\]$", table, re.M)
    if head is None:
        return table
    names = f"{head[1]}, {_quoted(alias)}" if head[1] else _quoted(alias)
    return f"{table[: head.start()]}aliases = [{names}]{table[head.end() :]}"


def print_own_line(exercise: Exercise, like: str) -> str:
    """An own exercise as it is edited; `like` names the exercise that it is measured by."""
    parts = [f"{exercise.name} like {like}"]
    if exercise.aliases:
        parts.append(f"also {', '.join(exercise.aliases)}")
    ways = ", ".join(" + ".join(sorted(way)) for way in exercise.equipment)
    parts.append(f"with {ways or 'nothing'}")
    parts.append(f"rest {exercise.rest_seconds}s")
    parts.append("a side" if exercise.unilateral else "both sides")
    parts.append(f"pattern {exercise.pattern}")
    worked = [", ".join(each).replace("_", " ") for each in (exercise.primary, exercise.secondary) if each]
    parts.append(f"muscles {' + '.join(worked)}")
    parts.append(f"measure {'/'.join(exercise.measures)}")
    return "; ".join(parts)


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
