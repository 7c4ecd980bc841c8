"""A step of a past run is corrected in the session's dialog."""

from __future__ import annotations

from hybrid_tui.tui.widgets.line_input import PlainLine
from tests.tui.history_app import history_app
from tests.tui.test_history import settle
from tests.tui.test_history_session import TO_WEDNESDAY, dialog, stored


async def test_a_climb_is_corrected() -> None:
    app = history_app()
    async with app.run_test(size=(120, 60)) as pilot:
        await settle(pilot, *TO_WEDNESDAY, "enter")
        for _ in range(12):
            if dialog(app).lines.here.step is None:
                await pilot.press("j")
        step = dialog(app).lines.here.step
        assert step is not None
        await settle(pilot, "e")
        app.screen.query_one(PlainLine).value = "11.8"
        await settle(pilot, "enter")
        found = [each for block in stored(app).blocks for each in block.intervals if each.id == step.id]
        assert [each.seconds for each in found] == [11.8]
