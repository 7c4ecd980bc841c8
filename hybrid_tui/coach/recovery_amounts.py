"""What a person types into the small lines of Recovery: a weight, grams of protein, a food of one's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hybrid_tui.coach.recovery_day import OwnFood
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.text import clean

LB_KG = 0.45359237
"""Kilograms of a pound, exactly."""
LEAST_KG, MOST_KG = 20.0, 400.0
MOST_GRAMS = 500.0
"""More protein at one time is taken for a slip of the finger."""

_ONE_WEIGHT = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,3})?)\s*(kg|lbs?|)", re.IGNORECASE)
_ONE_AMOUNT = re.compile(r"([0-9]{1,3}(?:[.,][0-9])?)\s*(g|)", re.IGNORECASE)


def read_weight(text: str, *, lb: bool) -> tuple[float, str]:
    """A typed weight in kilograms, and as it is shown. Raises NotationError."""
    typed = clean(text, limit=100).strip()
    found = _ONE_WEIGHT.fullmatch(typed)
    example = "163.5lb or 74.2kg" if lb else "74.2kg or 163.5lb"
    if found is None:
        raise NotationError(
            f"«{typed}» is no weight" if typed else "a weight is missing",
            column=1,
            hint=f"write {example}",
            source=text,
        )
    number = float(found[1].replace(",", "."))
    pounds = found[2].lower().startswith("lb") or (lb and not found[2])
    kg = round(number * LB_KG, 3) if pounds else number
    if not LEAST_KG <= kg <= MOST_KG:
        unit = (
            f"{LEAST_KG / LB_KG:.0f} to {MOST_KG / LB_KG:.0f} lb"
            if pounds
            else f"{LEAST_KG:g} to {MOST_KG:g} kg"
        )
        raise NotationError("no body weighs that", column=1, hint=unit, source=text)
    return kg, f"{number:g} {'lb' if pounds else 'kg'}"


def read_grams(text: str) -> float:
    """Typed grams of protein: `30`, `32.5g`; one digit alone is tens, `3` is 30 g. Raises NotationError."""
    typed = text.strip()
    found = _ONE_AMOUNT.fullmatch(typed)
    grams = float(found[1].replace(",", ".")) if found is not None else 0.0
    if found is not None and len(found[1]) == 1 and not found[2]:
        grams *= 10
    if not 0 < grams <= MOST_GRAMS:
        raise NotationError("no amount of protein", column=1, hint="write 30 or 32.5g", source=text)
    return grams


def read_own_food(text: str, taken: Sequence[str] = ()) -> OwnFood:
    """A typed food: letter, name, grams. Raises NotationError."""
    typed = clean(text, limit=80).split()
    hint = "write: w whey shake 25g"
    if len(typed) < 2:
        raise NotationError("name and grams are missing", column=1, hint=hint, source=text)
    try:
        grams = read_grams(typed[-1].rstrip("gG") + "g")
    except NotationError as error:
        raise NotationError(
            f"«{typed[-1]}» is no amount", column=text.rindex(typed[-1]) + 1, hint=hint, source=text
        ) from error
    with_letter = len(typed) > 2 and len(typed[0]) == 1 and typed[0].isalpha()
    name = " ".join(typed[1:-1] if with_letter else typed[:-1])
    free = [
        sign
        for sign in (*name.lower(), *"abcdefghijklmnopqrstuvwxyz")
        if sign.isalpha() and sign not in taken
    ]
    letter = typed[0].lower() if with_letter else free[0] if free else ""
    if not letter:
        raise NotationError(
            "no letter is free", column=1, hint="begin with one to replace its food", source=text
        )
    return OwnFood(letter=letter, name=name, grams=grams)
