"""What a line of the log can say: sets, a run, or one fact of the day."""

from __future__ import annotations

from dataclasses import dataclass

from hybrid_tui.domain.workout import Load, SetsLine, TimedLine


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSets:
    """Sets that were done; every hold is an exact number. The note is the line's comment."""

    line: SetsLine


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSteps:
    """A timed line that was done. The note is the line's comment."""

    line: TimedLine
    rpe: float | None = None
    """Session RPE, 0-10."""
    times: tuple[float, ...] = ()
    """Seconds of each repeat's work, one each, where they were taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSession:
    """How long and how hard the session was."""

    minutes: float | None = None
    rpe: float | None = None
    """0-10."""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSleep:
    """Sleep of the night before, in seconds."""

    seconds: float
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedWeight:
    """Body weight, in the unit it was given in."""

    value: float
    unit: str
    """`kg` or `lb`."""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedProtein:
    """Protein eaten, in grams, and the words beside it."""

    grams: float
    words: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSoreness:
    """Soreness of one muscle, 0-10."""

    muscle: str
    value: int
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedMaximum:
    """The training maximum of a lift."""

    name: str
    load: Load
    exercise: str | None = None
    """Catalogue id, where names were resolved."""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedRest:
    """A day of rest."""

    comment: str = ""


LogEntry = (
    LoggedSets
    | LoggedSteps
    | LoggedSession
    | LoggedSleep
    | LoggedWeight
    | LoggedProtein
    | LoggedSoreness
    | LoggedMaximum
    | LoggedRest
)
"""Whatever one line of the log may say."""
