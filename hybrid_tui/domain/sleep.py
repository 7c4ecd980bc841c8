"""Sleep over a week of nights: what is missing to the person's own target, and when that is worth a word (2.15)."""

from __future__ import annotations

from collections.abc import Sequence

from hybrid_tui.domain import choices
from hybrid_tui.domain.checklist import hours_words
from hybrid_tui.domain.load import mean


def sleep_debt(nights: Sequence[float | None], *, target: float | None = None) -> float | None:
    """Minutes short of the target over the nights given, usually seven (2.15); None when none is known."""
    wanted = choices.SLEEP_2_15_TARGET_MINUTES if target is None else target
    known = [night for night in nights if night is not None]
    return sum(max(0.0, wanted - night) for night in known) if known else None


def sleeps_too_little(nights: Sequence[float | None]) -> bool:
    """Whether the mean of the nights known, in minutes, is under seven hours (2.15).

    Fewer than four say nothing.
    """
    known = [night for night in nights if night is not None]
    return len(known) >= choices.SLEEP_2_15_NIGHTS and mean(known) < choices.SLEEP_2_15_ENOUGH_MINUTES


def short_sleep_words(nights: Sequence[float | None], *, target: float | None = None) -> str:
    """`under 7 h a night, 6:10 short in 5 nights`: against the target; empty while the week's mean is enough."""
    debt = sleep_debt(nights, target=target)
    if debt is None or not sleeps_too_little(nights):
        return ""
    known = sum(night is not None for night in nights)
    return f"under 7 h a night, {hours_words(debt)} short in {known} nights"
