"""A line on the timer, before or while it runs."""

from __future__ import annotations

from dataclasses import dataclass

from hybrid_tui.coach.outcome import Spot
from hybrid_tui.domain.notation.timed import parse_timed
from hybrid_tui.domain.presets import timeline_of
from hybrid_tui.domain.sheet_blocks import shown_name
from hybrid_tui.domain.timeline import Timeline
from hybrid_tui.domain.timer_away import Away
from hybrid_tui.domain.timer_run import RunState, idle
from hybrid_tui.domain.workout import Circuit, TimedLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A line on the timer, before or while it runs."""

    line: TimedLine | Circuit
    timeline: Timeline
    state: RunState
    run_id: str | None = None
    """None before it is started."""
    spot: Spot | None = None
    """Where its block stands on the sheet; None for a run of its own."""
    away: Away | None = None
    """Set where nobody watched it: it stands held and asks how to go on."""
    ghost: str = ""
    """Last time on this block: `7 of 7, 18 Nov`."""
    name: str = ""
    kept: int = 0
    """How many of its facts are stored."""


def load(text: str) -> Loaded:
    """A typed line, ready to run. Raises NotationError."""
    return laid(parse_timed(text))


def laid(line: TimedLine | Circuit) -> Loaded:
    """A line, ready to run."""
    timeline = timeline_of(line)
    name = line.name if isinstance(line, TimedLine) else line.kind.upper()
    return Loaded(line=line, timeline=timeline, state=idle(timeline), name=shown_name(name))
