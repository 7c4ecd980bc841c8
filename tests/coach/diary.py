"""A small plan with a diary of a fortnight, in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hybrid_tui.coach.library import Library
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.record import BlockRecord, BodyWeight, CheckIn, Food, SessionRecord
from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.store import writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import ProgrammeRow
from tests.domain.sessions import easy, hills, sets

LIBRARY = Library()
MONDAY = date(2026, 11, 23)
SUNDAY = date(2026, 11, 29)
HOSTILE = "Hills [/red] \x1b[31m[b]bold"

PLAN = """# Winter Legs
level: intermediate
goal: hybrid
weeks: 4, then week 1

## mon  Lower
back squat 3x5 80kg rest 3m

## wed  Hills and upper
hill sprint: 8x(12s @9 hill 8% / 90s walk)
bench press 4x6 60kg rest 2m

## fri  Easy
easy run: 35m @easy

## sat  Full
box jump 4x5
Romanian deadlift 3x8 60kg rest 2m
pull-up 3x6 rest 2m
"""


def moment_on(day: date) -> Moment:
    """Eight in the evening of a day, in UTC."""
    at = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
    return Moment(
        at_us=int(at.timestamp()) * 1_000_000,
        boot_us=5_000_000,
        boot_id="boot-1",
        zone="UTC",
        day=day,
    )


def add_plan(store: Store, *, start: date = MONDAY, text: str = PLAN, identifier: str = "plan") -> None:
    """Follow the plan from a day on."""
    row = ProgrammeRow(
        id=identifier, name="Winter Legs", text=text, start_day=start, status="active", created_us=1
    )
    with store.write("begin the plan") as writer:
        writes.save(writer, row)


def key(day_number: int, week: int = 1) -> str:
    """The plan key of a day of a week, both from 1."""
    return f"plan/{week}/{day_number}/"


def add_session(
    store: Store,
    identifier: str,
    day: date,
    *blocks: BlockRecord,
    name: str = "Session",
    minutes: float | None = 60,
    rpe: float | None = 6,
    kind: SessionKind = SessionKind.MIXED,
    status: SessionStatus = SessionStatus.DONE,
    plan_key: str | None = None,
    note: str = "",
) -> SessionRecord:
    """Log a session; ids of its parts are made from its own."""
    placed = []
    for position, block in enumerate(blocks):
        own = f"{identifier}-{position}"
        placed.append(
            replace(
                block,
                id=own,
                session_id=identifier,
                position=position,
                sets=tuple(
                    replace(
                        done,
                        id=f"{own}-s{done.position}",
                        block_id=own,
                        load=done.load or "60kg",
                        load_kg=done.load_kg or 60.0,
                    )
                    for done in block.sets
                ),
                intervals=tuple(
                    replace(each, id=f"{own}-i{place}", block_id=own, position=place)
                    for place, each in enumerate(block.intervals)
                ),
            )
        )
    record = SessionRecord(
        id=identifier,
        day=day,
        name=name,
        kind=kind,
        status=status,
        plan_key=plan_key,
        began_us=moment_on(day).at_us,
        minutes=minutes,
        rpe=rpe,
        note=note,
        blocks=tuple(placed),
    )
    with store.write(f"log {name}") as writer:
        writes.save_session(writer, record)
    return record


def add_week(store: Store) -> None:
    """Monday done, Wednesday done, Friday missed, Saturday in part; mornings and food as far as logged."""
    add_plan(store)
    add_session(store, "mon", MONDAY, sets("back_squat", 5, 5, 5), name="Lower", plan_key=key(1))
    add_session(
        store,
        "wed",
        date(2026, 11, 25),
        hills(8),
        sets("bench_press", 6, 6, 6, 6),
        name=HOSTILE,
        minutes=75,
        plan_key=key(3),
    )
    add_session(
        store,
        "sat",
        date(2026, 11, 28),
        sets("box_jump", 5, 5, 5, 5),
        sets("romanian_deadlift", 8, 8),
        easy(10),
        name="Full",
        minutes=50,
        rpe=None,
        status=SessionStatus.PARTIAL,
        plan_key=key(6),
    )
    with store.write("mornings") as writer:
        writes.save(writer, BodyWeight(id="w", day=MONDAY, kg=75.0, text="75kg"))
        writes.save(writer, Food(id="f1", day=MONDAY, grams=150.0))
        writes.save(writer, Food(id="f2", day=date(2026, 11, 25), grams=40.0))
        check = CheckIn(day=MONDAY, sleep=2, fatigue=2, stress=2, soreness=2, slept_minutes=460, flags=())
        writes.save_checkin(writer, check)
