"""What the training rules are told about a week, and what they answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from hybrid_tui.domain.calendar import week_days
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.interference.findings import Finding, LastSprints, PastWeek, Setting
from hybrid_tui.domain.interference.rules import check_week, shown
from hybrid_tui.domain.load import strain
from hybrid_tui.domain.programme.plan import PlannedSession, RunningPlan, WeekPlace
from hybrid_tui.domain.programme.prescription import Known
from hybrid_tui.domain.programme.schedule import week_of_day, week_places, week_starts
from hybrid_tui.domain.programme.session import prescribe_session
from hybrid_tui.domain.programme.summary import training_session
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.training import FAST, STEADY, TrainingDay, TrainingSession
from hybrid_tui.domain.training_build import recorded_training

WEEKS_BACK = 6
"""Weeks before that ramps and strain are compared with (CT-12, CT-25)."""
LOOK_BACK = timedelta(days=7 * WEEKS_BACK)
"""The days before a week that its rules look at."""
WEEK = timedelta(days=7)
LONGEST_WITHIN = timedelta(days=30)
"""Where the longest run is looked for (CT-11)."""
LEVELS = ("beginner", "intermediate", "advanced")


def places_between(plan: RunningPlan, first: date, last: date) -> dict[date, WeekPlace]:
    """The week of the programme that each day from `first` to `last` belongs to, in one walk through it."""
    found: dict[date, WeekPlace] = {}
    for place in week_places(plan.programme, plan.changes, since=week_of_day(plan, first - WEEK)):
        opens = week_starts(plan, place.number)
        if opens is None or opens > last:
            break
        if opens > first - timedelta(days=7):
            found.update({day: place for day in week_days(opens) if first <= day <= last})
    return found


def findings(
    first: date,
    sessions: Sequence[SessionRecord],
    plan: RunningPlan | None,
    places: Mapping[date, WeekPlace],
    waiting: Sequence[PlannedSession],
    settings: dict[str, object],
    catalogue: Catalogue,
    ready: Mapping[str, TrainingSession] | None = None,
    as_trained: Callable[[SessionRecord, Catalogue], TrainingSession | None] = recorded_training,
) -> tuple[Finding, ...]:
    """What the rules say about the seven days from `first`, the gravest first.

    `sessions` reach back over `LOOK_BACK` and a week beyond; `waiting` are the planned ones that can still be
    done. A planned session whose day has passed is not counted: it did not happen. `places` says which week of
    the programme a day belongs to. `ready` holds planned sessions, by plan key, that were worked out already;
    `as_trained` may know recorded ones.
    """
    trained: dict[date, list[TrainingSession]] = {}
    for record in sessions:
        found = as_trained(record, catalogue)
        if found is not None:
            trained.setdefault(record.day, []).append(found)
    if not waiting and not any(day in trained for day in week_days(first)):
        return ()
    asked = {planned.day: [] for planned in waiting}  # type: dict[date, list[TrainingSession]]
    for planned in waiting:
        found = (ready or {}).get(planned.plan_key) or as_training(planned, catalogue)
        asked[planned.day].append(found)
    span = [first + timedelta(days=offset) for offset in range(-7, 14)]
    training = [TrainingDay(date=day, sessions=(*trained.get(day, ()), *asked.get(day, ()))) for day in span]
    # For a week to come, what is planned before it counts as done by then.
    before = {day: found for day, found in asked.items() if day < first}
    behind = {day: [*trained.get(day, ()), *before.get(day, ())] for day in {*trained, *before}}
    return shown(check_week(training, first, _setting(first, behind, plan, places, settings)))


def as_training(planned: PlannedSession, catalogue: Catalogue) -> TrainingSession:
    """A planned session as the rules see it, for a person of whom nothing is known."""
    return training_session(prescribe_session(planned, Known(catalogue=catalogue)), catalogue)


def _setting(
    first: date,
    trained: dict[date, list[TrainingSession]],
    plan: RunningPlan | None,
    places: Mapping[date, WeekPlace],
    settings: dict[str, object],
) -> Setting:
    level = settings.get("level") or (plan.programme.level if plan else "")
    goal = settings.get("goal") or (plan.programme.goal if plan else "")
    past = _past(first, trained, places, None if plan is None else plan.start)
    known = [week.load for week in past if week.load is not None and not week.deload]
    off = _days_off(first, trained)
    return Setting(
        level=str(level) if level in LEVELS else "intermediate",
        goal=str(goal) if goal in ("endurance", "hybrid", "muscle", "lean") else "hybrid",
        deload=_lightened(places, first),
        longest_run=_longest_run(first, trained),
        last_sprints=_last_sprints(first, trained, places),
        past=past,
        race=next((race.day for race in plan.programme.races if race.day >= first), None) if plan else None,
        days_off=off,
        usual_load=sum(known) / len(known) if known else None,
    )


def _past(
    first: date,
    trained: dict[date, list[TrainingSession]],
    places: Mapping[date, WeekPlace],
    begun: date | None,
) -> tuple[PastWeek, ...]:
    """The weeks before, from the first that holds any training on.

    The week in which the plan was `begun` after its first day is no measure of load: it is a part of one.
    """
    found: list[PastWeek] = []
    for back in range(WEEKS_BACK, 0, -1):
        opens = first - timedelta(days=7 * back)
        days = [TrainingDay(date=day, sessions=tuple(trained.get(day, ()))) for day in week_days(opens)]
        if not found and not any(day.sessions for day in days):
            continue
        loads = [day.load for day in days]
        known = [load for load in loads if load is not None]
        whole = len(known) == 7 and not (begun is not None and days[0].date < begun <= days[-1].date)
        found.append(
            PastWeek(
                load=sum(known) if whole else None,
                sets=sum(block.hard_sets for day in days for block in day.blocks),
                deload=_lightened(places, opens),
                strain=strain(known) if whole else None,
            )
        )
    return tuple(found)


def _lightened(places: Mapping[date, WeekPlace], day: date) -> bool:
    return day in places and places[day].deload > 0


def _days_off(first: date, trained: dict[date, list[TrainingSession]]) -> int:
    """Days without training right before the week; 0 where nothing is known of the time before."""
    last = max((day for day in trained if day < first), default=None)
    return 0 if last is None else (first - last).days - 1


def _longest_run(first: date, trained: dict[date, list[TrainingSession]]) -> float | None:
    runs = [
        block.run_minutes or block.minutes or 0.0
        for day, sessions in trained.items()
        if first - LONGEST_WITHIN <= day < first
        for session in sessions
        for block in session.blocks
        if block.work in STEADY and block.run_class is not LegClass.A
    ]
    return max(runs, default=None)


def _last_sprints(
    first: date, trained: dict[date, list[TrainingSession]], places: Mapping[date, WeekPlace]
) -> dict[str, LastSprints]:
    """The last session of each kind of sprint; those of a deload are light by intent and no measure."""
    found: dict[str, LastSprints] = {}
    for day in sorted(day for day in trained if day < first):
        if _lightened(places, day):
            continue
        for session in trained[day]:
            for block in session.blocks:
                if block.work in FAST and block.exercise:
                    found[block.exercise] = LastSprints(repeats=block.repeats, seconds=block.sprint_seconds)
    return found
