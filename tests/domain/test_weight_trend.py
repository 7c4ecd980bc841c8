"""Body weight smoothed, its rate, and what the goal says to it."""

from datetime import date, timedelta

import pytest

from hybrid_tui.domain.nutrition import Goal
from hybrid_tui.domain.record import BodyWeight
from hybrid_tui.domain.weight_trend import WeightTrend, against_goal, weight_trend

DAY = date(2026, 11, 25)


def weighed(ago: int, kg: float, text: str = "") -> BodyWeight:
    return BodyWeight(id=f"{ago}", day=DAY - timedelta(days=ago), kg=kg, text=text or f"{kg}kg")


def test_nothing_is_known_and_one_morning_is_its_own_trend() -> None:
    assert weight_trend([], DAY) is None
    assert weight_trend([weighed(0, 74.2)], DAY) == WeightTrend(kg=74.2)
    assert weight_trend([weighed(-1, 70)], DAY) is None, "what comes later is not known"


def test_a_day_counts_a_tenth_and_missing_days_count_too() -> None:
    found = weight_trend([weighed(1, 74.0), weighed(0, 75.0)], DAY)
    assert found is not None
    assert found.kg == pytest.approx(74.1)
    gap = weight_trend([weighed(2, 74.0), weighed(0, 75.0)], DAY)
    assert gap is not None
    assert gap.kg == pytest.approx(74.19)


def test_a_steady_loss_is_found_whatever_days_are_missing_and_in_whatever_unit() -> None:
    days = (27, 24, 20, 13, 9, 6, 2, 0)
    text = {True: "lb", False: "kg"}
    loss = [weighed(ago, 75 + 0.05 * ago, f"x{text[ago > 10]}") for ago in days]
    found = weight_trend(loss, DAY)
    assert found is not None
    assert found.kg_a_week == pytest.approx(-0.35)
    assert found.percent_a_week == pytest.approx(-0.466, abs=0.01)
    assert against_goal(found, Goal.LEAN) == "fits lean"
    assert against_goal(found, Goal.HYBRID) == "under what hybrid wants"


def test_no_rate_from_too_little() -> None:
    week = weight_trend([weighed(ago, 74) for ago in range(7)], DAY)
    assert week is not None
    assert week.kg_a_week is None
    assert against_goal(week, Goal.MUSCLE) == ""


@pytest.mark.parametrize(
    ("rate", "goal", "words"),
    [
        (0.0, Goal.LEAN, "not going down yet"),
        (-0.9, Goal.LEAN, "faster down than the goal wants"),
        (0.2, Goal.MUSCLE, "fits muscle"),
        (0.5, Goal.MUSCLE, "faster up than muscle wants"),
        (0.0, Goal.ENDURANCE, "fits endurance"),
    ],
)
def test_the_rate_against_the_goal(rate: float, goal: Goal, words: str) -> None:
    assert against_goal(WeightTrend(kg=80, kg_a_week=rate), goal) == words
