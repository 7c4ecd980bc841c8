"""What kind of session the asked lines make, and the few words the week's grid has for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.cells import repeats_text, short_seconds, split_word, steady_text
from hybrid_tui.domain.exercise import Exercise, RunType
from hybrid_tui.domain.programme.prescription import Prescription
from hybrid_tui.domain.set_record import SessionKind
from hybrid_tui.domain.workout import StepKind

QUIET_RPE: Final = 2.0
"""A session of nothing but steps up to this effort is recovery."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A session in short."""

    kind: SessionKind
    run: str
    place: str
    lift: str
    jump: str


def words_of(work: Sequence[Prescription], catalogue: Catalogue) -> Words:
    """The kind and the cell words of a session's working lines."""
    runs = [each for each in work if each.steps and not isinstance(catalogue.get(each.exercise), Exercise)]
    hardest = max(runs, key=lambda each: (each.sprint_seconds > 0, each.rating, each.minutes), default=None)
    contacts = sum(each.contacts for each in work)
    lift = _lift(work, catalogue)
    return Words(
        kind=_kind(work, run=bool(runs), lift=lift, contacts=contacts),
        run=_run(hardest, catalogue) if hardest is not None else "",
        place=_place(hardest) if hardest is not None else "",
        lift=lift,
        jump=str(contacts) if contacts else "",
    )


def _lift(work: Sequence[Prescription], catalogue: Catalogue) -> str:
    legs = upper = core = 0
    for each in work:
        exercise = catalogue.get(each.exercise)
        if not each.sets or (isinstance(exercise, Exercise) and exercise.is_jump):
            continue
        if isinstance(exercise, Exercise) and exercise.is_core:
            core += len(each.sets)
        elif isinstance(exercise, Exercise) and exercise.is_leg_lift:
            legs += len(each.sets)
        else:
            upper += len(each.sets)
    return split_word(legs, upper, core)


def _kind(work: Sequence[Prescription], *, run: bool, lift: str, contacts: int) -> SessionKind:
    # A little core work beside a run or jumps does not make a session mixed.
    lifts = bool(lift) and not (lift == "core" and (run or contacts))
    there = [
        kind
        for kind, found in (
            (SessionKind.RUN, run),
            (SessionKind.LIFT, lifts),
            (SessionKind.JUMP, contacts > 0),
        )
        if found
    ]
    if len(there) > 1:
        return SessionKind.MIXED
    efforts = [step.rpe for each in work for step in each.steps if step.rpe is not None]
    quiet = there == [SessionKind.RUN] and bool(efforts) and max(efforts) <= QUIET_RPE and not lift
    return SessionKind.RECOVERY if quiet or not there else there[0]


def _run(each: Prescription, catalogue: Catalogue) -> str:
    bouts = [step for step in each.steps if step.kind is StepKind.WORK] or list(each.steps)
    first = bouts[0]
    if first.reps is not None and first.reps > 1:
        return repeats_text(first.reps, seconds=first.seconds, metres=first.metres)
    run = catalogue.get(each.exercise)
    known = [step.seconds for step in bouts if step.seconds is not None]
    if isinstance(run, RunType):
        return steady_text(run, sum(known) / 60 if known else None)
    return f"{each.name} {short_seconds(sum(known))}".strip() if known else each.name


def _place(each: Prescription) -> str:
    for step in each.steps:
        word = (step.place or "").split(" ")[0]
        if step.kind is StepKind.WORK and word in ("hill", "stairs"):
            return word
    return ""
