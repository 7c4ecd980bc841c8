"""The columns that hold JSON, read back; what another program left there broken ends as a damaged file."""

from __future__ import annotations

import json

from hybrid_tui.store.database import Store
from hybrid_tui.store.errors import damaged


def read_json(store: Store, text: str, where: str) -> object:
    """The value of a JSON column. Raises DamagedFile, which names `where` it stands, for what is none."""
    try:
        found: object = json.loads(text)
    except ValueError as error:
        raise _broken(store, where) from error
    return found


def read_object(store: Store, text: str, where: str) -> dict[str, object]:
    """A JSON column that holds names with values. Raises DamagedFile."""
    found = read_json(store, text, where)
    if not isinstance(found, dict):
        raise _broken(store, where)
    return found


def read_words(store: Store, text: str, where: str) -> tuple[str, ...]:
    """A JSON column that holds a list of words. Raises DamagedFile."""
    found = read_json(store, text, where)
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise _broken(store, where)
    return tuple(found)


def read_numbers(store: Store, text: str, where: str) -> dict[str, int]:
    """A JSON column that holds names with whole numbers. Raises DamagedFile."""
    found = read_object(store, text, where)
    if not all(type(each) is int for each in found.values()):
        raise _broken(store, where)
    return {name: each for name, each in found.items() if isinstance(each, int)}


def _broken(store: Store, where: str) -> Exception:
    return damaged(
        store.path or "the training file in memory", f"{where} cannot be read; nothing was changed"
    )
