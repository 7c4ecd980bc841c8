"""Whether a training file is sound: its pages, the links between its rows, its journal, and what that makes.

Each is looked at by itself, so that what is whole is known beside what is broken.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from hybrid_tui.store import journal
from hybrid_tui.store.database import Store
from hybrid_tui.store.errors import StoreError, damaged


class Part(NamedTuple):
    """One thing that was looked at."""

    name: str
    sound: bool
    words: str
    """What was found, in a few words or in a sentence."""


def examine(store: Store) -> tuple[Part, ...]:
    """Pages, links, journal and tables. Reads the whole file, about a second for each ten thousand sets."""
    return (
        _part("pages", lambda: _pages(store)),
        _part("links", lambda: _links(store)),
        _part("journal", lambda: f"{journal.verify(store)} operations, each in its place"),
        _part("tables", lambda: _tables(store)),
    )


def size_words(store: Store) -> str:
    """How big the file is, and what reads it: `1.2 MB, SQLite 3.45.1`."""
    row = store.row("SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size")
    size = "" if row is None else f"{row['bytes'] / 1e6:.1f} MB, "
    return f"{size}SQLite {sqlite3.sqlite_version}"


def _part(name: str, look: Callable[[], str]) -> Part:
    try:
        return Part(name=name, sound=True, words=look())
    except StoreError as error:
        return Part(name=name, sound=False, words=str(error))


def _pages(store: Store) -> str:
    store.check(full=True)
    return "whole"


def _links(store: Store) -> str:
    broken = len(store.rows("PRAGMA foreign_key_check"))
    if broken:
        raise damaged(store.path or "memory", f"{broken} rows belong to rows that are not there")
    return "every row belongs to one that is there"


def _tables(store: Store) -> str:
    journal.verify_tables(store)
    return "as the journal says"
