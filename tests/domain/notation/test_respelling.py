from __future__ import annotations

import pytest

from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.notation.respelling import respelled


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("easy run: 5 km", "easy run: 5km"),
        ("easy run: 1 hour 30 minutes", "easy run: 1h30"),
        ("slept 7.5 hours", "slept 7h30"),
        ("slept 7,25h", "slept 7h15"),
        ("8x(400 m / 90 sec)", "8x(400mtr / 90s)"),
        ("8 x (12s / 90s)", "8x(12s / 90s)"),
        ("squat 5 sets of 5 reps @ 100 kilos", "squat 5x5 100kg"),
        ("bench press 5 x 5 @60kg", "bench press 5x5 60kg"),
        ("deadlift 140kg x 5", "deadlift 5 140kg"),
        ("deadlift 140kg x 5 x 3", "deadlift 3x5 140kg"),
        ("dips 3x8 bw + 10 kg", "dips 3x8 bw+10kg"),
        ("6x20s w/ 2min rest", "6x20s rest 2m"),
        ("back squat 82.5kg 6 6 6 5 @8", "back squat 82.5kg 6 6 6 5 @8"),
    ],
)
def test_common_spellings_become_those_of_the_notation(written: str, meant: str) -> None:
    assert respelled(written) == meant


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("squat 3 x 8 60kg", "squat 3x8 60kg"),
        ("squat 3 × 5+ @8", "squat 3x5+ @8"),
        ("plank 3 x 45s rest 1m", "plank 3x45s rest 1m"),
        ("lunge [3,4] x 8/side", "lunge [3,4]x8 a side"),
    ],
)
def test_spaces_around_x_are_read_between_sets_and_repetitions(text: str, printed: str) -> None:
    assert print_line(parse_plan_line(text)) == printed
