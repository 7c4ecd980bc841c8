"""A run that is still open but cannot be read: another program wrote its line, or a version that knew more.

It cannot be taken up, but it must not stand in the way for ever either. What is known of it (when it began, how
long it ran, the line as it stands) is kept as a partial session, or it is put away without a trace in the log.
"""

from __future__ import annotations

from dataclasses import dataclass

from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus
from hybrid_tui.domain.sheet_words import clock
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.store import reads_sessions, reads_timer, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import RunningTimer, TimerRun


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadRun:
    """What is known of a run that cannot be read."""

    line: str
    """As it is stored."""
    seconds: float
    """How long it ran as far as that was noted; 0 when it never came to a note."""


def unread(store: Store) -> UnreadRun | None:
    """The open run as far as it is known without reading it; None where none is open. Raises StoreError."""
    found = reads_timer.running_timer(store)
    return None if found is None else UnreadRun(line=clean(found.run.line), seconds=_seconds(found))


def put_away(store: Store, moment: Moment, *, keep: bool) -> Outcome:
    """End the open run; with `keep` what is known of it becomes a partial session, or ends its block.

    Raises NothingThere where none is open, StoreError.
    """
    found = reads_timer.running_timer(store)
    if found is None:
        raise NothingThere("No run is open any more.")
    run, seconds = found.run, _seconds(found)
    block = reads_sessions.block(store, run.block_id) if keep and run.block_id is not None else None
    words = f"Timer: {clock(round(seconds))} kept" if keep else "put the timer away"
    note = f"The timer ran {clock(round(seconds))} of a line that could not be read: {clean(run.line)}"
    session_id = None
    with store.write(words, undoable=keep) as writer:
        if block is not None:
            session_id = block.session_id
            both = f"{block.note}\n{note}" if block.note else note
            writes.change(writer, BlockRecord, block.id, status=BlockStatus.PARTIAL, note=both)
        elif keep:
            record = _session(store, run, seconds, note)
            session_id = record.id
            writes.save_session(writer, record)
        outcome = "partial" if keep else "put away"
        writes.change(writer, TimerRun, run.id, ended_us=moment.at_us, outcome=outcome)
    if not keep:
        return Outcome(words="The timer was put away; nothing was recorded.")
    return Outcome(words=f"{words}; the line stands in its note.", session_id=session_id)


def _session(store: Store, run: TimerRun, seconds: float, note: str) -> SessionRecord:
    session_id = store.new_id()
    block = BlockRecord(
        id=store.new_id(),
        session_id=session_id,
        position=0,
        line="",
        name="Timer",
        timed=True,
        status=BlockStatus.PARTIAL,
        minutes=round(seconds / 60, 1),
        note=note,
    )
    return SessionRecord(
        id=session_id,
        day=run.day,
        name="Timer",
        kind=SessionKind.RUN,
        status=SessionStatus.PARTIAL,
        began_us=run.at_us,
        ended_us=run.at_us + round(seconds * SECOND),
        zone=run.zone,
        minutes=round(seconds / 60, 1),
        blocks=(block,),
    )


def _seconds(found: RunningTimer) -> float:
    return max(found.heartbeat.position, 0.0) if found.heartbeat is not None else 0.0
