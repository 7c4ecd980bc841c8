"""Two lifts in turn for today, and one after the other again; what becomes of a superset whose lines move or go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hybrid_tui.coach import opening
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.kept_line import kept_line
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.names import within_a_line
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.programme.lifts import USUAL_REST
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.domain.sheet_blocks import shown_name
from hybrid_tui.domain.sheet_words import clock
from hybrid_tui.domain.turns import pair
from hybrid_tui.domain.workout import SetsLine
from hybrid_tui.store import writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.writer import Writer


def join(store: Store, library: Library, moment: Moment, spot: Spot) -> Outcome:
    """Do a lift in turn with the one below it, or no more; the plan stays as it is.

    In turn the lower one's rest follows the round. Raises NothingThere and StoreError.
    """
    hand = opening.in_hand(store, library, moment, spot)
    found = pair(hand.record.blocks, hand.block(spot.block).position)
    if found is None:
        return Outcome(words="There is no lift below to do in turn with.", session_id=hand.record.id)
    upper, lower = found
    names, joined = f"{shown_name(upper.name)} and {within_a_line(lower.name)}", not lower.superset
    rest = 0 if joined else _own_rest(upper, library.catalogue)
    with store.write(f"do {names} in turn" if joined else f"part {names}") as writer:
        hand.begin(writer)
        writes.change(writer, BlockRecord, upper.id, rest_seconds=rest)
        writes.change(writer, BlockRecord, lower.id, superset=joined, line=_joined(lower.line, joined=joined))
    if not joined:
        return Outcome(words=f"{names}: one after the other again.", session_id=hand.record.id)
    after = f", {clock(lower.rest_seconds)} rest after both" if lower.rest_seconds else ""
    return Outcome(words=f"{names} in turn today{after}.", session_id=hand.record.id)


def put_in_order(writer: Writer, order: Sequence[Sequence[BlockRecord]]) -> None:
    """Let the supersets and single lines of a session stand in this order, as `turns.moved` gives it."""
    positions = iter(sorted(each.position for group in order for each in group))
    for group in order:
        # The rest belongs to the place: whoever comes last in a superset has that of the round.
        rests = [each.rest_seconds for each in sorted(group, key=lambda one: one.position)]
        for turn, (each, rest) in enumerate(zip(group, rests, strict=True)):
            now = {"position": next(positions), "superset": turn > 0, "rest_seconds": rest}
            writes.change(writer, BlockRecord, each.id, **now)


def part_from(writer: Writer, blocks: Sequence[BlockRecord], gone: BlockRecord, catalogue: Catalogue) -> None:
    """Let those that went in turn with a line that is taken out go on without it."""
    above = max((b for b in blocks if b.position < gone.position), key=lambda b: b.position, default=None)
    below = min((b for b in blocks if b.position > gone.position), key=lambda b: b.position, default=None)
    goes_on = below is not None and below.superset
    if below is not None and goes_on and not gone.superset:
        writes.change(writer, BlockRecord, below.id, superset=False)
    elif above is not None and gone.superset and not goes_on:
        rest = gone.rest_seconds if above.superset else _own_rest(above, catalogue)
        writes.change(writer, BlockRecord, above.id, rest_seconds=rest)


def _own_rest(block: BlockRecord, catalogue: Catalogue) -> int:
    """The rest of a lift by itself: its line's, else its exercise's usual one, seconds."""
    line, known = _read(block.line), catalogue.get(block.exercise)
    if line is not None and isinstance(line.rest, int | float):
        return round(line.rest)
    return known.rest_seconds if isinstance(known, Exercise) else USUAL_REST


def _joined(text: str, *, joined: bool) -> str:
    """The line with or without its `&`; a text that cannot be read stays as it is."""
    line = _read(text)
    return text if line is None else print_line(replace(line, superset=joined))


def _read(text: str) -> SetsLine | None:
    line = kept_line(text)
    return line if isinstance(line, SetsLine) else None
