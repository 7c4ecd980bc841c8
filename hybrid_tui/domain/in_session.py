"""What the session itself says while it goes on: a first set that was much harder than asked (DOMAIN 7.3)."""

from __future__ import annotations

from hybrid_tui.domain import choices
from hybrid_tui.domain.plates import Rack, floor_load
from hybrid_tui.domain.programme.weights import read_load
from hybrid_tui.domain.set_record import SetRecord, SetRole


def lighter_rest_of(
    first: SetRecord, asked_rpe: float | None, *, waiting: int, rack: Rack | None = None
) -> str:
    """The proposal to take 5-10 % less for the sets that follow, in one quiet line; empty without reason.

    `first` is the first working set, `waiting` how many are still to come; `rack` where it is on a bar.
    """
    if first.role is SetRole.WARM_UP or first.rpe is None or asked_rpe is None or waiting < 1:
        return ""
    if first.rpe < asked_rpe + choices.IN_SESSION_7_3_HARDER:
        return ""
    load = read_load(first.load)
    if load is None or load.body or not isinstance(load.value, int | float) or load.value <= 0:
        return "Much harder than asked: a repetition or two less in the sets that follow."
    most, least = (_less(load.value, percent, load.unit, rack) for percent in choices.IN_SESSION_7_3_LESS)
    numbers = f"{least:g}" if least == most else f"{least:g}-{most:g}"
    return f"Much harder than asked: {numbers} {load.unit} for the rest is 5-10 % less."


def _less(load: float, percent: float, unit: str, rack: Rack | None) -> float:
    target = load * (1 - percent / 100)
    if rack is not None and rack.unit == unit:
        return floor_load(target, rack)
    return round(target * 2) / 2
