"""No shelf programme, lived through for twelve weeks, breaks a rule that blocks or warns."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybrid_tui.domain.interference.findings import Finding, LastSprints, PastWeek, Setting, Severity
from hybrid_tui.domain.interference.rules import check_week
from hybrid_tui.domain.programme.outcome import past_lines
from hybrid_tui.domain.programme.prescription import Known
from hybrid_tui.domain.programme.schedule import begin_today, planned_sessions
from hybrid_tui.domain.programme.session import PrescribedSession, prescribe_session
from hybrid_tui.domain.programme.summary import training_session
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.training import FAST, STEADY, TrainingDay

from .build import SHELF, catalogue, programme
from .test_shelf import lived

MONDAY = date(2026, 11, 23)
WEEKS = 12


def asked_for(
    programme_id: str, *, first_month: bool, today: date, weeks: int = WEEKS
) -> list[PrescribedSession]:
    plan = begin_today(programme_id, programme(programme_id), today)
    log: list[SessionRecord] = []
    asked = []
    for each in planned_sessions(plan, plan.start, plan.start + timedelta(days=7 * weeks - 1)):
        known = Known(catalogue=catalogue(), history=past_lines(plan, log))
        session = prescribe_session(each, known, first_month=first_month)
        asked.append(session)
        log.append(lived(session, short=False))
    return asked


def days_of(asked: list[PrescribedSession], first: date, count: int) -> tuple[TrainingDay, ...]:
    dates = [first + timedelta(days=i) for i in range(count)]
    return tuple(
        TrainingDay(
            date=day,
            sessions=tuple(training_session(s, catalogue()) for s in asked if s.planned.day == day),
        )
        for day in dates
    )


def findings(programme_id: str, *, first_month: bool, today: date, weeks: int = WEEKS) -> list[Finding]:
    asked = asked_for(programme_id, first_month=first_month, today=today, weeks=weeks)
    days = days_of(asked, today, 7 * weeks)
    text = programme(programme_id)
    longest: list[tuple[date, float]] = []
    sprints: dict[str, LastSprints] = {}
    past: list[PastWeek] = []
    found: list[Finding] = []
    deloads = {s.planned.place.number for s in asked if s.planned.deload}
    for week in range(weeks):
        here = days[7 * week : 7 * week + 7]
        first = here[0].date
        recent = [minutes for day, minutes in longest if (first - day).days <= 30]
        setting = Setting(
            level=text.level,
            goal=text.goal,
            deload=week + 1 in deloads,
            longest_run=max(recent, default=None),
            last_sprints=dict(sprints),
            past=tuple(past),
            running_weeks=week if first_month else week + 4,
        )
        span = days[max(0, 7 * week - 7) : 7 * week + 14]
        found += [each for each in check_week(span, first, setting) if each.severity >= Severity.WARN]
        blocks = [(day.date, block) for day in here for block in day.blocks]
        longest += [(day, block.run_minutes) for day, block in blocks if block.work in STEADY]
        loading = week + 1 not in deloads
        sprints |= {
            block.exercise or "": LastSprints(repeats=block.repeats, seconds=block.sprint_seconds)
            for _, block in blocks
            if block.work in FAST and loading
        }
        load = sum(day.load or 0.0 for day in here)
        sets = sum(block.hard_sets for _, block in blocks)
        past.append(PastWeek(load=load, sets=sets, deload=not loading))
    return found


@pytest.mark.parametrize("programme_id", SHELF)
def test_nothing_blocks_and_nothing_warns(programme_id: str) -> None:
    assert findings(programme_id, first_month=False, today=MONDAY) == []


@pytest.mark.parametrize("programme_id", [each for each in SHELF if not each.startswith("race")])
def test_first_month_doses_keep_the_rules_too(programme_id: str) -> None:
    assert findings(programme_id, first_month=True, today=MONDAY + timedelta(days=4)) == []


@pytest.mark.slow
@pytest.mark.parametrize("programme_id", ["hill-iron-3", "hill-iron-5"])
def test_a_year_of_doing_everything_is_never_blocked(programme_id: str) -> None:
    found = findings(programme_id, first_month=False, today=MONDAY, weeks=52)
    assert [each for each in found if each.severity is Severity.BLOCK] == []
