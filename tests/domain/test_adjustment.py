"""What a band leaves of a session."""

import pytest

from hybrid_tui.domain.adjustment import (
    ADJUSTMENTS,
    adjustment,
    gated,
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
    for leg_class in LegClass:
        assert adjustment(Band.GO, leg_class).keeps_plan


def test_swap_moves_hard_work_and_eases_the_rest() -> None:
    assert adjustment(Band.SWAP, LegClass.A).move
    eased = adjustment(Band.SWAP, LegClass.C)
    assert (eased.move, scaled(3, eased.sets_percent), eased.least_rir) == (False, 1, 4)


def test_rest_leaves_nothing() -> None:
    for leg_class in LegClass:
        assert scaled(4, adjustment(Band.REST, leg_class).sets_percent) == 0


def test_sore_legs_gate_leg_work_only() -> None:
    assert gated(Band.GO, 6, LegClass.A) is Band.SWAP
    assert gated(Band.GO, 4, LegClass.B) is Band.REDUCE
    assert gated(Band.GO, 3, LegClass.A) is Band.GO
    assert gated(Band.GO, 10, LegClass.C) is Band.GO
    assert gated(Band.REST, 4, LegClass.A) is Band.REST


def test_no_check_in_means_no_change() -> None:
    assert adjustment(None, LegClass.A).keeps_plan


@pytest.mark.parametrize("band", Band)
@pytest.mark.parametrize("leg_class", LegClass)
def test_a_band_never_adds(band: Band, leg_class: LegClass) -> None:
    change = ADJUSTMENTS[band][leg_class]
    for count in range(31):
        assert scaled(count, change.sets_percent) <= count
        assert scaled(count, change.reps_percent) <= count
    assert change.more_rir >= 0
