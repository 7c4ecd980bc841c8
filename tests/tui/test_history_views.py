"""The views that lie on the week: bests."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybrid_tui.coach import following, past
from hybrid_tui.coach.best_list import best_list
from hybrid_tui.coach.bests_kept import NAME
from hybrid_tui.domain.day_numbers import MEASURES, DayNumbers
from hybrid_tui.formats.bests_page import mark_at
from hybrid_tui.formats.calendar_page import month_page, year_page
from hybrid_tui.store import journal
from hybrid_tui.tui.finding import _show_day
from hybrid_tui.tui.glyphs import ASCII
from hybrid_tui.tui.screens.history import HistoryScreen
from hybrid_tui.tui.screens.history_bests import BestsScreen
from hybrid_tui.tui.screens.history_calendar import MonthScreen, YearScreen
from hybrid_tui.tui.screens.history_sessions import SessionsScreen
from hybrid_tui.tui.screens.history_trends import TrendsScreen
from hybrid_tui.tui.screens.history_view import SubView
from hybrid_tui.tui.widgets.line_input import PlainLine
from hybrid_tui.tui.widgets.sheet_page import SheetView
from hybrid_tui.tui.widgets.week_session import SessionDialog
from tests.coach.diary import LIBRARY, SUNDAY, moment_on
from tests.tui.history_app import history_app
from tests.tui.test_history import settle

SIZES = [(120, 40), (80, 24), (50, 20)]


async def test_what_each_number_is_stands_among_the_keys_of_its_view() -> None:
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        for key, word, said in (
            ("t", "fatigue", "the 7-day average of load"),
            ("b", "climbs", "the shortest time of a stretch"),
            ("a", "load", "a dash where one of them is not known"),
            ("v", "push, pull", "working sets of pressing and of pulling"),
        ):
            await settle(pilot, key)
            assert isinstance(app.screen, SubView)
            assert said in dict(app.screen.MEANINGS)[word]
            shown = await settle(pilot, "question_mark", "end")
            assert said.split(" of ")[0] in shown
            await settle(pilot, "escape")


@pytest.mark.parametrize("size", SIZES)
async def test_bests_stand_in_any_room(size: tuple[int, int]) -> None:
    app = history_app()
    app.glyphs = ASCII
    async with app.run_test(size=size) as pilot:
        shown = await settle(pilot, "b")
        assert "Bests" in shown
        assert "Back squat" in shown
        assert "e1RM 74 kg (Epley), from 60 kg x 5 @8" in shown or size[0] == 50
        assert shown.isascii()


async def test_enter_reads_the_session_and_a_deleted_best_is_gone() -> None:
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "b")
        screen = app.screen
        assert isinstance(screen, BestsScreen)
        found = mark_at(screen.bests or (), screen.spot)
        assert found is not None
        assert found[1].session_id == "mon"
        await settle(pilot, "enter")
        assert isinstance(app.screen, SessionDialog)
        await settle(pilot, "escape")
        past.delete_session(app.store, LIBRARY, moment_on(SUNDAY), "mon")
        assert "Back squat" not in [best.name for best in best_list(app.store, LIBRARY, moment_on(SUNDAY))]
        app.facts_changed()
        assert "Back squat" not in await settle(pilot)
        assert "Back squat" in await settle(pilot, "u")
        assert "Week 48" in await settle(pilot, "escape")


@pytest.mark.parametrize("size", SIZES)
async def test_sessions_are_found_by_typing_and_opened(size: tuple[int, int]) -> None:
    app = history_app()
    async with app.run_test(size=size) as pilot:
        shown = await settle(pilot, "a")
        assert "All sessions" in shown
        for name in ("Lower", "Full", "Hills [/red]"):
            assert name in shown
        await settle(pilot, "slash")
        app.screen.query_one(PlainLine).value = "SQUAT 2026"
        shown = await settle(pilot)
        assert "Lower" in shown
        assert "Hills" not in shown
        await settle(pilot, "enter", "enter")
        assert isinstance(app.screen, SessionDialog)
        await settle(pilot, "escape")
        assert "Hills" in await settle(pilot, "escape")
        screen = app.screen
        assert isinstance(screen, SessionsScreen)
        await settle(pilot, "home", "down")
        past.delete_session(app.store, LIBRARY, moment_on(SUNDAY), screen.found[0].id)
        assert screen.found[screen.at].id == "wed"
        screen.shell.facts_changed()
        assert "Full" not in await settle(pilot)
        assert screen.found[screen.at].id == "wed"  # the cursor stays on its session
        assert "Week 48" in await settle(pilot, "escape")


@pytest.mark.parametrize("size", SIZES)
async def test_month_and_year_move_by_keys_and_open_a_day(size: tuple[int, int]) -> None:
    async with history_app().run_test(size=size) as pilot:
        shown = await settle(pilot, "m")
        assert "Nov 2026" in shown
        assert "360" in shown  # Monday's load
        assert "sprint" in await settle(pilot, "s")
        assert "Oct 2026" in await settle(pilot, "left_square_bracket")
        shown = await settle(pilot, "full_stop", "y")
        assert "2026" in shown
        assert "Dec" in shown
        assert "Mon 23 Nov 2026" in await settle(pilot, *["left"] * 6)
        assert "Week 48" in await settle(pilot, "enter")


async def test_a_click_puts_the_cursor_on_a_day_and_a_second_opens_it() -> None:
    async with history_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot, "m")
        view = pilot.app.screen.query_one(SheetView)
        for said in ("Wed 25 Nov 2026", "Week 48"):
            await pilot.click(view, offset=(22, 3 + 2 * 4))
            await pilot.app.workers.wait_for_complete()
            assert said in await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_trends_stand_in_any_room(size: tuple[int, int]) -> None:
    app = history_app()
    app.glyphs = ASCII
    async with app.run_test(size=size) as pilot:
        shown = await settle(pilot, "t")
        assert "42-day average" in shown
        assert shown.isascii()
        screen = app.screen
        assert isinstance(screen, TrendsScreen)
        screen.action_range()
        screen.query_one(SheetView).draw()
        said = screen.query_one(SheetView).page.head[0].text
        assert "6 months" in said, "until the answer is there, what is drawn is what was asked before"
        assert " all" in await settle(pilot)


async def test_series_are_chosen_by_name_two_together_and_mistakes_are_kept() -> None:
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "t", "slash")
        line = app.screen.query_one(PlainLine)
        line.value = "squat & nonsense"
        await settle(pilot, "enter")
        assert app.screen.query_one(PlainLine).value == "squat & nonsense"
        line.value = "squat & sleep"
        await settle(pilot, "enter", "g")
        app.screen.query_one(PlainLine).value = "nov 2026 to nonsense"
        assert "no range of days" in await settle(pilot, "enter")
        app.screen.query_one(PlainLine).value = "2026-10 to 2026-11"
        shown = await settle(pilot, "enter")
        assert "Back squat, e1RM" in shown
        assert "2 Nov" in shown
        assert "Mon 23 Nov 2026   ━━ 74.0 kg   ·· 7.7 h" in shown


@pytest.mark.parametrize("size", SIZES)
async def test_the_block_is_reviewed_on_one_page(size: tuple[int, int]) -> None:
    async with history_app().run_test(size=size) as pilot:
        shown = await settle(pilot, "v")
        assert "Winter Legs" in shown
        assert "2 of 4 done, 1 in part" in shown
        assert "push, pull" in shown
        assert "next block" in shown


async def test_the_next_block_is_edited_and_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    def edit(app: object, text: str, *, name: str) -> str:
        assert "# Winter Legs" in text
        return text.replace("# Winter Legs", "# Spring Legs")

    monkeypatch.setattr("hybrid_tui.tui.editing.edited", edit)
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "v", "e")
        assert "Begin Spring Legs on Mon 30 Nov?" in await settle(pilot)
        await settle(pilot, "y")
        plan = following.running_plan(app.store, LIBRARY)
        assert plan is not None
        assert plan.programme.title == "Spring Legs"
        assert plan.start == date(2026, 11, 30)


async def test_bests_are_kept_for_the_next_visit_and_never_older_than_the_log() -> None:
    app = history_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, "b")
        await settle(pilot)
        moment = moment_on(SUNDAY)
        row = app.store.row("SELECT value FROM painted WHERE id = ?", (NAME,))
        assert row is not None
        assert "bench_press" in row["value"]
        kept = best_list(app.store, LIBRARY, moment)
        past.edit_set(app.store, LIBRARY, moment, "wed", "wed-1", 0, "100x6")
        assert best_list(app.store, LIBRARY, moment) != kept
        journal.undo(app.store)
        assert best_list(app.store, LIBRARY, moment) == kept


async def test_a_day_that_the_palette_finds_is_shown_from_any_view() -> None:
    app = history_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, "b")
        await _show_day(app, date(2026, 11, 18))
        assert "Week 47" in await settle(pilot)


async def test_weeks_begin_as_the_person_has_them_before_the_first_was_seen() -> None:
    async with history_app(week_starts="sun").run_test(size=(80, 24)):
        assert HistoryScreen().begins == 6


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("m", "no session"),
        ("y", "no session"),
        ("t", "Nothing of it is logged"),
        ("b", "No best yet"),
        ("a", "No session is logged yet"),
        ("v", "No programme runs"),
    ],
)
async def test_an_empty_log_says_so_in_every_view_and_no_key_fails(key: str, said: str) -> None:
    async with history_app(fill=lambda store: None).run_test(size=(80, 24)) as pilot:
        assert said in await settle(pilot, key)
        await settle(
            pilot, "up", "down", "left", "right", "pagedown", "r", "s", "left_square_bracket", "enter"
        )


async def test_the_sum_of_a_line_is_reached_and_opens_what_it_is_made_of() -> None:
    app = history_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "m")
        shown = await settle(pilot, "right")  # past Sunday stands the week's sum
        assert "Mon 23 Nov to Sun 29 Nov 2026" in shown
        assert "load · sum 810 AU" in shown
        assert "Mon 30 Nov 2026" in await settle(pilot, "right")
        assert "Mon 23 Nov to" in await settle(pilot, "left")
        assert "Sun 29 Nov 2026" in await settle(pilot, "left")
        await settle(pilot, "right", "enter")
        assert app.history.cursor is not None
        assert app.history.figure == "load"
        await settle(pilot, "y")
        screen = app.screen
        assert isinstance(screen, YearScreen)
        while not screen.on_sum:
            await settle(pilot, "right")
        assert "load · sum" in await settle(pilot)
        screen.chosen(date(2026, 10, 1), on_sum=True)  # as a click does
        assert "1 Nov 2026" in await settle(pilot, "right"), "after a month's sum comes the month after"
        screen.chosen(date(2026, 10, 1), on_sum=True)
        assert "31 Oct 2026" in await settle(pilot, "left")
        screen.chosen(date(2026, 10, 1), on_sum=True)
        screen.stand_on(date(2026, 9, 3))
        assert "Thu 3 Sep 2026" in await settle(pilot), "who names a day stands on it"
        screen.chosen(date(2026, 10, 1), on_sum=True)
        await settle(pilot, "enter")
        assert isinstance(app.screen, MonthScreen)


def test_before_the_answer_a_calendar_claims_nothing() -> None:
    days = tuple(DayNumbers(day=date(2026, 11, 1) + timedelta(days=place)) for place in range(28))
    for width in (48, 78, 114):
        month = month_page(
            days, days[0].day, MEASURES[0], width, today=SUNDAY, cursor=days[3].day, known=False
        )
        year = year_page(days, MEASURES[0], width, today=SUNDAY, cursor=days[3].day, known=False)
        for page in (month, year):
            text = "\n".join(line.text for line in (*page.head, *page.rows, *page.foot))
            assert not {"sum", "no session", "·"} & set(text.split())


def test_a_day_is_told_whole_also_on_a_phone() -> None:
    day = DayNumbers(day=SUNDAY, sessions=1, load=509.0, sprint_seconds=84.0, sets=14, readiness=70)
    for width in (46, 48, 78, 114):
        page = month_page((day,), SUNDAY, MEASURES[0], width, today=SUNDAY, cursor=SUNDAY)
        told = " ".join(line.text for line in page.foot[1:])
        for fact in ("1 session", "load 509", "sprint 84 s", "14 sets", "readiness 70"):
            assert fact in told
        assert all(len(line.text) <= width for line in page.foot)


async def test_the_month_opens_where_the_week_stands() -> None:
    async with history_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot, *["left_square_bracket"] * 6)
        assert "Oct 2026" in await settle(pilot, "m")
