"""The morning check while it is answered. Pure: every key makes the next draft, no widget here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from hybrid_tui.domain.check_answers import PULSES, SCALES, read_pulse, read_slept
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.recovery import Readiness, hooper, readiness
from hybrid_tui.domain.red_flags import RED_FLAGS, RedFlag, gravest, said

LEGS, SLEPT, PULSE = "legs", "slept", "pulse"
ROWS: Final = (*SCALES, LEGS, SLEPT, PULSE)
"""In the order of asking."""

_LONGEST: Final = {SLEPT: 5, PULSE: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The answers so far and where one stands."""

    check: CheckIn
    """The answers. What is being typed counts as soon as it can be read."""
    asking_flags: bool = True
    """Whether the red flags are being asked; they come first."""
    at: int = 0
    """The flag or the row under the mark."""
    typed: str | None = None
    """What was typed into the row under the mark; None before the first key."""

    @property
    def row(self) -> str:
        """The row under the mark; empty while the flags are asked."""
        return "" if self.asking_flags else ROWS[self.at]

    @property
    def flags(self) -> frozenset[str]:
        """Ids of the flags that are ticked."""
        return frozenset(self.check.flags or ())

    @property
    def flag(self) -> RedFlag | None:
        """The flag that decides about the day."""
        return gravest(self.flags)

    @property
    def stop(self) -> str:
        """What is said to the flags that are ticked; empty without any."""
        return said(self.flags)

    @property
    def wrong(self) -> str:
        """What is wrong with the text of the row under the mark; empty when nothing is."""
        if not self.typed:
            return ""
        if self.row == SLEPT and read_slept(self.typed) is None:
            return "hours and minutes: 7:40, 7h40 or 740"
        if self.row == PULSE and read_pulse(self.typed) is None:
            return f"beats a minute, {PULSES.start} to {PULSES.stop - 1}"
        return ""

    def toggled(self, place: int) -> Draft:
        """A flag ticked or not; the mark goes there."""
        if not 0 <= place < len(RED_FLAGS):
            return self
        chosen = self.flags ^ {RED_FLAGS[place].id}
        ordered = tuple(flag.id for flag in RED_FLAGS if flag.id in chosen)
        return replace(self, check=replace(self.check, flags=ordered), at=place)

    def flags_answered(self, *, none: bool = False) -> Draft:
        """On to the scales: with the flags as they are ticked, or with none of them."""
        flags = () if none else self.check.flags or ()
        return replace(self, check=replace(self.check, flags=flags), asking_flags=False, at=0, typed=None)

    def moved(self, steps: int) -> Draft:
        """The mark that many rows down; up from the first row lead the flags."""
        last = (len(RED_FLAGS) if self.asking_flags else len(ROWS)) - 1
        if not self.asking_flags and self.at + steps < 0:
            return replace(self, asking_flags=True, at=0, typed=None)
        return replace(self, at=max(0, min(self.at + steps, last)), typed=None)

    def answered(self, sign: str) -> Draft:
        """A key typed on the row under the mark. On a scale it answers and goes on."""
        row = self.row
        if row in SCALES:
            return self._answer(int(sign)).moved(1) if sign in "1234567" else self
        if row == LEGS:
            if sign in "+tT":
                return self._answer(10).moved(1)
            return self._answer(int(sign)).moved(1) if sign.isdigit() else self
        fits = sign.isdigit() or (row == SLEPT and sign in ":hH.m")
        text = (self.typed or "") + sign
        return self._typed(text) if fits and len(text) <= _LONGEST[row] else self

    def nudged(self, steps: int) -> Draft:
        """The answer of a scale or of the legs one lower or higher."""
        low, high = (0, 10) if self.row == LEGS else (1, 7)
        if self.row not in (*SCALES, LEGS):
            return self
        value = getattr(self.check, self.row)
        start = (low - 1 if steps > 0 else high + 1) if value is None else value
        return self._answer(max(low, min(start + steps, high)))

    def rubbed(self) -> Draft:
        """One step back: the last sign of what is typed, else the row before."""
        return self._typed(self.typed[:-1]) if self.typed else self.moved(-1)

    def cleared(self) -> Draft:
        """The row's answer unknown again."""
        if self.asking_flags:
            return replace(self, check=replace(self.check, flags=None))
        return replace(self._answer(None), typed=None)

    def _answer(self, value: int | None) -> Draft:
        field = {SLEPT: "slept_minutes", PULSE: "resting_hr"}.get(self.row, self.row)
        changes: dict[str, Any] = {field: value}
        return replace(self, check=replace(self.check, **changes))

    def _typed(self, text: str) -> Draft:
        value = read_slept(text) if self.row == SLEPT else read_pulse(text)
        return replace(self._answer(value), typed=text)


def reach(check: CheckIn, history: Sequence[CheckIn]) -> tuple[Readiness, Readiness]:
    """The worst and the best morning that the answers so far still allow."""

    def filled(value: int) -> Readiness:
        open_rows: dict[str, Any] = {row: value for row in SCALES if getattr(check, row) is None}
        found = readiness(replace(check, **open_rows), history)
        assert found is not None  # all four are answered now
        return found

    return filled(7), filled(1)


def sum_so_far(check: CheckIn) -> str:
    """The four answers as a sum: `2 + 3 + 2 + ?`, with its result once it is whole."""
    parts = [str(value) if (value := getattr(check, row)) is not None else "?" for row in SCALES]
    whole = hooper(check)
    return " + ".join(parts) + (f" = {whole}" if whole is not None else "")
