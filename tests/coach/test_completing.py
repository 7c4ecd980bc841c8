from __future__ import annotations

import pytest

from hybrid_tui.coach import log, own_exercises
from hybrid_tui.coach.completing import completed
from hybrid_tui.coach.library import Library
from tests.coach.evening import Evening


@pytest.fixture
def evening() -> Evening:
    return Evening(library=Library())


def rest(evening: Evening, text: str) -> str | None:
    return completed(evening.store, evening.library, evening.now, text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("back sq", "back squat"),
        ("Back sq", "Back squat"),
        ("slept 7h30; hill spr", "slept 7h30; hill sprint"),
        ("b", None),
        ("back squat", None),
        ("back squat 5x5 80k", None),
        ("", None),
        ("zzz", None),
    ],
)
def test_a_name_that_was_begun_is_completed(evening: Evening, text: str, whole: str | None) -> None:
    assert rest(evening, text) == whole


def test_what_was_done_lately_goes_first_and_own_names_count(evening: Evening) -> None:
    log.log_text(evening.store, evening.library, evening.now, "leg curl 3x10 40kg")
    assert rest(evening, "leg") == "leg curl"
    own_exercises.save(evening.store, evening.library, evening.now, "Zercher lunge like lunge")
    assert rest(evening, "zerch") in ("zercher lunge", "zercher squat")
