"""Sessions of the programme on other days, let go, and asked for again. Each deed is one action to undo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hybrid_tui.coach import planning
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.coach.plan_changes import DAY, WEEK, changes_of, plan_in_hand, planned_session, remove, save
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.interference.findings import Finding, Severity
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.programme.plan import PlannedSession, RunningPlan
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.domain.text import clean
from hybrid_tui.store import reads_sessions
from hybrid_tui.store.database import Store
from hybrid_tui.store.writer import Writer

SKIP_REASONS = {"t": "time", "i": "illness", "p": "pain", "v": "travel", "o": "other"}
"""Why a session is let go, by the key that says so. Illness and travel excuse it."""
EXCUSES = frozenset({"illness", "travel"})


def move_session(store: Store, library: Library, moment: Moment, plan_key: str, day: date) -> Outcome:
    """Put a planned session on another day, today at the earliest. Raises NothingThere and StoreError.

    Back on its own day it counts as never moved.
    """
    plan, session = _movable(store, library, moment, plan_key, day)
    words = f"{session.title or 'the session'} to {day_words(day)}"
    with store.write(f"move {words}") as writer:
        put(store, writer, moment, plan, session, day)
    return Outcome(words=f"Moved {words}")


def move_within_rules(
    store: Store,
    library: Library,
    moment: Moment,
    plan_key: str,
    day: date,
    week: int | None = None,
    known: frozenset[tuple[str, date, date | None]] = frozenset(),
) -> Outcome | Finding:
    """As `move_session`, unless a rule then blocks that is not among the `known`: it is given, nothing is stored.

    `week` is one of the round in which the rules are asked, None for that of today. Raises NothingThere and
    StoreError.
    """
    _, session = _movable(store, library, moment, plan_key, day)
    view = planning.with_move(store, library, moment, session, day, week)
    for each in view.findings if view is not None else ():
        if each.severity is Severity.BLOCK and each.key not in known:
            return each
    return move_session(store, library, moment, plan_key, day)


def _movable(
    store: Store, library: Library, moment: Moment, plan_key: str, day: date
) -> tuple[RunningPlan, PlannedSession]:
    plan = plan_in_hand(store, library)
    session = planned_session(store, plan, plan_key)
    if day < moment.day:
        raise NothingThere("A day that has passed cannot be planned for. Nothing was changed.")
    return plan, session


def swap_in(store: Store, library: Library, moment: Moment, plan_key: str) -> Outcome:
    """Do a session that was missed today; what today asked for goes to the next free day.

    Raises NothingThere and StoreError.
    """
    plan = plan_in_hand(store, library)
    session = planned_session(store, plan, plan_key)
    taken = reads_sessions.taken_plan_keys(store, plan.programme_id)
    displaced = [each for each in waiting(plan, moment.day, moment.day, taken) if each.plan_key != plan_key]
    free = next_free(plan, moment.day + DAY, taken)
    there = f", {_titles(displaced)} to {day_words(free)}" if displaced else ""
    words = f"{session.title or 'the session'} to today{there}"
    with store.write(f"move {words}") as writer:
        put(store, writer, moment, plan, session, moment.day)
        for each in displaced:
            put(store, writer, moment, plan, each, free)
    return Outcome(words=f"Moved {words}")


def next_free(plan: RunningPlan, first: date, taken: frozenset[str]) -> date:
    """The first day from `first` on, within a fortnight, that asks for nothing; else `first` itself."""
    busy = {each.day for each in waiting(plan, first, first + 2 * WEEK, taken)}
    days = (first + timedelta(days=offset) for offset in range(14))
    return next((day for day in days if day not in busy), first)


def skip(store: Store, library: Library, moment: Moment, plan_key: str, reason: str) -> Outcome:
    """Let a planned session go, with a reason. Raises NothingThere and StoreError."""
    plan = plan_in_hand(store, library)
    session = planned_session(store, plan, plan_key)
    why = clean(reason, limit=200).strip()
    words = f"{session.title or 'the session'} of {day_words(session.day)}"
    with store.write(f"skip {words}") as writer:
        kind = "excused" if why in EXCUSES else "skipped"
        save(store, writer, moment, plan, kind, plan_key=plan_key, reason=why)
    return Outcome(words=f"Skipped {words}" + (f": {why}" if why else ""))


def ask_again(store: Store, library: Library, moment: Moment, plan_key: str) -> Outcome:
    """Take the skip of a session back, however long ago it was. Raises NothingThere and StoreError."""
    plan = plan_in_hand(store, library)
    session = planned_session(store, plan, plan_key)
    words = f"{session.title or 'the session'} of {day_words(session.day)}"
    with store.write(f"ask again for {words}") as writer:
        changes = changes_of(store, plan)
        remove(writer, [c for c in changes if c.plan_key == plan_key and c.kind in ("skipped", "excused")])
    return Outcome(words=f"Asked again: {words}")


def waiting(plan: RunningPlan, first: date, last: date, taken: frozenset[str]) -> list[PlannedSession]:
    """The sessions planned from `first` to `last` that can still be done; `taken` are keys with a record."""
    return [
        each
        for each in planned_sessions(plan, first, last)
        if not each.skipped and each.plan_key not in taken
    ]


def put(
    store: Store, writer: Writer, moment: Moment, plan: RunningPlan, session: PlannedSession, day: date
) -> None:
    """Write down that a session stands on another day; only where that is not its own."""
    own = session.moved_from or session.day
    before = [
        each for each in changes_of(store, plan) if each.kind == "moved" and each.plan_key == session.plan_key
    ]
    remove(writer, before)
    if day != own:
        save(store, writer, moment, plan, "moved", plan_key=session.plan_key, to_day=day)


def _titles(sessions: Sequence[PlannedSession]) -> str:
    return " and ".join(each.title or "the session" for each in sessions)
