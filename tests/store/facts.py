"""Small true-to-life values for the store's tests."""

from __future__ import annotations

from datetime import date

from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus, SetRecord

DAY = date(2026, 11, 25)


def lift_session(
    identifier: str = "s1",
    day: date = DAY,
    *,
    exercise: str = "back-squat",
    sets: int = 3,
    kg: float = 80,
    status: SessionStatus = SessionStatus.DONE,
    plan_key: str | None = None,
    began_us: int | None = 1_000,
) -> SessionRecord:
    """A session of one run block and one lift block."""
    run = BlockRecord(
        id=f"{identifier}-run",
        session_id=identifier,
        position=0,
        line="hill sprint: 8x(12s @9 hill 8% / 2m walk)",
        name="Hill sprint",
        exercise="hill-sprint",
        timed=True,
        status=BlockStatus.DONE,
        intervals=(
            IntervalRecord(
                id=f"{identifier}-i0",
                block_id=f"{identifier}-run",
                position=0,
                label="hill sprint",
                kind="work",
                ends="time",
                seconds=12.0,
                planned_seconds=12.0,
                effort="9",
                place="hill 8%",
                grade=8.0,
                sprint=True,
                at_us=2_000,
            ),
        ),
    )
    lift = BlockRecord(
        id=f"{identifier}-lift",
        session_id=identifier,
        position=1,
        line="back squat 3x5 80kg",
        name="Back squat",
        exercise=exercise,
        note="felt [strong]",
        rest_seconds=180,
        sets=tuple(
            SetRecord(
                id=f"{identifier}-set{place}",
                block_id=f"{identifier}-lift",
                position=place,
                reps=5,
                load=f"{kg:g}kg",
                load_kg=float(kg),
                rpe=8.0,
                at_us=3_000 + place,
                zone="Europe/Paris",
            )
            for place in range(sets)
        ),
    )
    return SessionRecord(
        id=identifier,
        day=day,
        name="Hills and squats",
        kind=SessionKind.MIXED,
        status=status,
        plan_key=plan_key,
        began_us=began_us,
        zone="Europe/Paris",
        minutes=62.5,
        rpe=7.0,
        blocks=(run, lift),
    )
