"""The parts of a session that is looked back on: lines and sets added, taken out, moved, called by another name."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.coach import finishing, places
from hybrid_tui.coach.joining import part_from, put_in_order
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.line_reading import read_log
from hybrid_tui.coach.log_sessions import LogSessions
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain import asked
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.entry import record_of
from hybrid_tui.domain.exercise import Exercise, RunType
from hybrid_tui.domain.kept_line import kept_line
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.log_entries import LoggedSets, LoggedSteps
from hybrid_tui.domain.notation.names import within_a_line
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.notation.set_entry import parse_set_entry
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.set_record import BlockStatus, SessionStatus, SetRecord, SetRole
from hybrid_tui.domain.sheet import Target
from hybrid_tui.domain.sheet_blocks import shown_name
from hybrid_tui.domain.sheet_words import held_words, load_words
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.turns import moved
from hybrid_tui.domain.workout import SetsLine, TimedLine
from hybrid_tui.store import reads_plan, reads_sessions, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.writer import Writer

EDGE = "It stands at the edge already."
EXAMPLE = "bench press 60kg 8 8 7   or   easy run: 20m 3.1km"
"""A line that was forgotten."""


def session_of(store: Store, session_id: str) -> SessionRecord:
    """The session of that id. Raises NothingThere."""
    found = reads_sessions.session(store, session_id)
    if found is None:
        raise NothingThere("That session is not there any more. Nothing was changed.")
    return found


def set_words(done: SetRecord) -> str:
    """A set in short: `5 × 80 kg`."""
    load = load_words(done.load)
    return f"{held_words(done)} × {load}" if load else held_words(done)


def settle(writer: Writer, store: Store, block: BlockRecord, *, count: int) -> None:
    """A block's status after it lost or won a set, and its session's. A line left out by will stays so."""
    wanted = len(asked.decode(block.asked))
    if block.status is not BlockStatus.SKIPPED or count:
        status = BlockStatus.DONE if count >= wanted and count else BlockStatus.PARTIAL
        writes.change(writer, BlockRecord, block.id, status=status if count else BlockStatus.OPEN)
    settle_session(writer, store, block.session_id)


def settle_session(writer: Writer, store: Store, session_id: str) -> None:
    """Whether a finished session is done or done in part, after one of its lines changed."""
    session = reads_sessions.session(store, session_id)
    if session is None or session.status not in (SessionStatus.DONE, SessionStatus.PARTIAL):
        return
    status = finishing.status_of(session.blocks)
    if status is not SessionStatus.SKIPPED:
        writes.change(writer, SessionRecord, session_id, status=status)


def add_set(
    store: Store, library: Library, moment: Moment, session_id: str, block_id: str, text: str
) -> Outcome:
    """Enter a set that was forgotten, behind the others, at the last one's load where none is said.

    Raises NotationError, NothingThere and StoreError.
    """
    session = session_of(store, session_id)
    block = block_of(session, block_id)
    if block.timed:
        raise NothingThere("A run has steps, no sets. Nothing was changed.")
    targets = asked.decode(block.asked)
    last = max(block.sets, key=lambda each: each.position, default=None)
    load = (
        last.load if last is not None else next((each.load for each in reversed(targets) if each.load), None)
    )
    target = Target(load=load or (None if _needs_load(library, block) else ""))
    done = typed_set(store, library, block, text, target, None)
    place = max([len(targets) - 1, *(each.position for each in block.sets)], default=-1) + 1
    done = replace(done, id=store.new_id(), block_id=block.id, position=place, zone=session.zone)
    words = f"{shown_name(block.name)} {set_words(done)}, {day_words(session.day)}"
    with store.write(f"add {words}") as writer:
        writes.save(writer, done)
        settle(writer, store, block, count=len(block.sets) + 1)
    return Outcome(words=f"Added: {words}", session_id=session_id)


def typed_set(
    store: Store, library: Library, block: BlockRecord, text: str, target: Target, before: SetRecord | None
) -> SetRecord:
    """The set that a line means, in the person's unit and the weights of the place. Raises NotationError."""
    return record_of(
        parse_set_entry(text),
        text,
        target,
        before,
        units=str(reads_plan.settings(store).get("units", "kg")),
        next_load=places.next_load(store, library, block.exercise),
        exercise=library.catalogue.get(block.exercise),
    )


def _needs_load(library: Library, block: BlockRecord) -> bool:
    known = library.catalogue.get(block.exercise)
    return isinstance(known, Exercise) and known.is_loaded


def set_role(
    store: Store, library: Library, moment: Moment, session_id: str, set_id: str, role: str
) -> Outcome:
    """Say what a set was for: a value of `SetRole`. Raises NothingThere and StoreError."""
    block, done = set_of(session_of(store, session_id), set_id)
    words = f"{shown_name(block.name)} {set_words(done)}: {SetRole(role).value} set"
    with store.write(words) as writer:
        writes.change(writer, SetRecord, set_id, role=SetRole(role))
    return Outcome(words=words, session_id=session_id)


def note_set(
    store: Store, library: Library, moment: Moment, session_id: str, set_id: str, text: str
) -> Outcome:
    """Keep a note with a set; an empty one takes it away. Raises NothingThere and StoreError."""
    block, done = set_of(session_of(store, session_id), set_id)
    words = f"note on {shown_name(block.name)} {set_words(done)}"
    with store.write(words) as writer:
        writes.change(writer, SetRecord, set_id, note=clean(text).strip())
    return Outcome(words=shown_name(words), session_id=session_id)


def move_set(
    store: Store, library: Library, moment: Moment, session_id: str, set_id: str, step: int
) -> Outcome:
    """Move a set one place up (-1) or down (1) among those that were done. Raises NothingThere, StoreError."""
    block, done = set_of(session_of(store, session_id), set_id)
    words = f"{shown_name(block.name)} {set_words(done)}"
    ordered = sorted(block.sets, key=lambda each: each.position)
    place = ordered.index(done) + step
    if not 0 <= place < len(ordered):
        return Outcome(words=EDGE, session_id=session_id)
    with store.write(f"move {words}") as writer:
        writes.change(writer, SetRecord, done.id, position=ordered[place].position)
        writes.change(writer, SetRecord, ordered[place].id, position=done.position)
    return Outcome(words=f"Moved: {words}", session_id=session_id)


def add_line(store: Store, library: Library, moment: Moment, session_id: str, text: str) -> Outcome:
    """Enter an exercise or a run that was forgotten, as a line of the log. Raises NotationError, StoreError."""
    session = session_of(store, session_id)
    entries = read_log(library, text)
    if not all(isinstance(each, LoggedSets | LoggedSteps) for each in entries):
        raise NotationError("this is no exercise and no run", column=1, hint=EXAMPLE, source=text)
    page = LogSessions(store, library.catalogue, moment, session.day, None, into=session_id)
    words = f"{clean(text, limit=200).strip()}, {day_words(session.day)}"
    with store.write(f"add {words}") as writer:
        for entry in entries:
            if isinstance(entry, LoggedSets):
                page.add_sets(entry)
            elif isinstance(entry, LoggedSteps):
                page.add_steps(entry)
        page.save(writer)
        settle_session(writer, store, session_id)
    return Outcome(words=f"Added: {words}", session_id=session_id)


def rename_line(
    store: Store, library: Library, moment: Moment, session_id: str, block_id: str, text: str
) -> Outcome:
    """Say that a line was another exercise; its sets stay. Raises NotationError, NothingThere, StoreError."""
    session = session_of(store, session_id)
    block = block_of(session, block_id)
    said = clean(text, limit=200).strip()
    found = library.catalogue.find(said) or next(iter(library.catalogue.prefix(said)), None)
    known = library.catalogue.get(found)
    if known is None or isinstance(known, RunType) is not block.timed:
        near = ", ".join(library.catalogue.nearest(said)) if said else EXAMPLE
        what = "run" if block.timed else "exercise"
        raise NotationError(f"this is no {what} that is known", column=1, hint=near, source=text)
    words = f"{shown_name(block.name)} is {known.name}, {day_words(session.day)}"
    changes: dict[str, object] = {"exercise": known.id, "name": known.name}
    if (line := _renamed(block.line, known)) is not None:
        changes["line"] = line
    with store.write(f"correct: {words}") as writer:
        writes.change(writer, BlockRecord, block_id, **changes)
    return Outcome(words=f"Corrected: {words}", session_id=session_id)


def _renamed(line: str, known: Exercise | RunType) -> str | None:
    """The line under another name; None where it says none, or cannot be read."""
    found = kept_line(line)
    if not isinstance(found, SetsLine | TimedLine):
        return None
    return print_line(replace(found, name=within_a_line(known.name), exercise=known.id))


def move_line(
    store: Store, library: Library, moment: Moment, session_id: str, block_id: str, step: int
) -> Outcome:
    """Move a line one place up (-1) or down (1), with its superset at the edge of one.

    Raises NothingThere and StoreError.
    """
    session = session_of(store, session_id)
    block = block_of(session, block_id)
    words = f"{shown_name(block.name)}, {day_words(session.day)}"
    order = moved(session.blocks, block.position, step)
    if not order:
        return Outcome(words=EDGE, session_id=session_id)
    with store.write(f"move {words}") as writer:
        put_in_order(writer, order)
    return Outcome(words=f"Moved: {words}", session_id=session_id)


def delete_line(store: Store, library: Library, moment: Moment, session_id: str, block_id: str) -> Outcome:
    """Take a line out with all that was done of it. Raises NothingThere and StoreError."""
    session = session_of(store, session_id)
    block = block_of(session, block_id)
    words = f"{shown_name(block.name)}, {day_words(session.day)}"
    with store.write(f"delete {words}") as writer:
        writes.remove(writer, BlockRecord, block_id)
        part_from(writer, session.blocks, block, library.catalogue)
        settle_session(writer, store, session_id)
    return Outcome(words=f"Deleted: {words}. u brings it back.", session_id=session_id)


def block_of(session: SessionRecord, block_id: str) -> BlockRecord:
    """The line of that id. Raises NothingThere."""
    for block in session.blocks:
        if block.id == block_id:
            return block
    raise NothingThere("That line is not in the session any more. Nothing was changed.")


def set_of(session: SessionRecord, set_id: str) -> tuple[BlockRecord, SetRecord]:
    """The set of that id, and its line. Raises NothingThere."""
    for block in session.blocks:
        for done in block.sets:
            if done.id == set_id:
                return block, done
    raise NothingThere("That set is not recorded any more. Nothing was changed.")
