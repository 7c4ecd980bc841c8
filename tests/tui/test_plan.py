"""The Plan on the screen: what is shown in which room, and what each key does to the stored plan."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from hybrid_tui.coach import planning, programmes
from hybrid_tui.store import reads_plan
from hybrid_tui.store.database import Store
from hybrid_tui.tui.glyphs import ASCII
from hybrid_tui.tui.screens.plan import PlanScreen
from hybrid_tui.tui.widgets.keybar import KeyBar
from hybrid_tui.tui.widgets.plan_dialogs import DayDialog, MistakesDialog, ShelfDialog
from tests.coach.diary import LIBRARY, MONDAY, PLAN, SUNDAY, add_plan, add_week, key, moment_on
from tests.tui.history_app import HistoryApp, history_app
from tests.tui.shell_app import lines_of

SIZES = [(120, 40), (80, 24), (50, 20)]
WED = MONDAY + timedelta(days=2)


class PlanApp(HistoryApp):
    """The app, opened on the Plan."""

    DEFAULT_MODE = "plan"

    @property
    def plan(self) -> PlanScreen:
        """The screen, also below a dialog."""
        return next(screen for screen in self.screen_stack if isinstance(screen, PlanScreen))


def plan_app(today: object = WED, fill: Callable[[Store], None] = add_week) -> PlanApp:
    made = history_app(today=today, fill=fill)  # type: ignore[arg-type]
    return PlanApp(made.calls, made.session.clock, LIBRARY)  # type: ignore[arg-type]


async def settle(pilot: Pilot[None], *keys: str) -> str:
    """Press, wait for what was begun, and read the terminal."""
    app = pilot.app
    for each in keys:
        await pilot.press(each)
        await app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(app, PlanApp)
    return "\n".join(lines_of(app))


def told(app: PlanApp) -> str:
    """All toasts so far."""
    return "\n".join(note.message for note in app._notifications)


def shown_keys(app: PlanApp) -> set[str]:
    return {word.active.binding.action.partition("(")[0] for word in app.plan.query_one(KeyBar)._words}


@pytest.mark.parametrize("size", SIZES)
async def test_the_plan_stands_there(size: tuple[int, int]) -> None:
    async with plan_app().run_test(size=size) as pilot:
        shown = await settle(pilot)
        for said in ("Winter Legs", "week 1", "Wed", "8×12s", "lower", "upper", "✓"):
            assert said in shown
        assert "enter open" in shown
        assert "? keys" in shown


async def test_all_weeks_of_a_round_stand_side_by_side() -> None:
    for size in SIZES[:1]:
        async with plan_app().run_test(size=size) as pilot:
            shown = await settle(pilot)
            for said in ("23 Nov", "30 Nov", "7 Dec", "14 Dec", "now", "sprint seconds", "leg load"):
                assert said in shown


@pytest.mark.parametrize("size", SIZES)
async def test_ascii_draws_only_ascii(size: tuple[int, int]) -> None:
    app = plan_app(today=SUNDAY)
    app.glyphs = ASCII
    async with app.run_test(size=size) as pilot:
        shown = await settle(pilot)
        assert shown.isascii(), [sign for sign in shown if not sign.isascii()]


@pytest.mark.parametrize("size", SIZES)
async def test_without_a_plan_it_says_what_to_do(size: tuple[int, int]) -> None:
    app = plan_app(fill=lambda store: None)
    async with app.run_test(size=size) as pilot:
        shown = await settle(pilot)
        assert "No programme in hand" in shown
        assert shown_keys(app) & {"shelf", "new", "skip", "end", "edit"} == {"shelf", "new"}


async def test_arrows_and_letters_move_the_cursor() -> None:
    app = plan_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert app.plan.cursor == WED
        await settle(pilot, "right", "l", "left", "h", "down", "j", "up")
        assert app.plan.cursor == WED + timedelta(days=7)
        shown = await settle(pilot, "j", "j", "j", "j")
        assert "round 2" in shown
        await settle(pilot, "full_stop")
        assert app.plan.cursor == WED


async def test_shifting_moves_the_session_says_what_the_rules_think_and_is_undone() -> None:
    app = plan_app(fill=lambda store: add_plan(store), today=MONDAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        shown = await settle(pilot, "L")
        assert app.plan.cursor == MONDAY + timedelta(days=1)
        assert "moved from Mon 23 Nov" in shown
        assert "moved 1" in shown
        assert "Moved Lower to Tue 24 Nov" in told(app)
        await settle(pilot, "shift+left")
        assert reads_plan.plan_changes(app.store, "plan") == ()
        await settle(pilot, "J")
        assert app.plan.cursor == MONDAY + timedelta(days=7)
        await settle(pilot, "u")
        assert reads_plan.plan_changes(app.store, "plan") == ()


async def test_heavy_legs_beside_sprints_are_told_at_once() -> None:
    heavy = PLAN.replace("back squat 3x5 80kg rest 3m", "back squat 5x5 80kg rest 3m")
    app = plan_app(fill=lambda store: add_plan(store, text=heavy), today=MONDAY)
    async with app.run_test(size=(120, 40)) as pilot:
        shown = await settle(pilot)
        assert "No sprints beside heavy" not in shown
        asked = await settle(pilot, "L")
        assert "type keep" in asked
        # Nothing is written until the word is typed: a lost terminal leaves the plan as it was.
        assert reads_plan.plan_changes(app.store, "plan") == ()
        asked = await settle(pilot, "y", "enter")
        assert "esc to leave it where it is" in asked
        await settle(pilot, "escape")
        assert reads_plan.plan_changes(app.store, "plan") == ()
        assert app.plan.cursor == MONDAY
        assert "Took back" not in told(app)
        shown = await settle(pilot, "L", *"keep", "enter")
        assert app.plan.cursor == MONDAY + timedelta(days=1)
        assert "No sprints beside heavy" in shown
        assert "move Wed to Thu   on Wed: L" in shown
        assert "Moved Lower to Tue 24 Nov" in told(app)
        assert len(reads_plan.plan_changes(app.store, "plan")) == 1
        assert "! " in shown


async def test_a_missed_session_goes_to_today_and_is_never_put_in_the_past() -> None:
    app = plan_app(today=SUNDAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "left", "left")
        assert app.plan.cells[0].title == "Easy"
        await settle(pilot, "H")
        assert "passed" in told(app)
        await settle(pilot, "L")
        assert app.plan.cursor == SUNDAY


async def test_a_skip_asks_why_and_again_asks_for_it() -> None:
    app = plan_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "right", "right")
        assert "why?" in await settle(pilot, "x")
        shown = await settle(pilot, "v")
        assert "skipped · travel" in shown
        assert "x ask again" in shown
        assert "skipped" not in (await settle(pilot, "x")).replace("Skipped", "")


async def test_pause_and_go_on() -> None:
    app = plan_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "p", "enter")
        shown = await settle(pilot, "t")
        assert "paused since Wed 25 Nov" in shown
        assert "p go on" in shown
        await settle(pilot, "p")
        shown = await settle(pilot, "enter")
        assert "paused" not in shown


async def test_a_wrong_day_stays_in_the_line() -> None:
    app = plan_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "p", "ctrl+u", *"soon")
        shown = await settle(pilot, "enter")
        assert "write a day" in shown
        await settle(pilot, "escape")
        assert app.plan.view is not None
        assert app.plan.view.paused_since is None


async def test_repeat_and_end() -> None:
    app = plan_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "r")
        assert app.plan.view is not None
        assert [week.of_round for week in app.plan.view.weeks] == [1, 1, 2, 3, 4]
        assert "End Winter Legs?" in await settle(pilot, "X")
        await settle(pilot, "n")
        assert app.plan.view is not None
        await settle(pilot, "X")
        assert "No programme in hand" in await settle(pilot, "y")
        assert "Winter Legs" in await settle(pilot, "u")


async def test_the_shelf_shows_profiles_and_starts_one() -> None:
    app = plan_app(fill=lambda store: None)
    async with app.run_test(size=(120, 40)) as pilot:
        shown = await settle(pilot, "a")
        assert isinstance(app.screen, ShelfDialog)
        for said in ("sprint seconds", "hard sets", "needs", "quads", "beginner"):
            assert said in shown
        await settle(pilot, "j", "j", "enter")
        await settle(pilot, "t")
        assert "begins today" in told(app)
        view = planning.plan(app.store, LIBRARY, moment_on(WED))
        assert view is not None
        assert view.weeks[0].on(WED) != ()


async def test_start_on_a_typed_day() -> None:
    app = plan_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "s", "d", *"2026-12-07")
        await settle(pilot, "enter")
        row = reads_plan.programme(app.store)
        assert row is not None
        assert (row.start_day.isoformat(), row.id != "plan") == ("2026-12-07", True)


async def test_deload_and_word_weeks_only_where_there_are_some() -> None:
    app = plan_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert not shown_keys(app) & {"deload", "word"}

    def fill(store: Store) -> None:
        text = PLAN.replace("weeks: 4, then", "weeks: 4, deload 4 -40%, then")
        add_plan(store, text=text + "\n## week race fri  Race\neasy run: 10m @easy\n")

    app = plan_app(fill=fill, today=MONDAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert shown_keys(app) >= {"deload"}
        assert "deload" in await settle(pilot, "d")
        assert app.plan.view is not None
        assert [week.of_round for week in app.plan.view.weeks] == [4]
        await settle(pilot, "d", "down", "w", "1")
        assert app.plan.view.weeks[1].word == "race"


async def test_a_day_is_read_line_by_line() -> None:
    app = plan_app()
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await settle(pilot, "enter")
        assert isinstance(app.screen, DayDialog)
        assert "Hill sprint" in shown
        await settle(pilot, "escape")
        assert not app.screen.is_modal


def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *changes: tuple[str, str]) -> None:
    """An editor that makes one change at each call."""
    script, count = tmp_path / "editor.py", tmp_path / "count"
    count.write_text("0")
    script.write_text(
        "import sys, pathlib\n"
        f"changes = {list(changes)!r}\n"
        f"count = pathlib.Path({str(count)!r})\n"
        "n = int(count.read_text()); count.write_text(str(n + 1))\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "file.write_text(file.read_text().replace(*changes[n]))\n"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    monkeypatch.setattr(PlanApp, "suspend", lambda self: nullcontext())


async def test_a_text_with_mistakes_comes_back_and_the_old_plan_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, ("80kg", "80kgs"), ("80kgs", "85kg"))
    app = plan_app()
    async with app.run_test(size=(120, 40)) as pilot:
        shown = await settle(pilot, "e")
        assert isinstance(app.screen, MistakesDialog)
        assert "line 7, column" in shown
        assert "^" in shown
        assert "stays as it was" in shown
        row = reads_plan.programme(app.store)
        assert row is not None
        assert row.text == PLAN
        await settle(pilot, "e")
        assert "new text" in told(app)
        row = reads_plan.programme(app.store)
        assert row is not None
        assert "85kg" in row.text


async def test_a_new_programme_begins_from_the_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, ("# My plan", "# Sea [red]legs"))
    app = plan_app(fill=lambda store: None)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "n")
        shown = await settle(pilot, "m")
        monkeypatch.setenv("VISUAL", "true")
        assert "Start when?" not in await settle(pilot, "n")
        assert "no programme begins" in told(app)
        assert "Sea [red]legs" in shown


async def test_without_an_editor_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    app = plan_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot, "e")
        assert "editor" in told(app).casefold()


async def test_a_click_chooses_a_day() -> None:
    app = plan_app()
    async with app.run_test(size=(120, 40)) as pilot:
        lines = (await settle(pilot)).splitlines()
        row = next(number for number, line in enumerate(lines) if "30 Nov" in line)
        column = next(line for line in lines if " Wed " in line and "Thu" in line).index("Wed")
        await pilot.click(offset=(column + 1, row))
        await settle(pilot)
        assert app.plan.cursor == WED + timedelta(days=7)


async def test_hostile_text_is_shown_as_text() -> None:
    text = PLAN.replace("Hills and upper", "Hills [/red] [b]bold")
    app = plan_app(fill=lambda store: add_plan(store, text=text), today=WED)
    for size in SIZES:
        app = plan_app(fill=lambda store: add_plan(store, text=text), today=WED)
        async with app.run_test(size=size) as pilot:
            assert "[/red]" in await settle(pilot)
            assert "[/red]" in await settle(pilot, "enter")


async def test_a_plan_whose_text_went_bad_can_still_be_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, monkeypatch, ("nonsense", "back squat"))
    app = plan_app(fill=lambda store: add_plan(store, text="# Broken\n## mon\nnonsense 3x5 80kg\n"))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await settle(pilot)
        assert "cannot be read" in shown
        assert "line 3" in shown
        shown = await settle(pilot, "e")
        assert "lower" in shown


async def test_one_question_a_change() -> None:
    app = plan_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.calls.asked.clear()
        await settle(pilot, "right", "right", "down", "up")
        assert app.calls.asked == []
        await settle(pilot, "L")
        assert app.calls.asked == ["move_within_rules", "plan"]


def test_a_row_of_another_programme_is_no_part_of_it() -> None:
    """Keys of plans hold the programme's id: an older plan's sessions never mark a newer one."""
    app = plan_app()
    programmes.adopt(app.store, LIBRARY, moment_on(WED), PLAN, MONDAY)
    view = planning.plan(app.store, LIBRARY, moment_on(WED))
    assert view is not None
    assert all(cell.session_id is None for week in view.weeks for cell in week.cells)
    assert key(1).startswith("plan/")
