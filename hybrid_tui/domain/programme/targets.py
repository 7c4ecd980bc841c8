"""One line of sets, set by set: today's numbers from last time's, and last time's in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final, cast

from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.flatten import METRES, line_sets, rpe_of
from hybrid_tui.domain.next_load import kind_of
from hybrid_tui.domain.notation.printing import format_effort, format_load, format_number
from hybrid_tui.domain.programme.deload import line_of_week
from hybrid_tui.domain.programme.loadable import Stock
from hybrid_tui.domain.programme.outcome import Outcome, Past, working_sets
from hybrid_tui.domain.programme.plan import WeekPlace
from hybrid_tui.domain.programme.prescription import Known, SetTarget
from hybrid_tui.domain.programme.progression import Decision
from hybrid_tui.domain.programme.weights import kilograms, read_load, spaced
from hybrid_tui.domain.set_record import SetRole
from hybrid_tui.domain.workout import AskedSet, Load, SetsLine

MORE: Final = {"": 1.0, "s": 5.0, "mtr": 5.0}
"""What is added to a set inside its range, by unit."""
MOST_RIR_GAP: Final = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """A line with what is known about it."""

    line: SetsLine
    place: WeekPlace
    known: Known
    exercise: Exercise | None
    pasts: tuple[Past, ...]
    """Most recent first."""
    own: bool
    """The pasts are this line's own, not those of a line nearby."""

    @property
    def stock(self) -> Stock:
        """The weights there are for it where the person trains now."""
        return Stock(kind=kind_of(self.exercise), rack=self.known.rack)


def target_of(asked: AskedSet, index: int, last: Outcome | None, decision: Decision, lift: Lift) -> SetTarget:
    """One set as it is asked today."""
    hold = asked.hold
    low, high = cast("float | None", hold.low), cast("float | None", hold.high)
    shown = _shown(asked, index, last, decision, lift)
    relative = asked.group > 0 and len(lift.line.groups) > asked.group
    written = lift.line.groups[asked.group].load if relative else None
    below = written is not None and written.unit == "%" and (_least(written) or 0) < 0
    return SetTarget(
        role=SetRole.BACK_OFF if below else SetRole.WORK,
        low=low,
        high=max(shown, high or low) if decision.beyond and shown is not None and low is not None else high,
        reps=int(shown) if shown is not None and not hold.unit else None,
        seconds=shown if hold.unit == "s" else None,
        metres=shown * METRES[hold.unit] if shown is not None and hold.unit in METRES else None,
        load=format_load(asked.load) if asked.load is not None else None,
        load_kg=kilograms(asked.load),
        effort=format_effort(asked.effort) if asked.effort else None,
        rpe=rpe_of(asked.effort),
        at_least=hold.at_least,
        to_limit=hold.low is None,
    )


def _least(load: Load) -> float | None:
    value = load.value
    return value if isinstance(value, float | int) else (min(value.values) if value is not None else None)


def _shown(asked: AskedSet, index: int, last: Outcome | None, decision: Decision, lift: Lift) -> float | None:
    """Today's number: the bottom after a raise, else last time's and a little more, within the range."""
    hold = asked.hold
    low = cast("float | None", hold.low)
    before = None if last is None or not last.values else last.values[min(index, len(last.values) - 1)]
    if low is None or hold.at_least:
        return max(before or 0.0, low or 0.0) or low if before is not None else low
    if (hold.high is None and not decision.beyond) or before is None or decision.from_bottom:
        return low
    high = cast(float, low if hold.high is None else hold.high) + decision.beyond
    if lift.place.deload:
        return min(max(before - _eased(lift, asked), low), high)
    new_set = last is not None and index >= len(last.values)
    held = decision.change.startswith("↓") or new_set
    return min(max(before + (0.0 if held else MORE.get(hold.unit, 1.0)), low), high)


def _eased(lift: Lift, asked: AskedSet) -> float:
    """How many repetitions more in reserve a deload week asks; of a hold none."""
    usual = lift.line.groups[0].effort
    if usual is None or asked.effort is None or asked.hold.unit:
        return 0.0
    first = line_sets(cast(SetsLine, line_of_week(lift.line, replace(lift.place, week=1, deload=0.0))))
    loading, now = rpe_of(first[0].effort), rpe_of(asked.effort)
    if loading is None or now is None:
        return 0.0
    return float(ceil(min(max(loading - now, 0.0), MOST_RIR_GAP)))


def last_words(outcomes: Sequence[tuple[Past, Outcome]]) -> str:
    """`60 kg  8 8 8 8`, or each load with its numbers."""
    if not outcomes:
        return ""
    past, outcome = outcomes[-1]
    sets = working_sets(past.block)
    if len(sets) != len(outcome.values):
        sets = sets[: len(outcome.values)]
    groups: list[tuple[str, list[str]]] = []
    for each, value in zip(sets, outcome.values, strict=True):
        load = read_load(each.load)
        words = spaced(load) if load is not None else ""
        if not groups or groups[-1][0] != words:
            groups.append((words, []))
        groups[-1][1].append(format_number(value))
    return " · ".join(f"{words}  {' '.join(values)}".strip() for words, values in groups)
