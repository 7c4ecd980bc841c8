"""All bests of the log, asked once and kept until something is written."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from hybrid_tui.coach.library import Library
from hybrid_tui.domain.bests import Best, Mark, lift_bests, stretch_bests
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
                return tuple(_from_json(each) for each in json.loads(kept))
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
    painted.keep(store, NAME, stamp, json.dumps([_to_json(each) for each in found], ensure_ascii=False))


def _to_json(best: Best) -> dict[str, Any]:
    marks = {name: {**asdict(mark), "day": mark.day.isoformat()} for name, mark in best.marks.items()}
    return {"kind": best.kind, "name": best.name, "marks": marks}


def _from_json(values: dict[str, Any]) -> Best:
    marks = {
        name: Mark(**{**mark, "day": date.fromisoformat(mark["day"])})
        for name, mark in values["marks"].items()
    }
    return Best(kind=values["kind"], name=values["name"], marks=marks)


def _named(best: Best, library: Library) -> Best:
    known = library.catalogue.get(best.name)
    jump = isinstance(known, Exercise) and known.is_jump
    name = best.name.replace("_", " ") if known is None else library.catalogue.title(best.name)
    return replace(best, name=name[:1].upper() + name[1:], kind="jump" if jump else best.kind)
