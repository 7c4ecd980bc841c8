from __future__ import annotations

from dataclasses import replace

from hybrid_tui.domain.timer_fold import fold
from hybrid_tui.domain.timer_report import fall_off, intervals, reps_done
from hybrid_tui.domain.timer_run import FactKind
from tests.domain.test_timer_run import HILLS
from tests.domain.timer_steps import by_distance, by_key, fact, line, started, us, walk

LAPS = line(by_distance(40, until=8), walk(60), by_distance(40, until=8))


def test_a_step_becomes_the_row_that_is_stored() -> None:
    ran = intervals(fold(HILLS, [started()]), us(50))[0]
    row = ran.record(id="i1", block_id="b1", position=0, at_us=123)
    assert (row.label, row.kind, row.ends, row.seconds, row.planned_seconds, row.done, row.at_us) == (
        "hill sprint",
        "work",
        "time",
        12.0,
        12,
        True,
        123,
    )


def test_work_done_is_counted_against_work_asked() -> None:
    state = fold(HILLS, [started(), fact(FactKind.SKIPPED, 5)])
    assert reps_done(state, us(50)) == (0, 2)
    assert reps_done(state, us(500)) == (1, 2)


def test_a_slip_of_the_finger_is_no_interval() -> None:
    state = fold(HILLS, [started(), fact(FactKind.WENT_BACK, 13)])
    assert [ran.seconds for ran in intervals(state, us(13))] == [12.0]


def test_the_stop_is_proposed_when_a_repeat_falls_off_the_best() -> None:
    slower = fold(LAPS, [started(), fact(FactKind.LAPPED, 8), fact(FactKind.LAPPED, 68 + 8.7)])
    found = fall_off(slower, us(80))
    assert found is not None
    assert (found.best, found.last, round(found.percent, 1)) == (8.0, 8.7, 8.7)
    steady = fold(LAPS, [started(), fact(FactKind.LAPPED, 8), fact(FactKind.LAPPED, 68 + 8.5)])
    assert fall_off(steady, us(80)) is None
    assert fall_off(fold(LAPS, [started(), fact(FactKind.LAPPED, 8)]), us(9)) is None


def test_a_second_sprint_clearly_slower_than_the_first_proposes_the_stop() -> None:
    sprint = replace(by_distance(40), sprint=True)
    laps = line(sprint, walk(60), sprint, walk(60), sprint)
    first, second = fact(FactKind.LAPPED, 8), fact(FactKind.LAPPED, 68 + 8.5)
    found = fall_off(fold(laps, [started(), first, second]), us(80))
    assert found is not None
    assert round(found.percent) == 6
    third = fact(FactKind.LAPPED, 136.5 + 9)
    assert fall_off(fold(laps, [started(), first, second, third]), us(150)) is None, "said once"
    even = fact(FactKind.LAPPED, 68 + 8.4)
    assert fall_off(fold(laps, [started(), first, even]), us(80)) is None


def test_finishing_on_the_last_open_step_ends_it_well() -> None:
    state = fold(line(walk(5), by_key()), [started(), fact(FactKind.FINISHED, 900)])
    assert [(ran.seconds, ran.done) for ran in intervals(state, us(900))] == [(5.0, True), (895.0, True)]
    cut = fold(line(by_key(), walk(5)), [started(), fact(FactKind.FINISHED, 900)])
    assert not intervals(cut, us(900))[0].done
