"""Keys that come in the same instant, as a fast typist or a slow machine sends them."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from hybrid_tui.tui.app import HybridApp
from tests.tui.shell_app import Asked, screen_of, small_app


def at_once(app: HybridApp, text: str) -> None:
    """Put all keys into the queue before the first is looked at."""
    names = {
        ":": "colon",
        "\r": "enter",
        " ": "space",
        "\x1b": "escape",
        "\x10": "ctrl+p",
        "?": "question_mark",
    }
    for letter in text:
        printable = letter if letter.isprintable() else None
        app.post_message(events.Key(names.get(letter, letter), printable))


async def until_quiet(app: HybridApp, pilot: Pilot[None]) -> None:
    """Until no key waits, five looks running: on a busy machine the first look may come before the first key."""
    quiet = 0
    while quiet < 5:
        await pilot.pause()
        busy = app._type_ahead._busy or app._type_ahead._kept or app.message_queue_size
        quiet = 0 if busy else quiet + 1


async def test_a_digit_right_after_the_key_that_opens_a_line_is_text() -> None:
    app = small_app()
    async with app.run_test() as pilot:
        at_once(app, "e5")
        await until_quiet(app, pilot)
        assert app.current_mode == "today"
        assert app.screen.query_one(Input).value.endswith("82.5x5@85")
        at_once(app, "1\r4e3")
        await until_quiet(app, pilot)
        assert app.current_mode == "history"
        assert app.screen.query_one(Input).value == "82.5x5@83"


async def test_whole_lines_at_once_are_taken_in_turn() -> None:
    asked = Asked()
    app = small_app(asked)
    async with app.run_test() as pilot:
        at_once(app, ":slept 7h\r:slept 8h\r:q12")
        await until_quiet(app, pilot)
        assert asked.lines == ["slept 7h", "slept 8h"]
        assert app.screen.query_one(Input).value == "q12"
        assert app.current_mode == "today"


async def test_a_paste_right_after_the_key_goes_into_the_line() -> None:
    app = small_app()
    async with app.run_test() as pilot:
        at_once(app, ":")
        app.post_message(events.Paste("protein 30g"))
        at_once(app, "2")
        await until_quiet(app, pilot)
        assert app.screen.query_one(Input).value == "protein 30g2"


@pytest.mark.parametrize("opened", ["\x10", "?"])
async def test_what_is_typed_into_a_window_that_opens_stays_out_of_the_places(opened: str) -> None:
    app = small_app()
    async with app.run_test() as pilot:
        at_once(app, opened + "5")
        await until_quiet(app, pilot)
        assert app.current_mode == "today"
        if opened == "\x10":
            assert app.screen.query_one(Input).value == "5"
        at_once(app, "\x1b\x1b 4")
        await until_quiet(app, pilot)
        assert app.current_mode == "history"


async def test_the_keys_after_a_visit_are_keys_of_the_place_visited() -> None:
    app = small_app()
    async with app.run_test() as pilot:
        at_once(app, "3 s4ss")
        await until_quiet(app, pilot)
        assert screen_of(app).done == ["swap", "swap"]
        at_once(app, "3")
        await until_quiet(app, pilot)
        assert screen_of(app).done == ["tick", "swap"]
