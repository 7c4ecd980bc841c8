"""Protein over the day: what was eaten together is a meal, and what is left is spread over the next ones (2.14)."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.nutrition import ProteinTarget, half_up
from hybrid_tui.domain.record import Food

_MINUTE_US: Final = 60_000_000
_COUNTS: Final = {1: "one", 2: "two", 3: "three", 4: "four"}


def meals(foods: Sequence[Food]) -> tuple[float, ...]:
    """Grams of each meal in order: entries within an hour of a meal's first belong to it.

    An entry whose hour is not known is a meal of its own.
    """
    found: list[float] = []
    began: int | None = None
    for food in sorted(foods, key=lambda each: (each.at_us is None, each.at_us or 0)):
        near = (
            began is not None
            and food.at_us is not None
            and food.at_us - began <= choices.MEAL_2_14_MINUTES * _MINUTE_US
        )
        if near:
            found[-1] += food.grams
        else:
            found.append(food.grams)
            began = food.at_us
    return tuple(found)


def spread_words(foods: Sequence[Food], target: ProteinTarget) -> str:
    """`meals 26 · 30 · 40 g; one more of 39 g`; empty without a target.

    What is left is spread over as many meals as the day's usual portion, a quarter of the target, makes of
    it; no meal is asked to hold more than 40 g where another can take some.
    """
    if target.grams is None or target.per_meal is None:
        return ""
    eaten = meals(foods)
    low, high = choices.MEAL_2_14_HOURS
    if not eaten:
        return f"{_COUNTS[choices.PROTEIN_2_14_MEALS]} meals of {target.per_meal} g, {low}-{high} h apart"
    told = f"meals {' · '.join(str(half_up(each)) for each in eaten)} g"
    left = target.grams - sum(eaten)
    if left <= 0:
        return told
    most = choices.MEAL_2_14_GRAMS[1]
    more = max(1, half_up(left / target.per_meal), ceil(left / max(most, target.per_meal)))
    portion = f"{_COUNTS.get(more, str(more))} more of {ceil(left / more)} g"
    return f"{told}; {portion}" + (f", {low}-{high} h apart" if more > 1 else "")
