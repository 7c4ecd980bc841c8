"""What a step of a timeline is called, and which of how many it is: the same on the screen and in the ear."""

from __future__ import annotations

from hybrid_tui.domain.sheet_words import effort_words
from hybrid_tui.domain.timeline import Timeline
from hybrid_tui.domain.workout import StepKind, TimedStep


def step_name(line: Timeline, index: int) -> str:
    """Its label; its effort where only that tells it from its neighbours, or where it has no other name."""
    step = line.steps[index]
    effort = effort_words(step.effort)
    if effort and (_told_by_effort(line, step) or step.label == StepKind.WORK.value):
        return effort
    if step.sprint and step.label == (step.place or "").partition(" ")[0]:
        return f"{step.label} sprint"
    return step.label


def count_of(line: Timeline, index: int) -> tuple[int, int] | None:
    """Which repeat a step is, of how many; in a bracket inside another one, which of this round.

    Recoveries are counted for themselves: between repeats there is one fewer. None where there is only one.
    """
    found = _count(line, index)
    return None if found is None or found[1] < 2 else found


def round_of(line: Timeline, index: int) -> tuple[int, int] | None:
    """Which round of how many, for a step in a bracket inside another one; None elsewhere."""
    step = line.steps[index]
    if step.rep is None or step.reps is None or len(_alike_in_round(line, index)) < 2:
        return None
    return step.rep, step.reps


def with_count(name: str, count: tuple[int, int] | None, between: str = " of ") -> str:
    """`hill sprint 4 of 8`; a comma parts a name that ends in a number of its own."""
    if count is None:
        return name
    comma = "," if name[-1:].isdigit() else ""
    return f"{name}{comma} {count[0]}{between}{count[1]}"


def spoken_name(line: Timeline, index: int) -> str:
    """A step in the few words that speech has time for: `hill sprint, 4 of 8`; `walk down`."""
    step, count = line.steps[index], count_of(line, index)
    name = step_name(line, index).replace(" + ", " and ")
    if name.startswith("@"):
        name = f"effort {name[1:]}"
    if step.kind in (StepKind.WORK, StepKind.SET) and count is not None:
        return f"{name}, {count[0]} of {count[1]}"
    return name


def _count(line: Timeline, index: int) -> tuple[int, int] | None:
    step = line.steps[index]
    if step.rep is None or step.reps is None:
        return None
    alike = _alike_in_round(line, index)
    if len(alike) > 1:
        return alike.index(index) + 1, len(alike)
    if step.kind is not StepKind.RECOVER:
        return step.rep, step.reps
    first = last = index
    while first > 0 and _one_group(line.steps[first - 1], line.steps[first]):
        first -= 1
    while last + 1 < len(line.steps) and _one_group(line.steps[last], line.steps[last + 1]):
        last += 1
    reps = {line.steps[n].rep for n in range(first, last + 1) if _alike(line.steps[n], step)}
    done = {rep for rep in reps if rep is not None and rep <= step.rep}
    return len(done), len(reps)


def _told_by_effort(line: Timeline, step: TimedStep) -> bool:
    """Whether steps of its label differ only by their effort."""
    return any(
        each.effort != step.effort and each.label == step.label and each.kind is step.kind
        for each in line.steps
    )


def _alike(one: TimedStep, other: TimedStep) -> bool:
    return (one.kind, one.label, one.effort) == (other.kind, other.label, other.effort)


def _alike_in_round(line: Timeline, index: int) -> list[int]:
    """The steps of the same repeat that are called the same, in order."""
    step = line.steps[index]
    first = last = index
    while first > 0 and _one_round(line.steps[first - 1], step):
        first -= 1
    while last + 1 < len(line.steps) and _one_round(line.steps[last + 1], step):
        last += 1
    return [n for n in range(first, last + 1) if _alike(line.steps[n], step)]


def _one_round(one: TimedStep, other: TimedStep) -> bool:
    return (one.rep, one.reps) == (other.rep, other.reps)


def _one_group(before: TimedStep, after: TimedStep) -> bool:
    """Whether two neighbours belong to one repeat."""
    return before.reps == after.reps and (before.rep or 0) <= (after.rep or 0)
