"""How the end of a rest is told: its own tone, a toast, and a word on the desktop where one looks elsewhere.

While intervals run a rest makes no sound: the two never ring over each other.
"""

from __future__ import annotations

from hybrid_tui.domain.timer_cues import Cue, Sound
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.rest import Rest
from hybrid_tui.tui.timer_clock import timer_clock


def tell_rest_over(app: HybridApp, rest: Rest) -> None:
    """Ring, say what is next."""
    from hybrid_tui.tui import desktop  # late: not needed for the first paint

    words = f"Rest is over: {rest.then}" if rest.then else "Rest is over."
    if not app.timer_runs():
        sound = timer_clock(app).sound
        sound.play(Cue(sound=Sound.REST, words="rest is over", due=rest.ends_us))
    app.notify(words)
    desktop.tell(app, words, seen_on=app.places[0].mode)
