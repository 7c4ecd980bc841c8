"""What was typed about one set, put on what was asked of it: whatever was not said stays as it is."""

from __future__ import annotations

from collections.abc import Callable

from hybrid_tui.domain.exercise import Exercise, RunType
from hybrid_tui.domain.flatten import METRES, rpe_of
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.printing import format_load
from hybrid_tui.domain.notation.set_entry import SetEntry
from hybrid_tui.domain.programme.weights import (
    BODY,
    STEP,
    amount_of,
    converted,
    kilograms,
    plus,
    read_load,
    spaced,
    within,
)
from hybrid_tui.domain.set_record import SetRecord, SetRole
from hybrid_tui.domain.sheet import Target
from hybrid_tui.domain.workout import Load

ROLES = {"w": SetRole.WARM_UP, "d": SetRole.DROP, "f": SetRole.FAILURE}


def usual_next(load: Load, steps: int) -> Load:
    """A load so many usual steps up or down."""
    unit = load.unit or "kg"
    return plus(load, steps * STEP[unit], unit)


def record_of(
    entry: SetEntry,
    text: str,
    target: Target,
    before: SetRecord | None,
    *,
    units: str,
    next_load: Callable[[Load, int], Load] = usual_next,
    exercise: Exercise | RunType | None = None,
) -> SetRecord:
    """The set that the entry says, ids still empty. Raises NotationError where something is missing.

    `before` is the set that is corrected, `units` what a load without a unit is in where the line has none,
    `next_load` gives the load so many steps away. Help (`bw-20kg`) is only for an `exercise` that the body's own
    weight is moved in.
    """
    load = _load(entry, text, target, before, units)
    if is_help(load) and isinstance(exercise, Exercise) and exercise.is_loaded:
        raise _missing(text, "this lift takes no help off the body's weight", "write 82.5x5")
    if entry.steps:
        if load is None:
            raise _missing(text, "there is no load yet to change", "82.5kg x5 as 82.5x5")
        standing, load = load, next_load(load, entry.steps)
        _check_reach(amount_of(load), standing, text)
    seconds = _or(entry.seconds, before.seconds if before else target.seconds)
    metres = _or(_metres(entry), before.metres if before else target.metres)
    measured = entry.seconds is not None or entry.distance is not None
    reps, right = _reps(entry, target, before, measured=measured)
    if reps is None and seconds is None and metres is None:
        raise _missing(text, "say how many repetitions", "82.5x5, 5 or 45s")
    return SetRecord(
        id=before.id if before else "",
        block_id=before.block_id if before else "",
        position=before.position if before else 0,
        role=ROLES.get(entry.role, before.role if before else target.role),
        reps=reps,
        right_reps=right,
        load=format_load(load) if load is not None else None,
        load_kg=kilograms(load),
        seconds=seconds if reps is None or measured else None,
        metres=metres if reps is None or measured else None,
        rpe=_rpe(entry, target, before),
        at_us=before.at_us if before else None,
        zone=before.zone if before else "UTC",
        note=before.note if before else "",
    )


def is_help(load: Load | None) -> bool:
    """Whether a band or a machine takes off some of the body's own weight: `bw-20kg`."""
    return load is not None and load.body and amount_of(load) < 0


def _or(said: float | None, standing: float | None) -> float | None:
    return said if said is not None else standing


def _metres(entry: SetEntry) -> float | None:
    return None if entry.distance is None else entry.distance * METRES[entry.unit]


def _reps(
    entry: SetEntry, target: Target, before: SetRecord | None, *, measured: bool
) -> tuple[int | None, int | None]:
    if entry.reps is not None:
        return entry.reps, entry.right_reps
    if measured:
        return None, None
    if before is not None:
        return before.reps, before.right_reps
    return target.shown, None


def _load(entry: SetEntry, text: str, target: Target, before: SetRecord | None, units: str) -> Load | None:
    standing = read_load(before.load if before else target.load)
    if entry.load is not None:
        if entry.load.unit or entry.load.value is None:
            return entry.load
        unit = (standing.unit if standing is not None else "") or units
        # 10x8 on a pull-up is ten hung on the body, as its line asks the body's own weight.
        body = entry.load.body or (standing is not None and standing.body)
        if body and not entry.load.value:
            return BODY
        return Load(value=entry.load.value, unit=unit, body=body)
    if entry.change is not None:
        if standing is None:
            raise _missing(text, "there is no load yet to change", "82.5kg x5 as 82.5x5")
        unit = entry.change_unit or standing.unit or units
        wanted = amount_of(standing) + converted(entry.change, unit, standing.unit or unit)
        _check_reach(wanted, standing, text)
        return plus(standing, entry.change, unit)
    if standing is None and target.load is None and before is None:
        raise _missing(text, "no load is known for this lift yet", "say it with the repetitions: 40x8")
    return standing


def _check_reach(wanted: float, standing: Load, text: str) -> None:
    if wanted != within(wanted, body=standing.body):
        raise _missing(text, "no load is that far away", f"it is {spaced(standing)}")


def _rpe(entry: SetEntry, target: Target, before: SetRecord | None) -> float | None:
    if entry.effort is not None:
        return rpe_of(entry.effort)
    if before is not None:
        return before.rpe
    # Repetitions that differ from what was asked say nothing of the effort.
    return (
        asked_rpe(target.effort)
        if entry.reps in (None, target.shown) and entry.change is None and not entry.steps
        else None
    )


def asked_rpe(effort: str | None) -> float | None:
    """The rating that an asked effort stands for: `2rir` is 8."""
    if not effort:
        return None
    try:
        if effort.endswith("rir"):
            return max(1.0, 10.0 - float(effort.removesuffix("rir")))
        return float(effort)
    except ValueError:
        return None


def _missing(text: str, message: str, hint: str) -> NotationError:
    return NotationError(message, line=1, column=len(text) + 1, hint=hint, source=text)
