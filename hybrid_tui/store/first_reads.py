"""The few questions before the first paint, apart from the others so that little is imported for them."""

from __future__ import annotations

from hybrid_tui.store.database import Store
from hybrid_tui.store.json_text import read_json


def settings(store: Store) -> dict[str, object]:
    """All settings that were ever set, by key."""
    rows = store.rows("SELECT id, value FROM setting")
    return {row["id"]: read_json(store, row["value"], f"setting «{row['id']}»") for row in rows}


def timer_runs(store: Store) -> bool:
    """Whether a run of the timer has not ended."""
    return store.row("SELECT 1 FROM timer_run WHERE ended_us IS NULL LIMIT 1") is not None
