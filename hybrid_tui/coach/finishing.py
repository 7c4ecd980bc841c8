"""The end of a session: how hard it was, what was done of it, and what comes next."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.coach import bests, following, opening, sheets
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome, Spot, Summary
from hybrid_tui.domain import asked
from hybrid_tui.domain.calendar import day_from
from hybrid_tui.domain.minimum import MINIMUM
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.session_facts import summarise
from hybrid_tui.domain.set_record import BlockStatus, SessionStatus, SetRole
from hybrid_tui.domain.sheet_words import work_done
from hybrid_tui.domain.text import clean
from hybrid_tui.store import reads_sessions, writes
from hybrid_tui.store.database import Store

_TOLD_CHANGES = 3
"""How many changes of the next session a summary names."""

IDLE_US = 30 * 60 * 1_000_000
"""Without a deed for so long, a session ended with its last one, not when somebody thought of finishing it."""


def finish(
    store: Store,
    library: Library,
    moment: Moment,
    session_id: str,
    rpe: float | None,
    note: str,
    minutes: float | None = None,
) -> Summary:
    """Close the session, as done, minimum or partial, and say what it came to. Raises NothingThere, StoreError.

    `minutes` is its length where no clock ran, and nothing where one did.
    """
    record = reads_sessions.session(store, session_id)
    if record is None:
        raise opening.NothingThere("That session is not there any more. Nothing was changed.")
    blocks = tuple(_settled(block) for block in record.blocks)
    status = status_of(blocks)
    if status is SessionStatus.DONE and record.reason == MINIMUM:
        status = SessionStatus.MINIMUM
    ended = _end(record, moment)
    finished = replace(
        record,
        blocks=blocks,
        status=status,
        ended_us=ended,
        minutes=_minutes(record, moment, ended, minutes),
        rpe=rpe,
        note=clean(note, newlines=True),
    )
    with store.write(f"finish {record.name}") as writer:
        for before, after in zip(record.blocks, blocks, strict=True):
            if before.status is not after.status:
                writes.change(writer, BlockRecord, after.id, status=after.status)
        writes.save(writer, replace(finished, blocks=()))
        writes.end_rest(writer)
    return _summary(store, library, moment, finished)


def settle(store: Store, library: Library, moment: Moment, session_id: str) -> None:
    """Close a session that was told afterwards as it stands, its effort unknown. Raises StoreError.

    One of a day by the clock, or that is closed already, is left alone; so is one in which nothing was done.
    """
    record = reads_sessions.session(store, session_id)
    if record is None or record.status is not SessionStatus.OPEN or record.began_us is not None:
        return
    if not any(_touched(block) for block in record.blocks):
        abandon(store, session_id)
    else:
        finish(store, library, moment, session_id, record.rpe, record.note)


def reopen(store: Store, library: Library, moment: Moment, session_id: str) -> Outcome:
    """Take a finished session in hand again; its clock goes on from its beginning. Raises StoreError."""
    with store.write("open the session again") as writer:
        writes.change(
            writer,
            SessionRecord,
            session_id,
            status=SessionStatus.OPEN,
            ended_us=None,
            minutes=None,
        )
        for block in _half_done(store, session_id):
            writes.change(writer, BlockRecord, block.id, status=BlockStatus.OPEN)
    return Outcome(words="The session is open again.", session_id=session_id)


def _half_done(store: Store, session_id: str) -> tuple[BlockRecord, ...]:
    record = reads_sessions.session(store, session_id)
    if record is None:
        raise opening.NothingThere("That session is not there any more. Nothing was changed.")
    return tuple(
        block
        for block in record.blocks
        if block.status in (BlockStatus.PARTIAL, BlockStatus.SKIPPED)
        and (
            not block.reason or block.why.startswith(block.reason)
        )  # a swap's reason is no reason to leave it out
    )


def abandon(store: Store, session_id: str) -> Outcome:
    """Take a session out in which nothing was done yet. Raises StoreError."""
    with store.write("close the session without a trace") as writer:
        writes.remove(writer, SessionRecord, session_id)
        writes.end_rest(writer)
    return Outcome(words="The session was closed; nothing was recorded in it.")


def note_session(store: Store, library: Library, moment: Moment, spot: Spot, text: str) -> Outcome:
    """Keep a note with the whole session. Raises NothingThere and StoreError."""
    hand = opening.in_hand(store, library, moment, spot)
    with store.write(f"note on {hand.record.name}") as writer:
        hand.begin(writer)
        writes.change(writer, SessionRecord, hand.record.id, note=clean(text, newlines=True))
    return Outcome(words=f"Noted on {hand.record.name}", session_id=hand.record.id)


def _settled(block: BlockRecord) -> BlockRecord:
    """What was left open is skipped, what was begun is partial."""
    if block.status is not BlockStatus.OPEN:
        return block
    begun = bool(block.sets or block.intervals)
    return replace(block, status=BlockStatus.PARTIAL if begun else BlockStatus.SKIPPED)


def status_of(blocks: tuple[BlockRecord, ...]) -> SessionStatus:
    """Done when all its work was: warm-up and cool-down decide nothing."""
    work = [block for block in blocks if block.part == "work"]
    if work and all(block.status is BlockStatus.DONE for block in work):
        return SessionStatus.DONE
    return SessionStatus.PARTIAL if any(_touched(block) for block in blocks) else SessionStatus.SKIPPED


def _touched(block: BlockRecord) -> bool:
    return bool(block.sets or block.intervals) or block.status is BlockStatus.DONE


def _last_deed(record: SessionRecord) -> int | None:
    instants = [each.at_us for block in record.blocks for each in block.sets]
    instants += [each.at_us for block in record.blocks for each in block.intervals]
    return max((instant for instant in instants if instant is not None), default=None)


def _end(record: SessionRecord, moment: Moment) -> int | None:
    last = _last_deed(record)
    if record.began_us is None:
        return last
    return last if last is not None and moment.at_us - last > IDLE_US else moment.at_us


def _minutes(record: SessionRecord, moment: Moment, ended: int | None, told: float | None) -> float | None:
    if record.began_us is None or ended is None:
        return record.minutes if told is None else told
    idle = moment.at_us - ended
    if record.boot_us is not None and record.boot_id == moment.boot_id:
        length = moment.boot_us - record.boot_us - idle
    else:
        length = ended - record.began_us
    return round(min(max(length / 60_000_000, _worked_minutes(record)), 1440.0), 1)


def _worked_minutes(record: SessionRecord) -> float:
    """What was recorded by time: a run of 20 min ticked after it was run makes no session of one minute."""
    steps = sum(each.seconds or 0 for block in record.blocks for each in block.intervals)
    holds = sum(each.seconds or 0 for block in record.blocks for each in block.sets)
    return (steps + holds) / 60


def _summary(store: Store, library: Library, moment: Moment, record: SessionRecord) -> Summary:
    facts = summarise(record, library.catalogue)
    asked_sets = sum(
        1
        for block in record.blocks
        if block.part == "work"
        for target in asked.decode(block.asked)
        if target.role is not SetRole.WARM_UP
    )
    done_sets = sum(
        1
        for block in record.blocks
        if block.part == "work"
        for each in block.sets
        if each.role is not SetRole.WARM_UP
    )
    sprints = [work_done(block) for block in record.blocks if any(each.sprint for each in block.intervals)]
    lines = [
        ("sets", f"{done_sets} of {max(asked_sets, done_sets)}" if asked_sets or done_sets else ""),
        ("sprints", f"{sum(a for a, _ in sprints)} of {sum(b for _, b in sprints)}" if sprints else ""),
        ("sprint seconds", f"{facts.sprint_seconds:g}" if facts.sprint_seconds else ""),
        ("contacts", str(facts.contacts) if facts.contacts else ""),
        ("minutes", f"{record.minutes:.0f}" if record.minutes is not None else ""),
        ("load", _load_words(facts.load, record.planned_load)),
        ("leg load", f"{facts.leg_load:.0f}" if facts.leg_load is not None else ""),
    ]
    next_title, next_words = _next(store, library, moment, record)
    return Summary(
        title=record.name,
        status=record.status.value,
        lines=tuple((label, value) for label, value in lines if value),
        bests=bests.session_bests(store, record),
        next_title=next_title,
        next_words=next_words,
    )


def _load_words(load: float | None, planned: float | None) -> str:
    if load is None:
        return ""
    return f"{load:.0f}, planned {planned:.0f}" if planned else f"{load:.0f}"


def _next(store: Store, library: Library, moment: Moment, record: SessionRecord) -> tuple[str, str]:
    """The next planned session, when it is, and what will change in it."""
    plan = following.running_plan(store, library)
    if plan is None:
        return "", ""
    taken = sheets.taken_keys(store, plan) | {record.plan_key or ""}
    planned = following.next_planned(store, plan, moment.day, frozenset(taken))
    if planned is None:
        return "", ""
    prescribed = following.prescribe(store, library, plan, planned, rack=sheets.rack(store))
    changed = [each for each in prescribed.prescriptions if each.change not in ("", "=")]
    said = [f"{each.name} {each.change}" for each in changed[:_TOLD_CHANGES]]
    if more := len(changed) - len(said):
        said.append(f"{more} more")
    words = day_from(planned.day, moment.day)
    return planned.title or "Session", f"{words}; {', '.join(said)}" if said else words
