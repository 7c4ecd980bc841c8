"""A line of the notation, explained: its steps one by one, as JSON or as a table for the shell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hybrid_tui.domain.flatten import METRES, in_week, line_sets, timed_steps
from hybrid_tui.domain.notation.printing import (
    format_duration,
    format_effort,
    format_hold,
    format_load,
    format_number,
    print_line,
)
from hybrid_tui.domain.workout import AskedSet, Circuit, Load, SetsLine, TimedLine, TimedStep

KILOGRAMS = {"kg": 1.0, "lb": 0.45359237}
"""Kilograms in a unit of load."""

Explained = TimedLine | Circuit | SetsLine
"""What has steps to explain."""


def as_json(line: Explained, week: int = 1) -> dict[str, Any]:
    """Return what the line says in `week` (from 1), laid out step by step; unknown values are None.

    Seconds are those of the step, the expected ones where it ends by distance or a key; the total leaves out
    the unknown ones, and is None where all are. What every round of an `emom` or `amrap` asks stands in its
    steps where it is one line of sets.
    """
    if isinstance(line, SetsLine):
        steps = [_set_values(asked, line) for asked in line_sets(line, week)]
        name = line.name
    else:
        asked = _round_values(line, week)
        steps = [_step_values(step) | asked for step in timed_steps(line, week)]
        name = line.name if isinstance(line, TimedLine) else line.kind
    return {"text": print_line(line), "name": name, "seconds": _total(steps), "steps": steps}


def _total(steps: list[dict[str, Any]]) -> float | None:
    known = [step["seconds"] for step in steps if step["seconds"] is not None]
    return _whole(sum(known)) if known else None


def _whole(value: float | None) -> float | None:
    """Return whole numbers as int, so that JSON shows 12 and not 12.0."""
    if value is None:
        return None
    value = round(value, 3)
    return int(value) if value == int(value) else value


def _step_values(step: TimedStep) -> dict[str, Any]:
    return {
        "label": step.label,
        "kind": step.kind.value,
        "ends": step.ending.value,
        "seconds": _whole(step.seconds),
        "effort": step.effort,
        "grade": _whole(step.grade),
        "reps": None,
        "load_kg": None,
        "distance_m": _whole(step.metres),
    }


def _round_values(line: TimedLine | Circuit, week: int) -> dict[str, Any]:
    """Return repetitions, load and effort of a round that is one set of one exercise."""
    if not isinstance(line, Circuit) or len(line.lines) != 1 or not isinstance(line.lines[0], SetsLine):
        return {}
    sets = line_sets(line.lines[0], week)
    if len(sets) != 1:
        return {}
    values = _set_values(sets[0], line.lines[0])
    return {name: values[name] for name in ("effort", "reps", "load_kg", "distance_m")}


def _kilograms(load: Load | None) -> float | None:
    """Return a plain weight in kilograms; None for the body's own weight and for percentages."""
    if load is None or load.body or load.unit not in KILOGRAMS or not isinstance(load.value, (int, float)):
        return None
    return _whole(load.value * KILOGRAMS[load.unit])


def _set_values(asked: AskedSet, line: SetsLine) -> dict[str, Any]:
    hold = asked.hold
    exact = hold.high is None and not hold.at_least and isinstance(hold.low, (int, float))
    number = hold.low if exact and isinstance(hold.low, (int, float)) else None
    ends = "reps" if not hold.unit else "time" if hold.unit == "s" else "distance"
    said = format_hold(replace(hold, effort=None))
    return {
        "label": line.name,
        "kind": "set",
        "ends": ends,
        "seconds": _whole(number) if ends == "time" else None,
        "effort": format_effort(asked.effort) if asked.effort else None,
        "grade": None,
        "reps": (_whole(number) if number is not None else said) if ends == "reps" else None,
        "load_kg": _kilograms(asked.load),
        "distance_m": _whole(number * METRES[hold.unit]) if ends == "distance" and number else None,
    }


def as_table(line: Explained, width: int = 80, week: int = 1) -> str:
    """Return the steps as a plain table of at most `width` cells, with the total below."""
    if isinstance(line, SetsLine):
        rows = [_set_row(number, asked, line) for number, asked in enumerate(line_sets(line, week), start=1)]
        total = f"{len(rows)} set{'s' if len(rows) != 1 else ''}"
        if line.rest is not None:
            total += f", rest {format_duration(_seconds(line, week))}"
    else:
        steps = timed_steps(line, week)
        rows = [_step_row(number, step) for number, step in enumerate(steps, start=1)]
        known = sum(step.seconds for step in steps if step.seconds is not None)
        unknown = sum(step.seconds is None for step in steps)
        total = f"{len(rows)} step{'s' if len(rows) != 1 else ''}, {format_duration(known)}"
        total += f" and {unknown} of unknown length" if unknown else ""
    wide = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    columns = [size for size in wide if size]
    lines = [_aligned([cell for cell, size in zip(row, wide, strict=True) if size], columns) for row in rows]
    return "\n".join(_fitted(each.rstrip(), width) for each in [*print_line(line).split("\n"), *lines, total])


def _aligned(cells: list[str], columns: list[int]) -> str:
    first, *rest = (cell.ljust(size) for cell, size in zip(cells, columns, strict=True))
    return "  ".join([first.rstrip().rjust(columns[0]), *rest])


def _seconds(line: SetsLine, week: int) -> float:
    rest = in_week(line, week).rest
    return rest if isinstance(rest, (int, float)) else 0


def _fitted(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(width - 1, 0)] + "…"


def _step_row(number: int, step: TimedStep) -> tuple[str, ...]:
    length = format_duration(step.seconds) if step.seconds is not None else ""
    if step.metres is not None:
        far = f"{format_number(step.metres)}mtr"
        length = f"{far} ~{length}" if length else far
    elif step.ending.value == "key":
        length = f"~{length}" if length else "open"
    effort = f"@{step.effort}" if step.effort else ""
    return str(number), step.kind.value, length, effort, step.place or "", step.label


def _set_row(number: int, asked: AskedSet, line: SetsLine) -> tuple[str, ...]:
    effort = f"@{format_effort(asked.effort)}" if asked.effort else ""
    load = format_load(asked.load) if asked.load is not None else ""
    side = "a side" if line.side else ""
    return str(number), "set", format_hold(replace(asked.hold, effort=None)), side, load, effort, line.name
