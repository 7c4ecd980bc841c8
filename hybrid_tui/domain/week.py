"""Records folded into a week: what was planned, what was done, how hard, how evenly, and what it fed on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from hybrid_tui.domain import load as loads
from hybrid_tui.domain.calendar import week_days
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.cells import Cell
from hybrid_tui.domain.counts import add_muscles
from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.nutrition import DayType, Exclusion, Goal, protein_target
from hybrid_tui.domain.record import BodyWeight, CheckIn, Food, SessionRecord
from hybrid_tui.domain.recovery import Band, readiness
from hybrid_tui.domain.session_facts import SessionSummary, summarise
from hybrid_tui.domain.set_record import SessionKind, SessionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSummary:
    """What the plan asks on one day, as far as the week shows it."""

    day: date
    name: str
    kind: SessionKind
    plan_key: str
    slot: str = ""
    minutes: float | None = None
    """Expected length."""
    load: float | None = None
    """Expected session load, AU."""
    leg_load: float | None = None
    leg_class: LegClass = LegClass.C
    hard_run: bool = False
    run: str = ""
    """Words of its run cell: `8×12s`, `easy 35m`; empty without a run."""
    place: str = ""
    """`hill`, `stairs` or empty."""
    lift: str = ""
    """`upper`, `lower`, `full`."""
    jump: str = ""
    """Landings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diet:
    """What the protein target is made from."""

    goal: Goal = Goal.HYBRID
    weights: tuple[BodyWeight, ...] = ()
    """In any order; the latest up to a day counts for it."""
    excluded: Exclusion | None = None

    def kg_on(self, day: date) -> float | None:
        """Body weight of a day in kilograms: the last known up to it, else the first one after."""
        ordered = sorted(self.weights, key=lambda weight: (weight.day, weight.at_us or 0))
        before = [weight for weight in ordered if weight.day <= day]
        if before:
            return before[-1].kg
        return ordered[0].kg if ordered else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySummary:
    """One day of a week. None says that it is not known."""

    date: date
    sessions: tuple[SessionSummary, ...] = ()
    sleep_minutes: int | None = None
    protein_g: float | None = None
    protein_target_g: int | None = None
    readiness: int | None = None
    band: Band | None = None

    @property
    def load(self) -> float | None:
        """Session load in AU; 0 on a day without training, None when a session's is unknown."""
        return _sum(session.load for session in self.sessions if session.trained)

    @property
    def leg_load(self) -> float | None:
        """Leg load in AU, as `load`."""
        return _sum(session.leg_load for session in self.sessions if session.trained)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekTotals:
    """A week's sums. None where something that was done is not known."""

    sets: int
    sprint_seconds: float
    contacts: int
    minutes: float | None
    easy_minutes: float
    run_minutes: float
    load: float | None
    leg_load: float | None
    monotony: float | None
    strain: float | None
    known_load: float
    """The sum of the loads that are known, for «at least»."""
    planned: int
    """Sessions the plan asked for, those done included."""
    done: int
    partial: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Seven days and what they come to."""

    monday: date
    """The first day, whatever weekday the week begins with."""
    days: tuple[DaySummary, ...]
    totals: WeekTotals
    muscles: dict[str, float] = field(default_factory=dict)
    """Fractional hard sets by muscle."""
    stress: dict[str, float] = field(default_factory=dict)
    """What runs and jumps asked of each muscle, 0-3 a line, added up; beside the sets and never among them."""


def _sum(values: Iterable[float | None]) -> float | None:
    known = list(values)
    if any(value is None for value in known):
        return None
    return sum(value for value in known if value is not None)


def fold_week(
    monday: date,
    sessions: Sequence[SessionRecord],
    catalogue: Catalogue,
    *,
    planned: Sequence[PlannedSummary] = (),
    checks: Sequence[CheckIn] = (),
    foods: Sequence[Food] = (),
    diet: Diet | None = None,
) -> Week:
    """The week of seven days from `monday`.

    Records outside it are passed over, so that `checks` may reach back the 28 days that readiness looks at. A
    planned session is merged with the record of its `plan_key`, on whatever day of the week that was done.
    """
    asked = {plan.plan_key: plan for plan in planned}
    span = week_days(monday)
    inside = [session for session in sessions if span[0] <= session.day <= span[-1]]
    taken = {session.plan_key for session in inside}
    by_day: dict[date, list[SessionSummary]] = {day: [] for day in span}
    for session in inside:
        by_day[session.day].append(_with_plan(summarise(session, catalogue), asked))
    for plan in planned:
        if plan.day in by_day and plan.plan_key not in taken:
            by_day[plan.day].append(planned_session(plan))
    mornings = {check.day: check for check in checks}
    days = tuple(
        _day(day, tuple(sorted(by_day[day], key=_slot_order)), mornings, foods, diet) for day in span
    )
    muscles: dict[str, float] = {}
    stress: dict[str, float] = {}
    for day_summary in days:
        for summary in day_summary.sessions:
            add_muscles(muscles, summary.muscles)
            add_muscles(stress, summary.stress)
    return Week(
        monday=monday,
        days=days,
        totals=total(days),
        muscles=muscles,
        stress=stress,
    )


def _slot_order(session: SessionSummary) -> int:
    return {"am": 0, "pm": 2}.get(session.slot, 1)


def _with_plan(summary: SessionSummary, asked: Mapping[str, PlannedSummary]) -> SessionSummary:
    plan = asked.get(summary.plan_key or "")
    if plan is None:
        return summary
    return replace(
        summary,
        planned_load=plan.load if summary.planned_load is None else summary.planned_load,
        planned_leg_load=plan.leg_load,
        # A session that was not done still says what it would have been.
        run=summary.run or (None if summary.trained else _cell(plan.run, summary.status, plan.place)),
        lift=summary.lift or (None if summary.trained else _cell(plan.lift, summary.status)),
        jump=summary.jump or (None if summary.trained else _cell(plan.jump, summary.status)),
    )


def _cell(text: str, status: SessionStatus, place: str = "") -> Cell | None:
    return Cell(text=text, status=status, place=place) if text else None


def planned_session(plan: PlannedSummary) -> SessionSummary:
    """A planned session that has no record yet; nothing of it is done."""
    status = SessionStatus.PLANNED
    return SessionSummary(
        name=plan.name,
        kind=plan.kind,
        status=status,
        slot=plan.slot,
        plan_key=plan.plan_key,
        planned_load=plan.load,
        planned_leg_load=plan.leg_load,
        leg_class=plan.leg_class,
        hard_run=plan.hard_run,
        run=_cell(plan.run, status, plan.place),
        lift=_cell(plan.lift, status),
        jump=_cell(plan.jump, status),
    )


def day_type(sessions: Iterable[SessionSummary]) -> DayType:
    """What a day's training asks of the protein target (2.14); a planned session counts as if it was done."""
    counted = [s for s in sessions if s.trained or s.status is SessionStatus.PLANNED]
    hard = any(session.hard_run for session in counted)
    lift = any(session.lift is not None or session.sets for session in counted)
    if hard and lift:
        return DayType.BOTH
    if hard or lift:
        return DayType.HARD_RUN if hard else DayType.LIFT
    moved = any(session.kind is not SessionKind.RECOVERY for session in counted)
    return DayType.EASY if moved else DayType.REST


def _day(
    day: date,
    sessions: tuple[SessionSummary, ...],
    mornings: Mapping[date, CheckIn],
    foods: Sequence[Food],
    diet: Diet | None,
) -> DaySummary:
    check = mornings.get(day)
    ready = None if check is None else readiness(check, tuple(mornings.values()))
    eaten = [food.grams for food in foods if food.day == day]
    target = None
    if diet is not None:
        target = protein_target(diet.kg_on(day), diet.goal, day_type(sessions), excluded=diet.excluded).grams
    return DaySummary(
        date=day,
        sessions=sessions,
        sleep_minutes=None if check is None else check.slept_minutes,
        protein_g=sum(eaten) if eaten else None,
        protein_target_g=target,
        readiness=None if ready is None else ready.score,
        band=None if ready is None else ready.band,
    )


def total(days: Sequence[DaySummary]) -> WeekTotals:
    """Sums over days; monotony and strain only over days whose load is known (2.3)."""
    sessions = [session for day in days for session in day.sessions]
    trained = [session for session in sessions if session.trained]
    day_loads = [day.load for day in days]
    known = [value for value in day_loads if value is not None]
    complete = len(known) == len(days)
    return WeekTotals(
        sets=sum(session.sets for session in trained),
        sprint_seconds=sum(session.sprint_seconds for session in trained),
        contacts=sum(session.contacts for session in trained),
        minutes=_sum(session.minutes for session in trained),
        easy_minutes=sum(session.easy_minutes for session in trained),
        run_minutes=sum(session.run_minutes for session in trained),
        load=_sum(session.load for session in trained),
        leg_load=_sum(session.leg_load for session in trained),
        monotony=loads.monotony(known) if complete else None,
        strain=loads.strain(known) if complete else None,
        known_load=sum(session.load or 0.0 for session in trained),
        planned=sum(session.plan_key is not None for session in sessions),
        done=sum(session.status in {SessionStatus.DONE, SessionStatus.MINIMUM} for session in sessions),
        partial=sum(session.status in {SessionStatus.PARTIAL, SessionStatus.OPEN} for session in sessions),
    )
