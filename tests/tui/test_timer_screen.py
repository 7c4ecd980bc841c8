from __future__ import annotations

import pytest

from hybrid_tui.domain.set_record import BlockStatus
from hybrid_tui.domain.timer_run import FactKind
from hybrid_tui.store import reads_plan, reads_sessions, reads_timer
from hybrid_tui.tui.screens.timer_keys import standing
from hybrid_tui.tui.screens.timer_picture import view_of
from hybrid_tui.tui.widgets.digits import BigDigits
from hybrid_tui.tui.widgets.line_input import PlainLine
from hybrid_tui.tui.widgets.preset_list import PresetList
from hybrid_tui.tui.widgets.timer_view import TimerView
from tests.coach.evening import Evening
from tests.tui.timer_app import BY_TIME, HILLS, TimerApp, begin, passes, press, settle


def view(app: TimerApp) -> TimerView:
    """What the face shows."""
    found = view_of(app.owner, standing(app.owner), app.glyphs, chosen=app.face.chosen)
    assert found is not None
    return found


def facts(app: TimerApp) -> list[str]:
    """The kinds of the facts that are stored for the run in hand."""
    running = reads_timer.running_timer(app.hand.store)
    return [] if running is None else [fact.kind for fact in running.facts]


async def test_the_list_offers_the_session_first_and_enter_runs_it() -> None:
    evening = Evening()
    evening.follow()
    app = TimerApp(evening.clock, evening.store)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(app, pilot)
        assert "From today's session" in app.text
        assert "Ready-made" in app.text
        await press(app, pilot, "j", "enter")
        assert view(app).word == "get ready"
        assert "─" not in app.text.split("\n")[-2]
        await press(app, pilot, "f", "escape")
        assert "─" not in app.text.split("\n")[-2], "the keys have no hairline, also after a dialog"
        await passes(app, pilot, 10)
        assert (view(app).word, view(app).count) == ("hill sprint", (1, 3))
        assert reads_sessions.open_session(app.hand.store) is not None


async def test_the_digits_have_the_shape_of_the_step_in_hand_at_once() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot, "stair run: 3x(20s @8 stairs / 2m walk down)")
        digits = app.face.query_one(BigDigits)
        for shown in ("2:00", "20", "2:00", "20"):
            await passes(app, pilot, 1.3)
            await press(app, pilot, "right")
            assert digits.text == shown
            assert sum(bool(sign.region.width) for sign in digits.signs) == len(shown)


async def test_a_run_of_the_sessions_block_ticks_it() -> None:
    evening = Evening()
    evening.follow()
    app = TimerApp(evening.clock, evening.store)
    async with app.run_test(size=(120, 40)) as pilot:
        sheet = evening.sheet()
        block = evening.block("Hill sprint")
        app.open_timer(plan_key=sheet.plan_key, session_id=None, block=block.position)
        await settle(app, pilot)
        assert "space starts" in app.text
        await press(app, pilot, "space")
        await passes(app, pilot, 10 + 3 * 8 + 2 * 60)
        assert (view(app).word, view(app).count) == ("done", (3, 3))
        assert evening.block("Hill sprint").status is BlockStatus.DONE
        assert "24 s of sprints" in app.text
        await press(app, pilot, "enter")
        assert app.current_mode == "today"
        assert app.owner.ended is None


async def test_work_fills_the_screen_and_counts_down() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await passes(app, pilot, 5)
        assert app.face.query_one(BigDigits).text == "07"
        assert app.face.has_class("-work")
        assert "HILL SPRINT   1 of 3" in app.text
        assert "↑ 12 s @9 · hill 8 %" in app.text
        assert "next walk back, about 2:00" in app.text
        assert "0:05 done" in app.text
        assert app.keys.strip().startswith("space pause")


async def test_an_open_recovery_counts_up_and_enter_ends_it() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await passes(app, pilot, 12 + 84)
        assert app.face.query_one(BigDigits).text == "1:24"
        assert (view(app).phase, view(app).count) == ("recover", (1, 2))
        assert "enter at the bottom   next hill sprint 2 of 3" in app.text
        assert app.keys.strip().startswith("enter done, next")
        await press(app, pilot, "enter")
        assert (view(app).phase, view(app).count) == ("work", (2, 3))
        assert facts(app) == [FactKind.STARTED, FactKind.LAPPED]


async def test_pause_stops_the_clock_and_the_pulse() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await passes(app, pilot, 5)
        await press(app, pilot, "space")
        assert (view(app).word, view(app).phase, view(app).seconds) == ("paused", "held", 7)
        assert app.pulse.silent
        assert not app.owner.runs()
        await passes(app, pilot, 300)
        assert view(app).seconds == 7
        await press(app, pilot, "space")
        await passes(app, pilot, 2)
        assert (view(app).word, view(app).seconds) == ("hill sprint", 5)


async def test_skip_back_and_ten_seconds() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await press(app, pilot, "right")
        assert view(app).word == "walk back"
        await press(app, pilot, "left")
        assert view(app).word == "hill sprint"
        await press(app, pilot, "plus")
        assert view(app).seconds == 22
        await press(app, pilot, "minus", "minus")
        assert view(app).seconds == 2
        assert facts(app)[1:] == [FactKind.SKIPPED, FactKind.WENT_BACK] + [FactKind.ADJUSTED] * 3


async def test_a_step_is_chosen_and_jumped_to() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        assert not app.face.check_action("jump", ())
        await press(app, pilot, "j", "j", "k", "j")
        assert "g jumps to hill sprint 2 of 3" in app.text
        await press(app, pilot, "escape")
        assert app.face.chosen is None
        assert app.owner.on
        await press(app, pilot, "j", "j", "g")
        assert view(app).count == (2, 3)


async def test_locked_only_three_keys_answer() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await press(app, pilot, "L")
        assert app.keys.split() == ["space", "pause", "enter", "lap", "L", "unlock"]
        await press(app, pilot, "1", "right", "f", "q", "escape", "colon", "plus", "m", "S", "question_mark")
        assert app.screen is app.face
        assert facts(app) == [FactKind.STARTED]
        await press(app, pilot, "enter", "space")
        assert facts(app) == [FactKind.STARTED, FactKind.LAPPED, FactKind.PAUSED]
        await press(app, pilot, "L", "right")
        assert view(app).details[0] == "walk back"


async def test_finished_early_it_keeps_what_was_done() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await passes(app, pilot, 12 + 30)
        await press(app, pilot, "f")
        await passes(app, pilot, 20)
        assert "1 of 3" in app.text
        await press(app, pilot, "enter")  # «go on» is marked
        assert app.owner.on
        await press(app, pilot, "f", "s")
        assert (view(app).word, view(app).count) == ("stored", (1, 3))
        (record,) = reads_sessions.sessions_between(app.hand.store, app.clock.today(), app.clock.today())
        assert [round(each.seconds or 0) for each in record.blocks[0].intervals] == [12, 50]
        assert record.blocks[0].status is BlockStatus.PARTIAL


async def test_what_is_kept_ends_where_the_key_was_pressed() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await passes(app, pilot, 12 + 30)
        await press(app, pilot, "f")
        await passes(app, pilot, 45)
        await press(app, pilot, "s")
        (record,) = reads_sessions.sessions_between(app.hand.store, app.clock.today(), app.clock.today())
        assert [round(each.seconds or 0) for each in record.blocks[0].intervals] == [12, 30]


async def test_put_away_it_leaves_nothing() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await passes(app, pilot, 3)
        await press(app, pilot, "f", "p")
        assert not app.owner.on
        assert reads_timer.running_timer(app.hand.store) is None
        assert reads_sessions.sessions_between(app.hand.store, app.clock.today(), app.clock.today()) == ()


async def test_a_mere_rest_is_no_session() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot, "rest: 30s rest")
        assert view(app).phase == "recover"
        await passes(app, pilot, 30)
        assert app.owner.ended is not None
        assert reads_sessions.sessions_between(app.hand.store, app.clock.today(), app.clock.today()) == ()


async def test_esc_leaves_it_running_with_its_line_at_the_foot() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await press(app, pilot, "escape")
        assert app.current_mode == "today"
        assert app.owner.runs()
        await passes(app, pilot, 5)
        assert "Hill sprint 1/3   0:07" in app.text
        await press(app, pilot, "plus")  # works from every screen
        assert "0:17" in app.text
        await press(app, pilot, "2")
        assert app.face.query_one(BigDigits).text == "17"


async def test_a_running_timer_is_asked_about_before_leaving() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await press(app, pilot, "q")
        assert "Leave while the timer runs?" in app.text
        await press(app, pilot, "n")


async def test_starting_ends_the_rest() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(app, pilot)
        app.rest.begin(90, "bench press")
        await begin(app, pilot)
        assert app.rest.running is None


async def test_the_line_is_kept_under_a_name_and_taken_away() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await press(app, pilot, "S")
        for key in ("end", *["backspace"] * 11, *"mine", "enter"):
            await pilot.press(key)
        await settle(app, pilot)
        (own,) = reads_plan.own_timers(app.hand.store)
        assert (own.name, own.line) == ("mine", HILLS)
        await press(app, pilot, "f", "p")
        await settle(app, pilot)
        assert "Your own" in app.text
        await press(app, pilot, "home", "delete")
        assert reads_plan.own_timers(app.hand.store) == ()


async def test_cues_are_switched_and_stored() -> None:
    app = TimerApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot)
        await press(app, pilot, "m", "b", "p", "f")
        assert app.kept == {"cue_bell": False, "cue_speech": True, "cue_flash": True}
        await press(app, pilot, "p", "escape")
        assert "sound off" in app.keys


async def test_a_line_is_typed_with_its_profile_and_its_error() -> None:
    app = TimerApp()
    async with app.run_test(size=(100, 30)) as pilot:

        async def typed(line: str) -> None:
            app.screen.query_one(PlainLine).value = line
            await settle(app, pilot)

        await settle(app, pilot)
        await press(app, pilot, "slash")
        assert "12 s" not in app.text, "nothing typed, nothing drawn"
        assert "enter run" in app.keys
        await typed("4x(3m @8 / 90s jog")
        assert "7 steps" in app.text, "an open bracket is drawn as if it were closed"
        await typed("4x(q ")
        assert "steps" not in app.text, "what was drawn was another line"
        await typed("4x(3m @8 / 90s jog)")
        assert "7 steps · 4 of work · 10 s to get ready" in app.text
        assert "16:30" in app.text
        await typed("4x(3m @8 / 90s jog) + 5q")
        lines = app.text.split("\n")
        row = next(n for n, line in enumerate(lines) if "+ 5q" in line)
        assert lines[row + 1].index("^") == lines[row].index("5q")
        await press(app, pilot, "enter")
        assert not app.owner.on
        await press(app, pilot, "end", *["backspace"] * 5, "enter")
        assert app.owner.on


@pytest.mark.parametrize("size", [(50, 20), (80, 24), (120, 40)])
async def test_everything_fits(size: tuple[int, int]) -> None:
    app = TimerApp()
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        assert "15:36" in app.text
        await begin(app, pilot)
        await passes(app, pilot, 12 + 84)
        assert "2 of 3" in app.text or "hill sprint 2" in app.text
        assert "left" in app.text
        assert "enter done, next" in app.keys
        assert "? keys" in app.keys
        digits = app.face.query_one(BigDigits)
        assert digits.signs[0].box is not None
        assert digits.signs[0].box.rows >= 11


async def test_what_ran_last_is_offered_again() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot, BY_TIME)
        await passes(app, pilot, 3 * 8 + 2 * 60)
        await press(app, pilot, "1", "2")
        assert app.owner.ended is None
        assert "Last run" in app.text
        assert app.face.query_one(PresetList).choices[0].text == "hill sprint: 3x(8s @9 hill 8% / 1m walk)"


async def test_a_rest_day_is_asked_about_once_before_a_run_starts() -> None:
    evening = Evening()
    evening.follow()
    evening.clock.advance(86_400)
    app = TimerApp(evening.clock, evening.store)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(app, pilot)
        await press(app, pilot, "enter")
        assert "A rest day is planned. Train anyway?" in app.text
        assert reads_timer.running_timer(app.hand.store) is None
        await press(app, pilot, "escape", "enter")
        assert "A rest day is planned" in app.text, "closed without an answer it is not answered"
        await press(app, pilot, "y")
        assert view(app).word == "get ready"
        await press(app, pilot, "f", "d")
        assert not app.face.asks_rest
