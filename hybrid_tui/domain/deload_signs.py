"""When the last weeks speak for a deload: what the mornings and the lifts say together (7.3). A hint, never more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.load import mean
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.recovery import Band, Readiness

REST_RUNNING: Final = "two mornings running said rest"
LEAST_WEEK: Final = 4
"""Mornings of the last seven that a mean is made of; fewer say nothing."""
LEAST_MONTH: Final = 14
"""Mornings of the last 28 that a mean is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What the last days say together, for the question whether a deload is due."""

    score_week: float | None = None
    """Mean score of 7 days."""
    score_month: float | None = None
    """Mean score of 28 days."""
    lifts_down: int = 0
    """Lifts whose estimated maximum fell by 5 % or more within two weeks."""
    sleep_minutes: float | None = None
    """Mean of the week's nights."""
    sore_leg_days: int = 0
    """Days of the last seven with leg soreness of 5 or more."""


def deload_reasons(signs: Signs) -> tuple[str, ...]:
    """Reasons that speak for a deload week; suggest one when two or more hold (7.3)."""
    reasons: list[str] = []
    if (
        signs.score_week is not None
        and signs.score_month is not None
        and signs.score_month - signs.score_week >= choices.DELOAD_7_3_SCORE_DROP
    ):
        reasons.append("readiness is well under your month's mean")
    if signs.lifts_down >= choices.DELOAD_7_3_LIFTS:
        reasons.append("two lifts lost 5 % in two weeks")
    if signs.sleep_minutes is not None and signs.sleep_minutes < choices.DELOAD_7_3_SLEEP_MINUTES:
        reasons.append("nights are short")
    if signs.sore_leg_days >= choices.DELOAD_7_3_SORE_DAYS:
        reasons.append("your legs stay sore")
    return tuple(reasons)


def deload_due(signs: Signs) -> bool:
    """Whether two or more reasons hold (7.3)."""
    return len(deload_reasons(signs)) >= choices.DELOAD_7_3_REASONS


def signs_of(
    checks: Sequence[CheckIn], scores: Mapping[date, Readiness], day: date, *, lifts_down: int = 0
) -> Signs:
    """The days up to `day` as the question needs them. What was not answered counts nowhere."""
    week = [each for each in checks if day - timedelta(days=6) <= each.day <= day]
    nights = [each.slept_minutes for each in week if each.slept_minutes is not None]
    own_week = _scores(scores, day, 7)
    own_month = _scores(scores, day, 28)
    return Signs(
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


def suggested(signs: Signs, *, resting: bool) -> tuple[str, ...]:
    """Why a deload is suggested: two rest mornings running, or two other reasons at once; empty without."""
    if resting:
        return (REST_RUNNING, *deload_reasons(signs))
    return deload_reasons(signs) if deload_due(signs) else ()


def _scores(scores: Mapping[date, Readiness], day: date, days: int) -> list[float]:
    first = day - timedelta(days=days - 1)
    return [float(each.score) for at, each in scores.items() if first <= at <= day]
