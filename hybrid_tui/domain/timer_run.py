"""One run of a timeline: what a person did to it, folded into where it stands.

A run is a list of facts, each with the instant of the boot clock (µs, counts through suspend). Time run is
the boot clock minus pauses; where timed steps meet need not be stored to be right, it follows from the facts.
So any pattern of ticks, a late frame or a restart gives the same answer: ticks only ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hybrid_tui.domain.timeline import SECOND, Timeline
from hybrid_tui.domain.workout import TimedStep

BACK_WINDOW = 2 * SECOND
"""µs at the beginning of a step in which «back» means the step before it."""

LONG_STEP = 60 * SECOND
"""µs from which a step has a halfway mark."""

GET_READY = -1
"""The index of the get-ready, which lies before the timeline."""


class FactKind(StrEnum):
    """What a person (or a kill, or a closed lid) did to a run."""

    STARTED = "started"
    """`value`: µs of get-ready before the first step."""
    PAUSED = "paused"
    RESUMED = "resumed"
    SKIPPED = "skipped"
    WENT_BACK = "went back"
    ADJUSTED = "adjusted"
    """`value`: µs added to the step (minus: taken off)."""
    LAPPED = "lapped"
    JUMPED = "jumped"
    """`value`: the step's index, from 0."""
    HELD = "held"
    """Nobody was watching from this instant on; like a pause, but asked about."""
    FROM_NOW = "from now"
    """Answers a hold: it went on meanwhile. `value`: µs that passed."""
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One deed with its instant."""

    kind: FactKind
    boot_us: int
    """µs of the boot clock. After a hold it may belong to a later boot and be smaller."""
    value: int | None = None


class Phase(StrEnum):
    """How a run stands."""

    IDLE = "idle"
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    HELD = "held"
    FINISHED = "finished"


class EndedBy(StrEnum):
    """What ended a step."""

    TIME = "time"
    KEY = "key"
    SKIP = "skip"
    BACK = "back"
    JUMP = "jump"
    PASSED = "passed"
    """Its time ran out while nobody watched, and the person said that it went on."""
    FINISH = "finish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One go at one step."""

    index: int
    seconds_us: int
    """How long it lasted, µs without pauses."""
    ended_boot_us: int
    """The boot clock at its end."""
    ended_by: EndedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A lap inside a step that goes on."""

    index: int
    elapsed_us: int
    """Since the step began, without pauses."""
    boot_us: int
    """The boot clock when it was marked."""
    go: int
    """How many goes at steps had ended before the one it lies in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunState:
    """A run after its last fact. `position` looks from here to any later instant."""

    timeline: Timeline
    standing: Phase = Phase.IDLE
    """IDLE, RUNNING, PAUSED, HELD or FINISHED; READY is a running get-ready."""
    index: int = 0
    """The step at the last fact: GET_READY before the first, the number of steps after the last."""
    anchor: int = 0
    """Boot µs of the last fact."""
    elapsed: int = 0
    """µs spent in that step at the anchor."""
    length: int | None = None
    """µs of that step with its adjustments; None when it waits for a key."""
    expected: int | None = None
    """µs it should take, with its adjustments."""
    halfway: int | None = None
    """µs into the step of its halfway mark, if it has one still to come."""
    spans: tuple[Span, ...] = ()
    """Every go at a step that has ended by the anchor."""
    splits: tuple[Split, ...] = ()
    active: int = 0
    """µs of all spans."""
    entered: bool = False
    """Whether the last fact itself began a step (or the end), so that no clock will cross into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a run stands at one instant. Lengths are µs."""

    phase: Phase
    index: int
    """The step, from 0; the last one when finished, the first while getting ready."""
    step: TimedStep
    get_ready: bool
    elapsed: int
    length: int | None
    """The step's length with adjustments; None when it waits for a key."""
    remaining: int | None
    """What is left of a step that ends by time; None for one that counts up."""
    expected: int | None
    """How long the step should take, as far as known."""
    done: int
    """Run so far, without get-ready and pauses."""
    left: int
    """What is left as far as known; see `about`."""
    about: bool
    """Whether `left` is only an estimate."""
    rep: int | None
    reps: int | None

    @property
    def shown(self) -> int:
        """The whole second on the display: a countdown rounds up (it ends on 1), the rest down."""
        return self.elapsed // SECOND if self.remaining is None else -(-self.remaining // SECOND)

    @property
    def fraction(self) -> float:
        """How much of the step is done, 0 to 1; 0 when nobody knows how long it takes."""
        whole = self.length if self.length is not None else self.expected
        return min(1.0, self.elapsed / whole) if whole else 0.0


def idle(timeline: Timeline) -> RunState:
    """A run that has not begun."""
    length = timeline.lengths[0]
    return RunState(timeline=timeline, length=length, expected=timeline.expected[0], halfway=half_of(length))


def locate(state: RunState, now: int) -> tuple[int, int]:
    """The step index and the µs spent in it at boot instant `now`, in O(log n)."""
    if state.standing is not Phase.RUNNING:
        return state.index, state.elapsed
    elapsed = state.elapsed + max(0, now - state.anchor)
    if state.length is None or elapsed < state.length:
        return state.index, elapsed
    return state.timeline.walk(state.index + 1, elapsed - state.length)


def position(state: RunState, now: int) -> Position:
    """Where the run stands at boot instant `now` (µs)."""
    line = state.timeline
    index, elapsed = locate(state, now)
    count = len(line.steps)
    if index >= count:
        return _at_end(state)
    same = index == state.index
    length = state.length if same else line.lengths[index]
    expected = state.expected if same else line.expected[index]
    getting_ready = index == GET_READY
    shown = max(0, index)
    rest_of_step = 0 if getting_ready else max(0, (length or expected or 0) - elapsed)
    following = line.planned[count] - line.planned[index + 1]
    return Position(
        phase=Phase.READY if getting_ready and state.standing is Phase.RUNNING else state.standing,
        index=shown,
        step=line.steps[shown],
        get_ready=getting_ready,
        elapsed=elapsed,
        length=length,
        remaining=None if length is None else max(0, length - elapsed),
        expected=expected,
        done=_done(state, index, elapsed, now),
        left=rest_of_step + following,
        about=line.stops[shown] < count,
        rep=line.steps[shown].rep,
        reps=line.steps[shown].reps,
    )


def next_change(state: RunState, now: int) -> int | None:
    """The next boot µs after `now` at which the shown second changes or a cue is due; None at rest."""
    here = position(state, now)
    if here.phase not in (Phase.READY, Phase.RUNNING):
        return None
    if here.remaining is None:
        return now + SECOND - here.elapsed % SECOND
    soonest = (here.remaining - 1) % SECOND + 1
    half = halfway(state, locate(state, now)[0])
    if half is not None and here.elapsed < half:
        soonest = min(soonest, half - here.elapsed)
    return now + soonest


def halfway(state: RunState, index: int) -> int | None:
    """µs into step `index` of its halfway mark; only long timed steps have one."""
    return state.halfway if index == state.index else half_of(state.timeline.lengths[index])


def half_of(length: int | None) -> int | None:
    """The halfway mark of a step of that length (µs), if it is long enough to have one."""
    return length // 2 if length is not None and length >= LONG_STEP else None


def _done(state: RunState, index: int, elapsed: int, now: int) -> int:
    """Time run by `now`: the spans, the steps passed since the anchor, and the step in hand."""
    if index == GET_READY:
        return state.active
    if state.index != GET_READY or state.standing is not Phase.RUNNING:
        since = max(0, now - state.anchor) if state.standing is Phase.RUNNING else 0
        return state.active + state.elapsed + since
    return state.active + state.timeline.clocked[index] + elapsed


def _at_end(state: RunState) -> Position:
    line = state.timeline
    last = len(line.steps) - 1
    ran = state.active
    if state.standing is Phase.RUNNING:  # ended by itself since the last fact
        here = 0 if state.index == GET_READY else (state.length or 0)
        ran += here + line.clocked[-1] - line.clocked[state.index + 1]
    return Position(
        phase=Phase.FINISHED,
        index=last,
        step=line.steps[last],
        get_ready=False,
        elapsed=0,
        length=0,
        remaining=0,
        expected=None,
        done=ran,
        left=0,
        about=False,
        rep=line.steps[last].rep,
        reps=line.steps[last].reps,
    )
