"""The next load up or down, as far as loads are apart where one trains: plates, dumbbells, machine weights."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.domain.entry import usual_next
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.plates import Rack, beside, next_on_bar
from hybrid_tui.domain.programme.weights import amount_of
from hybrid_tui.domain.workout import Load


def next_load(load: Load, steps: int, exercise: object, rack: Rack) -> Load:
    """The load `steps` further (negative: lighter); where nothing is known of the weights, by the usual step."""
    if load.body or load.unit != rack.unit or not isinstance(exercise, Exercise):
        return usual_next(load, steps)
    things = frozenset[str]().union(*exercise.equipment)
    value = amount_of(load)
    for _ in range(abs(steps)):
        found = _one(value, things, rack, up=steps > 0)
        if found is None:
            return usual_next(load, steps)
        value = found
    return replace(load, value=round(value, 3))


def _one(value: float, things: frozenset[str], rack: Rack, *, up: bool) -> float | None:
    if "barbell" in things:
        return next_on_bar(value, rack, up=up)
    if things & {"dumbbell", "dumbbells"} and rack.dumbbells:
        further = [each for each in rack.dumbbells if (each > value if up else each < value)]
        return (further[0] if up else further[-1]) if further else value
    step = rack.machine_step
    if things & {"machine", "cable"} and step is not None:
        near = beside(value, rack, machine=True)
        if len(near) == 2:
            return near[1] if up else near[0]
        return value + step if up else max(step, value - step)
    return None
