"""Readiness against its check table, the own baseline, and what is left out of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.recovery import Band, band_of, readiness

DAY = date(2026, 11, 25)


def check(
    total: int, *, day: date = DAY, hours: float | None = None, pulse: int | None = None, legs: int = 0
) -> CheckIn:
    """A morning whose four answers add up to `total`."""
    base, more = divmod(total, 4)
    answers = [base + (place < more) for place in range(4)]
    return CheckIn(
        day=day,
        sleep=answers[0],
        fatigue=answers[1],
        stress=answers[2],
        soreness=answers[3],
        legs=legs,
        resting_hr=pulse,
        slept_minutes=None if hours is None else round(hours * 60),
    )


def before(totals: list[int], *, pulse: int | None = None) -> list[CheckIn]:
    return [check(h, day=DAY - timedelta(days=n + 1), pulse=pulse) for n, h in enumerate(totals)]


@pytest.mark.parametrize(
    ("total", "hours", "rise", "base", "penalties", "score", "band"),
    [
        (4, 8, 0, 100, (0, 0), 100, Band.GO),
        (8, 7.5, 0, 83.33, (0, 0), 83, Band.GO),
        (12, 7.0, 0, 66.67, (0, 0), 67, Band.REDUCE),
        (12, 5.5, 6, 66.67, (10, 5), 52, Band.REDUCE),
        (16, 6.2, 3, 50.0, (5, 0), 45, Band.SWAP),
        (20, 5.0, 9, 33.33, (10, 10), 13, Band.REST),
        (28, 8, 0, 0, (0, 0), 0, Band.REST),
    ],
)
def test_check_table(
    total: int,
    hours: float,
    rise: int,
    base: float,
    penalties: tuple[int, int],
    score: int,
    band: Band,
) -> None:
    ready = readiness(check(total, hours=hours, pulse=50 + rise), before([8] * 7, pulse=50))
    assert ready is not None
    assert ready.base == pytest.approx(base, abs=0.01)
    assert (ready.sleep_penalty, ready.pulse_penalty) == penalties
    assert (ready.score, ready.band) == (score, band)


def test_a_missing_answer_gives_no_score() -> None:
    assert readiness(CheckIn(day=DAY, sleep=2, fatigue=2, stress=2)) is None
    assert readiness(CheckIn(day=DAY)) is None


def test_what_was_not_asked_takes_nothing() -> None:
    ready = readiness(check(10))
    assert ready is not None
    assert ready.score == 75
    assert ready.sum_words == "75 = 100·(28-10)/24, no penalty"
    assert ready.z is None


def test_the_pulse_needs_seven_readings_of_fourteen_days() -> None:
    six = readiness(check(8, pulse=70), before([8] * 6, pulse=50))
    assert six is not None
    assert six.pulse_rise is None
    old = [check(8, day=DAY - timedelta(days=20 + n), pulse=50) for n in range(9)]
    late = readiness(check(8, pulse=70), old)
    assert late is not None
    assert late.pulse_penalty == 0


def test_a_steady_16_is_judged_by_its_own_16() -> None:
    ready = readiness(check(16), before([16] * 20))
    assert ready is not None
    assert ready.z == 0
    assert ready.band is Band.REDUCE


@pytest.mark.parametrize(
    ("total", "band", "lowered"), [(8, Band.GO, 0), (9, Band.REDUCE, 1), (10, Band.SWAP, 2)]
)
def test_worse_than_usual_lowers_the_band(total: int, band: Band, lowered: int) -> None:
    ready = readiness(check(total), before([8] * 14))
    assert ready is not None
    assert (ready.band, ready.lowered) == (band, lowered)


def test_better_than_usual_never_raises_the_band() -> None:
    ready = readiness(check(12), before([20] * 20))
    assert ready is not None
    assert ready.z is not None
    assert ready.z < 0
    assert ready.band is Band.REDUCE


def test_the_baseline_needs_fourteen_mornings() -> None:
    ready = readiness(check(14), before([8] * 13))
    assert ready is not None
    assert ready.z is None


def test_what_took_most_is_named_first() -> None:
    morning = CheckIn(day=DAY, sleep=1, fatigue=5, stress=2, soreness=1, slept_minutes=330)
    ready = readiness(morning)
    assert ready is not None
    assert [taken.item for taken in ready.taken] == ["fatigue", "hours slept", "stress"]
    assert ready.taken[0].points == pytest.approx(100 * 4 / 24)
    assert 100 - sum(taken.points for taken in ready.taken) == pytest.approx(ready.score, abs=0.5)


answers = st.integers(1, 7)


@settings(max_examples=150)
@given(answers, answers, answers, answers, st.integers(0, 1000), st.integers(20, 220))
def test_scores_stay_between_0_and_100(a: int, b: int, c: int, d: int, slept: int, pulse: int) -> None:
    morning = CheckIn(
        day=DAY, sleep=a, fatigue=b, stress=c, soreness=d, slept_minutes=slept, resting_hr=pulse
    )
    ready = readiness(morning, before([8] * 20, pulse=50))
    assert ready is not None
    assert 0 <= ready.score <= 100
    assert ready.band >= band_of(ready.score)


@pytest.mark.parametrize(("score", "band"), [(70, 0), (69, 1), (50, 1), (49, 2), (30, 2), (29, 3)])
def test_bands(score: int, band: int) -> None:
    assert band_of(score) == Band(band)


def test_a_band_is_told_in_the_words_of_the_header() -> None:
    assert [band.told for band in Band] == ["go", "ease off", "ease off", "rest"]
