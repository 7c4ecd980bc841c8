"""Loads against their check values, and that no week breaks them."""

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain import choices, load
from hybrid_tui.domain.catalogue import Catalogue, read_catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue((Path(__file__).parents[2] / "data/exercises.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("minutes", "rpe", "expected"), [(60, 7, 420), (75, 9, 675), (30, 3, 90)])
def test_session_load(minutes: float, rpe: float, expected: float) -> None:
    assert load.session_load(minutes, rpe) == expected


def test_unknown_stays_unknown() -> None:
    assert load.session_load(None, 7) is None
    assert load.session_load(60, None) is None
    assert load.leg_load(None, [(10, 1.0)]) is None
    assert load.leg_load(5, [(None, 1.0)]) is None


@pytest.mark.parametrize(
    ("days", "monotony", "strain"),
    [
        ((0, 420, 180, 0, 450, 120, 540), 1.1809, 2019.3),
        ((0, 600, 0, 600, 0, 600, 0), 0.8660, 1558.8),
        ((300, 0, 300, 0, 300, 0, 300), 1.1547, 1385.6),
        ((200, 210, 190, 200, 205, 195, 0), 2.4406, 2928.7),
    ],
)
def test_monotony_and_strain(days: tuple[float, ...], monotony: float, strain: float) -> None:
    assert load.monotony(days) == pytest.approx(monotony, abs=0.0001)
    assert load.strain(days) == pytest.approx(strain, abs=0.1)


def test_like_days_are_capped_and_an_empty_week_has_none() -> None:
    assert load.monotony([300] * 7) == 10
    assert load.strain([300] * 7) == 21000
    assert load.monotony([0] * 7) is None
    assert load.strain([0] * 7) is None


@settings(max_examples=200)
@given(st.lists(st.floats(0, 3000), min_size=7, max_size=7))
def test_monotony_is_finite(days: list[float]) -> None:
    value = load.monotony(days)
    assert value is None or (math.isfinite(value) and 0 <= value <= 10)


def test_load_ratio() -> None:
    steady = [300.0] * 60
    assert load.load_ratio(steady)[-1] == pytest.approx(1)
    assert load.load_ratio([*steady, 900])[-1] == pytest.approx(1.3182, abs=0.0001)
    assert load.load_ratio(steady + [600] * 7)[-1] == pytest.approx(1.3394, abs=0.0001)
    assert load.load_ratio(steady + [0] * 7)[-1] == pytest.approx(0.2201, abs=0.0001)


def test_load_ratio_is_silent_at_first_and_without_load() -> None:
    assert load.load_ratio([]) == ()
    assert load.load_ratio([300] * 30)[:27] == (None,) * 27
    assert load.load_ratio([0] * 40)[-1] is None


def test_form_from_nothing() -> None:
    days = load.form([100] * 42)
    assert days[0].ctl == pytest.approx(2.3528, abs=0.0001)
    assert days[0].atl == pytest.approx(13.3122, abs=0.0001)
    assert days[6].ctl == pytest.approx(15.3518, abs=0.0001)
    assert days[6].atl == pytest.approx(63.2121, abs=0.0001)
    assert days[6].ctl - days[6].atl == pytest.approx(-47.8602, abs=0.0002)
    assert days[6].tsb == pytest.approx(-44.2505, abs=0.0002)
    assert days[41].ctl == pytest.approx(63.2121, abs=0.0001)
    assert days[41].atl == pytest.approx(99.7521, abs=0.0001)


def test_form_of_a_week() -> None:
    days = load.form([120, 0, 0, 80, 0, 150, 0], ctl=50, atl=50)
    ctl = (51.65, 50.43, 49.25, 49.97, 48.79, 51.17, 49.97)
    atl = (59.32, 51.42, 44.58, 49.29, 42.73, 57.01, 49.42)
    tsb = (0, -7.67, -0.99, 4.67, 0.68, 6.06, -5.84)
    for day, c, a, t in zip(days, ctl, atl, tsb, strict=True):
        assert (day.ctl, day.atl, day.tsb) == pytest.approx((c, a, t), abs=0.01)
    assert days[1].percent == pytest.approx(100 * -7.67 / 51.42, abs=0.05)


def test_form_percent_without_load() -> None:
    assert load.form([0])[0].percent == 0


def test_leg_load_of_a_mixed_session(catalogue: Catalogue) -> None:
    walk = choices.LEG_FACTOR_2_18["walk"]
    blocks = [
        (15, load.leg_factor(None)),
        (12.1, load.leg_factor(catalogue.run("hill_sprint"))),
        (6, load.leg_factor(catalogue.exercise("box_jump"))),
        (28, load.leg_factor(catalogue.exercise("bench_press"))),
        (3, load.leg_factor(catalogue.exercise("plank"))),
        (4, walk),
    ]
    assert load.leg_load(6, blocks) == pytest.approx(251.52)
    assert load.session_load(sum(minutes for minutes, _ in blocks), 6) == pytest.approx(408.6)


@pytest.mark.parametrize(
    ("name", "factor"),
    [
        ("back squat", 1.0),
        ("farmer carry", 0.5),
        ("dead bug", 0.2),
        ("bird dog", 0.2),
        ("pull-up", 0.1),
        ("flat sprint", 1.3),
        ("stairs", 1.2),
        ("tempo run", 1.1),
        ("easy run", 1.0),
        ("calf raise", 1.0),
    ],
)
def test_leg_factors(catalogue: Catalogue, name: str, factor: float) -> None:
    assert load.leg_factor(catalogue.get(catalogue.find(name))) == factor


def test_a_vest_adds_once(catalogue: Catalogue) -> None:
    assert load.leg_factor(catalogue.run("easy_run"), vest=True) == pytest.approx(1.1)
    assert load.leg_factor(catalogue.run("vest_run"), vest=True) == pytest.approx(1.1)


def test_every_run_type_has_a_factor(catalogue: Catalogue) -> None:
    assert all(1.0 <= load.leg_factor(run) <= 1.3 for run in catalogue.runs)


def test_planned_minutes_and_rating() -> None:
    assert load.set_minutes(3, 120) == pytest.approx(8.25)
    assert load.set_minutes(2, 90, unilateral=True) == pytest.approx(6)
    assert load.planned_rating(3) == 6
    assert load.planned_rating(3, core=True) == 4
