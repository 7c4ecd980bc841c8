"""The numbers of the week: reached by keys and mouse, explained, and opened to where they came from."""

from __future__ import annotations

from hybrid_tui.formats.week_cells import ROWS
from hybrid_tui.formats.week_shape import Cursor
from hybrid_tui.tui.widgets.week_figure import FigureDialog
from hybrid_tui.tui.widgets.week_measured import FindingsDialog, MeasuredDialog
from hybrid_tui.tui.widgets.week_session import SessionDialog
from tests.tui.history_app import HistoryApp, history_app
from tests.tui.shell_app import lines_of
from tests.tui.test_history import settle


def cursor_of(app: HistoryApp) -> Cursor:
    cursor = app.history.cursor
    assert cursor is not None
    return cursor


async def test_arrows_reach_every_number_and_enter_opens_where_it_came_from() -> None:
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "right", *["down"] * 3)
        shown = await settle(pilot, "enter")  # the week's load
        assert isinstance(app.screen, FigureDialog)
        assert "Load, week 48" in shown
        assert "minutes × the effort" in shown.replace("Minutes", "minutes")
        assert any("Mon 23" in line and "60 min × 6" in line and "360" in line for line in shown.splitlines())
        await settle(pilot, "enter")
        assert isinstance(app.screen, SessionDialog)
        await settle(pilot, "escape")
        left, line = next(
            (line.index("lats"), place) for place, line in enumerate(lines_of(app)) if "lats" in line
        )
        await pilot.click(offset=(left + 2, line))
        await settle(pilot)
        assert app.history.figure == "lats"
        await pilot.click(offset=(left + 2, line))
        assert "Lats, week 48" in await settle(pilot)
        await settle(pilot, "escape", "down", "up", *["up"] * 5)
        seen = set()
        for key in ("left", *["down"] * 9):
            await settle(pilot, key)
            seen.add(cursor_of(app).figure)
        assert {"chest", "lats", "shoulders", "core"} <= seen
        await settle(pilot, "up", "left")
        while cursor_of(app).figure != "quads":
            await settle(pilot, "up")
        shown = await settle(pilot, "enter")
        assert "Quads, week 48" in shown
        assert "stress" in shown
        await settle(pilot, "escape")
        while app.history.figure:
            await settle(pilot, "up")
        assert cursor_of(app).row == ROWS.index("ready")
        for _ in ROWS:
            await settle(pilot, "up")
        assert cursor_of(app).figure == "sessions"
        shown = await settle(pilot, "enter")
        assert "Sessions, week 48" in shown
        assert "planned 4, done" in shown


async def test_what_is_measured_is_said() -> None:
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        shown = await settle(pilot, "o")
        assert isinstance(app.screen, MeasuredDialog)
        assert "monotony" in shown
        assert "standard deviation" in shown
        await settle(pilot, "escape")
        assert not app.screen.is_modal


async def test_findings_are_told_in_full() -> None:
    app = history_app()
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await settle(pilot, "f")
        assert isinstance(app.screen, FindingsDialog)
        assert "CT-" in shown


async def test_a_morning_number_opens_in_recovery_and_a_sum_says_what_it_is_made_of() -> None:
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "left", "left", "left", "left", "left", "left", *["down"] * 5)
        shown = await settle(pilot)
        assert "its recovery" in shown
        assert "360 Mon" in await settle(pilot, "o")
        await settle(pilot, "escape", "enter")
        await pilot.pause()
        assert app.current_mode == "recovery"
        assert "Mon 23 Nov" in await settle(pilot)
