"""Which plates go on the bar: a bounded search that also holds for odd sets and few plates.

Weights are in the rack's own unit; nothing is converted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import gcd
from typing import Final

KG_PER_LB: Final = 0.45359237
"""Kilograms in one international avoirdupois pound, exactly."""

SLEEVE_HOLDS: Final = 20
"""Plates of one kind that the search puts on one side at most."""

_HUNDREDTHS: Final = 100
_MOST_STEPS: Final = 100


class BelowBarError(ValueError):
    """The target is lighter than the empty bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rack:
    """A bar and the plates beside it."""

    unit: str
    """`kg` or `lb`."""
    bar: float
    """Weight of the empty bar with its collars, in `unit`."""
    plates: tuple[float, ...]
    """Plates there are, in `unit`."""
    pairs: tuple[int, ...] | None = None
    """How many pairs of each plate; None when there are always enough."""
    full_size: float = 20.0
    """The lightest plate that lifts the bar to its height above the floor, in `unit`."""
    dumbbells: tuple[float, ...] = ()
    """Dumbbells there are, the lightest first, in `unit`; empty when nothing was said."""
    machine_step: float | None = None
    """How far apart the weights of the machines are, in `unit`; None when nothing was said."""

    @property
    def most(self) -> float | None:
        """What the bar weighs with every plate on it, in `unit`; None when there are always enough."""
        if self.pairs is None:
            return None
        plates = sum(plate * count for plate, count in zip(self.plates, self.pairs, strict=True))
        return self.bar + 2 * plates

    @property
    def step(self) -> float:
        """The smallest change of load: twice the lightest plate, in `unit`."""
        return 2 * min(self.plates)


KG_RACK: Final = Rack(unit="kg", bar=20.0, plates=(25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 1.25))
LB_RACK: Final = Rack(unit="lb", bar=45.0, plates=(45.0, 35.0, 25.0, 10.0, 5.0, 2.5), full_size=45.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """The plates that come nearest to a target without passing it."""

    per_side: tuple[float, ...]
    """Plates on one side, the heaviest inside."""
    total: float
    """What the bar weighs then, in the rack's unit."""
    short: float
    """How much is missing to the target; 0 when it is exact."""


def load_bar(target: float, rack: Rack) -> Loading:
    """Plates for `target`: exact, else the nearest below; fewest plates, heaviest inside (2.7).

    Raises BelowBarError when the target is lighter than the empty bar.
    """
    if target < rack.bar - 1e-9:
        raise BelowBarError(f"{target:g} {rack.unit} is below the empty bar of {rack.bar:g} {rack.unit}")
    pairs = rack.pairs or (SLEEVE_HOLDS,) * len(rack.plates)
    stock = sorted(zip(rack.plates, pairs, strict=True), reverse=True)
    weights = tuple(round(plate * _HUNDREDTHS) for plate, _ in stock)
    room = int((target - rack.bar) * _HUNDREDTHS / 2 + 1e-6)
    counts = _fill(room, weights, tuple(min(count, SLEEVE_HOLDS) for _, count in stock))
    per_side = tuple(plate for (plate, _), count in zip(stock, counts, strict=True) for _ in range(count))
    total = rack.bar + 2 * sum(per_side)
    return Loading(per_side=per_side, total=total, short=max(0.0, target - total))


def floor_load(target: float, rack: Rack) -> float:
    """The heaviest loadable weight that is not above `target`; the bar itself when that is lighter."""
    return rack.bar if target < rack.bar else load_bar(target, rack).total


def next_on_bar(load: float, rack: Rack, *, up: bool) -> float:
    """The next weight that can be put on the bar above or below `load`; `load` itself at either end."""
    if not up:
        return load if load <= rack.bar else floor_load(load - 0.001, rack)
    least = floor_load(load, rack)
    for number in range(1, _MOST_STEPS):
        loading = load_bar(least + number * rack.step, rack)
        if loading.total > load + 0.001:
            return loading.total
    return load


@lru_cache(maxsize=256)
def _fill(room: int, weights: tuple[int, ...], stock: tuple[int, ...]) -> tuple[int, ...]:
    """How many of each weight fill `room` best; every sum is kept once, with its fewest plates."""
    part = gcd(*weights)
    room //= part
    best: dict[int, tuple[int, ...]] = {0: ()}
    for weight, count in zip((w // part for w in weights), stock, strict=True):
        wider: dict[int, tuple[int, ...]] = {}
        for held, counts in best.items():
            for more in range(min(count, (room - held) // weight) + 1):
                total, mine = held + more * weight, (*counts, more)
                if total not in wider or _rank(mine) > _rank(wider[total]):
                    wider[total] = mine
        best = wider
    return best[max(best)]


def _rank(counts: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    return -sum(counts), counts
