"""The bests, kept in the file and brought up to date from what was written since: the log may be ten years old.

They are kept with the number of the newest operation. Sets and intervals that came after it are held against
them; an exercise of which an older set was corrected, moved or taken away is counted anew. So they are what a
count of the whole log gives, after any deed, undo, merge or other program's write.
"""

from __future__ import annotations

from dataclasses import dataclass

from hybrid_tui.coach.kept_values import from_text, to_text
from hybrid_tui.domain.bests import Best, best_stretches, lift_bests, stretch_bests, with_more_sets
from hybrid_tui.store import painted, reads_bests, reads_touched
from hybrid_tui.store.database import Store
from hybrid_tui.store.reads_touched import Touched

NAME = "bests of all"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBests:
    """All bests, in kilograms, lifts by their catalogue id."""

    lifts: tuple[Best, ...]
    stretches: tuple[Best, ...]


def bests(store: Store) -> KeptBests:
    """The bests as the log stands. Raises StoreError."""
    with store.snapshot():
        newest = painted.newest_operation(store)
        known = _last(store)
        if known is None or known[0] > newest:
            return recount(store)
        since, kept = known
        touched = reads_touched.touched(store, since) if since < newest else None
        if touched is None:
            return kept if since == newest else recount(store)
        return _brought_up(store, kept, touched)


def recount(store: Store) -> KeptBests:
    """The bests worked out from all sets and intervals. Raises StoreError."""
    with store.snapshot():
        sets, stretches = reads_bests.lifted(store), reads_bests.stretches(store)
    return KeptBests(lifts=lift_bests(sets), stretches=stretch_bests(stretches))


def keep(store: Store) -> None:
    """Note them in the file, where they are news. Raises StoreError."""
    stamp = painted.stamp(store)
    if store.read_only or painted.kept(store, NAME, stamp) is not None:
        return
    painted.keep(store, NAME, stamp, to_text(bests(store)))


def _last(store: Store) -> tuple[int, KeptBests] | None:
    kept = painted.last_kept(store, NAME)
    known = from_text(KeptBests, kept[1]) if kept is not None else None
    return (kept[0], known) if kept is not None and known is not None else None


def _brought_up(store: Store, kept: KeptBests, touched: Touched) -> KeptBests:
    lifts, stretches = kept.lifts, kept.stretches
    if touched.exercises:
        others = tuple(each for each in lifts if each.name not in touched.exercises)
        lifts = others + lift_bests(reads_bests.lifted(store, exercises=touched.exercises))
    if touched.sets:
        lifts = with_more_sets(lifts, reads_bests.lifted(store, ids=touched.sets))
    if touched.stretches:
        stretches = stretch_bests(reads_bests.stretches(store))
    elif touched.intervals:
        came = stretch_bests(reads_bests.stretches(store, ids=touched.intervals))
        stretches = best_stretches([*stretches, *came])
    return KeptBests(lifts=lifts, stretches=stretches)
