"""All bests of the log, asked once."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.coach.library import Library
from hybrid_tui.domain.bests import Best, lift_bests, stretch_bests
from hybrid_tui.domain.catalogue import Exercise
from hybrid_tui.domain.moment import Moment
from hybrid_tui.store import reads_bests
from hybrid_tui.store.database import Store

_ORDER = ("lift", "climb", "run", "jump")


def best_list(store: Store, library: Library, moment: Moment) -> tuple[Best, ...]:
    """The bests of lifts, climbs, runs and jumps, named as they are shown. Raises StoreError."""
    with store.snapshot():
        sets, stretches = reads_bests.lifted(store), reads_bests.stretches(store)
    found = [_named(each, library) for each in lift_bests(sets)] + list(stretch_bests(stretches))
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.kind), each.name.casefold())))


def _named(best: Best, library: Library) -> Best:
    known = library.catalogue.get(best.name)
    jump = isinstance(known, Exercise) and known.is_jump
    name = best.name.replace("_", " ") if known is None else library.catalogue.title(best.name)
    return replace(best, name=name[:1].upper() + name[1:], kind="jump" if jump else best.kind)
