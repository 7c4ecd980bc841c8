"""A progression rule as it is written behind a line; `programme.progression` says what it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RuleKind(StrEnum):
    """The verbs of a progression rule."""

    ADD = "add"
    DOUBLE = "double"
    MISS = "miss"
    HOLD = "hold"
    SWAP = "swap"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePart:
    """One part of a progression rule."""

    kind: RuleKind
    amount: float | None = None
    """What is added (ADD, DOUBLE), the percent taken off (MISS) or the fall-off to stop at (STOP); positive.

    Minutes and seconds are both kept in seconds."""
    unit: str = ""
    """Of `amount` and `limit`: `kg`, `lb`, `rep`, `set`, `s`, `mtr`, `km` or `%`."""
    every: str = ""
    """`week`, `block`, or empty: after each session in which all was done."""
    limit: float | None = None
    times: int = 0
    """Misses in a row before a MISS acts."""
    name: str = ""
    """The exercise that takes over (SWAP, and MISS with a swap)."""
    exercise: str | None = None
    """Its catalogue id, where names were resolved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A progression rule: stages that follow one another (`then`), each of one or more parts."""

    stages: tuple[tuple[RulePart, ...], ...]
