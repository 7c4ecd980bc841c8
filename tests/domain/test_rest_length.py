from __future__ import annotations

import pytest

from hybrid_tui.domain.in_session import lighter_rest_of
from hybrid_tui.domain.plates import KG_RACK
from hybrid_tui.domain.rest_length import rest_after
from hybrid_tui.domain.set_record import SetRecord, SetRole
from hybrid_tui.domain.sheet import Target


def done(rpe: float | None = None, role: SetRole = SetRole.WORK, load: str | None = "80kg") -> SetRecord:
    return SetRecord(id="s", block_id="b", position=0, reps=5, rpe=rpe, role=role, load=load)


@pytest.mark.parametrize(
    ("rpe", "role", "words"),
    [
        (8.0, SetRole.WORK, "3:00 after a hard set"),
        (9.0, SetRole.WORK, "3:30 after a set harder than asked"),
        (10.0, SetRole.WORK, "4:00 after a set harder than asked"),
        (8.5, SetRole.WORK, "3:00 after a hard set"),
        (6.0, SetRole.WORK, "2:30 after a set easier than asked"),
        (None, SetRole.WORK, "3:00 after a set"),
        (8.0, SetRole.FAILURE, "4:00 after a set to failure"),
        (None, SetRole.WARM_UP, "1:00 after a warm-up set"),
    ],
)
def test_the_rest_follows_exercise_and_effort_and_says_so(
    rpe: float | None, role: SetRole, words: str
) -> None:
    found = rest_after(done(rpe, role), Target(), 180, asked_rpe=8)
    assert found is not None
    assert found.words == words
    minutes, seconds = words.split(" ")[0].split(":")
    assert found.seconds == 60 * int(minutes) + int(seconds)


def test_no_rest_where_the_next_set_follows_at_once() -> None:
    assert rest_after(done(8), Target(), 0, asked_rpe=8) is None


def test_a_short_rest_is_never_cut_below_two_thirds() -> None:
    found = rest_after(done(5), Target(), 60, asked_rpe=8)
    assert found is not None
    assert found.seconds == 40


def test_a_first_set_two_points_harder_proposes_five_to_ten_percent_less() -> None:
    said = lighter_rest_of(done(10), 8, waiting=3, rack=KG_RACK)
    assert said == "Much harder than asked: 70-75 kg for the rest is 5-10 % less."
    assert lighter_rest_of(done(9.5), 8, waiting=3, rack=KG_RACK) == ""
    assert lighter_rest_of(done(10), 8, waiting=0, rack=KG_RACK) == ""
    assert "repetition" in lighter_rest_of(done(10, load="bw"), 8, waiting=1)
