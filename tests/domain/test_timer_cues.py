from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.timeline import Timeline
from hybrid_tui.domain.timer_cues import Boundary, Cue, Sound, crossed, cue_of, entered
from hybrid_tui.domain.timer_fold import apply, fold
from hybrid_tui.domain.timer_run import Fact, FactKind, RunState
from tests.domain.test_timer_run import HILLS, runs
from tests.domain.timer_steps import by_key, fact, line, started, us, walk, work


def told(boundaries: tuple[Boundary, ...]) -> list[tuple[str, float]]:
    return [(f"{b.kind.value} {b.count or ''}".strip(), b.due / 1e6) for b in boundaries]


def test_every_boundary_has_its_due_instant() -> None:
    state = fold(HILLS, [started(0, ready=10)])
    assert told(entered(state)) == [("ready", 0)]
    assert told(crossed(state, 0, us(70))) == [
        ("last seconds 3", 7),
        ("last seconds 2", 8),
        ("last seconds 1", 9),
        ("end", 10),
        ("begin", 10),
        ("last seconds 3", 19),
        ("last seconds 2", 20),
        ("last seconds 1", 21),
        ("end", 22),
        ("begin", 22),
        ("halfway", 67),
    ]
    assert told(crossed(state, us(123.5), us(9999))) == [("end", 124), ("finished", 124)]
    assert crossed(state, us(124), us(9999)) == ()


def test_a_step_by_key_tells_when_it_has_taken_as_long_as_expected() -> None:
    state = fold(line(by_key(90), work(5)), [started()])
    assert told(crossed(state, 0, us(500))) == [("expected", 90)]


def test_a_lap_or_skip_begins_a_step_by_itself() -> None:
    state = fold(HILLS, [started(), fact(FactKind.SKIPPED, 5)])
    assert told(entered(state)) == [("begin", 5)]
    assert told(crossed(state, us(5), us(20))) == []
    assert entered(apply(state, fact(FactKind.ADJUSTED, 6, 10))) == ()


def test_a_step_chosen_in_a_pause_begins_with_resuming() -> None:
    paused = fold(HILLS, [started(), fact(FactKind.PAUSED, 3), fact(FactKind.SKIPPED, 4)])
    assert entered(paused) == ()
    assert told(entered(apply(paused, fact(FactKind.RESUMED, 9)))) == [("begin", 9)]


def test_halfway_is_told_once_however_the_step_is_adjusted() -> None:
    late = fold(line(walk(90)), [started(), fact(FactKind.ADJUSTED, 46, 10)])
    assert "halfway" not in [b.kind for b in crossed(late, us(46), us(99))]
    early = fold(line(walk(90)), [started(), fact(FactKind.ADJUSTED, 20, 10)])
    assert told(crossed(early, us(20), us(60))) == [("halfway", 50)]


def heard_between(state: RunState, then: float, now: float) -> Cue | None:
    return cue_of(state.timeline, crossed(state, us(then), us(now)), us(now))


def test_each_phase_has_its_own_sound() -> None:
    state = fold(HILLS, [started(0, ready=10)])
    heard = [heard_between(state, then, then + 0.1) for then in (6.95, 9.95, 21.95, 66.95, 123.95)]
    assert [cue.sound for cue in heard if cue] == [
        Sound.LAST_SECONDS,
        Sound.WORK,
        Sound.RECOVER,
        Sound.HALFWAY,
        Sound.DONE,
    ]
    assert [cue.words for cue in heard if cue] == ["3", "hill sprint, 1 of 2", "walk", "halfway", "done"]


def test_late_cues_stay_silent_and_never_come_in_a_burst() -> None:
    state = fold(HILLS, [started()])
    cue = heard_between(state, 5, 12.5)
    assert cue is not None
    assert cue.sound is Sound.RECOVER
    assert heard_between(state, 5, 50) is None


@settings(max_examples=200, deadline=None)
@given(runs(), st.lists(st.integers(0, us(900)), max_size=20))
def test_no_pattern_of_looks_loses_or_doubles_a_boundary(
    run: tuple[Timeline, list[Fact], list[int]], offsets: list[int]
) -> None:
    timeline, facts, _ = run
    state = fold(timeline, facts)
    begin = facts[-1].boot_us
    end = begin + us(1000)
    looks = [begin, *sorted(begin + offset for offset in offsets), end]
    pieces = [b for then, now in itertools.pairwise(looks) for b in crossed(state, then, now)]
    assert tuple(pieces) == crossed(state, begin, end)
    assert len(set(pieces)) == len(pieces)


def test_nothing_is_due_while_it_stands() -> None:
    state = fold(HILLS, [started(), fact(FactKind.PAUSED, 3)])
    assert heard_between(state, 3, 99) is None
