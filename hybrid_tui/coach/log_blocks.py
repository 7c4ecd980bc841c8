"""Blocks that logged sets and steps fill: rows that are still asked for come first, further ones follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hybrid_tui.domain import asked
from hybrid_tui.domain.kept_line import kept_steps
from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import BlockStatus, SessionStatus, SetRecord, SetRole
from hybrid_tui.domain.sheet_words import work_done
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.workout import StepKind


def of_lift(session: SessionRecord, exercise: str | None, *, side: bool) -> tuple[BlockRecord, ...]:
    """The session's blocks that sets of an exercise belong to, in order.

    In hand every block of it that is work; in a session that was logged only one done on the same sides.
    """
    in_hand = session.status is SessionStatus.OPEN
    return tuple(
        block
        for block in sorted(session.blocks, key=lambda each: each.position)
        if exercise is not None
        and block.exercise == exercise
        and not block.timed
        and block.part == "work"
        and (in_hand or block.side == side)
    )


def with_sets(blocks: Sequence[BlockRecord], rows: Sequence[SetRecord]) -> tuple[BlockRecord, ...]:
    """The blocks with the sets on their free rows, and what is over behind the last block's rows."""
    changed = list(blocks)
    waiting = list(rows)
    for place, block in enumerate(changed):
        free = _free_rows(block)
        here = waiting[: len(free)] if place < len(changed) - 1 else waiting[:]
        del waiting[: len(here)]
        changed[place] = _with_sets(block, here, free)
    return tuple(changed)


def _free_rows(block: BlockRecord) -> list[int]:
    """Rows of working sets that are asked and not done."""
    taken = {each.position for each in block.sets}
    targets = asked.decode(block.asked)
    return [
        row for row, target in enumerate(targets) if row not in taken and target.role is not SetRole.WARM_UP
    ]


def _with_sets(block: BlockRecord, rows: Sequence[SetRecord], free: Sequence[int]) -> BlockRecord:
    if not rows:
        return block
    targets = asked.decode(block.asked)
    behind = max([len(targets) - 1, *(each.position for each in block.sets)], default=-1) + 1
    places = [*free, *range(behind, behind + len(rows))]
    done = tuple(
        replace(
            each,
            block_id=block.id,
            position=place,
            role=targets[place].role if place < len(targets) else SetRole.WORK,
        )
        for each, place in zip(rows, places, strict=False)
    )
    filled = replace(block, sets=(*block.sets, *done))
    status = BlockStatus.OPEN if _free_rows(filled) else BlockStatus.DONE
    return replace(filled, status=status, reason="")


def waiting_run(session: SessionRecord, exercise: str | None) -> BlockRecord | None:
    """The first line of that run in the session in hand of which nothing was run yet."""
    if session.status is not SessionStatus.OPEN or exercise is None:
        return None
    for block in sorted(session.blocks, key=lambda each: each.position):
        fresh = not block.intervals and block.status in (BlockStatus.OPEN, BlockStatus.SKIPPED)
        if block.timed and block.exercise == exercise and block.part == "work" and fresh:
            return block
    return None


def with_steps(block: BlockRecord, steps: tuple[IntervalRecord, ...]) -> BlockRecord:
    """The block with what was run of it: done when no fewer work steps were run than it asks."""
    filled = replace(block, intervals=steps, reason="")
    done, _ = work_done(filled)
    asked = sum(step.kind is StepKind.WORK for step in kept_steps(block.line))
    status = BlockStatus.DONE if done >= asked else BlockStatus.PARTIAL
    return replace(filled, status=status)


def noted(block: BlockRecord, words: str) -> BlockRecord:
    """The block with a further note."""
    return replace(block, note=joined(block.note, words))


def joined(note: str, more: str) -> str:
    """A note and what is added to it."""
    return clean("; ".join(part for part in (note, more.strip()) if part), limit=2000)
