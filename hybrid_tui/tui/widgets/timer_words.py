"""The timer's words: what a step is called, how hard and where it is, which of how many, what ends it."""

from __future__ import annotations

import re
from dataclasses import replace

from hybrid_tui.domain.notation.printing import format_number
from hybrid_tui.domain.sheet_words import clock, effort_words, spoken
from hybrid_tui.domain.timeline import SECOND, Timeline
from hybrid_tui.domain.workout import Ending, StepKind, TimedStep
from hybrid_tui.tui.glyphs import Glyphs

_JOINED = re.compile(r"(?<=\d)(?=%|kg|lb)")
_CLIMBS = ("hill", "stairs")


def word_of(line: Timeline, index: int) -> str:
    """What a step is called: its label, or its effort where only that tells it from its neighbours."""
    step = line.steps[index]
    same = {each.effort for each in line.steps if each.label == step.label and each.kind is step.kind}
    return effort_words(step.effort) if len(same) > 1 and step.effort else step.label


def count_of(line: Timeline, index: int) -> tuple[int, int] | None:
    """Which repeat a step is, of how many: recoveries are counted for themselves, there is one fewer."""
    step = line.steps[index]
    if step.rep is None or step.reps is None:
        return None
    if step.kind is not StepKind.RECOVER:
        return step.rep, step.reps
    first = last = index
    while first > 0 and _one_group(line.steps[first - 1], line.steps[first]):
        first -= 1
    while last + 1 < len(line.steps) and _one_group(line.steps[last], line.steps[last + 1]):
        last += 1
    recoveries = {line.steps[n].rep for n in range(first, last + 1) if line.steps[n].kind is StepKind.RECOVER}
    done = {rep for rep in recoveries if rep is not None and rep <= step.rep}
    return len(done), len(recoveries)


def _one_group(before: TimedStep, after: TimedStep) -> bool:
    """Whether two neighbours belong to one repeat."""
    return before.reps == after.reps and (before.rep or 0) <= (after.rep or 0)


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


def asked_words(step: TimedStep) -> tuple[str, ...]:
    """Length with effort, place, and that it counts up: the parts of the line beside the word."""
    how = " ".join(part for part in (length_words(step), effort_words(step.effort)) if part)
    place = _JOINED.sub(" ", step.place) if step.place and step.place != step.label else ""
    up = "counts up" if step.ending is not Ending.TIME else ""
    return tuple(part for part in (how, place, up) if part)


def next_words(line: Timeline, index: int) -> tuple[str, str]:
    """A step as «next» says it, long and short: `hill sprint 5 of 8`, `hill sprint 5`."""
    step, name = step_of(line, index), word_of(line, index)
    count = count_of(line, index)
    if step.kind is not StepKind.RECOVER and count is not None:
        return f"{name} {count[0]} of {count[1]}", f"{name} {count[0]}"
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
