"""How hard training was: session load, monotony, strain, and the slow and quick averages of it.

Loads are arbitrary units (AU): session rating 0-10 times minutes (Foster). They describe groups poorly
and one person worse; they are shown as prompts, never as forecasts of injury.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, isclose, sqrt
from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.exercise import Exercise, RunType

CR10_WORDS: Final = {
    0: "rest",
    1: "very easy",
    2: "easy",
    3: "moderate",
    4: "somewhat hard",
    5: "hard",
    7: "very hard",
    10: "maximal",
}
"""Words of the rating scale (2.3); the numbers between have none."""


def session_load(minutes: float | None, rpe: float | None) -> float | None:
    """Session load in AU: minutes times session RPE (Foster, 2.3); None where either is unknown."""
    return None if minutes is None or rpe is None else minutes * rpe


def mean(values: Iterable[float]) -> float:
    """Arithmetic mean of one value or more. The standard library's module costs a first paint 10 ms."""
    known = list(values)
    return sum(known) / len(known)


def spread(values: Sequence[float]) -> float:
    """Population standard deviation (divides by n), as monotony is defined here (2.3)."""
    middle = mean(values)
    return sqrt(sum((value - middle) ** 2 for value in values) / len(values))


def monotony(days: Sequence[float]) -> float | None:
    """Mean of seven days' loads over their population standard deviation (Foster 1998, 2.3).

    Rest days are 0. None when nothing was done; seven like days are shown as the cap.
    """
    if not days or not any(days):
        return None
    deviation = spread(days)
    if isclose(deviation, 0, abs_tol=1e-9):
        return choices.MONOTONY_2_3_CAP
    return min(choices.MONOTONY_2_3_CAP, sum(days) / len(days) / deviation)


def strain(days: Sequence[float]) -> float | None:
    """Sum of seven days' loads times their monotony, AU (Foster 1998, 2.3); None without monotony."""
    alike = monotony(days)
    return None if alike is None else sum(days) * alike


def load_ratio(days: Sequence[float]) -> tuple[float | None, ...]:
    """Recent over longer-term load for each day: EWMA of 7 over EWMA of 28 days (Williams 2017, 2.4).

    Both start at the mean of the first seven days. None before day 28 and while the longer mean is below 1.
    The ratio does not predict injury: draw a line, no traffic light.
    """
    if not days:
        return ()
    recent = longer = sum(days[:7]) / len(days[:7])
    ratios: list[float | None] = []
    for number, load in enumerate(days, start=1):
        recent += (load - recent) * 2 / (7 + 1)
        longer += (load - longer) * 2 / (28 + 1)
        shown = number >= choices.ACWR_2_4_FIRST_DAY and longer >= choices.ACWR_2_4_LEAST_CHRONIC
        ratios.append(recent / longer if shown else None)
    return tuple(ratios)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Slow load («fitness»), quick load («fatigue») and their difference («form») of one day, in AU."""

    ctl: float
    """42-day mean after the day's load."""
    atl: float
    """7-day mean after the day's load."""
    tsb: float
    """Difference of the day before: the form one starts the day with."""

    @property
    def percent(self) -> float:
        """Form as percent of the larger mean, since AU have no scale of their own; 0 without load."""
        larger = max(self.ctl, self.atl)
        return 100 * self.tsb / larger if larger > 0 else 0.0


def form(days: Iterable[float], *, ctl: float = 0.0, atl: float = 0.0) -> tuple[Form, ...]:
    """CTL, ATL and TSB for every calendar day, rest as 0, with `k = 1 - exp(-1/N)` (2.5)."""
    slow, quick = 1 - exp(-1 / 42), 1 - exp(-1 / 7)
    result: list[Form] = []
    for load in days:
        before = ctl - atl
        ctl += (load - ctl) * slow
        atl += (load - atl) * quick
        result.append(Form(ctl=ctl, atl=atl, tsb=before))
    return tuple(result)


def leg_factor(known: Exercise | RunType | None, *, vest: bool = False) -> float:
    """How much a minute of this counts for the legs (2.18); None, without exercise, is easy running."""
    factor = choices.LEG_FACTOR_2_18[_leg_word(known)]
    # A vest run names the vest already.
    return factor + (choices.LEG_FACTOR_2_18_VEST if vest and (not known or known.id != "vest_run") else 0.0)


def _leg_word(known: Exercise | RunType | None) -> str:
    if known is None:
        return "easy_run"
    if isinstance(known, RunType):
        return known.id
    if known.is_jump:
        return "jump"
    if known.is_leg_lift:
        return "leg lift"
    if known.pattern == "carry":
        return "carry"
    return "core" if known.is_core or known.primary == ("erectors",) else "upper"


def leg_load(rpe: float | None, blocks: Iterable[tuple[float | None, float]]) -> float | None:
    """Leg load in AU: rating times the sum of block minutes times leg factor (2.18); None where unknown."""
    if rpe is None:
        return None
    total = 0.0
    for minutes, factor in blocks:
        if minutes is None:
            return None
        total += minutes * factor
    return rpe * total


def set_minutes(sets: float, rest_seconds: float, *, unilateral: bool = False) -> float:
    """Expected minutes of a line of sets: 0.75 a set, twice that a side, and the rest after each (6)."""
    return sets * (choices.SET_6_MINUTES * (2 if unilateral else 1) + rest_seconds / 60)


def planned_rating(rir: float | None, *, core: bool = False) -> float:
    """Expected rating of a line of sets for its planned load: 9 - RIR, core 4 (6)."""
    if core:
        return choices.RATING_6_CORE
    return choices.RATING_6_LIFT_LESS_RIR - (rir if rir is not None else 2.0)
