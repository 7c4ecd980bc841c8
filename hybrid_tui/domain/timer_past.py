"""What earlier runs say about the one in hand: how long an open step takes here, and the climbs' best.

A step that ends by a key (a walk back down) takes as long as the hill is high, whatever the line says. The
median of this person's last ones on this hill is the end to expect; a floor and a ceiling keep a forgotten key
or a slip of the finger from moving it far.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from hybrid_tui.domain.record import IntervalRecord
from hybrid_tui.domain.sheet_words import PART, time_words
from hybrid_tui.domain.timeline import Timeline
from hybrid_tui.domain.timer_report import Ran
from hybrid_tui.domain.workout import Ending, StepKind, TimedStep

LOOKED_AT, NEEDED = 8, 3
"""How many of the last ones count, and with how many it begins to learn."""

FLOOR, CEILING = 0.5, 2.0
"""The learned length against the asked one, at least and at most."""

SHORTEST, LONGEST = 5.0, 1800.0
"""Seconds within which it stays where nothing was asked."""

OPEN = frozenset({Ending.KEY, Ending.DISTANCE})
"""Endings that a person's key tells."""

Likeness = tuple[str, str, str, float | None, str]
"""What makes two steps the same: kind, label, ending, metres, hill."""


def expected_seconds(asked: float | None, past: Sequence[float]) -> float | None:
    """How long an open step should take, in seconds: the median of the last ones, `past` newest first.

    `asked` stays where fewer than three are known; None when nothing at all is known.
    """
    if len(past) < NEEDED:
        return asked
    low, high = (SHORTEST, LONGEST) if not asked else (asked * FLOOR, asked * CEILING)
    return min(max(median(past[:LOOKED_AT]), low), high)


def past_ends(rows: Iterable[IntervalRecord]) -> Mapping[Likeness, list[float]]:
    """Seconds of open steps that were done as asked, newest first, by what makes them the same.

    `rows` are whole blocks, newest block first, each in the order of running: a walk down belongs to the hill
    that was climbed before it.
    """
    blocks: dict[str, list[IntervalRecord]] = defaultdict(list)
    for row in rows:
        blocks[row.block_id].append(row)
    found: dict[Likeness, list[float]] = defaultdict(list)
    for block in blocks.values():
        hill, here = "", list[tuple[Likeness, float]]()
        for row in block:
            hill = (row.place or "") if row.kind == StepKind.WORK.value else hill
            if row.done and row.seconds and row.ends in {each.value for each in OPEN}:
                here.append(
                    ((row.kind, row.label.casefold(), row.ends, row.metres, row.place or hill), row.seconds)
                )
        for likeness, seconds in reversed(here):
            found[likeness].append(seconds)
    return found


def likenesses(steps: Sequence[TimedStep]) -> tuple[Likeness, ...]:
    """For each step what makes another one the same."""
    found, hill = list[Likeness](), ""
    for step in steps:
        hill = (step.place or "") if step.kind is StepKind.WORK else hill
        place = step.place or hill
        found.append((step.kind.value, step.label.casefold(), step.ending.value, step.metres, place))
    return tuple(found)


def learned(timeline: Timeline, past: Mapping[Likeness, Sequence[float]]) -> tuple[tuple[int, float], ...]:
    """The open steps whose expected end is another than the asked one: index and seconds."""
    found = list[tuple[int, float]]()
    for index, (step, likeness) in enumerate(zip(timeline.steps, likenesses(timeline.steps), strict=True)):
        if step.ending not in OPEN or (timeline.endless and index == len(timeline.steps) - 1):
            continue
        seconds = expected_seconds(step.seconds, past.get(likeness, ()))
        if seconds is not None and seconds != step.seconds:
            found.append((index, seconds))
    return tuple(found)


def best_before(timeline: Timeline, past: Mapping[Likeness, Sequence[float]]) -> float | None:
    """Seconds of the best one of those climbs that this timeline asks for; None where there is none."""
    wanted = {
        likeness
        for step, likeness in zip(timeline.steps, likenesses(timeline.steps), strict=True)
        if step.kind is StepKind.WORK and step.ending in OPEN and not timeline.endless
    }
    if len(wanted) != 1:
        return None  # bests of different climbs are no one number
    return min(past.get(wanted.pop(), ()), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Climbs:
    """The repeats of one run that ended by a key or a distance."""

    count: int
    best: float
    """Seconds."""
    slowest: float
    """Seconds."""
    drop_off: float
    """Percent that the last one took longer than the best; 0 when it was the best."""

    def words(self) -> str:
        """`best 11.8 s, slowest 13.0 s, the last +8 %`."""
        drop = f", the last +{self.drop_off:.0f} %" if round(self.drop_off) else ", the last as fast"
        return f"best {time_words(self.best)}, slowest {time_words(self.slowest)}{drop}"


def climb_times(ran: Iterable[Ran]) -> dict[int, float]:
    """Seconds of each repeat that a key or a distance ended, by the index of its step."""
    return {
        each.index: each.seconds
        for each in ran
        if each.done and each.step.kind is StepKind.WORK and each.step.ending in OPEN
    }


def climbs(ran: Iterable[Ran]) -> Climbs | None:
    """Best, slowest and drop-off of the repeats that a key ended; None for fewer than two alike."""
    done = [each for each in ran if each.done and each.seconds > 0]
    open_work = [
        each
        for each in done
        if each.step.kind is StepKind.WORK and each.step.ending in OPEN and each.step.label != PART
    ]
    if len(open_work) < 2 or len({(each.step.label, each.step.metres) for each in open_work}) != 1:
        return None
    seconds = [each.seconds for each in open_work]
    best = min(seconds)
    return Climbs(
        count=len(seconds), best=best, slowest=max(seconds), drop_off=(seconds[-1] / best - 1) * 100
    )
