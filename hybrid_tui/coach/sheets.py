"""The sheet of a day: the session in hand, else what the plan asks, else what the day is for."""

from __future__ import annotations

from datetime import date, timedelta

from hybrid_tui.coach import following, mornings, offers
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.calendar import day_words, monday_of
from hybrid_tui.domain.counts import contacts_of, is_working
from hybrid_tui.domain.load import session_load
from hybrid_tui.domain.minimum import MINIMUM
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.plates import Rack
from hybrid_tui.domain.programme.plan import PlannedSession, RunningPlan
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.domain.sheet import Sheet, SheetState, When
from hybrid_tui.domain.sheet_blocks import from_record, to_records
from hybrid_tui.store import reads_plan, reads_sessions
from hybrid_tui.store.database import Store

ENDED = frozenset(
    {
        SessionStatus.DONE,
        SessionStatus.PARTIAL,
        SessionStatus.MINIMUM,
        SessionStatus.SKIPPED,
        SessionStatus.EXCUSED,
    }
)
"""Sessions with which the day's plan is settled."""

REST_ADVICE = (
    "Rest is where the training becomes muscle.",
    "A walk or ten minutes of mobility is fine; sprints and heavy legs are not.",
    "Protein to target, an early night.",
)
DONE_ADVICE = (
    "Protein within the next hours, water with it.",
    "The morning check tomorrow says how it was taken.",
)


def work_out(store: Store, library: Library, moment: Moment) -> Sheet:
    """What Today shows at `moment`, from the log and the plan. Raises StoreError."""
    with store.snapshot():
        own = rack(store)
        plan = following.running_plan(store, library)
        in_hand = reads_sessions.open_session(store)
        if in_hand is not None:
            found = of_record(in_hand, library, own, plan)
        else:
            found = _of_day(store, library, moment.day, plan, own)
        left = found.day if found.day < moment.day else reads_sessions.told_and_left(store, moment.day)
        return _finished(store, library, moment, found._replace(left_day=left), plan)


def of_other_day(store: Store, library: Library, moment: Moment, today: date) -> Sheet:
    """The sheet of `moment.day`, a day before or after `today`. Raises StoreError.

    What is open there and was told without a clock goes on; a day ahead shows what the plan asks.
    """
    day = moment.day
    with store.snapshot():
        own = rack(store)
        plan = following.running_plan(store, library)
        told = [
            record
            for record in reads_sessions.sessions_between(store, day, day)
            if record.status is SessionStatus.OPEN
        ]
        if told and day <= today:
            found = of_record(told[-1], library, own, plan)
        else:
            found = _of_day(store, library, day, plan, own)
        when = When.PAST if day < today else When.AHEAD
        advice = found.advice if found.state is SheetState.REST and when is When.AHEAD else ()
        found = _finished(store, library, moment, found._replace(offer=None), plan)
        return found._replace(when=when, advice=advice)


def of_record(record: SessionRecord, library: Library, rack: Rack, plan: RunningPlan | None = None) -> Sheet:
    """A session of the record as a sheet."""
    blocks = tuple(
        from_record(block, library.catalogue, rack)
        for block in sorted(record.blocks, key=lambda each: each.position)
    )
    sprint = sum(
        interval.seconds or 0.0
        for block in record.blocks
        for interval in block.intervals
        if interval.sprint and interval.kind == "work"
    )
    minutes = sum(block.minutes or 0.0 for block in record.blocks) or None
    return Sheet(
        day=record.day,
        state=SheetState.OPEN if record.status is SessionStatus.OPEN else SheetState.DONE,
        title=record.name,
        programme=plan.programme.title if plan is not None and record.plan_key else "",
        place=_place_of_key(library, plan, record.plan_key),
        session_id=record.id,
        plan_key=record.plan_key,
        slot=record.slot,
        kind=record.kind,
        status=record.status,
        minutes=minutes if record.status is SessionStatus.OPEN else record.minutes,
        load=record.planned_load,
        began_us=record.began_us,
        zone=record.zone,
        blocks=blocks,
        note=record.note,
        minimum=record.reason == MINIMUM,
        sprint_seconds=sprint,
        contacts=_contacts(record, library),
        rpe=record.rpe,
        load_so_far=session_load(record.minutes, record.rpe),
    )


def of_plan(store: Store, library: Library, plan: RunningPlan, planned: PlannedSession, rack: Rack) -> Sheet:
    """A planned session as a sheet, before it is opened."""
    prescribed = following.prescribe(store, library, plan, planned, rack=rack)
    lines = offers.as_decided(store, library, prescribed, planned.day)
    records = to_records(lines, "", lambda: "")
    blocks = tuple(from_record(block, library.catalogue, rack)._replace(id=None) for block in records)
    return Sheet(
        day=planned.day,
        state=SheetState.PLANNED,
        title=planned.title or "Session",
        programme=plan.programme.title,
        place=place_words(plan, planned),
        plan_key=planned.plan_key,
        slot=planned.slot,
        kind=prescribed.kind,
        minutes=sum(line.minutes for line in lines),
        load=sum(line.load for line in lines),
        blocks=blocks,
        offer=offers.offer(store, library, prescribed, mornings.morning(store, planned.day), plan),
    )


def place_words(plan: RunningPlan, planned: PlannedSession) -> str:
    """`week 2 of 4 · day 2`, and `deload` in a deload week."""
    place = planned.place
    days = sorted(set(_training_days(plan, planned)) | {planned.day_number})
    words = f"week {place.week} of {plan.programme.weeks} · day {days.index(planned.day_number) + 1}"
    return f"{words} · deload" if place.deload else words


def _training_days(plan: RunningPlan, planned: PlannedSession) -> list[int]:
    return [
        each.day_number
        for each in planned_sessions(plan, planned.day - timedelta(days=6), planned.day + timedelta(days=6))
        if each.place.number == planned.place.number
    ]


def _place_of_key(library: Library, plan: RunningPlan | None, plan_key: str | None) -> str:
    if plan is None or not plan_key or not plan_key.startswith(f"{plan.programme_id}/"):
        return ""

    def place() -> str:
        planned = find_planned(plan, plan_key)
        return place_words(plan, planned) if planned is not None else ""

    return library.latest("place", (plan, plan_key), place)


def find_planned(plan: RunningPlan, plan_key: str) -> PlannedSession | None:
    """The planned session of that key, wherever it was moved to; None when the plan no longer has it."""
    from hybrid_tui.domain.programme.schedule import week_starts  # late: only a session in hand asks

    number = int(plan_key.split("/")[1])
    opens = week_starts(plan, number)
    moved = {move.plan_key: move.day for move in plan.changes.moves}
    if plan_key in moved:
        day = moved[plan_key]
        found = planned_sessions(plan, day, day)
    elif opens is not None:
        found = planned_sessions(plan, opens, opens + timedelta(days=13))
    else:
        return None
    return next((each for each in found if each.plan_key == plan_key), None)


def _of_day(store: Store, library: Library, day: date, plan: RunningPlan | None, rack: Rack) -> Sheet:
    done = reads_sessions.sessions_between(store, day, day)
    if plan is not None:
        waiting = waiting_session(store, plan, day)
        if waiting is not None:
            return of_plan(store, library, plan, waiting, rack)
    trained = [record for record in done if record.status in ENDED]
    if trained:
        return of_record(trained[-1], library, rack, plan)._replace(advice=DONE_ADVICE)
    if plan is None:
        return _without_plan(store, day)
    moved = _moved_off(store, plan, day)
    return Sheet(
        day=day,
        state=SheetState.REST,
        title="Easy day" if moved else "Rest day",
        programme=plan.programme.title,
        kind=SessionKind.RECOVERY,
        advice=(*moved, *REST_ADVICE),
        rest_answered=offers.rest_answered(store, day),
        easy_instead=bool(moved),
    )


def _without_plan(store: Store, day: date) -> Sheet:
    """A day for which nothing is asked; a programme whose text nobody can read any more is named."""
    free = Sheet(day=day, state=SheetState.FREE, title="No plan today")
    row = reads_plan.programme(store)
    if row is None:
        return free
    said = f"The text of {row.name} cannot be read, so nothing is planned: 5 Plan says where."
    return free._replace(programme=row.name, advice=(said,))


def _moved_off(store: Store, plan: RunningPlan, day: date) -> tuple[str, ...]:
    """Where the day's session went in the morning, and what the day is for instead."""
    moved = offers.moved_today(store, day)
    planned = find_planned(plan, moved[0]) if moved is not None else None
    if moved is None or planned is None or planned.day == day:
        return ()
    name = planned.title or "The session"
    return (f"{name} waits until {day_words(planned.day)}. Today: {offers.INSTEAD}, or upper body.",)


def rack(store: Store) -> Rack:
    """The person's bar and plates."""
    return following.rack_of(reads_plan.settings(store))


def waiting_session(store: Store, plan: RunningPlan, day: date) -> PlannedSession | None:
    """The first session planned for a day that has no record and was not skipped."""
    planned = planned_sessions(plan, day, day)
    taken = reads_sessions.taken_among(store, [each.plan_key for each in planned])
    return next((each for each in planned if not each.skipped and each.plan_key not in taken), None)


def taken_keys(store: Store, plan: RunningPlan) -> frozenset[str]:
    """Keys of the planned sessions that have a record already."""
    return reads_sessions.taken_plan_keys(store, plan.programme_id)


def _finished(
    store: Store, library: Library, moment: Moment, found: Sheet, plan: RunningPlan | None
) -> Sheet:
    """What the day adds to any sheet: the week's landings, what comes next, the morning."""
    monday = monday_of(moment.day)
    week = reads_sessions.sessions_between(store, monday, moment.day)
    following_session = _next(store, library, plan, moment.day, found)
    morning = mornings.morning(store, moment.day)
    return found._replace(
        contacts_week=sum(_contacts(record, library) for record in week),
        next_title=(following_session.title or "Session") if following_session else "",
        next_day=following_session.day if following_session else None,
        readiness=morning.score,
        band=morning.band,
        advice=(*((morning.stop,) if morning.stop else ()), *found.advice),
    )


def _next(
    store: Store, library: Library, plan: RunningPlan | None, day: date, found: Sheet
) -> PlannedSession | None:
    if plan is None:
        return None
    ahead = library.latest(
        "ahead", (plan, day), lambda: planned_sessions(plan, day, day + following.LOOK_AHEAD)
    )
    taken = reads_sessions.taken_among(store, [each.plan_key for each in ahead]) | {found.plan_key or ""}
    return next((each for each in ahead if not each.skipped and each.plan_key not in taken), None)


def _contacts(record: SessionRecord, library: Library) -> int:
    return sum(
        contacts_of(library.catalogue.get(block.exercise), done)
        for block in record.blocks
        for done in block.sets
        if is_working(done)
    )
