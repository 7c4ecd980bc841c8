"""Doing less today: the session's least version, shown line by line and taken in one transaction."""

from __future__ import annotations

from hybrid_tui.coach import opening
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.domain.minimum import MINIMUM, minimum
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.set_record import BlockStatus
from hybrid_tui.domain.sheet_blocks import shown_name
from hybrid_tui.store import writes
from hybrid_tui.store.database import Store


def lines(store: Store, library: Library, moment: Moment, spot: Spot) -> tuple[tuple[str, str], ...]:
    """Each line of the session's work that is still to do, with what would be left of it.

    Empty where nothing can be left out.
    """
    hand = opening.in_hand(store, library, moment, spot)
    found = minimum(_ordered(hand.record))
    if not any(line.changed for line in found):
        return ()
    return tuple(
        (shown_name(line.before.name), line.words)
        for line in found
        if line.before.part == "work" and line.before.status is BlockStatus.OPEN
    )


def take(store: Store, library: Library, moment: Moment, spot: Spot) -> Outcome:
    """Ask only the least of the session from now on; it counts as kept. Raises NothingThere and StoreError."""
    hand = opening.in_hand(store, library, moment, spot)
    found = [line for line in minimum(_ordered(hand.record)) if line.changed]
    if not found:
        return Outcome(words="There is nothing left to leave out.", session_id=hand.record.id)
    with store.write(f"do less of {hand.record.name}") as writer:
        hand.begin(writer)
        for line in found:
            after = line.after
            writes.change(
                writer,
                BlockRecord,
                after.id,
                asked=after.asked,
                line=after.line,
                minutes=after.minutes,
                change=after.change,
                why=after.why,
                status=after.status,
            )
        writes.change(writer, SessionRecord, hand.record.id, reason=MINIMUM)
    return Outcome(words="Less today. It counts as kept.", session_id=hand.record.id)


def _ordered(record: SessionRecord) -> tuple[BlockRecord, ...]:
    return tuple(sorted(record.blocks, key=lambda each: each.position))
