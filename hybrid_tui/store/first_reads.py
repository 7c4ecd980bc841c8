"""The few questions before the first paint, apart from the others so that little is imported for them."""

from __future__ import annotations

import json

from hybrid_tui.store.database import Store


def settings(store: Store) -> dict[str, object]:
    """All settings that were ever set, by key."""
    return {row["id"]: json.loads(row["value"]) for row in store.rows("SELECT id, value FROM setting")}


def timer_runs(store: Store) -> bool:
    """Whether a run of the timer has not ended."""
    return store.row("SELECT 1 FROM timer_run WHERE ended_us IS NULL LIMIT 1") is not None
