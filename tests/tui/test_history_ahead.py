"""The weeks, months and years beside the one in view are at hand, and are never older than the log."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from hybrid_tui.coach import day_list, past, trends
from hybrid_tui.tui.screens import history_sessions
from tests.coach.diary import LIBRARY, SUNDAY, add_session, moment_on
from tests.domain.sessions import easy
from tests.tui.history_app import history_app
from tests.tui.test_history import settle


async def test_a_week_turned_to_shows_what_was_written_since_it_was_looked_at() -> None:
    app = history_app()
    before = SUNDAY - timedelta(days=7)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert before - timedelta(days=6) in app.history.beside
        add_session(app.store, "told elsewhere", before, easy(47), minutes=47)
        assert "easy 47m" in await settle(pilot, "[")
        assert app.history.view is not None
        assert app.history.view.last == before
        assert "easy 47m" not in await settle(pilot, "]")


async def test_the_year_before_is_at_hand() -> None:
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "y")
        days = day_list.day_list(
            app.store,
            app.session.library,
            moment_on(SUNDAY),
            SUNDAY.replace(2025, 1, 1),
            SUNDAY.replace(2025, 12, 31),
        )
        asked = app.calls.asked.count("day_list")
        assert "2025" in await settle(pilot, "[")
        assert app.screen.days is days  # type: ignore[attr-defined]
        assert app.calls.asked.count("day_list") > asked
    assert LIBRARY is app.session.library


async def test_the_series_beside_one_are_at_hand() -> None:
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "t")
        names = trends.trend_names(app.store, app.session.library, moment_on(SUNDAY)).names
        after = names[names.index("fitness") + 1]
        first, last = app.screen.span()  # type: ignore[attr-defined]
        ask = partial(trends.trend, app.store, app.session.library, moment_on(SUNDAY), after, first, last)
        known = ask()
        assert ask() is known
        await settle(pilot, "s")
        assert app.screen.series == (known,)  # type: ignore[attr-defined]
        assert app.screen.series[0] is known  # type: ignore[attr-defined]


async def test_the_older_sessions_come_after_the_first_screenful() -> None:
    app = history_app()
    for number in range(history_sessions.FIRST + 20):
        add_session(
            app.store, f"run {number}", SUNDAY - timedelta(days=number), easy(30), name=f"Run {number}"
        )
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, "a")
        screen = app.screen
        assert isinstance(screen, history_sessions.SessionsScreen)
        await app.workers.wait_for_complete()
        assert f"Run {history_sessions.FIRST + 19}" in await settle(pilot, "end")
        past.delete_session(app.store, LIBRARY, moment_on(SUNDAY), screen.found[-1].id)
        screen.shell.facts_changed()
        assert f"Run {history_sessions.FIRST + 19}" not in await settle(pilot, "end")
        assert f"Run {history_sessions.FIRST + 18}" in await settle(pilot)
