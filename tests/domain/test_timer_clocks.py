"""The timer against every clock there is: suspend, a wall clock that steps, a DST night, midnight, any ticks."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from time import perf_counter

import pytest

from hybrid_tui.coach.loaded import load
from hybrid_tui.domain.timeline import SECOND, Timeline
from hybrid_tui.domain.timer_away import Seen, away
from hybrid_tui.domain.timer_cues import Boundary, BoundaryKind, crossed, cue_of
from hybrid_tui.domain.timer_fold import apply, fold
from hybrid_tui.domain.timer_report import intervals
from hybrid_tui.domain.timer_run import Fact, FactKind, Phase, RunState, next_change, position
from hybrid_tui.domain.workout import Ending, StepKind, TimedStep
from tests.fixed_clock import FixedClock

HILLS = "8x(12s @9 hill 8% / 90s walk back)"


def started(line: Timeline, at: int = 0, ready: int = 0) -> RunState:
    return fold(line, [Fact(kind=FactKind.STARTED, boot_us=at, value=ready)])


def steps(count: int, seconds: float) -> Timeline:
    return Timeline(
        steps=tuple(
            TimedStep(
                label=f"step {number}",
                kind=StepKind.WORK if number % 2 == 0 else StepKind.RECOVER,
                ending=Ending.TIME,
                seconds=seconds,
            )
            for number in range(count)
        )
    )


def test_a_thousand_tick_patterns_hear_every_cue_once() -> None:
    line = load("2x(5s @9 hill 8% / 4s walk back) + 61s easy").timeline
    state = started(line, ready=10 * SECOND)
    end = 10 * SECOND + line.clocked[-1]
    whole = crossed(state, 0, end)
    assert whole[-1].kind is BoundaryKind.FINISHED
    dice = random.Random(4)
    for _ in range(1000):
        found, last, longest = list[Boundary](), 0, dice.choice((1.5, 3.0, 7.0, 40.0))
        while last < end:
            now = min(end, last + round(dice.uniform(0.001, longest) * SECOND) + 1)
            found += crossed(state, last, now)
            last = now
        assert tuple(found) == whole


@pytest.mark.parametrize(
    ("zone", "at"),
    [
        ("Europe/Paris", datetime(2026, 3, 29, 0, 59, 30, tzinfo=UTC)),
        ("Europe/Paris", datetime(2026, 10, 25, 0, 59, 30, tzinfo=UTC)),
        ("America/New_York", datetime(2026, 11, 1, 5, 59, 30, tzinfo=UTC)),
        ("UTC", datetime(2026, 12, 31, 23, 59, 30, tzinfo=UTC)),
    ],
)
def test_a_night_in_which_clocks_change_moves_nothing(zone: str, at: datetime) -> None:
    clock = FixedClock(at, zone=zone)
    line = load("2m easy").timeline
    state = started(line, clock.boot_us())
    shown = []
    while (due := next_change(state, clock.boot_us())) is not None:
        clock.advance((due - clock.boot_us()) / SECOND)
        shown.append(position(state, clock.boot_us()).shown)
    assert shown[-1] == 0
    assert [each for each in shown if each] == sorted((each for each in shown if each), reverse=True)
    assert position(state, clock.boot_us()).phase is Phase.FINISHED
    assert clock.boot_us() == state.anchor + 120 * SECOND


def test_a_wall_clock_set_back_or_forward_moves_nothing() -> None:
    clock = FixedClock()
    state = started(load(HILLS).timeline, clock.boot_us())
    clock.advance(5)
    for year in (1999, 2050):
        clock.set_wall(datetime(year, 1, 1, tzinfo=UTC))
        here = position(state, clock.boot_us())
        assert (here.index, here.remaining) == (0, 7 * SECOND)
    seen = Seen(at_us=clock.now_us(), boot_us=clock.boot_us(), boot_id=clock.boot_id())
    clock.set_wall(datetime(1970, 1, 2, tzinfo=UTC))
    held = away(state, last=seen, now=clock.moment())
    assert held is not None
    assert held.away_us == 0


@pytest.mark.parametrize("slept", [3, 48, 3600, 86_400])
def test_after_suspend_both_ways_on_are_exact_and_one_cue_sounds(slept: int) -> None:
    clock = FixedClock()
    line = load(HILLS).timeline
    state = started(line, clock.boot_us())
    clock.advance(5)
    seen = Seen(at_us=clock.now_us(), boot_us=clock.boot_us(), boot_id=clock.boot_id())
    clock.advance(slept)
    held = away(state, last=seen, now=clock.moment())
    assert held is not None
    assert (held.away_us, held.estimated) == (slept * SECOND, False)
    here = state
    for fact in held.resume_here(clock.boot_us()):
        here = apply(here, fact)
    assert position(here, clock.boot_us()).elapsed == 5 * SECOND
    on = state
    for fact in held.resume_now(clock.boot_us()):
        on = apply(on, fact)
    assert position(on, clock.boot_us()).done == min(5 + slept, line.clocked[-1] // SECOND) * SECOND
    passed = [each for each in intervals(on, clock.boot_us()) if each.done]
    assert sum(each.seconds for each in passed) <= 5 + slept
    heard = cue_of(line, crossed(state, seen.boot_us, clock.boot_us()), clock.boot_us())
    assert heard is None or clock.boot_us() - heard.due <= 2 * SECOND


def test_a_day_long_timeline_is_exact_at_its_last_second() -> None:
    line = load("24h easy").timeline
    state = started(line)
    last = 86_400 * SECOND - 1
    assert position(state, last).shown == 1
    assert position(state, last + 1).phase is Phase.FINISHED
    assert intervals(state, last + 1)[0].seconds == 86_400.0


def test_two_thousand_steps_are_quick_and_exact() -> None:
    line = steps(2000, 43.2)
    state = started(line)
    began = perf_counter()
    for number in range(0, 86_400, 7):
        here = position(state, number * SECOND)
        assert here.index == number * 10 // 432
    assert perf_counter() - began < 2.0
    ran = intervals(state, line.clocked[-1])
    assert len(ran) == 2000
    assert sum(each.seconds for each in ran) == pytest.approx(86_400)
    assert ran[-1].ended_boot_us == 86_400 * SECOND
