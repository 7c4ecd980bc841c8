"""What a first visit needs, brought in while nobody types: so that it is as quick as the second.

It comes in slices, each only after two calm seconds and in a thread, so that a key that is pressed meanwhile
waits for none of them. A place that is visited before its turn simply brings in its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Any

from hybrid_tui.store.database import Store
from hybrid_tui.tui import tidying
from hybrid_tui.tui.app import HybridApp

CALM_S = 0.5
"""Seconds between two questions whether it is calm."""
BREATH_S = 0.02
"""Seconds between two slices."""

MODULES = tuple(
    f"hybrid_tui.tui.{name}"
    for name in (
        "screens.history",
        "screens.recovery",
        "screens.timer",
        "screens.history_calendar",
        "screens.history_trends",
        "screens.history_sessions",
        "screens.history_bests",
        "screens.history_review",
        "screens.plan",
        "widgets.week_session",
        "widgets.line_input",
        "widgets.keys_panel",
    )
)
"""The screens and dialogs that are visited next, the likeliest first."""

Ask = Callable[..., Awaitable[Any]]


async def warm_up(app: HybridApp, ask: Ask) -> None:
    """Bring in the modules, then have what the views of the past show first worked out and kept.

    Raises StoreError.
    """
    for module in MODULES:
        await calm(app)
        await asyncio.to_thread(import_module, module)
    from hybrid_tui.coach import (
        best_list,
        day_list,
        reviewing,
        trends,
        weeks,
        weeks_looked_at,
    )  # brought in by now

    today = app.session.today()
    year = (today.replace(month=1, day=1), today.replace(month=12, day=31))
    views: tuple[tuple[Any, ...], ...] = (
        (weeks.week, None),
        (weeks_looked_at.keep,),
        (best_list.keep_bests,),
        (day_list.day_list, *year),
        (reviewing.review,),
        (trends.trend_names,),
    )
    for asked in views:
        await calm(app)
        await ask(*asked)
    await calm(app)
    tidying.settle()


async def look_over(app: HybridApp, call: Ask) -> None:
    """Have the file's structure checked, a table at a time. Raises StoreError where it is damaged."""
    for part in await call(Store.parts):
        await calm(app)
        await call(_check, part)


async def calm(app: HybridApp) -> None:
    """Wait until nobody types and nothing runs."""
    await asyncio.sleep(BREATH_S)
    while not app.calm:
        await asyncio.sleep(CALM_S)


def _check(store: Store, part: str) -> None:
    store.check(part=part)
