"""Settings: each is one row, changed by one undoable transaction."""

from __future__ import annotations

from hybrid_tui.store import writes
from hybrid_tui.store.database import Store


def save(store: Store, key: str, value: object) -> None:
    """Keep a setting for the next start. Raises StoreError."""
    with store.write(f"set {key.replace('_', ' ')}") as writer:
        writes.save_setting(writer, key, value)
