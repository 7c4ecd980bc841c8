"""The least that still keeps a session: the first set of each lift, half of every run's repeats.

It is offered on days that are short of time or will. What it leaves out was left out on purpose, so rules of
progression pass over such a line (`outcome.LIGHTER`), and the session counts as kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from hybrid_tui.domain import asked
from hybrid_tui.domain.flatten import timed_steps
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.programme.outcome import LIGHTER
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.domain.set_record import BlockStatus, SetRole
from hybrid_tui.domain.sheet import Target
from hybrid_tui.domain.workout import Circuit, Ending, Repeat, SetsLine, Step, TimedLine

MINIMUM: Final = "the minimum"
"""How a session that was cut down to its least is marked (`SessionRecord.reason`)."""
WHY: Final = "Less today, on purpose; it counts as kept."


@dataclass(frozen=True, slots=True, kw_only=True)
class LessLine:
    """One line of a session, and what is left of it."""

    before: BlockRecord
    after: BlockRecord
    words: str
    """`4 → 1 set`, `8 → 4 repeats`, `40 → 20 min`, `as planned`."""

    @property
    def changed(self) -> bool:
        """Whether the line asks for less than before."""
        return self.after is not self.before


def minimum(blocks: tuple[BlockRecord, ...]) -> tuple[LessLine, ...]:
    """The least version of a session, line by line. What was done already stays, and is never asked less."""
    return tuple(_less(block) for block in blocks)


def _less(block: BlockRecord) -> LessLine:
    same = LessLine(before=block, after=block, words="as planned")
    if block.part != "work" or block.status is not BlockStatus.OPEN:
        return same
    if block.timed:
        return same if block.intervals else _fewer_steps(block, same)
    return _first_set(block, same)


def _first_set(block: BlockRecord, same: LessLine) -> LessLine:
    targets = asked.decode(block.asked)
    done = {each.position for each in block.sets}
    kept, work, left = [], 0, 0
    for row, target in enumerate(targets):
        counts = target.role is not SetRole.WARM_UP
        work += counts
        if not counts or row in done or left == 0:
            kept.append(target)
            left += counts
    # Rows behind the first gap would move up under another set's position: the cut goes to the end only.
    if left == work or any(row >= len(kept) for row in done):
        return same
    after = replace(
        block,
        asked=asked.encode(tuple(kept)),
        line=_short_line(block.line, left),
        minutes=None if block.minutes is None else block.minutes * left / work,
        change="↓ less",
        why=WHY,
        status=BlockStatus.DONE if _all_ticked(kept, done) else BlockStatus.OPEN,
    )
    return LessLine(before=block, after=after, words=f"{work} → {left} set{'s' if left > 1 else ''}")


def _all_ticked(kept: list[Target], done: set[int]) -> bool:
    return all(row in done for row, target in enumerate(kept) if target.role is not SetRole.WARM_UP)


def _short_line(text: str, sets: int) -> str:
    """The line as asked now, marked so that rules pause; a text that cannot be read stays as it is."""
    try:
        line = parse_plan_line(text)
    except NotationError:
        return text
    if not isinstance(line, SetsLine):
        return text
    groups = []
    for group in line.groups:
        here = len(group.holds) if group.sets is None else int(_plain(group.sets))
        take = min(here, sets)
        sets -= take
        if take and group.sets is None:
            groups.append(replace(group, holds=group.holds[:take]))
        elif take:
            groups.append(replace(group, sets=float(take)))
    return print_line(replace(line, groups=tuple(groups), comment=LIGHTER))


def _fewer_steps(block: BlockRecord, same: LessLine) -> LessLine:
    try:
        line = parse_plan_line(block.line)
    except NotationError:
        return same
    if not isinstance(line, TimedLine | Circuit):
        return same
    less = _half(line)
    if less == line:
        return same
    before, after = timed_steps(line), timed_steps(less)
    minutes = sum(step.seconds or 0.0 for step in after) / 60
    changed = replace(
        block,
        line=print_line(replace(less, comment=LIGHTER)),
        minutes=minutes or block.minutes,
        change="↓ less",
        why=WHY,
    )
    repeats = [next((step.reps for step in each if step.reps), None) for each in (before, after)]
    was = sum(step.seconds or 0.0 for step in before) / 60
    words = f"{repeats[0]} → {repeats[1]} repeats" if repeats[0] else f"{was:.0f} → {minutes:.0f} min"
    return LessLine(before=block, after=changed, words=words)


def _half(line: TimedLine | Circuit) -> TimedLine | Circuit:
    """Half the repeats, rounded down, at least one; half the whole minutes where nothing repeats."""
    if isinstance(line, Circuit):
        return replace(line, seconds=60.0 * max(1, int(_plain(line.seconds) // 120)))
    if any(isinstance(step, Repeat) for step in line.steps):
        return replace(
            line,
            steps=tuple(
                replace(step, count=float(max(1, int(_plain(step.count)) // 2)))
                if isinstance(step, Repeat)
                else step
                for step in line.steps
            ),
        )
    return replace(line, steps=tuple(_shorter(step) for step in line.steps if isinstance(step, Step)))


def _shorter(step: Step) -> Step:
    measure = step.measure
    if measure.ending is Ending.TIME and measure.seconds is not None and _plain(measure.seconds) >= 120:
        return replace(step, measure=replace(measure, seconds=60.0 * (_plain(measure.seconds) // 120)))
    if measure.ending is Ending.DISTANCE and measure.distance is not None:
        shorter = round(_plain(measure.distance) / 2, 1) or _plain(measure.distance)
        return replace(step, measure=replace(measure, distance=shorter, seconds=None))
    return step


def _plain(number: object) -> float:
    return float(number) if isinstance(number, int | float) else 1.0
