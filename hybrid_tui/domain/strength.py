"""What a set says about strength: estimated maximum, effort table, warm-up ramp, back-off load.

Loads keep whatever unit they come in. The estimates were fitted mainly on bench press and squat; the
error is larger for deadlifts, and they do not compare machines, sides, or body-weight lifts whose own
weight is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.plates import Rack, floor_load


class Formula(StrEnum):
    """Which estimate of the one-repetition maximum is used."""

    EPLEY = "epley"
    BRZYCKI = "brzycki"


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """An estimated one-repetition maximum."""

    load: float
    """In the unit of the set."""
    rough: bool
    """More than ten repetitions stand behind it."""


RPE_PERCENT: Final = (
    *(100.0, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85.0),
    *(83.7, 82.4, 81.1, 79.9, 78.6, 77.4, 76.2, 75.1, 73.9, 72.3),
    *(70.7, 69.4, 68.0, 66.7, 65.3, 64.0, 62.6, 61.3, 59.9, 58.6),
)
"""Percent of the maximum along the one diagonal of the RPE table (2.2; Tuchscherer)."""


def epley(load: float, reps: float) -> float:
    """Epley: `load · (1 + reps/30)`; one repetition is the maximum itself (2.1)."""
    return load if reps <= 1 else load * (1 + reps / 30)


def brzycki(load: float, reps: float) -> float:
    """Brzycki: `load · 36/(37 - reps)` (2.1). Raises ValueError from 37 repetitions on."""
    if reps >= 37:
        raise ValueError("Brzycki's formula ends below 37 repetitions")
    return load * 36 / (37 - reps)


def one_rep_max(
    load: float, reps: int, *, rir: float = 0.0, formula: Formula = Formula.EPLEY
) -> Estimate | None:
    """Estimated one-repetition maximum of a set with `rir` repetitions left, None where it would be a guess.

    Valid to 12 repetitions with those in reserve, to 4 in reserve; rough beyond 10 (2.1).
    """
    effective = reps + rir
    if load <= 0 or reps < 1 or not 0 <= rir <= choices.E1RM_2_1_MOST_RIR:
        return None
    if effective > choices.E1RM_2_1_ROUGH_REPS:
        return None
    estimate = epley if formula is Formula.EPLEY else brzycki
    return Estimate(load=estimate(load, effective), rough=effective > choices.E1RM_2_1_GOOD_REPS)


def set_estimate(load: float, reps: int, rpe: float | None) -> Estimate | None:
    """What a set of this load says of the maximum: the one rule behind every e1RM that is shown (2.1).

    Its effort tells the repetitions left, 10 - RPE; a set without one counts as if none was left.
    """
    return one_rep_max(load, reps, rir=0.0 if rpe is None else 10.0 - rpe)


def load_for(maximum: float, reps: float, *, formula: Formula = Formula.EPLEY) -> float:
    """The load that allows `reps` repetitions at this maximum: the formulas turned round (2.1)."""
    if formula is Formula.BRZYCKI:
        return maximum * (37 - reps) / 36
    return maximum if reps <= 1 else maximum / (1 + reps / 30)


def percent_of_max(reps: int, rpe: float) -> float | None:
    """Percent of the maximum for `reps` at `rpe` in half steps; None outside the table (2.2)."""
    if reps < 1 or not choices.RPE_2_2_LOWEST <= rpe <= 10 or (rpe * 2) % 1:
        return None
    index = round(2 * ((reps - 1) + (10 - rpe)))
    return RPE_PERCENT[index] if reps <= 12 and index < len(RPE_PERCENT) else None


def one_rep_max_by_rpe(load: float, reps: int, rpe: float) -> float | None:
    """Estimated one-repetition maximum by the RPE table; None outside it (2.2)."""
    percent = percent_of_max(reps, rpe)
    return None if percent is None or load <= 0 else load / (percent / 100)


def back_off(top: float, rack: Rack) -> float:
    """Load of the back-off sets after a top set: 90 %, floored to a loadable weight (2.13)."""
    return floor_load(choices.BACK_OFF_2_13_SHARE * top, rack)


@dataclass(frozen=True, slots=True, kw_only=True)
class RampSet:
    """One warm-up set."""

    load: float
    """In the rack's unit."""
    reps: int


def warm_up_ramp(work: float, reps: int, rack: Rack, *, from_floor: bool = False) -> tuple[RampSet, ...]:
    """Warm-up sets before the first lift of a pattern (2.10).

    The empty bar, then 40, 60, 80 and, before sets of five or fewer, 90 % of the working load, each floored
    to what can be loaded. `from_floor` is for deadlifts: no empty bar, nothing below full-size plates.
    """
    lowest = rack.bar + 2 * rack.full_size if from_floor else rack.bar
    ramp: list[RampSet] = []
    if not from_floor and work > rack.bar:
        ramp.append(RampSet(load=rack.bar, reps=choices.RAMP_2_10_BAR_REPS))
    steps = choices.RAMP_2_10_STEPS
    for share, count in steps if reps <= choices.RAMP_2_10_HEAVY_REPS else steps[:-1]:
        load = max(lowest, floor_load(share * work, rack)) if from_floor else floor_load(share * work, rack)
        if load >= work or (load <= rack.bar) or (ramp and load <= ramp[-1].load):
            continue
        ramp.append(RampSet(load=load, reps=count))
    return tuple(ramp)


def second_lift_ramp(work: float, rack: Rack) -> tuple[RampSet, ...]:
    """The one warm-up set before a further lift of a pattern that is warm already: 60 % (2.10)."""
    share, reps = choices.RAMP_2_10_SECOND_LIFT
    load = floor_load(share * work, rack)
    return (RampSet(load=load, reps=reps),) if rack.bar < load < work else ()
