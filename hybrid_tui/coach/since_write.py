"""Answers that are kept until something is written, by whichever program."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar
from weakref import ref

from hybrid_tui.coach.library import Library
from hybrid_tui.store import painted
from hybrid_tui.store.database import Store

T = TypeVar("T")

MOST = 40
"""Answers of one kind that are kept, the largest of them some hundred kilobytes."""


def latest(store: Store, library: Library, kind: str, make: Callable[[], T]) -> T:
    """What `make` gave since the last write to this file, by whichever program. Raises StoreError."""
    return library.latest(kind, (ref(store), painted.newest_operation(store)), make)


def kept(store: Store, library: Library, kind: str, asked: Hashable, answer: Callable[[], T]) -> T:
    """The answer to what is `asked` (all that it depends on beside the file), worked out once between two writes.

    Raises StoreError.
    """
    with store.snapshot():
        known: dict[Hashable, T] = latest(store, library, kind, dict)
        if asked not in known:
            if len(known) >= MOST:
                known.clear()
            known[asked] = answer()
        return known[asked]
