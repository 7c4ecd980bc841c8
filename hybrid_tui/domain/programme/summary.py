"""A planned session as the week and the shelf show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hybrid_tui.domain import choices
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.counts import add_muscles, muscle_sets
from hybrid_tui.domain.exercise import Exercise, LegClass, RunType
from hybrid_tui.domain.load import leg_factor
from hybrid_tui.domain.programme.lighter import leg_classes
from hybrid_tui.domain.programme.prescription import Known, Prescription
from hybrid_tui.domain.programme.schedule import begin_on, planned_sessions
from hybrid_tui.domain.programme.session import PrescribedSession, prescribe_session
from hybrid_tui.domain.session_facts import hardest
from hybrid_tui.domain.training import TrainingSession
from hybrid_tui.domain.training_build import planned_training
from hybrid_tui.domain.week import PlannedSummary
from hybrid_tui.domain.workout import StepKind
from hybrid_tui.domain.written_programme import Programme

LEAST_HARD_RPE = 10 - choices.HARD_SET_2_11_MOST_RIR
"""Sets asked below this effort are not hard sets."""
SOME_MONDAY = date(2024, 1, 1)
"""Weeks of a profile are laid out from here; no date of it is ever shown."""


def planned_summary(session: PrescribedSession, catalogue: Catalogue) -> PlannedSummary:
    """The session as far as a week's grid shows it."""
    classes = leg_classes(session.prescriptions, catalogue)
    runs = [
        leg_class
        for each, leg_class in zip(session.prescriptions, classes, strict=True)
        if each.part is StepKind.WORK and isinstance(catalogue.get(each.exercise), RunType)
    ]
    return PlannedSummary(
        day=session.planned.day,
        name=session.planned.title,
        kind=session.kind,
        plan_key=session.planned.plan_key,
        slot=session.planned.slot,
        minutes=session.minutes,
        load=session.load,
        leg_load=sum(each.load * _leg_factor(each, catalogue) for each in session.prescriptions),
        leg_class=hardest([*classes, LegClass.C]),
        hard_run=session.sprint_seconds > 0 or any(each is not LegClass.C for each in runs),
        run=session.run,
        place=session.place,
        lift=session.lift,
        jump=session.jump,
    )


def training_session(session: PrescribedSession, catalogue: Catalogue) -> TrainingSession:
    """The session as the training rules see it: its working lines, in the order of doing."""
    work = [each for each in session.prescriptions if each.part is StepKind.WORK]
    warm = sum(each.minutes for each in session.prescriptions if each.part is StepKind.WARM_UP)
    return planned_training(
        session.planned.title,
        [each.line for each in work],
        catalogue,
        slot=session.planned.slot,
        load=session.load,
        warm_up_minutes=warm,
        key=session.planned.plan_key,
    )


def _leg_factor(each: Prescription, catalogue: Catalogue) -> float:
    if each.part is StepKind.COOL_DOWN:
        return choices.LEG_FACTOR_2_18["walk"]
    vest = any("vest" in (step.place or "") for step in each.steps)
    return leg_factor(catalogue.get(each.exercise), vest=vest)


def muscles_of(prescriptions: Iterable[Prescription], catalogue: Catalogue) -> dict[str, float]:
    """Fractional hard sets by muscle that these lines ask (DOMAIN 2.11)."""
    total: dict[str, float] = {}
    for each in prescriptions:
        exercise = catalogue.get(each.exercise)
        if each.part is not StepKind.WORK or not isinstance(exercise, Exercise):
            continue
        hard = sum(1 for target in each.sets if target.rpe is None or target.rpe >= LEAST_HARD_RPE)
        add_muscles(total, muscle_sets(exercise, hard))
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a programme asks in one week, for the shelf."""

    week: int
    days: int
    sessions: int
    minutes: float
    """Of all sessions together."""
    longest: float
    """Minutes of the longest session."""
    load: float
    """AU."""
    sprint_seconds: float
    contacts: int
    run_minutes: float
    """Work lines that are runs, with their recoveries."""
    sets: int
    muscles: dict[str, float]
    """Fractional hard sets."""


def week_sessions(programme: Programme, week: int, known: Known) -> tuple[PrescribedSession, ...]:
    """The sessions of one week of the file (from 1), for a person of whom nothing is known."""
    plan = begin_on("shelf", programme, SOME_MONDAY)
    first = SOME_MONDAY + timedelta(days=7 * (week - 1))
    fresh = replace(known, history={})
    return tuple(
        prescribe_session(each, fresh) for each in planned_sessions(plan, first, first + timedelta(days=6))
    )


def profile(programme: Programme, known: Known) -> Profile:
    """The fullest loading week of a programme."""
    deloads = dict(programme.deloads)
    weeks = [week for week in range(1, programme.weeks + 1) if week not in deloads]
    return max((_profile(programme, week, known) for week in weeks or [1]), key=lambda each: each.load)


def _profile(programme: Programme, week: int, known: Known) -> Profile:
    sessions = week_sessions(programme, week, known)
    work = [each for s in sessions for each in s.prescriptions if each.part is StepKind.WORK]
    lifts = [each for each in work if each.sets and not each.contacts]
    return Profile(
        week=week,
        days=len({each.planned.day for each in sessions}),
        sessions=len(sessions),
        minutes=sum(each.minutes for each in sessions),
        longest=max((each.minutes for each in sessions), default=0.0),
        load=sum(each.load for each in sessions),
        sprint_seconds=sum(each.sprint_seconds for each in sessions),
        contacts=sum(each.contacts for each in sessions),
        run_minutes=sum(
            each.minutes for each in work if isinstance(known.catalogue.get(each.exercise), RunType)
        ),
        sets=sum(len(each.sets) for each in lifts),
        muscles=muscles_of(work, known.catalogue),
    )
