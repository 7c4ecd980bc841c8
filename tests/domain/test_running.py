"""Minetti's cost, paces, pulses and race times against their check values."""

import pytest

from hybrid_tui.domain import running

COSTS = """
-0.45 4.0323 1.1201
-0.40 3.6097 1.0027
-0.30 2.4622 0.6840
-0.20 1.8000 0.5000
-0.15 1.8357 0.5099
-0.10 2.1517 0.5977
-0.05 2.7459 0.7628
-0.02 3.2289 0.8969
0.00 3.6000 1.0000
0.01 3.7996 1.0554
0.02 4.0082 1.1134
0.04 4.4512 1.2365
0.05 4.6852 1.3014
0.06 4.9271 1.3686
0.08 5.4334 1.5093
0.10 5.9682 1.6578
0.12 6.5295 1.8137
0.15 7.4170 2.0603
0.20 9.0067 2.5019
0.25 10.7252 2.9792
0.30 12.5793 3.4942
0.40 16.8499 4.6805
0.45 19.4260 5.3961
"""


@pytest.mark.parametrize("row", COSTS.strip().splitlines())
def test_cost_of_grades(row: str) -> None:
    grade, cost, ratio = map(float, row.split())
    assert running.running_cost(grade) == pytest.approx(cost, abs=0.0001)
    assert running.cost_ratio(grade) == pytest.approx(ratio, abs=0.0001)


def test_the_cost_is_least_near_minus_18_percent() -> None:
    grades = [-i / 10000 for i in range(4500)]
    cheapest = min(grades, key=running.running_cost)
    assert cheapest == pytest.approx(-0.1814, abs=0.001)
    assert running.running_cost(cheapest) == pytest.approx(1.7813, abs=0.0001)


def test_grades_beyond_the_study_are_clamped() -> None:
    assert running.running_cost(2.0) == running.running_cost(0.45)
    assert running.running_cost(-2.0) == running.running_cost(-0.45)


@pytest.mark.parametrize(
    ("pace", "grade", "flat"), [(360, 0.08, 238.5), (330, 0.05, 253.6), (420, 0.10, 253.3)]
)
def test_grade_adjusted_pace_uphill(pace: float, grade: float, flat: float) -> None:
    assert running.grade_adjusted_pace(pace, grade) == pytest.approx(flat, abs=0.05)


def test_downhill_is_held_back() -> None:
    assert 300 / running.cost_ratio(-0.05) == pytest.approx(393.3, abs=0.05)
    assert running.grade_adjusted_pace(300, -0.05) == pytest.approx(300 / 0.88)
    assert running.grade_adjusted_pace(300, -0.02) == pytest.approx(300 / 0.8969, abs=0.1)


def test_power() -> None:
    assert running.metabolic_power(3, 0.08) == pytest.approx(16.30, abs=0.01)
    assert running.climbing_power(70, 59, 0.17, 20) == pytest.approx(344.3, abs=0.05)


@pytest.mark.parametrize(("pace", "kmh", "mile"), [(300, 12.0, 482.8), (360, 10.0, 579.4)])
def test_paces(pace: float, kmh: float, mile: float) -> None:
    assert running.kmh_of_pace(pace) == pytest.approx(kmh)
    assert running.pace_per_mile(pace) == pytest.approx(mile, abs=0.05)
    assert running.speed_of_pace(pace) == pytest.approx(1000 / pace)


def test_a_mile_pace_turned_round() -> None:
    assert running.pace_per_km(480) == pytest.approx(298.3, abs=0.05)


@pytest.mark.parametrize(("pace", "words"), [(299.6, "5:00"), (300, "5:00"), (61, "1:01"), (359.4, "5:59")])
def test_pace_words_carry(pace: float, words: str) -> None:
    assert running.pace_words(pace) == words


def test_pulse() -> None:
    assert running.pulse_max(40) == pytest.approx(180)
    assert running.pulse_max(30) == pytest.approx(187)
    assert running.pulse_at(0.7, rest=60, greatest=180) == pytest.approx(144)


def test_race_time() -> None:
    assert running.race_seconds(3000, 10, 5) == pytest.approx(23 * 60 + 58.9, abs=0.1)
    assert running.race_seconds(3000, 10, 42.2) is None
