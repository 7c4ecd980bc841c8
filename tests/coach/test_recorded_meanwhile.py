"""What is ticked although it was recorded already: by another program, or in part by the timer."""

from __future__ import annotations

import pytest

from hybrid_tui.coach import blocks, lifting
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.domain.record import BlockRecord, IntervalRecord
from hybrid_tui.domain.set_record import BlockStatus
from hybrid_tui.store import reads_sessions, writes
from tests.coach.evening import Evening


@pytest.fixture
def evening() -> Evening:
    made = Evening()
    made.follow()
    return made


def test_what_another_program_has_recorded_meanwhile_is_not_recorded_twice(evening: Evening) -> None:
    """The screen still asks for it, and `space` is pressed."""
    lift, run = evening.spot("Bench press"), evening.spot("Hill sprint")
    lifting.tick(evening.store, evening.library, evening.now, lift)
    with pytest.raises(NothingThere, match="recorded already"):
        lifting.tick(evening.store, evening.library, evening.now, lift)
    blocks.tick_timed(evening.store, evening.library, evening.now, run)
    with pytest.raises(NothingThere, match="recorded already"):
        blocks.tick_timed(evening.store, evening.library, evening.now, run)
    assert [each.number for each in evening.block("Bench press").sets if each.done] == [1]
    assert evening.block("Hill sprint").change == "3 of 3"


def test_a_run_that_was_begun_is_ticked_to_its_end(evening: Evening) -> None:
    """The timer was ended after the first climb, the line asked again, and its rest done by feel."""
    run = evening.spot("Hill sprint")
    blocks.tick_timed(evening.store, evening.library, evening.now, run)
    ran = evening.sheet().session_id
    assert ran is not None
    found = reads_sessions.session(evening.store, ran)
    assert found is not None
    block = next(each for each in found.blocks if each.name == "Hill sprint")
    with evening.store.write("as the timer would leave it") as writer:
        for each in block.intervals[2:]:
            writes.remove(writer, IntervalRecord, each.id)
        writes.change(writer, BlockRecord, block.id, status=BlockStatus.PARTIAL)
    blocks.unskip(evening.store, evening.library, evening.now, evening.spot("Hill sprint"))
    before = evening.sheet()
    outcome = blocks.tick_timed(evening.store, evening.library, evening.now, evening.spot("Hill sprint"))
    assert outcome.sheet is not None
    assert outcome.sheet.in_its_day(before) == evening.sheet()
    assert (evening.block("Hill sprint").change, evening.sheet().sprint_seconds) == ("3 of 3", 24)
