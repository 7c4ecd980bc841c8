"""What a morning's band leaves of the session that was planned (7.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.exercise import LegClass
from hybrid_tui.domain.recovery import Band


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """What is done to one block. Loads on the bar never change."""

    sets_percent: int = 100
    """Of the sets, or of the repeats of a timed line; 0 drops the block."""
    reps_percent: int = 100
    """Of the repetitions in a set."""
    more_rir: float = 0.0
    """Repetitions in reserve that are added to what the plan asks."""
    least_rir: float | None = None
    """Repetitions that stay in reserve whatever the plan asks."""
    most_rpe: float | None = None
    """Cap on the effort of sprints."""
    move: bool = False
    """Better on the next free day; today something easy in its place."""
    words: str = "as planned"

    @property
    def keeps_plan(self) -> bool:
        """Whether nothing changes."""
        return self == AS_PLANNED


AS_PLANNED: Final = Adjustment()

_REDUCED: Final = choices.REDUCE_7_3_HARD_PERCENT
_DROPPED: Final = Adjustment(sets_percent=0, words="rest today: walk or mobility")
_REDUCE_MAXIMAL: Final = Adjustment(
    sets_percent=_REDUCED,
    reps_percent=_REDUCED,
    more_rir=choices.REDUCE_7_3_MORE_RIR,
    most_rpe=choices.REDUCE_7_3_SPRINT_RPE,
    words="fewer sets and repetitions, same load, one more in reserve, sprints at 8 at most",
)
_REDUCE_HARD: Final = Adjustment(sets_percent=_REDUCED, words="fewer repeats, or one zone easier")
_REDUCE_LIGHT: Final = Adjustment(
    sets_percent=choices.REDUCE_7_3_UPPER_PERCENT, words="a set less here and there"
)
_SWAP_MAXIMAL: Final = Adjustment(
    sets_percent=0,
    move=True,
    words="move it to the next free day; today 20-30 min easy, or upper body",
)
_SWAP_HARD: Final = Adjustment(sets_percent=0, move=True, words="run easy instead")
_SWAP_LIGHT: Final = Adjustment(
    sets_percent=choices.SWAP_7_3_UPPER_PERCENT,
    least_rir=choices.SWAP_7_3_RIR,
    words="fewer sets, four repetitions in reserve",
)

ADJUSTMENTS: Final[dict[Band, dict[LegClass, Adjustment]]] = {
    Band.GO: dict.fromkeys(LegClass, AS_PLANNED),
    Band.REDUCE: {
        LegClass.A: _REDUCE_MAXIMAL,
        LegClass.B: _REDUCE_HARD,
        LegClass.BL: _REDUCE_HARD,
        LegClass.C: _REDUCE_LIGHT,
    },
    Band.SWAP: {
        LegClass.A: _SWAP_MAXIMAL,
        LegClass.B: _SWAP_HARD,
        LegClass.BL: _SWAP_HARD,
        LegClass.C: _SWAP_LIGHT,
    },
    Band.REST: dict.fromkeys(LegClass, _DROPPED),
}
"""The table of 7.3: what happens to a block of each stress class in each band."""


def gated(band: Band, legs: int | None, leg_class: LegClass) -> Band:
    """The band that holds for work of this class when the legs are this sore, 0-10 (7.3).

    Sore legs lower sprints, jumps, leg lifts and hard or long runs whatever the score; the rest stays.
    """
    if legs is None or leg_class is LegClass.C:
        return band
    if legs >= choices.LEGS_7_3_SWAP:
        return max(band, Band.SWAP)
    return max(band, Band.REDUCE) if legs >= choices.LEGS_7_3_REDUCE else band


def adjustment(band: Band | None, leg_class: LegClass, *, legs: int | None = None) -> Adjustment:
    """What happens to work of this class; without a check-in (`band` None) only sore legs change anything."""
    return ADJUSTMENTS[gated(Band.GO if band is None else band, legs, leg_class)][leg_class]


def scaled(count: int, percent: int) -> int:
    """`percent` of a count, floored, at least one of what there was; 0 percent leaves none (7.3)."""
    if percent == 0 or count <= 0:
        return 0
    return max(1, count * percent // 100)
