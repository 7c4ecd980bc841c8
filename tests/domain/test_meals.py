"""Protein spread over the day's meals."""

from datetime import date

from hybrid_tui.domain.meals import meals, spread_words
from hybrid_tui.domain.nutrition import DayType, Exclusion, Goal, protein_target
from hybrid_tui.domain.record import Food

DAY = date(2026, 11, 25)
HOUR = 3_600_000_000
TARGET = protein_target(72, Goal.HYBRID, DayType.LIFT)


def food(grams: float, hour: float | None) -> Food:
    return Food(id=f"{grams}{hour}", day=DAY, grams=grams, at_us=None if hour is None else int(hour * HOUR))


def test_what_is_eaten_within_an_hour_is_one_meal() -> None:
    assert meals([food(20, 7), food(6, 7.9), food(30, 12), food(10, 13.1)]) == (26, 30, 10)
    assert meals([food(20, None), food(20, None)]) == (20, 20)
    assert meals([]) == ()


def test_the_check_value_and_what_is_left() -> None:
    assert spread_words([], TARGET) == "four meals of 29 g, 3-4 h apart"
    assert spread_words([food(29, 7)], TARGET) == "meals 29 g; three more of 29 g, 3-4 h apart"
    assert spread_words([food(29, 7), food(50, 12)], TARGET) == "meals 29 · 50 g; one more of 36 g"
    assert spread_words([food(60, 7), food(60, 12)], TARGET) == "meals 60 · 60 g"


def test_without_a_target_nothing_is_spread() -> None:
    none = protein_target(72, Goal.HYBRID, DayType.LIFT, excluded=Exclusion.PREGNANT)
    assert spread_words([], none) == ""
    assert spread_words([food(30, 7)], protein_target(None, Goal.HYBRID, DayType.REST)) == ""
