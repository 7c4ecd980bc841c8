"""One exercise, one kind of run: what is known of it whoever does it. `catalogue` finds them by name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from hybrid_tui.domain.muscles import LEG_MUSCLES

HOUSEHOLD: Final = frozenset({"none", "wall", "chair", "table", "step", "towel", "partner"})
"""What everybody is taken to have."""


class Measure(StrEnum):
    """What one set of an exercise is measured by."""

    LOAD = "load"
    BODYWEIGHT = "bw"
    TIMED = "timed"
    BAND = "band"
    CONTACTS = "contacts"


class LegClass(StrEnum):
    """How much a day's work asks of the legs: A maximal, B hard, BL long, C light."""

    A = "A"
    B = "B"
    BL = "BL"
    C = "C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One lift, hold or jump."""

    id: str
    name: str
    pattern: str
    """The movement: `squat`, `hinge`, `horizontal push`, `core brace`, `plyo low` …"""
    measures: tuple[Measure, ...]
    """What its sets are measured by, the usual one first."""
    primary: tuple[str, ...]
    """Muscles that one hard set counts for fully."""
    rest_seconds: int
    """Usual rest after a set, seconds."""
    reps: str
    """Usual repetitions as written: `3-10`, `20-60 s`, `8-12 a side`."""
    level: int
    """1 for anyone, 2 with some practice, 3 gated."""
    aliases: tuple[str, ...] = ()
    secondary: tuple[str, ...] = ()
    """Muscles that one hard set counts for by half."""
    equipment: tuple[frozenset[str], ...] = ()
    """Ways to do it, each the things it needs together; empty means nothing is needed."""
    unilateral: bool = False
    """Done a side; repetitions are those of one side."""
    contacts: int = 0
    """Landings for each repetition of one side; 0 for all but jumps."""

    @property
    def is_loaded(self) -> bool:
        """Whether its sets are told by a load alone, never by the body's own weight and what is put on it."""
        return self.measures[0] is Measure.LOAD and Measure.BODYWEIGHT not in self.measures

    @property
    def is_jump(self) -> bool:
        """Whether its sets are landings, which count no hard sets."""
        return self.contacts > 0

    @property
    def is_core(self) -> bool:
        """Whether it braces or flexes the trunk."""
        return self.pattern.startswith("core")

    @property
    def is_leg_lift(self) -> bool:
        """Whether a leg muscle is its prime mover; jumps are not lifts."""
        return not self.is_jump and not LEG_MUSCLES.isdisjoint(self.primary)

    @property
    def is_heavy_leg(self) -> bool:
        """Whether its hard sets can make a day leg-maximal: squat, lunge, hinge and knee work."""
        return self.pattern.split(",")[0] in {"squat", "lunge", "hinge", "isolation knee"}

    @property
    def equipment_words(self) -> str:
        """The ways to do it in words: `bench and dumbbells, or machine`; `nothing` when nothing is needed."""
        if not self.equipment:
            return "nothing"
        ways = (" and ".join("nothing" if x == "none" else x for x in sorted(way)) for way in self.equipment)
        return ", or ".join(ways)

    def possible_with(self, equipment: frozenset[str]) -> bool:
        """Whether one of its ways needs nothing beyond `equipment` and what every home has."""
        return not self.equipment or any(way <= equipment | HOUSEHOLD for way in self.equipment)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunType:
    """One kind of run."""

    id: str
    name: str
    leg_class: LegClass
    hard_class: LegClass
    """The class when it is run fast (vest) or in hills (trail); else the same."""
    zone: str
    """Usual intensity in words: `Z1-Z2`, `max`, `fast relaxed`."""
    rpe: int
    """Session RPE it usually gets, 0-10."""
    stress: dict[str, int]
    """How much each muscle is stressed, 0-3; the trunk, as stabiliser, 1 in every run."""
    impact: int
    """Force of landing, 0-3."""
    eccentric: int
    """Braking work that leaves sore muscles, 0-3."""
    recover_hours: tuple[int, int]
    """Hours until the legs are fresh, least and most."""
    aliases: tuple[str, ...] = ()

    @property
    def is_easy(self) -> bool:
        """Whether its minutes count as easy running (RPE up to 4, strides are fast)."""
        return self.rpe <= 4 and self.id != "strides"
