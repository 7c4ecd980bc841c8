"""From a prescription or a record to the rows of the sheet, and from a prescription to the record."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hybrid_tui.domain import asked
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.counts import contacts_of, is_working
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.kept_line import kept_line
from hybrid_tui.domain.next_load import Kind, around, kind_of
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.plates import BelowBarError, Rack, load_bar
from hybrid_tui.domain.programme.prescription import NO_LOAD, Prescription
from hybrid_tui.domain.programme.weights import read_load
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.domain.set_record import BlockStatus, SetRecord, SetRole
from hybrid_tui.domain.sheet import SheetBlock, SheetSet, Target
from hybrid_tui.domain.sheet_facts import estimate_words, total_words
from hybrid_tui.domain.sheet_words import effort_words, load_words, sets_words, timed_result, timed_words
from hybrid_tui.domain.workout import PlanLine, StepKind


def to_records(
    prescriptions: Sequence[Prescription], session_id: str, new_id: Callable[[], str]
) -> tuple[BlockRecord, ...]:
    """The blocks of a session that begins, as they are asked. A lift's own warm-up sets join its block."""
    merged = _join_ramps(prescriptions)
    return tuple(
        _to_record(each, ramp, session_id, new_id(), position) for position, (each, ramp) in enumerate(merged)
    )


def _join_ramps(given: Sequence[Prescription]) -> list[tuple[Prescription, tuple[Target, ...]]]:
    merged: list[tuple[Prescription, tuple[Target, ...]]] = []
    waiting: dict[str, tuple[Target, ...]] = {}
    for index, each in enumerate(given):
        following = [other for other in given[index + 1 :] if _works(other)]
        is_ramp = each.part is StepKind.WARM_UP and bool(each.sets) and bool(each.exercise)
        if is_ramp and any(other.exercise == each.exercise for other in following):
            waiting[each.exercise or ""] = tuple(
                asked.from_prescribed(row, loaded=False)._replace(role=SetRole.WARM_UP) for row in each.sets
            )
            continue
        ramp = waiting.pop(each.exercise or "", ()) if _works(each) else ()
        merged.append((each, ramp))
    return merged


def _works(each: Prescription) -> bool:
    return each.part is StepKind.WORK and bool(each.sets)


def _to_record(
    each: Prescription, ramp: tuple[Target, ...], session_id: str, block_id: str, position: int
) -> BlockRecord:
    targets = tuple(asked.from_prescribed(row, loaded=each.asks_load) for row in each.sets)
    if each.part is StepKind.WARM_UP:
        targets = tuple(target._replace(role=SetRole.WARM_UP) for target in targets)
    return BlockRecord(
        id=block_id,
        session_id=session_id,
        position=position,
        line=print_line(each.line),
        name=each.name,
        exercise=each.exercise,
        timed=bool(each.steps),
        superset=each.superset,
        rest_seconds=each.rest_seconds,
        part=each.part.value,
        side=each.side,
        minutes=each.minutes,
        asked=asked.encode((*ramp, *targets)),
        change=each.change,
        why=each.why,
        last=each.last,
        note=each.comment,
    )


def from_record(block: BlockRecord, catalogue: Catalogue, rack: Rack) -> SheetBlock:
    """A block of the record as a row of the sheet with its sets, done ones beside those still asked."""
    line = kept_line(block.line) if block.timed else None
    rows = rows_of(block)
    work = next((row.target for row in rows if row.target.role is not SetRole.WARM_UP), None)
    first = work or (rows[0].target if rows else None)
    load = _shown_load(rows)
    return SheetBlock(
        id=block.id,
        position=block.position,
        name=shown_name(block.name),
        exercise=block.exercise,
        line=block.line,
        timed=block.timed,
        superset=block.superset,
        side=block.side,
        status=block.status,
        sets_text=timed_words(line) if block.timed and line is not None else _set_words(rows),
        effort_text=effort_words(first.effort) if first else "",
        load_text=f"{'~' if _is_guess(rows) else ''}{load_words(load)}",
        change=_change(block, line, catalogue, miles=rack.unit == "lb"),
        why="" if block.why == NO_LOAD and load else block.why,
        last=block.last,
        per_side=per_side(load, catalogue.get(block.exercise), rack),
        estimate="" if block.part != "work" else estimate_words(rows),
        total=total_words(rows),
        note=block.note,
        reason=block.reason,
        rest_seconds=block.rest_seconds,
        minutes=block.minutes,
        part=block.part,
        sets=rows,
    )


def shown_name(name: str) -> str:
    """A line's name with a capital, as the screens write it."""
    return name[:1].upper() + name[1:]


def rows_of(block: BlockRecord) -> tuple[SheetSet, ...]:
    """The rows of a block: what each set asks, and what was done of it.

    A row that is still asked follows the load of the sets before it: where none was known, and where the
    person took another load than asked.
    """
    targets = asked.decode(block.asked)
    by_position = {each.position: each for each in block.sets}
    count = max([len(targets), *(position + 1 for position in by_position)], default=0)
    rows: list[SheetSet] = []
    numbers = {True: 0, False: 0}
    taken: dict[str | None, SetRecord] = {}
    for position in range(count):
        record = by_position.get(position)
        target = targets[position] if position < len(targets) else None
        if target is None and record is None:
            continue
        target = target or (Target() if record is None else as_target(record))
        warm = (record.role if record is not None else target.role) is SetRole.WARM_UP
        numbers[warm] += 1
        if record is not None and not warm and record.role is not SetRole.DROP:
            taken[target.load] = record
        elif record is None and not warm:
            target = _carried(target, taken.get(target.load))
        role = record.role if record is not None else target.role
        shown = target if role is target.role else target._replace(role=role)
        rows.append(SheetSet(position=position, number=numbers[warm], target=shown, done=record))
    return tuple(rows)


def _carried(target: Target, before: SetRecord | None) -> Target:
    if before is None or before.load in (None, target.load):
        return target
    return target._replace(load=before.load, load_kg=before.load_kg, guess=False)


def as_target(record: SetRecord) -> Target:
    """What was done, as what a set asks: for one that was entered without a plan, or is to be done again."""
    return Target(
        role=record.role,
        low=record.reps,
        shown=record.reps,
        load=record.load or "",
        load_kg=record.load_kg,
        seconds=record.seconds,
        metres=record.metres,
    )


def _set_words(rows: tuple[SheetSet, ...]) -> str:
    return sets_words(tuple(row.target for row in rows))


def _shown_load(rows: tuple[SheetSet, ...]) -> str | None:
    """The load in hand: that of the next set, else of the last one done."""
    work = [row for row in rows if row.target.role is not SetRole.WARM_UP] or list(rows)
    waiting = next((row.target.load for row in work if row.done is None and row.target.load), None)
    if waiting:
        return waiting
    return next((row.done.load for row in reversed(work) if row.done is not None and row.done.load), None)


def _is_guess(rows: tuple[SheetSet, ...]) -> bool:
    """Whether the load of the next set is an estimate."""
    return next((row.target.guess for row in rows if row.done is None and row.target.load), False)


def _change(block: BlockRecord, line: PlanLine | None, catalogue: Catalogue, *, miles: bool) -> str:
    if block.status is BlockStatus.OPEN:
        return block.change
    if block.status is BlockStatus.SKIPPED:
        return "skipped"
    if block.timed:
        return timed_result(block, line, miles=miles)
    known = catalogue.get(block.exercise)
    if isinstance(known, Exercise) and known.is_jump:
        landed = sum(contacts_of(known, each) for each in block.sets if is_working(each))
        return str(landed) if landed else ""
    return block.change


def per_side(load: str | None, exercise: object, rack: Rack) -> str:
    """The plates on each side, heaviest inside: `20 + 1.25`; for dumbbells and machines the weights that are
    nearest where this one is not there. Empty where there is nothing to say.
    """
    written = read_load(load)
    if not isinstance(exercise, Exercise) or written is None or written.body:
        return ""
    if written.unit != rack.unit or not isinstance(written.value, int | float):
        return ""
    kind = kind_of(exercise)
    if kind is not Kind.BAR:
        return _nearest(written.value, kind, rack)
    try:
        loading = load_bar(written.value, rack)
    except BelowBarError:
        return ""
    if not loading.per_side:
        return "the empty bar"
    plates = " + ".join(f"{plate:g}" for plate in loading.per_side)
    return plates if not loading.short else f"{plates}, {loading.total:g} {rack.unit} on the bar"


def _nearest(value: float, kind: Kind, rack: Rack) -> str:
    """`here 24 or 26 kg` where there is no such dumbbell or machine weight."""
    found = around(value, kind, rack)
    if found is None or found[0] == value:
        return ""
    return f"here {' or '.join(f'{each:g}' for each in found if each is not None)} {rack.unit}"
