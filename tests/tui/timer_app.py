"""The app on the Timer over a real store in memory and a clock that moves only when told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from textual.pilot import Pilot

from hybrid_tui.coach.library import Library
from hybrid_tui.store.database import Store, open_memory
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui import launch
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.context import AppContext, Verbs
from hybrid_tui.tui.screens.timer import TimerScreen
from hybrid_tui.tui.timer_clock import TimerClock, timer_clock
from tests.fixed_clock import FixedClock
from tests.tui.shell_app import lines_of

Answer = TypeVar("Answer")

LIBRARY = Library()
HILLS = "hill sprint: 3x(12s @9 hill 8% / ~2m walk back)"
BY_TIME = "hill sprint: 3x(8s @9 hill 8% / 60s walk)"


class HandStore:
    """Answers at once from a store in memory; `refuses` makes every verb fail, `verbs` notes their names."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.refuses = False
        self.verbs: list[str] = []

    async def call(self, fn: Callable[..., Answer], /, *args: Any, **kwargs: Any) -> Answer:
        self.verbs.append(fn.__name__)
        if self.refuses:
            raise StoreError("The training file is locked.")
        return fn(self.store, *args, **kwargs)


class TimerApp(HybridApp):
    """The shell on the Timer; `bells` counts cues, `kept` the settings that were stored."""

    CSS_PATH = str(Path(launch.__file__).with_name("shell.tcss"))
    DEFAULT_MODE = "timer"

    def __init__(self, clock: FixedClock | None = None, store: Store | None = None) -> None:
        self.clock = clock or FixedClock()
        self.hand = HandStore(store or open_memory(clock=self.clock))
        self.kept: dict[str, object] = {}
        self.bells = 0
        super().__init__(
            AppContext(
                store=self.hand,
                clock=self.clock,
                library=LIBRARY,
                settings={"ascii": False, "cue_sound": False, "cue_flash": False},
                verbs=Verbs(save_setting=self._keep),
            )
        )

    async def _keep(self, name: str, value: object) -> None:
        self.kept[name] = value

    def bell(self) -> None:
        self.bells += 1

    @property
    def owner(self) -> TimerClock:
        return timer_clock(self)

    @property
    def face(self) -> TimerScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, TimerScreen))

    @property
    def text(self) -> str:
        return "\n".join(lines_of(self))

    @property
    def keys(self) -> str:
        """The key bar."""
        return lines_of(self)[-1]


async def settle(app: TimerApp, pilot: Pilot[None]) -> None:
    """Let deeds be stored and drawn."""
    for _ in range(3):
        await pilot.pause()
        await app.workers.wait_for_complete([each for each in app.workers if each.group == "timer"])
    await pilot.pause()


async def passes(app: TimerApp, pilot: Pilot[None], seconds: float, step: float = 1.0) -> None:
    """Let time go by, with a look at the clock every `step` seconds."""
    while seconds > 1e-9:
        app.clock.advance(min(step, seconds))
        seconds -= step
        app.pulse.look()
    await settle(app, pilot)


async def press(app: TimerApp, pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each settled before the next."""
    for key in keys:
        await pilot.press(key)
        await settle(app, pilot)


async def begin(app: TimerApp, pilot: Pilot[None], line: str = HILLS) -> None:
    """Start a line, past its get-ready, at the beginning of its first step."""
    await settle(app, pilot)
    app.owner.load(line)
    await press(app, pilot, "space")
    if app.owner.loaded is not None and app.owner.loaded.timeline.get_ready:
        await passes(app, pilot, 10)
