"""What a band leaves of a session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybrid_tui.domain.adjustment import (
    ADJUSTMENTS,
    Prescription,
    Trend,
    adjustment,
    deload_due,
    deload_reasons,
    gated,
    lighter,
    scaled,
)
from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.recovery import Band


@pytest.mark.parametrize(
    ("count", "percent", "left"), [(8, 70, 5), (4, 70, 2), (3, 80, 2), (1, 60, 1), (10, 70, 7), (5, 0, 0)]
)
def test_rounding(count: int, percent: int, left: int) -> None:
    assert scaled(count, percent) == left


def test_go_keeps_the_plan() -> None:
    asked = Prescription(sets=4, reps=8, rir=2)
    for leg_class in LegClass:
        assert adjustment(Band.GO, leg_class).keeps_plan
        assert lighter(asked, adjustment(Band.GO, leg_class)) == asked


def test_reduce_takes_sets_and_reps_of_maximal_work() -> None:
    left = lighter(Prescription(sets=4, reps=8, rir=2, rpe=9.5), adjustment(Band.REDUCE, LegClass.A))
    assert left == Prescription(sets=2, reps=5, rir=3, rpe=8)


def test_swap_moves_hard_work_and_eases_the_rest() -> None:
    assert adjustment(Band.SWAP, LegClass.A).move
    left = lighter(Prescription(sets=3, reps=8, rir=1), adjustment(Band.SWAP, LegClass.C))
    assert left == Prescription(sets=1, reps=8, rir=4)


def test_rest_leaves_nothing() -> None:
    for leg_class in LegClass:
        assert lighter(Prescription(sets=4), adjustment(Band.REST, leg_class)).sets == 0


def test_sore_legs_gate_leg_work_only() -> None:
    assert gated(Band.GO, 6, LegClass.A) is Band.SWAP
    assert gated(Band.GO, 4, LegClass.B) is Band.REDUCE
    assert gated(Band.GO, 3, LegClass.A) is Band.GO
    assert gated(Band.GO, 10, LegClass.C) is Band.GO
    assert gated(Band.REST, 4, LegClass.A) is Band.REST


def test_no_check_in_means_no_change() -> None:
    assert adjustment(None, LegClass.A).keeps_plan


@given(
    st.sampled_from(list(Band)),
    st.sampled_from(list(LegClass)),
    st.integers(0, 30),
    st.integers(0, 60),
)
def test_a_band_never_adds(band: Band, leg_class: LegClass, sets: int, reps: int) -> None:
    left = lighter(Prescription(sets=sets, reps=reps, rir=2, rpe=9), ADJUSTMENTS[band][leg_class])
    assert left.sets <= sets
    assert left.reps is not None
    assert left.reps <= reps
    assert left.rir is not None
    assert left.rir >= 2
    assert left.rpe is not None
    assert left.rpe <= 9


def test_a_deload_is_suggested_when_two_reasons_hold() -> None:
    assert not deload_due(Trend(score_week=50, score_month=70))
    both = Trend(score_week=50, score_month=65, sleep_minutes=380)
    assert deload_due(both)
    assert len(deload_reasons(both)) == 2
    assert deload_due(Trend(lifts_down=2, sore_leg_days=4))
    assert deload_reasons(Trend()) == ()
