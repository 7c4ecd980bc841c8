"""What a weighed session says about drinking: loss, sweat, and what to drink before and after (2.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.nutrition import drink_back, drink_before, loss_percent, sweat_rate
from hybrid_tui.domain.plates import KG_PER_LB

EXAMPLE: Final = "70 69.3 drunk 0.5 1h"
"""As it is typed: weight before, after, litres drunk, hours."""

MOST_LOSS_PERCENT: Final = 2.0
"""Body mass that may be lost in a session (2.16)."""
_WEIGHTS: Final = (20.0, 400.0)
_MOST_LITRES: Final = 15.0
_MOST_HOURS: Final = 30.0

_WORD = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*(kg|lbs?|ml|l|min|m|h|)", re.IGNORECASE)
_CLOCK = re.compile(r"([0-9]{1,2})(?::|h)([0-5][0-9])(?:m|min)?", re.IGNORECASE)
"""Hours and minutes in one word: `1:30`, `1h30`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedSession:
    """A session with the scale before and after. Weights in kilograms, drinks in litres."""

    before: float
    after: float
    drunk: float = 0.0
    urine: float = 0.0
    hours: float | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """What it says, a line each; the warning first where one is due."""
        loss = loss_percent(self.before, self.after)
        found: list[str] = []
        if self.after > self.before:
            found.append(
                "Heavier than before: that was too much drink. Sip to thirst; too much is dangerous."
            )
        elif loss > MOST_LOSS_PERCENT:
            found.append(f"Over {MOST_LOSS_PERCENT:g} % lost: drink more on the way next time.")
        if self.after <= self.before:
            found.append(f"Lost {loss:.1f} % of body mass; under {MOST_LOSS_PERCENT:g} % is fine")
        if self.hours:
            sweat = sweat_rate(
                self.before, self.after, hours=self.hours, drunk_l=self.drunk, urine_l=self.urine
            )
            found.append(f"Sweat {max(0.0, sweat):.1f} l an hour")
        back = drink_back(self.before, self.after)
        found.append(f"Drink back {back:.2f} l over the next hours, with food and salt" if back else "")
        return (*(each for each in found if each), before_words(self.before))


def before_words(kg: float) -> str:
    """`Before: 350-490 ml about four hours ahead`."""
    least, most = drink_before(kg)
    return f"Before: {least}-{most} ml about four hours ahead"


def read_weighed(text: str, *, lb: bool = False) -> WeighedSession:
    """A typed session: `70 69.3 drunk 0.5 1h`; pounds where they are written, or with `lb`.

    A third bare number is what was drunk. Raises NotationError.
    """
    weights: list[float] = []
    drunk = urine = 0.0
    hours: float | None = None
    wanted = "weight"
    for match in re.finditer(r"\S+", text):
        word, column = match[0], match.start() + 1
        if word.casefold() in ("drunk", "urine"):
            wanted = word.casefold()
            continue
        clock = _CLOCK.fullmatch(word)
        number, unit = (int(clock[1]) + int(clock[2]) / 60, "h") if clock else _number(word, column, text)
        if unit in ("h", "m", "min"):
            hours = number if unit == "h" else number / 60
            _within(hours, 0.05, _MOST_HOURS, "hours", column, text)
        elif wanted != "weight" or unit in ("l", "ml") or (len(weights) == 2 and not unit):
            litres = number / 1000 if unit == "ml" else number
            _within(litres, 0.0, _MOST_LITRES, "litres", column, text)
            drunk, urine = (drunk, litres) if wanted == "urine" else (litres, urine)
            wanted = "weight"
        else:
            pounds = unit.startswith("lb") or (lb and not unit)
            weights.append(number * KG_PER_LB if pounds else number)
            _within(weights[-1], *_WEIGHTS, "kilograms", column, text)
    if len(weights) != 2:
        raise NotationError(
            "weight before and after are needed", column=len(text) + 1, hint=EXAMPLE, source=text
        )
    return WeighedSession(before=weights[0], after=weights[1], drunk=drunk, urine=urine, hours=hours)


def _number(word: str, column: int, source: str) -> tuple[float, str]:
    found = _WORD.fullmatch(word)
    if found is None or len(word) > 12:
        raise NotationError(f"«{word[:20]}» is not understood", column=column, hint=EXAMPLE, source=source)
    return float(found[1].replace(",", ".")), found[2].casefold()


def _within(value: float, least: float, most: float, what: str, column: int, source: str) -> None:
    if not least <= value <= most:
        raise NotationError(f"{least:g} to {most:g} {what}", column=column, hint=EXAMPLE, source=source)
