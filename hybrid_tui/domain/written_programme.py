"""A programme as its file says it: days, word weeks, races, shared blocks. What it asks when is in `programme`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hybrid_tui.domain.workout import PlanLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Named lines that days share as warm-up or cool-down; their sets are not counted."""

    name: str
    lines: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One session of a programme, or a rest day that replaces one."""

    lines: tuple[PlanLine, ...] = ()
    weekday: int | None = None
    """0 is Monday; None where days are numbered."""
    number: int | None = None
    """`day N`, from 1; None where days are named."""
    week: int | None = None
    """Stands for that week only, from 1; None for every week."""
    variant: str = ""
    """A word in place of a week's number (`race`): chosen in Plan."""
    slot: str = ""
    """`am`, `pm`, or empty."""
    title: str = ""
    rest: bool = False
    """A lone `rest`: nothing to train on this day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """A race that the programme leads to."""

    day: date
    distance: float
    """In `unit`."""
    unit: str
    """`mtr`, `km` or `mi`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A whole programme as its file says it."""

    title: str
    days: tuple[Day, ...]
    weeks: int = 1
    """Length of one round, in weeks."""
    deloads: tuple[tuple[int, float], ...] = ()
    """Deload weeks, from 1, each with the percentage that is taken off (positive)."""
    then_week: int | None = None
    """The week that follows the last one; None when the programme ends."""
    level: str = ""
    """`beginner`, `intermediate`, `advanced`, or empty."""
    goal: str = ""
    equipment: tuple[str, ...] = ()
    entry: str = ""
    """What one should have behind one before starting."""
    about: str = ""
    races: tuple[Race, ...] = ()
    blocks: tuple[Block, ...] = ()
    remarks: tuple[str, ...] = ()
    """Comments that stand above the first heading."""
