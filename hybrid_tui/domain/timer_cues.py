"""What is due between two looks at the clock, and what of it is still worth a sound.

`crossed` lists the boundaries, `cue_of` chooses. A cue that is late by more than two seconds stays silent, and
of those in time only the newest sounds: after a stall there is no burst.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hybrid_tui.domain.step_names import spoken_name
from hybrid_tui.domain.timeline import SECOND, Timeline
from hybrid_tui.domain.timer_run import GET_READY, Phase, RunState, half_of, locate
from hybrid_tui.domain.workout import StepKind

LATE = 2 * SECOND
"""µs after which a cue is missed."""

LAST = (3, 2, 1)
"""The seconds before an end that are counted."""


class BoundaryKind(StrEnum):
    """What happens at a boundary."""

    END = "end"
    LAST_SECONDS = "last seconds"
    HALFWAY = "halfway"
    EXPECTED = "expected"
    """A step that waits for a key has taken as long as it should."""
    READY = "ready"
    BEGIN = "begin"
    FINISHED = "finished"


RANK = {kind: rank for rank, kind in enumerate(BoundaryKind)}
"""Which of several boundaries at one instant is the one to hear: the later in the list above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """Something that is due at an instant, whether or not anyone looks."""

    kind: BoundaryKind
    due: int
    """Boot µs."""
    index: int
    """The step it belongs to, from 0; GET_READY while getting ready; the number of steps when finished."""
    count: int = 0
    """Seconds left, for LAST_SECONDS."""


class Sound(StrEnum):
    """The sounds of the timer, each distinct by ear."""

    READY = "ready"
    WORK = "work"
    RECOVER = "recover"
    HALFWAY = "halfway"
    LAST_SECONDS = "last-seconds"
    DONE = "done"
    REST = "rest"
    """A rest between sets is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One sound with the words that say the same."""

    sound: Sound
    words: str
    due: int
    """Boot µs at which it should have been heard."""


def crossed(state: RunState, then: int, now: int) -> tuple[Boundary, ...]:
    """The boundaries with `then` < due <= `now`, boot µs, in order of due time.

    What the last fact itself began is in `entered`; call this for the time after it.
    """
    if state.standing is not Phase.RUNNING or now <= then:
        return ()
    line, found = state.timeline, list[Boundary]()
    first, inside = locate(state, max(then, state.anchor))
    last, _ = locate(state, now)
    began = max(then, state.anchor) - inside
    for index in range(first, min(last, len(line.steps) - 1) + 1):
        own = index == state.index
        length = state.length if own else line.lengths[index]
        expected = state.expected if own else line.expected[index]
        half = state.halfway if own else half_of(length)
        found += _inside(index, began, length, expected, half)
        if length is None:
            break
        began += length
        found.append(Boundary(kind=BoundaryKind.END, due=began, index=index))
        found.append(_begin(line, index + 1, began))
    return tuple(boundary for boundary in found if then < boundary.due <= now)


def entered(state: RunState) -> tuple[Boundary, ...]:
    """What the last fact began by itself: the get-ready, a step after a skip, the end. Due at that fact."""
    if not state.entered or state.standing in (Phase.PAUSED, Phase.HELD):
        return ()
    return (_begin(state.timeline, state.index, state.anchor),)


def cue_of(timeline: Timeline, boundaries: tuple[Boundary, ...], now: int) -> Cue | None:
    """The one cue worth hearing at `now` among boundaries; None where all came too late, or there are none."""
    heard = [b for b in boundaries if now - b.due <= LATE and b.kind is not BoundaryKind.END]
    if not heard:
        return None
    return _cue(timeline, max(heard, key=lambda boundary: (boundary.due, RANK[boundary.kind])))


def _inside(
    index: int, began: int, length: int | None, expected: int | None, half: int | None
) -> list[Boundary]:
    """The boundaries inside one step that began at `began`, in order."""
    if length is None:
        if not expected:
            return []
        return [Boundary(kind=BoundaryKind.EXPECTED, due=began + expected, index=index)]
    marks = []
    if half is not None:
        marks.append(Boundary(kind=BoundaryKind.HALFWAY, due=began + half, index=index))
    marks += [
        Boundary(
            kind=BoundaryKind.LAST_SECONDS, due=began + length - count * SECOND, index=index, count=count
        )
        for count in LAST
        if length > count * SECOND
    ]
    return marks


def _begin(line: Timeline, index: int, due: int) -> Boundary:
    if index == GET_READY:
        return Boundary(kind=BoundaryKind.READY, due=due, index=index)
    if index >= len(line.steps):
        return Boundary(kind=BoundaryKind.FINISHED, due=due, index=len(line.steps))
    return Boundary(kind=BoundaryKind.BEGIN, due=due, index=index)


def _cue(line: Timeline, boundary: Boundary) -> Cue:
    match boundary.kind:
        case BoundaryKind.LAST_SECONDS:
            return Cue(sound=Sound.LAST_SECONDS, words=str(boundary.count), due=boundary.due)
        case BoundaryKind.READY:
            return Cue(sound=Sound.READY, words="get ready", due=boundary.due)
        case BoundaryKind.HALFWAY:
            return Cue(sound=Sound.HALFWAY, words="halfway", due=boundary.due)
        case BoundaryKind.EXPECTED:
            return Cue(sound=Sound.HALFWAY, words="time to go on", due=boundary.due)
        case BoundaryKind.FINISHED:
            return Cue(sound=Sound.DONE, words="done", due=boundary.due)
        case _:
            kind = line.steps[boundary.index].kind
            sound = Sound.WORK if kind in (StepKind.WORK, StepKind.SET) else Sound.RECOVER
            return Cue(sound=sound, words=spoken_name(line, boundary.index), due=boundary.due)
