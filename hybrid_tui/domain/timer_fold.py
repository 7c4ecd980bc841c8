"""Facts folded into a run: what starting, pausing, skipping, going back, adjusting and finishing mean.

Feeding one fact first closes every step that ended by itself before it, at the instant it was due, then does
the deed. So the spans of a run depend on its facts alone, never on who looked when.
"""

from __future__ import annotations

from collections.abc import Iterable

from hybrid_tui.domain.timeline import Timeline
from hybrid_tui.domain.timer_run import (
    BACK_WINDOW,
    GET_READY,
    EndedBy,
    Fact,
    FactKind,
    Phase,
    RunState,
    Span,
    Split,
    half_of,
    idle,
)


def fold(timeline: Timeline, facts: Iterable[Fact]) -> RunState:
    """The run after all its facts, in order. A fact that makes no sense where it stands is passed over."""
    run = _Run(idle(timeline))
    for fact in facts:
        run.feed(fact)
    return run.state()


def apply(state: RunState, fact: Fact) -> RunState:
    """The run after one more fact; `fold` is this, repeated."""
    run = _Run(state)
    run.feed(fact)
    return run.state()


def settle(state: RunState, now: int) -> RunState:
    """The same run, with the steps that have ended by `now` among its spans."""
    run = _Run(state)
    run.advance(now)
    run.entered = state.entered
    return run.state()


class _Run:
    """A run while facts are fed to it; lists here, tuples in the value that leaves."""

    def __init__(self, state: RunState) -> None:
        self.line = state.timeline
        self.standing = state.standing
        self.index, self.anchor, self.elapsed = state.index, state.anchor, state.elapsed
        self.length, self.expected, self.halfway = state.length, state.expected, state.halfway
        self.spans, self.splits = list(state.spans), list(state.splits)
        self.active, self.entered = state.active, False

    def state(self) -> RunState:
        return RunState(
            timeline=self.line,
            standing=self.standing,
            index=self.index,
            anchor=self.anchor,
            elapsed=self.elapsed,
            length=self.length,
            expected=self.expected,
            halfway=self.halfway,
            spans=tuple(self.spans),
            splits=tuple(self.splits),
            active=self.active,
            entered=self.entered,
        )

    def feed(self, fact: Fact) -> None:
        self.entered = False
        match self.standing, fact.kind:
            case Phase.IDLE, FactKind.STARTED:
                self._start(fact)
            case (Phase.IDLE, _) | (_, FactKind.STARTED):
                return
            case Phase.FINISHED, FactKind.WENT_BACK if self.index == len(self.line.steps):
                self._again(fact)
            case Phase.FINISHED, _:
                return
            case Phase.PAUSED | Phase.HELD, FactKind.RESUMED:
                self.standing, self.anchor = Phase.RUNNING, fact.boot_us
                self.entered = self.elapsed == 0  # a step chosen while it stood begins only now
            case Phase.HELD, FactKind.FROM_NOW:
                self._from_now(fact)
            case _:
                if self.advance(fact.boot_us):
                    self._deed(fact)
                else:
                    self.feed(fact)

    def advance(self, now: int, ended_by: EndedBy = EndedBy.TIME) -> bool:
        """Close the steps that ended by themselves up to `now`, and stand there; False at the end."""
        if self.standing is not Phase.RUNNING:
            return self.standing is not Phase.FINISHED
        passed = max(0, now - self.anchor)
        now = self.anchor + passed
        elapsed = self.elapsed + passed
        if self.length is None or elapsed < self.length:
            self.elapsed, self.anchor = elapsed, now
            return True
        over = elapsed - self.length
        found, inside = self.line.walk(self.index + 1, over)
        end = now - over
        self._close(self.length, end, ended_by)
        for index in range(self.index + 1, found):
            length = self.line.lengths[index] or 0
            end += length
            self.index = index
            self._close(length, end, ended_by)
        over_all = found == len(self.line.steps)
        self._enter(found, end if over_all else now, inside)
        return not over_all

    def _start(self, fact: Fact) -> None:
        self.standing = Phase.RUNNING
        if fact.value:
            self.index, self.elapsed, self.anchor = GET_READY, 0, fact.boot_us
            self.length = self.expected = fact.value
            self.halfway = None
            self.entered = True
        else:
            self._enter(0, fact.boot_us)
            self.entered = True

    def _again(self, fact: Fact) -> None:
        """Back from the natural end: the last step once more; the time since the end was not run."""
        self.standing = Phase.RUNNING
        self._enter(len(self.line.steps) - 1, fact.boot_us)
        self.entered = True

    def _from_now(self, fact: Fact) -> None:
        self.standing = Phase.RUNNING
        self.anchor = fact.boot_us - max(0, fact.value or 0)
        self.advance(fact.boot_us, EndedBy.PASSED)

    def _deed(self, fact: Fact) -> None:
        now = self.anchor if self.standing is Phase.RUNNING else fact.boot_us
        match fact.kind:
            case FactKind.PAUSED if self.standing is Phase.RUNNING:
                self.standing = Phase.PAUSED
            case FactKind.HELD if self.standing is Phase.RUNNING:
                self.standing = Phase.HELD
            case FactKind.SKIPPED:
                self._leave(self.index + 1, now, EndedBy.SKIP)
            case FactKind.WENT_BACK:
                early = self.elapsed < BACK_WINDOW and self.index > 0
                self._leave(self.index - 1 if early else self.index, now, EndedBy.BACK)
            case FactKind.JUMPED if fact.value is not None and 0 <= fact.value < len(self.line.steps):
                self._leave(fact.value, now, EndedBy.JUMP)
            case FactKind.LAPPED:
                self._lap(now)
            case FactKind.ADJUSTED:
                self._adjust(fact.value or 0, now)
            case FactKind.FINISHED:
                self._finish(now)
            case _:
                return

    def _leave(self, index: int, now: int, ended_by: EndedBy) -> None:
        """End the step in hand and begin `index`, running or standing as before."""
        if self.index == index == GET_READY:
            self.elapsed, self.anchor = 0, now
        else:
            self._close(self.elapsed, now, ended_by)
            self._enter(index, now)
        self.entered = True

    def _lap(self, now: int) -> None:
        last = self.index == len(self.line.steps) - 1
        if self.index == GET_READY:
            return
        if self.length is not None or (self.line.endless and last):
            self.splits.append(
                Split(index=self.index, elapsed_us=self.elapsed, boot_us=now, go=len(self.spans))
            )
        else:
            self._leave(self.index + 1, now, EndedBy.KEY)

    def _adjust(self, change: int, now: int) -> None:
        if self.length is None:
            if self.expected is not None:
                self.expected = max(0, self.expected + change)
            return
        if self.halfway is not None and self.elapsed >= self.halfway:
            self.halfway = None  # it was announced; a longer step does not announce it twice
        self.length = self.expected = max(self.elapsed, self.length + change)
        if self.halfway is not None:
            half = half_of(self.length)
            self.halfway = half if half is not None and half > self.elapsed else None
        if self.length == self.elapsed:
            self._leave(self.index + 1, now, EndedBy.TIME)

    def _finish(self, now: int) -> None:
        self._close(self.elapsed, now, EndedBy.FINISH)
        self.standing = Phase.FINISHED
        self.index = len(self.line.steps) + 1  # past the natural end: nothing leads back from here
        self.anchor, self.elapsed, self.length, self.expected, self.halfway = now, 0, 0, None, None
        self.entered = True

    def _close(self, seconds_us: int, ended: int, ended_by: EndedBy) -> None:
        if 0 <= self.index < len(self.line.steps):
            span = Span(index=self.index, seconds_us=seconds_us, ended_boot_us=ended, ended_by=ended_by)
            self.spans.append(span)
            self.active += seconds_us

    def _enter(self, index: int, now: int, elapsed: int = 0) -> None:
        self.index, self.anchor, self.elapsed = index, now, elapsed
        if index >= len(self.line.steps):
            self.standing = Phase.FINISHED
            self.elapsed, self.length, self.expected, self.halfway = 0, 0, None, None
            return
        self.length, self.expected = self.line.lengths[index], self.line.expected[index]
        self.halfway = half_of(self.length)
