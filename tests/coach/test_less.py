"""Doing less: the first set of each lift and half the repeats, kept as the session's minimum."""

from __future__ import annotations

import pytest

from hybrid_tui.coach import blocks, finishing, less, lifting
from hybrid_tui.domain.set_record import BlockStatus, SessionStatus
from hybrid_tui.store import journal, reads_sessions
from tests.coach.evening import Evening

LONG = """# Less
weeks: 2

## day 1  All of it
warm-up: 5m walk
bench press 3x6-8 60kg @2rir rest 3m  ; double +2.5kg
plank 2x45s
hill sprint: 8x(8s @9 hill 8% / 60s walk)
easy run: 41m @easy
"""


@pytest.fixture
def evening() -> Evening:
    made = Evening()
    made.follow(LONG)
    return made


def take(evening: Evening) -> None:
    less.take(evening.store, evening.library, evening.now, evening.spot("Bench press"))


def test_every_line_says_what_is_left_before_it_is_taken(evening: Evening) -> None:
    shown = less.lines(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    assert shown == (
        ("Bench press", "3 → 1 set"),
        ("Plank", "2 → 1 set"),
        ("Hill sprint", "8 → 4 repeats"),
        ("Easy run", "41 → 20 min"),
    )
    assert evening.sheet().session_id is None, "looking at it begins nothing"
    blocks.skip(evening.store, evening.library, evening.now, evening.spot("Plank"), "pain")
    left = less.lines(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    assert [name for name, _ in left] == ["Bench press", "Hill sprint", "Easy run"]


def test_done_like_that_it_is_the_minimum_and_the_next_time_is_as_before(evening: Evening) -> None:
    take(evening)
    sheet = evening.sheet()
    assert sheet.minimum
    assert sheet.sets_total == 2
    for name in ("Bench press", "Plank"):
        lifting.tick(evening.store, evening.library, evening.now, evening.spot(name))
    for name in ("Warm-up", "Hill sprint", "Easy run"):
        blocks.tick_timed(evening.store, evening.library, evening.now, evening.spot(name))
    session_id = evening.sheet().session_id or ""
    summary = finishing.finish(evening.store, evening.library, evening.now, session_id, 5, "")
    assert summary.status == "minimum"
    record = reads_sessions.session(evening.store, session_id)
    assert record is not None
    assert record.status is SessionStatus.MINIMUM
    assert sum(each.sprint for block in record.blocks for each in block.intervals) == 4
    evening.clock.advance(7 * 86_400)
    assert evening.block("Bench press").load_text == "60 kg"
    assert evening.sheet().sets_total == 5


def test_sets_that_were_done_stay_and_one_key_brings_the_rest_back(evening: Evening) -> None:
    for row in (0, 1):
        lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press", row))
    take(evening)
    assert evening.block("Bench press").status is BlockStatus.DONE
    assert len(evening.block("Bench press").sets) == 2
    journal.undo(evening.store)
    assert len(evening.block("Bench press").sets) == 3
    assert not evening.sheet().minimum


def test_left_half_done_the_minimum_is_partial(evening: Evening) -> None:
    take(evening)
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    session_id = evening.sheet().session_id or ""
    assert (
        finishing.finish(evening.store, evening.library, evening.now, session_id, 5, "").status == "partial"
    )
