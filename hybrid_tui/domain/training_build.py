"""Training days made from what is written in a plan and from what was recorded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hybrid_tui.domain import choices
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.counts import contacts_of, is_hard, is_working, muscle_sets, run_minutes, was_done
from hybrid_tui.domain.exercise import Exercise, LegClass, RunType
from hybrid_tui.domain.flatten import EASY_WORDS, line_sets, rpe_of, timed_steps
from hybrid_tui.domain.leg_minutes import block_minutes, is_walk_word
from hybrid_tui.domain.load import leg_factor, planned_rating, session_load, set_minutes
from hybrid_tui.domain.plates import KG_PER_LB
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.session_facts import TRAINED
from hybrid_tui.domain.set_record import SessionKind
from hybrid_tui.domain.training import TrainingBlock, TrainingSession, Work
from hybrid_tui.domain.workout import PlanLine, SetsLine, StepKind, TimedLine, TimedStep

_SPRINTS = frozenset({"hill_sprint", "flat_sprint", "band_sprint"})


def planned_training(
    name: str,
    lines: Iterable[PlanLine],
    catalogue: Catalogue,
    *,
    week: int = 1,
    slot: str = "",
    load: float | None = None,
    warm_up_minutes: float = 0.0,
    key: str = "",
) -> TrainingSession:
    """A planned session from its lines with the numbers of `week`; warm-ups are left out of its blocks.

    `load` is the expected session load in AU; without it the expected loads of the blocks and of the warm-up
    are added up (6).
    """
    blocks: list[TrainingBlock] = []
    ratings: list[float] = []
    expected = warm_up_minutes * choices.RATING_6_WARM_UP
    for line in lines:
        if isinstance(line, SetsLine):
            blocks.append(planned_sets(line, catalogue, week))
            ratings.append(_sets_rating(blocks[-1], catalogue))
        elif isinstance(line, TimedLine) and not _is_walk(line, catalogue, week):
            blocks.append(planned_run(line, catalogue, week))
            ratings.append(_run_rating(blocks[-1], catalogue))
    legs = expected
    for block, rating in zip(blocks, ratings, strict=True):
        part = (block.minutes or 0.0) * rating
        expected += part
        legs += part * leg_factor(catalogue.get(block.exercise))
    share = 1.0 if load is None or not expected else load / expected
    return TrainingSession(
        name=name,
        blocks=tuple(blocks),
        slot=slot,
        load=expected * share,
        leg_load=legs * share,
        key=key,
        minutes=warm_up_minutes + sum(block.minutes or 0.0 for block in blocks),
    )


def planned_sets(line: SetsLine, catalogue: Catalogue, week: int = 1) -> TrainingBlock:
    """A planned line of sets; all its sets are taken as hard."""
    known = catalogue.get(line.exercise or catalogue.find(line.name))
    asked = line_sets(line, week)
    efforts = [rpe for one in asked if (rpe := rpe_of(one.effort)) is not None]
    minutes = set_minutes(len(asked), _rest(line, known), unilateral=line.side)
    if isinstance(known, Exercise) and known.is_jump:
        reps = sum(int(_number(one.hold.high) or _number(one.hold.low)) for one in asked if not one.hold.unit)
        return TrainingBlock(
            work=Work.JUMP,
            name=known.name,
            exercise=known.id,
            minutes=minutes,
            contacts=reps * known.contacts * (2 if line.side or known.unilateral else 1),
            level=known.level,
            pattern=known.pattern,
        )
    return _lift(known, line.name, hard=len(asked), minutes=minutes, rpe=max(efforts) if efforts else None)


def _number(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _rest(line: SetsLine, known: Exercise | RunType | None) -> float:
    if line.rest is not None:
        return _number(line.rest)
    return float(known.rest_seconds) if isinstance(known, Exercise) else 90.0


def _sets_rating(block: TrainingBlock, catalogue: Catalogue) -> float:
    known = catalogue.get(block.exercise)
    core = isinstance(known, Exercise) and known.is_core
    return planned_rating(None if block.rpe is None else 10 - block.rpe, core=core)


def _lift(
    known: Exercise | RunType | None, name: str, *, hard: int, minutes: float | None, rpe: float | None
) -> TrainingBlock:
    exercise = known if isinstance(known, Exercise) else None
    core = exercise is not None and exercise.is_core
    return TrainingBlock(
        work=Work.CORE if core else Work.LIFT,
        name=exercise.name if exercise else name,
        exercise=exercise.id if exercise else None,
        minutes=minutes,
        rpe=rpe,
        hard_sets=hard,
        leg_sets=hard if exercise and exercise.is_heavy_leg else 0,
        pattern=exercise.pattern if exercise else "",
        muscles=muscle_sets(exercise, hard),
        trains_legs=exercise is not None and exercise.is_leg_lift,
    )


def planned_run(line: TimedLine, catalogue: Catalogue, week: int = 1) -> TrainingBlock:
    """A planned timed line."""
    known = catalogue.get(line.exercise or catalogue.find(line.name))
    steps = timed_steps(line, week)
    work = [step for step in steps if step.kind is StepKind.WORK]
    sprint = sum(step.seconds or 0.0 for step in work if step.sprint)
    run = known if isinstance(known, RunType) else None
    efforts = [step.rpe for step in work if step.rpe is not None]
    return TrainingBlock(
        work=_run_work(run, sprint, [step.place or "" for step in work]),
        name=run.name if run else (line.name or "timed line"),
        exercise=run.id if run else None,
        minutes=sum(step.seconds or 0.0 for step in steps) / 60,
        run_minutes=sum(step.seconds or 0.0 for step in work) / 60,
        easy_minutes=sum(step.seconds or 0.0 for step in work if _is_easy(step, run)) / 60,
        run_class=_run_class(run, sprint),
        repeats=len(work),
        sprint_seconds=sprint,
        rpe=max(efforts) if efforts else None,
        runs_down=any(_runs_down(step.place, step.label, run) for step in steps),
        place=next((step.place.split(" ")[0] for step in work if step.place), ""),
        vest_kg=_vest([step.place or "" for step in steps]),
        descent=_descent([step.place or "" for step in steps]),
    )


def _is_walk(line: TimedLine, catalogue: Catalogue, week: int) -> bool:
    """Whether a line is no training: warm-up, cool-down, walking and mobility."""
    if line.name in {"warm-up", "cool-down"}:
        return True
    if catalogue.get(line.exercise or catalogue.find(line.name)) is not None:
        return False
    return all(is_walk_word(step.label) for step in timed_steps(line, week))


def _run_rating(block: TrainingBlock, catalogue: Catalogue) -> float:
    run = catalogue.get(block.exercise)
    if isinstance(run, RunType):
        return float(run.rpe)
    return block.rpe if block.rpe is not None else 3.0


def _is_easy(step: TimedStep, run: RunType | None) -> bool:
    if step.sprint:
        return False
    if step.rpe is not None:
        return step.rpe <= 4
    return step.effort in EASY_WORDS or (step.effort is None and (run is None or run.is_easy))


def _runs_down(place: str | None, label: str, run: RunType | None) -> bool:
    words = label.casefold().split()
    on_stairs = (place or "").startswith("stairs") or (run is not None and run.id == "stair_run")
    return on_stairs and "down" in words and not {"walk", "walking"} & set(words)


_VEST = re.compile(r"vest(?: ([0-9.]+)(kg|lb))?")
_DESCENT = re.compile(r"descent ([0-9.]+)mtr")


def _vest(places: Iterable[str]) -> float | None:
    """The heaviest vest among the places of steps, in kilograms."""
    found = [match for place in places if (match := _VEST.search(place))]
    if not found:
        return None
    return max(float(m[1] or 0) * (KG_PER_LB if m[2] == "lb" else 1.0) for m in found)


def _descent(places: Iterable[str]) -> float:
    """Metres down over all steps."""
    return sum(float(match[1]) for place in places if (match := _DESCENT.search(place)))


def _run_work(run: RunType | None, sprint: float, places: Sequence[str]) -> Work:
    if run is not None and run.id == "stair_run":
        return Work.STAIRS
    if run is not None and run.id in _SPRINTS:
        return Work.SPRINT
    if sprint > 0:
        return Work.STAIRS if any(place.startswith("stairs") for place in places) else Work.SPRINT
    by_class = {LegClass.A: Work.SPRINT, LegClass.B: Work.HARD_RUN, LegClass.BL: Work.LONG_RUN}
    return by_class.get(run.leg_class, Work.EASY_RUN) if run is not None else Work.EASY_RUN


def _run_class(run: RunType | None, sprint: float) -> LegClass:
    if run is None:
        return LegClass.A if sprint > 0 else LegClass.C
    return run.hard_class if sprint > 0 and run.hard_class is LegClass.A else run.leg_class


def recorded_training(
    session: SessionRecord, catalogue: Catalogue, *, begins: float | None = None
) -> TrainingSession | None:
    """A session that was done; None for a walk and where nothing was. `begins` is its hour of the day."""
    if session.status not in TRAINED or session.kind is SessionKind.RECOVERY:
        return None
    minutes = block_minutes(session, catalogue)
    blocks = [
        _recorded_block(block, length, catalogue)
        for block, length in zip(session.blocks, minutes, strict=True)
        if was_done(block) and block.name.casefold() not in {"warm-up", "cool-down"}
    ]
    return TrainingSession(
        name=session.name,
        blocks=tuple(block for block in blocks if block is not None),
        slot=session.slot,
        load=session_load(session.minutes, session.rpe),
        done=True,
        key=session.plan_key or session.id,
        begins=begins,
        minutes=session.minutes,
    )


def _recorded_block(block: BlockRecord, minutes: float | None, catalogue: Catalogue) -> TrainingBlock | None:
    known = catalogue.get(block.exercise)
    if known is None and block.timed and all(is_walk_word(step.label) for step in block.intervals):
        return None
    if isinstance(known, RunType) or block.timed:
        return _recorded_run(block, known if isinstance(known, RunType) else None, minutes)
    working = [done for done in block.sets if is_working(done)]
    if block.sets and not working:
        return None
    if isinstance(known, Exercise) and known.is_jump:
        return TrainingBlock(
            work=Work.JUMP,
            name=known.name,
            exercise=known.id,
            minutes=minutes,
            contacts=sum(contacts_of(known, done) for done in working),
            level=known.level,
            pattern=known.pattern,
        )
    efforts = [done.rpe for done in working if done.rpe is not None]
    return _lift(
        known,
        block.name,
        hard=sum(is_hard(done) for done in working),
        minutes=minutes,
        rpe=max(efforts) if efforts else None,
    )


def _recorded_run(block: BlockRecord, run: RunType | None, minutes: float | None) -> TrainingBlock:
    work = [step for step in block.intervals if step.kind == "work"]
    sprint = sum(step.seconds or 0.0 for step in work if step.sprint)
    easy, running = (0.0, minutes or 0.0) if run is None else run_minutes(block, run, minutes)
    return TrainingBlock(
        work=_run_work(run, sprint, [step.place or "" for step in work]),
        name=run.name if run else (block.name or "timed line"),
        exercise=run.id if run else None,
        minutes=minutes,
        run_minutes=running,
        easy_minutes=easy,
        run_class=_run_class(run, sprint),
        repeats=len(work),
        sprint_seconds=sprint,
        runs_down=any(_runs_down(step.place, step.label, run) for step in block.intervals),
        place=next((step.place.split(" ")[0] for step in work if step.place), ""),
        vest_kg=_vest([step.place or "" for step in block.intervals]),
        descent=_descent([step.place or "" for step in block.intervals]),
    )
