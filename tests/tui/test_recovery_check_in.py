"""The morning check as a person answers it: by digits, by clicks, left and taken up again."""

from __future__ import annotations

from hybrid_tui.store import reads_days
from hybrid_tui.tui.widgets.check_in import CheckInDialog
from hybrid_tui.tui.widgets.header import Readiness
from tests.tui.recovery_app import RecoveryApp
from tests.tui.recovery_days import DAY, fill


async def test_a_check_in_takes_eight_keys() -> None:
    app = RecoveryApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "Not checked in" in app.text()
        await pilot.press("c", *"02323", "enter")
        await pilot.pause()
        kept = reads_days.checkin(app.store, DAY)
        assert kept is not None
        assert (kept.sleep, kept.fatigue, kept.stress, kept.soreness, kept.legs) == (2, 3, 2, 3, None)
        assert kept.flags == ()
        assert app.readiness == Readiness(score=75, verdict="go")
        assert "75 = 100 × (28 - 10) / 24" in app.text()
        assert "checked in 13:20" in app.text()
        await pilot.press("u")
        await pilot.pause()
        assert "Not checked in" in app.text()
        assert app.readiness is None
        assert app.said[-1] == "Undone: check-in of Wed 25 Nov"


async def test_all_answers_by_number_keys() -> None:
    app = RecoveryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", *"02323", "plus", *"740", "tab", *"52", "enter")
        await pilot.pause()
        kept = reads_days.checkin(app.store, DAY)
        assert kept is not None
        assert (kept.legs, kept.slept_minutes, kept.resting_hr) == (10, 460, 52)
        assert app.current_mode == "recovery", "no digit led to another place"


async def test_the_dialog_says_what_readiness_can_still_reach() -> None:
    app = RecoveryApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c", "n", *"232")
        await pilot.pause()
        assert "2 + 3 + 2 + ?" in app.text()
        assert "readiness 58 to 83" in app.text()
        await pilot.press("3")
        await pilot.pause()
        assert "2 + 3 + 2 + 3 = 10" in app.text()
        assert "readiness 75 ● go" in app.text()


async def test_a_red_flag_overrides_the_score() -> None:
    app = RecoveryApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c", "5")
        await pilot.pause()
        assert "! No training with a fever" in app.text()
        await pilot.press("enter", *"1111")
        await pilot.pause()
        assert "rest, whatever the score" in app.text()
        await pilot.press("enter")
        await pilot.pause()
        assert app.readiness == Readiness(score=100, verdict="rest")
        assert "! No training with a fever" in app.text()
        assert "○ rest" in app.text()


async def test_what_was_typed_is_there_after_a_close() -> None:
    app = RecoveryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", *"023", "escape")
        await pilot.pause()
        assert reads_days.checkin(app.store, DAY) is None
        assert app.said == ["Not saved; c goes on where you were."]
        await pilot.press("c", *"23", "enter")
        await pilot.pause()
        kept = reads_days.checkin(app.store, DAY)
        assert kept is not None
        assert (kept.sleep, kept.fatigue, kept.stress, kept.soreness) == (2, 3, 2, 3)


async def test_a_close_without_a_change_says_nothing() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "escape")
        await pilot.pause()
        assert app.said == []


async def test_a_night_that_is_none_is_not_saved() -> None:
    app = RecoveryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "n", *"2323", "tab", *"99", "enter")
        await pilot.pause()
        assert isinstance(app.screen, CheckInDialog)
        assert "7:40, 7h40 or 740" in app.text()
        await pilot.press("tab")
        assert app.screen.draft.row == "slept"
        await pilot.press("backspace", "backspace", *"7h40", "enter")
        await pilot.pause()
        kept = reads_days.checkin(app.store, DAY)
        assert kept is not None
        assert kept.slept_minutes == 460


async def test_a_click_answers() -> None:
    app = RecoveryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "n")
        await pilot.pause()
        row, line = next((n, line) for n, line in enumerate(app.text().split("\n")) if "Fatigue" in line)
        await pilot.click(offset=(line.index("4"), row))
        assert isinstance(app.screen, CheckInDialog)
        assert app.screen.draft.check.fatigue == 4
        assert app.screen.draft.row == "stress"
