"""Whatever line a hint offers can be read: nobody is sent in a circle."""

from __future__ import annotations

import re

import pytest

from hybrid_tui.coach.library import Library
from hybrid_tui.coach.line_reading import read_log, read_plan_line
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.timed import parse_timed

LIBRARY = Library()

LOGGED = [
    ("hill sprint 8x12s", 6, "hill sprint: 8x(12s)"),
    ("hill sprints 10 x 10s hill", 23, "hill sprints: 10x(10s hill)"),
    ("6x20s w/ 2min rest", 1, "6x(20s / 2m rest)"),
    ("8 x 400m / 90s", 1, "8x(400mtr / 90s)"),
    ("8x400m / 90s", 1, "8x(400mtr / 90s)"),
    ("8x400 w 90s rest", 1, "8x(400mtr / 90s rest)"),
    ("8 x (12s hill / 90s walk)", 1, "8x(12s hill / 90s walk)"),
    ("8(12s / 90s)", 1, "8x(12s / 90s)"),
    ("intervals 4x4min / 3min", 18, "4x(4m intervals / 3m)"),
    ("4x4min", 1, "4x(4m)"),
    ("easy run: 5km,30m", 11, "easy run: 5km 30m"),
    ("easy run 5km", 6, "easy run: 5km"),
    ("easy run: 5k", 11, "easy run: 5km"),
    ("ran 5k in 27:30", 5, "easy run: 5km 27:30"),
    ("5k easy", 1, "5km easy"),
    ("10 km run", 1, "10km run"),
    ("run 30 min", 8, "easy run: 30m"),
    ("run for 30 minutes", 12, "easy run: 30m"),
    ("30 min run", 1, "30m run"),
    ("long run: 1h 30m", 14, "long run: 1h30"),
    ("easy run 40m 7.2km rpe 4", 6, "easy run: 40m 7.2km rpe 4"),
    ("tempo run: 20min @ tempo", 18, "tempo run: 20m @tempo"),
    ("bike 20min", 1, "20m bike"),
    ("bike: 20min", 1, "20m bike"),
    ("walk 40 minutes", 9, "40m walk"),
    ("warm-up 10m easy", 13, "warm-up: 10m easy"),
    ("bench 3x8 60", 11, "bench 3x8 60kg"),
    ("bench press 60 8 8 8", 21, "bench press 60kg 8 8 8"),
    ("bench press 8,8,8 60", 19, "bench press 8,8,8 60kg"),
    ("squat 3 x 8 @ 60kg", 13, "squat 3x8 60kg"),
    ("bench press 3x8@60kg", 13, "bench press 3x8 60kg"),
    ("3x8 60kg back squat", 1, "back squat 3x8 60kg"),
    ("10 pushups", 1, "pushups 10"),
    ("plank 3 x 1 min", 13, "plank 3x1m"),
    ("deadlift 1x5 315 lbs", 14, "deadlift 1x5 315lb"),
    ("deadlift 315x5", 10, "deadlift 315lb 5"),
    ("deadlift 140kg x 5", 16, "deadlift 5 140kg"),
    ("deadlift 140kgx5", 10, "deadlift 5 140kg"),
    ("deadlift 5@140kg", 10, "deadlift 5 140kg"),
    ("push-up 3x10 bodyweight", 14, "push-up 3x10 bw"),
    ("pull-up 3x5 +10kg", 13, "pull-up 3x5 bw+10kg"),
    ("dips 3x8 bw + 10kg", 13, "dips 3x8 bw+10kg"),
    ("back squat 5x5 100kg rpe 8", 1, "back squat 5x5 100kg @8"),
    ("back squat 5x5 100kg RIR 2", 22, "back squat 5x5 100kg @2rir"),
    ("back squat: 5x5 100kg", 11, "back squat 5x5 100kg"),
    ("back squat 5*5 100kg", 12, "back squat 5x5 100kg"),
    ("back squat 5 sets of 5 100kg", 14, "back squat 5x5 100kg"),
    ("weight 76", 1, "weight 76kg"),
    ("weight: 76 kg", 9, "weight 76kg"),
    ("slept 7.5h", 7, "slept 7h30"),
    ("sleep 7.5 hours", 7, "slept 7h30"),
    ("protein 30", 1, "protein 30g"),
    ("30g protein shake", 1, "protein 30g shake"),
    ("quads sore 3", 1, "sore quads 3"),
    ("rpe 7", 1, "session rpe 7"),
    ("session 1 hour", 9, "session 1h"),
    ("tm squat 140", 1, "tm squat 140kg"),
    ("rest day", 9, "rest"),
]
"""What is typed, where the mistake stands, and the line that was meant."""


@pytest.mark.parametrize(("text", "column", "meant"), LOGGED)
def test_a_wrong_line_of_the_log_is_answered_with_the_one_that_was_meant(
    text: str, column: int, meant: str
) -> None:
    with pytest.raises(NotationError) as caught:
        read_log(LIBRARY, text)
    error = caught.value
    assert (error.column, error.instead) == (column, meant)
    assert error.hint.endswith(meant)
    assert read_log(LIBRARY, meant)


PLANNED = [
    ("hill sprint 8x12s", "hill sprint: 8x(12s)"),
    ("ran 5k in 27:30", "easy run: 5km ~27:30"),
    ("run 30min", "easy run: 30m"),
    ("3x8 squat", "squat 3x8"),
    ("squat 5x5 @ 80 %", "squat 5x5 80%"),
    ("back squat 5x5 80% rest 3 min", "back squat 5x5 80% rest 3m"),
    ("emom 10: push-up 5", "emom 10m: push-up 5"),
    ("emom 10m push-up 5", "emom 10m: push-up 5"),
    ("hill sprint 8x12s  ; +2s // fast", "hill sprint: 8x(12s)  ; +2s // fast"),
]


@pytest.mark.parametrize(("text", "meant"), PLANNED)
def test_a_wrong_line_of_a_plan_is_answered_with_the_one_that_was_meant(text: str, meant: str) -> None:
    with pytest.raises(NotationError) as caught:
        read_plan_line(LIBRARY.catalogue, text)
    assert caught.value.instead == meant
    assert read_plan_line(LIBRARY.catalogue, meant)


@pytest.mark.parametrize("text", ["weight 76", "slept 7h30", "protein: 30g", "tm squat 140kg", "rest day"])
def test_a_fact_of_the_day_is_sent_to_the_log(text: str) -> None:
    with pytest.raises(NotationError, match="a line of the log, not of a plan") as caught:
        read_plan_line(LIBRARY.catalogue, text)
    offered = re.search(r'hybrid log "(.+)"', caught.value.hint)
    assert offered is not None
    assert read_log(LIBRARY, offered[1])


def test_the_timer_answers_with_what_it_can_run() -> None:
    with pytest.raises(NotationError) as caught:
        parse_timed("8x12s hill w/ 90s rest")
    assert caught.value.instead == "8x(12s hill / 90s rest)"


@pytest.mark.parametrize("text", ["8x(400m / 90s)", "row 2000m", "back squat 60,70kg 5", "1h5 walk"])
def test_two_readings_are_both_named_and_none_is_chosen(text: str) -> None:
    with pytest.raises(NotationError) as caught:
        read_plan_line(LIBRARY.catalogue, text)
    assert not caught.value.instead
    assert " or " in caught.value.hint


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3x8 squat", "squat 3x8"),
        ("squat 3x8", "squat 3x8 80kg"),
        ("row 3x10 24kg", "barbell row"),
        ("steps 10000", "stair run: 20m"),
        ("nonsense 3x5", "did you mean"),
    ],
)
def test_where_something_is_missing_the_hint_says_what(text: str, words: str) -> None:
    with pytest.raises(NotationError) as caught:
        read_log(LIBRARY, text)
    assert words in caught.value.hint


def test_a_mistake_in_one_of_several_lines_is_mended_alone() -> None:
    with pytest.raises(NotationError) as caught:
        read_log(LIBRARY, "slept 7h30; squat 3x8 60")
    assert (caught.value.column, caught.value.instead) == (23, "squat 3x8 60kg")
