"""A run once more with one key, from its end and from the diary; one's own lines renamed."""

from __future__ import annotations

from hybrid_tui.store import reads_plan
from hybrid_tui.tui.screens.timer_keys import Standing, standing
from tests.coach.evening import Evening
from tests.tui.timer_app import BY_TIME, TimerApp, begin, passes, press


async def test_the_same_line_again_with_one_key_and_the_ghost_of_last_time() -> None:
    evening = Evening()
    app = TimerApp(evening.clock, evening.store)
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot, BY_TIME)
        loaded = app.owner.loaded
        assert loaded is not None
        await passes(app, pilot, loaded.timeline.clocked[-1] / 1_000_000)
        assert standing(app.owner) is Standing.DONE
        assert "once more" in app.keys
        await press(app, pilot, "r")
        assert standing(app.owner) is Standing.LOADED
        await press(app, pilot, "space")
        assert "last time" in app.text


async def test_one_of_ones_own_gets_another_name() -> None:
    app = TimerApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot, BY_TIME)
        await press(app, pilot, "S", "end", "a", "enter")
        await press(app, pilot, "f", "p")
        (own,) = reads_plan.own_timers(app.hand.store)
        await press(app, pilot, "home", "R", "end", "b", "enter")
        (renamed,) = reads_plan.own_timers(app.hand.store)
        assert renamed.name == own.name + "b"
        assert renamed.line == own.line
        assert renamed.name in app.text
