"""The weights there are where one trains: the next up or down, what is nearest, what is at most so heavy.

Plates, dumbbells and machine weights count where the person said them; of others nothing is known.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.entry import usual_next
from hybrid_tui.domain.exercise import HOUSEHOLD, Exercise
from hybrid_tui.domain.plates import KG_RACK, LB_RACK, Rack, floor_load, next_on_bar
from hybrid_tui.domain.programme.weights import amount_of
from hybrid_tui.domain.workout import Load


class Kind(StrEnum):
    """What an exercise is loaded with."""

    BAR = "bar"
    DUMBBELLS = "dumbbells"
    MACHINE = "machine"
    OTHER = "other"


USUAL_STEP: Final = {
    Kind.DUMBBELLS: {"kg": 2.0, "lb": 5.0},
    Kind.MACHINE: {"kg": 5.0, "lb": 10.0},
}
"""How far apart weights usually are where nothing was said of them, by unit."""


def kind_of(exercise: object, having: frozenset[str] | None = None) -> Kind:
    """What it is loaded with, of the ways that are possible `having` these things; of several a bar comes first."""
    ways = exercise.equipment if isinstance(exercise, Exercise) else ()
    if having is not None:
        ways = tuple(way for way in ways if way <= having | HOUSEHOLD)
    things = frozenset[str]().union(*ways)
    if "barbell" in things:
        return Kind.BAR
    if things & {"dumbbell", "dumbbells"}:
        return Kind.DUMBBELLS
    return Kind.MACHINE if things & {"machine", "cable"} else Kind.OTHER


def next_load(load: Load, steps: int, exercise: object, rack: Rack) -> Load:
    """The load `steps` further (negative: lighter); where nothing is known of the weights, by the usual step."""
    kind = kind_of(exercise)
    if load.body or load.unit != rack.unit or kind is Kind.OTHER:
        return usual_next(load, steps)
    value = amount_of(load)
    for _ in range(abs(steps)):
        found = _one(value, kind, rack, up=steps > 0)
        if found is None:
            return usual_next(load, steps)
        value = found
    return replace(load, value=round(value, 3))


def _one(value: float, kind: Kind, rack: Rack, *, up: bool) -> float | None:
    if kind is Kind.BAR:
        return next_on_bar(value, rack, up=up)
    found = around(value, kind, rack)
    if found is None:
        return None
    below, above = found if up or found[0] != value else (around(value - 0.001, kind, rack) or found)
    step = above if up else below
    return value if step is None else step


def around(value: float, kind: Kind, rack: Rack) -> tuple[float | None, float | None] | None:
    """The heaviest weight here that is not above `value`, and the next one above it; None where there is none.

    None for both where nothing was said of the weights: the usual bar and plates are no more than a guess.
    """
    if kind is Kind.DUMBBELLS and rack.dumbbells:
        lower = [each for each in rack.dumbbells if each <= value + 1e-6]
        higher = [each for each in rack.dumbbells if each > value + 1e-6]
        return next(reversed(lower), None), next(iter(higher), None)
    if kind is Kind.MACHINE and rack.machine_step is not None:
        step = rack.machine_step
        low = round(step * int(value / step + 1e-6), 3)
        return low or None, round(low + step, 3)
    if kind is Kind.BAR and rack not in (KG_RACK, LB_RACK):
        if value < rack.bar:
            return None, rack.bar
        above = next_on_bar(value, rack, up=True)
        return floor_load(value, rack), above if above > value else None
    return None


def nearest_here(value: float, kind: Kind, rack: Rack) -> float | None:
    """The weight here to take for `value`: the nearest that is not much above it (2.13).

    None where there is none light enough, and where nothing was said of them.
    """
    found = around(value, kind, rack)
    if found is None:
        return None
    below, above = found
    near = above is not None and above <= value * (1 + choices.LOADABLE_2_13_OVER)
    if above is not None and near and (below is None or above - value < value - below):
        return above
    return below


def at_most_here(value: float, kind: Kind, rack: Rack) -> float | None:
    """The heaviest weight that is not above `value`: of what is here, else by the usual steps; None if none is."""
    found = around(value, kind, rack)
    if found is not None:
        return found[0]
    if kind is Kind.BAR:
        return floor_load(value, rack) if value >= rack.bar else None
    steps = USUAL_STEP.get(kind)
    if steps is None:
        return None
    step = steps[rack.unit]
    return step * int(value / step + 1e-6) or None
