"""Where one trains: bar, plates and equipment at home, in the gym and on the road, and which of them is today's."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Choice, Outcome
from hybrid_tui.domain.first_start import OWNED, Kit
from hybrid_tui.domain.gear import Gear, print_gear, read_gear
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.plates import KG_RACK, LB_RACK, Rack
from hybrid_tui.domain.workout import Load
from hybrid_tui.store import reads_plan, writes
from hybrid_tui.store.database import Store

PLACES = ("gym", "home", "travel")
"""The places there are, the usual one first."""
HERE = "place"
"""The setting that says at which of them one trains now."""


def gear_of(settings: Mapping[str, object], place: str = "") -> Gear:
    """Bar, plates and equipment of a place, else of the one where one trains now."""
    units = settings.get("units")
    usual = Gear(rack=LB_RACK if units == "lb" else KG_RACK)
    name = place or str(settings.get(HERE, PLACES[0]))
    said = settings.get(f"gear {name}")
    if not isinstance(said, str):
        return usual
    try:
        return read_gear(said)
    except NotationError:
        return usual


def rack_of(settings: Mapping[str, object]) -> Rack:
    """Bar and plates where one trains now."""
    return gear_of(settings).rack


def things_of(settings: Mapping[str, object]) -> frozenset[str]:
    """What there is to train with where one trains now."""
    said = gear_of(settings).things
    if said is not None:
        return said
    kit = settings.get("kit")
    return next((owned for name, owned in OWNED.items() if name.value == kit), OWNED[Kit.GYM])


def listed(store: Store, library: Library, moment: Moment) -> tuple[Choice, ...]:
    """The places; `hint` is the line that is edited, and the one in use is said first in it."""
    settings = reads_plan.settings(store)
    here = str(settings.get(HERE, PLACES[0]))
    return tuple(
        Choice(
            key=each,
            title=f"{each}, here" if each == here else each,
            hint=print_gear(gear_of(settings, each)),
        )
        for each in PLACES
    )


def known(store: Store, library: Library, moment: Moment) -> tuple[str, tuple[str, ...]]:
    """The place where one trains now, and those among which one goes: the usual one, it, and each described."""
    settings = reads_plan.settings(store)
    here = str(settings.get(HERE, PLACES[0]))
    return here, tuple(each for each in PLACES if each in (PLACES[0], here) or f"gear {each}" in settings)


def go_on(store: Store, library: Library, moment: Moment) -> Outcome:
    """Train at the next place from now on. Raises StoreError."""
    here, among = known(store, library, moment)
    if len(among) < 2:
        return Outcome(words="There is no other place yet: o says what is there.")
    place = among[(among.index(here) + 1) % len(among)] if here in among else among[0]
    return go_to(store, library, moment, place)


def go_to(store: Store, library: Library, moment: Moment, place: str) -> Outcome:
    """Train at that place from now on: plates, loads and swaps are its own. Raises StoreError."""
    with store.write(f"train at: {place}") as writer:
        writes.save_setting(writer, HERE, place)
    return Outcome(words=f"You train with what is there: {place}.")


def save(store: Store, library: Library, moment: Moment, place: str, text: str) -> Outcome:
    """Keep what there is at a place. Raises NotationError and StoreError."""
    gear = read_gear(text)
    with store.write(f"change the equipment: {place}") as writer:
        writes.save_setting(writer, f"gear {place}", print_gear(gear))
    most = gear.rack.most
    pairs = "" if most is None else f"; with 2x20 as two pairs up to {most:g} {gear.rack.unit} on the bar"
    return Outcome(words=f"Kept what is there: {place}{pairs}.")


def next_load(store: Store, library: Library, exercise: str | None) -> Callable[[Load, int], Load]:
    """How the loads of an exercise go on, up and down, where the person trains now."""
    from hybrid_tui.domain.next_load import next_load as further  # late: not needed for the first paint

    own, known = rack_of(reads_plan.settings(store)), library.catalogue.get(exercise)
    return lambda load, steps: further(load, steps, known, own)
