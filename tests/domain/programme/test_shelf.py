"""Every shelf programme, in its printed form and lived through for twelve weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybrid_tui.domain.exercise import Exercise, RunType
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.notation.programme_printing import print_programme
from hybrid_tui.domain.programme.outcome import past_lines
from hybrid_tui.domain.programme.plan import RunningPlan
from hybrid_tui.domain.programme.prescription import Known, Prescription
from hybrid_tui.domain.programme.schedule import begin_on, begin_today, planned_sessions
from hybrid_tui.domain.programme.session import PrescribedSession, prescribe_session
from hybrid_tui.domain.programme.summary import planned_summary, profile, week_sessions
from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus, SetRecord
from hybrid_tui.domain.workout import Circuit, Ramp, StepKind

from .build import SHELF, catalogue, programme, text_of

MONDAY = date(2026, 11, 23)
KNOWN = Known(catalogue=catalogue())

LOADS = {
    "hill-iron-3": (575, 638, 716, 414),
    "hill-iron-4": (1114, 1213, 1371, 656),
    "hill-iron-5": (1477, 1556, 1714, 893),
    "body-stairs-4": (721, 784, 892, 532),
    "race-keep-5": (1237, 1308, 1404, 886),
}
SETS = {
    "hill-iron-3": (27, 30, 34, 19),
    "hill-iron-4": (36, 39, 45, 22),
    "hill-iron-5": (43, 44, 48, 26),
    "body-stairs-4": (29, 31, 36, 20),
    "race-keep-5": (15, 16, 16, 8),
}
SPRINTS = {
    "hill-iron-3": (32, 40, 48, 24),
    "hill-iron-4": (60, 70, 80, 40),
    "hill-iron-5": (70, 80, 90, 50),
    "body-stairs-4": (60, 80, 100, 60),
    "race-keep-5": (32, 40, 48, 24),
}
CONTACTS = {"hill-iron-4": (12, 16, 20, 8), "hill-iron-5": (12, 16, 20, 8), "body-stairs-4": (35, 40, 50, 20)}
MUSCLES: dict[str, dict[str, float]] = {
    # Rows under a table stand for the pulldown that dumbbells and a bench do not have.
    "hill-iron-3": {"quads": 6, "hamstrings": 6, "glutes": 12, "chest": 5, "lats": 8, "upper_back": 8},
    "hill-iron-4": {"quads": 12, "hamstrings": 8.5, "glutes": 15.5, "chest": 6, "lats": 7, "upper_back": 9},
    "hill-iron-5": {"quads": 9, "hamstrings": 8.5, "glutes": 13, "chest": 7, "lats": 10, "upper_back": 7.5},
    "body-stairs-4": {"quads": 6, "hamstrings": 6.5, "glutes": 11, "chest": 6.5, "lats": 9},
}


def work(session: PrescribedSession) -> list[Prescription]:
    return [each for each in session.prescriptions if each.part is StepKind.WORK]


@pytest.mark.parametrize("programme_id", SHELF)
def test_the_files_are_in_printed_form(programme_id: str) -> None:
    assert print_programme(programme(programme_id)) == text_of(programme_id)


@pytest.mark.parametrize("programme_id", SHELF)
def test_each_line_can_be_done_with_what_the_header_names(programme_id: str) -> None:
    own = frozenset(programme(programme_id).equipment)
    for session in week_sessions(programme(programme_id), 1, KNOWN):
        for each in session.prescriptions:
            exercise = catalogue().get(each.exercise)
            if isinstance(exercise, Exercise) and "without" not in each.comment:
                assert exercise.possible_with(own), each.name


@pytest.mark.parametrize("programme_id", sorted(LOADS))
@pytest.mark.parametrize("week", [1, 2, 3, 4])
def test_weeks_weigh_what_the_reference_says(programme_id: str, week: int) -> None:
    sessions = week_sessions(programme(programme_id), week, KNOWN)
    lines = [each for session in sessions for each in work(session)]
    sets = sum(len(each.sets) for each in lines if not each.contacts)
    assert sets == SETS[programme_id][week - 1]
    assert round(sum(each.sprint_seconds for each in sessions)) == SPRINTS[programme_id][week - 1]
    contacts = sum(each.contacts for each in sessions)
    assert contacts == CONTACTS.get(programme_id, (0, 0, 0, 0))[week - 1]
    # The reference leaves the walks of the cool-down out; they are a few percent.
    load = sum(each.load for each in sessions)
    assert load == pytest.approx(LOADS[programme_id][week - 1], rel=0.05)


@pytest.mark.parametrize("programme_id", sorted(MUSCLES))
def test_the_fullest_week_trains_the_muscles_of_the_reference(programme_id: str) -> None:
    found = profile(programme(programme_id), KNOWN)
    assert found.week == 3
    assert {muscle: found.muscles[muscle] for muscle in MUSCLES[programme_id]} == MUSCLES[programme_id]
    assert found.days == int(programme_id[-1])


def test_no_sprints_and_no_jumps_for_first_steps() -> None:
    for programme_id in ("first-steps-2", "first-steps-3"):
        for week in (1, 2, 3, 4):
            for session in week_sessions(programme(programme_id), week, KNOWN):
                assert session.sprint_seconds == 0
                assert session.contacts == 0
                assert all((step.rpe or 0) <= 3 for each in work(session) for step in each.steps)


def test_kinds_and_cells() -> None:
    cells = [
        (each.kind, each.run, each.place, each.lift, each.jump)
        for each in week_sessions(programme("hill-iron-4"), 1, KNOWN)
    ]
    assert cells == [
        (SessionKind.LIFT, "", "", "lower", ""),
        (SessionKind.MIXED, "easy 30m", "", "upper", ""),
        (SessionKind.MIXED, "6×10s", "hill", "upper", "12"),
        (SessionKind.MIXED, "easy 25m", "", "lower", ""),
    ]
    jog = week_sessions(programme("race-keep-5"), 1, KNOWN)[4]
    assert jog.kind is SessionKind.RECOVERY
    easy = planned_summary(week_sessions(programme("body-stairs-4"), 1, KNOWN)[1], catalogue())
    assert (easy.kind, easy.run, easy.lift, easy.hard_run) == (SessionKind.RUN, "easy 24m", "core", False)


def lived(session: PrescribedSession, *, short: bool) -> SessionRecord:
    """The session as a person does it: all of it, or each last set and each last repeat left out."""
    key = session.planned.plan_key
    blocks = []
    for number, each in enumerate(session.prescriptions):
        assert not isinstance(each.line, Ramp)
        sets = tuple(
            SetRecord(
                id=f"{key}:{number}:{i}",
                block_id=f"{key}:{number}",
                position=i,
                role=target.role,
                reps=None if target.reps is None else (int(target.high or target.reps) - short),
                load=target.load or ("40kg" if each.asks_load else None),
                seconds=target.seconds,
                metres=target.metres,
            )
            for i, target in enumerate(each.sets)
        )
        steps = tuple(
            IntervalRecord(
                id=f"{key}:{number}:{i}",
                block_id=f"{key}:{number}",
                position=i,
                label=step.label,
                kind=step.kind.value,
                ends=step.ending.value,
                seconds=step.seconds,
                sprint=step.sprint,
                done=not (short and i == len(each.steps) - 1),
            )
            for i, step in enumerate(each.steps)
        )
        blocks.append(
            BlockRecord(
                id=f"{key}:{number}",
                session_id=key,
                position=number,
                line=print_line(each.line),
                name=each.name,
                exercise=each.exercise,
                timed=bool(each.steps),
                status=BlockStatus.DONE,
                sets=sets,
                intervals=steps,
            )
        )
    return SessionRecord(
        id=key,
        day=session.planned.day,
        name=session.planned.title,
        kind=session.kind,
        status=SessionStatus.DONE,
        slot=session.planned.slot,
        plan_key=key,
        blocks=tuple(blocks),
    )


def live(plan: RunningPlan, *, miss_every: int = 0, away_week: int = 0) -> list[PrescribedSession]:
    """Twelve weeks, session by session, each asked from the log of those before."""
    log: list[SessionRecord] = []
    asked: list[PrescribedSession] = []
    planned = planned_sessions(plan, plan.start, plan.start + timedelta(days=83))
    for number, each in enumerate(planned):
        known = replace(KNOWN, history=past_lines(plan, log))
        session = prescribe_session(each, known)
        asked.append(session)
        if each.place.number != away_week:
            log.append(lived(session, short=bool(miss_every) and number % miss_every == 0))
    return asked


@pytest.mark.parametrize("programme_id", SHELF)
def test_twelve_weeks_of_doing_everything_raise_and_stay_sane(programme_id: str) -> None:
    plan = begin_on(programme_id, programme(programme_id), MONDAY)
    asked = live(plan)
    first: dict[tuple[int, str | None], float] = {}
    for session in asked:
        assert 10 < session.minutes < 150
        for each in session.prescriptions:
            assert each.sets or each.steps
            assert not isinstance(each.line, Ramp | Circuit)
            text = print_line(each.line)
            assert print_line(parse_plan_line(text, names=catalogue())) == text
            if each.part is StepKind.WORK:
                assert each.why
                heaviest = max((target.load_kg or 0.0 for target in each.sets), default=0.0)
                begun = first.setdefault((session.planned.day_number, each.exercise), heaviest)
                if begun:
                    assert heaviest >= begun * 0.9
    changes = [each.change for session in asked for each in work(session)]
    assert any(change.startswith(("↑", "+")) for change in changes)
    assert sum(change == "↓ deload" for change in changes) > 0


def check(asked: list[PrescribedSession]) -> None:
    for session in asked:
        for each in session.prescriptions:
            assert all((target.reps or 1) >= 1 for target in each.sets)
            assert all((step.seconds or 1) > 0 for step in each.steps)


@pytest.mark.parametrize("programme_id", SHELF)
def test_twelve_weeks_with_misses_and_a_week_away(programme_id: str) -> None:
    plan = begin_today(programme_id, programme(programme_id), MONDAY + timedelta(days=3))
    check(live(plan, miss_every=3, away_week=5))


@pytest.mark.parametrize(("miss_every", "away_week"), [(2, 0), (1, 0), (0, 3)])
def test_the_same_log_always_asks_the_same(miss_every: int, away_week: int) -> None:
    plan = begin_today("hill-iron-3", programme("hill-iron-3"), MONDAY)
    asked = live(plan, miss_every=miss_every, away_week=away_week)
    check(asked)
    assert asked == live(plan, miss_every=miss_every, away_week=away_week)


def test_runs_and_sprints_grow_by_the_rules_from_block_to_block() -> None:
    asked = live(begin_on("hill-iron-3", programme("hill-iron-3"), MONDAY))
    hills = [each for each in asked if each.sprint_seconds]
    assert [each.run for each in hills] == [
        *("4×8s", "5×8s", "6×8s", "3×8s"),
        *("5×10s", "6×10s", "3×10s"),
        *("5×10s", "6×10s", "3×10s"),
        *("5×10s", "6×10s"),
    ]
    easy = [each.run for each in asked if each.run.startswith("easy")]
    assert easy == [f"easy {m}m" for m in (20, 22, 24, 18, 24, 26, 18, 26, 28, 18, 28, 30)]


def test_every_run_of_the_shelf_is_known() -> None:
    for programme_id in SHELF:
        for session in week_sessions(programme(programme_id), 1, KNOWN):
            for each in work(session):
                assert isinstance(catalogue().get(each.exercise), Exercise | RunType)
