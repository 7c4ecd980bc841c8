"""Sessions that are looked back on: opened, corrected, moved, copied, taken out. Each change can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hybrid_tui.coach import following, weeks
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.coach.past_parts import block_of, session_of, set_of, set_words, settle, typed_set
from hybrid_tui.coach.past_words import minutes_in, number_in
from hybrid_tui.domain import asked
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.session_facts import SessionSummary, summarise
from hybrid_tui.domain.set_record import BlockStatus, SessionStatus, SetRecord
from hybrid_tui.domain.sheet import SheetBlock, Target
from hybrid_tui.domain.sheet_blocks import as_target, from_record, shown_name
from hybrid_tui.domain.sheet_words import held_words
from hybrid_tui.domain.text import clean
from hybrid_tui.store import reads_plan, reads_sessions, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import PlanChange


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSession:
    """One session of the diary, as it is read."""

    record: SessionRecord
    """Its id is empty where it is only planned."""
    summary: SessionSummary
    blocks: tuple[SheetBlock, ...]
    """Its lines as the sheet shows them, in the order of the record's blocks."""

    @property
    def stored(self) -> bool:
        """Whether it is in the log."""
        return bool(self.record.id)


def opened(store: Store, library: Library, moment: Moment, day: date) -> tuple[OpenedSession, ...]:
    """The sessions of a day, those done first, then what the plan still asks. Raises StoreError."""
    with store.snapshot():
        rack = following.rack_of(reads_plan.settings(store))
        found = []
        for record in weeks.sessions_on(store, library, moment, day):
            ordered = replace(record, blocks=tuple(sorted(record.blocks, key=lambda each: each.position)))
            found.append(
                OpenedSession(
                    record=ordered,
                    summary=summarise(ordered, library.catalogue),
                    blocks=tuple(from_record(block, library.catalogue, rack) for block in ordered.blocks),
                )
            )
        return tuple(found)


def edit_set(
    store: Store, library: Library, moment: Moment, session_id: str, block_id: str, row: int, text: str
) -> Outcome:
    """Correct a set, or enter one that was not ticked, as typed. Raises NotationError, NothingThere, StoreError.

    A correction keeps the set's instant; a set that is entered now has none.
    """
    session = session_of(store, session_id)
    block = block_of(session, block_id)
    before = next((each for each in block.sets if each.position == row), None)
    targets = asked.decode(block.asked)
    target = targets[row] if row < len(targets) else Target()
    done = typed_set(store, library, block, text, target, before)
    if before is None:
        done = replace(done, id=store.new_id(), block_id=block.id, position=row, zone=session.zone)
    words = f"{shown_name(block.name)} {set_words(done)}, {day_words(session.day)}"
    with store.write(f"correct {words}") as writer:
        writes.save(writer, done)
        if before is None:
            settle(writer, store, block, count=len(block.sets) + 1)
    return Outcome(words=f"Corrected: {words}", session_id=session_id)


def delete_set(store: Store, library: Library, moment: Moment, session_id: str, set_id: str) -> Outcome:
    """Take a recorded set out. Raises NothingThere and StoreError."""
    session = session_of(store, session_id)
    block, done = set_of(session, set_id)
    words = f"{shown_name(block.name)} {set_words(done)}, {day_words(session.day)}"
    with store.write(f"delete {words}") as writer:
        writes.remove(writer, SetRecord, set_id)
        settle(writer, store, block, count=len(block.sets) - 1)
    return Outcome(words=f"Deleted: {words}. u brings it back.", session_id=session_id)


def edit_session(
    store: Store, library: Library, moment: Moment, session_id: str, field: str, text: str
) -> Outcome:
    """Set a session's `rpe`, `minutes`, `note` or `name` as typed. Raises NotationError and StoreError.

    An empty text makes effort and minutes unknown again, and takes the note away.
    """
    session = session_of(store, session_id)
    value: object
    if field == "rpe":
        value = number_in(text, 0, 10, "an effort is 0 to 10")
    elif field == "minutes":
        value = minutes_in(text)
    elif field in ("note", "name"):
        value = clean(text, limit=4000 if field == "note" else 200).strip()
        if field == "name" and not value:
            raise NotationError("a session has a name", column=1, hint="Easy run", source=text)
    else:
        raise ValueError(f"{field!r} of a session is not edited here")
    label = {"rpe": "effort", "minutes": "length"}.get(field, field)
    words = f"{label} of {session.name}, {day_words(session.day)}"
    with store.write(f"change the {words}") as writer:
        writes.change(writer, SessionRecord, session_id, **{field: value})
    return Outcome(words=f"Changed: {words}", session_id=session_id)


def move_session(store: Store, library: Library, moment: Moment, session_id: str, day: date) -> Outcome:
    """Put a session on another training day; its instants stay as they were. Raises StoreError."""
    session = session_of(store, session_id)
    words = f"{session.name} to {day_words(day)}"
    with store.write(f"move {words}") as writer:
        writes.change(writer, SessionRecord, session_id, day=day)
    return Outcome(words=f"Moved {words}", session_id=session_id)


def move_planned(store: Store, library: Library, moment: Moment, plan_key: str, day: date) -> Outcome:
    """Plan a session for another day. Raises NothingThere and StoreError."""
    programme = reads_plan.programme(store)
    if programme is None or not plan_key.startswith(f"{programme.id}/"):
        raise NothingThere("The plan does not hold that session any more. Nothing was changed.")
    words = f"the planned session to {day_words(day)}"
    with store.write(f"move {words}") as writer:
        change = PlanChange(
            id=writer.new_id(),
            programme_id=programme.id,
            kind="moved",
            at_us=moment.at_us,
            plan_key=plan_key,
            to_day=day,
        )
        writes.save(writer, change)
    return Outcome(words=f"Moved {words}")


def copy_to_today(store: Store, library: Library, moment: Moment, session_id: str) -> Outcome:
    """Begin a free session today with the lines of a past one. Raises NothingThere and StoreError."""
    session = session_of(store, session_id)
    running = reads_sessions.open_session(store)
    if running is not None:
        raise NothingThere(f"«{running.name}» is still open: finish it on Today first. Nothing was changed.")
    new = store.new_id()
    copy = SessionRecord(
        id=new,
        day=moment.day,
        name=session.name,
        kind=session.kind,
        status=SessionStatus.OPEN,
        began_us=moment.at_us,
        boot_us=moment.boot_us,
        boot_id=moment.boot_id,
        zone=moment.zone,
        planned_load=session.planned_load,
        blocks=tuple(_asked_again(block, new, store.new_id()) for block in session.blocks),
    )
    words = f"{session.name} of {day_words(session.day)}"
    with store.write(f"copy {words} to today") as writer:
        writes.save_session(writer, copy)
    return Outcome(words=f"Copied {words}: it is open on Today.", session_id=new)


def _asked_again(block: BlockRecord, session_id: str, block_id: str) -> BlockRecord:
    """The block as it asks once more: what it asked then, else what was done."""
    targets = asked.decode(block.asked) or tuple(
        as_target(done) for done in sorted(block.sets, key=lambda each: each.position)
    )
    return replace(
        block,
        id=block_id,
        session_id=session_id,
        status=BlockStatus.OPEN,
        asked=asked.encode(targets),
        reason="",
        note="",
        change="",
        why="",
        last=" ".join(held_words(done) for done in block.sets),
        sets=(),
        intervals=(),
    )


def delete_session(store: Store, library: Library, moment: Moment, session_id: str) -> Outcome:
    """Take a session out with all that belongs to it. Raises NothingThere and StoreError."""
    session = session_of(store, session_id)
    words = f"{session.name}, {day_words(session.day)}"
    with store.write(f"delete {words}") as writer:
        writes.remove(writer, SessionRecord, session_id)
    return Outcome(words=f"Deleted: {words}. u brings it back.")
