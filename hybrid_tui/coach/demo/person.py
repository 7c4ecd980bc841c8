"""How strong and how fast the made-up person is on a day. The numbers are plausible, and no more than that."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from math import exp, floor, pi, sin
from random import Random
from typing import Final

from hybrid_tui.domain.set_record import SetRole
from hybrid_tui.domain.sheet import Target
from hybrid_tui.domain.strength import load_for

YEAR: Final = 365.25
"""Days."""
GROWTH_YEARS: Final = 2.4
"""After so many years about two thirds of what can be gained is gained."""
WAVE_YEARS: Final = 1.3
"""Better and worse seasons follow one another in this rhythm."""
EFFORT_A_SET: Final = 0.35
"""Repetitions that each further set costs."""
IN_RESERVE: Final = 0.9
"""Repetitions that are not tried for."""
BACK_IN_SHAPE_DAYS: Final = 30
LOST_BY_A_GAP: Final = 0.035
"""Share of the strength that a gap takes."""
FULL_RIR: Final = 3.0
"""Repetitions left with a load that nobody has told yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ability:
    """What one exercise can come to, as one-repetition maximums in kilograms."""

    begins: float
    ends: float
    body: float = 0.0
    """Share of the body weight that is lifted along."""
    step: float = 2.5
    """Loads are told in steps of so many kilograms."""


ABILITIES: Final[dict[str, Ability]] = {
    "goblet_squat": Ability(begins=34, ends=62, step=2),
    "romanian_deadlift": Ability(begins=78, ends=168),
    "dumbbell_row": Ability(begins=32, ends=62, step=2),
    "lat_pulldown": Ability(begins=62, ends=112),
    "dumbbell_press": Ability(begins=20, ends=38, step=2),
    "dumbbell_bench": Ability(begins=26, ends=50, step=2),
    "hip_thrust": Ability(begins=92, ends=215),
    "back_squat": Ability(begins=82, ends=160),
    "bench_press": Ability(begins=64, ends=116),
    "barbell_row": Ability(begins=64, ends=116),
    "face_pull": Ability(begins=32, ends=66),
    "trap_bar_deadlift": Ability(begins=112, ends=222, step=5),
    "leg_press": Ability(begins=150, ends=345, step=5),
    "leg_curl": Ability(begins=48, ends=96),
    "triceps_extension": Ability(begins=26, ends=58),
    "biceps_curl": Ability(begins=15, ends=30, step=2),
    "lateral_raise": Ability(begins=10, ends=22, step=2),
    "cable_row": Ability(begins=60, ends=112),
    "back_extension": Ability(begins=70, ends=120, body=0.6),
    "hanging_knee_raise": Ability(begins=50, ends=82, body=0.45),
    "push_up": Ability(begins=68, ends=104, body=0.64),
    "decline_push_up": Ability(begins=76, ends=120, body=0.75),
    "inverted_row": Ability(begins=60, ends=92, body=0.6),
    "pull_up": Ability(begins=84, ends=124, body=0.95),
    "reverse_lunge": Ability(begins=94, ends=170, body=0.85),
    "bulgarian_split_squat": Ability(begins=92, ends=168, body=0.85),
    "single_leg_calf_raise": Ability(begins=112, ends=180, body=1.0),
    "standing_calf_raise": Ability(begins=118, ends=240, body=1.0),
}
"""By catalogue id; what is not named here is always done as it was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One set as it was lifted."""

    reps: int | None
    load: str | None
    load_kg: float | None
    rpe: float | None


@dataclass(slots=True, kw_only=True)
class Person:
    """The person, from the first day on."""

    random: Random
    first: date
    """The first day of the log."""
    kg: float = 77.0
    """Body weight."""
    gap_ended: date | None = None
    """When the last illness or journey was over."""
    _forms: dict[date, float] = field(default_factory=dict)

    def years(self, day: date) -> float:
        """Years of training up to `day`."""
        return (day - self.first).days / YEAR

    def gained(self, day: date) -> float:
        """Share of all that can be gained, 0 to 1."""
        return 1 - exp(-self.years(day) / GROWTH_YEARS)

    def maximum(self, exercise: str, day: date) -> float:
        """The one-repetition maximum of a day in kilograms, body included."""
        ability = ABILITIES[exercise]
        usual = ability.begins + (ability.ends - ability.begins) * self.gained(day)
        season = 1 + 0.02 * sin(2 * pi * self.years(day) / WAVE_YEARS)
        return usual * season * self._form(day) * self._shape(day)

    def lift(self, exercise: str | None, target: Target, number: int, day: date) -> Done:
        """One set: `number` says which working set it is, from 0."""
        if target.role is SetRole.WARM_UP or exercise not in ABILITIES:
            return Done(reps=target.shown, load=target.load or None, load_kg=target.load_kg, rpe=None)
        load, load_kg = self._load(exercise, target, day)
        possible = self._possible(exercise, load_kg, day) - EFFORT_A_SET * number
        # Nobody grinds without need: a repetition stays in reserve unless the range could not be kept.
        least = min(target.low or 1, floor(possible))
        reps = max(1, least, min(target.shown or target.low or 8, floor(possible - IN_RESERVE)))
        effort = min(10.0, max(6.5, round(2 * (10 - (possible - reps))) / 2))
        return Done(reps=reps, load=load, load_kg=load_kg, rpe=effort)

    def speed(self, day: date) -> float:
        """Metres a second of an easy run."""
        return (2.55 + 0.5 * self.gained(day)) * self._form(day) * self._shape(day)

    def climb_seconds(self, day: date) -> float:
        """Seconds for the same short hill, run as fast as it goes."""
        best = 14.2 - 2.6 * self.gained(day)
        return best * (2 - self._form(day)) * (2 - self._shape(day)) * self.random.gauss(1, 0.012)

    def _load(self, exercise: str, target: Target, day: date) -> tuple[str, float]:
        """What is on the bar; where the plan does not know it yet, the person starts carefully."""
        if target.load:
            return target.load, target.load_kg or 0.0
        ability = ABILITIES[exercise]
        reps = (target.high or target.low or 8) + FULL_RIR
        wanted = load_for(self.maximum(exercise, day), reps)
        kg = max(ability.step, ability.step * floor(wanted / ability.step))
        return f"{kg:g}kg", kg

    def _possible(self, exercise: str, load_kg: float, day: date) -> float:
        """Repetitions until nothing goes, by the formula turned round (DOMAIN 2.1)."""
        lifted = max(1.0, load_kg + ABILITIES[exercise].body * self.kg)
        return 30 * (self.maximum(exercise, day) / lifted - 1)

    def _form(self, day: date) -> float:
        """Good and bad days."""
        if day not in self._forms:
            self._forms = {day: self.random.gauss(1, 0.013)}
        return self._forms[day]

    def _shape(self, day: date) -> float:
        """What the last gap still costs."""
        if self.gap_ended is None or day < self.gap_ended:
            return 1.0
        left = 1 - (day - self.gap_ended).days / BACK_IN_SHAPE_DAYS
        return 1 - LOST_BY_A_GAP * max(0.0, left)
