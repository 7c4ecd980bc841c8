"""Another exercise in the place of a line: same sets, at its own load, at a guessed one, or by feel."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.coach import opening, places, sheets
from hybrid_tui.coach.blocks import block_of
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Choice, Outcome, Spot
from hybrid_tui.domain import asked
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.kept_line import kept_line
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.names import within_a_line
from hybrid_tui.domain.notation.printing import format_load
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.domain.set_record import BlockStatus, SetRecord, SetRole
from hybrid_tui.domain.sheet import Target
from hybrid_tui.domain.sheet_blocks import rows_of
from hybrid_tui.domain.sheet_words import effort_words, load_words
from hybrid_tui.domain.swap_load import first_load, guessed, lightest, with_guess
from hybrid_tui.domain.workout import SetsLine
from hybrid_tui.store import reads_plan, writes
from hybrid_tui.store.database import Store

SWAPPED = "⇄ swap"
"""What the column of changes says of a line that was put in the place of another."""


def choices(store: Store, library: Library, moment: Moment, spot: Spot) -> tuple[Choice, ...]:
    """Exercises of the same pattern that the person's equipment allows, nearest first."""
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    if not isinstance(library.catalogue.get(block.exercise), Exercise):
        return ()
    return tuple(
        Choice(key=each.id, title=each.name, hint=each.equipment_words)
        for each in library.catalogue.swaps(block.exercise or "", equipment(store))
    )


def equipment(store: Store) -> frozenset[str]:
    """What the person has to train with, where they train now."""
    return places.things_of(reads_plan.settings(store))


def swap(store: Store, library: Library, moment: Moment, spot: Spot, key: str) -> Outcome:
    """Put another exercise in the place of a line; sets that were done stay those of the first one.

    Raises KeyError and StoreError.
    """
    hand = opening.in_hand(store, library, moment, spot)
    block = hand.block(spot.block)
    made, words = _in_place_of(store, library, moment, block, library.catalogue.exercise(key))
    done = {each.position for each in block.sets}
    with store.write(f"swap {block.name} for {made.name}") as writer:
        hand.begin(writer)
        if not done:
            writes.change(writer, BlockRecord, block.id, **_fields(made))
        else:
            targets = asked.decode(block.asked)
            kept = tuple(each for place, each in enumerate(targets) if place in done)
            for place, each in enumerate(sorted(block.sets, key=lambda one: one.position)):
                writes.change(writer, SetRecord, each.id, position=place)
            # In a superset the rest of the round follows whoever is in its place now.
            rest = 0 if block.superset else block.rest_seconds
            left: dict[str, object] = {"asked": asked.encode(kept), "rest_seconds": rest}
            writes.change(writer, BlockRecord, block.id, status=BlockStatus.DONE, **left)
            for below in hand.record.blocks:
                if below.position > block.position:
                    writes.change(writer, BlockRecord, below.id, position=below.position + 1)
            writes.save(writer, replace(made, position=block.position + 1))
    return Outcome(words=f"{made.name} {words}", session_id=hand.record.id)


def _fields(made: BlockRecord) -> dict[str, object]:
    """What changes in a line of which nothing was done yet."""
    names = ("line", "name", "exercise", "side", "asked", "change", "why", "last", "reason", "rest_seconds")
    return {name: getattr(made, name) for name in names}


def _in_place_of(
    store: Store, library: Library, moment: Moment, block: BlockRecord, other: Exercise
) -> tuple[BlockRecord, str]:
    """The line that stands in for a block, with the sets still to be done, and what became of the load."""
    line = kept_line(block.line)
    if not isinstance(line, SetsLine):
        raise opening.NothingThere("Only a line of sets can be swapped.")
    groups = tuple(replace(group, load=None) for group in line.groups)
    fresh = replace(
        line, name=within_a_line(other.name), exercise=other.id, side=other.unilateral, groups=groups
    )
    made = block_of(store, library, moment, fresh, block.session_id)
    rows = [row for row in rows_of(block) if row.target.role is not SetRole.WARM_UP]
    left = sum(1 for row in rows if row.done is None)
    targets = asked.decode(made.asked)
    targets = (*targets, *targets[-1:] * (left - len(targets)))[max(len(targets) - left, 0) :]
    before = tuple(row.target for row in rows if row.done is None)
    reason = f"instead of {within_a_line(block.name)}"
    targets, load = _loaded(store, library, block, other, before, targets)
    made = replace(
        made,
        asked=asked.encode(targets),
        superset=block.superset,
        change=SWAPPED,
        why=f"{reason}{load}",
        reason=reason,
        rest_seconds=made.rest_seconds if block.rest_seconds else block.rest_seconds,
    )
    return made, made.why


def _loaded(
    store: Store,
    library: Library,
    block: BlockRecord,
    other: Exercise,
    before: tuple[Target, ...],
    after: tuple[Target, ...],
) -> tuple[tuple[Target, ...], str]:
    """The sets of the other exercise with a load, and in words where that came from."""
    own = first_load(after)
    if own is not None:
        words = (
            "with the body's own weight"
            if own.body and own.value is None
            else f"at its own {load_words(after[0].load)}"
        )
        return after, f", {words}"
    replaced, load = library.catalogue.get(block.exercise), lightest(before)
    if load is None or not isinstance(replaced, Exercise):
        return after, ""
    rack, things = sheets.rack(store), equipment(store)
    guess = guessed(replaced, other, load, rack, things)
    if guess is None:
        effort = effort_words(after[0].effort) if after else ""
        return after, f"; no load known: feel your way up{f' to {effort}' if effort else ''}"
    taken = with_guess(after, guess, other, rack, things)
    said, from_load = load_words(taken[-1].load), load_words(format_load(load))
    lift = within_a_line(block.name)
    light = f" with {load_words(taken[0].load)}" if taken[0].load != taken[-1].load else ""
    return taken, f": about {said}, an estimate from your {lift} {from_load}, start light{light}"
