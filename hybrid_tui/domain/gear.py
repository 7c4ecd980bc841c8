"""What a person trains with at a place: `bar 20kg; plates 25 20 15 10 5 2.5 1.25; with rack, bench`.

Numbers are in the unit of the bar; `2x25` says that there are two pairs of a plate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.plates import KG_RACK, Rack
from hybrid_tui.domain.text import clean

EXAMPLE = "bar 20kg; plates 25 20 15 10 5 2.5 1.25; with barbell, rack, bench"
MOST_PLATES = 20
_BAR = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*(kg|lb)")
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
    at = 0
    for part in said.split(";"):
        column = at + 1 + len(part) - len(part.lstrip())
        at += len(part) + 1
        word, _, rest = part.strip().partition(" ")
        if word == "bar" and (match := _BAR.fullmatch(rest.strip())):
            bar, unit = float(match[1]), match[2]
        elif word == "plates" and rest.strip():
            plates = tuple(_plate(each, column, text) for each in rest.replace(",", " ").split())
        elif word == "with" and rest.strip():
            things = frozenset(each.strip() for each in rest.split(",") if each.strip())
        elif part.strip():
            raise NotationError(
                f"{part.strip()} is not understood here", column=column, hint=EXAMPLE, source=text
            )
    if not plates or len(plates) > MOST_PLATES or bar <= 0:
        raise NotationError("say the bar and the plates beside it", column=1, hint=EXAMPLE, source=text)
    return Gear(rack=_rack(unit, bar, plates), things=things)


def _plate(said: str, column: int, text: str) -> tuple[float, int | None]:
    match = _PLATE.fullmatch(said)
    if match is None or float(match[2]) <= 0:
        place = text.find(said) + 1 or column
        raise NotationError(f"{said} is no plate", column=place, hint="20, 2.5 or 2x20", source=text)
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
    if gear.things is not None:
        parts.append(f"with {', '.join(sorted(gear.things))}")
    return "; ".join(parts)
