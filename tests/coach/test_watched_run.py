from __future__ import annotations

from dataclasses import replace

from hybrid_tui.coach.loaded import load
from hybrid_tui.coach.watched_run import WatchedRun
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_cues import Boundary, BoundaryKind
from hybrid_tui.domain.timer_fold import apply
from hybrid_tui.domain.timer_run import Fact, FactKind, position
from tests.fixed_clock import FixedClock

BEGINS = (BoundaryKind.BEGIN, BoundaryKind.FINISHED)


def watched(clock: FixedClock) -> WatchedRun:
    """Ten seconds of running, then ten of walking, begun this very instant."""
    loaded = load("10s run + 10s walk")
    started = Fact(kind=FactKind.STARTED, boot_us=clock.boot_us(), value=0)
    run = WatchedRun()
    run.put(replace(loaded, state=apply(loaded.state, started), run_id="run"), clock.boot_us())
    return run


def look(run: WatchedRun, clock: FixedClock, seconds: float) -> tuple[Boundary, ...] | None:
    clock.advance(seconds)
    return run.look(clock.boot_us(), clock.moment)


def test_looks_find_each_boundary_once_however_they_fall() -> None:
    clock = FixedClock()
    run = watched(clock)
    found = [each for _ in range(11) for each in look(run, clock, 1.9) or ()]
    assert [each.index for each in found if each.kind in BEGINS] == [1, 2]


def test_after_a_gap_nothing_is_due_and_it_stands_held_where_it_was_seen() -> None:
    clock = FixedClock()
    run = watched(clock)
    look(run, clock, 1)
    assert look(run, clock, 60) is None
    assert run.loaded is not None
    assert run.loaded.away is not None
    assert run.loaded.away.away_us == 60 * SECOND
    clock.advance(5)
    assert run.held_us(clock.boot_us()) == 5 * SECOND
    assert look(run, clock, 1) is None


def test_the_two_ways_on() -> None:
    for from_now, done in ((False, 1 * SECOND), (True, 20 * SECOND)):
        clock = FixedClock()
        run = watched(clock)
        look(run, clock, 1)
        look(run, clock, 60)
        run.take(*run.way_on(clock.boot_us(), from_now=from_now))
        assert run.loaded is not None
        assert run.loaded.away is None
        assert position(run.loaded.state, clock.boot_us()).done == done
        assert run.way_on(clock.boot_us()) == ()


def test_a_note_is_worth_it_at_a_new_step_after_a_deed_and_every_five_seconds() -> None:
    clock = FixedClock()
    run = watched(clock)
    notes = []
    for second in range(1, 20):
        found = look(run, clock, 1)
        assert found is not None
        if second == 13:
            run.take(Fact(kind=FactKind.ADJUSTED, boot_us=clock.boot_us(), value=SECOND))
        if run.worth_a_note(found, clock.boot_us()):
            notes.append(second)
    assert notes == [5, 10, 13, 18]
