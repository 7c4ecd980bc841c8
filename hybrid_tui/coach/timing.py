"""Runs of the timer: begun, every deed kept as a fact, ended with each step as it was run.

A run belongs to a block of the session in hand, or to none; then it becomes a session of its own when it ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hybrid_tui.coach import opening
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.domain.flatten import timed_steps
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.notation.timed import parse_timed
from hybrid_tui.domain.record import (
    BlockRecord,
    BlockStatus,
    IntervalRecord,
    SessionKind,
    SessionRecord,
    SessionStatus,
)
from hybrid_tui.domain.sheet_blocks import shown_name
from hybrid_tui.domain.timeline import SECOND, Timeline
from hybrid_tui.domain.timer_away import Away, Seen, away
from hybrid_tui.domain.timer_fold import fold
from hybrid_tui.domain.timer_report import Ran, intervals
from hybrid_tui.domain.timer_run import Fact, FactKind, Phase, RunState, position
from hybrid_tui.domain.workout import Circuit, StepKind, TimedLine
from hybrid_tui.store import reads_sessions, reads_timer, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import Heartbeat, RunningTimer, TimerFact, TimerRun
from hybrid_tui.store.writer import Writer

HEARTBEAT_S = 5.0
"""Seconds between two notes of where a run stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A line on the timer, before or while it runs."""

    line: TimedLine | Circuit
    timeline: Timeline
    state: RunState
    run_id: str | None = None
    """None before it is started."""
    spot: Spot | None = None
    """Where its block stands on the sheet; None for a run of its own."""
    away: Away | None = None
    """Set where nobody watched it: it stands held and asks how to go on."""
    ghost: str = ""
    """Last time on this block: `7 of 7, 18 Nov`."""
    name: str = ""


def load(text: str) -> Loaded:
    """A typed line, ready to run. Raises NotationError."""
    return _loaded(parse_timed(text))


def load_block(store: Store, library: Library, moment: Moment, spot: Spot) -> Loaded:
    """A timed block of the session in hand, or of the planned one, ready to run. Raises NothingThere."""
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    line = parse_timed(block.line)
    loaded = _loaded(line)
    return replace(loaded, spot=spot, ghost=block.last, name=shown_name(block.name))


def _loaded(line: TimedLine | Circuit) -> Loaded:
    timeline = Timeline(steps=timed_steps(line))
    name = line.name if isinstance(line, TimedLine) else f"{line.kind.upper()}"
    return Loaded(line=line, timeline=timeline, state=fold(timeline, ()), name=shown_name(name))


def running(store: Store, moment: Moment) -> Loaded | None:
    """The run that has not ended, as it was last seen; None when there is none. Raises StoreError."""
    found = reads_timer.running_timer(store)
    if found is None:
        return None
    loaded = _loaded(parse_timed(found.run.line))
    state = fold(loaded.timeline, [_fact(each) for each in found.facts])
    return replace(
        loaded,
        state=state,
        run_id=found.run.id,
        spot=_spot_of(store, found.run),
        away=away(state, last=_seen(found), now=moment),
    )


def start(store: Store, library: Library, moment: Moment, loaded: Loaded, ready_s: float) -> Loaded:
    """Begin the run, with `ready_s` seconds of get-ready, and its session where this begins it."""
    fact = Fact(kind=FactKind.STARTED, boot_us=moment.boot_us, value=round(ready_s * SECOND))
    run_id = store.new_id()
    hand = opening.in_hand(store, library, moment, loaded.spot) if loaded.spot is not None else None
    block = hand.block(loaded.spot.block) if hand is not None and loaded.spot is not None else None
    with store.write(f"start {loaded.name or 'the timer'}", undoable=False) as writer:
        if hand is not None:
            hand.begin(writer)
        writes.save(
            writer,
            TimerRun(
                id=run_id,
                line=print_line(loaded.line),
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
    spot = Spot(session_id=hand.record.id, block=block.position) if hand and block else None
    return replace(loaded, run_id=run_id, spot=spot, state=fold(loaded.timeline, (fact,)), away=None)


def keep(store: Store, moment: Moment, run_id: str, seq: int, facts: tuple[Fact, ...]) -> None:
    """Keep facts of a run, the first as number `seq`. Raises StoreError."""
    with store.write("the timer", undoable=False) as writer:
        for offset, fact in enumerate(facts):
            writes.save(writer, _row(store.new_id(), run_id, seq + offset, fact, moment))


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
    """End the run and record each step as it was run; its block is ticked with that. Raises StoreError."""
    ran = intervals(loaded.state, moment.boot_us)
    complete = position(loaded.state, moment.boot_us).phase is Phase.FINISHED and not _skipped_work(
        loaded, ran
    )
    if loaded.spot is not None and loaded.spot.session_id is not None:
        return _into_session(store, moment, loaded, ran, complete)
    return _alone(store, library, moment, loaded, ran, complete)


def discard(store: Store, moment: Moment, run_id: str) -> Outcome:
    """End a run in which nothing was done, without a trace in the log. Raises StoreError."""
    with store.write("put the timer away", undoable=False) as writer:
        writes.change(writer, TimerRun, run_id, ended_us=moment.at_us, outcome="put away")
    return Outcome(words="The timer was put away; nothing was recorded.")


def _skipped_work(loaded: Loaded, ran: tuple[Ran, ...]) -> bool:
    done = {each.index for each in ran if each.done}
    work = {i for i, step in enumerate(loaded.timeline.steps) if step.kind is StepKind.WORK}
    return not work <= done


def _into_session(
    store: Store, moment: Moment, loaded: Loaded, ran: tuple[Ran, ...], complete: bool
) -> Outcome:
    spot = loaded.spot
    record = reads_sessions.session(store, spot.session_id or "") if spot is not None else None
    block = next((b for b in record.blocks if spot and b.position == spot.block), None) if record else None
    if record is None or block is None:
        raise opening.NothingThere("The session of this run is not there any more.")
    status = BlockStatus.DONE if complete else BlockStatus.PARTIAL if ran else BlockStatus.OPEN
    words = f"{shown_name(block.name)}: {result_words(loaded, ran)}"
    with store.write(words) as writer:
        for old in block.intervals:
            writes.remove(writer, IntervalRecord, old.id)
        for row in _rows(store, moment, ran, block.id):
            writes.save(writer, row)
        writes.change(writer, BlockRecord, block.id, status=status)
        _end(writer, loaded, moment, complete)
    return Outcome(words=words, session_id=record.id)


def _alone(
    store: Store, library: Library, moment: Moment, loaded: Loaded, ran: tuple[Ran, ...], complete: bool
) -> Outcome:
    """A run without a session becomes one."""
    session_id, block_id = store.new_id(), store.new_id()
    seconds = sum(each.seconds for each in ran)
    named = loaded.name or "Timer"
    run = library.catalogue.find(loaded.name) if loaded.name else None
    jumps = SessionKind.RUN
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
        intervals=_rows(store, moment, ran, block_id),
    )
    record = SessionRecord(
        id=session_id,
        day=moment.day,
        name=named,
        kind=jumps,
        status=SessionStatus.DONE if complete else SessionStatus.PARTIAL,
        began_us=moment.at_us - round(seconds * SECOND),
        ended_us=moment.at_us,
        zone=moment.zone,
        minutes=round(seconds / 60, 1),
        blocks=(block,),
    )
    with store.write(words) as writer:
        writes.save_session(writer, record)
        _end(writer, loaded, moment, complete)
    return Outcome(words=words, session_id=session_id)


def result_words(loaded: Loaded, ran: tuple[Ran, ...]) -> str:
    """`7 of 8` where there are repeats, else the time that was run."""
    work = [step for step in loaded.timeline.steps if step.kind is StepKind.WORK]
    done = {each.index for each in ran if each.done and each.step.kind is StepKind.WORK}
    if len(work) > 1:
        return f"{len(done)} of {len(work)}"
    seconds = round(sum(each.seconds for each in ran))
    return f"{seconds // 60}:{seconds % 60:02}"


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
