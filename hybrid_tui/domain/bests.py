"""Bests: the most that was lifted, climbed, run and jumped, and on which day for the first time.

They are worked out anew from what is recorded, so a best that is corrected away is gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from hybrid_tui.domain.plates import KG_PER_LB
from hybrid_tui.domain.strength import set_estimate

REPS: Final = (1, 3, 5, 8, 10)
"""The numbers of repetitions for which a best load is kept."""

E1RM: Final = "e1RM"
MOST: Final = "most"
"""Most repetitions with nothing but the body's own weight."""
TIME: Final = "time"
FAR: Final = "far"

COLUMNS: Final = (*(str(reps) for reps in REPS), E1RM, MOST)
"""The marks of a lift in their order."""

DEFINITIONS: Final = (
    ("1 3 5 8 10", "the heaviest load that was moved for at least so many repetitions in one working set."),
    (
        E1RM,
        "load × (1 + repetitions/30), Epley, those left in reserve counted too, up to 12 in all and 4 in reserve;"
        " one to the limit as it is.",
    ),
    (
        MOST,
        "the most repetitions in one set with nothing but the body's own weight, a side where it has sides.",
    ),
    (
        "climbs",
        "the shortest time of a stretch of one length, on one hill, that was ended by hand or distance.",
    ),
    ("runs", "the longest distance of one stretch that was measured."),
    ("jumps", "the farthest jump where it was measured, else the most repetitions in one set."),
    ("date", "the first day it was reached. What is corrected or deleted is no best any more."),
)
"""What each best is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """Like working sets taken together: one load, one number of repetitions, and the first time of it."""

    exercise: str
    """Catalogue id."""
    reps: int
    """Of the weaker side where there are two."""
    load_kg: float | None
    """Kilograms in the hands, or added to the body's own weight."""
    own_weight: bool
    """Whether the load is on top of the body's own weight."""
    day: date
    session_id: str
    rpe: float | None = None
    """Effort 1-10, None where it was not said."""
    typed: str = ""
    """The load as it was typed: `185lb`, `bw+20lb`; empty where none was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Like work steps taken together: the shortest time, the longest way, and the day of each."""

    label: str
    place: str
    metres: float | None
    """The length of a stretch that was ended by distance; None for others."""
    by_hand: bool
    """Whether its end was not set by the clock, so that a shorter time is a better one."""
    seconds: float | None
    far_metres: float | None
    day: date
    session_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One best."""

    value: float
    """In `unit`."""
    unit: str
    """`kg`, `lb`, `reps`, `s` or `m`."""
    day: date
    session_id: str
    reps: int | None = None
    """Repetitions of the set it stands on."""
    own_weight: bool = False
    """Whether kilograms come on top of the body's own weight."""
    load_kg: float | None = None
    """Load of the set an estimate stands on."""
    rpe: float | None = None
    """Effort of that set."""
    typed: str = ""
    """That load as it was typed."""

    @property
    def other_unit(self) -> str:
        """The load as it was typed where that was in the other unit: `185 lb`, `+20 lb`; empty elsewhere."""
        unit = {"kg": "lb", "lb": "kg"}.get(self.unit, "")
        number = self.typed.removeprefix("bw").removesuffix(unit)
        return f"{number} {unit}" if unit and self.typed.endswith(unit) else ""

    @property
    def load(self) -> float | None:
        """That load in `unit`, where that is one of weight."""
        if self.load_kg is None or self.unit != "lb":
            return self.load_kg
        return round(self.load_kg / KG_PER_LB, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The bests of one lift, stretch or jump."""

    kind: str
    """`lift`, `climb`, `run` or `jump`."""
    name: str
    """Catalogue id, or the label and place of a stretch."""
    marks: dict[str, Mark] = field(default_factory=dict)
    """By column."""

    @property
    def latest(self) -> date:
        """The day of its newest mark."""
        return max(mark.day for mark in self.marks.values())


def lift_bests(sets: Iterable[Lifted]) -> tuple[Best, ...]:
    """The bests of each exercise, in the order in which the exercises come first."""
    found: dict[str, dict[str, Mark]] = {}
    for each in sorted(sets, key=_turn):
        if each.reps < 1:
            continue
        marks = found.setdefault(each.exercise, {})
        for column, mark in _marks(each):
            old = marks.get(column)
            if old is None or mark.value > old.value + 1e-9:
                marks[column] = mark
    return tuple(Best(kind="lift", name=name, marks=marks) for name, marks in found.items() if marks)


def _turn(done: Lifted) -> tuple[date, str, int, float, bool, float, str]:
    """Of equal sets the first counts, whichever order they are told in: so no two differ and come alike here."""
    load, effort = done.load_kg or 0.0, done.rpe or 0.0
    return (done.day, done.session_id, done.reps, load, done.own_weight, effort, done.typed)


def with_more_sets(bests: Iterable[Best], sets: Iterable[Lifted]) -> tuple[Best, ...]:
    """The bests of lifts after these sets too: what `lift_bests` of all sets gives, without reading all of them."""
    return lift_bests([*(done for best in bests for done in _sets_of(best)), *sets])


def _sets_of(best: Best) -> Iterable[Lifted]:
    """The sets that the marks of a lift stand on."""
    for mark in best.marks.values():
        unloaded = mark.unit == "reps"
        yield Lifted(
            exercise=best.name,
            reps=mark.reps or 0,
            load_kg=None if unloaded else mark.load_kg,
            own_weight=unloaded or mark.own_weight,
            day=mark.day,
            session_id=mark.session_id,
            rpe=mark.rpe,
            typed=mark.typed,
        )


def _marks(done: Lifted) -> Iterable[tuple[str, Mark]]:
    load = done.load_kg
    if done.own_weight and not load:
        yield (
            MOST,
            Mark(value=done.reps, unit="reps", day=done.day, session_id=done.session_id, reps=done.reps),
        )
        return
    if load is None:
        return
    for reps in REPS:
        if done.reps >= reps:
            yield str(reps), _mark(done, load, load)
    estimate = None if done.own_weight else set_estimate(load, done.reps, done.rpe)
    if estimate is not None:
        yield E1RM, _mark(done, estimate.load, load)


def _mark(done: Lifted, value: float, load: float) -> Mark:
    return Mark(
        value=value,
        unit="kg",
        day=done.day,
        session_id=done.session_id,
        reps=done.reps,
        own_weight=done.own_weight,
        load_kg=load,
        rpe=done.rpe,
        typed=done.typed,
    )


def stretch_bests(stretches: Iterable[Stretch]) -> tuple[Best, ...]:
    """The shortest time of each climb, and the longest way of each other stretch that was measured."""
    return best_stretches(each for stretch in stretches for each in _as_best(stretch))


def best_stretches(bests: Iterable[Best]) -> tuple[Best, ...]:
    """The best of those of one kind and name; of equal ones the first."""
    found: dict[tuple[str, str], Best] = {}
    for each in bests:
        key = (each.kind, each.name)
        if key not in found or _before(each, found[key]):
            found[key] = each
    return tuple(found.values())


def _before(one: Best, other: Best) -> bool:
    """Whether `one` is the better, or the earlier of two as good."""

    def rank(best: Best) -> tuple[float, date, str]:
        ((column, mark),) = best.marks.items()
        return (mark.value if column == TIME else -mark.value, mark.day, mark.session_id)

    return rank(one) < rank(other)


def _as_best(stretch: Stretch) -> Iterable[Best]:
    name = " · ".join(part for part in (stretch.label, stretch.place) if part)
    if stretch.by_hand and stretch.seconds:
        length = f"{stretch.metres:g} m" if stretch.metres else ""
        mark = Mark(value=stretch.seconds, unit="s", day=stretch.day, session_id=stretch.session_id)
        whole = " · ".join(part for part in (name, length) if part)
        yield Best(kind="climb", name=whole, marks={TIME: mark})
    elif stretch.far_metres:
        mark = Mark(value=stretch.far_metres, unit="m", day=stretch.day, session_id=stretch.session_id)
        yield Best(kind="run", name=name, marks={FAR: mark})
