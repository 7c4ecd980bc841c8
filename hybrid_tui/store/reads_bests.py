"""The best sets of an exercise. SQL finds the largest; what counts as a best is the domain's word."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from hybrid_tui.domain import choices
from hybrid_tui.domain.bests import Lifted, Stretch
from hybrid_tui.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class BestSets:
    """The largest numbers that an exercise's working sets hold."""

    load_kg: float | None
    """Heaviest load on a bar or in the hands."""
    estimate_kg: float | None
    """Largest estimated maximum, by the rule of `strength.set_estimate`."""
    reps_unloaded: int | None
    """Most repetitions with nothing but the body's own weight."""
    elsewhere: bool
    """Whether any of these sets stands in another block than the one asked about."""
    reps_at_load: int | None = None
    """Most repetitions at the load asked about, or a heavier one; None where that very load is new."""
    total_kg: float | None = None
    """Largest sum of load times repetitions over the sets of one other block."""


def best_sets(
    store: Store,
    exercise: str,
    *,
    without: str = "",
    block_id: str = "",
    load_kg: float | None = None,
    session_id: str = "",
) -> BestSets | None:
    """The best of all working sets of an exercise but the one of id `without` and those of the session of id
    `session_id`; None when there is none.

    `block_id` is the block that `elsewhere` and `total_kg` leave aside, `load_kg` the load that `reps_at_load`
    is about. One pass over the sets: this is asked with every set that is ticked.
    """
    row = store.row(
        """
        SELECT sum(sets) AS sets, sum(sets * (block_id <> :block)) AS others, max(load_kg) AS load_kg,
            max(estimate_kg) AS estimate_kg, max(reps) AS reps, max(at_load) AS at_load, min(least) AS least,
            max(CASE WHEN block_id <> :block THEN total END) AS total
        FROM (
            SELECT block_id, count(*) AS sets, max(CASE WHEN own THEN NULL ELSE load_kg END) AS load_kg,
                max(CASE WHEN NOT own AND load_kg > 0 AND fewer >= 1 AND rir BETWEEN 0 AND :most_rir
                    AND fewer + rir <= :most_reps
                    THEN load_kg * CASE WHEN fewer + rir <= 1 THEN 1.0 ELSE 1 + (fewer + rir) / 30.0 END
                    END) AS estimate_kg,
                max(CASE WHEN load IS NULL OR load = 'bw' THEN fewer END) AS reps,
                max(CASE WHEN NOT own AND load_kg >= :load THEN fewer END) AS at_load,
                min(CASE WHEN NOT own AND load_kg >= :load THEN load_kg END) AS least,
                sum(CASE WHEN NOT own THEN load_kg * (reps + coalesce(right_reps, 0)) END) AS total
            FROM (
                SELECT block_id, load, load_kg, reps, right_reps,
                    coalesce(substr(load, 1, 2) = 'bw', 1) AS own,
                    min(reps, coalesce(right_reps, reps)) AS fewer, coalesce(10.0 - rpe, 0.0) AS rir
                FROM block CROSS JOIN set_done ON block.id = set_done.block_id
                WHERE block.exercise = :exercise AND block.part = 'work' AND role <> 'warm-up'
                    AND set_done.id <> :without AND block.session_id <> :session
            )
            GROUP BY block_id
        )
        """,
        {
            "block": block_id,
            "exercise": exercise,
            "without": without,
            "load": load_kg,
            "session": session_id,
            "most_rir": choices.E1RM_2_1_MOST_RIR,
            "most_reps": choices.E1RM_2_1_ROUGH_REPS,
        },
    )
    if row is None or not row["sets"]:
        return None
    return BestSets(
        load_kg=row["load_kg"],
        estimate_kg=row["estimate_kg"],
        reps_unloaded=row["reps"],
        elsewhere=bool(row["others"]),
        reps_at_load=row["at_load"] if row["least"] == load_kg else None,
        total_kg=row["total"],
    )


def lifted(
    store: Store, *, exercises: Collection[str] | None = None, ids: Collection[str] | None = None
) -> tuple[Lifted, ...]:
    """All working sets with repetitions, like ones taken together: each load, number of repetitions and effort
    with the first session of it. One query; of these exercises alone, or of the sets of these ids, where told."""
    among, wanted = "", ""
    if exercises is not None:
        # The order of the tables is told: without statistics SQLite would go through all sets.
        among, wanted = (
            "block CROSS JOIN set_done ON block.id = set_done.block_id",
            _among("exercise", exercises),
        )
    elif ids is not None:
        among, wanted = (
            "set_done CROSS JOIN block ON block.id = set_done.block_id",
            _among("set_done.id", ids),
        )
    rows = store.rows(
        f"""
        SELECT block.exercise AS exercise, min(reps, coalesce(right_reps, reps)) AS count, load_kg, load,
            coalesce(load LIKE 'bw%', 1) AS own, set_done.rpe AS rpe,
            min(session.day || ' ' || session.id) AS first
        FROM {among or "set_done JOIN block ON block.id = set_done.block_id"}
            JOIN session ON session.id = block.session_id
        WHERE block.exercise IS NOT NULL AND block.part = 'work' AND role <> 'warm-up' AND reps >= 1 {wanted}
        GROUP BY block.exercise, count, load_kg, load, own, set_done.rpe
        """,
        tuple(exercises or ids or ()),
    )
    return tuple(
        Lifted(
            exercise=row["exercise"],
            reps=row["count"],
            load_kg=row["load_kg"],
            own_weight=bool(row["own"]),
            day=date.fromisoformat(row["first"][:10]),
            session_id=row["first"][11:],
            rpe=row["rpe"],
            typed=row["load"] or "",
        )
        for row in rows
    )


def stretches(store: Store, *, ids: Collection[str] | None = None) -> tuple[Stretch, ...]:
    """The best of like work steps that were done to their end, and the first session of it: shortest where a
    hand or the distance ended them, else longest. One query; of the intervals of these ids alone where told."""
    chosen = "" if ids is None else _among("interval_done.id", ids)
    rows = store.rows(
        f"""
        WITH step AS (
            SELECT label, coalesce(place, '') AS place, metres, seconds, ends,
                place IS NOT NULL OR metres IS NOT NULL AS known, session.day AS day,
                session.id AS session_id
            FROM interval_done JOIN block ON block.id = block_id JOIN session ON session.id = block.session_id
            WHERE interval_done.kind = 'work' AND done {chosen}
        )
        SELECT label, place, 1 AS by_hand, metres AS way, seconds, NULL AS far, day, session_id
        FROM (SELECT *, row_number() OVER (PARTITION BY label, place, metres
                ORDER BY seconds, day, session_id) AS turn
            FROM step WHERE ends IN ('key', 'distance') AND seconds > 0 AND known)
        WHERE turn = 1
        UNION ALL
        SELECT label, place, 0, NULL, NULL, metres, day, session_id
        FROM (SELECT *, row_number() OVER (PARTITION BY label, place
                ORDER BY metres DESC, day, session_id) AS turn
            FROM step WHERE ends = 'time' AND metres > 0)
        WHERE turn = 1
        """,
        tuple(ids or ()),
    )
    return tuple(
        Stretch(
            label=row["label"],
            place=row["place"],
            metres=row["way"],
            by_hand=bool(row["by_hand"]),
            seconds=row["seconds"],
            far_metres=row["far"],
            day=date.fromisoformat(row["day"]),
            session_id=row["session_id"],
        )
        for row in rows
    )


def _among(column: str, values: Collection[str]) -> str:
    return f"AND {column} IN ({', '.join('?' for _ in values)})"
