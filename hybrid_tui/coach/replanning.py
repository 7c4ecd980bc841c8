"""What is changed in the programme in hand: pauses, weeks, its text, its end. Each change is one action to undo."""

from __future__ import annotations

from datetime import date

from hybrid_tui.coach import following, programmes
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.coach.plan_changes import DAY, NO_PLAN, WEEK, changes_of, plan_in_hand, remove, save
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.programme.plan import RunningPlan, WeekChangeKind
from hybrid_tui.domain.programme.schedule import FURTHEST_WEEK, week_starts
from hybrid_tui.domain.text import clean
from hybrid_tui.store import reads_plan, reads_sessions, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import PlanChange, ProgrammeRow
from hybrid_tui.store.writer import Writer

PAUSE_REASONS = {"i": "illness", "t": "travel", "o": "other"}
"""Why the plan waits, by the key that says so. Each excuses the days without it."""


def pause(store: Store, library: Library, moment: Moment, first: date, reason: str = "") -> Outcome:
    """Halt the plan from a day on, for a reason. What follows waits whole weeks, so that weekdays stay.

    Raises NothingThere and StoreError.
    """
    plan = plan_in_hand(store, library)
    if any(each.last is None for each in plan.changes.pauses):
        raise NothingThere("The plan is paused already. Nothing was changed.")
    why = clean(reason, limit=200).strip()
    with store.write(f"pause the plan from {day_words(first)}") as writer:
        save(store, writer, moment, plan, "paused", detail=first.isoformat(), reason=why)
    return Outcome(words=f"The plan waits from {day_words(first)} on{f': {why}' if why else ''}.")


def resume(store: Store, library: Library, moment: Moment, day: date) -> Outcome:
    """Go on with the plan on a day: what was due when it was paused comes then or on its weekday after.

    Raises NothingThere where nothing is paused, and StoreError.
    """
    plan = plan_in_hand(store, library)
    open_ = [each for each in changes_of(store, plan) if each.kind == "paused" and each.to_day is None]
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
    return _week(store, library, moment, number + 1, WeekChangeKind.REPEAT, "repeats the one before")


def deload_now(store: Store, library: Library, moment: Moment, number: int) -> Outcome:
    """Take the deload in week `number`; the next round follows. Again takes it back."""
    plan = plan_in_hand(store, library)
    if not plan.programme.deloads:
        raise NothingThere(
            "This programme has no deload week. Add «deload 4 -40%» to its weeks: line with e."
        )
    return _week(store, library, moment, number, WeekChangeKind.DELOAD, "is a deload")


def set_deload(store: Store, writer: Writer, moment: Moment, plan: RunningPlan, number: int) -> None:
    """Write down that week `number` is a deload, inside another deed; `deload_week` says whether it can be."""
    remove(writer, [each for each in changes_of(store, plan) if _is_week(each) and _number(each) == number])
    save(store, writer, moment, plan, WeekChangeKind.DELOAD.value, detail=str(number))


def take_word(store: Store, library: Library, moment: Moment, number: int, word: str) -> Outcome:
    """Put the sessions of a word week in place of those of week `number`. Again takes it back."""
    plan = plan_in_hand(store, library)
    if word not in {day.variant for day in plan.programme.days if day.variant}:
        raise NothingThere(f"The programme has no week «{clean(word, limit=40)}». Nothing was changed.")
    return _week(store, library, moment, number, WeekChangeKind.WORD, f"is a {word} week", word)


def end(store: Store, library: Library, moment: Moment) -> Outcome:
    """End the programme in hand; its sessions stay in the log. Raises NothingThere and StoreError."""
    row = reads_plan.programme(store)
    if row is None:
        raise NothingThere(NO_PLAN)
    with store.write(f"end {row.name}") as writer:
        programmes.end_all(store, writer)
    return Outcome(words=f"{row.name} has ended. Its sessions stay in the log.")


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


def _week(
    store: Store,
    library: Library,
    moment: Moment,
    number: int,
    kind: WeekChangeKind,
    said: str,
    word: str = "",
) -> Outcome:
    """Change week `number`, or take that change back; `said` is what the week then does, after its day."""
    plan = plan_in_hand(store, library)
    opens = week_starts(plan, number)
    if not 1 <= number <= FURTHEST_WEEK or opens is None or opens + WEEK <= moment.day:
        raise NothingThere("That week is over or waits for a pause to end. Nothing was changed.")
    taken = reads_sessions.taken_plan_keys(store, plan.programme_id)
    if any(key.startswith(f"{plan.programme_id}/{number}/") for key in taken):
        raise NothingThere(
            f"The week from {day_words(opens)} has begun: change its days one by one. Nothing was changed."
        )
    detail = f"{number} {word}".strip()
    same = [each for each in changes_of(store, plan) if _is_week(each) and _number(each) == number]
    again = any(each.kind == kind and each.detail == detail for each in same)
    words = f"the week from {day_words(opens)} {'is as it was' if again else said}"
    with store.write(words) as writer:
        remove(writer, same)
        if not again:
            save(store, writer, moment, plan, kind.value, detail=detail)
    return Outcome(words=f"{words[:1].upper()}{words[1:]}.")


def _is_week(change: PlanChange) -> bool:
    return change.kind in set(WeekChangeKind)


def _number(change: PlanChange) -> int:
    return int(change.detail.partition(" ")[0] or 0)
