"""The rest of a name that was begun: exercises one has done lately go before the others."""

from __future__ import annotations

from hybrid_tui.coach import following
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.text import clean
from hybrid_tui.store import reads_sessions
from hybrid_tui.store.database import Store

LEAST = 2
"""Letters from which a name is completed."""


def completed(store: Store, library: Library, moment: Moment, text: str) -> str | None:
    """The line with the name that its last part begins; None where nothing or too little is begun."""
    following.take_own(store, library)
    said = clean(text, limit=500)
    begun = said[max(said.rfind(";"), said.rfind("\n")) + 1 :].lstrip()
    if len(begun) < LEAST or said != text or not begun[0].isalpha() or begun[-1] == " ":
        return None
    name = _name(library.catalogue, begun.casefold(), _lately(store))
    return None if name is None else text + name[len(begun) :]


def _lately(store: Store) -> dict[str, int]:
    """Exercises that were done, the latest first."""
    done = reads_sessions.exercises_done(store)
    return {each: place for place, each in enumerate(sorted(done, key=lambda each: done[each], reverse=True))}


def _name(catalogue: Catalogue, begun: str, lately: dict[str, int]) -> str | None:
    """The best name that begins like that and goes on; the exercise's own name before its aliases."""
    found = [
        (lately.get(table.id, len(lately)), number > 0, place, name)
        for place, table in enumerate(catalogue.tables.values())
        if table.id not in catalogue.away
        for number, name in enumerate((table.name, *table.aliases))
        if name.casefold().startswith(begun) and len(name) > len(begun)
    ]
    if any(
        name.casefold() == begun for each in catalogue.tables.values() for name in (each.name, *each.aliases)
    ):
        return None
    best = min(found, default=None)
    return None if best is None else best[3].casefold()
