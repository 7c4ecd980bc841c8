"""Weeks that share what they are made from are the weeks that would be worked out alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hybrid_tui.coach import weeks
from hybrid_tui.coach.library import Library
from hybrid_tui.store.database import Store
from tests.coach.evening import Evening
from tests.coach.test_weeks_looked_at import questions

WEEK = timedelta(days=7)
ROUNDS = """# Rounds
weeks: 3, deload 3 -40%, then week 2

## day 1  Lower
back squat [3,4,5]x5 100kg rest 3m  ; +2.5kg
hill sprint: [4,5,6]x(8s @9 hill 8% / 60s walk)

## day 4  Upper
bench press 3x6-8 60kg @2rir rest 3m  ; double +2.5kg
"""


def test_weeks_of_a_plan_are_the_same_turned_to_and_alone() -> None:
    evening = Evening()
    evening.follow(ROUNDS, start=evening.clock.today() - 30 * WEEK)
    library = Library()
    this = weeks.week(evening.store, library, evening.now).first
    for back in (8, 5, 6, 4, 2, 1, 0, -1):
        first = this - back * WEEK
        alone = weeks.week(evening.store, Library(), evening.now, first)
        assert weeks.week(evening.store, library, evening.now, first) == alone
        assert any(day.sessions for day in alone.week.days)


def test_a_week_beside_one_reads_its_own_days_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    evening = Evening()
    evening.follow(ROUNDS, start=evening.clock.today() - 30 * WEEK)
    library = Library()
    this = weeks.week(evening.store, library, evening.now, evening.now.day - 20 * WEEK).first
    spans: list[tuple[object, ...]] = []
    rows = Store.rows

    def ask(self: Store, sql: str, parameters: tuple[object, ...] = ()) -> object:
        if sql.startswith("SELECT * FROM session WHERE session.day BETWEEN"):
            spans.append(tuple(parameters))
        return rows(self, sql, parameters)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "rows", ask)
    weeks.week(evening.store, library, evening.now, this - WEEK)
    earliest = this - 7 * WEEK
    assert spans == [(earliest.isoformat(), (earliest + timedelta(days=6)).isoformat())]
    asked = questions(evening.store, monkeypatch)
    weeks.week(evening.store, library, evening.now, this - WEEK)
    assert len(asked) <= 2  # whether anything was written since, and no more
