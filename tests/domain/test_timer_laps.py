from __future__ import annotations

from hybrid_tui.coach.loaded import load
from hybrid_tui.domain.timer_fold import fold
from hybrid_tui.domain.timer_laps import laps_words, last_lap_words
from hybrid_tui.domain.timer_past import climbs
from hybrid_tui.domain.timer_report import intervals
from hybrid_tui.domain.timer_run import FactKind, RunState
from tests.domain.timer_steps import fact, started, us

AMRAP = "amrap 2m:\n  push-up 8"


def run(line: str, *lapped: float, end: float | None = None, extra: tuple[object, ...] = ()) -> RunState:
    facts = [started(), *(fact(FactKind.LAPPED, at) for at in lapped)]
    if end is not None:
        facts.append(fact(FactKind.FINISHED, end))
    return fold(load(line).timeline, facts)


def rows(state: RunState, at: float) -> list[tuple[str, float, bool]]:
    return [(each.step.label, round(each.seconds, 1), each.done) for each in intervals(state, us(at))]


def test_each_round_of_an_amrap_is_a_row_and_what_is_left_is_part_of_one() -> None:
    state = run(AMRAP, 30, 65.5, 110)
    assert rows(state, 130) == [
        ("round", 30.0, True),
        ("round", 35.5, True),
        ("round", 44.5, True),
        ("part of a round", 10.0, True),
    ]
    assert sum(each.seconds for each in intervals(state, us(130))) == 120
    found = climbs(intervals(state, us(130)))
    assert found is not None
    assert found.words() == "best 30.0 s, slowest 44.5 s, the last +48 %"
    assert rows(run(AMRAP), 130) == [("push-up 8", 120.0, True)], "uncounted it stays one"


def test_an_amrap_ended_early_keeps_its_rounds() -> None:
    assert rows(run(AMRAP, 30, 65, end=80), 80) == [
        ("round", 30.0, True),
        ("round", 35.0, True),
        ("part of a round", 15.0, False),
    ]


def test_the_laps_of_a_stopwatch_are_rows() -> None:
    assert rows(run("stopwatch: open", 61, 120, end=190), 190) == [
        ("lap", 61.0, True),
        ("lap", 59.0, True),
        ("lap", 70.0, True),
    ]


def test_laps_of_a_step_taken_back_do_not_count_for_it_again() -> None:
    state = fold(
        load(AMRAP).timeline,
        [started(), fact(FactKind.LAPPED, 10), fact(FactKind.WENT_BACK, 20), fact(FactKind.LAPPED, 50)],
    )
    assert [(label, done) for label, _, done in rows(state, 140)] == [
        ("round", False),
        ("part of a round", False),
        ("round", True),
        ("part of a round", True),
    ]
    assert last_lap_words(state) == "round 1 in 30.0 s"


def test_laps_inside_other_steps_are_told_in_words() -> None:
    state = run("easy run: 15m @easy", 298, 600)
    assert last_lap_words(state) == "lap 2 in 5:02, best 4:58"
    assert laps_words(run("easy run: 15m @easy", 298, 600, end=890)) == "laps 4:58 5:02 4:50"
    assert rows(run("easy run: 15m @easy", 298, 600), 900) == [("easy run", 900.0, True)]
    hard = run("4x4: 2x(2m @8 hard / 1m jog)", 60, 180 + 61, end=299)
    assert laps_words(hard) == "laps of hard 1 of 2: 1:00 1:00; laps of hard 2 of 2: 1:01 58.0 s"
