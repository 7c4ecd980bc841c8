"""A programme of the shelf as one chooses by it."""

from __future__ import annotations

from dataclasses import dataclass

from hybrid_tui.domain.programme.summary import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfEntry:
    """One programme of the shelf, as one chooses by it."""

    id: str
    """What `use` is given."""
    title: str
    level: str
    """`beginner`, `intermediate` or `advanced`."""
    days: int
    """Training days of a usual week."""
    equipment: tuple[str, ...]
    about: str
    """One line: what it is for."""
    goal: str = ""
    entry: str = ""
    """What one should have behind one before starting."""
    weeks: int = 1
    """Length of a round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfCard:
    """One programme with its profile."""

    entry: ShelfEntry
    profile: Profile
    """Its fullest loading week, for a person of whom nothing is known."""
