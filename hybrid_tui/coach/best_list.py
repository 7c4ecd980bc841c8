"""All bests of the log, named as they are shown."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.coach import bests_kept
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.bests import Best
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.pounds import best_in_pounds
from hybrid_tui.store import reads_plan
from hybrid_tui.store.database import Store

_ORDER = ("lift", "climb", "run", "jump")


def best_list(store: Store, library: Library, moment: Moment) -> tuple[Best, ...]:
    """The bests of lifts, climbs, runs and jumps, named as they are shown, in the person's units.

    Raises StoreError.
    """
    with store.snapshot():
        found = _in_kilograms(store, library)
        lb = reads_plan.settings(store).get("units") == "lb"
    return tuple(best_in_pounds(each) for each in found) if lb else found


def keep_bests(store: Store, library: Library, moment: Moment) -> None:
    """Keep the bests for the next visit, once they are on the screen. Raises StoreError."""
    bests_kept.keep(store)


def _in_kilograms(store: Store, library: Library) -> tuple[Best, ...]:
    known = bests_kept.bests(store)
    found = [*(_named(each, library) for each in known.lifts), *known.stretches]
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.kind), each.name.casefold())))


def _named(best: Best, library: Library) -> Best:
    known = library.catalogue.get(best.name)
    jump = isinstance(known, Exercise) and known.is_jump
    name = best.name.replace("_", " ") if known is None else library.catalogue.title(best.name)
    return replace(best, name=name[:1].upper() + name[1:], kind="jump" if jump else best.kind)
