"""Food, weight and drinking as a person enters them in Recovery."""

from __future__ import annotations

from hybrid_tui.coach import recovering
from hybrid_tui.store import reads_days, writes
from hybrid_tui.store.database import Store
from tests.tui.recovery_app import RecoveryApp
from tests.tui.recovery_days import DAY, fill, moment


async def test_food_by_digit_grams_and_letter() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("a", "3", "enter")
        await pilot.pause()
        await pilot.press("a", *"35", "enter")
        await pilot.pause()
        await pilot.press("a", "w")
        await pilot.pause()
        eaten = [(food.grams, food.words) for food in reads_days.foods(app.store, DAY, DAY)[-3:]]
        assert sorted(eaten) == [(25.0, "whey shake"), (30.0, ""), (35.0, "")]
        assert "186 of 105 g" in app.text()
        assert "✓ reached" in app.text()


async def test_a_wrong_amount_is_pointed_out_and_nothing_is_logged() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a", "enter")
        await pilot.pause()
        assert "type grams first" in app.text()
        await pilot.press(*"900", "enter")
        await pilot.pause()
        assert "no amount of protein" in app.text()
        await pilot.press("escape")
        assert len(reads_days.foods(app.store, DAY, DAY)) == 3


async def test_an_entry_is_taken_out_of_the_log() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a", "up", "delete")
        await pilot.pause()
        assert sum(food.grams for food in reads_days.foods(app.store, DAY, DAY)) == 56
        await pilot.press("u")
        await pilot.pause()
        assert sum(food.grams for food in reads_days.foods(app.store, DAY, DAY)) == 96


async def test_an_own_food_is_kept_and_forgotten() -> None:
    app = RecoveryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "plus")
        await pilot.pause()
        await pilot.press(*"tofu bowl", "enter")
        await pilot.pause()
        assert "«bowl» is no amount" in app.text()
        await pilot.press("end", *" 28g", "enter")
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        assert "tofu bowl" in app.text()
        await pilot.press("down", "delete")
        await pilot.pause()
        assert recovering.day(app.store, app.session.library, moment(), DAY).own_foods == ()


async def test_the_first_food_asks_the_weight_once() -> None:
    app = RecoveryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "3", "enter")
        await pilot.pause()
        assert "it sets the protein target" in app.text()
        await pilot.press(*"7x", "enter")
        await pilot.pause()
        assert "«7x» is no weight" in app.text()
        await pilot.press("escape", "a", "4", "enter")
        await pilot.pause()
        assert "it sets the protein target" not in app.text()
        await pilot.press("w", *"163lb", "enter")
        await pilot.pause()
        assert reads_days.weights(app.store, DAY, DAY)[0].text == "163 lb"
        assert "70 of 105 g" in app.text()


async def test_where_a_doctor_decides_there_is_advice_and_no_target() -> None:
    def kidney(store: Store) -> None:
        fill(store)
        with store.write("set") as writer:
            writes.save_setting(writer, "excluded", ["kidney disease"])

    app = RecoveryApp(kidney)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "No target with kidney disease" in app.text()
        assert "to go" not in app.text()


async def test_a_yes_on_the_health_line_is_asked_about_once() -> None:
    def yes(store: Store) -> None:
        fill(store)
        with store.write("set") as writer:
            writes.save_setting(writer, "health", True)

    app = RecoveryApp(yes)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "p one question before a target" in app.text()
        await pilot.press("p", "2", "enter")
        await pilot.pause()
        assert "No target with pregnancy" in app.text()
        await pilot.press("p", "2", "0")
        await pilot.pause()
        assert "96 of 105 g" in app.text()
        await pilot.press("u", "u")
        await pilot.pause()
        assert "p one question before a target" in app.text()


async def test_drinking_is_worked_out_while_it_is_typed() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert "371-519 ml about four hours ahead" in app.text()
        await pilot.press(*"70 69.3 drunk 0.5 1h")
        await pilot.pause()
        assert "Sweat 1.2 l an hour" in app.text()
        assert "Drink back 1.05 l" in app.text()
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is app.recovery
