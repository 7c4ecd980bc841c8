"""The timer's words: how hard and where a step is, what comes next, what ends it."""

from __future__ import annotations

import re
from dataclasses import replace

from hybrid_tui.domain.notation.printing import format_number
from hybrid_tui.domain.sheet_words import clock, effort_words, spoken
from hybrid_tui.domain.step_names import count_of, round_of, step_name, with_count
from hybrid_tui.domain.timeline import SECOND, Timeline
from hybrid_tui.domain.workout import Ending, StepKind, TimedStep
from hybrid_tui.tui.glyphs import Glyphs

_JOINED = re.compile(r"(?<=\d)(?=%|kg|lb)")
_CLIMBS = ("hill", "stairs")


def length_words(step: TimedStep) -> str:
    """How long it is asked to be: `12 s`, `40 m`, `about 2:00`, `1:30`; empty where nobody knows."""
    if step.ending is Ending.DISTANCE and step.metres:
        far = step.metres
        return f"{format_number(far / 1000)} km" if far >= 1000 else f"{format_number(round(far))} m"
    if not step.seconds:
        return ""
    long = step.seconds >= 60
    said = clock(step.seconds) if long else spoken(step.seconds)
    return said if step.ending is Ending.TIME else f"about {said}"


def step_of(line: Timeline, index: int) -> TimedStep:
    """A step as it is shown: an open one with the end that was learned for it."""
    step, expected = line.steps[index], line.expected[index]
    if step.ending is Ending.TIME or expected is None:
        return step
    return replace(step, seconds=round(expected / SECOND))


def asked_words(line: Timeline, index: int) -> tuple[str, ...]:
    """Length with effort, which round, place, and that it counts up: the parts of the line beside the word."""
    step, turn = step_of(line, index), round_of(line, index)
    how = " ".join(part for part in (length_words(step), effort_words(step.effort)) if part)
    place = _JOINED.sub(" ", step.place) if step.place and step.place != step.label else ""
    up = "counts up" if step.ending is not Ending.TIME else ""
    rounds = f"round {turn[0]} of {turn[1]}" if turn else ""
    return tuple(part for part in (how, rounds, place, up) if part)


def next_words(line: Timeline, index: int) -> tuple[str, str]:
    """A step as «next» says it, long and short: `hill sprint 5 of 8`, `hill sprint 5`."""
    step, name = step_of(line, index), step_name(line, index)
    count = count_of(line, index)
    if step.kind is not StepKind.RECOVER and count is not None:
        long = with_count(name, count)
        return long, long.rpartition(" of ")[0]
    length = length_words(step)
    return (f"{name}, {length}" if length else name), name


def key_words(line: Timeline, index: int) -> str:
    """Where `enter` is pressed on a step that waits for it."""
    step = line.steps[index]
    if step.kind is StepKind.RECOVER:
        before = next((each for each in reversed(line.steps[:index]) if each.kind is StepKind.WORK), None)
        climbs = before is not None and (before.place or "").startswith(_CLIMBS)
        down = bool({"back", "down"} & set(step.label.lower().split()))
        return "at the bottom" if climbs and down else "when ready"
    return "at the top" if (step.place or "").startswith(_CLIMBS) else "at its end"


def total_words(line: Timeline, glyphs: Glyphs) -> str:
    """The whole length: `25:00`, `~15:36`, or `open` where it is not known at all."""
    whole = line.planned[-1] / SECOND
    if not whole:
        return "open"
    return f"{glyphs.about if line.estimated else ''}{clock(whole)}"


def mark_of(kind: StepKind, glyphs: Glyphs) -> str:
    """A sign for how hard a kind of step is, so that the colour need not say it."""
    if kind in (StepKind.WORK, StepKind.SET):
        return glyphs.up
    return glyphs.down if kind is StepKind.RECOVER else glyphs.ease
