"""Nights of a week: what is missing, and when it is worth a word (2.15)."""

from __future__ import annotations

from hybrid_tui.domain.sleep import short_sleep_words, sleep_debt, sleeps_too_little


def test_the_debt_counts_nights_that_are_known() -> None:
    nights = [480.0, 420, 500, None, 450, 480, 400]
    assert sleep_debt(nights) == 60 + 30 + 80
    assert sleep_debt(nights, target=420) == 20
    assert sleep_debt([None] * 7) is None


def test_a_week_under_seven_hours_is_said_and_no_other() -> None:
    assert not sleeps_too_little([420.0] * 7)
    assert sleeps_too_little([419.0] * 7)
    assert not sleeps_too_little([300.0, 300, 300, None, None, None, None]), "three nights are no week"
    assert short_sleep_words([420.0] * 7) == ""
    assert short_sleep_words([None] * 7) == ""
    nights = [390.0, 405, 400, None, 480, 400, None]
    assert short_sleep_words(nights) == "under 7 h a night, 5:25 short in 5 nights"
    assert short_sleep_words(nights, target=450) == "under 7 h a night, 3:25 short in 5 nights"
