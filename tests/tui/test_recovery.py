"""Recovery as a person uses it: check in, tick, eat, weigh, say what is sore, any day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hybrid_tui.coach import recovering
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.red_flags import FOOTER
from hybrid_tui.domain.set_record import SessionKind, SessionStatus, SetRecord
from hybrid_tui.store import reads_days, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.widgets.check_in import CheckInDialog
from hybrid_tui.tui.widgets.header import Readiness
from tests.tui.recovery_app import RecoveryApp
from tests.tui.recovery_days import DAY, fill, fill_mornings, follow, moment

YESTERDAY = DAY - timedelta(days=1)


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


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_everything_is_on_one_screen(size: tuple[int, int]) -> None:
    def week(store: Store) -> None:
        follow(store)
        fill(store)

    app = RecoveryApp(week)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = app.text()
        for words in (
            "75 = 100",
            "Rest day kept",
            "Last 7 days",
            "7:19",
            "of 105 g",
            "9 g",
            "shoulders",
            "pulse",
        ):
            assert words in shown, words
        assert "Tomorrow" in shown
        assert FOOTER.split()[-1] in shown


async def test_a_phone_reaches_every_line_and_keeps_the_cursor_in_view() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(50, 20)) as pilot:
        await pilot.pause()
        seen = [app.text()]
        for _ in range(30):
            await pilot.press("down")
            seen.append(app.text())
        everything = "\n".join(seen)
        for words in ("Last 7 days", "Sore today", "96 of 105 g", "Balanced"):
            assert words in everything, words
        assert FOOTER.split()[-1] in seen[-1]
        for _ in range(40):
            await pilot.press("up")
        assert "Readiness" in app.text()
        assert "▌" in app.text()


@pytest.mark.parametrize("size", [(50, 20), (80, 24), (120, 40)])
async def test_dialogs_fit(size: tuple[int, int]) -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=size) as pilot:
        await pilot.press("c", "1")
        await pilot.pause()
        assert "Stop now." in app.text()
        assert "1-9 tick" in app.text()
        await pilot.press("1", "n")
        await pilot.pause()
        for row in ("Sleep", "Fatigue", "Stress", "Soreness", "Legs", "Slept", "Pulse", "= 10", "enter save"):
            assert row in app.text(), row


async def test_hostile_words_stay_words() -> None:
    def hostile(store: Store) -> None:
        recovering.eat(store, moment(), DAY, 30, "[bold]x[/] \x1b[31mred")
        recovering.add_own_food(store, moment(), "z [/b] 20g")

    app = RecoveryApp(hostile)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "[bold]x[/] red" in app.text()
        assert "[/b]" in app.text()


async def test_plain_ascii() -> None:
    app = RecoveryApp(fill, ascii=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.text().isascii()
        await pilot.press("c", "n")
        await pilot.pause()
        assert app.text().isascii()


async def test_a_half_answered_morning_says_what_is_missing() -> None:
    def half(store: Store) -> None:
        fill_mornings(store, days=1)
        check = reads_days.checkin(store, DAY)
        assert check is not None
        recovering.save_checkin(store, moment(), DAY, replace(check, stress=None))

    app = RecoveryApp(half)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Score needs stress (c)" in app.text()
        assert app.readiness is None


async def test_every_key_has_a_word_and_a_sentence() -> None:
    app = RecoveryApp(fill)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for bindings in app.recovery._bindings.key_to_bindings.values():
            for binding in bindings:
                if not binding.action.startswith(("app.", "screen.")):
                    assert binding.tooltip, binding
                    assert binding.id, binding


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


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20)])
async def test_the_weeks_are_found_at_every_size(size: tuple[int, int]) -> None:
    def planned(store: Store) -> None:
        fill(store)
        follow(store)

    app = RecoveryApp(planned)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = app.text()
        for _ in range(12):
            await pilot.press("pagedown")
            seen += app.text()
        assert "1 week kept" in seen or "0 of 1 week kept" in seen
        assert "meals 26" in seen or size != (120, 40)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20)])
async def test_what_the_training_asks_for_stands_with_its_whole_reason(size: tuple[int, int]) -> None:
    def jumped(store: Store) -> None:
        fill(store)
        follow(store)
        jumps = BlockRecord(
            id="b",
            session_id="s",
            position=0,
            line="box jump 9x10",
            name="Box jump",
            exercise="box_jump",
            sets=tuple(SetRecord(id=f"j{n}", block_id="b", position=n, reps=10, load="bw") for n in range(9)),
        )
        session = SessionRecord(
            id="s",
            day=YESTERDAY,
            name="Jumps",
            kind=SessionKind.LIFT,
            status=SessionStatus.DONE,
            blocks=(jumps,),
        )
        with store.write("jumps") as writer:
            writes.save_session(writer, session)

    app = RecoveryApp(jumped)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*["down"] * 8)
        await pilot.pause()
        assert "Calf raises and ankle mobility" in app.text()
        assert "90 contacts yesterday" in app.text()
        await pilot.press("a")
        await pilot.pause()
        assert "meals 26 · 30 · 40 g" in app.text()
