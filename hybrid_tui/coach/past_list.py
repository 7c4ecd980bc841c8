"""All sessions for the list, each with the text that a filter looks into."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hybrid_tui.coach.library import Library
from hybrid_tui.coach.weeks import week_start
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.past_filter import fold, read_filter
from hybrid_tui.store import reads_past, reads_plan
from hybrid_tui.store.database import Store
from hybrid_tui.store.reads_past import SessionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PastList:
    """All sessions, the newest first."""

    lines: tuple[SessionLine, ...]
    folded: tuple[str, ...]
    """Beside each line its words, folded."""
    total: int
    """How many sessions the log holds; more than `lines` while only the newest were asked for."""
    first_day: int
    """The weekday on which the person's weeks begin."""

    def found(self, text: str, today: date) -> tuple[SessionLine, ...]:
        """The sessions that a typed filter means, on the training day `today`."""
        wanted = read_filter(text, today, first_day=self.first_day)
        return tuple(
            line
            for line, folded in zip(self.lines, self.folded, strict=True)
            if wanted.fits(line.day, folded)
        )

    def older_missing(self, most: int) -> tuple[PastList, date] | None:
        """Where only the newest `most` were asked for: this list of whole days, and the day to go on from."""
        if len(self.lines) < most:
            return None
        last = self.lines[-1].day
        whole = sum(1 for line in self.lines if line.day > last)
        return replace(self, lines=self.lines[:whole], folded=self.folded[:whole]), last

    def followed_by(self, older: PastList) -> PastList:
        """Both lists as one."""
        return replace(self, lines=self.lines + older.lines, folded=self.folded + older.folded)


def past_list(
    store: Store, library: Library, moment: Moment, most: int = -1, last: date = date.max
) -> PastList:
    """The newest `most` sessions of the log up to the day `last`, -1 for every one. Raises StoreError."""
    with store.snapshot():
        lines = reads_past.session_lines(store, last=last, most=most)
        total = reads_past.session_count(store)
        first_day = week_start(reads_plan.settings(store))
    folded = tuple(_folded(line) for line in lines)
    return PastList(lines=lines, folded=folded, total=total, first_day=first_day)


def _folded(line: SessionLine) -> str:
    parts = (line.name, line.kind.value, line.status.value, line.note, line.reason, line.lines, line.notes)
    return fold("\n".join(parts))
