"""Arithmetic on loads of plain numbers: adding, taking percents, rounding to what can be loaded."""

from __future__ import annotations

import re
from dataclasses import replace
from math import ceil, copysign, floor
from typing import Final, cast

from hybrid_tui.domain.bounds import HEAVIEST, MOST_ASSISTANCE
from hybrid_tui.domain.notation.printing import format_load
from hybrid_tui.domain.plates import KG_PER_LB
from hybrid_tui.domain.workout import Load

STEP: Final = {"kg": 2.5, "lb": 5.0}
"""The usual loadable step: twice the smallest plate (DOMAIN 2.7)."""

_LOAD = re.compile(r"^(bw)?([+-]?\d+(?:\.\d+)?)?(kg|lb)?$")

BODY = Load(body=True)
"""The body's own weight."""


def read_load(text: str | None) -> Load | None:
    """The load of a set as it was recorded (`82.5kg`, `bw`, `bw-20kg`); None for anything else."""
    found = _LOAD.match(text or "")
    if not text or found is None:
        return None
    body, number, unit = found.groups()
    if number is None:
        return BODY if body and not unit else None
    if not unit:
        return None
    return Load(value=float(number), unit=unit, body=bool(body))


def amount_of(load: Load) -> float:
    """The plain number of a load in its own unit, 0 for the body's own weight."""
    return cast(float, load.value) if load.value is not None else 0.0


def kilograms(load: Load | None) -> float | None:
    """A load in kilograms, what is added to the body's own weight where it is; None for a percentage."""
    if load is None or load.unit == "%":
        return None
    return round(amount_of(load) * (KG_PER_LB if load.unit == "lb" else 1.0), 4)


def converted(amount: float, unit: str, to: str) -> float:
    """An amount of weight in another unit: the factor is exact, the result is rounded to the usual step."""
    if unit == to or not to:
        return amount
    exact = amount / KG_PER_LB if to == "lb" else amount * KG_PER_LB
    least = STEP[to] / 2
    return copysign(max(least, round(abs(exact) / least) * least), exact)


def within(amount: float, *, body: bool = False) -> float:
    """An amount that was worked out, no further than loads go (`bounds`)."""
    return min(max(amount, -MOST_ASSISTANCE if body else 0), HEAVIEST)


def plus(load: Load, amount: float, unit: str) -> Load:
    """A load with `amount` of `unit` more; assistance shrinks to the body's own weight and grows beyond."""
    into = load.unit or unit
    value = within(round(amount_of(load) + converted(amount, unit, into), 3), body=load.body)
    if load.body and value == 0:
        return BODY
    return replace(load, value=value, unit=into)


def step_for(unit: str, amount: float | None = None, amount_unit: str = "") -> float:
    """The step that loads of a line move by: the rule's own where it is finer than the usual one."""
    usual = STEP.get(unit, STEP["kg"])
    if not amount or amount_unit != unit or (amount / usual) % 1 == 0:
        return usual
    return amount


def share(load: Load, percent: float, step: float) -> Load:
    """`percent` of a load, floored to a step (DOMAIN 2.13); assistance grows instead of shrinking."""
    value = amount_of(load)
    if value < 0:
        taken = -value * (200 - percent) / 100
        lower = -round(ceil(round(taken / step, 6)) * step, 3)
        return replace(load, value=within(lower, body=load.body))
    kept = round(floor(round(value * percent / 100 / step, 6)) * step, 3)
    return BODY if load.body and kept == 0 else replace(load, value=kept)


def nearest(value: float, step: float) -> float:
    """`value` rounded to the nearest step, a half down."""
    return round(ceil(round(value / step - 0.5, 6)) * step, 3)


def spaced(load: Load) -> str:
    """A load for reading: `82.5 kg`, `bw`, `bw+10 kg`."""
    text = format_load(load)
    return re.sub(r"(?<=\d)(kg|lb)$", r" \1", text)
