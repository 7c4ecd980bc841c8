"""What is changed in the programme in hand: days, pauses, weeks, its end. Each change is one action to undo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from hybrid_tui.coach import following, programmes
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.programme.plan import PlannedSession, RunningPlan, WeekChangeKind
from hybrid_tui.domain.programme.schedule import FURTHEST_WEEK, planned_sessions, week_starts
from hybrid_tui.domain.text import clean
from hybrid_tui.store import reads_plan, reads_sessions, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import PlanChange, ProgrammeRow
from hybrid_tui.store.writer import Writer

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
NO_PLAN = "There is no programme in hand. Nothing was changed."
SKIP_REASONS = {"t": "time", "i": "illness", "p": "pain", "v": "travel", "o": "other"}
"""Why a session is let go, by the key that says so. Illness and travel excuse it."""
EXCUSES = frozenset({"illness", "travel"})
PAUSE_REASONS = {"i": "illness", "t": "travel", "o": "other"}
"""Why the plan waits, by the key that says so. Each excuses the days without it."""


def move_session(store: Store, library: Library, moment: Moment, plan_key: str, day: date) -> Outcome:
    """Put a planned session on another day, today at the earliest. Raises NothingThere and StoreError.

    Back on its own day it counts as never moved.
    """
    plan = _plan(store, library)
    session = _planned(store, plan, plan_key)
    if day < moment.day:
        raise NothingThere("A day that has passed cannot be planned for. Nothing was changed.")
    words = f"{session.title or 'the session'} to {day_words(day)}"
    with store.write(f"move {words}") as writer:
        put(store, writer, moment, plan, session, day)
    return Outcome(words=f"Moved {words}")


def swap_in(store: Store, library: Library, moment: Moment, plan_key: str) -> Outcome:
    """Do a session that was missed today; what today asked for goes to the next free day.

    Raises NothingThere and StoreError.
    """
    plan = _plan(store, library)
    session = _planned(store, plan, plan_key)
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
    plan = _plan(store, library)
    session = _planned(store, plan, plan_key)
    why = clean(reason, limit=200).strip()
    words = f"{session.title or 'the session'} of {day_words(session.day)}"
    with store.write(f"skip {words}") as writer:
        kind = "excused" if why in EXCUSES else "skipped"
        _save(store, writer, moment, plan, kind, plan_key=plan_key, reason=why)
    return Outcome(words=f"Skipped {words}" + (f": {why}" if why else ""))


def ask_again(store: Store, library: Library, moment: Moment, plan_key: str) -> Outcome:
    """Take the skip of a session back, however long ago it was. Raises NothingThere and StoreError."""
    plan = _plan(store, library)
    session = _planned(store, plan, plan_key)
    words = f"{session.title or 'the session'} of {day_words(session.day)}"
    with store.write(f"ask again for {words}") as writer:
        changes = _changes(store, plan)
        _remove(writer, [c for c in changes if c.plan_key == plan_key and c.kind in ("skipped", "excused")])
    return Outcome(words=f"Asked again: {words}")


def pause(store: Store, library: Library, moment: Moment, first: date, reason: str = "") -> Outcome:
    """Halt the plan from a day on, for a reason. What follows waits whole weeks, so that weekdays stay.

    Raises NothingThere and StoreError.
    """
    plan = _plan(store, library)
    if any(each.last is None for each in plan.changes.pauses):
        raise NothingThere("The plan is paused already. Nothing was changed.")
    why = clean(reason, limit=200).strip()
    with store.write(f"pause the plan from {day_words(first)}") as writer:
        _save(store, writer, moment, plan, "paused", detail=first.isoformat(), reason=why)
    return Outcome(words=f"The plan waits from {day_words(first)} on{f': {why}' if why else ''}.")


def resume(store: Store, library: Library, moment: Moment, day: date) -> Outcome:
    """Go on with the plan on a day: what was due when it was paused comes then or on its weekday after.

    Raises NothingThere where nothing is paused, and StoreError.
    """
    plan = _plan(store, library)
    open_ = [each for each in _changes(store, plan) if each.kind == "paused" and each.to_day is None]
    if not open_:
        raise NothingThere("The plan is not paused. Nothing was changed.")
    with store.write(f"go on with the plan {day_words(day)}") as writer:
        for change in open_:
            last = day - DAY
            if last < date.fromisoformat(change.detail):
                writes.remove(writer, PlanChange, change.id)
            else:
                writes.change(writer, PlanChange, change.id, to_day=last)
    return Outcome(words=f"The plan goes on {programmes.day_words(day, moment.day)}.")


def repeat_week(store: Store, library: Library, moment: Moment, number: int) -> Outcome:
    """Do week `number` once more in the week after; the others wait. Again takes it back."""
    return _week(store, library, moment, number + 1, WeekChangeKind.REPEAT, f"repeat week {number}")


def deload_now(store: Store, library: Library, moment: Moment, number: int) -> Outcome:
    """Take the deload in week `number`; the next round follows. Again takes it back."""
    plan = _plan(store, library)
    if not plan.programme.deloads:
        raise NothingThere(
            "This programme has no deload week. Add «deload 4 -40%» to its weeks: line with e."
        )
    return _week(store, library, moment, number, WeekChangeKind.DELOAD, f"deload in week {number}")


def set_deload(store: Store, writer: Writer, moment: Moment, plan: RunningPlan, number: int) -> None:
    """Write down that week `number` is a deload, inside another deed; `deload_week` says whether it can be."""
    _remove(writer, [each for each in _changes(store, plan) if _is_week(each) and _number(each) == number])
    _save(store, writer, moment, plan, WeekChangeKind.DELOAD.value, detail=str(number))


def take_word(store: Store, library: Library, moment: Moment, number: int, word: str) -> Outcome:
    """Put the sessions of a word week in place of those of week `number`. Again takes it back."""
    plan = _plan(store, library)
    if word not in {day.variant for day in plan.programme.days if day.variant}:
        raise NothingThere(f"The programme has no week «{clean(word, limit=40)}». Nothing was changed.")
    return _week(store, library, moment, number, WeekChangeKind.WORD, f"{word} in week {number}", word)


def end(store: Store, library: Library, moment: Moment) -> Outcome:
    """End the programme in hand; its sessions stay in the log. Raises NothingThere and StoreError."""
    row = reads_plan.programme(store)
    if row is None:
        raise NothingThere(NO_PLAN)
    with store.write(f"end {row.name}") as writer:
        programmes.end_all(store, writer)
    return Outcome(words=f"{row.name} has ended. Its sessions stay in the log.")


def _week(
    store: Store,
    library: Library,
    moment: Moment,
    number: int,
    kind: WeekChangeKind,
    words: str,
    word: str = "",
) -> Outcome:
    plan = _plan(store, library)
    opens = week_starts(plan, number)
    if not 1 <= number <= FURTHEST_WEEK or opens is None or opens + WEEK <= moment.day:
        raise NothingThere("That week is over or waits for a pause to end. Nothing was changed.")
    taken = reads_sessions.taken_plan_keys(store, plan.programme_id)
    if any(key.startswith(f"{plan.programme_id}/{number}/") for key in taken):
        raise NothingThere(f"Week {number} has begun: change its days one by one. Nothing was changed.")
    detail = f"{number} {word}".strip()
    same = [each for each in _changes(store, plan) if _is_week(each) and _number(each) == number]
    again = any(each.kind == kind and each.detail == detail for each in same)
    with store.write(f"do not {words}" if again else words) as writer:
        _remove(writer, same)
        if not again:
            _save(store, writer, moment, plan, kind.value, detail=detail)
    said = words[:1].upper() + words[1:]
    return Outcome(words=f"{said}: taken back." if again else f"{said}: set.")


def _is_week(change: PlanChange) -> bool:
    return change.kind in set(WeekChangeKind)


def _number(change: PlanChange) -> int:
    return int(change.detail.partition(" ")[0] or 0)


def _plan(store: Store, library: Library) -> RunningPlan:
    found = following.running_plan(store, library)
    if found is None:
        raise NothingThere(NO_PLAN)
    return found


def _planned(store: Store, plan: RunningPlan, plan_key: str) -> PlannedSession:
    """The session of that key, wherever it stands; one with a record cannot be planned any more."""
    parts = plan_key.split("/")
    gone = NothingThere("The plan does not hold that session any more. Nothing was changed.")
    if len(parts) < 3 or parts[-4:-3] != [plan.programme_id] or not parts[-3].isdigit():
        raise gone
    if plan_key in reads_sessions.taken_plan_keys(store, plan.programme_id):
        raise NothingThere("That session was begun already: History moves it. Nothing was changed.")
    moved = [move.day for move in plan.changes.moves if move.plan_key == plan_key]
    opens = week_starts(plan, int(parts[-3]))
    spans = [(day, day) for day in moved]
    if opens is not None:
        longest = sum(
            ((each.last - each.first + WEEK + DAY) for each in plan.changes.pauses if each.last is not None),
            timedelta(),
        )
        spans.append((opens, opens + WEEK + longest))
    for first, last in spans:
        for session in planned_sessions(plan, first, last):
            if session.plan_key == plan_key:
                return session
    raise gone


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
        each for each in _changes(store, plan) if each.kind == "moved" and each.plan_key == session.plan_key
    ]
    _remove(writer, before)
    if day != own:
        _save(store, writer, moment, plan, "moved", plan_key=session.plan_key, to_day=day)


def _changes(store: Store, plan: RunningPlan) -> Sequence[PlanChange]:
    return reads_plan.plan_changes(store, plan.programme_id)


def _remove(writer: Writer, changes: Iterable[PlanChange]) -> None:
    for change in changes:
        writes.remove(writer, PlanChange, change.id)


def _save(
    store: Store,
    writer: Writer,
    moment: Moment,
    plan: RunningPlan,
    kind: str,
    *,
    plan_key: str = "",
    to_day: date | None = None,
    detail: str = "",
    reason: str = "",
) -> None:
    change = PlanChange(
        id=store.new_id(),
        programme_id=plan.programme_id,
        kind=kind,
        at_us=moment.at_us,
        plan_key=plan_key,
        to_day=to_day,
        detail=detail,
        reason=reason,
    )
    writes.save(writer, change)


def _titles(sessions: Sequence[PlannedSession]) -> str:
    return " and ".join(each.title or "the session" for each in sessions)


def text_in_hand(store: Store, library: Library, moment: Moment) -> str:
    """The text of the programme in hand. Raises NothingThere and StoreError."""
    row = reads_plan.programme(store)
    if row is None:
        raise NothingThere(NO_PLAN)
    return row.text


def replace_text(store: Store, library: Library, moment: Moment, text: str) -> Outcome:
    """Take a changed text of the programme in hand from today on. What was done stays as it was.

    Raises ProgrammeErrors with every mistake, and then nothing is changed; NothingThere, StoreError.
    """
    programme = programmes.read_text(library, text)
    row = reads_plan.programme(store)
    if row is None:
        raise NothingThere(NO_PLAN)
    if text == row.text:
        return Outcome(words="The text is as it was.")
    running = following.plan_of(row, reads_plan.plan_changes(store, row.id), library)
    with store.write(f"change the text of {programme.title}") as writer:
        writes.change(writer, ProgrammeRow, row.id, text=text, name=programme.title)
        change = PlanChange(
            id=store.new_id(),
            programme_id=row.id,
            kind=following.EDITED,
            at_us=moment.at_us,
            detail=moment.day.isoformat(),
            to_day=running.anchor if running is not None else None,
        )
        writes.save(writer, change)
    return Outcome(words=f"{programme.title} goes on with the new text.")
