"""When the last weeks speak for a deload: what the mornings and the lifts say together (7.3). A hint, never more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.adjustment import Trend, deload_due, deload_reasons
from hybrid_tui.domain.load import mean
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.recovery import Band, Readiness

REST_RUNNING: Final = "two mornings running said rest"
LEAST_WEEK: Final = 4
"""Mornings of the last seven that a mean is made of; fewer say nothing."""
LEAST_MONTH: Final = 14
"""Mornings of the last 28 that a mean is made of."""


def trend_of(
    checks: Sequence[CheckIn], scores: Mapping[date, Readiness], day: date, *, lifts_down: int = 0
) -> Trend:
    """The days up to `day` as the question needs them. What was not answered counts nowhere."""
    week = [each for each in checks if day - timedelta(days=6) <= each.day <= day]
    nights = [each.slept_minutes for each in week if each.slept_minutes is not None]
    own_week = _scores(scores, day, 7)
    own_month = _scores(scores, day, 28)
    return Trend(
        score_week=mean(own_week) if len(own_week) >= LEAST_WEEK else None,
        score_month=mean(own_month) if len(own_month) >= LEAST_MONTH else None,
        lifts_down=lifts_down,
        sleep_minutes=mean(nights) if len(nights) >= LEAST_WEEK else None,
        sore_leg_days=sum(
            each.legs is not None and each.legs >= choices.DELOAD_7_3_SORE_LEGS for each in week
        ),
    )


def lifts_down(estimates: Mapping[str, Mapping[date, float]], day: date) -> int:
    """Lifts whose best estimated maximum of two weeks is 5 % or more under that of the two weeks before."""
    since = day - timedelta(days=14)
    found = 0
    for by_day in estimates.values():
        new = [value for at, value in by_day.items() if since < at <= day]
        old = [value for at, value in by_day.items() if since - timedelta(days=14) < at <= since]
        if new and old and max(new) <= (1 - choices.DELOAD_7_3_LIFT_SHARE) * max(old) + 1e-9:
            found += 1
    return found


def rest_running(scores: Mapping[date, Readiness], day: date) -> bool:
    """Whether this morning and the one before both fell into the band that asks for rest."""
    return all(at in scores and scores[at].band is Band.REST for at in (day, day - timedelta(days=1)))


def suggested(trend: Trend, *, resting: bool) -> tuple[str, ...]:
    """Why a deload is suggested: two rest mornings running, or two other reasons at once; empty without."""
    if resting:
        return (REST_RUNNING, *deload_reasons(trend))
    return deload_reasons(trend) if deload_due(trend) else ()


def _scores(scores: Mapping[date, Readiness], day: date, days: int) -> list[float]:
    first = day - timedelta(days=days - 1)
    return [float(each.score) for at, each in scores.items() if first <= at <= day]
