"""Runs in numbers: cost of grades, flat-equivalent pace, speed, pulse, power on stairs.

Grades are fractions (rise over run, 0.08 is 8 %), paces are seconds per kilometre, speeds metres per
second unless a name says otherwise.
"""

from __future__ import annotations

from typing import Final

from hybrid_tui.domain import choices

GRAVITY: Final = 9.80665
"""Metres per second squared."""
KM_PER_MILE: Final = 1.609344
FLAT_COST: Final = 3.6
"""Minetti's polynomial on the flat, joules per kilogram and metre."""
STEEPEST: Final = 0.45
"""The polynomial was fitted up to this grade either way."""


def running_cost(grade: float) -> float:
    """Energy to run one metre, J/(kg·m), at `grade` (Minetti 2002, 2.8); grades beyond ±0.45 are clamped."""
    i = max(-STEEPEST, min(STEEPEST, grade))
    return ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + 3.6


def cost_ratio(grade: float) -> float:
    """Cost at `grade` over the flat cost, as the polynomial gives it."""
    return running_cost(grade) / FLAT_COST


def pacing_ratio(grade: float) -> float:
    """Cost ratio fit for pacing: downhill the polynomial promises speeds that legs cannot hold (2.8)."""
    return cost_ratio(grade) if grade >= 0 else max(cost_ratio(grade), choices.DOWNHILL_2_8_LEAST_RATIO)


def grade_adjusted_pace(pace: float, grade: float) -> float:
    """Flat pace of equal effort, s/km (2.8). Never for sprints, which are far above a steady state."""
    return pace / pacing_ratio(grade)


def flat_speed(speed: float, grade: float) -> float:
    """Flat speed of equal effort, in the unit of `speed` (2.8)."""
    return speed * pacing_ratio(grade)


def metabolic_power(speed: float, grade: float) -> float:
    """Metabolic power in W/kg of running `speed` m/s at `grade` (2.8)."""
    return running_cost(grade) * speed


def climbing_power(kg: float, steps: int, step_height: float, seconds: float) -> float:
    """Mechanical power in W of climbing `steps` of `step_height` metres in `seconds` (2.8)."""
    return kg * GRAVITY * steps * step_height / seconds


def kmh_of_pace(pace: float) -> float:
    """km/h of a pace in s/km (2.9)."""
    return 3600 / pace


def speed_of_pace(pace: float) -> float:
    """m/s of a pace in s/km (2.9)."""
    return 1000 / pace


def pace_per_mile(pace: float) -> float:
    """s/mile of a pace in s/km (2.9)."""
    return pace * KM_PER_MILE


def pace_per_km(pace: float) -> float:
    """s/km of a pace in s/mile (2.9)."""
    return pace / KM_PER_MILE


def pace_words(pace: float) -> str:
    """A pace as `m:ss`, rounded to whole seconds with carry: 299.6 reads 5:00 (2.9)."""
    minutes, seconds = divmod(int(pace + 0.5), 60)
    return f"{minutes}:{seconds:02d}"


def pulse_max(age: float) -> float:
    """Expected greatest pulse, beats per minute: 208 - 0.7·age (Tanaka 2001; people differ by about 10)."""
    return 208 - 0.7 * age


def pulse_at(share: float, *, rest: float, greatest: float) -> float:
    """Pulse at a share of the reserve between `rest` and `greatest` (Karvonen), beats per minute."""
    return rest + share * (greatest - rest)


def race_seconds(seconds: float, distance: float, other: float) -> float | None:
    """Expected time over `other` from a race of `distance` (Riegel 1981); None past four times either way."""
    ratio = other / distance
    return seconds * ratio**1.06 if 0.25 <= ratio <= 4 else None
