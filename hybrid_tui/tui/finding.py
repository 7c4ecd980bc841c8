"""Where the palette's finds lead: an exercise to the quick line, a day or a session to its week."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from hybrid_tui.coach.finding import Find, find
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.context import Found


async def found(app: HybridApp, ask: Callable[..., Awaitable[Any]], text: str) -> Sequence[Found]:
    """What fits the text, each with what it opens."""
    finds: Sequence[Find] = await ask(find, text)
    return [Found(title=each.title, hint=each.hint, open=_opens(app, each)) for each in finds]


def _opens(app: HybridApp, each: Find) -> Callable[[], object]:
    if each.day is not None:
        return partial(_show_day, app, each.day)
    return partial(app.open_log_line, f"{each.exercise} ")


async def _show_day(app: HybridApp, day: date) -> None:
    await app.switch_mode("history")
    go_to = getattr(app.screen, "go_to", None)
    if go_to is not None:
        go_to(day)
