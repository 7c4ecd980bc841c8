"""A first load for an exercise that was never done, from the lift it stands in for: a guess, on the light side.

Sets and repetitions stay the same, so the share of one maximum in another is the share of the loads (Epley is
linear in the load). What the number on a machine or on one side says of a bar nobody knows, so from those nothing
is guessed.
"""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.domain import choices
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.next_load import at_most_here, kind_of
from hybrid_tui.domain.notation.printing import format_load
from hybrid_tui.domain.plates import Rack
from hybrid_tui.domain.programme.weights import amount_of, kilograms, read_load
from hybrid_tui.domain.sheet import Target
from hybrid_tui.domain.workout import Load


def guessed(
    before: Exercise, after: Exercise, load: Load | None, rack: Rack, things: frozenset[str]
) -> Load | None:
    """The load to try `after` with, where `before` takes `load`; None where nothing sensible is known.

    It is the least that the share is likely to be, rounded down to what there is here (`rack`, `things`).
    """
    kind = kind_of(after, things)
    most = choices.SWAP_MOST.get(before.id)
    least = choices.SWAP_LEAST.get(after.id, {}).get(kind.value)
    if load is None or load.body or load.unit != rack.unit or most is None or least is None:
        return None
    if before.pattern != after.pattern:
        return None
    found = at_most_here(amount_of(load) * least / most, kind, rack)
    return None if found is None else Load(value=found, unit=load.unit)


def with_guess(
    targets: tuple[Target, ...], load: Load, exercise: Exercise, rack: Rack, things: frozenset[str]
) -> tuple[Target, ...]:
    """The sets at a guessed load; the first is lighter and far from hard, to feel the way."""
    light = at_most_here(amount_of(load) * choices.SWAP_FIRST_SET, kind_of(exercise, things), rack)
    first = load if light is None else replace(load, value=light)
    return tuple(
        target._replace(
            load=format_load(taken := load if place else first),
            load_kg=kilograms(taken),
            guess=True,
            effort=target.effort if place else _easier(target.effort),
        )
        for place, target in enumerate(targets)
    )


def _easier(effort: str | None) -> str | None:
    """An effort on its own scale that leaves at least four repetitions."""
    reserve = choices.SWAP_FIRST_RIR
    if effort and effort.endswith("rir") and effort[:-3].replace(".", "").isdigit():
        return f"{max(float(effort[:-3]), reserve):g}rir"
    if effort and effort.replace(".", "").isdigit():
        return f"{min(float(effort), 10 - reserve):g}"
    return effort


def first_load(targets: tuple[Target, ...]) -> Load | None:
    """The first load that is known among these sets."""
    return next((load for each in targets if (load := read_load(each.load)) is not None), None)


def lightest(targets: tuple[Target, ...]) -> Load | None:
    """The lightest load that is known among these sets: what stands on it is too heavy for none of them."""
    known = (load for each in targets if (load := read_load(each.load)) is not None)
    return min(known, key=lambda load: kilograms(load) or 0.0, default=None)
