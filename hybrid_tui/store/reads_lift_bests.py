"""What a new set or a new sprint is compared with: one question each, only where it is asked."""

from __future__ import annotations

from hybrid_tui.store.database import Store


def most_reps_with(store: Store, exercise: str, load_kg: float, *, without: str = "") -> int | None:
    """Most repetitions of one working set at this load or a heavier one; None where this very load is new."""
    row = store.row(
        """
        SELECT max(min(reps, coalesce(right_reps, reps))) AS reps, min(load_kg) AS least
        FROM set_done JOIN block ON block.id = set_done.block_id
        WHERE block.exercise = ? AND role <> 'warm-up' AND load NOT LIKE 'bw%' AND load_kg >= ?
            AND set_done.id <> ?
        """,
        (exercise, load_kg, without),
    )
    return row["reps"] if row is not None and row["least"] == load_kg else None


def largest_total(store: Store, exercise: str, *, without_block: str) -> float | None:
    """Largest sum of load times repetitions over one block's working sets, in kilograms."""
    row = store.row(
        """
        SELECT max(total) AS total FROM (
            SELECT sum(load_kg * (reps + coalesce(right_reps, 0))) AS total
            FROM set_done JOIN block ON block.id = set_done.block_id
            WHERE block.exercise = ? AND role <> 'warm-up' AND load NOT LIKE 'bw%' AND load_kg > 0
                AND block.id <> ?
            GROUP BY block.id
        )
        """,
        (exercise, without_block),
    )
    return row["total"] if row is not None else None


def quickest(
    store: Store, label: str, metres: float | None, place: str | None, *, without_block: str
) -> float | None:
    """Seconds of the quickest stretch of that name, length and place that a key or its distance ended."""
    row = store.row(
        """
        SELECT min(seconds) AS seconds FROM interval_done
        WHERE kind = 'work' AND done AND ends IN ('key', 'distance') AND seconds > 0
            AND label = ? AND metres IS ? AND place IS ? AND block_id <> ?
        """,
        (label, metres, place, without_block),
    )
    return row["seconds"] if row is not None else None
