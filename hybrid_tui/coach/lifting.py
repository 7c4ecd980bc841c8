"""Ticking off sets: as asked, as typed, corrected, added, taken back. Each is one transaction."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.coach import bests, finishing, opening, places, resting, sheets
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.domain import asked
from hybrid_tui.domain.entry import asked_rpe, record_of
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.in_session import lighter_rest_of
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.set_entry import parse_set_entry
from hybrid_tui.domain.plates import Rack
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.domain.rest_length import rest_after
from hybrid_tui.domain.set_record import BlockStatus, SetRecord, SetRole
from hybrid_tui.domain.sheet import Target
from hybrid_tui.domain.sheet_blocks import rows_of, shown_name
from hybrid_tui.domain.sheet_words import held_words, load_words
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.warm_up import ramp_targets
from hybrid_tui.store import reads_plan, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.writer import Writer


def tick(store: Store, library: Library, moment: Moment, spot: Spot) -> Outcome:
    """Record the set as it is asked and begin its rest; `bests.told_of` then says whether it is a new best.

    Raises NothingThere and StoreError.
    """
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    if any(each.position == spot.row for each in block.sets):
        raise opening.NothingThere("That set is recorded already. Nothing was changed.")
    target = _target(block, spot.row)
    done = SetRecord(
        id=store.new_id(),
        block_id=block.id,
        position=spot.row,
        role=target.role,
        reps=target.shown,
        load=target.load or None,
        load_kg=target.load_kg,
        seconds=target.seconds,
        metres=target.metres,
        rpe=asked_rpe(target.effort),
        at_us=moment.stamp,
        zone=moment.zone,
    )
    return _keep(store, library, moment, hand, block, done, target)


def record(store: Store, library: Library, moment: Moment, spot: Spot, text: str) -> Outcome:
    """Record or correct a set as it was typed. Raises NotationError, NothingThere and StoreError.

    A correction keeps the instant of the set, and begins no rest.
    """
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    before = next((each for each in block.sets if each.position == spot.row), None)
    target = _target(block, spot.row)
    units = str(reads_plan.settings(store).get("units", "kg"))
    entry = parse_set_entry(text)
    done = record_of(
        entry,
        text,
        target,
        before,
        units=units,
        next_load=places.next_load(store, library, block.exercise),
        exercise=library.catalogue.get(block.exercise),
    )
    if before is not None:
        return _correct(store, hand, block, before, replace(done, id=before.id, block_id=block.id))
    done = replace(
        done, id=store.new_id(), block_id=block.id, position=spot.row, at_us=moment.stamp, zone=moment.zone
    )
    if done.role is SetRole.WARM_UP and target.role is not SetRole.WARM_UP and block.part == "work":
        target = target._replace(role=SetRole.WARM_UP, effort=None)
        block = _with_warm_up(block, target, spot.row)
    return _keep(store, library, moment, hand, block, done, target)


def _with_warm_up(block: BlockRecord, target: Target, row: int) -> BlockRecord:
    """The block with one more warm-up before that row, which stays asked."""
    targets = list(asked.decode(block.asked))
    targets.insert(row, target)
    sets = tuple(
        replace(each, position=each.position + 1) if each.position >= row else each for each in block.sets
    )
    return replace(block, asked=asked.encode(tuple(targets)), sets=sets)


def untick(store: Store, library: Library, moment: Moment, spot: Spot) -> Outcome:
    """Take a recorded set back; its row is asked again. Raises NothingThere and StoreError."""
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    done = _done(block, spot.row)
    words = f"{shown_name(block.name)} {set_words(done)}"
    with store.write(f"untick {words}") as writer:
        writes.remove(writer, SetRecord, done.id)
        if block.status is not BlockStatus.OPEN:
            writes.change(writer, BlockRecord, block.id, status=BlockStatus.OPEN)
        over = resting.undone(store, writer, done)
    return Outcome(words=f"Taken back: {words}", session_id=hand.record.id, rest_over=over)


def add_set(store: Store, library: Library, moment: Moment, spot: Spot) -> Outcome:
    """Ask one more set of the block, like its last. Raises NothingThere and StoreError."""
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    targets = asked.decode(block.asked)
    more = targets[-1]._replace(role=SetRole.WORK) if targets else Target()
    words = f"one more set of {block.name}"
    with store.write(f"ask {words}") as writer:
        hand.begin(writer)
        writes.change(
            writer,
            BlockRecord,
            block.id,
            asked=asked.encode((*targets, more)),
            status=BlockStatus.OPEN,
        )
    return Outcome(words=f"Added {words}", session_id=hand.record.id)


def remove_set(store: Store, library: Library, moment: Moment, spot: Spot) -> Outcome:
    """Ask one set less: the row is taken out, with what was recorded on it. Raises NothingThere, StoreError."""
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    targets = list(asked.decode(block.asked))
    if spot.row < len(targets):
        del targets[spot.row]
    done = next((each for each in block.sets if each.position == spot.row), None)
    moved = [each for each in block.sets if each.position > spot.row]
    left = len(block.sets) - (1 if done else 0)
    over = False
    with store.write(f"take a set out of {block.name}") as writer:
        hand.begin(writer)
        if done is not None:
            writes.remove(writer, SetRecord, done.id)
            over = resting.undone(store, writer, done)
        for each in moved:
            writes.change(writer, SetRecord, each.id, position=each.position - 1)
        status = BlockStatus.DONE if targets and left >= len(targets) else BlockStatus.OPEN
        writes.change(writer, BlockRecord, block.id, asked=asked.encode(tuple(targets)), status=status)
    return Outcome(words=f"One set less of {block.name}", session_id=hand.record.id, rest_over=over)


def ramp(store: Store, library: Library, moment: Moment, spot: Spot) -> Outcome:
    """Put the warm-up sets of DOMAIN 2.10 before the lift. Raises NothingThere and StoreError."""
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    targets = asked.decode(block.asked)
    if any(each.role is SetRole.WARM_UP for each in targets):
        return Outcome(words="The warm-up sets are there already.", session_id=hand.record.id)
    rack = sheets.rack(store)
    warm = ramp_targets(targets, library.catalogue.get(block.exercise), rack)
    if not warm:
        return Outcome(words=(said := "This needs no warm-up sets of its own."), hint=said)
    with store.write(f"warm-up sets for {block.name}") as writer:
        hand.begin(writer)
        for each in sorted(block.sets, key=lambda one: -one.position):
            writes.change(writer, SetRecord, each.id, position=each.position + len(warm))
        writes.change(writer, BlockRecord, block.id, asked=asked.encode((*warm, *targets)))
    return Outcome(words=f"Warm-up sets for {block.name}", session_id=hand.record.id)


def note(store: Store, library: Library, moment: Moment, spot: Spot, text: str) -> Outcome:
    """Keep a note with the block, or with the session where the spot's block is -1. Raises StoreError."""
    if spot.block < 0:
        return finishing.note_session(store, library, moment, spot, text)
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    with store.write(f"note on {block.name}") as writer:
        hand.begin(writer)
        writes.change(writer, BlockRecord, block.id, note=clean(text))
    return Outcome(words=f"Noted on {block.name}", session_id=hand.record.id)


def set_words(done: SetRecord) -> str:
    """A set in words: `6 × 62.5 kg`, `45 s`."""
    load = load_words(done.load)
    return f"{held_words(done)} × {load}" if load else held_words(done)


def _keep(
    store: Store,
    library: Library,
    moment: Moment,
    hand: opening.Hand,
    block: BlockRecord,
    done: SetRecord,
    target: Target,
) -> Outcome:
    words = f"{shown_name(block.name)} {set_words(done)}"
    changed = replace(block, sets=(*block.sets, done))
    if _complete(changed):
        changed = replace(changed, status=BlockStatus.DONE)
    rack = sheets.rack(store)
    sheet = sheets.of_record(opening.with_block(hand.record, changed), library, rack)
    then = resting.what_follows(sheet)
    effort = asked_rpe(target.effort)
    rest = rest_after(done, target, block.rest_seconds, asked_rpe=effort)
    if not then or moment.clockless:
        rest = None
    with store.write(words) as writer:
        hand.begin(writer)
        if block is not hand.block(block.position):
            _make_room(writer, block)
        writes.save(writer, done)
        if changed.status is not block.status:
            writes.change(writer, BlockRecord, block.id, status=changed.status)
        if rest is not None:
            resting.begin(writer, moment, float(rest.seconds), block.id, then)
        elif not moment.clockless:
            writes.end_rest(writer)
    return Outcome(
        words=words,
        session_id=hand.record.id,
        rest_seconds=float(rest.seconds) if rest is not None else None,
        rest_then=then if rest is not None else "",
        rest_why=rest.words if rest is not None else "",
        rest_over=rest is None and not moment.clockless,
        hint=_hint(changed, done, effort, library, rack),
        sheet=sheet,
        set_id=done.id,
    )


def _make_room(writer: Writer, block: BlockRecord) -> None:
    """Store what one more warm-up has moved on."""
    for each in sorted(block.sets, key=lambda one: -one.position):
        writes.change(writer, SetRecord, each.id, position=each.position)
    writes.change(writer, BlockRecord, block.id, asked=block.asked)


def _hint(block: BlockRecord, done: SetRecord, effort: float | None, library: Library, rack: Rack) -> str:
    """What a first working set that was much harder than asked means for the others (DOMAIN 7.3)."""
    work = [each for each in block.sets if each.role is not SetRole.WARM_UP]
    if len(work) != 1:
        return ""
    asked_sets = [each for each in asked.decode(block.asked) if each.role is not SetRole.WARM_UP]
    known = library.catalogue.get(block.exercise)
    on_bar = isinstance(known, Exercise) and any("barbell" in way for way in known.equipment)
    return lighter_rest_of(done, effort, waiting=len(asked_sets) - 1, rack=rack if on_bar else None)


def _correct(
    store: Store, hand: opening.Hand, block: BlockRecord, before: SetRecord, done: SetRecord
) -> Outcome:
    words = f"{shown_name(block.name)} {set_words(done)}"
    best = bests.new_best(store, block, done, hand.record.day, before=before)
    with store.write(f"correct {words}") as writer:
        writes.save(writer, done)
        bests.remember(store, writer, best)
    return Outcome(words=f"Corrected: {words}", session_id=hand.record.id, best=best.words)


def _complete(block: BlockRecord) -> bool:
    positions = {each.position for each in block.sets}
    return all(
        row in positions
        for row, target in enumerate(asked.decode(block.asked))
        if target.role is not SetRole.WARM_UP or block.part != "work"
    )


def _target(block: BlockRecord, row: int) -> Target:
    rows = rows_of(block)
    found = next((each.target for each in rows if each.position == row), None)
    if found is not None:
        return found
    if block.timed:
        raise opening.NothingThere("This line is run on the timer: enter opens it.")
    return rows[-1].target._replace(role=SetRole.WORK) if rows else Target()


def _done(block: BlockRecord, row: int) -> SetRecord:
    for each in block.sets:
        if each.position == row:
            return each
    raise opening.NothingThere("That set is not recorded. Nothing was changed.")
