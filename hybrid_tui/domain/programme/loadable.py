"""Loads that exist: what a line asks is put on the weights there are where one trains (DOMAIN 2.13).

Where the next weight is far away a raise is not waited for in vain: repetitions come first, beyond the top of the
range, until they stand for the heavier weight.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Final, cast

from hybrid_tui.domain import choices
from hybrid_tui.domain.next_load import Kind, around, nearest_here
from hybrid_tui.domain.plates import Rack
from hybrid_tui.domain.programme.outcome import Outcome, goal_of
from hybrid_tui.domain.programme.progression import Decision
from hybrid_tui.domain.programme.weights import amount_of, spaced
from hybrid_tui.domain.strength import epley
from hybrid_tui.domain.workout import Hold, Load

_WORDS: Final = {Kind.DUMBBELLS: "dumbbell", Kind.MACHINE: "weight", Kind.BAR: "weight on the bar"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What an exercise is loaded with, where the person trains now."""

    kind: Kind
    rack: Rack

    def holds(self, load: Load | None) -> bool:
        """Whether it is weight in the unit of the rack, on no body."""
        return load is not None and not load.body and load.unit == self.rack.unit

    def nearest(self, load: Load | None) -> Load | None:
        """The load as it can be put together here; the same where nothing is known, or all is too heavy."""
        if load is None or not self.holds(load):
            return load
        found = nearest_here(amount_of(load), self.kind, self.rack)
        return load if found is None else replace(load, value=found)


def raised(decision: Decision, before: Load | None, last: Outcome, hold: Hold, stock: Stock) -> Decision:
    """A rule's raise on the weights there are: to the one that is near, else more repetitions first.

    `before` is the load of last time, `last` what came of it, `hold` what a set is to hold.
    """
    load = decision.load
    if load is None or before is None or not (stock.holds(load) and stock.holds(before)):
        return decision
    was, wanted = amount_of(before), amount_of(load)
    found = around(was, stock.kind, stock.rack)
    if found is None or found[0] != was:
        return decision  # it was lifted elsewhere: what is near the wanted load is taken here
    here = nearest_here(wanted, stock.kind, stock.rack)
    following = here if here is not None and here > was else found[1]
    near = following is not None and following <= max(
        wanted * (1 + choices.LOADABLE_2_13_OVER), was * (1 + choices.LOADABLE_2_13_RISE)
    )
    if following is not None and (near or _enough(was, following, last, hold)):
        return _to(decision, before, replace(load, value=following))
    return _repetitions(decision, before, following, last, hold, stock)


def _to(decision: Decision, before: Load, load: Load) -> Decision:
    if load == decision.load:
        return decision
    reached = decision.why.partition(": ")[2]
    why = (
        f"{amount_of(before):g} → {spaced(load)}: {reached}; {spaced(cast(Load, decision.load))} is not here"
    )
    return replace(decision, load=load, change=f"↑ {amount_of(load) - amount_of(before):g}", why=why)


def _top(was: float, following: float | None, hold: Hold) -> float:
    """The repetitions after which the next weight is taken: those that stand for the least of it (Epley)."""
    top, low = cast(float, goal_of(hold)), cast(float, hold.low)
    most = top + choices.LOADABLE_2_13_MORE_REPS
    if following is None:
        return most
    return min(most, max(top, ceil(round(30 * (epley(following, low) / was - 1), 6))))


def _enough(was: float, following: float, last: Outcome, hold: Hold) -> bool:
    """Whether the repetitions of last time carry the next weight; always where no repetitions are counted."""
    if hold.unit or hold.at_least or goal_of(hold) is None or not last.values:
        return True
    return min(last.values) >= _top(was, following, hold)


def _repetitions(
    decision: Decision, before: Load, following: float | None, last: Outcome, hold: Hold, stock: Stock
) -> Decision:
    """The same weight once more, with repetitions beyond the top of the range."""
    kept = replace(decision, load=before, from_bottom=False, change="=")
    word, unit = _WORDS[stock.kind], before.unit
    if hold.unit or hold.at_least or goal_of(hold) is None or not last.values:
        return replace(kept, why=f"{spaced(before)} is the heaviest {word} here")
    was, top = amount_of(before), cast(float, goal_of(hold))
    most = _top(was, following, hold)
    if min(last.values) >= most:
        return replace(
            kept, beyond=most - top, why=f"{spaced(before)} is the heaviest {word} here, at {most:g}"
        )
    if following is None:
        why = f"{spaced(before)} is the heaviest {word} here: more repetitions, up to {most:g}"
    else:
        more = round((following / was - 1) * 100)
        why = f"the next {word} is {following:g} {unit}, {more} % more: first {most:g} repetitions with this one"
    return replace(kept, beyond=most - top, change="+1 rep", why=why)
