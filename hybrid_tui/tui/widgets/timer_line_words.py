"""The running timer in one line, for the other screens and the terminal's title."""

from __future__ import annotations

from hybrid_tui.coach.loaded import Loaded
from hybrid_tui.domain.sheet_words import clock
from hybrid_tui.domain.timer_run import Phase, position
from hybrid_tui.tui.widgets.timer_view import PHASE_OF, counted


def strip_words(loaded: Loaded, now: int) -> tuple[str, str, str]:
    """The run in one line for the other screens: phase, words, clock."""
    if loaded.away is not None:
        return "held", f"{loaded.name or 'Timer'} held", "2 asks how to go on"
    at = position(loaded.state, now)
    if at.get_ready:
        words, phase = "Get ready", "ready"
    else:
        words = counted(loaded.timeline, at.index, "/")
        words, phase = words[:1].upper() + words[1:], PHASE_OF[at.step.kind]
    if at.phase is Phase.PAUSED:
        words, phase = f"{words} paused", "held"
    return phase, words, clock(at.shown)
