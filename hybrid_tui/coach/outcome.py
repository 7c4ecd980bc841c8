"""What a verb gives back to whoever called it: words to show, and what follows."""

from __future__ import annotations

from typing import NamedTuple

from hybrid_tui.domain.sheet import Sheet


class Spot(NamedTuple):
    """Where on the sheet a verb acts. Before the session is opened it has no id yet, only its plan's key."""

    session_id: str | None = None
    plan_key: str | None = None
    block: int = 0
    """Position of the block."""
    row: int = 0
    """Position of the set inside the block."""


class Outcome(NamedTuple):
    """What was done, in words, after it was stored."""

    words: str
    session_id: str | None = None
    best: str = ""
    """A new best, in one quiet line."""
    rest_seconds: float | None = None
    """A rest began with this deed; None where none did."""
    rest_then: str = ""
    """What comes after that rest."""
    rest_why: str = ""
    """Why it is that long: `3:00 after a hard set`."""
    rest_over: bool = False
    """Whether a rest that still runs has lost its reason: its set is gone, or the next thing follows at once."""
    hint: str = ""
    """What the set says about those to come, in one quiet line; a proposal, never an order."""
    sheet: Sheet | None = None
    """The session as it stands now, to be shown at once; what the day adds to it is not read yet."""
    set_id: str = ""
    """A set that was recorded: `bests.told_of` says whether it is a new best, once it is on the screen."""


class Choice(NamedTuple):
    """One thing a menu offers."""

    key: str
    """What the verb is given when it is chosen."""
    title: str
    hint: str = ""


class Summary(NamedTuple):
    """A finished session, as one is glad to read it."""

    title: str
    status: str
    """`done`, `partial` or `minimum`."""
    lines: tuple[tuple[str, str], ...]
    """Label and value, in the order of reading: sets, sprints, contacts, minutes, load, leg load."""
    bests: tuple[str, ...] = ()
    next_title: str = ""
    next_words: str = ""
    """When it is, and what changes in it."""
