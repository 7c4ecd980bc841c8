"""How it went when the morning asked for less: session RPE where the plan was kept, and where it was not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hybrid_tui.domain import choices
from hybrid_tui.domain.load import mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One answer to an offer, with the session that followed it."""

    score: int
    """Readiness of the morning, 0-100."""
    lighter: bool
    """Whether the lighter session was taken."""
    rpe: float | None = None
    """Session RPE, 0-10; None where it was not rated or not done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Rated sessions after one kind of answer, against those of all other days."""

    lighter: bool
    times: int
    below: int
    """All mornings of the comparison scored below this, a multiple of ten."""
    difference: float
    """Mean session RPE minus the other days' mean; positive where these felt harder."""

    @property
    def words(self) -> str:
        """`The 6 times you kept the plan below 60, session RPE was 1.4 higher than on other days.`"""
        did = "took the lighter session" if self.lighter else "kept the plan"
        by = abs(self.difference)
        if by < choices.COMPARED_7_3_ALIKE:
            came = "about as on other days"
        else:
            came = f"{by:.1f} {'higher' if self.difference > 0 else 'lower'} than on other days"
        return f"The {self.times} times you {did} below {self.below}, session RPE was {came}."


def compared(chosen: Sequence[Chosen], others: Sequence[float]) -> Comparison | None:
    """What the answers led to; kept plans first, lighter sessions where those are too few to say anything.

    `others` are the session RPEs of days without an offer. None with fewer than three sessions on either side:
    two are an anecdote. It says what was, never what would have been.
    """
    if len(others) < choices.COMPARED_7_3_LEAST:
        return None
    for lighter in (False, True):
        rated = [
            (each.score, each.rpe) for each in chosen if each.lighter is lighter and each.rpe is not None
        ]
        if len(rated) >= choices.COMPARED_7_3_LEAST:
            return Comparison(
                lighter=lighter,
                times=len(rated),
                below=10 * (max(score for score, _ in rated) // 10 + 1),
                difference=mean(rpe for _, rpe in rated) - mean(others),
            )
    return None
