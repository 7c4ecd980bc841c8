"""What a lift's sets come to: the maximum that today's set stands for, and the total that was moved."""

from __future__ import annotations

from hybrid_tui.domain.entry import asked_rpe
from hybrid_tui.domain.notation.printing import format_number
from hybrid_tui.domain.programme.weights import read_load
from hybrid_tui.domain.set_record import SetRecord, SetRole
from hybrid_tui.domain.sheet import SheetSet
from hybrid_tui.domain.strength import set_estimate


def estimate_words(rows: tuple[SheetSet, ...]) -> str:
    """`e1RM 78 kg, Epley`: of the next set as it is asked, else of the best one done.

    `rough` beyond ten repetitions, those left in reserve counted too; empty beyond twelve, for body-weight loads,
    for sets by time (2.1) and where the load itself is an estimate.
    """
    waiting = next((row for row in rows if row.done is None and row.target.role is not SetRole.WARM_UP), None)
    if waiting is not None and waiting.target.guess:
        return ""
    if waiting is not None:
        target = waiting.target
        found = _estimate(target.load, target.shown, asked_rpe(target.effort))
    else:
        done = [_estimate(each.load, _reps(each), each.rpe) for each in done_sets(rows)]
        known = [each for each in done if each is not None]
        found = max(known, default=None)
    if found is None:
        return ""
    load, rough, unit = found
    return f"e1RM {'rough ' if rough else ''}{load:.0f} {unit}, Epley"


def _estimate(text: str | None, reps: int | None, rpe: float | None) -> tuple[float, bool, str] | None:
    load = read_load(text)
    if load is None or load.body or not isinstance(load.value, int | float) or reps is None:
        return None
    found = set_estimate(float(load.value), reps, rpe)
    return None if found is None else (found.load, found.rough, load.unit)


def _reps(done: SetRecord) -> int | None:
    if done.reps is None or done.right_reps is None:
        return done.reps
    return min(done.reps, done.right_reps)


def done_sets(rows: tuple[SheetSet, ...]) -> tuple[SetRecord, ...]:
    """The working sets that were done."""
    return tuple(row.done for row in rows if row.done is not None and row.done.role is not SetRole.WARM_UP)


def total_words(rows: tuple[SheetSet, ...]) -> str:
    """`1240 kg moved`: load times repetitions of the working sets done, in the unit they share; else empty."""
    total, units = 0.0, set()
    for each in done_sets(rows):
        load = read_load(each.load)
        if load is None or load.body or not isinstance(load.value, int | float) or each.reps is None:
            continue
        total += float(load.value) * (each.reps + (each.right_reps or 0))
        units.add(load.unit)
    return f"{format_number(round(total))} {units.pop()} moved" if total and len(units) == 1 else ""
