"""Recovery as a person uses it: the list of the day, what is sore, other days, a file that refuses."""

from __future__ import annotations

from hybrid_tui.store import reads_days
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.widgets.header import Readiness
from tests.tui.recovery_app import RecoveryApp
from tests.tui.recovery_days import DAY, YESTERDAY, fill, fill_mornings


async def test_space_ticks_and_unticks() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("down", "space")
        await pilot.pause()
        assert reads_days.ticks(app.store, DAY) == {"water", "plate"}
        await pilot.press("space")
        await pilot.pause()
        assert reads_days.ticks(app.store, DAY) == {"water"}


async def test_what_the_log_decides_says_so() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "space why" in app.text()
        await pilot.press("space")
        assert app.said == ["The food log decides this: a adds what you eat."]
        assert reads_days.ticks(app.store, DAY) == {"water"}


async def test_the_box_can_be_clicked() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        row, line = next((n, line) for n, line in enumerate(app.text().split("\n")) if "10 min walk" in line)
        await pilot.click(offset=(line.index("□"), row))
        await pilot.pause()
        assert "moved" in reads_days.ticks(app.store, DAY)


async def test_soreness_by_letter_and_digit() -> None:
    app = RecoveryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "c", "4", "s", "plus", "escape")
        await pilot.pause()
        kept = reads_days.checkin(app.store, DAY)
        assert kept is not None
        assert kept.sore == {"calves": 4, "shoulders": 10}
        assert "Not checked in" in app.text(), "a sore muscle is no check-in"
        await pilot.press("s", "c", "x", "enter")
        await pilot.pause()
        kept = reads_days.checkin(app.store, DAY)
        assert kept is not None
        assert kept.sore == {"shoulders": 10}


async def test_any_past_day_can_be_filled_in() -> None:
    app = RecoveryApp(lambda store: fill_mornings(store, days=1))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.readiness == Readiness(score=75, verdict="go")
        await pilot.press("left_square_bracket")
        await pilot.pause()
        assert "Readiness · Tue 24 Nov" in app.text()
        await pilot.press("c", *"07777", "enter")
        await pilot.pause()
        await pilot.press("a", "2", "enter", "escape", "space")
        await pilot.pause()
        kept = reads_days.checkin(app.store, YESTERDAY)
        assert kept is not None
        assert kept.sleep == 7
        assert [food.grams for food in reads_days.foods(app.store, YESTERDAY, YESTERDAY)] == [20]
        assert app.readiness == Readiness(score=75, verdict="go"), "the header is about today"
        await pilot.press("full_stop")
        await pilot.pause()
        assert app.recovery.day == DAY
        assert ". today" not in app.text()


async def test_no_day_that_has_not_come() -> None:
    app = RecoveryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert app.recovery.day == DAY
        await pilot.press("left_square_bracket", "left_square_bracket", "right_square_bracket")
        await pilot.pause()
        assert app.recovery.day == YESTERDAY
        await pilot.press("escape")
        await pilot.pause()
        assert app.recovery.day == DAY


async def test_a_refused_write_is_said_and_nothing_is_shown_as_saved() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.calls.refuses = StoreError("The disk is full. Nothing was changed.")
        await pilot.press("down", "space")
        await pilot.pause()
        assert app.said == ["The disk is full. Nothing was changed."]
        assert "3 of 7" in app.text()
        await pilot.press("w", *"74kg", "enter")
        await pilot.pause()
        assert "The disk is full" in app.text()
        assert "74kg" in app.text()


def item_of(app: RecoveryApp, title: str) -> int:
    """The place of the list's item of that title."""
    assert app.recovery.view is not None
    return next(place for place, item in enumerate(app.recovery.view.items) if item.title == title)


async def test_an_item_of_ones_own_is_added_ticked_and_taken_off() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.recovery.check_action("remove_item", ()) is False
        await pilot.press("i", *"foam roll: wed", "enter")
        await pilot.pause()
        assert "Foam roll" in app.text()
        await pilot.press(*["down"] * 12)
        while app.recovery._cursor < item_of(app, "Foam roll"):
            await pilot.press("down")
        await pilot.press("space")
        await pilot.pause()
        assert app.recovery.view is not None
        assert app.recovery.view.items[-1].done is True
        await pilot.press("u")
        await pilot.pause()
        assert app.said[-1] == "Undone: tick Foam roll"
        await pilot.press("delete")
        await pilot.pause()
        assert "Foam roll" not in app.text()
        await pilot.press("u")
        await pilot.pause()
        assert "Foam roll" in app.text()


async def test_an_own_item_that_is_not_understood_stays_in_the_line() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("i", *"roll: someday", "enter")
        await pilot.pause()
        assert "«someday» is no weekday and no kind of day" in app.text()
        await pilot.press("escape")
