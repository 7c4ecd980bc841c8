"""When a deload is suggested: the rows of 7.3, and what too few mornings may not say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybrid_tui.domain.deload_signs import (
    REST_RUNNING,
    Signs,
    deload_due,
    deload_reasons,
    lifts_down,
    rest_running,
    signs_of,
    suggested,
)
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.recovery import Readiness, readiness

DAY = date(2026, 11, 25)


def morning(ago: int, answer: int = 2, *, slept: int | None = 480, legs: int | None = 1) -> CheckIn:
    return CheckIn(
        day=DAY - timedelta(days=ago),
        sleep=answer,
        fatigue=answer,
        stress=answer,
        soreness=answer,
        slept_minutes=slept,
        legs=legs,
    )


def scored(checks: list[CheckIn]) -> dict[date, Readiness]:
    return {each.day: found for each in checks if (found := readiness(each)) is not None}


def reasons(checks: list[CheckIn], *, down: int = 0) -> tuple[str, ...]:
    scores = scored(checks)
    return suggested(signs_of(checks, scores, DAY, lifts_down=down), resting=rest_running(scores, DAY))


GOOD = [morning(ago) for ago in range(28)]


def test_good_weeks_suggest_nothing() -> None:
    assert reasons(GOOD) == ()
    assert reasons([]) == ()


def test_two_rest_mornings_running_are_enough() -> None:
    checks = [morning(0, 6), morning(1, 6), *GOOD[2:]]
    assert reasons(checks)[0] == REST_RUNNING
    assert reasons([morning(0, 6), *GOOD[1:]]) == ()
    assert reasons([morning(0, 6), morning(2, 6), *GOOD[3:]]) == (), "a missing morning is no rest morning"


def test_of_the_others_two_have_to_hold() -> None:
    worn = [morning(ago, 4, legs=1) for ago in range(7)] + [morning(ago, 2) for ago in range(7, 28)]
    assert reasons(worn) == (), "the score alone"
    assert reasons(worn, down=2) == (
        "readiness is well under your month's mean",
        "two lifts lost 5 % in two weeks",
    )
    assert reasons(worn, down=1) == ()
    short = [morning(ago, slept=380, legs=5 if ago < 4 else 4) for ago in range(28)]
    assert reasons(short) == ("nights are short", "your legs stay sore")
    assert reasons([morning(ago, slept=380, legs=5 if ago < 3 else 4) for ago in range(28)]) == ()


def test_what_is_not_answered_speaks_for_nothing() -> None:
    few = [morning(0, 4, slept=300, legs=6), morning(1, 4, slept=300, legs=6)]
    assert signs_of(few, scored(few), DAY).score_week is None
    assert signs_of(few, scored(few), DAY).sleep_minutes is None
    unknown = [CheckIn(day=DAY - timedelta(days=ago)) for ago in range(28)]
    assert reasons(unknown) == ()


@pytest.mark.parametrize(
    ("old", "new", "found"), [(100.0, 95.0, 1), (100.0, 95.1, 0), (100.0, 110.0, 0), (None, 80.0, 0)]
)
def test_a_lift_is_down_from_five_percent_on(old: float | None, new: float, found: int) -> None:
    by_day = {DAY: new} | ({DAY - timedelta(days=14): old} if old is not None else {})
    assert lifts_down({"back-squat": by_day}, DAY) == found


def test_a_deload_is_suggested_when_two_reasons_hold() -> None:
    assert not deload_due(Signs(score_week=50, score_month=70))
    both = Signs(score_week=50, score_month=65, sleep_minutes=380)
    assert deload_due(both)
    assert len(deload_reasons(both)) == 2
    assert deload_due(Signs(lifts_down=2, sore_leg_days=4))
    assert deload_reasons(Signs()) == ()
