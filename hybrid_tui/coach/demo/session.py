"""How one session went: every set, every step of a run, when, how hard, and what was noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Final

from hybrid_tui.coach.demo.person import Person
from hybrid_tui.domain import asked
from hybrid_tui.domain.kept_line import step_record
from hybrid_tui.domain.programme.prescription import Prescription
from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus, SetRecord, SetRole
from hybrid_tui.domain.sheet_blocks import to_records
from hybrid_tui.domain.workout import Ending, StepKind, TimedStep

SECOND: Final = 1_000_000
SET_SECONDS: Final = 40.0
BETWEEN_LINES: Final = 75.0
"""Seconds from one line of a session to the next: plates, water, a word."""
CUT_SHORT: Final = 0.05
"""Share of sessions that end before their last lines."""
NO_COOL_DOWN: Final = 0.3
LAST_CLIMB_LEFT_OUT: Final = 0.06
RUNS_WITH_DISTANCE: Final = frozenset({"easy_run", "long_run"})

SESSION_NOTES: Final = (
    "Tired from work, better after the warm-up.",
    "Everything moved well today.",
    "Cold gym, longer warm-up.",
    "New shoes, felt quick.",
    "Short on time, rests cut a little.",
    "Wet leaves on the hill [careful on the way down].",
    "With Jo, talked too much between sets.",
    "Slept badly, kept it calm.",
    "Rain and wind, good anyway.",
    "Legs heavy from the weekend.",
)
LINE_NOTES: Final = (
    "bar path better",
    "left hip tight, eased off after two sets",
    "grip was the limit",
    "depth good, film next time",
    "narrower stance feels right",
    "slow on the way down",
    "belt on the last set",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """When and as what a session is done."""

    day: date
    began_us: int
    zone: str
    name: str
    kind: SessionKind
    plan_key: str | None = None
    slot: str = ""
    may_fall_short: bool = True
    """Whether something may be left out."""


def perform(
    person: Person,
    sitting: Sitting,
    lines: Sequence[Prescription],
    new_id: Callable[[], str],
) -> SessionRecord:
    """The session as it was lived."""
    random = person.random
    session_id = new_id()
    asked_blocks = to_records(lines, session_id, new_id)
    timed = iter([each for each in lines if each.steps])
    left_out = _left_out(random, asked_blocks) if sitting.may_fall_short else frozenset()
    at = sitting.began_us
    blocks: list[BlockRecord] = []
    for block in asked_blocks:
        steps = next(timed).steps if block.timed else ()
        if block.position in left_out:
            reason = "" if block.part != "work" else "no time"
            blocks.append(replace(block, status=BlockStatus.SKIPPED, reason=reason))
            continue
        if block.timed:
            done, at = _run(person, sitting, block, steps, at, new_id)
        else:
            done, at = _lift(person, sitting, block, at, new_id)
        blocks.append(_noted(random, done))
        at += round(random.uniform(0.6, 1.4) * BETWEEN_LINES * SECOND)
    work = [each for each in blocks if each.part == "work"]
    whole = all(each.status is BlockStatus.DONE for each in work)
    return SessionRecord(
        id=session_id,
        day=sitting.day,
        name=sitting.name,
        kind=sitting.kind,
        status=SessionStatus.DONE if whole else SessionStatus.PARTIAL,
        slot=sitting.slot,
        plan_key=sitting.plan_key,
        began_us=sitting.began_us,
        ended_us=at,
        zone=sitting.zone,
        minutes=round((at - sitting.began_us) / SECOND / 60, 1),
        rpe=_rating(random, lines),
        planned_load=round(sum(line.load for line in lines), 1),
        note=random.choice(SESSION_NOTES) if random.random() < 0.14 else "",
        blocks=tuple(blocks),
    )


def _left_out(random: Random, blocks: Sequence[BlockRecord]) -> frozenset[int]:
    work = [each.position for each in blocks if each.part == "work"]
    out = {each.position for each in blocks if each.part == "cool-down" and random.random() < NO_COOL_DOWN}
    if len(work) > 2 and random.random() < CUT_SHORT:
        out.update(work[-random.choice((1, 1, 2)) :])
    return frozenset(out)


def _lift(
    person: Person, sitting: Sitting, block: BlockRecord, at: int, new_id: Callable[[], str]
) -> tuple[BlockRecord, int]:
    """The sets of a line one after the other, and the instant after its last."""
    sets: list[SetRecord] = []
    working = 0
    for position, target in enumerate(asked.decode(block.asked)):
        warm = target.role is SetRole.WARM_UP
        done = person.lift(block.exercise, target, working, sitting.day)
        working += not warm
        length = target.seconds or SET_SECONDS * (1.7 if block.side else 1.0)
        at += round(length * SECOND)
        sets.append(
            SetRecord(
                id=new_id(),
                block_id=block.id,
                position=position,
                role=target.role,
                reps=done.reps,
                load=done.load,
                load_kg=done.load_kg,
                seconds=target.seconds,
                metres=target.metres,
                rpe=done.rpe,
                at_us=at,
                zone=sitting.zone,
            )
        )
        rest = 30.0 if warm else float(block.rest_seconds or 60)
        at += round(rest * person.random.uniform(0.9, 1.15) * SECOND)
    return replace(block, status=BlockStatus.DONE, sets=tuple(sets)), at


def _run(
    person: Person,
    sitting: Sitting,
    block: BlockRecord,
    steps: Sequence[TimedStep],
    at: int,
    new_id: Callable[[], str],
) -> tuple[BlockRecord, int]:
    """The steps of a timed line, and the instant after the last."""
    sprints = [index for index, step in enumerate(steps) if step.sprint]
    short = sitting.may_fall_short and len(sprints) > 3 and person.random.random() < LAST_CLIMB_LEFT_OUT
    intervals: list[IntervalRecord] = []
    for position, step in enumerate(steps):
        seconds = _seconds(person, sitting.day, step)
        done = not (short and position == sprints[-1])
        if not done:
            seconds = 0.0
        at += round(seconds * SECOND)
        runs = block.exercise in RUNS_WITH_DISTANCE and step.kind is StepKind.WORK
        metres = round(seconds * person.speed(sitting.day), -1) if runs else step.metres
        row = step_record(
            step, position, id=new_id(), block_id=block.id, seconds=seconds, done=done, at_us=at
        )
        intervals.append(replace(row, metres=metres))
    status = BlockStatus.PARTIAL if short else BlockStatus.DONE
    return replace(block, status=status, intervals=tuple(intervals)), at


def _seconds(person: Person, day: date, step: TimedStep) -> float:
    """What the timer measured: a step of time is as long as it is told, the others end by the key."""
    if step.ending is Ending.TIME:
        return step.seconds or 0.0
    if step.sprint:
        return round(person.climb_seconds(day), 1)
    return round((step.seconds or 60.0) * person.random.uniform(0.9, 1.12), 1)


def _noted(random: Random, block: BlockRecord) -> BlockRecord:
    if block.part == "work" and not block.note and random.random() < 0.02:
        return replace(block, note=random.choice(LINE_NOTES))
    return block


def _rating(random: Random, lines: Sequence[Prescription]) -> float:
    """Session RPE in half points: what the lines are worth on average, and how the day felt."""
    minutes = sum(line.minutes for line in lines)
    usual = sum(line.load for line in lines) / minutes if minutes else 4.0
    return min(10.0, max(1.0, round(2 * (usual + random.gauss(0.6, 0.5))) / 2))
