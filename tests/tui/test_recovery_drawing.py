"""What Recovery shows at every size, in plain signs, and of hostile words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybrid_tui.coach import recovering
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.red_flags import FOOTER
from hybrid_tui.domain.set_record import SessionKind, SessionStatus, SetRecord
from hybrid_tui.store import reads_days, writes
from hybrid_tui.store.database import Store
from tests.tui.recovery_app import RecoveryApp
from tests.tui.recovery_days import DAY, YESTERDAY, fill, fill_and_follow, fill_mornings, moment


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_everything_is_on_one_screen(size: tuple[int, int]) -> None:
    app = RecoveryApp(fill_and_follow)
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


async def test_a_line_typed_below_moves_nothing_above_it() -> None:
    def week(store: Store) -> None:
        fill_and_follow(store)
        with store.write("pounds") as writer:
            writes.save_setting(writer, "units", "lb")

    app = RecoveryApp(week)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        before = app.text().split("\n")
        assert "0.64 g/lb × 163.6 lb" in app.text()
        await pilot.press("i")
        await pilot.pause()
        typing = app.text().split("\n")
        room = next(row for row, line in enumerate(typing) if "own item" in line.lower() and row > 20) - 1
        assert typing[:room] == before[:room]
        await pilot.press("escape")
        await pilot.pause()
        assert app.text().split("\n") == before


async def test_what_the_target_lacks_is_named_with_its_key() -> None:
    nothing = RecoveryApp()
    async with nothing.run_test(size=(50, 20)) as pilot:
        await pilot.pause()
        assert "needs your weight: w" in nothing.text()


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


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20)])
async def test_the_weeks_are_found_at_every_size(size: tuple[int, int]) -> None:
    app = RecoveryApp(fill_and_follow)
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
        fill_and_follow(store)
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
