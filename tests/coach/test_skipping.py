"""A line that is left out, and what a pain leaves in Recovery."""

from __future__ import annotations

import pytest

from hybrid_tui.coach import blocks
from hybrid_tui.store import reads_days
from tests.coach.evening import Evening


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Bench press", "Bench press skipped: pain. Chest is marked in Recovery."),
        ("Warm-up", "Warm-up skipped: pain. Say in Recovery what hurts."),
        ("Hill sprint", "Hill sprint skipped: pain. Say in Recovery what hurts."),
    ],
)
def test_a_pain_says_what_it_marked_and_answers_no_morning_where_it_marks_nothing(
    name: str, words: str
) -> None:
    evening = Evening()
    evening.follow()
    outcome = blocks.skip(evening.store, evening.library, evening.now, evening.spot(name), "pain")
    assert outcome.words == words
    marks = "marked" in words
    assert (reads_days.checkin(evening.store, evening.clock.today()) is not None) == marks
