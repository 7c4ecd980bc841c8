"""Runs of the timer: begun, every deed kept as a fact, ended with each step as it was run.

A run belongs to a block of the session in hand, or to none; then it becomes a session of its own when it ends.
"""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.coach import bests, opening
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.loaded import Loaded, load
from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.coach.timer_past import with_past
from hybrid_tui.coach.timer_result import is_complete, kept_laps, result_words
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus
from hybrid_tui.domain.sheet_blocks import shown_name
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_away import Seen, away
from hybrid_tui.domain.timer_fold import fold, settle
from hybrid_tui.domain.timer_report import Ran, intervals
from hybrid_tui.domain.timer_run import Fact, FactKind
from hybrid_tui.domain.workout import StepKind, TimedLine
from hybrid_tui.store import reads_plan, reads_sessions, reads_timer, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import Heartbeat, OwnTimer, RunningTimer, TimerFact, TimerRun
from hybrid_tui.store.writer import Writer


def load_block(store: Store, library: Library, moment: Moment, spot: Spot) -> Loaded:
    """A timed block of the session in hand, or of the planned one, ready to run. Raises NothingThere."""
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    loaded = load(block.line)
    return with_past(store, replace(loaded, spot=spot, ghost=block.last, name=shown_name(block.name)))


def running(store: Store, moment: Moment) -> Loaded | None:
    """The run that has not ended, as it was last seen; None when there is none. Raises StoreError.

    One that had reached its end then stands finished: it only waits to be recorded.
    """
    found = reads_timer.running_timer(store)
    if found is None:
        return None
    loaded = with_past(store, load(found.run.line))
    state = fold(loaded.timeline, [_fact(each) for each in found.facts])
    seen = _seen(found)
    unwatched = away(state, last=seen, now=moment)
    return replace(
        loaded,
        state=settle(state, seen.boot_us) if unwatched is None else state,
        run_id=found.run.id,
        spot=_spot_of(store, found.run),
        away=unwatched,
        kept=max((fact.seq + 1 for fact in found.facts), default=0),
    )


def start(store: Store, library: Library, moment: Moment, loaded: Loaded, ready_s: float) -> Loaded:
    """Begin the run, with `ready_s` seconds of get-ready, and its session where this begins it."""
    loaded = with_past(store, loaded)
    fact = Fact(kind=FactKind.STARTED, boot_us=moment.boot_us, value=round(ready_s * SECOND))
    run_id, line = store.new_id(), print_line(loaded.line)
    hand = opening.in_hand(store, library, moment, loaded.spot) if loaded.spot is not None else None
    block = hand.block(loaded.spot.block) if hand is not None and loaded.spot is not None else None
    with store.write(f"start {loaded.name or 'the timer'}", undoable=False) as writer:
        if hand is not None:
            hand.begin(writer)
        writes.save(
            writer,
            TimerRun(
                id=run_id,
                line=line,
                at_us=moment.at_us,
                boot_us=moment.boot_us,
                boot_id=moment.boot_id,
                zone=moment.zone,
                day=moment.day,
                session_id=hand.record.id if hand is not None else None,
                block_id=block.id if block is not None else None,
            ),
        )
        writes.save(writer, _row(store.new_id(), run_id, 0, fact, moment))
        writes.end_rest(writer)
        for own in reads_plan.own_timers(store):
            if own.line == line:
                writes.change(writer, OwnTimer, own.id, used_us=moment.at_us)
    spot = Spot(session_id=hand.record.id, block=block.position) if hand and block else None
    return replace(loaded, run_id=run_id, spot=spot, state=fold(loaded.timeline, (fact,)), away=None, kept=1)


def keep(store: Store, moment: Moment, run_id: str, seq: int, facts: tuple[Fact, ...]) -> None:
    """Keep facts of a run, the first as number `seq`; those that are kept already stay. Raises StoreError.

    A write that reported an error may have happened, so this may be sent again.
    """
    known = {row.seq for row in reads_timer.timer_facts(store, run_id)}
    with store.write("the timer", undoable=False) as writer:
        for number, fact in enumerate(facts, seq):
            if number not in known:
                writes.save(writer, _row(store.new_id(), run_id, number, fact, moment))


def beat(store: Store, moment: Moment, run_id: str, position_s: float) -> None:
    """Note where the run stands now, for a start after a kill. Raises StoreError."""
    with store.write("the timer's place", undoable=False) as writer:
        writes.beat(
            writer,
            Heartbeat(
                run_id=run_id,
                boot_us=moment.boot_us,
                at_us=moment.at_us,
                boot_id=moment.boot_id,
                position=position_s,
            ),
        )


def finish(store: Store, library: Library, moment: Moment, loaded: Loaded) -> Outcome:
    """End the run and record each step as it was run; its block is ticked with that. Raises StoreError.

    A run without a session becomes one, also when its session was taken away meanwhile. A mere rest leaves
    no trace in the log.
    """
    if all(step.kind is StepKind.RECOVER for step in loaded.timeline.steps):
        with store.write("end the rest", undoable=False) as writer:
            _end(writer, loaded, moment, complete=True)
        return Outcome(words="The rest is over.")
    ran = intervals(loaded.state, moment.boot_us)
    complete = is_complete(loaded, ran, moment.boot_us)
    found = _block_of(store, loaded.spot)
    if found is not None:
        return _into_session(store, moment, loaded, found, ran, complete)
    return _alone(store, library, moment, loaded, ran, complete)


def discard(store: Store, moment: Moment, run_id: str) -> Outcome:
    """End a run in which nothing was done, without a trace in the log. Raises StoreError."""
    with store.write("put the timer away", undoable=False) as writer:
        writes.change(writer, TimerRun, run_id, ended_us=moment.at_us, outcome="put away")
    return Outcome(words="The timer was put away; nothing was recorded.")


def _block_of(store: Store, spot: Spot | None) -> BlockRecord | None:
    """The block a run belongs to; None for a run of its own, or where the block is not there any more."""
    if spot is None or spot.session_id is None:
        return None
    record = reads_sessions.session(store, spot.session_id)
    blocks = record.blocks if record is not None else ()
    return next((block for block in blocks if block.position == spot.block), None)


def _into_session(
    store: Store, moment: Moment, loaded: Loaded, block: BlockRecord, ran: tuple[Ran, ...], complete: bool
) -> Outcome:
    status = BlockStatus.DONE if complete else BlockStatus.PARTIAL if ran else BlockStatus.OPEN
    words = f"{shown_name(block.name)}: {result_words(loaded, ran)}"
    rows = _rows(store, moment, ran, block.id)
    best = bests.new_sprint_best(store, rows, block.id)
    with store.write(words) as writer:
        for old in block.intervals:
            writes.remove(writer, IntervalRecord, old.id)
        for row in rows:
            writes.save(writer, row)
        note = "; ".join(part for part in (block.note, kept_laps(loaded, moment)) if part)
        writes.change(writer, BlockRecord, block.id, status=status, note=note)
        _end(writer, loaded, moment, complete)
    return Outcome(words=words, session_id=block.session_id, best=best)


def _alone(
    store: Store, library: Library, moment: Moment, loaded: Loaded, ran: tuple[Ran, ...], complete: bool
) -> Outcome:
    session_id, block_id = store.new_id(), store.new_id()
    seconds = sum(each.seconds for each in ran)
    named = loaded.name or "Timer"
    run = library.catalogue.find(loaded.name) if loaded.name else None
    kind = SessionKind.RUN if isinstance(loaded.line, TimedLine) else SessionKind.LIFT
    words = f"{named}: {result_words(loaded, ran)}"
    block = BlockRecord(
        id=block_id,
        session_id=session_id,
        position=0,
        line=print_line(loaded.line),
        name=named,
        exercise=run,
        timed=True,
        status=BlockStatus.DONE if complete else BlockStatus.PARTIAL,
        minutes=seconds / 60,
        note=kept_laps(loaded, moment),
        intervals=_rows(store, moment, ran, block_id),
    )
    record = SessionRecord(
        id=session_id,
        day=moment.day,
        name=named,
        kind=kind,
        status=SessionStatus.DONE if complete else SessionStatus.PARTIAL,
        began_us=moment.at_us - round(seconds * SECOND),
        ended_us=moment.at_us,
        zone=moment.zone,
        minutes=round(seconds / 60, 1),
        blocks=(block,),
    )
    best = bests.new_sprint_best(store, block.intervals, block_id)
    with store.write(words) as writer:
        writes.save_session(writer, record)
        _end(writer, loaded, moment, complete)
    return Outcome(words=words, session_id=session_id, best=best)


def _end(writer: Writer, loaded: Loaded, moment: Moment, complete: bool) -> None:
    if loaded.run_id is not None:
        outcome = "done" if complete else "partial"
        writes.change(writer, TimerRun, loaded.run_id, ended_us=moment.at_us, outcome=outcome)


def _rows(store: Store, moment: Moment, ran: tuple[Ran, ...], block_id: str) -> tuple[IntervalRecord, ...]:
    return tuple(
        each.record(
            id=store.new_id(),
            block_id=block_id,
            position=position_,
            at_us=moment.at_us - (moment.boot_us - each.ended_boot_us),
        )
        for position_, each in enumerate(ran)
    )


def _row(identifier: str, run_id: str, seq: int, fact: Fact, moment: Moment) -> TimerFact:
    return TimerFact(
        id=identifier,
        run_id=run_id,
        seq=seq,
        kind=fact.kind.value,
        boot_us=fact.boot_us,
        at_us=moment.at_us - (moment.boot_us - fact.boot_us)
        if fact.boot_us <= moment.boot_us
        else moment.at_us,
        boot_id=moment.boot_id,
        value=fact.value,
    )


def _fact(row: TimerFact) -> Fact:
    value = None if row.value is None else round(row.value)
    return Fact(kind=FactKind(row.kind), boot_us=row.boot_us, value=value)


def _seen(found: RunningTimer) -> Seen:
    last = found.facts[-1]
    beat_ = found.heartbeat
    if beat_ is not None and beat_.at_us >= last.at_us:
        return Seen(at_us=beat_.at_us, boot_us=beat_.boot_us, boot_id=beat_.boot_id)
    return Seen(at_us=last.at_us, boot_us=last.boot_us, boot_id=last.boot_id)


def _spot_of(store: Store, run: TimerRun) -> Spot | None:
    if run.session_id is None or run.block_id is None:
        return None
    block = reads_sessions.block(store, run.block_id)
    return Spot(session_id=run.session_id, block=block.position) if block is not None else None
