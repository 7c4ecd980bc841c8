"""The best sets of an exercise. SQL finds the largest; what counts as a best is the domain's word."""

from __future__ import annotations

from dataclasses import dataclass

from hybrid_tui.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class BestSets:
    """The largest numbers that an exercise's working sets hold."""

    load_kg: float | None
    """Heaviest load on a bar or in the hands."""
    estimate_kg: float | None
    """Largest load x (1 + reps/30) (Epley) of sets with 1 to 12 repetitions; a single counts as it is."""
    reps_unloaded: int | None
    """Most repetitions with nothing but the body's own weight."""


def best_sets(store: Store, exercise: str, *, without: str = "") -> BestSets | None:
    """The best of all working sets of an exercise but the one of id `without`; None when there is none."""
    row = store.row(
        """
        SELECT count(*) AS sets,
            max(CASE WHEN load NOT LIKE 'bw%' THEN load_kg END) AS load_kg,
            max(CASE WHEN load NOT LIKE 'bw%' AND reps BETWEEN 1 AND 12
                THEN load_kg * CASE reps WHEN 1 THEN 1.0 ELSE 1 + reps / 30.0 END END) AS estimate_kg,
            max(CASE WHEN load IS NULL OR load = 'bw' THEN min(reps, coalesce(right_reps, reps)) END) AS reps
        FROM set_done JOIN block ON block.id = set_done.block_id
        WHERE block.exercise = ? AND set_done.role <> 'warm-up' AND set_done.id <> ?
        """,
        (exercise, without),
    )
    if row is None or not row["sets"]:
        return None
    return BestSets(load_kg=row["load_kg"], estimate_kg=row["estimate_kg"], reps_unloaded=row["reps"])
