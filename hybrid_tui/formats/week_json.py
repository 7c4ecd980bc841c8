"""A week, and a day of it, as JSON for scripts. What is not known is null; nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hybrid_tui.domain import asked
from hybrid_tui.domain.flatten import timed_steps
from hybrid_tui.domain.kept_line import kept_line
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.session_facts import SessionSummary
from hybrid_tui.domain.set_record import BlockStatus, SessionStatus, SetRecord
from hybrid_tui.domain.sheet import Target
from hybrid_tui.domain.week import DaySummary, WeekTotals
from hybrid_tui.domain.week_against import WeekFigures
from hybrid_tui.domain.week_view import WeekView
from hybrid_tui.domain.workout import TimedLine

Json = dict[str, Any]
# Any: the values are what JSON can hold, and differ by key.


UNITS = {
    "load": "AU",
    "leg_load": "AU",
    "planned_load": "AU",
    "strain": "AU",
    "sprint_seconds": "s",
    "minutes": "min",
    "easy_minutes": "min",
    "run_minutes": "min",
    "sleep_minutes": "min",
    "protein_g": "g",
    "protein_target_g": "g",
    "sets": "sets",
    "contacts": "landings",
    "rpe": "1-10",
    "readiness": "0-100",
}
"""The unit of each number by its key."""


def as_json(view: WeekView, *, compare: bool = False) -> Json:
    """`hybrid week --json`: the seven days in order, and their sums; with `compare` what they are held against."""
    found: Json = {
        "monday": view.first.isoformat(),
        "days": [_day(day) for day in view.week.days],
        "totals": _totals(view.week.totals),
        "units": UNITS,
    }
    return {**found, "against": _against(view.against)} if compare else found


def _against(figures: WeekFigures) -> Json:
    return {
        "weeks": figures.weeks,
        "runs": number(figures.runs),
        "lifts": number(figures.lifts),
        "contacts": number(figures.contacts),
        "load": number(figures.load),
        "leg_load": number(figures.leg_load),
        "sleep_minutes": number(figures.sleep_minutes),
        "protein_days": number(figures.protein_days),
        "readiness": number(figures.readiness),
        "sprint_seconds": number(figures.sprint_seconds),
        "easy_minutes": number(figures.easy_minutes),
        "monotony": number(figures.monotony),
        "strain": number(figures.strain),
        "muscles": {name: number(sets) for name, sets in sorted(figures.muscles.items())},
    }


def day_json(view: WeekView, on: date, sessions: Sequence[SessionRecord]) -> Json:
    """`hybrid today --json`: one day of the week, and the lines of its sessions as `blocks`.

    `sessions` are that day's, planned ones too; each block names its session by its place among them.
    """
    found = next(day for day in view.week.days if day.date == on)
    blocks = [
        {"session": place, **_block(block)}
        for place, session in enumerate(sessions)
        for block in sorted(session.blocks, key=lambda each: each.position)
    ]
    return {**_day(found), "blocks": blocks}


def _day(day: DaySummary) -> Json:
    return {
        "date": day.date.isoformat(),
        "sessions": [_session(session) for session in day.sessions],
        "sleep_minutes": day.sleep_minutes,
        "protein_g": number(day.protein_g),
        "protein_target_g": day.protein_target_g,
        "readiness": day.readiness,
    }


def _session(session: SessionSummary) -> Json:
    return {
        "name": session.name,
        "kind": session.kind.value,
        "status": _status(session.status),
        "sets": session.sets,
        "sprint_seconds": number(session.sprint_seconds),
        "contacts": session.contacts,
        "minutes": number(session.minutes),
        "rpe": number(session.rpe),
        "load": number(session.load),
        "leg_load": number(session.leg_load),
        "planned_load": number(session.planned_load),
    }


def _totals(totals: WeekTotals) -> Json:
    return {
        "sets": totals.sets,
        "sprint_seconds": number(totals.sprint_seconds),
        "contacts": totals.contacts,
        "minutes": number(totals.minutes),
        "load": number(totals.load),
        "leg_load": number(totals.leg_load),
        "monotony": number(totals.monotony),
        "strain": number(totals.strain),
    }


def _status(status: SessionStatus) -> str:
    """A session in hand is one done in part, for whoever looks from outside."""
    return SessionStatus.PARTIAL.value if status is SessionStatus.OPEN else status.value


def _block(block: BlockRecord) -> Json:
    done, total = _steps(block) if block.timed else (0, 0)
    return {
        "name": block.name,
        "kind": "timed" if block.timed else "sets",
        "line": block.line,
        "status": block.status.value,
        "sets": [] if block.timed else _sets(block),
        "steps_done": done,
        "steps_total": total,
    }


def _steps(block: BlockRecord) -> tuple[int, int]:
    """Steps of a timed block run to their end, and all its steps, warm-ups and recoveries among them."""
    run = sum(interval.done for interval in block.intervals)
    line = kept_line(block.line)
    asked_for = len(timed_steps(line)) if isinstance(line, TimedLine) else 0
    total = max(asked_for, len(block.intervals))
    ticked = block.status is BlockStatus.DONE and not block.intervals
    return (total if ticked else run), total


def _sets(block: BlockRecord) -> list[Json]:
    """Done sets with what was done, the others with what is asked."""
    targets = asked.decode(block.asked)
    by_place = {done.position: done for done in block.sets}
    count = max([len(targets), *(place + 1 for place in by_place)], default=0)
    found: list[Json] = []
    for place in range(count):
        if place in by_place:
            found.append(_set(by_place[place], done=True))
        elif place < len(targets):
            found.append(_set(targets[place], done=False))
    return found


def _set(one: SetRecord | Target, *, done: bool) -> Json:
    reps = one.reps if isinstance(one, SetRecord) else one.shown
    return {
        "reps": reps,
        "load_kg": number(one.load_kg),
        "seconds": number(one.seconds),
        "rpe": number(one.rpe) if isinstance(one, SetRecord) else None,
        "done": done,
    }


def number(value: float | None) -> float | int | None:
    """A number without false decimals: whole ones as such, others to two places; None stays unknown."""
    if value is None:
        return None
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded
