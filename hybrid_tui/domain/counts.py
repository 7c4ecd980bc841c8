"""What of a set or a step counts: working and hard sets, landings, muscles, easy running."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.exercise import Exercise, RunType
from hybrid_tui.domain.record import BlockRecord, IntervalRecord
from hybrid_tui.domain.set_record import BlockStatus, SetRecord, SetRole

EASY_EFFORTS: Final = frozenset({"easy", "z1", "z2"})
EASY_RPE: Final = 4.0


def was_done(block: BlockRecord) -> bool:
    """Whether anything of a block was done; one ticked without sets or intervals counts."""
    return bool(block.sets or block.intervals) or block.status in {BlockStatus.DONE, BlockStatus.PARTIAL}


def contacts_of(exercise: Exercise | RunType | None, done: SetRecord) -> int:
    """Landings of one set of jumps: repetitions times landings, a repetition a side twice (3.7).

    Sets by time have no count of their own and give 0.
    """
    if not isinstance(exercise, Exercise) or done.reps is None:
        return 0
    if done.right_reps is not None:
        return exercise.contacts * (done.reps + done.right_reps)
    return exercise.contacts * done.reps * (2 if exercise.unilateral else 1)


def is_working(done: SetRecord) -> bool:
    """Whether a set counts: no warm-up, and something was moved."""
    return done.role is not SetRole.WARM_UP and not (done.reps == 0 and not done.right_reps)


def is_hard(done: SetRecord) -> bool:
    """Whether a working set counts as hard: at most four repetitions left (2.11); unrated ones do."""
    return is_working(done) and (done.rpe is None or done.rpe >= 10 - choices.HARD_SET_2_11_MOST_RIR)


def muscle_sets(exercise: Exercise | RunType | None, sets: float) -> dict[str, float]:
    """Fractional hard sets by muscle: 1 for a prime mover, half for a helper (2.11); jumps and runs none."""
    if not isinstance(exercise, Exercise) or exercise.is_jump or sets <= 0:
        return {}
    shares = dict.fromkeys(exercise.secondary, 0.5) | dict.fromkeys(exercise.primary, 1.0)
    return {muscle: share * sets for muscle, share in shares.items()}


def muscle_stress(exercise: Exercise | RunType | None) -> dict[str, int]:
    """How much a run or a jump stresses each muscle, 0-3 (section 5, run map); lifts none: they have sets."""
    if isinstance(exercise, RunType):
        return exercise.stress
    if not isinstance(exercise, Exercise) or not exercise.is_jump:
        return {}
    helpers = dict.fromkeys(exercise.secondary, choices.JUMP_5_STRESS_HELPER)
    return helpers | dict.fromkeys(exercise.primary, choices.JUMP_5_STRESS)


def add_muscles(total: dict[str, float], more: Mapping[str, float]) -> None:
    """Add sets or stress by muscle to `total`."""
    for muscle, sets in more.items():
        total[muscle] = total.get(muscle, 0.0) + sets


def is_easy(interval: IntervalRecord, run: RunType | None) -> bool:
    """Whether a step was run easy: by its own effort, else by what this run usually is."""
    if interval.sprint:
        return False
    if interval.effort is None:
        return run is None or run.is_easy
    if interval.effort in EASY_EFFORTS:
        return True
    try:
        return float(interval.effort) <= EASY_RPE
    except ValueError:  # a pace or another word
        return run is not None and run.is_easy


def run_minutes(block: BlockRecord, run: RunType, minutes: float | None) -> tuple[float, float]:
    """Easy minutes and all minutes of a run's work; a run without intervals counts whole."""
    work = [i for i in block.intervals if i.kind == "work" and i.seconds is not None]
    if not work:
        whole = minutes or 0.0
        return (whole if run.is_easy else 0.0), whole
    easy = sum(i.seconds or 0.0 for i in work if is_easy(i, run)) / 60
    return easy, sum(i.seconds or 0.0 for i in work) / 60
