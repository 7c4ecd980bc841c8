"""What was worked out for a screen, kept under a stamp, so that the next start need not work it out again."""

from __future__ import annotations

from datetime import date

from hybrid_tui import __version__
from hybrid_tui.store.database import Store


def newest_operation(store: Store) -> int:
    """Number of the newest operation in the file; grows with every change, from whichever program it comes."""
    row = store.row("SELECT coalesce(max(rowid), 0) AS newest FROM operation")
    return int(row["newest"]) if row else 0


def stamp(store: Store, day: date | None = None) -> str:
    """What tells that nothing was written since, and the program is the same; with `day`, that it is the day too."""
    words = [__version__, *([] if day is None else [day.isoformat()]), str(newest_operation(store))]
    return " ".join(words)


def kept(store: Store, name: str, stamp: str) -> str | None:
    """What was kept under this name, if its stamp is still the same."""
    row = store.row("SELECT value FROM painted WHERE id = ? AND stamp = ?", (name, stamp))
    return str(row["value"]) if row else None


def last_kept(store: Store, name: str) -> tuple[int, str] | None:
    """What was kept under this name by this very program, and the number of the newest operation at that time."""
    row = store.row("SELECT stamp, value FROM painted WHERE id = ?", (name,))
    version, _, number = str(row["stamp"]).partition(" ") if row else ("", "", "")
    return (int(number), str(row["value"])) if row and version == __version__ and number.isdecimal() else None


def keep(store: Store, name: str, stamp: str, value: str) -> None:
    """Keep a JSON text in the place of the one before. Outside the journal: it tells nothing new."""
    with store.write("keep what was painted", undoable=False) as writer:
        writer.keep("painted", {"id": name, "stamp": stamp, "value": value})
