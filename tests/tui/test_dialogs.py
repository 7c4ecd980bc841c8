"""Questions: yes or no, a line, one of a few, a number on a scale."""

from __future__ import annotations

import pytest
from textual.events import MouseDown

from hybrid_tui.coach.outcome import Choice as Offered
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.tui.widgets.ask import AskText, Choice, Choose, Confirm, scale
from hybrid_tui.tui.widgets.line_input import PlainLine
from hybrid_tui.tui.widgets.pick import Pick
from tests.tui.shell_app import Sheet, lines_of, screen_of, small_app

RPE = {number: "hard" if number == 5 else "" for number in range(1, 11)}


@pytest.mark.parametrize(("key", "answer"), [("y", True), ("n", False), ("escape", None)])
async def test_confirm(key: str, answer: bool | None) -> None:
    app = small_app()
    answers: list[bool | None] = []
    async with app.run_test() as pilot:
        app.push_screen(Confirm("Delete [/] it?", "u brings it back"), answers.append)
        await pilot.press("enter", "1", "space", key)
        await pilot.pause()
        assert answers == [answer]
        assert screen_of(app).done == []


@pytest.mark.parametrize(
    ("keys", "answer"), [(("7",), 7), (("0",), 10), (("down", "enter"), 6), (("escape",), None)]
)
async def test_a_scale_is_answered_by_one_digit(keys: tuple[str, ...], answer: int | None) -> None:
    app = small_app()
    answers: list[int | None] = []
    async with app.run_test() as pilot:
        app.push_screen(scale("How hard was it?", RPE, at=5), answers.append)
        await pilot.pause()
        assert any(line.split()[:2] == ["0", "10"] for line in lines_of(app)), "ten stands under its key"
        await pilot.press(*keys)
        await pilot.pause()
        assert answers == [answer]
        assert app.current_mode == "today"


async def test_a_letter_picks_even_where_it_would_move_the_mark() -> None:
    app = small_app()
    answers: list[str | None] = []
    choices = [Choice(key="t", word="time", value="time"), Choice(key="j", word="joints [/]", value="joints")]
    async with app.run_test() as pilot:
        app.push_screen(Choose("Why skip it?", choices), answers.append)
        await pilot.pause()
        assert "j  joints [/]" in "\n".join(lines_of(app))
        await pilot.press("j")
        await pilot.pause()
        assert answers == ["joints"]


async def test_a_wrong_text_is_kept_and_pointed_at() -> None:
    def check(text: str) -> None:
        if "x" in text:
            raise NotationError(
                "unexpected «x»", column=text.index("x") + 1, end=text.index("x") + 2, hint="write 20g or 30g"
            )
        if not text:
            raise ValueError("Write at least one word.")

    app = small_app()
    answers: list[str | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(AskText("Protein", example="30g", check=check), answers.append)
        await pilot.press("enter")
        await pilot.pause()
        assert "Write at least one word." in "\n".join(lines_of(app))
        await pilot.press(*"30xg", "enter")
        await pilot.pause()
        lines = lines_of(app)
        typed = next(row for row, line in enumerate(lines) if "30xg" in line)
        assert lines[typed + 1].index("^") == lines[typed].index("x")
        assert app.screen.query_one(PlainLine).value == "30xg"
        assert app.screen.query_one(PlainLine).cursor_position == 3, "backspace takes away what is wrong"
        await pilot.press("backspace", "enter")
        await pilot.pause()
        assert answers == ["30g"]


async def test_dialogs_fit_a_phone_over_ssh() -> None:
    app = small_app()
    async with app.run_test(size=(50, 20)) as pilot:
        app.push_screen(scale("How hard was it?", RPE))
        await pilot.pause()
        drawn = "\n".join(lines_of(app))
        assert "How hard was it?" in drawn
        assert " 10" in drawn
        assert "esc close" in drawn


async def test_a_long_list_is_reached_to_its_end_and_narrowed_by_typing() -> None:
    app = small_app()
    answers: list[str | None] = []
    many = [Offered(key=f"own_{number}", title=f"Lift number {number} [/]") for number in range(40)]
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Pick("Own exercises", many), answers.append)
        await pilot.press(*["pagedown"] * 6)
        await pilot.pause()
        assert "Lift number 39 [/]" in "\n".join(lines_of(app))
        await pilot.press(*"numb", "space", *"27")
        await pilot.pause()
        shown = "\n".join(lines_of(app))
        assert "Lift number 27" in shown
        assert "Lift number 39" not in shown
        await pilot.press("enter")
        await pilot.pause()
        app.push_screen(Pick("Own exercises", many), answers.append)
        await pilot.press(*"zzz", "enter")
        await pilot.pause()
        assert "Nothing fits." in "\n".join(lines_of(app))
        await pilot.press("escape")
        await pilot.pause()
    assert answers == ["own_27", None]


async def test_a_dialog_that_is_closed_twice_answers_once_and_leaves_what_is_below() -> None:
    app = small_app()
    answers: list[bool | None] = []
    async with app.run_test() as pilot:
        dialog = Confirm("Delete it?", "")
        app.push_screen(dialog, answers.append)
        await pilot.pause()
        dialog.dismiss(True)
        dialog.dismiss(True)
        await pilot.press("ctrl+p")
        await pilot.pause()
        palette = app.screen
        palette.dismiss()
        palette.dismiss()
        await pilot.pause()
        assert answers == [True]
        assert screen_of(app).PLACE == "today"
        # a click on what is being taken away does nothing
        sheet = screen_of(app).query_one(Sheet)
        at = sheet.region.offset
        parent = sheet.parent
        assert parent is not None
        sheet._detach()
        await app.on_event(MouseDown(sheet, at.x + 1, at.y + 1, 0, 0, 1, False, False, False))
        sheet._attach(parent)
