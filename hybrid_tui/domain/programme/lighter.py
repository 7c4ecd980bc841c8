"""The lighter version of a session, line by line, for a morning that asks for less (DOMAIN 7.3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, cast

from hybrid_tui.domain.adjustment import Adjustment, adjustment, scaled
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.exercise import Exercise, LegClass, RunType
from hybrid_tui.domain.flatten import timed_steps
from hybrid_tui.domain.programme.outcome import LIGHTER
from hybrid_tui.domain.programme.prescription import Prescription, SetTarget
from hybrid_tui.domain.recovery import Band
from hybrid_tui.domain.workout import (
    Circuit,
    Effort,
    Ending,
    Hold,
    Repeat,
    SetGroup,
    SetsLine,
    Step,
    StepKind,
    TimedLine,
)

CONTACTS_A: Final = 30
"""Landings in a session from which its jumps are leg-maximal (DOMAIN 4)."""
HARD_SETS_A: Final = 4
"""Hard sets of squat, lunge, hinge and knee work from which they are leg-maximal (DOMAIN 4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LighterLine:
    """One line of the lighter version."""

    before: Prescription
    after: Prescription | None
    """None where the line is dropped or moved to another day."""
    words: str
    """What changes: `4 → 2 sets, one more in reserve`."""
    move: bool = False
    """Better done on the next free day."""


def lighter(
    prescriptions: tuple[Prescription, ...],
    catalogue: Catalogue,
    band: Band | None,
    *,
    legs: int | None = None,
) -> tuple[LighterLine, ...]:
    """What is left of a session in a readiness band, with leg soreness 0-10 where it is known."""
    classes = leg_classes(prescriptions, catalogue)
    return tuple(
        _lighter(each, adjustment(band, leg_class, legs=legs))
        for each, leg_class in zip(prescriptions, classes, strict=True)
    )


def leg_classes(prescriptions: tuple[Prescription, ...], catalogue: Catalogue) -> tuple[LegClass, ...]:
    """How much each line asks of the legs (DOMAIN 4): jumps and leg lifts count by the session's sum."""
    contacts = sum(each.contacts for each in prescriptions if each.part is StepKind.WORK)
    heavy = sum(
        len(each.sets)
        for each in prescriptions
        if each.part is StepKind.WORK and _heavy(catalogue, each.exercise)
    )
    return tuple(_leg_class(each, catalogue, contacts, heavy) for each in prescriptions)


def _heavy(catalogue: Catalogue, exercise: str | None) -> bool:
    found = catalogue.get(exercise)
    return isinstance(found, Exercise) and found.is_heavy_leg


def _leg_class(each: Prescription, catalogue: Catalogue, contacts: int, heavy: int) -> LegClass:
    found = catalogue.get(each.exercise)
    if each.part is not StepKind.WORK or found is None:
        return LegClass.C
    if isinstance(found, RunType):
        return found.leg_class
    if found.is_jump:
        return LegClass.A if contacts >= CONTACTS_A else LegClass.C
    return LegClass.A if found.is_heavy_leg and heavy >= HARD_SETS_A else LegClass.C


def _lighter(each: Prescription, change: Adjustment) -> LighterLine:
    if each.part is not StepKind.WORK or change.keeps_plan:
        return LighterLine(before=each, after=each, words="as planned")
    if change.sets_percent == 0:
        return LighterLine(before=each, after=None, words=change.words, move=change.move)
    after = _fewer_sets(each, change) if each.sets else _fewer_steps(each, change)
    return LighterLine(before=each, after=after, words=_words(each, after, change))


def _fewer_sets(each: Prescription, change: Adjustment) -> Prescription:
    kept = scaled(len(each.sets), change.sets_percent)
    targets = tuple(_easier(target, change) for target in each.sets[:kept])
    line = each.line
    if isinstance(line, SetsLine):
        line = replace(line, groups=_fewer(line.groups, kept, change), comment=LIGHTER)
    share = kept / len(each.sets)
    contacts = sum(target.reps or 0 for target in targets)
    before = sum(target.reps or 0 for target in each.sets)
    return replace(
        each,
        line=line,
        sets=targets,
        change="↓ less",
        why=change.words,
        minutes=each.minutes * share,
        rating=max(1.0, each.rating - change.more_rir),
        contacts=round(each.contacts * contacts / before) if before else each.contacts,
    )


def _easier(target: SetTarget, change: Adjustment) -> SetTarget:
    rpe = target.rpe
    if rpe is not None:
        reserve = max(10 - rpe + change.more_rir, change.least_rir or 0.0)
        rpe = max(1.0, 10 - reserve)
    return replace(
        target,
        low=_part(target.low, change),
        high=_part(target.high, change),
        reps=None if target.reps is None else scaled(target.reps, change.reps_percent),
        seconds=_part(target.seconds, change),
        metres=_part(target.metres, change),
        rpe=rpe,
        effort=target.effort if rpe is None else f"{10 - rpe:g}rir",
    )


def _part(number: float | None, change: Adjustment) -> float | None:
    return None if number is None else float(scaled(int(number), change.reps_percent))


def _fewer(groups: tuple[SetGroup, ...], kept: int, change: Adjustment) -> tuple[SetGroup, ...]:
    """The first `kept` sets of the groups, in order, each with fewer repetitions and more in reserve."""
    out: list[SetGroup] = []
    for group in groups:
        here = len(group.holds) if group.sets is None else int(cast(float, group.sets))
        take = min(here, kept)
        kept -= take
        if take == 0:
            continue
        holds = tuple(_easier_hold(hold, change) for hold in group.holds)
        effort = _reserve(group.effort, change)
        if group.sets is None:
            out.append(replace(group, holds=holds[:take], effort=effort))
        else:
            out.append(replace(group, holds=holds, sets=float(take), effort=effort))
    return tuple(out)


def _easier_hold(hold: Hold, change: Adjustment) -> Hold:
    low, high = cast("float | None", hold.low), cast("float | None", hold.high)
    few, many = _part(low, change), _part(high, change)
    return replace(
        hold,
        low=few,
        high=many if many is not None and many != few else None,
        effort=_reserve(hold.effort, change),
    )


def _reserve(effort: Effort | None, change: Adjustment) -> Effort | None:
    if effort is None or (effort.rir is None and effort.rpe is None):
        return effort
    now = cast(float, effort.rir) if effort.rir is not None else 10 - cast(float, effort.rpe)
    more = max(now + change.more_rir, change.least_rir or 0.0)
    return replace(effort, rir=more) if effort.rir is not None else replace(effort, rpe=max(1.0, 10 - more))


def _fewer_steps(each: Prescription, change: Adjustment) -> Prescription:
    line = each.line
    if isinstance(line, Circuit):
        minutes = float(scaled(int(cast(float, line.seconds) / 60), change.sets_percent))
        lighter_line: TimedLine | Circuit = replace(line, seconds=60.0 * minutes, comment=LIGHTER)
    elif isinstance(line, TimedLine):
        repeats = any(isinstance(step, Repeat) for step in line.steps)
        steps = tuple(_fewer_step(step, change, repeats=repeats) for step in line.steps)
        lighter_line = replace(line, steps=steps, comment=LIGHTER)
    else:
        return each
    flat = timed_steps(lighter_line)
    return replace(
        each,
        line=lighter_line,
        steps=flat,
        change="↓ less",
        why=change.words,
        minutes=sum(step.seconds or 0.0 for step in flat) / 60,
        sprint_seconds=sum(step.seconds or 0.0 for step in flat if step.sprint),
    )


def _fewer_step(step: Step | Repeat, change: Adjustment, *, repeats: bool) -> Step | Repeat:
    if isinstance(step, Repeat):
        count = float(scaled(int(cast(float, step.count)), change.sets_percent))
        return replace(step, count=count, work=tuple(_capped(each, change) for each in step.work))
    measure = step.measure
    if repeats or measure.ending is not Ending.TIME or measure.seconds is None:
        return _capped(step, change)
    seconds = cast(float, measure.seconds)
    whole = 60 if seconds >= 120 else 1
    less = float(scaled(int(seconds / whole), change.sets_percent) * whole)
    return _capped(replace(step, measure=replace(measure, seconds=less)), change)


def _capped(step: Step | Repeat, change: Adjustment) -> Step | Repeat:
    if isinstance(step, Repeat):
        return replace(step, work=tuple(_capped(each, change) for each in step.work))
    effort, most = step.effort, change.most_rpe
    if effort is None or most is None:
        return step
    if effort.word == "max" or (effort.rpe is not None and effort.rpe > most):
        return replace(step, effort=Effort(rpe=most))
    return step


def _words(before: Prescription, after: Prescription, change: Adjustment) -> str:
    words: list[str] = []
    if before.sets:
        kept = len(after.sets)
        words.append(f"{len(before.sets)} → {kept} set{'' if kept == 1 else 's'}")
        if before.sets[0].reps is not None and before.sets[0].reps != after.sets[0].reps:
            words.append(f"{before.sets[0].reps} → {after.sets[0].reps} repetitions")
        if before.sets[0].effort != after.sets[0].effort and after.sets[0].effort:
            words.append(f"{after.sets[0].effort.removesuffix('rir')} in reserve")
        return ", ".join(words)
    reps = [next((s.reps for s in each.steps if s.reps is not None), None) for each in (before, after)]
    if reps[0] is not None:
        words.append(f"{reps[0]} → {reps[1]} repeats")
    else:
        words.append(f"{before.minutes:.0f} → {after.minutes:.0f} min")
    if change.most_rpe is not None:
        words.append(f"at {change.most_rpe:g} at most")
    return ", ".join(words)
