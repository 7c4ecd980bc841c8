"""The week on the screen: what is shown in which room, and what each key does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from hybrid_tui.formats.week_cells import ROWS
from hybrid_tui.formats.week_shape import Cursor
from hybrid_tui.store.database import Store
from hybrid_tui.tui.glyphs import ASCII
from hybrid_tui.tui.widgets.keybar import KeyBar
from hybrid_tui.tui.widgets.week_session import SessionDialog
from tests.coach.diary import MONDAY, SUNDAY, add_plan, add_session, add_week
from tests.domain.sessions import easy, sets
from tests.tui.history_app import HistoryApp, history_app
from tests.tui.shell_app import lines_of

SIZES = [(120, 40), (80, 24), (50, 20)]


async def settle(pilot: Pilot[None], *keys: str) -> str:
    """Press, wait for what was begun, and read the terminal."""
    app = pilot.app
    for key in keys:
        await pilot.press(key)
        await app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(app, HistoryApp)
    return "\n".join(lines_of(app))


@pytest.mark.parametrize("size", SIZES)
async def test_the_week_stands_there_at_once(size: tuple[int, int]) -> None:
    async with history_app().run_test(size=size) as pilot:
        shown = await settle(pilot)
        for said in ("Week 48", "23-29 Nov", "Mon 23", "Sun 29", "lower", "load"):
            assert said in shown
        assert "sprint" in shown
        assert "96" in shown
        assert "? keys" in shown


async def test_the_chart_needs_columns_and_rows() -> None:
    for size, drawn in (((120, 40), True), ((110, 32), True), ((120, 24), False), ((80, 40), False)):
        async with history_app().run_test(size=size) as pilot:
            assert ("█████" in await settle(pilot)) is drawn


async def test_every_number_of_the_wide_page_stands_at_80_by_24() -> None:
    async with history_app().run_test(size=(80, 24)) as pilot:
        shown = await settle(pilot)
        for said in ("quads", "hamstrings", "glutes", "calves", "chest", "lats", "shoulders", "core"):
            assert said in shown
        for said in ("run", "lift", "jump", "load", "legs", "sleep", "protein", "ready", "contacts 20"):
            assert said in shown
        assert "CT-" in shown


async def test_ascii_draws_only_ascii() -> None:
    for size in SIZES:
        app = history_app()
        app.glyphs = ASCII
        async with app.run_test(size=size) as pilot:
            shown = await settle(pilot)
            assert shown.isascii(), [sign for sign in shown if not sign.isascii()]


async def test_arrows_and_letters_move_the_cursor() -> None:
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.history.cursor == Cursor(day=6)
        await settle(pilot, "left", "h", "down", "j", "j", "k")
        # No run of the week has a distance, so that its row is not there.
        assert app.history.cursor == Cursor(day=4, row=ROWS.index("jump"))
        await settle(pilot, "right", "l", "up", "up")
        assert app.history.cursor == Cursor(day=6, row=0)


async def test_past_the_edge_the_next_week_comes() -> None:
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "right")
        assert app.history.cursor == Cursor(day=7)  # the week's own column
        assert "Week 49" in await settle(pilot, "right")
        assert app.history.cursor == Cursor(day=0)
        assert "Week 48" in await settle(pilot, "left")
        assert app.history.cursor == Cursor(day=7)


async def test_brackets_turn_weeks_and_the_full_stop_comes_back() -> None:
    async with history_app().run_test(size=(80, 24)) as pilot:
        assert "Week 46" in await settle(pilot, "[", "[")
        assert "Week 47" in await settle(pilot, "]")
        assert ". this week" in await settle(pilot)
        shown = await settle(pilot, ".")
        assert "Week 48" in shown
        assert ". this week" not in shown


async def test_escape_steps_back_to_this_week_and_never_out() -> None:
    app = history_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, "[", "c")
        assert "against week 46" in await settle(pilot)
        assert "against" not in await settle(pilot, "escape")
        assert "Week 48" in await settle(pilot, "escape")
        assert app.current_mode == "history"


async def test_a_week_turned_is_one_question() -> None:
    app = history_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.calls.asked.clear()
        await settle(pilot, "[", "left", "down", "c")
        # That one, and those beside it for the next key; what is in view is kept for the next start.
        assert set(app.calls.asked) - {"keep"} == {"week"}


async def test_compare_shows_differences() -> None:
    def fill(store: Store) -> None:
        add_session(store, "old", MONDAY - timedelta(days=7), easy(30), minutes=30, rpe=4)
        add_session(store, "new", MONDAY, easy(30), sets("back_squat", 5, 5), minutes=45, rpe=4)

    async with history_app(fill=fill).run_test(size=(120, 40)) as pilot:
        shown = await settle(pilot, "c")
        assert "against week 47" in shown
        assert "180 +50 %" in shown
        assert "+2" in next(line for line in shown.splitlines() if "quads" in line)
        assert "mean of 4" in shown
        assert "against" not in await settle(pilot, "c", "c")


async def test_rolling_days_end_today() -> None:
    app = history_app(today=MONDAY + timedelta(days=2))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await settle(pilot, "r")
        assert "Last 7 days   19-25 Nov 2026" in shown
        assert ". this week" in shown
        shown = await settle(pilot, "[")
        assert "7 days   12-18 Nov 2026" in shown
        assert "Last 7 days" not in shown
        app.history.stand_on(date(2026, 11, 12))
        assert "Week 46   9-15 Nov 2026" in await settle(pilot), "a day is shown in its own week"
        assert app.history.day is not None
        assert app.history.day.date == date(2026, 11, 12)
        assert "Last 7 days" in await settle(pilot, "r")
        assert "Week 48" in await settle(pilot, "r")


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_diary_says_what_to_do(size: tuple[int, int]) -> None:
    app = history_app(fill=lambda store: None)
    async with app.run_test(size=size) as pilot:
        shown = await settle(pilot)
        assert "Nothing yet this week." in shown
        keys = {word.active.binding.action for word in app.history.query_one(KeyBar)._words}
        assert not keys & {"open", "findings", "now"}


async def test_days_are_lines_on_a_phone() -> None:
    app = history_app()
    async with app.run_test(size=(50, 20)) as pilot:
        shown = await settle(pilot, "up", "k", "up", "up")
        assert app.history.cursor == Cursor(day=2)
        assert any(line.strip().startswith("▶ Wed 25") for line in shown.splitlines())
        assert "protein ◐ 40 of 135 g" in shown


async def test_a_click_chooses_a_day_and_a_second_opens_it() -> None:
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        shown = await settle(pilot)
        row = next(n for n, line in enumerate(shown.splitlines()) if line.strip().startswith("lift"))
        column = next(line for line in shown.splitlines() if "Wed 25" in line).index("Wed 25")
        await pilot.click(offset=(column + 3, row))
        await settle(pilot)
        assert app.history.cursor == Cursor(day=2, row=ROWS.index("lift"))
        await pilot.click(offset=(column + 3, row))
        await settle(pilot)
        assert isinstance(app.screen, SessionDialog)


async def test_the_week_begins_on_sunday_where_it_is_set() -> None:
    def fill(store: Store) -> None:
        from hybrid_tui.store import writes

        add_week(store)
        with store.write("set") as writer:
            writes.save_setting(writer, "week_starts", "sun")

    async with history_app(fill=fill).run_test(size=(80, 24)) as pilot:
        head = next(line for line in (await settle(pilot)).splitlines() if "Mon 30" in line)
        assert head.split()[:2] == ["Sun", "29"]


async def test_going_to_a_day_shows_its_week() -> None:
    app = history_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.history.go_to(SUNDAY - timedelta(days=9))
        assert "Week 47" in await settle(pilot)
        assert app.history.cursor == Cursor(day=4)


async def test_a_plan_to_come_shows_its_loads_as_expected() -> None:
    app = history_app(fill=add_plan, today=MONDAY)
    async with app.run_test(size=(120, 40)) as pilot:
        shown = await settle(pilot)
        assert "~" in next(line for line in shown.splitlines() if line.strip().startswith("load"))
        assert "monotony" not in shown


async def test_compare_goes_from_last_week_to_the_mean_of_four_and_off() -> None:
    def fill(store: Store) -> None:
        for back, minutes in ((1, 30), (2, 60), (3, 30)):
            add_session(
                store, f"old {back}", MONDAY - back * timedelta(days=7), easy(minutes), minutes=minutes, rpe=4
            )
        add_session(store, "new", MONDAY, easy(30), minutes=60, rpe=4)

    app = history_app(fill=fill)
    async with app.run_test(size=(120, 40)) as pilot:
        assert "+100 %" in await settle(pilot, "c")
        shown = await settle(pilot, "c")
        assert "against 3-week mean" in shown
        assert "+50 %" in shown
        # It stays while one moves on; the week before has two before it.
        assert "against 2-week mean" in await settle(pilot, "[")
        assert "against" not in await settle(pilot, "]", "c")
        await settle(pilot, "[", "[", "[", "c", "c")  # nothing was logged before
        assert not app.history.comparing


async def test_a_day_far_away_is_typed() -> None:
    app = history_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, "g", *"2025-03-14", "enter")
        assert "Week 11   10-16 Mar 2025" in await settle(pilot)
        assert app.history.day is not None
        assert str(app.history.day.date) == "2025-03-14"
        await settle(pilot, "g", *"nonsense", "enter")
        assert "no day" in await settle(pilot)
        await settle(pilot, "escape", "m", "g", *"2024", "enter")
        assert "January 2024" in await settle(pilot) or "Jan 2024" in await settle(pilot)
