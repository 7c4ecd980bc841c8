"""The end of a rest and a running interval never ring over each other."""

from __future__ import annotations

import pytest

from hybrid_tui.tui import desktop
from hybrid_tui.tui.desktop import elsewhere
from hybrid_tui.tui.rest import Rest
from hybrid_tui.tui.rest_cue import tell_rest_over
from tests.tui.timer_app import TimerApp, begin, passes, settle
from tests.tui.today_app import TodayApp, example_sheet

REST = Rest(began_us=0, ends_us=90_000_000, then="Pull-up set 1 of 4")


async def test_a_rest_rings_once_and_says_what_is_next() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(app, pilot)
        tell_rest_over(app, REST)
        await settle(app, pilot)
        assert app.bells == 1
        assert [each.message for each in app._notifications] == ["Rest is over: Pull-up set 1 of 4"]


async def test_while_an_interval_runs_it_is_only_written() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        heard = app.bells
        tell_rest_over(app, REST)
        await settle(app, pilot)
        assert app.bells == heard
        assert len(app._notifications) == 1


async def test_another_window_or_another_screen_is_elsewhere() -> None:
    app = TodayApp(example_sheet())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not elsewhere(app, "today")
        assert elsewhere(app, "timer")
        app.app_focus = False
        assert elsewhere(app, "today")


async def test_the_end_of_a_run_is_told_on_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(desktop, "tell", lambda _, words, seen_on: told.append((words, seen_on)))
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot, "rest: 6s rest")
        await passes(app, pilot, 7)
        assert told == [("The rest is over.", "timer")]
