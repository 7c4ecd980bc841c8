"""Blocks looked back on, worked by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybrid_tui.domain.block_review import LiftChange, Verdict, lift_change, next_block, push_and_pull
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.notation.programme_printing import print_programme
from hybrid_tui.domain.trend import DaySet
from tests.coach.diary import LIBRARY

FIRST = date(2026, 11, 2)
LAST = FIRST + timedelta(days=27)
TEXT = """# Plan
weeks: 4, deload 4 -40%, then week 1

## mon  Lower
back squat [3,3,4,2]x5 @2rir
bench press 3x5 @2rir
"""


def week(number: int) -> date:
    return FIRST + timedelta(days=7 * number)


def change(before: float, after: float, exercise: str = "back_squat") -> LiftChange:
    return LiftChange(exercise=exercise, name=exercise, before=before, after=after, unit="kg")


def test_the_best_of_each_half_is_compared() -> None:
    loads = ((0, 5, 80.0), (1, 5, 82.5), (2, 6, 82.5))
    sets = [DaySet(week(number), reps, kg, False) for number, reps, kg in loads]
    found = lift_change("back_squat", "Back squat", sets, FIRST, LAST)
    assert found is not None
    assert found.before == pytest.approx(96.25)
    assert found.after == pytest.approx(99.0)
    assert found.percent == pytest.approx(2.857, abs=1e-3)
    assert found.verdict is Verdict.PROGRESSED
    assert lift_change("back_squat", "Back squat", sets[:2], FIRST, LAST) is None


def test_verdicts_at_their_borders() -> None:
    assert change(100, 101).verdict is Verdict.PROGRESSED
    assert change(100, 100.5).verdict is Verdict.STALLED
    assert change(100, 97.5).verdict is Verdict.FELL


@pytest.mark.parametrize(
    ("kept", "ready", "line"),
    [
        (90.0, 75.0, "back squat [4,4,5,2]x5 @2rir"),
        (90.0, 50.0, "back squat [2,2,3,2]x5 @2rir"),
        (90.0, None, "back squat [4,4,5,2]x5 @2rir"),
        (60.0, 75.0, "back squat [3,3,4,2]x5 @2rir"),
    ],
)
def test_a_lift_that_stood_still_gets_a_set_as_recovery_allows(
    kept: float, ready: float | None, line: str
) -> None:
    programme = parse_programme(TEXT, names=LIBRARY.catalogue)
    found, said = next_block(programme, [change(100, 100), change(100, 105, "bench_press")], kept, ready)
    text = print_programme(found)
    assert line in text.casefold()
    assert "bench press 3x5 @2rir" in text.casefold()
    assert said
    assert parse_programme(text, names=LIBRARY.catalogue).title == "Plan"


def test_presses_and_pulls_are_counted_by_pattern() -> None:
    counted = [("bench_press", 4), ("pull_up", 3), ("barbell_row", 3), ("back_squat", 5)]
    assert push_and_pull(counted, LIBRARY.catalogue) == (4, 6)
