"""Protein by goal and day, and water, against their check values."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain import nutrition
from hybrid_tui.domain.nutrition import DayType, Exclusion, Goal, protein_per_kg, protein_target

TABLE = {
    Goal.ENDURANCE: (1.2, 1.3, 1.4, 1.4, 1.6),
    Goal.HYBRID: (1.4, 1.5, 1.6, 1.6, 1.8),
    Goal.MUSCLE: (1.6, 1.7, 1.8, 1.8, 2.0),
    Goal.LEAN: (1.8, 1.9, 2.0, 2.0, 2.0),
}


@pytest.mark.parametrize("goal", Goal)
def test_protein_table(goal: Goal) -> None:
    assert tuple(protein_per_kg(goal, day) for day in DayType) == TABLE[goal]


def test_a_lifting_day_at_72_kg() -> None:
    target = protein_target(72, Goal.HYBRID, DayType.LIFT)
    assert (target.grams, target.per_meal) == (115, 29)
    assert target.sentence == "lifting day · 1.6 g/kg · 72 kg"


def test_a_weight_in_pounds_is_said_in_tenths_of_a_kilogram() -> None:
    target = protein_target(167 * 0.45359237, Goal.HYBRID, DayType.LIFT)
    assert target.sentence == "lifting day · 1.6 g/kg · 75.7 kg"
    assert target.grams == 120


def test_the_screens_example() -> None:
    target = protein_target(74.2, Goal.HYBRID, DayType.BOTH)
    assert target.grams == 135
    assert target.sentence == "sprints + lift day · 1.8 g/kg · 74.2 kg"


@pytest.mark.parametrize("why", nutrition.ASKED_EXCLUSIONS)
def test_no_target_where_a_doctor_decides(why: Exclusion) -> None:
    target = protein_target(72, Goal.MUSCLE, DayType.LIFT, excluded=why)
    assert target.grams is None
    assert "doctor" in target.sentence


def test_no_target_before_a_yes_is_explained() -> None:
    target = protein_target(72, Goal.MUSCLE, DayType.LIFT, excluded=Exclusion.NOT_ASKED)
    assert (target.grams, target.per_kg) == (None, None)


def test_no_target_without_a_weight() -> None:
    target = protein_target(None, Goal.HYBRID, DayType.REST)
    assert target.grams is None
    assert target.per_kg == 1.4


@settings(max_examples=100)
@given(st.floats(30, 250), st.sampled_from(list(Goal)), st.sampled_from(list(DayType)))
def test_targets_stay_in_the_band(kg: float, goal: Goal, day: DayType) -> None:
    target = protein_target(kg, goal, day)
    assert target.grams is not None
    assert target.grams % 5 == 0
    assert 1.2 * kg - 2.5 <= target.grams <= 2.0 * kg + 2.5


def test_water() -> None:
    assert nutrition.loss_percent(70.0, 69.3) == pytest.approx(1.0)
    assert nutrition.sweat_rate(70.0, 69.3, hours=1, drunk_l=0.5) == pytest.approx(1.2)
    assert nutrition.drink_back(70.0, 69.3) == pytest.approx(1.05)
    assert nutrition.drink_back(70.0, 70.5) == 0
    assert nutrition.drink_before(70) == (350, 490)
