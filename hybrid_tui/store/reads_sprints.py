"""What a new sprint is compared with."""

from __future__ import annotations

from hybrid_tui.store.database import Store


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
