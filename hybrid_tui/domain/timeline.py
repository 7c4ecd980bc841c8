"""The shape of a timed line: its steps laid end to end, and where a moment falls among them.

Lengths are whole microseconds, so that sums are exact however long a timer runs. Nothing here knows a clock:
`timer_run` tells how far a run has come, this module answers which step that is, in O(log n).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from hybrid_tui.domain.workout import Ending, StepKind, TimedStep

SECOND = 1_000_000
"""Microseconds in a second."""

GET_READY_SECONDS = 10
"""Seconds to get ready before a first step of work; not part of the timeline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Steps in the order of doing. Raises ValueError when there are none."""

    steps: tuple[TimedStep, ...]
    endless: bool = False
    """The last step goes on until the run is finished: a lap on it is a split (a stopwatch)."""
    rounds: bool = False
    """A lap ends a round: as many of them as possible, or those of a stopwatch."""
    learned: tuple[tuple[int, float], ...] = ()
    """Steps whose expected end is known better than from the line: index and seconds."""
    lengths: tuple[int | None, ...] = field(init=False, repr=False, compare=False)
    """Microseconds of each step that ends by time; None for one that ends by a key or a distance."""
    expected: tuple[int | None, ...] = field(init=False, repr=False, compare=False)
    """Microseconds each step should take, as far as known."""
    planned: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Sum of the expected lengths before each step, and of all at its end; the unknown count nothing."""
    clocked: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Sum of the timed lengths before each step, and of all as its last value."""
    stops: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """For each step the first at or after it that waits for a key; the number of steps when none does."""

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("a timeline needs at least one step")
        asked = tuple(microseconds(step.seconds) for step in self.steps)
        lengths = tuple(
            length if step.ending is Ending.TIME else None
            for step, length in zip(self.steps, asked, strict=True)
        )
        known = {index: microseconds(seconds) for index, seconds in self.learned}
        expected = tuple(
            known.get(index, length) if lengths[index] is None else length
            for index, length in enumerate(asked)
        )
        stops = [len(lengths)]
        for index in range(len(lengths) - 1, -1, -1):
            stops.append(index if lengths[index] is None else stops[-1])
        put = object.__setattr__  # the only way to fill derived fields of a frozen value
        put(self, "expected", expected)
        put(self, "lengths", lengths)
        put(self, "planned", tuple(accumulate((length or 0 for length in expected), initial=0)))
        put(self, "clocked", tuple(accumulate((length or 0 for length in lengths), initial=0)))
        put(self, "stops", tuple(reversed(stops)))

    @property
    def get_ready(self) -> int:
        """Microseconds of get-ready before the first step; none before a warm-up, a rest or a stopwatch."""
        first = self.steps[0].kind
        wanted = first in (StepKind.WORK, StepKind.SET) and not self.endless
        return GET_READY_SECONDS * SECOND if wanted else 0

    @property
    def estimated(self) -> bool:
        """Whether its total is only about right, because some step ends by a key or a distance."""
        return self.stops[0] < len(self.steps)

    def walk(self, index: int, offset: int) -> tuple[int, int]:
        """The step `offset` µs after step `index` began, and the µs spent in it.

        A step that waits for a key is never left; past the end the index is the number of steps.
        """
        stop = self.stops[index]
        target = self.clocked[index] + offset
        if target >= self.clocked[stop]:
            return stop, target - self.clocked[stop]
        found = bisect_right(self.clocked, target, index, stop + 1) - 1
        return found, target - self.clocked[found]


def microseconds(seconds: float | None) -> int | None:
    """Whole microseconds of a length in seconds; None stays None. Negative lengths count as nothing."""
    return None if seconds is None else max(0, round(seconds * SECOND))


def rest(seconds: float, label: str = "rest") -> Timeline:
    """A countdown of one rest."""
    step = TimedStep(label=label, kind=StepKind.RECOVER, ending=Ending.TIME, seconds=seconds)
    return Timeline(steps=(step,))
