from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybrid_tui.domain.calendar import day_from, day_words, monday_of, week_days, week_label, week_number


def test_a_week_begins_where_one_likes() -> None:
    wednesday = date(2026, 11, 25)
    assert monday_of(wednesday) == date(2026, 11, 23)
    assert monday_of(wednesday, first_day=6) == date(2026, 11, 22)
    assert monday_of(date(2026, 11, 22), first_day=6) == date(2026, 11, 22)


@given(st.dates(date(1971, 1, 1), date(2200, 1, 1)), st.integers(0, 6))
def test_the_day_is_in_its_own_week(day: date, first_day: int) -> None:
    monday = monday_of(day, first_day=first_day)
    assert monday.weekday() == first_day
    assert day in week_days(monday)
    if first_day == 0:
        assert week_number(monday) == day.isocalendar().week


@pytest.mark.parametrize(
    ("monday", "label"),
    [
        (date(2026, 11, 23), "Week 48 · 23–29 Nov 2026"),
        (date(2026, 11, 30), "Week 49 · 30 Nov – 6 Dec 2026"),
        (date(2026, 12, 28), "Week 53 · 28 Dec 2026 – 3 Jan 2027"),
        (date(2024, 12, 30), "Week 1 · 30 Dec 2024 – 5 Jan 2025"),
    ],
)
def test_week_labels(monday: date, label: str) -> None:
    assert week_label(monday) == label


@pytest.mark.parametrize(
    ("apart", "words"),
    [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (2, "Fri"), (9, "Fri 4 Dec"), (-400, "21 Oct 2025")],
)
def test_days_in_words(apart: int, words: str) -> None:
    today = date(2026, 11, 25)
    assert day_from(today + timedelta(days=apart), today) == words
    assert day_words(today) == "Wed 25 Nov"
