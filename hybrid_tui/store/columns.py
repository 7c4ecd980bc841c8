"""The words of a column, for the SQL of the migrations.

The frozen `first_tables` is written in these words: say something new beside them, never change what one says.
"""

from __future__ import annotations

POSITION = "position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 100000)"
"""Where a row stands among those of its parent."""

ZONE = "zone TEXT NOT NULL DEFAULT 'UTC' CHECK (length(zone) BETWEEN 1 AND 100)"
"""The IANA name of the zone in which something happened."""

# `json_valid` is no check for the JSON columns: with an untrusted schema SQLite refuses to run it there.
_DAY = "CHECK ({0} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"


def table(name: str, *columns: str) -> str:
    """The statement that makes a STRICT table."""
    return f"CREATE TABLE {name} (\n    " + ",\n    ".join(columns) + "\n) STRICT"


def key() -> str:
    """The primary key: an id that the program made."""
    return "id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200)"


def parent(name: str, table: str, null: bool = False) -> str:
    """The id of a row in another table, which cannot go before this one."""
    return f"{name} TEXT {'' if null else 'NOT NULL '}REFERENCES {table} (id) ON DELETE RESTRICT"


def day(name: str, null: bool = False) -> str:
    """A day, as `2026-11-25`."""
    return f"{name} TEXT {'' if null else 'NOT NULL '}{_DAY.format(name)}"


def text(name: str, limit: int = 4000) -> str:
    """Text up to so many characters, empty where nothing was said."""
    return f"{name} TEXT NOT NULL DEFAULT '' CHECK (length({name}) <= {limit})"


def maybe_text(name: str, limit: int = 4000) -> str:
    """Text up to so many characters, or NULL."""
    return f"{name} TEXT CHECK (length({name}) <= {limit})"


def number(name: str, low: float, high: float, kind: str = "REAL") -> str:
    """A number from `low` to `high`, or NULL."""
    return f"{name} {kind} CHECK ({name} BETWEEN {low} AND {high})"


def count(name: str, low: int, high: int) -> str:
    """A whole number from `low` to `high`, or NULL."""
    return number(name, low, high, "INTEGER")


def flag(name: str, default: int = 0) -> str:
    """Yes or no, as 1 or 0."""
    return f"{name} INTEGER NOT NULL DEFAULT {default} CHECK ({name} IN (0, 1))"


def word(name: str, *words: str) -> str:
    """One of these words."""
    return f"{name} TEXT NOT NULL CHECK ({name} IN ({', '.join(repr(word) for word in words)}))"
