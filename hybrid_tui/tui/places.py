"""The screens one can stand on: their digit, their name, and how each is made at its first visit."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from textual.binding import Binding
from textual.screen import Screen


class Place(NamedTuple):
    """One tab of the header."""

    key: str
    """Its digit."""
    mode: str
    """Textual's name for it."""
    name: str
    """Its word in the header."""
    make: Callable[[], Screen[None]]
    """Makes its screen; called once, at the first visit."""


def late(module: str, screen: str) -> Callable[[], Screen[None]]:
    """A factory that imports the screen's module when it is first visited, so that only one is paid for to
    paint."""

    def make() -> Screen[None]:
        made = getattr(import_module(module), screen)()
        assert isinstance(made, Screen)
        return made

    return make


_SCREENS = "hybrid_tui.tui.screens"

PLACES = (
    Place(key="1", mode="today", name="Today", make=late(f"{_SCREENS}.today", "TodayScreen")),
    Place(key="2", mode="timer", name="Timer", make=late(f"{_SCREENS}.timer", "TimerScreen")),
    Place(key="3", mode="recovery", name="Recovery", make=late(f"{_SCREENS}.recovery", "RecoveryScreen")),
    Place(key="4", mode="history", name="History", make=late(f"{_SCREENS}.history", "HistoryScreen")),
    Place(key="5", mode="plan", name="Plan", make=late(f"{_SCREENS}.plan", "PlanScreen")),
)
"""In the order of the header; the first is where the app opens and where `esc` leads back to."""


def place_bindings() -> list[Binding]:
    """A digit for each place; the header shows them, so the key bar does not."""
    return [
        Binding(
            place.key,
            f"visit('{place.mode}')",
            place.name,
            show=False,
            tooltip=f"Go to {place.name}",
            id=f"go.{place.mode}",
        )
        for place in PLACES
    ]
