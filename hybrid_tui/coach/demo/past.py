"""What the made-up person has done so far, as the plan reads it: enough of it to decide the next time, no more."""

from __future__ import annotations

from typing import Final

from hybrid_tui.domain.programme.outcome import Past, past_lines
from hybrid_tui.domain.programme.plan import RunningPlan
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.workout import SetsLine, TimedLine

WHOLE: Final = 8
"""So many past lines of an exercise are kept as they are. Of older ones only the last of each round is, and only
where a rule of the programme counts by rounds."""
OLDER: Final = 40
"""And of those so many: by then every rule of the two programmes has reached its limit."""
LOOSE: Final = 3
"""What was done before the plan began is known by its last times."""


def _by_rounds(line: SetsLine | TimedLine) -> bool:
    return any(part.every for stage in (line.rule.stages if line.rule else ()) for part in stage)


class Memory:
    """Past lines by catalogue id, most recent first."""

    def __init__(self) -> None:
        self._own: dict[str, list[Past]] = {}
        self._before: dict[str, list[Past]] = {}
        self._by_rounds: frozenset[str] = frozenset()

    @property
    def history(self) -> dict[str, tuple[Past, ...]]:
        """As the plan is handed it."""
        return {exercise: tuple(pasts) for exercise, pasts in (self._before | self._own).items()}

    def begin_plan(self, plan: RunningPlan) -> None:
        """Another programme begins: of what was done before only the loads count."""
        self._by_rounds = frozenset(
            line.exercise
            for day in plan.programme.days
            for line in day.lines
            if isinstance(line, SetsLine | TimedLine) and line.exercise is not None and _by_rounds(line)
        )
        for exercise, pasts in self._own.items():
            self._before[exercise] = [Past(day=each.day, block=each.block) for each in pasts[:LOOSE]]
        self._own = {}

    def add(self, plan: RunningPlan, record: SessionRecord) -> None:
        """Remember a session."""
        for exercise, new in past_lines(plan, (record,)).items():
            kept = self._own.setdefault(exercise, [])
            for past in reversed(new):
                kept.insert(0, past)
                if exercise in self._by_rounds:
                    self._thin(kept)
                else:
                    del kept[WHOLE:]

    @staticmethod
    def _thin(pasts: list[Past]) -> None:
        """Drop the line that has just become old, unless it is the last of its round."""
        del pasts[WHOLE + OLDER :]
        if len(pasts) <= WHOLE:
            return
        old = pasts[WHOLE]
        newer = (
            each for each in reversed(pasts[:WHOLE]) if each.line_key == old.line_key and not each.pauses
        )
        following = next(newer, None)
        if old.pauses or (following is not None and following.round == old.round):
            del pasts[WHOLE]
