"""A past session in its dialog: read, corrected, moved, copied, deleted, brought back."""

from __future__ import annotations

from datetime import timedelta

from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.store import reads_sessions
from hybrid_tui.store.database import Store
from hybrid_tui.tui.widgets.ask import AskText, Choose
from hybrid_tui.tui.widgets.line_input import PlainLine
from hybrid_tui.tui.widgets.week_session import SessionDialog
from tests.coach.diary import MONDAY, SUNDAY, add_session, add_week
from tests.domain.sessions import easy, sets
from tests.tui.history_app import HistoryApp, history_app
from tests.tui.test_history import settle

WEDNESDAY = MONDAY + timedelta(days=2)
TO_WEDNESDAY = ("left", "left", "left", "left")


def stored(app: HistoryApp, identifier: str = "wed") -> SessionRecord:
    """The session as it is in the file."""
    found = reads_sessions.session(app.store, identifier)
    assert found is not None
    return found


def dialog(app: HistoryApp) -> SessionDialog:
    """The dialog in view."""
    assert isinstance(app.screen, SessionDialog)
    return app.screen


async def test_a_session_is_read_with_every_set_and_step() -> None:
    app = history_app()
    async with app.run_test(size=(120, 60)) as pilot:
        shown = await settle(pilot, *TO_WEDNESDAY, "enter")
        assert "Hills [/red]" in shown
        assert "[b]bold" in shown
        assert "\x1b" not in shown
        assert "Wed 25 Nov 2026 · done · 20:00" in shown
        assert "75 min   effort 6   load 450" in shown
        assert shown.count("walk back") == 7
        assert shown.count("0:12") == 8
        assert shown.count("6 × 60 kg") == 4
        assert "8 of 8" in shown


async def test_it_fits_a_phone_and_scrolls() -> None:
    app = history_app()
    async with app.run_test(size=(50, 20)) as pilot:
        await settle(pilot, *TO_WEDNESDAY, "enter")
        shown = await settle(pilot, "end")
        assert "6 × 60 kg" in shown
        assert dialog(app).lines.here.kind == "set"
        assert "esc close" in shown
        await settle(pilot, "home")
        assert dialog(app).lines.here.kind == "session"


async def test_a_set_is_corrected_in_one_line() -> None:
    app = history_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot, *TO_WEDNESDAY, "enter", *["j"] * 40, "e")
        assert isinstance(app.screen, AskText)
        assert "x6@8" in app.screen.query_one(PlainLine).value
        shown = await settle(pilot, *"62.5xx", "enter")
        assert app.screen.query_one(PlainLine).value == "62.5xx", (
            "the first letter takes the place of the old"
        )
        assert "^" in shown
        app.screen.query_one(PlainLine).value = "62.5x5@9"
        shown = await settle(pilot, "enter")
        assert "5 × 62.5 kg" in shown
        done = stored(app).blocks[1].sets[3]
        assert (done.reps, done.load, done.rpe) == (5, "62.5kg", 9)
        await settle(pilot, "escape", "u")
        assert stored(app).blocks[1].sets[3].reps == 6


async def test_effort_length_and_note_are_changed() -> None:
    app = history_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot, *TO_WEDNESDAY, "enter", "e")
        assert isinstance(app.screen, Choose)
        shown = await settle(pilot, "e", "8")
        assert "load 600" in shown
        assert stored(app).rpe == 8
        await settle(pilot, "e", "m")
        app.screen.query_one(PlainLine).value = "70"
        assert "70 min" in await settle(pilot, "enter")
        await settle(pilot, "e", "n")
        app.screen.query_one(PlainLine).value = "wet [/] hill"
        assert "wet [/] hill" in await settle(pilot, "enter")
        await settle(pilot, "escape")
        assert "560" in await settle(pilot)


async def test_a_block_gets_a_note() -> None:
    app = history_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot, *TO_WEDNESDAY, "enter", "j", "n")
        app.screen.query_one(PlainLine).value = "left knee"
        assert "left knee" in await settle(pilot, "enter")
        assert stored(app).blocks[0].note == "left knee"


async def test_a_step_is_corrected_and_never_deleted() -> None:
    app = history_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot, *TO_WEDNESDAY, "enter", "j", "j")
        assert dialog(app).lines.here.kind == "step"
        await settle(pilot, "delete")
        assert isinstance(app.screen, SessionDialog)
        assert stored(app).status is SessionStatus.DONE
        await settle(pilot, "e")
        assert isinstance(app.screen, AskText)


async def test_it_moves_to_another_day_and_not_ahead() -> None:
    app = history_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot, *TO_WEDNESDAY, "enter", "M")
        app.screen.query_one(PlainLine).value = "+9"
        assert "to come" in await settle(pilot, "enter")
        app.screen.query_one(PlainLine).value = "thu"
        await settle(pilot, "enter")
        assert app.screen is app.history
        assert stored(app).day == WEDNESDAY + timedelta(days=1)
        await settle(pilot, "u")
        assert stored(app).day == WEDNESDAY


async def test_it_is_copied_to_today_as_a_free_session() -> None:
    app = history_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot, *TO_WEDNESDAY, "enter", "C")
        today = reads_sessions.sessions_between(app.store, SUNDAY, SUNDAY)
        assert [(each.status, each.plan_key) for each in today] == [(SessionStatus.OPEN, None)]
        assert app.screen is app.history


async def test_it_is_deleted_and_brought_back() -> None:
    app = history_app()
    async with app.run_test(size=(100, 40)) as pilot:
        before = reads_sessions.session(app.store, "wed")
        await settle(pilot, *TO_WEDNESDAY, "enter", "delete")
        assert reads_sessions.session(app.store, "wed") is None
        assert app.screen is app.history
        await settle(pilot, "u")
        assert reads_sessions.session(app.store, "wed") == before


async def test_a_set_is_taken_out() -> None:
    app = history_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot, *TO_WEDNESDAY, "enter", *["j"] * 40, "delete")
        assert len(stored(app).blocks[1].sets) == 3
        assert isinstance(app.screen, SessionDialog)


async def test_a_planned_session_is_read_and_moved() -> None:
    app = history_app()
    async with app.run_test(size=(100, 40)) as pilot:
        shown = await settle(pilot, "left", "left", "enter")
        assert "planned" in shown
        assert "about 35 min" in shown
        assert "C copy" not in shown
        assert "e edit" not in shown
        await settle(pilot, "M")
        app.screen.query_one(PlainLine).value = "sun"
        await settle(pilot, "enter")
        assert app.history.view is not None
        assert [session.name for session in app.history.view.week.days[6].sessions] == ["Easy"]


async def test_of_two_sessions_the_row_or_the_person_decides() -> None:
    def fill(store: Store) -> None:
        add_week(store)
        add_session(store, "am", SUNDAY, easy(30), name="Morning run")
        add_session(store, "pm", SUNDAY, sets("back_squat", 5), name="Evening squats")

    app = history_app(fill=fill)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot, "enter")
        assert dialog(app).session.record.id == "am"
        await settle(pilot, "escape", "down", "enter")
        assert dialog(app).session.record.id == "pm"
        shown = await settle(pilot, "escape", "down", "down", "enter")
        assert "Morning run" in shown
        await settle(pilot, "2")
        assert dialog(app).session.record.id == "pm"


async def test_a_set_is_noted_called_a_drop_moved_and_one_more_is_added() -> None:
    app = history_app()
    async with app.run_test(size=(100, 60)) as pilot:
        await settle(pilot, *TO_WEDNESDAY, "enter", *["j"] * 18)
        assert dialog(app).lines.here.row is not None
        first = stored(app).blocks[1].sets[0].id
        await settle(pilot, "n", *"elbow", "enter")
        shown = await settle(pilot, "r", "d")
        assert "drop  elbow" in shown
        await settle(pilot, "J")
        assert [each.id for each in stored(app).blocks[1].sets].index(first) == 1
        here = dialog(app).lines.here.row
        assert here is not None
        assert here.done is not None
        assert here.done.id == first
        await settle(pilot, "a", "5", "enter", "A", *"plank", "space", *"45s", "enter")
        assert [each.name for each in stored(app).blocks] == ["Hill sprint", "Bench press", "Plank"]
        assert len(stored(app).blocks[1].sets) == 5
        shown = await settle(pilot, "u")
        assert "Plank" not in shown
        assert len(stored(app).blocks) == 2
        await settle(pilot, *["k"] * 40, "e", "w")
        app.screen.query_one(PlainLine).value = "18:30-19:40"
        assert "18:30-19:40" in await settle(pilot, "enter")
        assert stored(app).minutes == 70
