"""The header, the key bar, the keys that work everywhere."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from hybrid_tui.tui.keys import EVERYWHERE
from hybrid_tui.tui.themes import DARK, LIGHT
from hybrid_tui.tui.widgets.header import Readiness
from hybrid_tui.tui.widgets.keybar import KeyBar
from tests.fixed_clock import FixedClock
from tests.tui.shell_app import Asked, lines_of, screen_of, small_app


async def test_the_header_says_where_when_and_how_ready() -> None:
    app = small_app()
    app.readiness = Readiness(score=75, verdict="go")
    async with app.run_test(size=(120, 40)):
        lines = lines_of(app)
    assert lines[1] == (
        "   1 Today    2 Timer    3 Recovery    4 History    5 Plan"
        + " " * 21
        + "Wed 25 Nov 2026      readiness 75 ● go"
    )
    assert lines[2].startswith("───━━━━━━━──")


@pytest.mark.parametrize(
    ("width", "tabs", "facts"),
    [
        (80, " 1 Today  2 Timer  3 Recovery  4 History  5 Plan", "Wed 25 Nov  75 ● go"),
        (50, " 1 Today  2 3 4 5", "Wed 25 Nov  75 ● go"),
        (30, " 1 Today  2 3 4 5", "75 ● go"),
    ],
)
async def test_the_header_folds_and_cuts_nothing(width: int, tabs: str, facts: str) -> None:
    app = small_app()
    app.readiness = Readiness(score=75, verdict="go")
    async with app.run_test(size=(width, 20)):
        top = lines_of(app)[0]
    assert top.startswith(tabs)
    assert top.endswith(f" {facts}")
    assert len(top) == width - 1


async def test_an_unknown_readiness_is_a_dash_and_no_number() -> None:
    app = small_app()
    async with app.run_test(size=(80, 24)):
        assert lines_of(app)[0].endswith("Wed 25 Nov  –")


async def test_plain_signs_where_the_person_or_the_locale_asks_for_them() -> None:
    app = small_app(ascii=True)
    app.readiness = Readiness(score=40, verdict="rest")
    async with app.run_test(size=(120, 40)) as pilot:
        drawn = "\n".join(lines_of(app))
        # what scrolls shows no bar: its ends would be drawn with half blocks
        await pilot.resize_terminal(60, 14)
        for key in ("question_mark", "ctrl+p"):
            await pilot.press(key)
            await pilot.pause(0.2)
            assert "\n".join(lines_of(app)).isascii()
            await pilot.press("escape")
    assert drawn.isascii()
    assert "40 o rest" in drawn


async def test_digits_lead_to_the_places_and_escape_back_but_never_out() -> None:
    app = small_app()
    async with app.run_test() as pilot:
        for key, mode in (
            ("3", "recovery"),
            ("4", "history"),
            ("2", "timer"),
            ("1", "today"),
            ("4", "history"),
        ):
            await pilot.press(key)
            assert app.current_mode == mode
            assert mode == screen_of(app).PLACE
        await pilot.press("escape")
        assert app.current_mode == "today"
        await pilot.press("escape", "escape")
        assert app.current_mode == "today"
        assert app.is_running


async def test_a_click_on_a_tab_goes_there() -> None:
    app = small_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("Header", offset=(20, 0))
        assert app.current_mode == "recovery"


async def test_the_key_bar_shows_only_what_works_and_cuts_nothing() -> None:
    app = small_app()
    async with app.run_test(size=(50, 20)):
        assert lines_of(app)[-1] == " space tick  e edit  enter open  s swap    ? keys"
    app = small_app()
    async with app.run_test(size=(120, 40)):
        bar = lines_of(app)[-1]
    assert "finish" not in bar
    assert "skip rest" not in bar
    assert bar.endswith("? keys")
    assert "u undo" in bar


async def test_a_click_on_a_key_runs_it() -> None:
    app = small_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(KeyBar, offset=(3, 1))
        await pilot.pause()
        assert screen_of(app).done == ["tick"]


async def test_a_screen_reads_once_when_visited_and_again_after_a_change() -> None:
    app = small_app()
    async with app.run_test() as pilot:
        first = screen_of(app)
        await pilot.press("4", "1", "4", "1")
        assert first.reads == 1
        await pilot.press("4", "u")
        await pilot.pause()
        assert (screen_of(app).reads, first.reads) == (2, 1)
        await pilot.press("1")
        await pilot.pause()
        assert first.reads == 2


async def test_undo_says_in_words_what_it_took_back() -> None:
    app = small_app()
    async with app.run_test() as pilot:
        await pilot.press("u")
        await pilot.pause()
        assert [note.message for note in app._notifications] == ["Undone: bench press 6 × 62.5 kg [/]"]


async def test_redo_says_so_when_there_is_nothing() -> None:
    app = small_app()
    async with app.run_test() as pilot:
        await pilot.press("U", "U", "U")
        await pilot.pause()
        assert [note.message for note in app._notifications] == ["Nothing to redo."]


async def test_letters_and_digits_are_text_while_a_line_is_open() -> None:
    asked = Asked()
    app = small_app(asked)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon")
        await pilot.pause()
        assert "3 Recovery" in lines_of(app)[0]
        await pilot.press(*"1suq?", "enter")
        await pilot.pause()
        assert asked.lines == ["1suq?"]
        assert app.current_mode == "today"
        assert screen_of(app).done == []
        assert not screen_of(app).query(Input)


async def test_a_wrong_line_is_kept_and_the_error_stands_under_its_character() -> None:
    asked = Asked()
    app = small_app(asked)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"back squatt 5x5", "enter")
        await pilot.pause()
        lines = lines_of(app)
        typed = next(row for row, line in enumerate(lines) if "back squatt 5x5" in line)
        assert lines[typed + 1].index("^") == lines[typed].index("squatt")
        assert "no exercise is called «squatt»" in lines[typed + 1] + lines[typed + 2]
        assert screen_of(app).query_one(Input).value == "back squatt 5x5"
        assert asked.lines == []
        await pilot.press("escape")
        await pilot.pause()
        assert not screen_of(app).query(Input)
        assert app.is_running


async def test_the_line_of_a_screen_opens_with_its_text() -> None:
    app = small_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert lines_of(app)[-1] == " enter save  esc close"
        await pilot.press("end", "9", "enter")
        await pilot.pause()
        assert screen_of(app).done == ["edit 82.5x5@89"]


async def test_pasted_control_sequences_never_reach_the_line() -> None:
    app = small_app()
    async with app.run_test() as pilot:
        await pilot.press("e")
        await pilot.pause()
        line = screen_of(app).query_one(Input)
        line.value = "5x5\x1b]52;c;aGk=\x1b\\ \x9b2J[/]"
        assert "\x1b" not in line.value
        assert "\x9b" not in line.value
        assert line.value.endswith("[/]")


async def test_the_question_mark_lists_the_screens_keys_with_a_word_on_each() -> None:
    app = small_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        drawn = "\n".join(lines_of(app))
        assert "Tick the set as shown" in drawn
        assert "Take the last change back" in drawn
        assert "End the session" not in drawn
        await pilot.press("end")
        await pilot.pause()
        drawn = "\n".join(lines_of(app))
        assert "Repetitions in reserve" in drawn
        await pilot.press("3")
        assert app.current_mode == "today"
        await pilot.press("escape")
        await pilot.pause()
        assert screen_of(app).PLACE == "today"


async def test_the_palette_finds_verbs_and_what_the_app_can_find() -> None:
    asked = Asked()
    app = small_app(asked)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"another ex")
        await pilot.pause(0.3)
        assert "Another exercise" in "\n".join(lines_of(app))
        await pilot.press("enter")
        await pilot.pause()
        assert screen_of(app).done == ["swap"]
        await pilot.press("ctrl+p")
        await pilot.press(*"bench")
        await pilot.pause(0.3)
        assert "Bench press [/]" in "\n".join(lines_of(app))
        palette = app.screen
        # where there is no room for what was found, no page of it can be turned
        await pilot.resize_terminal(1, 1)
        await pilot.press("pagedown", "pageup")
        await pilot.resize_terminal(80, 30)
        await pilot.press("enter")
        await pilot.pause()
        assert asked.opened == ["bench"]
    # a search that is still under way asks the closed palette for its styles
    assert palette.get_component_styles("command-palette--help-text") is not None


async def test_the_theme_turns_and_is_kept() -> None:
    asked = Asked()
    app = small_app(asked)
    async with app.run_test() as pilot:
        assert app.theme == DARK
        app.toggle_theme()
        await pilot.pause()
        assert app.theme == LIGHT
        assert asked.kept == {"theme": "light"}
        await pilot.press("3")
        assert screen_of(app).styles.background.hex.lower() == "#f7f5f0"
    async with small_app(theme="light").run_test():
        pass


async def test_keys_can_be_bound_anew() -> None:
    app = small_app(keys={"go.history": "f5"})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("space", "4")
        assert app.current_mode == "today"
        await pilot.press("f5")
        assert app.current_mode == "history"


async def test_q_leaves_at_once_while_no_timer_runs() -> None:
    app = small_app()
    async with app.run_test() as pilot:
        await pilot.press("q")
    assert app.return_code == 0


class _RunningTimer:
    def __init__(self) -> None:
        self.nudged = 0

    def runs(self) -> bool:
        return True

    def nudge(self, seconds: int) -> None:
        self.nudged += seconds

    def holds(self, session_id: str | None, block: int | None = None) -> bool:
        return False

    def strip(self) -> tuple[str, str, str] | None:
        return ("work", "hill sprint 4 of 8", "0:07")


async def test_q_asks_while_the_timer_runs_and_plus_lengthens_its_step() -> None:
    app = small_app(clock=FixedClock())
    timer = _RunningTimer()
    app.timer = timer
    async with app.run_test() as pilot:
        await pilot.press("plus", "plus", "minus")
        assert timer.nudged == 10
        await pilot.press("q")
        await pilot.press("enter")
        assert app.screen.is_modal
        await pilot.press("n")
        await pilot.pause()
        assert not app.screen.is_modal
        assert app.is_running
        await pilot.press("q", "y")
    assert app.return_code == 0


def test_every_key_that_works_everywhere_has_its_words_and_its_own_name() -> None:
    names = [binding.id for binding in EVERYWHERE]
    assert len(set(names)) == len(names)
    for binding in EVERYWHERE:
        assert binding.id
        assert binding.description
        assert binding.tooltip or binding.system
        assert binding.key not in {"ctrl+s", "ctrl+b", "ctrl+a"}


async def test_the_day_turns_at_its_hour_without_a_key_or_a_write() -> None:
    clock = FixedClock()
    app = small_app(clock=clock)
    async with app.run_test(size=(120, 40)) as pilot:
        clock.advance(9 * 3600)  # three in the morning: still the day before
        app.look_at_day()
        await pilot.pause()
        assert "Wed 25 Nov 2026" in lines_of(app)[1]
        before = screen_of(app).reads
        clock.advance(2 * 3600)
        app.look_at_day()
        await pilot.pause()
        assert "Thu 26 Nov 2026" in lines_of(app)[1]
        assert screen_of(app).reads == before + 1
