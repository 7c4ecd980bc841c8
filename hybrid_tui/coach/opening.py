"""The session in hand: found where it is open, made from the plan where this deed begins it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hybrid_tui.coach import following, offers, sheets
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.domain.bounds import MOST_LOAD
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.domain.sheet_blocks import to_records
from hybrid_tui.store import reads_plan, reads_sessions, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.errors import StoreError
from hybrid_tui.store.writer import Writer


class NothingThere(StoreError):
    """What a key was pressed on is not there any more: another program changed it, or it was undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """The session a deed is about."""

    record: SessionRecord
    stored: bool
    """False while the deed itself begins the session, so that both are stored in one transaction."""

    def block(self, position: int) -> BlockRecord:
        """The block at that position. Raises NothingThere."""
        for block in self.record.blocks:
            if block.position == position:
                return block
        raise NothingThere("That line is not in the session any more. Nothing was changed.")

    def begin(self, writer: Writer) -> None:
        """Store the session with its blocks, if this deed begins it."""
        if not self.stored:
            writes.save_session(writer, self.record)


def in_hand(store: Store, library: Library, moment: Moment, spot: Spot) -> Hand:
    """The session that `spot` is in, opened from the plan where need be. Raises NothingThere."""
    following.take_own(store, library)
    if spot.session_id is not None:
        found = reads_sessions.session(store, spot.session_id)
        if found is None:
            raise NothingThere("That session is not there any more. Nothing was changed.")
        return Hand(record=found, stored=True)
    running = None if moment.clockless else reads_sessions.open_session(store)
    if running is not None:
        return Hand(record=running, stored=True)
    plan = following.running_plan(store, library)
    planned = sheets.find_planned(plan, spot.plan_key) if plan is not None and spot.plan_key else None
    if plan is None or planned is None:
        raise NothingThere("There is no session to work on. Press enter to begin one.")
    rack = following.rack_of(reads_plan.settings(store))
    # What is done today counts from today's log, also for a session that was planned for another day.
    prescribed = following.prescribe(store, library, plan, planned, rack=rack, until=moment.day)
    lines = offers.as_decided(store, library, prescribed, moment.day)
    session_id = store.new_id()
    record = SessionRecord(
        id=session_id,
        day=moment.day,
        name=planned.title or "Session",
        kind=prescribed.kind,
        status=SessionStatus.OPEN,
        slot=planned.slot,
        plan_key=planned.plan_key,
        began_us=moment.stamp,
        boot_us=None if moment.clockless else moment.boot_us,
        boot_id=moment.boot_id,
        zone=moment.zone,
        planned_load=min(round(sum(line.load for line in lines), 1), MOST_LOAD),
        blocks=to_records(lines, session_id, store.new_id),
    )
    return Hand(record=record, stored=False)


def free_session(store: Store, moment: Moment) -> SessionRecord:
    """An empty session that begins at `moment`, not stored yet."""
    return SessionRecord(
        id=store.new_id(),
        day=moment.day,
        name="Free session",
        kind=SessionKind.MIXED,
        status=SessionStatus.OPEN,
        began_us=moment.stamp,
        boot_us=None if moment.clockless else moment.boot_us,
        boot_id=moment.boot_id,
        zone=moment.zone,
    )


def begin_free(store: Store, library: Library, moment: Moment) -> Outcome:
    """Open an empty session to which exercises are added as they are done. Raises StoreError."""
    record = free_session(store, moment)
    with store.write("begin a free session") as writer:
        writes.save(writer, record)
    return Outcome(words="Free session begun: A adds an exercise.", session_id=record.id)


def begin_next(store: Store, library: Library, moment: Moment) -> Outcome:
    """Open the next planned session today, whichever day it stands on. Raises NothingThere and StoreError."""
    plan = following.running_plan(store, library)
    if plan is None:
        raise NothingThere("There is no plan to take a session from.")
    following_session = following.next_planned(store, plan, moment.day, sheets.taken_keys(store, plan))
    if following_session is None:
        raise NothingThere("The plan has no further session.")
    hand = in_hand(store, library, moment, Spot(plan_key=following_session.plan_key))
    with store.write(f"begin {hand.record.name}") as writer:
        hand.begin(writer)
    return Outcome(words=f"{hand.record.name} begun.", session_id=hand.record.id)


def with_block(record: SessionRecord, changed: BlockRecord) -> SessionRecord:
    """The session with one block in its new form."""
    blocks = tuple(changed if block.id == changed.id else block for block in record.blocks)
    return replace(record, blocks=blocks)
