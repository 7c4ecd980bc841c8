"""What is to be known of a run in the shell besides how it stands."""

from __future__ import annotations

from hybrid_tui.coach.loaded import Loaded
from hybrid_tui.domain.timer_laps import last_lap_words
from hybrid_tui.domain.timer_report import fall_off, reps_done
from hybrid_tui.domain.timer_run import locate


def falls_words(loaded: Loaded, now: int) -> str:
    """The proposal to stop, where the line asks for one and the last repeat was that much slower."""
    if all(step.until is None for step in loaded.timeline.steps):
        return ""
    falls = fall_off(loaded.state, now)
    if falls is None:
        return ""
    return f"{falls.percent:.0f} % slower than the best, {falls.best:.1f} s: f ends it here"


def lap_words(loaded: Loaded, now: int) -> str:
    """The last lap of the step in hand."""
    return last_lap_words(loaded.state) if locate(loaded.state, now)[0] == loaded.state.index else ""


def sure_words(loaded: Loaded, now: int) -> str:
    """What a second `f` would do."""
    done, whole = reps_done(loaded.state, now)
    what = f"keeps {done} of {whole}" if whole > 1 else "keeps it"
    return f"f once more ends here and {what}; any other key goes on"
