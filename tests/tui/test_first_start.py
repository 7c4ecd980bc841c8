"""The first questions: taken at once, answered one by one, mistyped, and opened again later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from textual.binding import Binding
from textual.pilot import Pilot

from hybrid_tui.coach.library import Library
from hybrid_tui.store import journal, reads_days, reads_plan
from hybrid_tui.store.database import Store, open_memory
from hybrid_tui.store.errors import LockedFile
from hybrid_tui.tui import launch
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.context import AppContext, Verbs
from hybrid_tui.tui.screens.first_start import FirstStart, ask_first, change_answers
from hybrid_tui.tui.widgets.line_input import PlainLine
from hybrid_tui.tui.widgets.question_row import QuestionRow
from tests.fixed_clock import FixedClock
from tests.tui.shell_app import lines_of, small_places

Answer = TypeVar("Answer")
LIBRARY = Library()
SIZES = [(120, 40), (80, 24), (50, 20)]


class Direct:
    """Answers from a store in this thread; `refuses` is raised in the place of the next write."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.refuses: Exception | None = None

    async def call(self, fn: Callable[..., Answer], /, *args: Any, **kwargs: Any) -> Answer:
        if fn.__name__ in ("begin", "change") and self.refuses is not None:
            error, self.refuses = self.refuses, None
            raise error
        return fn(self.store, *args, **kwargs)


class AskingApp(HybridApp):
    """The app on a small screen, over a store in memory."""

    CSS_PATH = str(Path(launch.__file__).with_name("shell.tcss"))

    def __init__(self, store: Store, **settings: object) -> None:
        self.direct = Direct(store)
        session = AppContext(
            store=self.direct,
            clock=FixedClock(),
            library=LIBRARY,
            settings={"ascii": False, **settings},
            verbs=Verbs(),
        )
        super().__init__(session, small_places())

    @property
    def asked(self) -> FirstStart:
        """The questions, in view."""
        assert isinstance(self.screen, FirstStart)
        return self.screen

    def drawn(self) -> str:
        """What stands on the terminal."""
        return "\n".join(lines_of(self))

    def toasts(self) -> list[str]:
        """What was said."""
        return [notification.message for notification in self._notifications]


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock())
    yield opened
    opened.close()


async def settle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    # The focus, the folding and the scrolling each wait for the drawing before them.
    for _ in range(3):
        await pilot.pause()


async def opened(app: AskingApp, pilot: Pilot[None]) -> FirstStart:
    await ask_first(app)
    await pilot.pause()
    return app.asked


async def test_escape_takes_the_defaults_and_stands_on_today(store: Store) -> None:
    app = AskingApp(store)
    async with app.run_test() as pilot:
        await opened(app, pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, FirstStart)
        assert app.current_mode == "today"
        assert app.toasts() == ["Hill & Iron 3 begins today."]
    settings = reads_plan.settings(store)
    assert settings["units"] == "kg"
    assert settings["started"] == "2026-11-25"
    held = reads_plan.programme(store)
    assert held is not None
    assert held.name == "Hill & Iron 3"
    assert not reads_days.weights(store, held.start_day, held.start_day)


async def test_typed_answers_are_stored_and_one_undo_takes_them_back(store: Store) -> None:
    app = AskingApp(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await pilot.press("2", "enter", *"165")
        await pilot.pause()
        assert "165 lb" in " ".join(app.drawn().split())
        await pilot.press(" ", "l", "b")
        await pilot.pause()
        assert "lb lb" not in " ".join(app.drawn().split()), "a unit that is typed out is said once"
        await pilot.press(
            "backspace", "backspace", "backspace", "enter", "4", "tab", "y", "down", "5", "down", "3"
        )
        await pilot.press("enter", "right", "enter", "n", "enter")
        await settle(pilot)
        assert app.toasts() == ["Hill & Iron 5 begins today."]
        assert app.session.settings["units"] == "lb", "the examples of a set know it at once"
    settings = reads_plan.settings(store)
    assert {key: settings[key] for key in ("units", "level", "runs", "days", "kit", "goal", "health")} == {
        "units": "lb",
        "level": "advanced",
        "runs": True,
        "days": 5,
        "kit": "gym",
        "goal": "muscle",
        "health": False,
    }
    held = reads_plan.programme(store)
    assert held is not None
    weight = reads_days.latest_weight(store, held.start_day)
    assert weight is not None
    assert (weight.text, round(weight.kg, 1)) == ("165lb", 74.8)
    journal.undo(store)
    assert reads_plan.settings(store) == {}
    assert reads_plan.programme(store) is None


async def test_it_is_asked_once_and_not_while_a_timer_runs(store: Store) -> None:
    class Running:
        def runs(self) -> bool:
            return True

        def nudge(self, seconds: int) -> None:
            raise AssertionError(seconds)

        def holds(self, session_id: str | None, block: int | None = None) -> bool:
            return False

        def strip(self) -> tuple[str, str, str] | None:
            return None

    app = AskingApp(store)
    async with app.run_test() as pilot:
        app.timer = Running()
        await ask_first(app)
        assert not isinstance(app.screen, FirstStart)
        app.timer = None
        await opened(app, pilot)
        await pilot.press("escape")
        await settle(pilot)
        await ask_first(app)
        assert not isinstance(app.screen, FirstStart)


@pytest.mark.parametrize("size", SIZES)
async def test_a_yes_on_the_health_line_is_answered_at_once(store: Store, size: tuple[int, int]) -> None:
    app = AskingApp(store)
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        await pilot.press("up", "y")
        await settle(pilot)
        drawn = app.drawn()
        assert "talk to a clinician" in drawn
        assert "First Steps 3" in drawn
        await pilot.press("n")
        await settle(pilot)
        drawn = app.drawn()
        assert "heart, blood pressure" in drawn
        assert "Hill & Iron 3" in drawn


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("ascii_only", [False, True])
async def test_nothing_is_cut_and_the_row_in_hand_is_in_view(
    store: Store, size: tuple[int, int], ascii_only: bool
) -> None:
    app = AskingApp(store, ascii=ascii_only)
    async with app.run_test(size=size) as pilot:
        screen = await opened(app, pilot)
        for row in screen.questions.rows:
            await settle(pilot)
            inside = screen.questions.region
            for _ in range(20):
                if row.region.y >= inside.y and row.region.bottom <= inside.bottom:
                    break
                await pilot.pause()
            lines = lines_of(app)
            assert all(len(line) <= size[0] for line in lines)
            assert row.region.y >= inside.y
            assert row.region.bottom <= inside.bottom
            if isinstance(row, QuestionRow):
                drawn = " ".join(" ".join(lines).split())
                for option in row.options:
                    assert option.words in drawn.replace(f" {app.glyphs.bar} ", " ")
            assert "esc begin now" in app.drawn()
            if ascii_only:
                assert app.drawn().isascii()
            await pilot.press("down")


async def test_a_window_may_be_drawn_too_small_for_a_letter_and_large_again(store: Store) -> None:
    app = AskingApp(store)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        for size in ((1, 1), (2, 40), (120, 2), (120, 40)):
            await pilot.resize_terminal(*size)
        assert "First week" in app.drawn()


@pytest.mark.parametrize("size", SIZES)
async def test_where_it_leads_is_said_at_every_size(store: Store, size: tuple[int, int]) -> None:
    app = AskingApp(store)
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        drawn = app.drawn()
        assert "Hill & Iron 3" in drawn
        assert "3 days a week" in drawn
        assert "Full body A" in drawn


async def test_a_wrong_weight_is_kept_pointed_at_and_harmless(store: Store) -> None:
    app = AskingApp(store)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("down")
        screen.query_one(PlainLine).insert_text_at_cursor("7\x1b[31m4[/]\x07")
        await pilot.press("enter")
        await pilot.pause()
        lines = lines_of(app)
        row = next(number for number, line in enumerate(lines) if "74[/]" in line)
        assert lines[row + 1].index("^") == lines[row].index("[/]")
        assert screen.questions.rows[screen.questions.here] is screen.weight
        await pilot.press("tab")
        assert screen.questions.rows[screen.questions.here] is not screen.weight
        await pilot.press("up", "up", "up", "enter")
        await settle(pilot)
        assert reads_plan.settings(store) == {}
        assert screen.weight.text == "74[/]"
        await pilot.press("escape")
        await settle(pilot)
        assert any("left out" in said for said in app.toasts())
    assert reads_plan.settings(store)["started"]
    held = reads_plan.programme(store)
    assert held is not None
    assert reads_days.latest_weight(store, held.start_day) is None


async def test_a_refused_write_loses_no_answer(store: Store) -> None:
    app = AskingApp(store)
    async with app.run_test() as pilot:
        screen = await opened(app, pilot)
        app.direct.refuses = LockedFile("The file is locked. Nothing was changed.")
        await pilot.press("2", "escape")
        await settle(pilot)
        assert app.screen is screen
        assert app.toasts() == ["The file is locked. Nothing was changed."]
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is not screen
    assert reads_plan.settings(store)["units"] == "lb"


async def test_a_click_answers(store: Store) -> None:
    app = AskingApp(store)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot)
        row = screen.query_one("#ask-level", QuestionRow)
        at = next(y for y, line in enumerate(lines_of(app)) if "six months or more" in line)
        await pilot.click(offset=(row.region.x + 25, at))
        await settle(pilot)
        assert screen.answers.level == "intermediate"
        assert row.has_focus


async def test_answers_are_changed_later_and_the_programme_goes_on(store: Store) -> None:
    app = AskingApp(store)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await pilot.press("down", *"74.2", "escape")
        await settle(pilot)
        held = reads_plan.programme(store)
        await change_answers(app)
        await pilot.pause()
        assert "74.2kg" in app.drawn()
        await pilot.press("2", "escape")
        await settle(pilot)
        assert reads_plan.settings(store)["units"] == "kg"
        await change_answers(app)
        await pilot.pause()
        await pilot.press("2", "up", "enter")
        await settle(pilot)
        assert not isinstance(app.screen, FirstStart)
        assert reads_plan.settings(store)["units"] == "lb"
        assert reads_plan.programme(store) == held
        await change_answers(app)
        await pilot.pause()
        await pilot.press("up", "up", "y", "down", "2", "enter")
        await settle(pilot)
        held = reads_plan.programme(store)
        assert held is not None
        assert held.name == "First Steps 3"
    assert len(reads_days.weights(store, held.start_day, held.start_day)) == 1


async def test_every_key_has_a_word_and_a_sentence(store: Store) -> None:
    app = AskingApp(store)
    async with app.run_test() as pilot:
        screen = await opened(app, pilot)
        for binding in [*screen.BINDINGS, *QuestionRow.BINDINGS]:
            assert isinstance(binding, Binding)
            assert binding.description
            assert binding.tooltip
            assert binding.id
        await pilot.press("question_mark")
        await settle(pilot)
        assert "a digit picks at once" in app.drawn()
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen
