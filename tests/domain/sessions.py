"""Records for tests, made in one line each."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

from hybrid_tui.domain.catalogue import read_catalogue
from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus, SetRecord, SetRole

CATALOGUE = read_catalogue((Path(__file__).parents[2] / "data/exercises.toml").read_text(encoding="utf-8"))
_ids = count()


def sets(
    exercise: str,
    *reps: int,
    rpe: float | None = 8,
    role: SetRole = SetRole.WORK,
    rest: int | None = None,
    side: bool = False,
) -> BlockRecord:
    """A block of sets that were done."""
    id = f"b{next(_ids)}"
    return BlockRecord(
        id=id,
        session_id="s",
        position=0,
        line="",
        name=CATALOGUE.title(exercise) if exercise in CATALOGUE.tables else exercise,
        exercise=exercise if exercise in CATALOGUE.tables else None,
        rest_seconds=rest,
        status=BlockStatus.DONE,
        sets=tuple(
            SetRecord(
                id=f"{id}-{n}",
                block_id=id,
                position=n,
                reps=r,
                right_reps=r if side else None,
                rpe=rpe,
                role=role,
            )
            for n, r in enumerate(reps)
        ),
    )


def step(
    seconds: float | None,
    label: str,
    *,
    kind: str = "work",
    effort: str | None = None,
    place: str | None = None,
    sprint: bool = False,
    metres: float | None = None,
    ends: str = "time",
    done: bool = True,
) -> IntervalRecord:
    """One step that was run."""
    return IntervalRecord(
        id=f"i{next(_ids)}",
        block_id="b",
        position=0,
        label=label,
        kind=kind,
        ends=ends,
        seconds=seconds,
        planned_seconds=seconds,
        metres=metres,
        effort=effort,
        place=place,
        sprint=sprint,
        done=done,
    )


def timed(
    name: str, *steps: IntervalRecord, exercise: str | None = None, status: BlockStatus = BlockStatus.DONE
) -> BlockRecord:
    """A timed block."""
    return BlockRecord(
        id=f"b{next(_ids)}",
        session_id="s",
        position=0,
        line="",
        name=name,
        exercise=exercise,
        timed=True,
        intervals=steps,
        status=status,
    )


def hills(repeats: int, seconds: float = 12, walk: float = 90) -> BlockRecord:
    """Hill sprints with walks between."""
    steps: list[IntervalRecord] = []
    for n in range(repeats):
        if n:
            steps.append(step(walk, "walk back", kind="recover"))
        steps.append(step(seconds, "hill sprint", effort="9", place="hill 8%", sprint=True))
    return timed("Hill sprint", *steps, exercise="hill_sprint")


def easy(minutes: float) -> BlockRecord:
    """An easy run."""
    return timed("Easy run", step(60 * minutes, "easy run", effort="easy"), exercise="easy_run")


def session(
    day: date,
    *blocks: BlockRecord,
    minutes: float | None = 60,
    rpe: float | None = 6,
    name: str = "Session",
    kind: SessionKind = SessionKind.MIXED,
    status: SessionStatus = SessionStatus.DONE,
    plan_key: str | None = None,
    slot: str = "",
    planned_load: float | None = None,
) -> SessionRecord:
    """A session on a day."""
    return SessionRecord(
        id=f"s{next(_ids)}",
        day=day,
        name=name,
        kind=kind,
        status=status,
        slot=slot,
        plan_key=plan_key,
        minutes=minutes,
        rpe=rpe,
        planned_load=planned_load,
        blocks=blocks,
    )
