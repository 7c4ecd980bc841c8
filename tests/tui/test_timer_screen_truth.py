"""The timer is right whatever happens: late looks, gaps, kills, a file that refuses."""

from __future__ import annotations

import asyncio

from hybrid_tui.domain.set_record import BlockStatus, SessionStatus
from hybrid_tui.domain.timer_run import FactKind
from hybrid_tui.store import reads_sessions, reads_timer, writes
from hybrid_tui.store.rows import TimerRun
from hybrid_tui.tui.screens.timer_keys import Standing, standing
from hybrid_tui.tui.timer_entrances import take_up
from hybrid_tui.tui.widgets.digits import BigDigits
from tests.tui.test_timer_screen import view
from tests.tui.timer_app import BY_TIME, HILLS, TimerApp, begin, passes, press, settle


async def killed(line: str, seconds: float) -> TimerApp:
    """An app that ran `line` for so long after its get-ready and then was gone."""
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot, line)
        await passes(app, pilot, seconds)
    return app


async def test_after_a_kill_it_stands_held_and_enter_goes_on_from_there() -> None:
    before = await killed(HILLS, 7)
    before.clock.advance(48)
    app = TimerApp(before.clock, before.hand.store)
    async with app.run_test(size=(100, 30)) as pilot:
        assert await take_up(app)
        await settle(app, pilot)
        assert standing(app.owner) is Standing.HELD
        # The last note of where it stood is less than five seconds old.
        assert view(app).word in ("away 0:48", "away 0:50", "away 0:52")
        left = view(app).seconds
        assert 5 <= left <= 10
        assert "enter from where it stopped" in app.text
        await press(app, pilot, "enter")
        assert (view(app).word, view(app).seconds) == ("hill sprint", left)
        await passes(app, pilot, 1)
        assert view(app).seconds == left - 1


async def test_n_counts_what_passed_meanwhile() -> None:
    before = await killed(BY_TIME, 5)
    before.clock.advance(48)
    app = TimerApp(before.clock, before.hand.store)
    async with app.run_test(size=(80, 24)) as pilot:
        assert await take_up(app)
        await settle(app, pilot)
        assert "n from now: walk 1 of 2, 0:15" in app.text
        await passes(app, pilot, 10)
        assert "n from now: walk 1 of 2, 0:05" in app.text
        assert reads_timer.running_timer(app.hand.store) is not None
        await press(app, pilot, "n")
        assert (view(app).word, view(app).seconds) == ("walk", 5)
        await passes(app, pilot, 5 + 8 + 60 + 8)
        (record,) = reads_sessions.sessions_between(app.hand.store, app.clock.today(), app.clock.today())
        assert record.blocks[0].status is BlockStatus.DONE
        assert [round(each.seconds or 0) for each in record.blocks[0].intervals] == [8, 60, 8, 60, 8]


async def test_a_paused_run_stands_paused_after_a_kill_and_a_new_boot() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await passes(app, pilot, 5)
        await press(app, pilot, "space")
    app.clock.reboot()
    again = TimerApp(app.clock, app.hand.store)
    async with again.run_test(size=(80, 24)) as pilot:
        assert await take_up(again)
        await settle(again, pilot)
        assert (view(again).word, view(again).seconds) == ("paused", 7)
        await press(again, pilot, "space")
        await passes(again, pilot, 2)
        assert view(again).seconds == 5


async def test_a_run_that_ended_unrecorded_is_recorded_at_the_next_start() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot, "flat sprint: 2x(8s / 10s walk)")
        await passes(app, pilot, 24)
        app.hand.refuses = True
        await passes(app, pilot, 2)
        assert standing(app.owner) is Standing.UNSAVED
        assert "Not stored yet" in app.text
        app.hand.refuses = False
        await press(app, pilot, "enter")
        assert view(app).word == "done"


async def test_a_run_that_cannot_be_read_is_kept_as_far_as_it_is_known() -> None:
    before = await killed(BY_TIME, 6)
    store = before.hand.store
    open_run = reads_timer.running_timer(store)
    assert open_run is not None
    with store.write("a later version", undoable=False) as writer:
        writes.change(writer, TimerRun, open_run.run.id, line="hills: 3y{8s}")
    app = TimerApp(before.clock, store)
    async with app.run_test(size=(80, 24)) as pilot:
        assert not await take_up(app)
        await settle(app, pilot)
        assert "its line cannot be read" in app.text
        await press(app, pilot, "enter")  # «leave it open» is marked: nothing ends by accident
        assert reads_timer.running_timer(store) is not None
        assert not await take_up(app)
        await settle(app, pilot)
        await press(app, pilot, "s")
        assert reads_timer.running_timer(store) is None
        (record,) = reads_sessions.sessions_between(store, app.clock.today(), app.clock.today())
        assert record.status is SessionStatus.PARTIAL


async def test_without_a_run_there_is_nothing_to_take_up() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        assert not await take_up(app)
        assert await take_up(app, HILLS)
        await settle(app, pilot)
        assert "space starts" in app.text


async def test_a_line_that_is_none_is_said_with_its_place() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        assert not await take_up(app, "8x(12q)")
        await settle(app, pilot)
        assert any("column 4" in note.message for note in app._notifications)


async def test_late_looks_lose_nothing() -> None:
    """Looks every 1.9 s: each step is as long as it is written, each boundary sounds once."""
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(app, pilot)
        app.owner.load(BY_TIME)
        await press(app, pilot, "space")
        await passes(app, pilot, 10 + 3 * 8 + 2 * 60 + 1, step=1.9)
        (record,) = reads_sessions.sessions_between(app.hand.store, app.clock.today(), app.clock.today())
        assert [each.seconds for each in record.blocks[0].intervals] == [8, 60, 8, 60, 8]


async def test_each_cue_sounds_once_with_steady_looks() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(app, pilot)
        app.owner.load("flat sprint: 2x(8s / 10s walk)")
        await press(app, pilot, "space")
        await passes(app, pilot, 10 + 8 + 10 + 8, step=0.25)
        # ready; 3 2 1 go; 3 2 1 walk; 3 2 1 go; 3 2 1 done
        assert app.bells == 1 + 4 * 4


async def test_a_gap_in_a_living_app_is_asked_about() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await passes(app, pilot, 3)
        heard = app.bells
        app.clock.advance(48)
        app.pulse.look()
        await settle(app, pilot)
        assert view(app).word == "away 0:48"
        assert view(app).seconds == 9
        assert app.bells == heard
        await press(app, pilot, "n")
        assert (view(app).word, view(app).seconds) == ("walk back", 39)
        app.clock.advance(48)
        app.pulse.look()
        await press(app, pilot, "enter")
        assert (view(app).word, view(app).seconds) == ("walk back", 39)


async def test_steps_of_the_wall_clock_change_nothing() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        app.clock.wall_us += 3600 * 1_000_000
        await passes(app, pilot, 5)
        assert view(app).seconds == 7
        app.clock.wall_us -= 7200 * 1_000_000
        await passes(app, pilot, 2)
        assert view(app).seconds == 5


async def test_heartbeats_are_five_seconds_apart_and_boundaries_are_noted() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot, "easy run: 10m @easy")
        app.hand.verbs.clear()
        await passes(app, pilot, 60)
        assert 11 <= app.hand.verbs.count("beat") <= 13
        running = reads_timer.running_timer(app.hand.store)
        assert running is not None
        assert running.heartbeat is not None
        assert app.clock.since_boot_us - running.heartbeat.boot_us <= 5_000_000


async def test_a_refusing_file_is_said_and_caught_up_with() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        app.hand.refuses = True
        await press(app, pilot, "right")
        assert view(app).word == "walk back"
        assert "Not stored yet: The training file is locked." in app.text
        app.hand.refuses = False
        await press(app, pilot, "space")
        running = reads_timer.running_timer(app.hand.store)
        assert running is not None
        assert [fact.kind for fact in running.facts] == [FactKind.STARTED, FactKind.SKIPPED, FactKind.PAUSED]
        assert [fact.seq for fact in running.facts] == [0, 1, 2]
        assert "Not stored yet" not in app.text


async def test_two_quick_presses_of_space_pause_and_go_on() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        await pilot.press("space", "space")
        await settle(app, pilot)
        running = reads_timer.running_timer(app.hand.store)
        assert running is not None
        assert [fact.kind for fact in running.facts][1:] == [FactKind.PAUSED, FactKind.RESUMED]
        assert app.owner.runs()


async def test_a_slow_file_holds_up_no_key() -> None:
    app = TimerApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(app, pilot)
        ready, call = asyncio.Event(), app.hand.call

        async def slow(fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
            await ready.wait()
            return await call(fn, *args, **kwargs)

        app.hand.call = slow  # type: ignore[method-assign]
        await pilot.press("right")
        while not app.owner.keeper.waiting:
            await pilot.pause(0.05)
        await pilot.pause()
        assert view(app).word == "walk back"
        assert "Waiting for the training file" in app.text
        ready.set()
        await settle(app, pilot)
        assert "Waiting" not in app.text


async def test_a_pending_second_paints_only_its_digit() -> None:
    app = TimerApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(app, pilot)
        await passes(app, pilot, 3)
        digits = app.face.query_one(BigDigits)
        shown = [id(sign._rows) for sign in digits.signs[:2]]
        await passes(app, pilot, 1)
        assert id(digits.signs[0]._rows) == shown[0]
        assert id(digits.signs[1]._rows) != shown[1]
