"""Plates: the table of 2.7, and that no loading ever passes its target."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.plates import KG_RACK, LB_RACK, BelowBarError, Rack, floor_load, load_bar

NO_25 = Rack(unit="kg", bar=20, plates=(20, 15, 10, 5, 2.5, 1.25))
WOMEN = Rack(unit="kg", bar=15, plates=KG_RACK.plates)


@pytest.mark.parametrize(
    ("target", "rack", "per_side"),
    [
        (100, KG_RACK, (25, 15)),
        (100, NO_25, (20, 20)),
        (62.5, KG_RACK, (20, 1.25)),
        (82.5, KG_RACK, (25, 5, 1.25)),
        (142.5, KG_RACK, (25, 25, 10, 1.25)),
        (47.5, WOMEN, (15, 1.25)),
        (61, KG_RACK, (20,)),
        (20, KG_RACK, ()),
        (225, LB_RACK, (45, 45)),
        (185, LB_RACK, (45, 25)),
        (160, LB_RACK, (45, 10, 2.5)),
        (275, LB_RACK, (45, 45, 25)),
    ],
)
def test_known_loadings(target: float, rack: Rack, per_side: tuple[float, ...]) -> None:
    assert load_bar(target, rack).per_side == per_side


def test_what_is_missing_is_said() -> None:
    loading = load_bar(61, KG_RACK)
    assert loading.total == 60
    assert loading.short == pytest.approx(1)


def test_below_the_bar_is_an_error_with_both_weights() -> None:
    with pytest.raises(BelowBarError, match="15 kg is below the empty bar of 20 kg"):
        load_bar(15, KG_RACK)
    assert floor_load(15, KG_RACK) == 20


def test_a_search_finds_what_heaviest_first_misses() -> None:
    odd = Rack(unit="kg", bar=20, plates=(25, 15))
    assert load_bar(80, odd).per_side == (15, 15)


def test_few_plates_are_respected() -> None:
    home = Rack(unit="kg", bar=20, plates=(20, 10, 5), pairs=(1, 1, 1))
    assert load_bar(100, home).per_side == (20, 10, 5)
    assert load_bar(100, home).short == 10


def test_steps() -> None:
    assert KG_RACK.step == 2.5
    assert LB_RACK.step == 5


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, 1600).map(lambda quarter: 20 + quarter / 4),
    st.lists(st.sampled_from([25, 20, 15, 10, 5, 2.5, 1.25, 0.5]), min_size=1, max_size=5, unique=True),
    st.lists(st.integers(0, 6), min_size=5, max_size=5),
)
def test_never_above_the_target_and_never_more_than_there_is(
    target: float, plates: list[float], pairs: list[int]
) -> None:
    rack = Rack(unit="kg", bar=20, plates=tuple(plates), pairs=tuple(pairs[: len(plates)]))
    loading = load_bar(target, rack)
    assert loading.total <= target + 1e-9
    assert loading.total + loading.short == pytest.approx(target)
    assert list(loading.per_side) == sorted(loading.per_side, reverse=True)
    for plate, count in zip(rack.plates, rack.pairs or (), strict=True):
        assert loading.per_side.count(plate) <= count
