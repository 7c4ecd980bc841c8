"""Typed filters, understood."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("2023 November", date(2023, 11, 1), date(2023, 11, 30)),
        ("18 march", date(2025, 3, 18), date(2025, 3, 18)),
        ("9 mar", date(2026, 3, 9), date(2026, 3, 9)),
        ("18 mar 2024", date(2024, 3, 18), date(2024, 3, 18)),
        ("march 18 2024", date(2024, 3, 18), date(2024, 3, 18)),
        ("29 feb", date(2024, 2, 29), date(2024, 2, 29)),
        ("last 30 days", date(2026, 2, 9), date(2026, 3, 10)),
        ("last 2 weeks", date(2026, 2, 25), date(2026, 3, 10)),
        ("last 6 months", date(2025, 9, 11), date(2026, 3, 10)),
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
    for typed, said in (("aerobe", "Ærøbe"), ("dong da", "Đống Đa"), ("isi", "Işı"), ("don't", "Don’t")):
        assert read_filter(typed, TODAY).fits(TODAY, fold(said))


def test_what_is_no_day_is_a_word() -> None:
    assert read_filter("2025-13 last mile", TODAY).words == ("2025-13", "last", "mile")
    assert read_filter("last 9999 years", TODAY).words == ("last", "9999", "years")
    found = read_filter("31 feb squat 5", TODAY)
    assert (found.words, found.first) == (("31", "squat", "5"), date(2026, 2, 1))


def test_a_weekday_means_all_of_them() -> None:
    wanted = read_filter("sun hill 2026", TODAY)
    assert wanted.fits(date(2026, 3, 8), "hill sprint")
    assert not wanted.fits(date(2026, 3, 9), "hill sprint")
    assert read_filter("Sun 8 Mar", TODAY).fits(date(2026, 3, 8), "")


@given(st.text(max_size=60))
def test_any_text_is_understood_and_a_text_is_found_by_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    wanted = read_filter(text, TODAY)
    if wanted.first == date.min and wanted.last == date.max and not wanted.weekdays:
        assert wanted.fits(TODAY, fold(text))
