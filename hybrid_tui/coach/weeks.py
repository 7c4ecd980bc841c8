"""One week, asked once: what was planned, what was done, what the rules say about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from hybrid_tui.coach import following, week_rules, weeks_looked_at
from hybrid_tui.coach.exclusions import exclusion_of
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.week_parts import as_written, week_parts
from hybrid_tui.coach.weeks_kept import streak
from hybrid_tui.domain.calendar import monday_of, week_days
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.nutrition import Goal
from hybrid_tui.domain.programme.plan import PlannedSession
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.domain.programme.session import prescribe_session
from hybrid_tui.domain.programme.summary import planned_summary
from hybrid_tui.domain.record import BodyWeight, CheckIn, Food, SessionRecord
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.week import Diet, PlannedSummary, Week, fold_week
from hybrid_tui.domain.week_against import WeekFigures, figures_of, mean_of
from hybrid_tui.domain.week_view import WeekView, with_skips
from hybrid_tui.store import reads_days, reads_plan, reads_sessions
from hybrid_tui.store.database import Store

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
USUAL_WEEKS = 4
"""Weeks before one that it can be held against."""
BASELINE = timedelta(days=28)
"""How far back the person's own usual readiness is looked for (DOMAIN 7.2)."""


def week(store: Store, library: Library, moment: Moment, first: date | None = None) -> WeekView:
    """The seven days from `first`, or this week where that is None; any day may be the first.

    What was looked at is kept until something is written: then it is one question to the file, else a fixed
    number of them, however long the log is. Raises StoreError.
    """
    with store.snapshot():
        return weeks_looked_at.week(
            store, library, moment, first, lambda: _worked_out(store, library, moment, first)
        )


def usual(store: Store, library: Library, moment: Moment, first: date) -> WeekFigures | None:
    """The mean of the four times seven days before `first`, as far as the log reaches; None before its beginning.

    Raises StoreError.
    """
    with store.snapshot():
        span = reads_sessions.session_days(store)
        begins = [first - number * WEEK for number in range(1, USUAL_WEEKS + 1)]
        known = [each for each in begins if span is not None and each + WEEK > span[0]]
        if not known:
            return None
        asked = _Asked(store, library, moment, reads_plan.settings(store), known[-1] + WEEK)
        diary = asked.diary(until=first - DAY)
        return mean_of([figures_of(asked.fold(each, diary, ())) for each in known])


def _worked_out(store: Store, library: Library, moment: Moment, first: date | None) -> WeekView:
    with store.snapshot():
        settings = reads_plan.settings(store)
        begins = monday_of(moment.day, first_day=week_start(settings))
        opens = begins if first is None else first
        asked = _Asked(store, library, moment, settings, opens)
        return asked.view(rolling=opens != monday_of(opens, first_day=week_start(settings)))


def week_start(settings: Mapping[str, object]) -> int:
    """The weekday on which the person's weeks begin, 0 for Monday to 6 for Sunday; Monday unless set."""
    value = settings.get("week_starts")
    words = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    if isinstance(value, str) and value[:3].casefold() in words:
        return words.index(value[:3].casefold())
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 7 else 0


def sessions_on(store: Store, library: Library, moment: Moment, on: date) -> tuple[SessionRecord, ...]:
    """The sessions of a day as records: those that were done, and what the plan still asks, not yet done."""
    from hybrid_tui.domain.sheet_blocks import to_records  # late: only an opened day asks

    with store.snapshot():
        done = reads_sessions.sessions_between(store, on, on)
        plan = following.running_plan(store, library)
        if plan is None:
            return done
        taken = reads_sessions.taken_plan_keys(store, plan.programme_id)
        rack = following.rack_of(reads_plan.settings(store))
        waiting: list[SessionRecord] = []
        for planned in planned_sessions(plan, on, on):
            if planned.plan_key in taken or any(planned.plan_key == each.plan_key for each in done):
                continue
            asked = following.prescribe(store, library, plan, planned, rack=rack)
            waiting.append(
                SessionRecord(
                    id="",
                    day=on,
                    name=planned.title or "Session",
                    kind=asked.kind,
                    status=SessionStatus.SKIPPED if planned.skipped else SessionStatus.PLANNED,
                    slot=planned.slot,
                    plan_key=planned.plan_key,
                    minutes=asked.minutes,
                    planned_load=asked.load,
                    zone=moment.zone,
                    blocks=to_records(asked.prescriptions, "", lambda: ""),
                )
            )
        return (*done, *waiting)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Diary:
    """What was written down in the weeks that matter."""

    sessions: tuple[SessionRecord, ...]
    checks: tuple[CheckIn, ...]
    foods: tuple[Food, ...]
    diet: Diet


class _Asked:
    """The questions of one week and their answers."""

    def __init__(
        self, store: Store, library: Library, moment: Moment, settings: dict[str, object], first: date
    ) -> None:
        self.store = store
        self.library = library
        self.moment = moment
        self.settings = settings
        self.first = first
        self.last = first + WEEK - DAY
        self.plan = following.running_plan(store, library)
        self.parts = week_parts(store, library)

    def view(self, *, rolling: bool) -> WeekView:
        """The answers as one value."""
        diary = self.diary()
        planned = self._planned(diary.sessions)
        before = self.fold(self.first - WEEK, diary, ())
        found = self.fold(self.first, diary, planned)
        places = (
            week_rules.places_between(self.plan, self.first - week_rules.LOOK_BACK, self.last)
            if self.plan is not None
            else {}
        )
        return WeekView(
            week=found,
            today=self.moment.day,
            before=before,
            findings=week_rules.findings(
                self.first,
                diary.sessions,
                self.plan,
                places,
                self._waiting(),
                self.settings,
                self.library.catalogue,
                as_trained=self.parts.training,
            ),
            kept=self._kept(),
            rest_days=self._rest_days(frozenset(places)),
            rolling=rolling,
        )

    def fold(
        self,
        first: date,
        diary: _Diary,
        planned: Sequence[tuple[PlannedSession, PlannedSummary]],
    ) -> Week:
        """The seven days from `first` as one value."""
        folded = fold_week(
            first,
            diary.sessions,
            self.library.catalogue,
            planned=[summary for _, summary in planned],
            checks=diary.checks,
            foods=diary.foods,
            diet=diary.diet,
        )
        let_go = {
            each.plan_key: SessionStatus.EXCUSED if each.excused else SessionStatus.SKIPPED
            for each, _ in planned
            if each.skipped
        }
        return with_skips(folded, let_go)

    def diary(self, until: date | None = None) -> _Diary:
        """What was written down from the week before on; `until` is another last day than the week's."""
        store, before, last = self.store, self.first - WEEK, until or self.last
        kept = reads_days.weights(store, before, last)
        earlier = reads_days.latest_weight(store, before - DAY)
        if earlier is None and not kept:
            earlier = reads_days.latest_weight(store, self.moment.day)
        return _Diary(
            sessions=reads_sessions.sessions_between(store, before, last + WEEK)
            if until
            else self._sessions_around(),
            checks=reads_days.checkins(store, before - BASELINE, last),
            foods=reads_days.foods(store, before, last),
            diet=_diet(self.settings, kept if earlier is None else (earlier, *kept)),
        )

    def _sessions_around(self) -> tuple[SessionRecord, ...]:
        """As far back as the rules look, and a week beyond."""
        return self.parts.sessions(self.store, self.first - week_rules.LOOK_BACK, week_rules.WEEKS_BACK + 2)

    def _planned(
        self, recorded: Sequence[SessionRecord]
    ) -> tuple[tuple[PlannedSession, PlannedSummary], ...]:
        """The plan's sessions of the week with their summaries; sums of those to come as they will be asked."""
        if self.plan is None:
            return ()
        # A session that was done on a day of another week is that week's.
        inside = {each.plan_key for each in recorded if self.first <= each.day <= self.last}
        asked = [
            each
            for each in self.near
            if each.day <= self.last and (each.plan_key not in self.taken or each.plan_key in inside)
        ]
        coming = [each for each in asked if each.day >= self.moment.day and each.plan_key not in self.taken]
        rack = following.rack_of(self.settings)
        known = (
            following.known_for(self.store, self.library, self.plan, coming, rack=rack) if coming else None
        )
        gentle = bool(coming) and following.is_first_month(self.store, self.plan)
        found = []
        for each in asked:
            if known is not None and each in coming:
                session = prescribe_session(each, known, first_month=gentle)
                found.append((each, planned_summary(session, self.library.catalogue)))
            else:
                found.append((each, as_written(self.library, self.plan, each, rack, first_month=gentle)))
        return tuple(found)

    @cached_property
    def near(self) -> tuple[PlannedSession, ...]:
        """The plan's sessions of the week and the next."""
        return () if self.plan is None else planned_sessions(self.plan, self.first, self.last + WEEK)

    @cached_property
    def taken(self) -> frozenset[str]:
        """Plan keys among them that have a record already, wherever it stands."""
        return reads_sessions.taken_among(self.store, [each.plan_key for each in self.near])

    def _waiting(self) -> tuple[PlannedSession, ...]:
        """Planned sessions that can still be done, of this week and the next."""
        if self.last < self.moment.day:
            return ()
        return tuple(
            each
            for each in self.near
            if each.day >= self.moment.day and not each.skipped and each.plan_key not in self.taken
        )

    def _kept(self) -> int | None:
        if self.plan is None:
            return None
        opens = monday_of(self.last, first_day=week_start(self.settings))
        return streak(self.store, self.plan, opens, self.moment.day, self.parts.met)

    def _rest_days(self, in_plan: frozenset[date]) -> frozenset[date]:
        """Days of the plan on which it asks for nothing."""
        plan = self.plan
        if plan is None:
            return frozenset()
        asked = {each.day for each in self.near}
        return frozenset(
            each
            for each in week_days(self.first)
            if each >= plan.start and each not in asked and each in in_plan
        )


def _diet(settings: dict[str, object], weights: tuple[BodyWeight, ...]) -> Diet:
    goal = settings.get("goal")
    return Diet(
        goal=next((each for each in Goal if each == goal), Goal.HYBRID),
        weights=weights,
        excluded=exclusion_of(settings),
    )
