from __future__ import annotations

from itertools import pairwise

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget

from hybrid_tui.coach.loaded import load
from hybrid_tui.domain.workout import Ending, StepKind, TimedStep
from hybrid_tui.tui.glyphs import ASCII
from hybrid_tui.tui.themes import VARIABLE_DEFAULTS
from hybrid_tui.tui.widgets.bar import Bar, TallBar
from hybrid_tui.tui.widgets.digits import BigDigits
from hybrid_tui.tui.widgets.letters import BigLetters, letters
from hybrid_tui.tui.widgets.profile import Profile, layout


class Stand(App[None]):
    """Shows one widget by itself."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLE_DEFAULTS

    def compose(self) -> ComposeResult:
        yield self.widget

    def shown(self, row: int) -> str:
        return self.widget.render_line(row).text


def hills(count: int = 8) -> tuple[TimedStep, ...]:
    steps: list[TimedStep] = []
    for number in range(1, count + 1):
        if number > 1:
            steps.append(
                TimedStep(label="walk back", kind=StepKind.RECOVER, ending=Ending.KEY, seconds=120.0)
            )
        steps.append(
            TimedStep(
                label="hill sprint",
                kind=StepKind.WORK,
                ending=Ending.TIME,
                seconds=12.0,
                rep=number,
                reps=count,
            )
        )
    return tuple(steps)


async def test_digits_fill_the_widget_and_dim_a_leading_zero() -> None:
    app = Stand(BigDigits("07"))
    async with app.run_test(size=(78, 14)):
        digits = app.query_one(BigDigits)
        assert [sign.size for sign in digits.signs[:2]] == [(23, 14), (23, 14)]
        assert [sign.has_class("unlit") for sign in digits.signs[:2]] == [True, False]


async def test_nothing_moves_when_a_digit_changes_and_only_it_is_painted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Stand(BigDigits("1:24"))
    async with app.run_test(size=(78, 14)) as pilot:
        digits = app.query_one(BigDigits)
        places = [sign.region for sign in digits.signs]
        painted: list[int] = []
        for number, sign in enumerate(digits.signs):
            monkeypatch.setattr(sign, "refresh", lambda *_, number=number: painted.append(number))
        digits.text = "1:23"
        assert painted == [3]
        await pilot.pause()
        assert [sign.region for sign in digits.signs] == places


async def test_a_longer_text_is_laid_out_anew() -> None:
    app = Stand(BigDigits("59"))
    async with app.run_test(size=(78, 14)) as pilot:
        digits = app.query_one(BigDigits)
        digits.text = "1:00"
        await pilot.pause()
        assert [sign.size.width for sign in digits.signs[:4]] == [21, 5, 21, 21]
        assert not digits.signs[0].has_class("unlit")


async def test_digits_without_room_are_plain_characters() -> None:
    app = Stand(BigDigits("1:02:03"))
    async with app.run_test(size=(12, 3)):
        digits = app.query_one(BigDigits)
        assert digits.signs[0].render_line(0).text == "1:02:03"


async def test_a_box_of_fixed_size_stays_left_when_asked() -> None:
    app = Stand(BigDigits("75", box=(8, 6), dim_zero=False))
    async with app.run_test(size=(50, 6)) as pilot:
        app.widget.styles.text_align = "left"
        await pilot.pause()
        assert app.query_one(BigDigits).signs[0].region[:] == (0, 0, 8, 6)


def test_letters_are_three_rows_of_half_blocks() -> None:
    assert letters("hi") == ("█ █ █", "█▀█ █", "▀ ▀ ▀")
    assert letters("é") is None


async def test_a_word_without_letters_is_written_plainly() -> None:
    app = Stand(BigLetters("señal 4"))
    async with app.run_test(size=(40, 3)):
        assert str(app.query_one(BigLetters).render()) == "SEÑAL 4"


async def test_a_bar_is_filled_up_to_its_fraction() -> None:
    app = Stand(Bar(0.5, plain=True))
    async with app.run_test(size=(10, 1)):
        assert app.shown(0) == "=====-----"


async def test_a_tall_bar_ends_in_a_part_of_a_cell() -> None:
    app = Stand(TallBar(0.55))
    async with app.run_test(size=(10, 1)) as pilot:
        assert app.shown(0) == "     ▌    "
        app.query_one(TallBar).fraction = 2.0
        await pilot.pause()
        assert app.shown(0) == " " * 10


def test_equal_steps_of_work_look_equal_and_the_last_ends_at_the_edge() -> None:
    for width in (48, 78, 114):
        places = layout(hills(), width)
        assert {each.right - each.left for each in places[::2]} == {2}
        assert places[-1].right == width


def test_minutes_one_after_the_other_are_parted_by_one_cell_each() -> None:
    steps = load("emom 10m: push-up 8").timeline.steps
    for width in (114, 78, 48):
        places = layout(steps, width)
        assert {after.left - here.right for here, after in pairwise(places)} == {1}
        assert places[-1].right >= width - 1


def test_more_steps_than_cells_share_them() -> None:
    places = layout(hills(200), 50)
    assert len(places) == 399
    assert all(0 <= each.left < each.right <= 50 for each in places)


async def test_the_profile_says_what_is_done_and_where_one_is() -> None:
    app = Stand(Profile())
    async with app.run_test(size=(78, 24)) as pilot:
        profile = app.query_one(Profile)
        profile.show(hills(), index=6, fraction=0.5, done=frozenset(range(6)))
        await pilot.pause()
        assert app.shown(0).count("██") == 8
        assert app.shown(2).split() == ["1", "✓", "2", "✓", "3", "✓", "4", "now", "5", "6", "7", "8"]
        profile.show(hills(), index=7, fraction=0.7, done=frozenset(range(7)))
        await pilot.pause()
        assert "4 ✓" in app.shown(2)
        assert "now" in app.shown(2)


async def test_the_profile_has_a_plain_drawing() -> None:
    app = Stand(Profile(glyphs=ASCII))
    async with app.run_test(size=(50, 20)) as pilot:
        app.query_one(Profile).show(hills(), index=0, done=frozenset())
        await pilot.pause()
        assert set(app.shown(0)) == {"#", " "}
        assert (app.shown(0) + app.shown(1) + app.shown(2)).isascii()
