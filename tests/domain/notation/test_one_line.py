"""A circuit on one line, as the timer's list shows it and as it may be typed."""

from __future__ import annotations

import pytest

from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.printing import on_one_line, reads_on_one_line


@pytest.mark.parametrize(
    ("printed", "shown", "typed"),
    [
        ("4x4: 4x(4m @8 / 3m jog)", "4x4: 4x(4m @8 / 3m jog)", True),
        ("emom 10m:\n  push-up 8\n  squat 10 20kg", "emom 10m: push-up 8 + squat 10 20kg", True),
        ("amrap 12m:  ; +1rep\n  burpee 5", "amrap 12m: ; +1rep burpee 5", False),
        ("emom 10m:\n  run: 100mtr\n  squat 10  // low", "emom 10m: run: 100mtr + squat 10 // low", False),
    ],
)
def test_the_lines_of_a_round_stand_behind_one_another(printed: str, shown: str, typed: bool) -> None:
    assert on_one_line(printed) == shown
    assert reads_on_one_line(printed) is typed
    if typed:
        assert parse_plan_line(shown) == parse_plan_line(printed)
