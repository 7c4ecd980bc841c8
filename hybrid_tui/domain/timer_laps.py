"""Laps inside a step that goes on: rounds of an AMRAP, laps of a stopwatch, splits of a run."""

from __future__ import annotations

from itertools import pairwise

from hybrid_tui.domain.sheet_words import LAP, ROUND, time_words
from hybrid_tui.domain.step_names import count_of, step_name, with_count
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_run import RunState, Split


def laps_of(state: RunState, go: int) -> tuple[Split, ...]:
    """The splits of one go at a step, the `go`-th that ends (from 0), in order."""
    return tuple(split for split in state.splits if split.go == go)


def lap_lengths(splits: tuple[Split, ...]) -> list[int]:
    """µs of each lap."""
    ends = [0, *(split.elapsed_us for split in splits)]
    return [end - begin for begin, end in pairwise(ends)]


def last_lap_words(state: RunState) -> str:
    """The laps of the step in hand: `round 3 in 0:58, best 0:52`; empty without any."""
    splits = laps_of(state, len(state.spans))
    if not splits:
        return ""
    lengths = lap_lengths(splits)
    word = ROUND if state.timeline.rounds and not state.timeline.endless else LAP
    best = f", best {time_words(min(lengths) / SECOND)}" if len(lengths) > 1 else ""
    return f"{word} {len(lengths)} in {time_words(lengths[-1] / SECOND)}{best}"


def laps_words(state: RunState) -> str:
    """The laps of all steps that have ended, where they are no rounds: `laps 4:58 5:02`; `laps of hard 2 of 4 …`."""
    if state.timeline.rounds:
        return ""
    said = []
    for go, span in enumerate(state.spans):
        splits = laps_of(state, go)
        if splits:
            rest = span.seconds_us - splits[-1].elapsed_us
            lengths = [*lap_lengths(splits), *([rest] if rest >= SECOND else [])]
            times = " ".join(time_words(length / SECOND) for length in lengths)
            name = with_count(step_name(state.timeline, span.index), count_of(state.timeline, span.index))
            said.append(f"laps {times}" if len(state.timeline.steps) == 1 else f"laps of {name}: {times}")
    return "; ".join(said)
