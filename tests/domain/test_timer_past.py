"""What earlier runs say: learned ends with floor and ceiling, bests, drop-off."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach.loaded import load
from hybrid_tui.domain.record import IntervalRecord
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_fold import fold
from hybrid_tui.domain.timer_past import (
    CEILING,
    FLOOR,
    best_before,
    climbs,
    expected_seconds,
    learned,
    past_ends,
)
from hybrid_tui.domain.timer_report import intervals
from hybrid_tui.domain.timer_run import Fact, FactKind

CLIMBS = "6x(60mtr @max hill 8% / ~90s walk back) until -8%"


def row(
    block: str, kind: str, label: str, seconds: float, place: str | None, *, done: bool = True
) -> IntervalRecord:
    ends, metres = ("distance", 60.0) if kind == "work" else ("key", None)
    return IntervalRecord(
        id="",
        block_id=block,
        position=0,
        label=label,
        kind=kind,
        ends=ends,
        seconds=seconds,
        metres=metres,
        place=place,
        done=done,
    )


def test_fewer_than_three_teach_nothing() -> None:
    assert expected_seconds(90, [40, 40]) == 90
    assert expected_seconds(None, []) is None
    assert expected_seconds(90, [100, 110, 104]) == 104


def test_one_forgotten_key_moves_nothing() -> None:
    assert expected_seconds(90, [100, 3600, 104, 2]) == 102


@given(
    asked=st.one_of(st.none(), st.floats(5, 600)),
    past=st.lists(st.floats(0.1, 100_000), max_size=20),
)
@settings(max_examples=100)
def test_floor_and_ceiling_always_hold(asked: float | None, past: list[float]) -> None:
    found = expected_seconds(asked, past)
    if asked is not None:
        assert found is not None
        assert asked * FLOOR <= found <= asked * CEILING
    elif found is not None:
        assert 5 <= found <= 1800


def test_a_walk_down_belongs_to_the_hill_before_it_and_other_hills_teach_nothing() -> None:
    line = load(CLIMBS).timeline
    label = line.steps[0].label
    walk = line.steps[1].label
    here, there = line.steps[0].place, "hill 12%"
    rows = []
    for block, place, down, up in (("b", there, 300.0, 20.0), ("a", here, 110.0, 11.8)):
        for number in range(4):
            rows.append(row(block, "work", label, up + number, place))
            rows.append(row(block, "recover", walk, down, None))
    past = past_ends(rows)
    assert dict(learned(line, past))[1] == 110.0
    assert best_before(line, past) == 11.8
    assert not any(seconds == 180.0 for _, seconds in learned(line, past))


def test_what_was_not_done_teaches_nothing() -> None:
    line = load(CLIMBS).timeline
    rows = [row("a", "recover", line.steps[1].label, 50, line.steps[0].place, done=False)] * 5
    assert learned(line, past_ends(rows)) == ()


def test_a_learned_end_moves_the_estimate_and_no_countdown() -> None:
    from dataclasses import replace

    line = load(CLIMBS).timeline
    other = replace(line, learned=((1, 120.0),))
    assert other.expected[1] == 120 * SECOND
    assert other.lengths == line.lengths
    assert other.planned[-1] - line.planned[-1] == 30 * SECOND


def test_climbs_of_a_run() -> None:
    line = load(CLIMBS).timeline
    facts, at = [Fact(kind=FactKind.STARTED, boot_us=0, value=0)], 0.0
    for seconds in (12.0, 60.0, 11.8, 60.0, 13.0, 60.0):
        at += seconds
        facts.append(Fact(kind=FactKind.LAPPED, boot_us=round(at * SECOND)))
    found = climbs(intervals(fold(line, facts), round(at * SECOND)))
    assert found is not None
    assert (found.count, found.best, found.slowest) == (3, 11.8, 13.0)
    assert found.words() == "best 11.8 s, slowest 13.0 s, the last +10 %"
