"""Lines of the session as a whole: done without the timer, skipped, moved, added."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.coach import following, opening, sheets
from hybrid_tui.coach.joining import put_in_order
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.exercise import Exercise, RunType
from hybrid_tui.domain.kept_line import kept_steps, step_record
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.names import within_a_line
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.programme.prescription import Known
from hybrid_tui.domain.programme.single import prescribe_line
from hybrid_tui.domain.record import BlockRecord, CheckIn, IntervalRecord
from hybrid_tui.domain.set_record import BlockStatus
from hybrid_tui.domain.sheet_blocks import shown_name, to_records
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.turns import moved
from hybrid_tui.domain.workout import Circuit, PlanLine, SetsLine, TimedLine
from hybrid_tui.store import reads_days, reads_sessions, writes
from hybrid_tui.store.database import Store

REASONS = {"time": "no time", "pain": "pain", "equipment": "no equipment", "other": "skipped"}
"""Why a line is skipped, and how it is written down."""

PAIN = 5
"""The soreness (0-10) that a line skipped for pain leaves on its muscles until the person says another number."""


def tick_timed(store: Store, library: Library, moment: Moment, spot: Spot) -> Outcome:
    """Take a timed line, or what is left of it, as run the way it was asked, without the timer.

    Raises NothingThere and StoreError.
    """
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    if block.status is BlockStatus.DONE:
        raise opening.NothingThere("That line is recorded already. Nothing was changed.")
    ran = {each.position for each in block.intervals}
    rows = tuple(each for each in as_asked(block, store, moment) if each.position not in ran)
    with store.write(f"{shown_name(block.name)} done") as writer:
        hand.begin(writer)
        for row in rows:
            writes.save(writer, row)
        writes.change(writer, BlockRecord, block.id, status=BlockStatus.DONE)
    after = opening.with_block(
        hand.record, replace(block, intervals=(*block.intervals, *rows), status=BlockStatus.DONE)
    )
    return Outcome(
        words=f"{shown_name(block.name)} done",
        session_id=hand.record.id,
        sheet=sheets.of_record(after, library, sheets.rack(store)),
    )


def as_asked(block: BlockRecord, store: Store, moment: Moment) -> tuple[IntervalRecord, ...]:
    """The intervals of a timed block as if each had been run as written."""
    return tuple(
        step_record(
            step,
            position,
            id=store.new_id(),
            block_id=block.id,
            seconds=step.seconds,
            at_us=moment.stamp if position == 0 else None,
        )
        for position, step in enumerate(kept_steps(block.line))
    )


def skip(store: Store, library: Library, moment: Moment, spot: Spot, reason: str) -> Outcome:
    """Leave a line out, with a reason (a key of `REASONS`). Pain marks its muscles in Recovery, if it has any."""
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    words = REASONS.get(reason, clean(reason, limit=100))
    status = BlockStatus.PARTIAL if block.sets or block.intervals else BlockStatus.SKIPPED
    known = library.catalogue.get(block.exercise)
    hurts = known.primary if isinstance(known, Exercise) and reason == "pain" else ()
    with store.write(f"skip {block.name}") as writer:
        hand.begin(writer)
        writes.change(writer, BlockRecord, block.id, status=status, reason=words)
        if hurts:
            writes.save_checkin(writer, _sore(store, moment, hurts))
        writes.end_rest(writer)
    said = f"{shown_name(block.name)} skipped: {words}"
    if reason == "pain":
        said += f". {_marked(hurts)} marked in Recovery." if hurts else ". Say in Recovery what hurts."
    return Outcome(words=said, session_id=hand.record.id)


def unskip(store: Store, library: Library, moment: Moment, spot: Spot) -> Outcome:
    """Ask a skipped line again. Raises NothingThere and StoreError."""
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    with store.write(f"ask {block.name} again") as writer:
        writes.change(writer, BlockRecord, block.id, status=BlockStatus.OPEN, reason="")
    return Outcome(words=f"{shown_name(block.name)} is asked again", session_id=hand.record.id)


def _marked(muscles: tuple[str, ...]) -> str:
    """`Quads and glutes are`."""
    *first, last = (muscle.replace("_", " ") for muscle in muscles)
    return shown_name(f"{', '.join(first)} and {last} are" if first else f"{last} is")


def _sore(store: Store, moment: Moment, muscles: tuple[str, ...]) -> CheckIn:
    check = reads_days.checkin(store, moment.day) or CheckIn(day=moment.day)
    marked = {muscle: max(check.sore.get(muscle, 0), PAIN) for muscle in muscles}
    return replace(check, sore={**check.sore, **marked})


def add_exercise(store: Store, library: Library, moment: Moment, spot: Spot, text: str) -> Outcome:
    """Add a line: `bench press 3x8 60kg`, `easy run: 20m @easy`, or a name alone.

    It stands last, before a cool-down that is still to do. Raises NotationError.
    """
    hand = opening.in_hand(store, library, moment, spot)
    line = read_line(text, library.catalogue)
    made = block_of(store, library, moment, line, hand.record.id)
    order = sorted(hand.record.blocks, key=lambda block: block.position)
    closing = len(order)
    while (
        closing and order[closing - 1].part == "cool-down" and order[closing - 1].status is BlockStatus.OPEN
    ):
        closing -= 1
    position = order[closing - 1].position + 1 if closing else 0
    with store.write(f"add {made.name}") as writer:
        hand.begin(writer)
        for block in reversed(order[closing:]):
            writes.change(writer, BlockRecord, block.id, position=block.position + 1)
        writes.save(writer, replace(made, position=position))
    return Outcome(words=f"{shown_name(made.name)} added", session_id=hand.record.id)


def begin_with(store: Store, library: Library, moment: Moment, text: str, name: str) -> Outcome:
    """Open a free session of that name with one line in it. Raises NotationError and StoreError."""
    line = read_line(text, library.catalogue)
    session = replace(opening.free_session(store, moment), name=name)
    made = block_of(store, library, moment, line, session.id)
    with store.write(f"begin {name}") as writer:
        writes.save(writer, session)
        writes.save(writer, replace(made, position=0))
    return Outcome(words=f"{name} begun.", session_id=session.id)


def read_line(text: str, catalogue: Catalogue) -> PlanLine:
    """A line as typed for a session; a name alone takes its usual three sets. Raises NotationError."""
    name = clean(text).strip()
    alone = catalogue.find(name) or next(iter(catalogue.prefix(name)), None)
    known = catalogue.get(alone) if alone is not None else None
    if isinstance(known, Exercise):
        side = " a side" if known.unilateral and "a side" not in known.reps else ""
        usual = known.reps.replace(" s", "s").replace(" m", "mtr").replace("per leg", "a side")
        text = f'"{within_a_line(known.name)}" 3x{usual}{side}'
    elif isinstance(known, RunType):
        text = f"{known.name.lower()}: 20m"
    line = parse_plan_line(text, names=catalogue, typing=True)
    if isinstance(line, SetsLine | TimedLine | Circuit):
        return line
    raise NotationError(
        "this is no exercise", column=1, hint="bench press 3x8 60kg, or easy run: 20m", source=text
    )


def move(store: Store, library: Library, moment: Moment, spot: Spot, step: int) -> Outcome:
    """Move a line one place up (-1) or down (1), with its superset where it is at the edge of one.

    Raises NothingThere and StoreError.
    """
    hand = opening.in_hand(store, library, moment, spot)
    order = moved(hand.record.blocks, spot.block, step)
    if not order:
        return Outcome(words="It stands at the edge already.", session_id=hand.record.id)
    name = hand.block(spot.block).name
    with store.write(f"move {name}") as writer:
        hand.begin(writer)
        put_in_order(writer, order)
    return Outcome(words=f"{shown_name(name)} moved", session_id=hand.record.id)


def block_of(store: Store, library: Library, moment: Moment, line: PlanLine, session_id: str) -> BlockRecord:
    """A single line as a block, with the load and the words of last time."""
    exercise = getattr(line, "exercise", None)
    history = reads_sessions.block_history(store, [exercise] if exercise else [], moment.day, count=3)
    known = Known(
        catalogue=library.catalogue,
        history=following.loose_history(history),
        rack=sheets.rack(store),
    )
    return to_records([prescribe_line(line, known)], session_id, store.new_id)[0]
