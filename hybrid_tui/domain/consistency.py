"""Twelve weeks of keeping at it: each week done, kept at its minimum, excused or missed (7.5).

Weeks count, not days, so that rest is never punished. A week that was paused, or whose sessions were all
excused, says nothing either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from hybrid_tui.domain.week_view import week_met

WEEKS: Final = 12
"""Weeks that are looked back on, the one in hand included."""


class Kept(StrEnum):
    """What became of a week."""

    DONE = "done"
    """Every session that was asked, whole."""
    MINIMUM = "minimum"
    """The plan's minimum, or sessions cut down to their least."""
    EXCUSED = "excused"
    """Paused or let go for a reason that is no fault: illness, travel."""
    MISSED = "missed"
    OPEN = "open"
    """In hand, not decided yet."""
    NONE = "none"
    """Nothing was asked: before the plan, after its end, a week off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDone:
    """What one week asked and what was done of it."""

    first: date
    asked: int = 0
    """Sessions that counted: planned and not excused."""
    done: int = 0
    """Of these, those that were done at least in part."""
    least: int = 0
    """Of these, those that were cut down to their least."""
    excused: int = 0
    """Sessions let go with a reason."""
    paused: bool = False
    reason: str = ""
    """Why it was excused; empty where nobody said."""
    current: bool = False

    @property
    def kept(self) -> Kept:
        """What became of it; a week in hand is only ever good news."""
        if self.asked == 0:
            return Kept.EXCUSED if self.excused or self.paused else Kept.NONE
        if self.done >= self.asked:
            return Kept.MINIMUM if self.least else Kept.DONE
        if week_met(self.asked, self.done):
            return Kept.MINIMUM
        return Kept.OPEN if self.current else Kept.MISSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """The weeks, the oldest first, and what they come to."""

    weeks: tuple[WeekDone, ...] = ()

    @property
    def shown(self) -> bool:
        """Whether any week asked for something."""
        return any(each.kept is not Kept.NONE for each in self.weeks)

    @property
    def streak(self) -> int:
        """Weeks in a row, up to now, that met the minimum; excused ones are stepped over."""
        found = 0
        for each in reversed(self.weeks):
            if each.kept is Kept.MISSED:
                break
            found += each.kept in (Kept.DONE, Kept.MINIMUM)
        return found

    @property
    def sentence(self) -> str:
        """`9 of 10 weeks kept: 6 whole, 3 at the minimum; 1 missed, 1 excused (ill).`"""
        count = {kind: sum(each.kept is kind for each in self.weeks) for kind in Kept}
        good = count[Kept.DONE] + count[Kept.MINIMUM]
        judged = good + count[Kept.MISSED]
        if not judged:
            words = "The first week is in hand" if count[Kept.OPEN] else "Nothing is missed"
        else:
            words = f"{good} of {judged} week{'s' if judged > 1 else ''} kept"
        parts = [
            f"{count[Kept.DONE]} whole" if count[Kept.MINIMUM] and count[Kept.DONE] else "",
            f"{count[Kept.MINIMUM]} at the minimum" if count[Kept.MINIMUM] else "",
        ]
        if any(parts):
            words += f": {', '.join(part for part in parts if part)}"
        after = [
            f"{count[Kept.MISSED]} missed" if count[Kept.MISSED] else "",
            f"{count[Kept.EXCUSED]} excused{self._reasons}" if count[Kept.EXCUSED] else "",
        ]
        return "; ".join([words, *(part for part in after if part)]) + "."

    @property
    def _reasons(self) -> str:
        said = dict.fromkeys(each.reason for each in self.weeks if each.kept is Kept.EXCUSED and each.reason)
        return f" ({', '.join(said)})" if said else ""


def last_weeks(weeks: Sequence[WeekDone]) -> Consistency:
    """The last twelve of the weeks given, the oldest first."""
    return Consistency(weeks=tuple(weeks[-WEEKS:]))
