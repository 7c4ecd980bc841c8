"""What a day of recovery is read from, and the day that is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from hybrid_tui.coach import deloading, following, mornings, recovery_day, recovery_past
from hybrid_tui.coach.exclusions import exclusion_of
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.recovery_day import RecoveryDay
from hybrid_tui.coach.recovery_folds import REST_AHEAD, is_hard, is_rest, next_rest, past_days
from hybrid_tui.coach.recovery_past import PastWeeks
from hybrid_tui.coach.weeks import week_start
from hybrid_tui.domain import choices
from hybrid_tui.domain.checklist import ChecklistDay, checklist
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.nutrition import DayType, ProteinTarget, protein_target
from hybrid_tui.domain.own_items import own_items
from hybrid_tui.domain.programme.plan import PlannedSession, RunningPlan
from hybrid_tui.domain.programme.prescription import Known
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.domain.programme.session import prescribe_session
from hybrid_tui.domain.programme.summary import planned_summary
from hybrid_tui.domain.record import CheckIn, Food
from hybrid_tui.domain.recovery import pulse_rise
from hybrid_tui.domain.red_flags import ComingBack
from hybrid_tui.domain.session_facts import SessionSummary, summarise
from hybrid_tui.domain.set_record import SessionKind
from hybrid_tui.domain.week import Diet, PlannedSummary, day_type, planned_session
from hybrid_tui.store import reads_days, reads_plan, reads_sessions
from hybrid_tui.store.database import Store

_WEEK = timedelta(days=6)
_DAY = timedelta(days=1)


@dataclass(kw_only=True)
class DayRead:
    """All that a day is folded from; read at one point in time."""

    day: date
    today: date
    settings: dict[str, object]
    checks: tuple[CheckIn, ...]
    """As far back as the own baseline looks."""
    foods: tuple[Food, ...]
    """Of seven days."""
    ticked: frozenset[str]
    plan: RunningPlan | None
    planned: Sequence[PlannedSession]
    summaries: dict[date, list[SessionSummary]]
    """What was done and what still stands in the plan, by day."""
    asked: Sequence[PlannedSummary]
    """What still stands in the plan, up to the day after."""
    diet: Diet
    past: PastWeeks
    back: ComingBack | None
    deload: str

    @property
    def first(self) -> date:
        """The first of the seven days that end with this one."""
        return self.day - _WEEK

    @cached_property
    def kind(self) -> DayType:
        """What the day's training is."""
        return day_type(self.summaries[self.day])

    @cached_property
    def target(self) -> ProteinTarget:
        """The day's protein."""
        return protein_target(
            self.diet.kg_on(self.day), self.diet.goal, self.kind, excluded=self.diet.excluded
        )

    @cached_property
    def facts(self) -> ChecklistDay:
        """What the list is made of."""
        today = self.summaries[self.day]
        morning = next((check for check in self.checks if check.day == self.day), None)
        return ChecklistDay(
            day=self.day,
            slept_minutes=morning.slept_minutes if morning is not None else None,
            sleep_target_minutes=_sleep_target(self.settings),
            foods=tuple(food for food in self.foods if food.day == self.day),
            protein_target=self.target.grams,
            ticked=self.ticked,
            moved=any(each.trained and each.kind is SessionKind.RECOVERY for each in today),
            rest_day=is_rest(self.plan, self.planned, self.day),
            trained=any(each.trained and each.kind is not SessionKind.RECOVERY for each in today),
            next_rest=next_rest(self.plan, self.planned, self.day),
            hard_today=sum(is_hard(each) for each in today),
            hard_tomorrow=sum(is_hard(each) for each in self._after),
            contacts_yesterday=sum(each.contacts for each in self.summaries[self.day - _DAY] if each.trained),
            own=own_items(self.settings),
            kind=self.kind,
        )

    def view(self) -> RecoveryDay:
        """The day as the screen shows it."""
        morning = mornings.of_checks(self.checks, self.day, back=self.back)
        check = morning.check or CheckIn(day=self.day)
        return RecoveryDay(
            day=self.day,
            today=self.today,
            morning=morning,
            checks=tuple(each for each in self.checks if each.day < self.day),
            pulse_rise=pulse_rise(check, self.checks),
            items=checklist(self.facts),
            ticked=self.ticked,
            foods=self.facts.foods,
            own_foods=recovery_day.own_foods(self.settings),
            protein=self.target,
            kg=self.diet.kg_on(self.day),
            goal=self.diet.goal,
            past=self.past,
            deload=self.deload,
            excluded=self.diet.excluded,
            lb=self.settings.get("units") == "lb",
            sleep_target_minutes=self.facts.sleep_target_minutes,
            week=past_days(self.first, self.checks, self.foods, self.diet, self.summaries),
            sore=recovery_day.sore_groups(check.sore),
            tomorrow=recovery_day.tomorrow_words(self._after, follows_plan=self.plan is not None),
        )

    @property
    def _after(self) -> list[PlannedSummary]:
        return [each for each in self.asked if each.day == self.day + _DAY]


def read(store: Store, library: Library, moment: Moment, day: date) -> DayRead:
    """Read a day; the caller holds the snapshot. Raises StoreError."""
    first = day - _WEEK
    settings = reads_plan.settings(store)
    checks = reads_days.checkins(store, first - mornings.BASELINE, day)
    plan = following.running_plan(store, library)
    planned = planned_sessions(plan, first, day + timedelta(days=REST_AHEAD)) if plan is not None else []
    asked = _asked(store, library, plan, planned, day + _DAY)
    deload = deloading.hint(store, library, moment) if day == moment.day else None
    return DayRead(
        day=day,
        today=moment.day,
        settings=settings,
        checks=checks,
        foods=reads_days.foods(store, first, day),
        ticked=reads_days.ticks(store, day),
        plan=plan,
        planned=planned,
        summaries=_by_day(store, library, asked, first, day),
        asked=asked,
        diet=_diet(store, settings, first, max(day, moment.day)),
        past=recovery_past.past(store, library, day, first_day=week_start(settings)),
        back=mornings.coming_back(store, checks, day),
        deload=deload.words if deload is not None else "",
    )


def _sleep_target(settings: dict[str, object]) -> int:
    found = settings.get("sleep_target_minutes")
    return found if isinstance(found, int) else choices.SLEEP_2_15_TARGET_MINUTES


def _diet(store: Store, settings: dict[str, object], first: date, last: date) -> Diet:
    before = reads_days.latest_weight(store, first)
    since = reads_days.weights(store, first, last)
    return Diet(
        goal=recovery_day.goal_of(settings),
        weights=(*((before,) if before is not None else ()), *since),
        excluded=exclusion_of(settings),
    )


def _by_day(
    store: Store, library: Library, asked: Sequence[PlannedSummary], first: date, last: date
) -> dict[date, list[SessionSummary]]:
    """What was done and what still stands in the plan."""
    found: dict[date, list[SessionSummary]] = {first + n * _DAY: [] for n in range((last - first).days + 1)}
    for session in reads_sessions.sessions_between(store, first, last):
        found[session.day].append(summarise(session, library.catalogue))
    for each in asked:
        if each.day in found:
            found[each.day].append(planned_session(each))
    return found


def _asked(
    store: Store, library: Library, plan: RunningPlan | None, planned: Sequence[PlannedSession], last: date
) -> list[PlannedSummary]:
    if plan is None:
        return []
    taken = reads_sessions.taken_plan_keys(store, plan.programme_id)
    waiting = [p for p in planned if p.day <= last and not p.skipped and p.plan_key not in taken]
    # What a session is, hard or easy, run or lift, needs no log: only its loads in kilograms would differ.
    known = Known(catalogue=library.catalogue, rack=following.rack_of(reads_plan.settings(store)))
    return [planned_summary(prescribe_session(each, known), library.catalogue) for each in waiting]
