"""A session that the morning does not allow, on a later free day: which one, and what the week then looks like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hybrid_tui.coach import deciding, following, mornings, moving, offers, sheets, week_rules
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.calendar import day_words, monday_of, week_days
from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.interference.findings import Finding, Severity
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.programme.plan import PlannedSession, RunningPlan
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.session_facts import TRAINED
from hybrid_tui.store import reads_plan, reads_sessions
from hybrid_tui.store.database import Store

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
AHEAD = 10
"""Days ahead in which a free one is looked for; later than that it is another week's work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """One day of the week as it would be."""

    day: date
    words: str
    """What stands there; `rest` where nothing does."""
    changed: bool = False
    """Whether it is the day that gives or the day that takes."""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDay:
    """Where a session would go."""

    plan_key: str
    title: str
    day: date
    instead: str = offers.INSTEAD
    """What today is for then: something easy, or the title of the session that comes in its place."""
    back_key: str = ""
    """The plan key of that session; empty where nothing comes back."""
    week: tuple[WeekLine, ...]
    """From Monday, or from today where it goes to another week, to the end of the week that takes it."""
    finding: str = ""
    """A rule that warns only because of the move; empty where none does."""
    mend: str = ""


def proposed(store: Store, library: Library, moment: Moment) -> NewDay | None:
    """Where today's waiting session would go; None without one, or without a day for it. Raises StoreError."""
    with store.snapshot():
        plan = following.running_plan(store, library)
        planned = sheets.waiting_session(store, plan, moment.day) if plan is not None else None
        return None if plan is None or planned is None else new_day(store, library, plan, planned)


def new_day(store: Store, library: Library, plan: RunningPlan, planned: PlannedSession) -> NewDay | None:
    """Where it can go so that no rule blocks and, if there is such a day, none warns anew. Raises StoreError.

    A free day comes first, then a day whose session is light for the legs and can be done today in its place.
    """
    start = planned.day
    taken = reads_sessions.taken_plan_keys(store, plan.programme_id)
    opens = monday_of(start, first_day=plan.anchor.weekday())
    waiting = moving.waiting(plan, start, opens + 3 * WEEK, taken)
    others = [each for each in waiting if each.plan_key != planned.plan_key]
    rules = _Rules(store, library, plan, opens, [*others, planned])
    before = {
        _key(each, start, start) for each in rules.findings([*others, planned], start, start + AHEAD * DAY)
    }
    best: tuple[int, _Place, Finding | None] | None = None
    for place in _places(planned, others, rules):
        new = [
            each
            for each in rules.findings(place.waiting(planned, others), start, place.day)
            if _key(each, place.day, start) not in before
        ]
        if any(each.severity is Severity.BLOCK for each in new):
            continue
        if best is None or len(new) < best[0]:
            best = len(new), place, next(iter(new), None)
        if not new:
            break
    if best is None:
        return None
    _, place, finding = best
    return NewDay(
        plan_key=planned.plan_key,
        title=planned.title or "Session",
        day=place.day,
        instead=place.back.title or "Session" if place.back is not None else offers.INSTEAD,
        back_key=place.back.plan_key if place.back is not None else "",
        week=_week(start, place.day, place.waiting(planned, others), rules.sessions, opens),
        finding=finding.sentence if finding is not None else "",
        mend=finding.mend if finding is not None else "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A day that is tried, and the session that would come back for it."""

    day: date
    back: PlannedSession | None = None

    def waiting(self, planned: PlannedSession, others: Sequence[PlannedSession]) -> list[PlannedSession]:
        """What the plan would ask."""
        back = self.back
        kept = [each for each in others if back is None or each.plan_key != back.plan_key]
        returned = [] if back is None else [replace(back, day=planned.day)]
        return [*kept, *returned, replace(planned, day=self.day)]


def _places(planned: PlannedSession, others: Sequence[PlannedSession], rules: _Rules) -> list[_Place]:
    days = [planned.day + ahead * DAY for ahead in range(1, AHEAD + 1)]
    on = {day: [each for each in others if each.day == day] for day in days}
    free = [_Place(day=day) for day in days if not on[day]]
    light = [
        _Place(day=day, back=on[day][0])
        for day in days
        if len(on[day]) == 1 and rules.ready[on[day][0].plan_key].leg_class is LegClass.C
    ]
    return [*free, *light]


def take(store: Store, library: Library, moment: Moment) -> Outcome:
    """Move today's session to that day and keep the choice: one action. Raises NothingThere and StoreError."""
    plan = following.running_plan(store, library)
    planned = sheets.waiting_session(store, plan, moment.day) if plan is not None else None
    found = new_day(store, library, plan, planned) if plan is not None and planned is not None else None
    if plan is None or planned is None or found is None:
        raise NothingThere("No day within ten can take it by the rules. Nothing was changed.")
    morning = mornings.morning(store, moment.day)
    with store.write(f"move {found.title} to {day_words(found.day)}") as writer:
        moving.put(store, writer, moment, plan, planned, found.day)
        if found.back_key:
            back = sheets.find_planned(plan, found.back_key)
            if back is not None:
                moving.put(store, writer, moment, plan, back, moment.day)
        deciding.keep(
            writer,
            moment,
            kind=offers.KIND,
            offered=f"{planned.plan_key} {morning.band} {morning.score}",
            taken=f"{offers.MOVED} {found.day.isoformat()}",
        )
    return Outcome(words=f"{found.title} goes to {day_words(found.day)}. Today: {found.instead}.")


class _Rules:
    """The rules of the weeks around, asked again for every day that is tried."""

    def __init__(
        self,
        store: Store,
        library: Library,
        plan: RunningPlan,
        opens: date,
        waiting: Sequence[PlannedSession],
    ) -> None:
        self.plan = plan
        self.opens = opens
        self.catalogue = library.catalogue
        self.settings = reads_plan.settings(store)
        back = week_rules.LOOK_BACK
        self.sessions = reads_sessions.sessions_between(store, opens - back - WEEK, opens + 3 * WEEK)
        self.places = week_rules.places_between(plan, opens - back, opens + 3 * WEEK)
        self.ready = {each.plan_key: week_rules.as_training(each, self.catalogue) for each in waiting}

    def findings(self, waiting: Sequence[PlannedSession], start: date, day: date) -> list[Finding]:
        """What warns or blocks in the weeks from `start` to `day`."""
        weeks = [self.opens + number * WEEK for number in range((day - self.opens) // WEEK + 1)]
        return [
            each
            for first in weeks
            for each in week_rules.findings(
                first,
                self.sessions,
                self.plan,
                self.places,
                [one for one in waiting if one.day < first + 2 * WEEK],
                self.settings,
                self.catalogue,
                self.ready,
            )
            if each.severity >= Severity.WARN and each.day >= start
        ]


def _key(finding: Finding, there: date, here: date) -> tuple[str, date, date | None]:
    """What is told by itself of the session goes along with it from `here` to there: that is nothing new."""
    day = here if finding.day == there else finding.day
    other = here if finding.other_day == there else finding.other_day
    return finding.id, day, other


def _week(
    start: date, day: date, waiting: Sequence[PlannedSession], sessions: Sequence[SessionRecord], opens: date
) -> tuple[WeekLine, ...]:
    """The days up to the end of the week that takes the session; what was done stands as it was."""
    first = opens if day < opens + WEEK else start
    ends = opens + ((day - opens) // WEEK + 1) * WEEK
    titles: dict[date, list[str]] = {}
    for record in sessions:
        if record.status in TRAINED and first <= record.day < ends:
            titles.setdefault(record.day, []).append(record.name)
    done = set(titles)
    for each in waiting:
        titles.setdefault(each.day, []).append(each.title or "Session")
    titles.setdefault(start, [offers.INSTEAD])
    days = [each for number in (0, 1) for each in week_days(opens + number * WEEK) if first <= each < ends]
    return tuple(
        WeekLine(
            day=each,
            words=", ".join(titles.get(each, ["rest"])),
            changed=each in (start, day),
            done=each in done,
        )
        for each in days
    )
