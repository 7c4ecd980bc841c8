"""The keys of the Timer, and which of them make sense as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from textual.binding import Binding

from hybrid_tui.domain.timer_run import Phase, position
from hybrid_tui.tui.timer_clock import TimerClock


class Standing(StrEnum):
    """What the Timer shows."""

    CHOOSE = "choose"
    LOADED = "loaded"
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    HELD = "held"
    UNSAVED = "unsaved"
    """It has reached its end and the file did not take it yet."""
    DONE = "done"


def standing(timer: TimerClock) -> Standing:
    """How the timer stands."""
    if timer.ended is not None:
        return Standing.DONE
    if timer.loaded is None:
        return Standing.CHOOSE
    if not timer.on:
        return Standing.LOADED
    return {
        Phase.READY: Standing.READY,
        Phase.PAUSED: Standing.PAUSED,
        Phase.HELD: Standing.HELD,
        Phase.FINISHED: Standing.UNSAVED,
    }.get(timer.phase, Standing.RUNNING)


_TEN = Binding.Group("10 s")

KEYS: list[Binding] = [
    Binding("space", "pause", "pause", tooltip="Start, pause, go on", id="timer.pause"),
    Binding("right", "skip", "skip", tooltip="On to the next step", id="timer.skip"),
    Binding(
        "left", "step_again", "back", tooltip="The step anew; early in it, the one before", id="timer.back"
    ),
    Binding(
        "plus,equals_sign", "nudge(1)", "longer", tooltip="10 s more, 10 s less", group=_TEN, id="time.more"
    ),
    Binding("minus", "nudge(-1)", "shorter", tooltip="10 s less for this step", group=_TEN, id="time.less"),
    Binding(
        "enter", "act", "lap", tooltip="Run what is chosen; a lap; the end of an open step", id="timer.act"
    ),
    Binding("n", "from_now", "from now", tooltip="Go on as if it had never stopped", id="timer.from_now"),
    Binding("f", "finish", "finish", tooltip="End it early: keep or put away", id="timer.finish"),
    Binding("slash", "find", "type one", tooltip="Type a line of your own", id="find"),
    Binding("e", "edit", "change", tooltip="Type on from the chosen line", id="timer.edit"),
    Binding("r", "again", "once more", tooltip="The same line again, ready to start", id="timer.again"),
    Binding("m", "sound", "sound", tooltip="Bell, sound, speech and flash, each on or off", id="timer.sound"),
    Binding("L", "lock", "lock", tooltip="Only space, enter and L answer then", id="timer.lock"),
    Binding("g", "jump", "jump", tooltip="On with the step that is chosen", id="timer.jump"),
    Binding("S", "save", "save", tooltip="Keep the line under a name", id="timer.save"),
    Binding("R", "rename", "rename", tooltip="Give one of your own another name", id="timer.rename"),
    Binding("delete", "forget", "take away", tooltip="Take one of your own away", id="timer.forget"),
    Binding("down,j", "choose(1)", "down", tooltip="One down; one step later", id="timer.down", show=False),
    Binding("up,k", "choose(-1)", "up", tooltip="One up; one step earlier", id="timer.up", show=False),
    Binding("home", "choose(-999)", "top", tooltip="To the first", id="timer.top", show=False),
    Binding("end", "choose(999)", "end", tooltip="To the last", id="timer.end", show=False),
]
"""In the order of the key bar."""

_GOES = frozenset({Standing.READY, Standing.RUNNING, Standing.PAUSED})

WORKS: Mapping[str, frozenset[Standing]] = {
    "pause": _GOES | {Standing.LOADED},
    "skip": _GOES,
    "step_again": _GOES,
    "nudge": _GOES,
    "act": frozenset(Standing) - {Standing.READY, Standing.PAUSED},
    "from_now": frozenset({Standing.HELD}),
    "finish": _GOES | {Standing.HELD},
    "find": frozenset({Standing.CHOOSE}),
    "edit": frozenset({Standing.CHOOSE}),
    "again": frozenset({Standing.DONE}),
    "rename": frozenset({Standing.CHOOSE}),
    "forget": frozenset({Standing.CHOOSE}),
    "sound": frozenset(Standing),
    "lock": _GOES | {Standing.HELD},
    "jump": _GOES,
    "save": frozenset(Standing) - {Standing.CHOOSE, Standing.UNSAVED},
    "choose": _GOES | {Standing.CHOOSE},
}
"""Where each action makes sense."""

UNLOCKED = frozenset({"pause", "act", "lock"})
"""What a locked timer still does."""


def word(timer: TimerClock, action: str) -> str | None:
    """Another word for an action as the timer stands."""
    here = standing(timer)
    match action:
        case "pause":
            return {Standing.LOADED: "start", Standing.PAUSED: "go on"}.get(here)
        case "act":
            return _act_word(timer, here)
        case "lock" if timer.locked:
            return "unlock"
        case "sound":
            return "sound on" if timer.sound.on else "sound off"
    return None


def enter_first(timer: TimerClock) -> bool:
    """Whether `enter` is the key that counts most just now."""
    here = standing(timer)
    if here is Standing.RUNNING:
        return waits(timer)
    return here in (Standing.CHOOSE, Standing.HELD, Standing.DONE, Standing.UNSAVED)


def waits(timer: TimerClock) -> bool:
    """Whether the step in hand ends by a key."""
    return timer.loaded is not None and position(timer.loaded.state, timer.now()).remaining is None


def _act_word(timer: TimerClock, here: Standing) -> str | None:
    if here is Standing.RUNNING:
        if not waits(timer):
            return "round" if timer.loaded is not None and timer.loaded.timeline.rounds else "lap"
        return "split" if timer.loaded is not None and timer.loaded.timeline.endless else "done, next"
    return {
        Standing.CHOOSE: "run",
        Standing.LOADED: "start",
        Standing.HELD: "from there",
        Standing.UNSAVED: "try again",
        Standing.DONE: "to Today",
    }.get(here)
