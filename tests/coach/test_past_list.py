"""The list of all sessions, whole or some at a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybrid_tui.coach.past_list import past_list
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.store import writes
from hybrid_tui.store.database import open_memory
from tests.coach.diary import LIBRARY, SUNDAY, moment_on
from tests.fixed_clock import FixedClock


@pytest.mark.parametrize("most", [2, 3, 5, 40])
def test_some_at_a_time_come_to_the_same_list(most: int) -> None:
    store, moment = open_memory(clock=FixedClock()), moment_on(SUNDAY)
    with store.write("a log with two sessions on some days") as writer:
        for number in range(12):
            day = date(2026, 11, 20) - timedelta(days=2 * (number // 2) + (number % 3 == 0))
            session = SessionRecord(
                id=f"s{number:02}",
                day=day,
                name=f"Session {number}",
                kind=SessionKind.MIXED,
                status=SessionStatus.DONE,
                zone="UTC",
            )
            writes.save(writer, session)
    whole = past_list(store, LIBRARY, moment)
    found = past_list(store, LIBRARY, moment, most)
    lines = list(found.lines)
    while (rest := found.older_missing(most)) is not None and rest[0].lines:
        lines = [line for line in lines if line.day > rest[1]]
        found = past_list(store, LIBRARY, moment, most, rest[1])
        lines += found.lines
    if most > 2:
        assert tuple(lines) == whole.lines
    assert whole.total == 12
