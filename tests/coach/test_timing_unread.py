from __future__ import annotations

import pytest

from hybrid_tui.coach import timing, timing_unread
from hybrid_tui.coach.loaded import load
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.store import reads_sessions, reads_timer, writes
from hybrid_tui.store.rows import TimerRun
from tests.coach.evening import Evening


@pytest.fixture
def evening() -> Evening:
    """A run whose line a later version wrote, last seen after four minutes."""
    evening = Evening()
    loaded = timing.start(evening.store, evening.library, evening.now, load("hills: 3x(8s / 60s)"), 0)
    assert loaded.run_id is not None
    evening.clock.advance(250)
    timing.beat(evening.store, evening.now, loaded.run_id, 250.0)
    with evening.store.write("a later version", undoable=False) as writer:
        writes.change(writer, TimerRun, loaded.run_id, line="hills: 3y{8s}")
    return evening


def test_what_is_known_is_kept_as_a_part(evening: Evening) -> None:
    with pytest.raises(NotationError):
        timing.running(evening.store, evening.now)
    found = timing_unread.unread(evening.store)
    assert found == timing_unread.UnreadRun(line="hills: 3y{8s}", seconds=250.0)

    outcome = timing_unread.put_away(evening.store, evening.now, keep=True)
    assert outcome.words.startswith("Timer: 4:10 kept")
    record = reads_sessions.session(evening.store, outcome.session_id or "")
    assert record is not None
    assert (record.status, record.minutes) == (SessionStatus.PARTIAL, 4.2)
    assert "hills: 3y{8s}" in record.blocks[0].note
    assert reads_timer.running_timer(evening.store) is None


def test_it_can_be_put_away_without_a_trace(evening: Evening) -> None:
    outcome = timing_unread.put_away(evening.store, evening.now, keep=False)
    assert outcome.session_id is None
    assert timing.running(evening.store, evening.now) is None
    with pytest.raises(NothingThere):
        timing_unread.put_away(evening.store, evening.now, keep=True)
