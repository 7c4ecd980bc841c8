"""Where the figures of a week come from."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.week import fold_week
from hybrid_tui.domain.week_sources import sources
from tests.domain.sessions import CATALOGUE, easy, hills, session, sets

MONDAY = date(2026, 11, 23)


def test_each_figure_is_the_sum_of_what_its_sessions_gave() -> None:
    records = [
        session(MONDAY, sets("back_squat", 5, 5, 5), name="Lower", minutes=60, rpe=6),
        session(MONDAY + timedelta(days=2), hills(8), easy(20), name="Hills", minutes=50, rpe=9),
    ]
    found = sources(fold_week(MONDAY, records, CATALOGUE))
    assert found["load"] == ("360 Mon (60 min × 6) + 450 Wed (50 min × 9) = 810",)
    assert found["sprint seconds"] == ("96 Wed = 96",)
    assert found["hard sets"][:2] == ("quads: 3 Mon = 3", "glutes: 3 Mon = 3")
    assert found["monotony"][0].startswith("360 0 450 0 0 0 0 = 0.6")
    assert found["strain"][0].startswith("810 × 0.6")
    assert "contacts" not in found


def test_an_unknown_load_is_a_dash_and_not_counted() -> None:
    records = [
        session(MONDAY, easy(20), name="Run", minutes=None, rpe=None),
        session(MONDAY + timedelta(days=1), easy(20), name="Run", minutes=20, rpe=3),
    ]
    found = sources(fold_week(MONDAY, records, CATALOGUE))
    assert found["load"] == ("– Mon + 60 Tue (20 min × 3) = 60",)
    assert "monotony" not in found


def test_two_sessions_of_a_day_are_told_apart() -> None:
    records = [session(MONDAY, easy(20), name=name, minutes=20, rpe=3) for name in ("Run", "Jog")]
    found = sources(fold_week(MONDAY, records, CATALOGUE))
    assert found["load"] == ("60 Mon Run (20 min × 3) + 60 Mon Jog (20 min × 3) = 120",)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 90), st.integers(1, 10)), min_size=1, max_size=7))
@settings(max_examples=50)
def test_the_sums_come_to_what_the_week_shows(given_sessions: list[tuple[int, int, int]]) -> None:
    records = [
        session(MONDAY + timedelta(days=day), easy(minutes), minutes=minutes, rpe=rpe)
        for day, minutes, rpe in given_sessions
    ]
    week = fold_week(MONDAY, records, CATALOGUE)
    assert sources(week)["load"][0].rpartition(" = ")[2] == f"{week.totals.load:g}"
