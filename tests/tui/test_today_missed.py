"""A session that was missed, on Today: offered, never dropped, never stacked; and what the rules say of the day."""

from __future__ import annotations

from datetime import timedelta

from textual.pilot import Pilot

from hybrid_tui.coach import noticing, planning
from hybrid_tui.store import reads_plan
from hybrid_tui.store.database import Store, open_memory
from hybrid_tui.tui.screens.plan import PlanScreen
from hybrid_tui.tui.screens.today import TodayScreen
from tests.coach.diary import LIBRARY, MONDAY, PLAN, add_plan, add_week, key, moment_on
from tests.fixed_clock import FixedClock
from tests.tui.history_app import HistoryApp, history_app
from tests.tui.shell_app import lines_of

WED = MONDAY + timedelta(days=2)
THU = MONDAY + timedelta(days=3)


class TodayApp(HistoryApp):
    """The app, opened on Today."""

    DEFAULT_MODE = "today"

    @property
    def today(self) -> TodayScreen:
        """The screen, also below a dialog."""
        return next(screen for screen in self.screen_stack if isinstance(screen, TodayScreen))


def today_app(day: object = THU, text: str = PLAN) -> TodayApp:
    made = history_app(today=day, fill=lambda store: add_plan(store, text=text))  # type: ignore[arg-type]
    return TodayApp(made.calls, made.session.clock, LIBRARY)  # type: ignore[arg-type]


async def settle(pilot: Pilot[None], *keys: str) -> str:
    """Press, wait for what was begun, and read the terminal."""
    app = pilot.app
    await pilot.pause()
    await app.workers.wait_for_complete()
    for each in keys:
        await pilot.press(each)
        await app.workers.wait_for_complete()
        await pilot.pause()
        await app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(app, TodayApp)
    return "\n".join(lines_of(app))


def changes(app: TodayApp) -> list[tuple[str, str]]:
    return [(each.kind, each.plan_key) for each in reads_plan.plan_changes(app.store, "plan")]


async def test_what_was_missed_is_said_with_its_key_at_every_size() -> None:
    for size in ((120, 40), (80, 24), (50, 20)):
        async with today_app().run_test(size=size) as pilot:
            shown = await settle(pilot)
            assert "Missed Mon 23 Nov: Lower and 1 more" in shown
            assert "m missed" in shown


async def test_nothing_missed_takes_no_room_and_has_no_key() -> None:
    async with today_app(day=MONDAY).run_test(size=(80, 24)) as pilot:
        shown = await settle(pilot)
        assert "Missed" not in shown
        assert "m missed" not in shown


async def test_on_a_free_day_it_can_be_done_today() -> None:
    app = today_app()
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await settle(pilot, "m")
        assert "do it today" in shown
        shown = await settle(pilot, "t")
        assert changes(app) == [("moved", key(1))]
        assert "Back squat" in shown
        assert "Missed Wed 25 Nov: Hills and upper" in shown


async def test_on_a_day_with_a_session_days_are_swapped() -> None:
    app = today_app(day=WED)
    async with app.run_test(size=(120, 40)) as pilot:
        shown = await settle(pilot, "m")
        assert "swap" in shown
        assert "Hills and upper goes to Thu 26 Nov" in shown
        shown = await settle(pilot, "t")
        assert changes(app) == [("moved", key(1)), ("moved", key(3))]
        assert "Back squat" in shown
        assert "Missed" not in shown


async def test_it_can_be_moved_or_skipped_with_a_reason() -> None:
    app = today_app(day=WED)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, "m", "m")
        assert changes(app) == [("moved", key(1))]
    app = today_app(day=WED)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await settle(pilot, "m", "x")
        assert "why?" in shown
        shown = await settle(pilot, "i")
        assert changes(app) == [("excused", key(1))]
        assert "Missed" not in shown
        assert "Missed Mon 23 Nov" in await settle(pilot, "u")


async def test_escape_decides_nothing_and_the_plan_is_one_key_away() -> None:
    app = today_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot, "m", "escape")
        assert changes(app) == []
        assert "Missed" in await settle(pilot)
        await settle(pilot, "m", "p")
        assert isinstance(app.screen, PlanScreen)


async def test_what_the_rules_say_of_today_stands_in_one_line() -> None:
    heavy = PLAN.replace("## mon  Lower", "## tue  Lower").replace("3x5 80kg", "5x5 80kg")
    async with today_app(day=MONDAY + timedelta(days=1), text=heavy).run_test(size=(120, 40)) as pilot:
        shown = await settle(pilot)
        assert "! Wed hill sprint is the day after Tue back squat" in shown


def test_the_notice_is_silent_without_a_plan_and_while_it_waits() -> None:
    store: Store = open_memory(clock=FixedClock())
    assert noticing.notice(store, LIBRARY, moment_on(THU)).is_empty
    add_week(store)
    assert not planning.missed(store, LIBRARY, moment_on(THU))
    from hybrid_tui.coach import replanning

    later = moment_on(MONDAY + timedelta(days=6))
    assert noticing.notice(store, LIBRARY, later).missed
    replanning.pause(store, LIBRARY, later, later.day)
    assert noticing.notice(store, LIBRARY, later).is_empty
