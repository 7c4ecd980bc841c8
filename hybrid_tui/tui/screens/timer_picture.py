"""What the Timer's face shows as the timer stands."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.screens.timer_keys import Standing
from hybrid_tui.tui.timer_clock import TimerClock
from hybrid_tui.tui.widgets import timer_view
from hybrid_tui.tui.widgets.timer_view import TimerView


def view_of(timer: TimerClock, here: Standing, glyphs: Glyphs, *, chosen: int | None) -> TimerView | None:
    """The face with its notice, None where it is hidden; `chosen` is the step that a jump would go to."""
    now = timer.now()
    if (ended := timer.ended) is not None:
        return timer_view.ended_view(ended.loaded, ended.at, ended.words, glyphs)
    if timer.loaded is None:
        return None
    if here is Standing.LOADED:
        return timer_view.loaded_view(timer.loaded, glyphs)
    if here is Standing.HELD:
        return timer_view.held_view(timer.loaded, now, timer.asked_us, glyphs, done=timer.steps_done())
    view = timer_view.run_view(timer.loaded, now, glyphs, ran=timer.ran(), chosen=chosen)
    return replace(view, notice=_notice(timer, here))


def _notice(timer: TimerClock, here: Standing) -> str:
    """What is to be known just now: trouble first, then the proposal to stop, then the last time."""
    keeper = timer.keeper
    if keeper.trouble:
        kept = "enter tries again" if here is Standing.UNSAVED else "it is tried again by itself"
        return f"Not stored yet: {keeper.trouble} {kept}"
    if keeper.waiting:
        return "Waiting for the training file"
    falls = timer.falls_off()
    if falls is not None:
        return timer_view.fall_off_words(falls)
    if here is not Standing.READY and (last := timer.last_time()):
        return last
    return "" if timer.loaded is None else timer_view.ghost_words(timer.loaded)
