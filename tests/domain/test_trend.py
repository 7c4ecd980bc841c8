"""Series, worked by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybrid_tui.domain.trend import DaySet, Series, averages, daily, estimates, heaviest, weekly

MONDAY = date(2026, 11, 2)


def test_weeks_add_up_and_an_empty_one_is_nought() -> None:
    values = {MONDAY: 40.0, MONDAY + timedelta(days=6): 8.0, MONDAY + timedelta(days=14): 12.0}
    points = weekly(values, MONDAY, MONDAY + timedelta(days=20))
    assert [point.value for point in points] == [48.0, 0.0, 12.0]


def test_averages_move_by_their_share_of_the_difference() -> None:
    slow, quick = averages({MONDAY: 420.0}, MONDAY, MONDAY + timedelta(days=1))
    assert slow[0].value == pytest.approx(9.8819, abs=1e-3)  # 420 · (1 - exp(-1/42))
    assert quick[0].value == pytest.approx(55.9114, abs=1e-3)  # 420 · (1 - exp(-1/7))
    assert slow[1].value < slow[0].value


def test_a_day_has_its_highest_estimate_and_its_heaviest_set() -> None:
    sets = [DaySet(MONDAY, reps, kg, False) for reps, kg in ((5, 80.0), (8, 75.0), (15, 60.0))]
    assert estimates(sets)[MONDAY] == pytest.approx(95.0)  # 75 · (1 + 8/30); 80 · (1 + 5/30) is 93.3
    assert estimates([DaySet(MONDAY, 5, 80.0, False, 8.0)])[MONDAY] == pytest.approx(80 * (1 + 7 / 30))
    assert heaviest(sets) == ({MONDAY: 80.0}, "kg")
    assert heaviest([DaySet(MONDAY, 7, None, True)]) == ({MONDAY: 7.0}, "reps")


def test_a_gap_has_no_value() -> None:
    series = Series(name="sleep", title="Sleep", unit="h", points=daily({MONDAY: 7.5}), digits=1)
    assert series.at(MONDAY + timedelta(days=1)) is None
    point = series.at(MONDAY)
    assert point is not None
    assert series.words(point.value) == "7.5 h"
