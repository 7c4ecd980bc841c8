"""All bests of the log, asked once and kept until something is written."""

from __future__ import annotations

import json
from dataclasses import replace

from hybrid_tui.coach.kept_values import from_plain, to_plain
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.bests import Best, lift_bests, stretch_bests
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.pounds import best_in_pounds
from hybrid_tui.store import painted, reads_bests, reads_plan
from hybrid_tui.store.database import Store

NAME = "bests by effort"
_ORDER = ("lift", "climb", "run", "jump")


def best_list(store: Store, library: Library, moment: Moment) -> tuple[Best, ...]:
    """The bests of lifts, climbs, runs and jumps, named as they are shown, in the person's units.

    Raises StoreError.
    """
    with store.snapshot():
        found = _in_kilograms(store, library)
        lb = reads_plan.settings(store).get("units") == "lb"
    return tuple(best_in_pounds(each) for each in found) if lb else found


def _in_kilograms(store: Store, library: Library) -> tuple[Best, ...]:
    """The bests as they are kept.

    What was kept is read back as long as nothing was written since; a correction, an undo or another program's
    set has them worked out anew from all sets.
    """
    with store.snapshot():
        kept = painted.kept(store, NAME, painted.stamp(store))
        if kept is not None:
            try:
                return from_plain(tuple[Best, ...], json.loads(kept))
            except (KeyError, TypeError, ValueError):
                pass  # kept by a program whose bests had another shape
        sets, stretches = reads_bests.lifted(store), reads_bests.stretches(store)
    found = [_named(each, library) for each in lift_bests(sets)] + list(stretch_bests(stretches))
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.kind), each.name.casefold())))


def keep_bests(store: Store, library: Library, moment: Moment) -> None:
    """Keep the bests for the next visit, once they are on the screen. Raises StoreError."""
    stamp = painted.stamp(store)
    if store.read_only or painted.kept(store, NAME, stamp) is not None:
        return
    found = _in_kilograms(store, library)
    painted.keep(store, NAME, stamp, json.dumps(to_plain(found), ensure_ascii=False))


def _named(best: Best, library: Library) -> Best:
    known = library.catalogue.get(best.name)
    jump = isinstance(known, Exercise) and known.is_jump
    name = best.name.replace("_", " ") if known is None else library.catalogue.title(best.name)
    return replace(best, name=name[:1].upper() + name[1:], kind="jump" if jump else best.kind)
