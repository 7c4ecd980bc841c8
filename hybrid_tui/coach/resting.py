"""The rest between two sets: begun with the set's own transaction, moved and ended by a key."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.domain import asked
from hybrid_tui.domain.entry import asked_rpe
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.rest_length import rest_after
from hybrid_tui.domain.set_record import SetRecord
from hybrid_tui.domain.sheet import Sheet, SheetSet, Target
from hybrid_tui.store import reads_sessions, reads_timer, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import Rest
from hybrid_tui.store.writer import Writer


def begin(writer: Writer, moment: Moment, seconds: float, block_id: str, then: str) -> None:
    """Note that a rest of so many seconds began now."""
    writes.save_rest(
        writer,
        Rest(
            boot_us=moment.boot_us,
            at_us=moment.at_us,
            boot_id=moment.boot_id,
            seconds=seconds,
            block_id=block_id,
            words=then[:200],
        ),
    )


def running(store: Store, moment: Moment) -> Rest | None:
    """The rest that still runs at `moment`, also after a restart; None when it is over."""
    rest = reads_timer.rest(store)
    if rest is None:
        return None
    same = rest.boot_id == moment.boot_id
    gone = (moment.boot_us - rest.boot_us if same else moment.at_us - rest.at_us) / 1_000_000
    return rest if 0 <= gone < rest.seconds else None


def moved(store: Store, seconds: float) -> None:
    """Note the new length of the rest that runs, in seconds. Raises StoreError."""
    rest = reads_timer.rest(store)
    if rest is not None:
        with store.write("move the rest", undoable=False) as writer:
            writes.save_rest(writer, replace(rest, seconds=min(max(seconds, 0.0), 86_400.0)))


def why(store: Store, rest: Rest) -> str:
    """Why a stored rest is that long, worked out again from its set; empty once a person moved its end."""
    block = reads_sessions.block(store, rest.block_id or "")
    done = (
        next((each for each in block.sets if each.at_us == rest.at_us), None) if block is not None else None
    )
    if block is None or done is None:
        return ""
    targets = asked.decode(block.asked)
    target = targets[done.position] if done.position < len(targets) else Target(role=done.role)
    length = rest_after(done, target, block.rest_seconds, asked_rpe=asked_rpe(target.effort))
    return length.words if length is not None and length.seconds == round(rest.seconds) else ""


def running_with_why(store: Store, moment: Moment) -> tuple[Rest, str] | None:
    """The rest that still runs at `moment`, and why it is that long."""
    rest = running(store, moment)
    return None if rest is None else (rest, why(store, rest))


def undone(store: Store, writer: Writer, done: SetRecord) -> bool:
    """Forget the rest if this set began it; whether it did."""
    rest = reads_timer.rest(store)
    if rest is None or rest.block_id != done.block_id or rest.at_us != done.at_us:
        return False
    writes.end_rest(writer)
    return True


def ended(store: Store) -> None:
    """Forget the rest. Raises StoreError."""
    with store.write("end the rest", undoable=False) as writer:
        writes.end_rest(writer)


def what_follows(sheet: Sheet) -> str:
    """What comes next in a session: `Pull-up set 1 of 4`, a timed line's name, or empty at its end."""
    next_up = sheet.next_up
    if next_up is None:
        return ""
    block, row = next_up
    return f"{block.name} {row_words(row, block.sets)}" if row is not None else block.name


def row_words(row: SheetSet, rows: tuple[SheetSet, ...]) -> str:
    """`set 1 of 4`; warm-up sets are counted apart."""
    same = [each for each in rows if (each.target.role == "warm-up") == (row.target.role == "warm-up")]
    kind = "warm-up" if row.target.role == "warm-up" else "set"
    return f"{kind} {row.number} of {len(same)}"
