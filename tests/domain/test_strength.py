"""Estimated maxima, the RPE table, ramps and back-offs against their check values."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.plates import KG_RACK, LB_RACK, Rack
from hybrid_tui.domain.strength import (
    Formula,
    back_off,
    brzycki,
    epley,
    load_for,
    one_rep_max,
    one_rep_max_by_rpe,
    percent_of_max,
    second_lift_ramp,
    warm_up_ramp,
)


@pytest.mark.parametrize(
    ("load", "reps", "by_epley", "by_brzycki"),
    [
        (100, 1, 100, 100),
        (100, 3, 110, 105.882),
        (100, 5, 116.667, 112.5),
        (82.5, 6, 99, 95.806),
        (60, 8, 76, 74.483),
        (100, 10, 133.333, 133.333),
        (100, 12, 140, 144),
        (100, 7, 123.333, 120),
    ],
)
def test_formulas(load: float, reps: int, by_epley: float, by_brzycki: float) -> None:
    assert epley(load, reps) == pytest.approx(by_epley, abs=0.01)
    assert brzycki(load, reps) == pytest.approx(by_brzycki, abs=0.01)


def test_reserve_counts_as_repetitions() -> None:
    estimate = one_rep_max(100, 5, rir=2)
    assert estimate is not None
    assert estimate.load == pytest.approx(123.333, abs=0.01)
    assert not estimate.rough
    other = one_rep_max(100, 5, rir=2, formula=Formula.BRZYCKI)
    assert other is not None
    assert other.load == pytest.approx(120, abs=0.01)


@pytest.mark.parametrize(("reps", "rir"), [(13, 0), (9, 4), (5, 5), (0, 0), (5, -1)])
def test_guesses_are_withheld(reps: int, rir: float) -> None:
    assert one_rep_max(100, reps, rir=rir) is None


def test_eleven_and_twelve_are_rough() -> None:
    eleven, ten = one_rep_max(100, 11), one_rep_max(100, 10)
    assert eleven is not None
    assert ten is not None
    assert eleven.rough
    assert not ten.rough


def test_brzycki_refuses_where_it_has_no_value() -> None:
    with pytest.raises(ValueError, match="37"):
        brzycki(100, 37)


def test_inverse() -> None:
    assert load_for(100, 8) == pytest.approx(78.947, abs=0.01)
    assert load_for(100, 8, formula=Formula.BRZYCKI) == pytest.approx(80.556, abs=0.01)


@settings(max_examples=100)
@given(st.floats(1, 500), st.integers(1, 12), st.sampled_from(list(Formula)))
def test_the_inverse_undoes_the_estimate(load: float, reps: int, formula: Formula) -> None:
    estimate = one_rep_max(load, reps, formula=formula)
    assert estimate is not None
    assert load_for(estimate.load, reps, formula=formula) == pytest.approx(load)


TABLE = """
1 100.0 97.8 95.5 93.9 92.2 90.7 89.2 87.8 86.3
2 95.5 93.9 92.2 90.7 89.2 87.8 86.3 85.0 83.7
3 92.2 90.7 89.2 87.8 86.3 85.0 83.7 82.4 81.1
4 89.2 87.8 86.3 85.0 83.7 82.4 81.1 79.9 78.6
5 86.3 85.0 83.7 82.4 81.1 79.9 78.6 77.4 76.2
6 83.7 82.4 81.1 79.9 78.6 77.4 76.2 75.1 73.9
7 81.1 79.9 78.6 77.4 76.2 75.1 73.9 72.3 70.7
8 78.6 77.4 76.2 75.1 73.9 72.3 70.7 69.4 68.0
9 76.2 75.1 73.9 72.3 70.7 69.4 68.0 66.7 65.3
10 73.9 72.3 70.7 69.4 68.0 66.7 65.3 64.0 62.6
11 70.7 69.4 68.0 66.7 65.3 64.0 62.6 61.3 59.9
12 68.0 66.7 65.3 64.0 62.6 61.3 59.9 58.6 -
"""


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_rpe_table(row: str) -> None:
    reps, *cells = row.split()
    for step, cell in enumerate(cells):
        expected = None if cell == "-" else float(cell)
        assert percent_of_max(int(reps), 10 - step / 2) == expected


def test_outside_the_table_nothing_is_converted() -> None:
    assert percent_of_max(5, 5.5) is None
    assert percent_of_max(13, 10) is None
    assert percent_of_max(5, 8.3) is None


def test_one_rep_max_by_rpe() -> None:
    assert one_rep_max_by_rpe(100, 5, 8) == pytest.approx(123.30, abs=0.01)


@pytest.mark.parametrize(
    ("work", "reps", "rack", "ramp"),
    [
        (100, 5, KG_RACK, "20x8 40x5 60x3 80x2 90x1"),
        (60, 8, KG_RACK, "20x8 22.5x5 35x3 47.5x2"),
        (225, 5, LB_RACK, "45x8 90x5 135x3 180x2 200x1"),
        (20, 8, KG_RACK, ""),
    ],
)
def test_ramp(work: float, reps: int, rack: Rack, ramp: str) -> None:
    assert " ".join(f"{s.load:g}x{s.reps}" for s in warm_up_ramp(work, reps, rack)) == ramp


def test_deadlifts_start_at_full_size_plates() -> None:
    ramp = warm_up_ramp(140, 5, KG_RACK, from_floor=True)
    assert [s.load for s in ramp] == [60, 82.5, 110, 125]


def test_the_second_lift_of_a_pattern_gets_one_set() -> None:
    assert [(s.load, s.reps) for s in second_lift_ramp(100, KG_RACK)] == [(60, 5)]


@settings(max_examples=100)
@given(st.floats(20, 400), st.integers(1, 20), st.booleans())
def test_a_ramp_rises_and_stays_below_the_work(work: float, reps: int, from_floor: bool) -> None:
    loads = [s.load for s in warm_up_ramp(work, reps, KG_RACK, from_floor=from_floor)]
    assert loads == sorted(set(loads))
    assert all(load < work for load in loads)


@pytest.mark.parametrize(("top", "rest"), [(100, 90), (82.5, 72.5)])
def test_back_off(top: float, rest: float) -> None:
    assert back_off(top, KG_RACK) == rest
