"""Lines, logs and plans for the tests of what comes next."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path

from hybrid_tui.domain.catalogue import Catalogue, read_catalogue
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.programme.lifts import prescribe_sets
from hybrid_tui.domain.programme.outcome import Past
from hybrid_tui.domain.programme.plan import WeekPlace
from hybrid_tui.domain.programme.prescription import Known, Prescription, TrainingMax
from hybrid_tui.domain.programme.runs import prescribe_steps
from hybrid_tui.domain.programme.weights import kilograms, read_load
from hybrid_tui.domain.record import BlockRecord, IntervalRecord
from hybrid_tui.domain.set_record import BlockStatus, SetRecord
from hybrid_tui.domain.workout import SetsLine, TimedLine
from hybrid_tui.domain.written_programme import Programme

DATA = Path(__file__).parents[3] / "data"
SHELF = sorted(path.stem for path in (DATA / "programmes").glob("*.txt"))
DAY = date(2026, 11, 12)


@cache
def catalogue() -> Catalogue:
    return read_catalogue((DATA / "exercises.toml").read_text(encoding="utf-8"))


def text_of(programme_id: str) -> str:
    return (DATA / "programmes" / f"{programme_id}.txt").read_text(encoding="utf-8")


@cache
def programme(programme_id: str) -> Programme:
    return parse_programme(text_of(programme_id), names=catalogue())


def place(number: int = 2, *, round: int = 1, week: int | None = None, deload: float = 0.0) -> WeekPlace:
    return WeekPlace(number=number, week=week or number, round=round, deload=deload)


def lift(
    done: str,
    *,
    asked: str,
    days_ago: int = 7,
    load: str | None = None,
    rpe: float | None = None,
    number: int = 1,
    round: int = 1,
    deload: bool = False,
    unit: str = "",
) -> Past:
    """A line that was done: `done` is its repetitions (or seconds), one a set."""
    line = parse_plan_line(asked, names=catalogue())
    assert isinstance(line, SetsLine)
    sets = tuple(
        SetRecord(
            id=f"s{i}",
            block_id="b",
            position=i,
            reps=int(word) if not unit else None,
            seconds=float(word) if unit == "s" else None,
            load=load,
            load_kg=kilograms(read_load(load)),
            rpe=rpe,
        )
        for i, word in enumerate(done.split())
    )
    block = BlockRecord(
        id="b",
        session_id="s",
        position=0,
        line=asked,
        name=line.name,
        exercise=line.exercise,
        status=BlockStatus.DONE,
        sets=sets,
    )
    day = DAY - timedelta(days=days_ago - 7)
    return Past(day=day, block=block, number=number, round=round, deload=deload)


def run(
    asked: str,
    *,
    done: int = 1,
    missed: int = 0,
    days_ago: int = 7,
    number: int = 1,
    round: int = 1,
    deload: bool = False,
) -> Past:
    line = parse_plan_line(asked, names=catalogue())
    assert isinstance(line, TimedLine)
    steps = tuple(
        IntervalRecord(
            id=f"i{i}",
            block_id="b",
            position=i,
            label=line.name,
            kind="work",
            ends="time",
            seconds=8.0,
            done=i < done,
        )
        for i in range(done + missed)
    )
    block = BlockRecord(
        id="b",
        session_id="s",
        position=0,
        line=asked,
        name=line.name,
        exercise=line.exercise,
        timed=True,
        status=BlockStatus.DONE,
        intervals=steps,
    )
    day = DAY - timedelta(days=days_ago - 7)
    return Past(day=day, block=block, number=number, round=round, deload=deload)


def ask(
    text: str,
    *pasts: Past,
    at: WeekPlace | None = None,
    maximum: TrainingMax | None = None,
) -> Prescription:
    """What a line asks; `pasts` the most recent first."""
    line = parse_plan_line(text, names=catalogue())
    history: dict[str, tuple[Past, ...]] = {}
    for past in pasts:
        key = past.block.exercise or ""
        history[key] = (*history.get(key, ()), past)
    assert isinstance(line, SetsLine | TimedLine)
    maxes = {line.exercise or "": maximum} if maximum else {}
    known = Known(catalogue=catalogue(), history=history, maxes=maxes)
    if isinstance(line, SetsLine):
        return prescribe_sets(line, at or place(), known)
    return prescribe_steps(line, at or place(), known)


def reps(given: Prescription) -> list[int | None]:
    return [target.reps for target in given.sets]


def loads(given: Prescription) -> list[str | None]:
    return [target.load for target in given.sets]


def printed(given: Prescription) -> str:
    assert isinstance(given.line, SetsLine | TimedLine)
    return print_line(given.line)
