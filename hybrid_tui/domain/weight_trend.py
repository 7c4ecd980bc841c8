"""Body weight smoothed, and what the trend moves by in a week. One morning's number is mostly water."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hybrid_tui.domain import choices
from hybrid_tui.domain.nutrition import Goal
from hybrid_tui.domain.record import BodyWeight


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightTrend:
    """The trend on its last day."""

    kg: float
    """Smoothed body weight."""
    kg_a_week: float | None = None
    """What it moved by a week over the last four; None with too few days or weighings."""

    @property
    def percent_a_week(self) -> float | None:
        """`kg_a_week` in percent of the trend."""
        return None if self.kg_a_week is None else 100 * self.kg_a_week / self.kg


def weight_trend(weights: Sequence[BodyWeight], day: date) -> WeightTrend | None:
    """The trend up to a day: an exponential mean whose share a day is 0.1, days without a weighing included.

    The rate is the straight line through the weighings of the last four weeks (least squares), which lags
    behind nothing; it needs four of them over two weeks. None without any weight.
    """
    ordered = sorted(
        (each for each in weights if each.day <= day), key=lambda each: (each.day, each.at_us or 0)
    )
    by_day = {each.day: each.kg for each in ordered}
    if not by_day:
        return None
    smooth: float | None = None
    last = day
    for on, kg in by_day.items():
        if smooth is None:
            smooth = kg
        else:
            keep: float = (1 - choices.WEIGHT_SMOOTHING) ** (on - last).days
            smooth = keep * smooth + (1 - keep) * kg
        last = on
    assert smooth is not None
    since = day - timedelta(days=choices.WEIGHT_RATE_DAYS)
    recent = [((on - day).days, kg) for on, kg in by_day.items() if on >= since]
    return WeightTrend(kg=smooth, kg_a_week=_a_week(recent))


def _a_week(points: Sequence[tuple[int, float]]) -> float | None:
    """Seven times the slope of the line of least squares through days and kilograms."""
    if len(points) < choices.WEIGHT_RATE_LEAST or points[-1][0] - points[0][0] < choices.WEIGHT_RATE_SPAN:
        return None
    middle = sum(on for on, _ in points) / len(points)
    level = sum(kg for _, kg in points) / len(points)
    across = sum((on - middle) ** 2 for on, _ in points)
    return 7 * sum((on - middle) * (kg - level) for on, kg in points) / across


def against_goal(trend: WeightTrend, goal: Goal) -> str:
    """How the rate stands to what the goal wants, in a few words; empty while there is no rate.

    Losing fat wants a slow loss, muscle a slow gain, the others about the same weight.
    """
    percent = trend.percent_a_week
    if percent is None:
        return ""
    least, most = choices.WEIGHT_PERCENT_A_WEEK[goal]
    if percent < least:
        return "faster down than the goal wants" if most <= 0 else f"under what {goal} wants"
    if percent > most:
        return "not going down yet" if most < 0 else f"faster up than {goal} wants"
    return f"fits {goal}"
