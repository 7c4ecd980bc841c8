"""Protein and water for a day's training. General information, not medical advice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import floor
from typing import Final

from hybrid_tui.domain import choices


class Goal(StrEnum):
    """What the training is for."""

    ENDURANCE = "endurance"
    HYBRID = "hybrid"
    MUSCLE = "muscle"
    LEAN = "lean"


class DayType(StrEnum):
    """What a day's training asks for."""

    REST = "rest"
    EASY = "easy"
    HARD_RUN = "hard run"
    LIFT = "lift"
    BOTH = "both"


class Exclusion(StrEnum):
    """Why no protein target is given."""

    KIDNEY = "kidney disease"
    PREGNANT = "pregnancy"
    UNDER_18 = "under 18"
    NOT_ASKED = "not asked"
    """A yes on the health line whose meaning is not known yet."""


ASKED_EXCLUSIONS: Final = (Exclusion.KIDNEY, Exclusion.PREGNANT, Exclusion.UNDER_18)
"""What is asked for, in this order."""


_DAY_WORDS: Final = {
    DayType.REST: "rest day",
    DayType.EASY: "easy day",
    DayType.HARD_RUN: "hard running day",
    DayType.LIFT: "lifting day",
    DayType.BOTH: "sprints + lift day",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProteinTarget:
    """How much protein a day asks for, and why."""

    grams: int | None
    """None where no target may be given."""
    per_kg: float | None
    """Grams for each kilogram of body weight."""
    per_meal: int | None
    """Grams for each of four meals."""
    sentence: str
    """Why, in words: `lifting day · 1.6 g/kg · 72 kg`; or the advice that stands in its place."""


def half_up(value: float) -> int:
    """The nearest whole number, halves upwards."""
    return floor(value + 0.5 + 1e-9)


def protein_per_kg(goal: Goal, day: DayType) -> float:
    """Grams of protein for each kilogram of body weight: goal plus day, inside 1.2-2.0 (2.14)."""
    wanted = choices.PROTEIN_2_14_GOAL[goal] + choices.PROTEIN_2_14_DAY[day]
    return round(min(choices.PROTEIN_2_14_MOST, max(choices.PROTEIN_2_14_LEAST, wanted)), 2)


def protein_target(
    kg: float | None, goal: Goal, day: DayType, *, excluded: Exclusion | None = None
) -> ProteinTarget:
    """The day's protein in grams, rounded to 5 (2.14); none without a weight or where a doctor decides."""
    if excluded is Exclusion.NOT_ASKED:
        return ProteinTarget(
            grams=None,
            per_kg=None,
            per_meal=None,
            sentence="No target yet: for some people a doctor decides. One question tells.",
        )
    if excluded is not None:
        words = f"No target with {excluded}" if excluded is not Exclusion.UNDER_18 else "No target under 18"
        return ProteinTarget(
            grams=None, per_kg=None, per_meal=None, sentence=f"{words}: ask a doctor or dietitian how much."
        )
    per_kg = protein_per_kg(goal, day)
    if kg is None:
        sentence = f"{_DAY_WORDS[day]} · {per_kg:.1f} g/kg · body weight not known yet"
        return ProteinTarget(grams=None, per_kg=per_kg, per_meal=None, sentence=sentence)
    grams = choices.PROTEIN_2_14_ROUND * half_up(per_kg * kg / choices.PROTEIN_2_14_ROUND)
    return ProteinTarget(
        grams=grams,
        per_kg=per_kg,
        per_meal=half_up(grams / choices.PROTEIN_2_14_MEALS),
        sentence=f"{_DAY_WORDS[day]} · {per_kg:.1f} g/kg · {round(kg, 1):g} kg",
    )


def loss_percent(before_kg: float, after_kg: float) -> float:
    """Body mass lost in a session, percent (2.16); stay under 2."""
    return 100 * (before_kg - after_kg) / before_kg


def sweat_rate(
    before_kg: float, after_kg: float, *, hours: float, drunk_l: float = 0.0, urine_l: float = 0.0
) -> float:
    """Sweat in litres an hour, a kilogram taken as a litre (2.16)."""
    return (before_kg - after_kg + drunk_l - urine_l) / hours


def drink_back(before_kg: float, after_kg: float) -> float:
    """Litres to drink afterwards: 1.5 for each kilogram lost (2.16); nothing after a gain."""
    return 1.5 * max(0.0, before_kg - after_kg)


def drink_before(kg: float) -> tuple[int, int]:
    """Millilitres to drink about four hours ahead, least and most: 5-7 a kilogram (2.16)."""
    return half_up(5 * kg), half_up(7 * kg)
