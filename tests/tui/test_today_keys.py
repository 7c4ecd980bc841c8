"""Each key of Today does what its word says, and none is shown where it makes no sense."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from textual.pilot import Pilot

from hybrid_tui.coach.outcome import Spot
from hybrid_tui.domain.set_record import BlockStatus
from hybrid_tui.domain.sheet import Offer, Sheet, SheetState, Target
from hybrid_tui.store.errors import LockedFile
from hybrid_tui.tui.screens.today_keys import ACTIONS, KEYS
from hybrid_tui.tui.widgets.keybar import KeyBar
from hybrid_tui.tui.widgets.line_input import PlainLine
from hybrid_tui.tui.widgets.sheet_view import Here
from tests.tui.test_today_drawing import lines_of, settled
from tests.tui.today_app import NOW, TodayApp, asked, empty_sheet, example_sheet, lifts, planned_sheet

SPOT = Spot(session_id="session", plan_key="winter-legs/2/2/", block=4, row=0)
"""The pull-ups' first set, where the cursor stands at first."""


async def pressed(app: TodayApp, pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(app, pilot)


async def typed(app: TodayApp, pilot: Pilot[None], text: str) -> None:
    await pilot.press(*["space" if letter == " " else letter for letter in text])
    await pressed(app, pilot, "enter")


def here(app: TodayApp) -> Here:
    assert app.today.view is not None
    return app.today.view.here


def place(app: TodayApp, here: Here) -> None:
    """Put the cursor there."""
    assert app.today.view is not None
    app.today.show_view(app.today.view._replace(here=here))


def said(app: TodayApp) -> list[str]:
    """What the toasts say."""
    return [str(toast.message) for toast in app._notifications]


def shown_keys(app: TodayApp) -> set[str]:
    return {word.active.binding.action for word in app.today.query_one(KeyBar)._words}


async def with_app(
    sheet: Sheet, story: Callable[[TodayApp, Pilot[None]], object], size: tuple[int, int] = (80, 24)
) -> TodayApp:
    app = TodayApp(sheet)
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await story(app, pilot)  # type: ignore[misc]
    return app


async def test_a_correction_takes_the_place_of_what_stands_there_in_as_few_keys_as_a_new_set() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        blocks = [each for each in example_sheet().blocks if each.sets and each.sets[0].done is not None]
        place(app, Here(block=blocks[-1].position, row=blocks[-1].sets[0].position))
        await pressed(app, pilot, "e")
        line = app.today.query_one(PlainLine)
        assert line.selected_text == line.value != ""
        await typed(app, pilot, "7")
        assert app.sheets.asked[-1][-1] == "7"
        await pressed(app, pilot, "e", "end")
        kept = app.today.query_one(PlainLine).value
        await typed(app, pilot, " ")
        assert app.sheets.asked[-1][-1] == f"{kept} "

    await with_app(example_sheet(), story)


async def test_space_ticks_the_set_begins_its_rest_and_goes_on_in_turn() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "space")
        assert app.sheets.asked == [("tick", SPOT)]
        assert app.rest.running is not None
        assert app.rest.running.total_s == 150
        assert here(app) == Here(block=3, row=1)
        await pressed(app, pilot, "space")
        assert here(app) == Here(block=4, row=1)

    await with_app(example_sheet(), story)


async def test_two_quick_presses_tick_two_sets() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pilot.press("space", "space")
        await settled(app, pilot)
        assert [(name, spot.block, spot.row) for name, spot in app.sheets.asked] == [
            ("tick", 4, 0),
            ("tick", 3, 1),
        ]

    await with_app(example_sheet(), story)


async def test_the_last_set_leads_to_the_next_block() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, *["space"] * 7)
        assert here(app) == Here(block=5, row=0)

    await with_app(example_sheet(), story)


async def test_the_first_tick_of_a_planned_day_names_the_plan() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "space")
        assert app.sheets.asked == [("tick_timed", Spot(plan_key="winter-legs/2/2/", block=0))]
        assert here(app) == Here(block=1)

    await with_app(planned_sheet(), story)


@pytest.mark.parametrize(
    "target",
    [
        Target(low=5, at_least=True, load="60kg", shown=7),
        Target(to_limit=True, load="bw"),
        Target(low=5, shown=5),
    ],
)
async def test_a_set_that_only_a_person_can_say_opens_its_line(target: Target) -> None:
    row = asked((5,), None)[0]._replace(target=target)
    sheet = example_sheet(blocks=(lifts()[0]._replace(position=0, sets=(row,)),))

    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "space")
        assert app.sheets.asked == []
        assert app.today.query(".line-input")
        await typed(app, pilot, "7")
        assert app.sheets.names == ["record"]
        assert app.sheets.asked[0][2].endswith("7")

    await with_app(sheet, story)


async def test_the_line_opens_with_last_times_repetitions_where_as_many_as_possible_are_asked() -> None:
    row = asked((5,), None)[0]._replace(target=Target(low=5, at_least=True, load="60kg", shown=9))
    sheet = example_sheet(blocks=(lifts()[0]._replace(position=0, sets=(row,)),))

    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "space", "enter")
        assert app.sheets.asked[0][2] == "9"

    await with_app(sheet, story)


async def test_e_records_one_line_and_goes_on() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "e")
        await typed(app, pilot, "7")
        assert app.sheets.asked == [("record", SPOT, "7")]
        assert here(app) == Here(block=3, row=1)
        assert not app.today.query(".line-input")

    await with_app(example_sheet(), story)


async def test_a_line_that_is_not_understood_stays_with_its_word_and_two_forms() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "e")
        await typed(app, pilot, "lots")
        lines = lines_of(app)
        assert any("lots" in line and "Pull-up" in line for line in lines)
        said = "\n".join(lines)
        assert "«lots» is not understood" in said
        assert "82.5x5@8 or 5" in said
        assert app.sheets.sheet_now == example_sheet()

    await with_app(example_sheet(), story)


async def test_what_the_file_refuses_keeps_the_line() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        app.sheets.refuses = LockedFile("Another program is using the file.")
        await pressed(app, pilot, "e")
        await typed(app, pilot, "7")
        assert "Another program" in "\n".join(lines_of(app))
        assert app.today.query(".line-input")

    await with_app(example_sheet(), story)


async def test_what_the_file_refuses_is_said_and_nothing_moves() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        app.sheets.refuses = LockedFile("Another program is using the file.")
        await pressed(app, pilot, "space")
        assert here(app) == Here(block=4, row=0)
        assert app.rest.running is None
        assert said(app) == ["Another program is using the file."]

    await with_app(example_sheet(), story)


async def test_delete_unticks_and_then_takes_the_set_out() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        place(app, Here(block=3, row=0))
        await pressed(app, pilot, "delete")
        assert here(app) == Here(block=3, row=0)
        await pressed(app, pilot, "backspace")
        assert app.sheets.names == ["untick", "remove_set"]

    await with_app(example_sheet(), story)


async def test_repetitions_typed_for_a_set_to_the_limit_replace_those_it_opens_with() -> None:
    (bench, *others) = lifts()
    target = bench.sets[1].target._replace(shown=5, at_least=True)
    limit = bench._replace(sets=(bench.sets[0], bench.sets[1]._replace(target=target)))

    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        place(app, Here(block=3, row=1))
        await pressed(app, pilot, "space", "8", "enter")
        assert app.sheets.asked[-1][0] == "record"
        assert app.sheets.asked[-1][-1] == "8"

    await with_app(example_sheet(blocks=(limit, *others)), story)


async def test_a_ticked_set_is_corrected_where_it_stands() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        place(app, Here(block=3, row=0))
        await pilot.pause()
        assert "tick" not in shown_keys(app)
        assert "ramp" not in shown_keys(app), "nobody warms up after the first set"
        place(app, Here(block=4, row=0))
        await pilot.pause()
        assert "ramp" not in shown_keys(app), "nor before the body's own weight"
        place(app, Here(block=3, row=0))
        await pressed(app, pilot, "e")
        assert "62.5kgx6@8" in "\n".join(lines_of(app))
        await pressed(app, pilot, "enter")
        assert here(app) == Here(block=3, row=0)
        await pressed(app, pilot, "e", "escape")
        assert " e edit" in lines_of(app)[-1], "the keys are back when the line is gone"

    await with_app(example_sheet(), story)


async def test_a_line_and_what_is_said_are_drawn_in_ascii_alone() -> None:
    app = TodayApp(example_sheet(), ascii=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pressed(app, pilot, "e")
        app.notify("Said.")
        app.notify("Not so.", severity="error")
        await pressed(app, pilot, "5")
        shown = "\n".join(lines_of(app))
        assert "Said." in shown
        assert "Not so." in shown
        assert shown.isascii(), [sign for sign in shown if not sign.isascii()]


async def test_keys_for_sets_and_blocks_ask_their_verbs() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "a")
        place(app, Here(block=5))
        await pressed(app, pilot, "w")
        assert app.sheets.asked == [("add_set", SPOT), ("ramp", SPOT._replace(block=5))]
        assert "ramp" not in shown_keys(app)
        assert "w1" in "\n".join(lines_of(app))
        place(app, Here(block=4, row=0))
        await pressed(app, pilot, "J")
        assert app.sheets.asked[-1][0] == "move"
        assert app.sheets.asked[-1][2] == 1
        assert here(app).block == 5
        await pressed(app, pilot, "K")
        assert here(app).block == 4
        assert app.today.key_word("join") == "part"
        await pressed(app, pilot, "b")
        assert app.sheets.asked[-1][0] == "join"
        assert [block.superset for block in app.sheets.sheet_now.blocks[3:6]] == [False, False, False]
        assert here(app).block == 4
        assert app.today.key_word("join") is None

    await with_app(example_sheet(), story)


async def test_n_notes_on_the_block_and_on_the_title_on_the_session() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "n")
        await typed(app, pilot, "slow [x]")
        assert app.sheets.asked[-1] == ("note", SPOT, "slow [x]")
        assert "slow [x]" in "\n".join(lines_of(app))
        await pressed(app, pilot, "home", "n")
        await typed(app, pilot, "windy")
        assert app.sheets.asked[-1] == ("note_session", SPOT._replace(block=-1), "windy")
        assert "windy" in "\n".join(lines_of(app))

    await with_app(example_sheet(), story)


async def test_capital_a_adds_an_exercise() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "A")
        await typed(app, pilot, "dips 3x8")
        assert app.sheets.asked[-1][0] == "add_exercise"
        assert "dips" in "\n".join(lines_of(app))

    await with_app(example_sheet(), story, (120, 40))


async def test_s_swaps_for_the_choice_of_one_key() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "s")
        assert "Push-up" in "\n".join(lines_of(app))
        await pressed(app, pilot, "2")
        assert app.sheets.asked == [("choices", SPOT), ("swap", SPOT, "push-up")]
        assert here(app).block == 4

    await with_app(example_sheet(), story)


async def test_s_says_so_where_nothing_else_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        monkeypatch.setattr(app.sheets, "choices", lambda spot: ())
        await pressed(app, pilot, "s")
        assert said(app) == ["Nothing else of this pattern fits your equipment."]

    await with_app(example_sheet(), story)


@pytest.mark.parametrize(
    ("key", "reason"), [("t", "time"), ("p", "pain"), ("e", "equipment"), ("o", "other")]
)
async def test_x_leaves_a_block_out_for_a_reason_of_one_key(key: str, reason: str) -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "x", key)
        assert app.sheets.asked == [("skip", SPOT, reason)]
        assert here(app) == Here(block=3, row=1)
        assert any("Recovery" in words for words in said(app)) == (reason == "pain")

    await with_app(example_sheet(), story, (120, 40))


async def test_x_asks_a_block_again_that_was_left_out() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "x", "t")
        place(app, Here(block=4))
        assert "ask again" in "\n".join(lines_of(app)) or "skip" in shown_keys(app)
        await pressed(app, pilot, "x")
        assert app.sheets.names[-1] == "unskip"
        assert here(app) == Here(block=4, row=0)

    await with_app(example_sheet(), story)


async def test_enter_on_a_timed_block_opens_the_timer_with_it() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "enter")
        assert app.timers == [0]
        assert app.sheets.asked == []

    await with_app(planned_sheet(), story)


async def test_enter_opens_a_later_block_and_esc_closes_it_again() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        place(app, Here(block=5))
        await pressed(app, pilot, "enter")
        assert here(app) == Here(block=5, row=0)
        await pressed(app, pilot, "space")
        assert app.sheets.asked[-1][1].block == 5
        assert here(app) == Here(block=5, row=1)
        await pressed(app, pilot, "escape")
        assert here(app) == Here(block=5)

    await with_app(example_sheet(), story)


async def test_arrows_and_letters_move_by_lines_and_by_blocks() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "up", "k")
        assert here(app) == Here(block=3, row=3)
        await pressed(app, pilot, "down", "j")
        assert here(app) == Here(block=4, row=0)
        await pressed(app, pilot, "h")
        assert here(app) == Here(block=4)
        await pressed(app, pilot, "left")
        assert here(app) == Here(block=3)
        await pressed(app, pilot, "l", "right")
        assert here(app) == Here(block=5)
        await pressed(app, pilot, "home")
        assert here(app) == Here()
        await pressed(app, pilot, "end")
        assert here(app) == Here(block=7)

    await with_app(example_sheet(), story)


class HoldingTimer:
    """A timer in the midst of everything."""

    def runs(self) -> bool:
        return True

    def nudge(self, seconds: int) -> None:
        """Nothing to lengthen."""

    def holds(self, session_id: str | None, block: int | None = None) -> bool:
        return True

    def strip(self) -> tuple[str, str, str] | None:
        return ("work", "Walk", "2:55")


async def test_what_the_timer_has_in_hand_is_neither_ticked_nor_finished_over_its_head() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        app.timer = HoldingTimer()
        await pressed(app, pilot, "space", "f")
        assert app.sheets.asked == []
        said = [each.message for each in app._notifications]
        assert any("in hand" in each for each in said)
        assert any("still runs" in each for each in said)

    await with_app(planned_sheet()._replace(session_id="session", state=SheetState.OPEN), story)


async def test_f_asks_effort_and_note_then_shows_the_summary() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "space", "f")
        assert "very hard" in "\n".join(lines_of(app))
        await pressed(app, pilot, "7")
        await typed(app, pilot, "good")
        assert app.sheets.asked[-1] == ("finish", "session", 7, "good", None), "the clock knows how long"
        text = "\n".join(lines_of(app))
        assert "4 of 17" in text
        assert "Easy run" in text
        assert app.rest.running is None
        await pressed(app, pilot, "enter")
        assert "f open again" in "\n".join(lines_of(app))
        await pressed(app, pilot, "f")
        assert app.sheets.asked[-1:] == [("reopen", "session")]

    await with_app(example_sheet(), story)


async def test_esc_in_the_effort_dialog_finishes_nothing() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "f", "escape")
        await pressed(app, pilot, "f", "6", "escape")
        assert "How hard was the whole session?" in "\n".join(lines_of(app))
        await pressed(app, pilot, "escape")
        assert app.sheets.asked == []
        await pressed(app, pilot, "f", "6", "escape", "enter", "enter")
        assert [(name, *rest[1:2]) for name, *rest in app.sheets.asked] == [("finish", 6)]

    await with_app(example_sheet(), story)


@pytest.mark.parametrize(("key", "taken"), [("y", True), ("p", False)])
async def test_the_offer_is_answered_by_one_key(key: str, taken: bool) -> None:
    offered = planned_sheet()._replace(offer=Offer(band="reduce", why="Slept 5:10.", lines=("3 sets",)))

    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, key)
        assert app.sheets.asked == [("answer", taken)]
        assert "takes it" not in "\n".join(lines_of(app))

    await with_app(offered, story)


async def test_esc_only_hides_the_offer() -> None:
    offered = planned_sheet()._replace(offer=Offer(band="reduce", why="Slept 5:10.", lines=("3 sets",)))

    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "escape", "y", "p")
        assert app.sheets.asked == []
        assert "takes it" not in "\n".join(lines_of(app))

    await with_app(offered, story)


@pytest.mark.parametrize(("key", "verb"), [("n", "begin_next"), ("f", "begin_free")])
async def test_enter_on_a_rest_day_offers_the_next_session_or_a_free_one(key: str, verb: str) -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "enter", key)
        assert app.sheets.asked == [(verb,)]

    await with_app(empty_sheet(SheetState.REST, next_title="Easy run", next_day=date(2026, 11, 27)), story)


async def test_a_rest_day_asks_before_anything_begins() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "enter")
        assert "A rest day is planned" in "\n".join(lines_of(app))
        await pressed(app, pilot, "r")
        assert app.sheets.asked == [("answer", False)]
        await pressed(app, pilot, "enter", "f")
        assert app.sheets.asked[-1] == ("begin_free",)

    await with_app(empty_sheet(SheetState.REST), story)


async def test_enter_on_a_free_day_begins_a_free_session() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        await pressed(app, pilot, "enter")
        assert app.sheets.names == ["begin_free"]
        await pressed(app, pilot, "A")
        await typed(app, pilot, "squat 3x5")
        assert app.sheets.names[-1] == "add_exercise"
        assert here(app).block == 0

    await with_app(empty_sheet(SheetState.FREE), story)


@pytest.mark.slow
@pytest.mark.parametrize(
    "sheet",
    [
        planned_sheet(),
        example_sheet(),
        example_sheet(state=SheetState.DONE),
        empty_sheet(SheetState.REST, next_title="Easy run"),
        empty_sheet(SheetState.FREE),
        empty_sheet(SheetState.OPEN, session_id="s"),
    ],
    ids=["planned", "open", "done", "rest", "free", "empty"],
)
async def test_every_key_shown_anywhere_does_something(sheet: Sheet) -> None:
    """At each kind of place each active key asks a verb, opens something or moves."""
    app = TodayApp(sheet)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        for stop in places(app):
            for binding in KEYS:
                action = binding.action.partition("(")[0]
                if action not in ACTIONS or action in ("move", "move_block"):
                    continue
                step = 1 if binding.action.endswith("(1)") else -1
                await stand(app, sheet, stop)
                if not app.today.check_action(action, (step,) if "(" in binding.action else ()):
                    continue
                before = (here(app), app.today.view, len(app.timers))
                await pressed(app, pilot, binding.key.split(",")[0])
                opened = app.screen is not app.today or app.today.query(".line-input")
                now = (here(app), app.today.view, len(app.timers))
                assert app.sheets.asked or opened or before != now, (stop, binding.key)
                while app.screen is not app.today or app.today.query(".line-input"):
                    await pressed(app, pilot, "escape")


def places(app: TodayApp) -> list[Here]:
    """The title, a block's line, a ticked set, a waiting set, the last line; as far as there are such."""
    assert app.today.view is not None
    stops = set(app.today.view.stops())
    wanted = (Here(), Here(block=0), Here(block=3, row=0), Here(block=4, row=0), Here(block=5))
    return [each for each in wanted if each in stops]


async def stand(app: TodayApp, sheet: Sheet, stop: Here) -> None:
    """The sheet as it was at first, with the cursor there."""
    app.sheets.sheet_now, app.sheets.asked = sheet, []
    app.today.day = None
    await app.today.reread()
    assert app.today.view is not None
    app.today.show_view(app.today.view._replace(here=stop, opened=None).standing())


async def test_brackets_go_by_days_and_a_day_ahead_only_shows() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        assert "now" not in shown_keys(app)
        await pressed(app, pilot, "[")
        assert app.today.day == date(2026, 11, 24)
        assert "Tue 24 Nov" in "\n".join(lines_of(app))
        assert "now" in shown_keys(app)
        await pressed(app, pilot, "space")
        assert app.sheets.names == ["tick_timed"]
        assert (app.sheets.moments[0].day, app.sheets.moments[0].clockless) == (date(2026, 11, 24), True)
        await pressed(app, pilot, "]", "]")
        assert app.today.day == date(2026, 11, 26)
        asked = list(app.sheets.asked)
        await pressed(app, pilot, "space", "s", "x", "f", "a", "A")
        assert app.sheets.asked == asked
        await pressed(app, pilot, ".")
        assert app.today.day is None

    await with_app(planned_sheet(), story)


async def test_a_click_puts_the_cursor_there_and_on_a_box_ticks() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        row = next(number for number, line in enumerate(lines_of(app)) if "Dumbbell row" in line)
        await pilot.click(offset=(10, row))
        await settled(app, pilot)
        assert here(app) == Here(block=5)
        assert app.sheets.asked == []
        row = next(number for number, line in enumerate(lines_of(app)) if "2 □" in line)
        column = lines_of(app)[row].index("□")
        await pilot.click(offset=(column, row))
        await settled(app, pilot)
        assert app.sheets.asked[-1][0] == "tick"
        assert app.sheets.asked[-1][1].row == 1

    await with_app(example_sheet(), story)


async def test_a_click_on_a_shared_line_finds_the_name_under_it() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        lines = lines_of(app)
        row = next(number for number, line in enumerate(lines) if "3 done" in line)
        await pilot.click(offset=(lines[row].index("hill"), row))
        await settled(app, pilot)
        assert here(app) == Here(block=1)

    await with_app(example_sheet(), story, (50, 20))


async def test_the_rest_is_drawn_and_the_time_goes_on() -> None:
    for size in ((120, 40), (80, 24), (50, 20)):
        app = TodayApp(example_sheet())
        async with app.run_test(size=size) as pilot:
            await settled(app, pilot)
            app.rest.begin(150, "Pull-up set 1 of 4")
            app.clock.advance(48)
            app.pulse.look()
            await settled(app, pilot)
            text = "\n".join(lines_of(app))
            assert "41:56" in text
            assert "Rest" in text
            assert ("of 2:30" if size[0] >= 110 else "1:42") in text
            await pressed(app, pilot, "z")
            assert "Rest" not in "\n".join(lines_of(app))


async def test_no_beat_while_nothing_is_in_hand() -> None:
    app = TodayApp(planned_sheet())
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        assert app.pulse.silent


async def test_the_sheet_known_at_the_door_is_drawn_without_asking() -> None:
    app = TodayApp(example_sheet(), known=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        assert app.sheets.reads == 0
        assert "Bench press" in "\n".join(lines_of(app))
        assert NOW is not None


async def test_a_new_best_of_the_last_set_is_said_until_the_next_deed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        tick = app.sheets.tick
        monkeypatch.setattr(
            app.sheets, "tick", lambda spot: tick(spot)._replace(best="Pull-up 8 in a row, was 7")
        )
        await pressed(app, pilot, "space")
        assert "8 in a row" in "\n".join(lines_of(app))
        monkeypatch.setattr(app.sheets, "tick", tick)
        await pressed(app, pilot, "space")
        assert "8 in a row" not in "\n".join(lines_of(app))

    await with_app(example_sheet(new_best=""), story)


async def test_all_done_leads_to_finish() -> None:
    blocks = tuple(block._replace(status=BlockStatus.DONE) for block in example_sheet().blocks)

    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        assert "f finishes the session" in "\n".join(lines_of(app))

    await with_app(example_sheet(blocks=blocks, new_best=""), story)


async def test_a_session_that_comes_after_an_empty_day_begins_at_what_is_next() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        app.sheets.sheet_now = planned_sheet()
        app.facts_changed()
        await settled(app, pilot)
        assert here(app) == Here(block=0)

    await with_app(empty_sheet(SheetState.FREE), story)


async def test_what_another_place_writes_leaves_the_cursor_where_it_is() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        place(app, Here(block=3, row=2))
        app.facts_changed()
        await settled(app, pilot)
        assert here(app) == Here(block=3, row=2)

    await with_app(example_sheet(), story)


async def test_what_is_written_elsewhere_during_a_deed_is_read_when_the_deed_is_over() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        async def deed() -> None:
            app.sheets.sheet_now = app.sheets.sheet_now._replace(title="From elsewhere")
            app.facts_changed()

        app.today.do(deed)
        await settled(app, pilot)
        assert app.today.view is not None
        assert app.today.view.sheet.title == "From elsewhere"

    await with_app(example_sheet(), story)


async def test_a_block_that_ends_elsewhere_lets_the_cursor_go_on() -> None:
    async def story(app: TodayApp, pilot: Pilot[None]) -> None:
        sheet = app.sheets.sheet_now
        waiting = next(block for block in sheet.blocks if not block.finished)
        await stand(app, sheet, Here(block=waiting.position))
        done = tuple(
            block._replace(status=BlockStatus.DONE) if block is waiting else block for block in sheet.blocks
        )
        app.sheets.sheet_now = sheet._replace(blocks=done)
        await app.today.reread()
        next_up = app.sheets.sheet_now.next_up
        assert next_up is not None
        assert here(app).block == next_up[0].position != waiting.position

    await with_app(example_sheet(), story)
