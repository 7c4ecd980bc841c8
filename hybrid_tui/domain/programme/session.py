"""A whole session as it is asked: lines, minutes, planned load, kind, and words for the week's grid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import floor
from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.notation.printing import format_load
from hybrid_tui.domain.plates import KG_RACK, LB_RACK, Rack
from hybrid_tui.domain.programme.first_month import first_month_line
from hybrid_tui.domain.programme.lifts import prescribe_sets, sets_settled
from hybrid_tui.domain.programme.outcome import line_key
from hybrid_tui.domain.programme.plan import PlannedBlock, PlannedLine, PlannedSession
from hybrid_tui.domain.programme.prescription import Known, Prescription, SetTarget
from hybrid_tui.domain.programme.runs import prescribe_steps, steps_settled
from hybrid_tui.domain.programme.weights import amount_of, kilograms, read_load
from hybrid_tui.domain.programme.words import words_of
from hybrid_tui.domain.set_record import SessionKind, SetRole
from hybrid_tui.domain.strength import RampSet, second_lift_ramp, warm_up_ramp
from hybrid_tui.domain.workout import Circuit, Hold, Load, Ramp, SetGroup, SetsLine, StepKind, TimedLine

RAMP_REST: Final = 60
"""Seconds between warm-up sets (DOMAIN 2.10)."""
FREE_STEP: Final = {"kg": 2.0, "lb": 5.0}
"""Steps of dumbbells, kettlebells and stacks, for the one warm-up set before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescribedSession:
    """A planned session with what every line asks this time."""

    planned: PlannedSession
    prescriptions: tuple[Prescription, ...]
    kind: SessionKind
    minutes: float
    load: float
    """Planned load in AU: minutes times rating, summed over the lines (DOMAIN 6)."""
    contacts: int
    sprint_seconds: float
    run: str
    """Words for the grid's rows, empty where there is nothing: `8×12s`, `easy 35m`."""
    place: str
    """`hill`, `stairs` or empty."""
    lift: str
    """`upper`, `lower`, `full` or `core`."""
    jump: str
    """Landings."""


def prescribe_session(
    planned: PlannedSession, known: Known, *, first_month: bool = False
) -> PrescribedSession:
    """Work out every line of a planned session.

    `first_month` cuts sprints to their first doses in the first weeks of the plan.
    """
    found: list[Prescription] = []
    ramps: list[int] = []
    for block, key in _keyed(planned):
        if isinstance(block.line, Ramp):
            ramps.append(len(found))
        else:
            found.append(_prescribe(block, planned, known, key, first_month=first_month))
    given = _with_ramps(_rests(found), ramps, known)
    return _summed(planned, given, known)


def _keyed(planned: PlannedSession) -> Iterator[tuple[PlannedBlock, str]]:
    """The blocks of a session, each with its line's own mark in the plan."""
    turns: Counter[str] = Counter()
    for block in planned.blocks:
        exercise = getattr(block.line, "exercise", None) or ""
        yield block, line_key(planned.day_number, planned.slot, turns[exercise])
        if block.part is StepKind.WORK and not isinstance(block.line, Ramp):
            turns[exercise] += 1


def unsettled(planned: PlannedSession, known: Known) -> frozenset[str]:
    """Exercises of which times older than the history in hand could change what is asked, by catalogue id."""
    found: set[str] = set()
    for block, key in _keyed(planned):
        line = block.line
        if block.part is not StepKind.WORK or not isinstance(line, SetsLine | TimedLine):
            continue
        enough = (
            sets_settled(line, planned.place, known, key=key)
            if isinstance(line, SetsLine)
            else steps_settled(line, planned.place, known, key=key)
        )
        if not enough:
            found.update(exercises_of(line))
    return frozenset(found)


def exercises_of(line: PlannedLine) -> Iterator[str]:
    """The line's exercise, and those that its rule may put in its place: their loads are needed too."""
    if isinstance(line, Ramp):
        return
    if not isinstance(line, Circuit) and line.exercise is not None:
        yield line.exercise
    for stage in line.rule.stages if line.rule is not None else ():
        yield from (part.exercise for part in stage if part.exercise is not None)


def _prescribe(
    block: PlannedBlock, planned: PlannedSession, known: Known, key: str, *, first_month: bool
) -> Prescription:
    line, place = block.line, planned.place
    if isinstance(line, SetsLine):
        return prescribe_sets(line, place, known, key=key, part=block.part)
    if isinstance(line, Ramp):
        raise TypeError("a ramp is worked out from the lift that follows it")
    dose = first_month_line(line, place) if first_month and block.part is StepKind.WORK else None
    if dose is None:
        return prescribe_steps(line, place, known, key=key, part=block.part)
    gentle, why = dose
    if isinstance(gentle, SetsLine | Ramp):
        raise TypeError("only timed lines have first-month doses")
    usual = prescribe_steps(line, place, known, key=key, part=block.part)
    given = prescribe_steps(gentle, replace(place, deload=0.0), known, key=key, part=block.part)
    kept = replace(gentle, comment=gentle.comment)
    return replace(given, line=kept, change="↓ first month", why=why, last=usual.last, comment=line.comment)


def _rests(found: list[Prescription]) -> list[Prescription]:
    """Inside a superset the next line follows at once; the rest comes after the round."""
    return [
        replace(each, rest_seconds=0) if any(after.superset for after in found[at : at + 1]) else each
        for at, each in enumerate(found, start=1)
    ]


def _with_ramps(found: list[Prescription], ramps: list[int], known: Known) -> tuple[Prescription, ...]:
    """Put the computed warm-up sets where the file says `ramp`; without a known load there are none."""
    out = list(found)
    for at in reversed(ramps):
        lift = next((each for each in found[at:] if each.part is StepKind.WORK and each.sets), None)
        ramp = ramp_for(lift, known) if lift is not None else None
        if ramp is not None:
            out.insert(at, ramp)
    return tuple(out)


def ramp_for(lift: Prescription, known: Known) -> Prescription | None:
    """The warm-up sets of a lift (DOMAIN 2.10); None where it has no load or needs none."""
    exercise = known.catalogue.get(lift.exercise)
    load = read_load(lift.sets[0].load) if lift.sets else None
    if not isinstance(exercise, Exercise) or load is None or load.body or load.value is None:
        return None
    reps = int(lift.sets[0].reps or lift.sets[0].low or 8)
    sets = ramp_sets(exercise, load, reps, known.rack)
    if not sets:
        return None
    loads = [Load(value=each.load, unit=load.unit) for each in sets]
    groups = tuple(
        SetGroup(holds=(Hold(low=float(each.reps)),), load=weight)
        for each, weight in zip(sets, loads, strict=True)
    )
    targets = tuple(
        SetTarget(
            role=SetRole.WARM_UP,
            low=float(each.reps),
            high=None,
            reps=each.reps,
            load=format_load(weight),
            load_kg=kilograms(weight),
        )
        for each, weight in zip(sets, loads, strict=True)
    )
    return Prescription(
        line=SetsLine(name=lift.line.name if isinstance(lift.line, SetsLine) else lift.name, groups=groups),
        part=StepKind.WARM_UP,
        name=lift.name,
        exercise=lift.exercise,
        sets=targets,
        why=f"warm-up for {format_load(load)}",
        rest_seconds=RAMP_REST,
        minutes=len(sets) * (choices.SET_6_MINUTES + RAMP_REST / 60),
        rating=choices.RATING_6_WARM_UP,
    )


def ramp_sets(exercise: Exercise, load: Load, reps: int, rack: Rack) -> tuple[RampSet, ...]:
    """The warm-up sets before a working set of `reps` at `load`, as this exercise is loaded."""
    if rack.unit != load.unit:
        rack = LB_RACK if load.unit == "lb" else KG_RACK
    work = amount_of(load)
    bar = any(not way.isdisjoint({"barbell", "trap bar"}) for way in exercise.equipment)
    if bar and work > rack.bar:
        return warm_up_ramp(work, reps, rack, from_floor=exercise.id.endswith("deadlift") and reps <= 6)
    share, count = choices.RAMP_2_10_SECOND_LIFT
    step = FREE_STEP[rack.unit]
    light = floor(round(work * share / step, 6)) * step
    if bar:
        return second_lift_ramp(work, rack)
    if rack.dumbbells and any(not way.isdisjoint({"dumbbell", "dumbbells"}) for way in exercise.equipment):
        light = max((each for each in rack.dumbbells if each <= light), default=0.0)
    return (RampSet(load=light, reps=count),) if 0 < light < work else ()


def _summed(planned: PlannedSession, given: tuple[Prescription, ...], known: Known) -> PrescribedSession:
    work = [each for each in given if each.part is StepKind.WORK]
    words = words_of(work, known.catalogue)
    return PrescribedSession(
        planned=planned,
        prescriptions=given,
        kind=words.kind,
        minutes=sum(each.minutes for each in given),
        load=sum(each.load for each in given),
        contacts=sum(each.contacts for each in work),
        sprint_seconds=sum(each.sprint_seconds for each in work),
        run=words.run,
        place=words.place,
        lift=words.lift,
        jump=words.jump,
    )
