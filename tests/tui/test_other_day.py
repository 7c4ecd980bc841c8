"""Another day in view: what is typed goes to that day, and the line says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from hybrid_tui.coach.first_look import FirstLook
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.store import reads_days, reads_sessions
from hybrid_tui.store.database import Store, open_memory
from hybrid_tui.tui import start
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.context import AppContext
from hybrid_tui.tui.widgets.line_input import PlainLine
from tests.coach.diary import LIBRARY
from tests.coach.evening import Evening
from tests.fixed_clock import FixedClock
from tests.tui.shell_app import lines_of


class Calls:
    """The store's thread without the thread."""

    def __init__(self, store: Store) -> None:
        self.store = store

    async def call(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        return fn(self.store, *args, **kwargs)


def opened(store: Store | None = None) -> tuple[HybridApp, Store]:
    """The app as the front door opens it, on an empty log unless one is given."""
    clock = FixedClock()
    store = store or open_memory(clock=clock)
    session = AppContext(store=Calls(store), clock=clock, library=LIBRARY, settings={"ascii": False})
    return start.make_app(session, FirstLook(settings={})), store


async def settle(pilot: Pilot[None], *keys: str) -> str:
    app = pilot.app
    assert isinstance(app, HybridApp)
    for key in ("", *keys):
        if key:
            await pilot.press(key)
        await pilot.pause()
        # What is done for later waits until nobody has typed for a while.
        if begun := [each for each in app.workers if each.group not in ("warm", "check")]:
            await app.workers.wait_for_complete(begun)
        await pilot.pause()
    return "\n".join(lines_of(app))


async def typed(pilot: Pilot[None], text: str) -> None:
    """A line, put into the input at once, and taken."""
    pilot.app.screen.query_one(PlainLine).value = text
    await settle(pilot, "enter")


async def test_after_the_first_of_two_sessions_a_day_the_cursor_stands_at_the_second() -> None:
    app, store = opened()
    evening = Evening(clock=FixedClock())
    evening.store = store
    evening.follow(
        "# T\nweeks: 1\n\n## day 1 am  Hills\nhill sprint: 2x(8s hill / 20s walk)\n\n"
        "## day 1 pm  Upper\nbench press 2x5 60kg\n"
    )
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await settle(pilot, "space", "f", "8", "enter", "enter")
        assert "Upper" in shown
        await settle(pilot, "space")
        today = app.session.today()
        second = reads_sessions.sessions_between(store, today, today)[-1]
        assert [len(block.sets) for block in second.blocks] == [1]


async def test_a_quick_line_goes_to_the_day_in_view_and_its_prompt_names_it() -> None:
    app, store = opened()
    today = app.session.today()
    before = today - timedelta(days=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert f"{before:%a} {before.day} {before:%b} :" in await settle(pilot, "left_square_bracket", ":")
        await typed(pilot, "protein 30g")
        assert f"{before:%a} {before.day} {before:%b} :" in await settle(pilot, ":")
        await typed(pilot, "bench press 60kg 5")
        assert [each.day for each in reads_sessions.sessions_between(store, before, today)] == [before]
        assert reads_days.protein_by_day(store, before, today) == {before: 30.0}
        shown = await settle(pilot, "full_stop", ":")
        assert f"{before:%a} {before.day} {before:%b} :" not in shown
        await typed(pilot, "protein 20g")
        # Beside a day to come a line still tells of today, and says so.
        assert f"{today:%a} {today.day} {today:%b} :" in await settle(pilot, "right_square_bracket", ":")
        await typed(pilot, "protein 10g")
        assert reads_days.protein_by_day(store, before, today) == {before: 30.0, today: 30.0}
        # Recovery, on another day, alike.
        await settle(pilot, "3", "left_square_bracket", ":")
        await typed(pilot, "protein 15g")
        assert reads_days.protein_by_day(store, before, before) == {before: 45.0}


async def test_a_day_told_afterwards_is_asked_for_its_minutes_and_one_by_the_clock_is_not() -> None:
    app, store = opened()
    evening = Evening(clock=FixedClock())
    evening.store = store
    before = evening.now.day - timedelta(days=1)
    evening.follow("# T\nweeks: 1\n\n## day 1\nbench press 1x5 60kg\n\n## day 2\nplank 1x45s\n", start=before)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await settle(pilot, "left_square_bracket", "space", "f", "7")
        assert "How many minutes?" in shown
        assert "A note?" in await settle(pilot, *"50", "enter")
        assert "50" in await settle(pilot, "escape")
        assert "load" in await settle(pilot, "enter", "enter")
        assert "A note?" in await settle(pilot, "escape", "full_stop", "space", "f", "7")
    (told,) = reads_sessions.sessions_between(store, before, before)
    assert (told.rpe, told.minutes) == (7, 50.0)


@pytest.mark.slow
async def test_a_day_left_open_at_the_end_of_the_app_is_named_at_the_next_start_and_opens_again() -> None:
    app, store = opened()
    before = app.session.today() - timedelta(days=1)
    async with app.run_test(size=(50, 20)) as pilot:
        await settle(
            pilot, "left_square_bracket", "enter", "A", *"plank", "space", *"2x20s", "enter", "space"
        )
    again, _ = opened(store)
    async with again.run_test(size=(50, 20)) as pilot:
        shown = await settle(pilot)
        assert f"O goes to {before:%a} {before.day} {before:%b}, still open" in shown
        assert "Plank" not in shown
        shown = await settle(pilot, "O")
        assert "Plank" in shown
        await settle(pilot, "space", "full_stop")
        (told,) = reads_sessions.sessions_between(store, before, before)
        assert told.status is not SessionStatus.OPEN
        assert [each.at_us for each in told.blocks[0].sets] == [None, None]
        assert "still open" not in await settle(pilot)
