"""What a person trains with at a place: `bar 20kg; plates 25 20 15 10 5 2.5 1.25; with rack, bench`.

Numbers are in the unit of the bar; `2x25` says that there are two pairs of a plate. `dumbbells 2-10 by 1 12.5 15`
and `machines by 5` say which weights there are beside the bar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.plates import KG_RACK, Rack
from hybrid_tui.domain.text import clean

EXAMPLE = "bar 20kg; plates 25 20 15 10 5 2.5 1.25; dumbbells 2-30 by 2; machines by 5; with barbell, rack"
MOST_PLATES = 20
MOST_DUMBBELLS = 100
_BAR = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*(kg|lb)")
_STEP = re.compile(r"by\s+(\d{1,2}(?:\.\d{1,3})?)\s*(?:kg|lb)?")
_LADDER = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)\s*-\s*(\d{1,3}(?:\.\d{1,3})?)\s+by\s+(\d{1,2}(?:\.\d{1,3})?)")
_PLATE = re.compile(r"(?:(\d{1,2})x)?(\d{1,3}(?:\.\d{1,3})?)(?:kg|lb)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gear:
    """Bar, plates and other things at one place."""

    rack: Rack
    things: frozenset[str] | None = None
    """None where nothing was said: then the first answers count."""


def read_gear(text: str) -> Gear:
    """Read what there is at a place. Raises NotationError."""
    said = clean(text, limit=1000)
    unit, bar, things = "kg", KG_RACK.bar, None
    plates: tuple[tuple[float, int | None], ...] = ()
    dumbbells: tuple[float, ...] = ()
    machine_step = None
    at = 0
    for part in said.split(";"):
        column = at + 1 + len(part) - len(part.lstrip())
        at += len(part) + 1
        word, _, rest = part.strip().partition(" ")
        if word == "bar" and (match := _BAR.fullmatch(rest.strip())):
            bar, unit = float(match[1]), match[2]
        elif word == "plates" and rest.strip():
            plates = tuple(_plate(each, column, text) for each in rest.replace(",", " ").split())
        elif word == "dumbbells" and rest.strip():
            dumbbells = _dumbbells(rest, column, text)
        elif word == "machines" and (match := _STEP.fullmatch(rest.strip())) and float(match[1]) > 0:
            machine_step = float(match[1])
        elif word == "with" and rest.strip():
            things = frozenset(each.strip() for each in rest.split(",") if each.strip())
        elif part.strip():
            raise NotationError(
                f"{part.strip()} is not understood here", column=column, hint=EXAMPLE, source=text
            )
    if not plates or len(plates) > MOST_PLATES or bar <= 0:
        raise NotationError("say the bar and the plates beside it", column=1, hint=EXAMPLE, source=text)
    rack = replace(_rack(unit, bar, plates), dumbbells=dumbbells, machine_step=machine_step)
    return Gear(rack=rack, things=things)


def _dumbbells(said: str, column: int, text: str) -> tuple[float, ...]:
    """Ladders (`2-10 by 2`) and single ones, in any order."""
    found: set[float] = set()
    rest = said
    for match in _LADDER.finditer(said):
        low, high, step = (float(each) for each in match.groups())
        rest = rest.replace(match[0], " ", 1)
        if not 0 < low <= high or step <= 0 or (high - low) / step > MOST_DUMBBELLS:
            place = text.find(match[0]) + 1 or column
            raise NotationError(
                f"{match[0]} is no row of dumbbells", column=place, hint="dumbbells 2-30 by 2", source=text
            )
        found |= {round(low + place * step, 3) for place in range(int((high - low) / step + 1e-6) + 1)}
    found |= {_plate(each, column, text)[0] for each in rest.replace(",", " ").split()}
    if len(found) > MOST_DUMBBELLS:
        raise NotationError("that are too many dumbbells", column=column, hint="100 at most", source=text)
    return tuple(sorted(found))


def _plate(said: str, column: int, text: str) -> tuple[float, int | None]:
    match = _PLATE.fullmatch(said)
    if match is None or float(match[2]) <= 0:
        place = text.find(said) + 1 or column
        raise NotationError(f"{said} is no weight", column=place, hint="20, 2.5 or 2x20", source=text)
    return float(match[2]), int(match[1]) if match[1] else None


def _rack(unit: str, bar: float, plates: tuple[tuple[float, int | None], ...]) -> Rack:
    ordered = sorted(dict(plates).items(), reverse=True)
    weights = tuple(weight for weight, _ in ordered)
    counted = any(pairs is not None for _, pairs in ordered)
    wide = [weight for weight in weights if weight >= (20.0 if unit == "kg" else 45.0)]
    return Rack(
        unit=unit,
        bar=bar,
        plates=weights,
        pairs=tuple(1 if pairs is None else pairs for _, pairs in ordered) if counted else None,
        full_size=min(wide, default=max(weights)),
    )


def print_gear(gear: Gear) -> str:
    """The same in printed form; `read_gear` reads it back."""
    rack = gear.rack
    pairs = rack.pairs or (None,) * len(rack.plates)
    plates = " ".join(
        f"{plate:g}" if count is None else f"{count}x{plate:g}"
        for plate, count in zip(rack.plates, pairs, strict=True)
    )
    parts = [f"bar {rack.bar:g}{rack.unit}", f"plates {plates}"]
    if rack.dumbbells:
        parts.append(f"dumbbells {' '.join(_ladders(rack.dumbbells))}")
    if rack.machine_step is not None:
        parts.append(f"machines by {rack.machine_step:g}")
    if gear.things is not None:
        parts.append(f"with {', '.join(sorted(gear.things))}")
    return "; ".join(parts)


def _ladders(weights: tuple[float, ...]) -> list[str]:
    """Runs of four or more at one distance in short: `2-10 by 2`."""
    found: list[str] = []
    at = 0
    while at < len(weights):
        last = at + 1
        step = round(weights[last] - weights[at], 3) if last < len(weights) else 0.0
        while last + 1 < len(weights) and round(weights[last + 1] - weights[last], 3) == step:
            last += 1
        if last - at >= 3:
            found.append(f"{weights[at]:g}-{weights[last]:g} by {step:g}")
            at = last + 1
        else:
            found.append(f"{weights[at]:g}")
            at += 1
    return found
