"""Typed filters, understood."""

from __future__ import annotations

from datetime import date

import pytest

from hybrid_tui.domain.past_filter import fold, read_filter

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("last month", date(2026, 2, 1), date(2026, 2, 28)),
        ("this week", date(2026, 3, 9), date(2026, 3, 15)),
        ("last week", date(2026, 3, 2), date(2026, 3, 8)),
        ("last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("yesterday", date(2026, 3, 9), date(2026, 3, 9)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-03-18", date(2025, 3, 18), date(2025, 3, 18)),
        ("March", date(2026, 3, 1), date(2026, 3, 31)),
        ("nov", date(2025, 11, 1), date(2025, 11, 30)),
        ("nov 2023", date(2023, 11, 1), date(2023, 11, 30)),
    ],
)
def test_words_of_time_are_days(text: str, first: date, last: date) -> None:
    found = read_filter(text, TODAY)
    assert (found.words, found.first, found.last) == ((), first, last)


def test_all_words_must_fit_and_diacritics_do_not_count() -> None:
    wanted = read_filter("ELAN hügel 2026", TODAY)
    assert wanted.fits(TODAY, fold("Élan am Hugel"))
    assert not wanted.fits(TODAY, fold("Élan"))
    assert not wanted.fits(date(2025, 3, 10), fold("Élan am Hügel"))


def test_what_is_no_day_is_a_word() -> None:
    assert read_filter("2025-13 last mile", TODAY).words == ("2025-13", "last", "mile")
