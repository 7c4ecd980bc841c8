"""The shell with screens of a few lines, a fixed clock and verbs that remember what they were asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.context import AppContext, Found, Verbs
from hybrid_tui.tui.places import PLACES, Place
from hybrid_tui.tui.screens.frame import HybridScreen
from tests.fixed_clock import FixedClock

Answer = TypeVar("Answer")


class NoStore:
    """A store that runs what it is given at once."""

    async def call(self, fn: Callable[..., Answer], /, *args: Any, **kwargs: Any) -> Answer:
        return fn(self, *args, **kwargs)


class Sheet(Widget):
    DEFAULT_CSS = "Sheet { height: 1fr; }"

    def render(self) -> Content:
        return Content("Short hills + upper body")


class SmallScreen(HybridScreen):
    """A screen with a few verbs; `done` lists those that ran."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick", tooltip="Tick the set as shown", id="small.tick"),
        Binding("e", "edit", "edit", tooltip="Write the set in one line", id="small.edit"),
        Binding("enter", "open", "open", tooltip="Open the block", id="small.open"),
        Binding("s", "swap", "swap", tooltip="Another exercise", id="small.swap"),
        Binding("f", "finish", "finish", tooltip="End the session", id="small.finish"),
        Binding("w", "warm_up", "warm-up", tooltip="Sets before the first", id="small.warm"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.reads = 0

    def content(self) -> Iterable[Widget]:
        yield Sheet()

    async def reread(self) -> None:
        self.reads += 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "finish"

    def action_tick(self) -> None:
        self.done.append("tick")

    def action_swap(self) -> None:
        self.done.append("swap")

    def action_edit(self) -> None:
        async def submit(text: str) -> None:
            self.done.append(f"edit {text}")

        self.open_line("edit", submit, text="82.5x5@8")


def _maker(mode: str) -> Callable[[], Screen[None]]:
    def make() -> Screen[None]:
        class Made(SmallScreen):
            PLACE = mode

        return Made()

    return make


def small_places() -> list[Place]:
    """The real tabs with small screens behind them."""
    return [Place(key=each.key, mode=each.mode, name=each.name, make=_maker(each.mode)) for each in PLACES]


class Asked:
    """Verbs for a test; `lines` keeps what was logged."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.opened: list[str] = []
        self.kept: dict[str, object] = {}

    async def undo(self) -> str | None:
        return "bench press 6 × 62.5 kg [/]"

    async def redo(self) -> str | None:
        return None

    async def log_line(self, text: str, day: date | None = None) -> str:
        if "squatt" in text:
            raise NotationError(
                "no exercise is called «squatt»",
                column=text.index("squatt") + 1,
                hint="back squat, front squat",
            )
        self.lines.append(text)
        return f"logged {text}"

    async def find(self, query: str) -> Sequence[Found]:
        return [
            Found(title="Bench press [/]", hint="last Wed 18 Nov", open=lambda: self.opened.append("bench"))
        ]

    async def save_setting(self, name: str, value: object) -> None:
        self.kept[name] = value

    def verbs(self) -> Verbs:
        return Verbs(
            undo=self.undo,
            redo=self.redo,
            log_line=self.log_line,
            find=self.find,
            save_setting=self.save_setting,
        )


def small_app(asked: Asked | None = None, clock: FixedClock | None = None, **settings: object) -> HybridApp:
    """The shell, ready for `run_test`."""
    session = AppContext(
        store=NoStore(),
        clock=clock or FixedClock(),
        settings={"ascii": False, **settings},
        verbs=(asked or Asked()).verbs(),
    )
    return HybridApp(session, small_places())


def screen_of(app: HybridApp) -> SmallScreen:
    """The screen in view."""
    screen = app.screen
    assert isinstance(screen, SmallScreen)
    return screen


def lines_of(app: HybridApp) -> list[str]:
    """What stands on the terminal, line by line."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
