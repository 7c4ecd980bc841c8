from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hybrid_tui.coach import blocks, finishing, lifting, opening, resting, swapping
from hybrid_tui.coach.log import log_text
from hybrid_tui.coach.outcome import Spot
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.set_record import BlockStatus, SetRole
from hybrid_tui.domain.sheet import SheetState
from hybrid_tui.store import journal, reads_sessions, reads_timer
from tests.coach.evening import Evening


@pytest.fixture
def evening() -> Evening:
    made = Evening()
    made.follow()
    return made


def test_the_first_tick_opens_the_session_and_records_the_set_as_asked(evening: Evening) -> None:
    outcome = lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    assert outcome.words == "Bench press 6 × 60 kg"
    sheet = evening.sheet()
    assert sheet.state is SheetState.OPEN
    done = evening.block("Bench press").sets[0].done
    assert done is not None
    assert (done.reps, done.load, done.load_kg, done.rpe) == (6, "60kg", 60.0, 8.0)
    assert done.at_us == evening.clock.now_us()


def test_session_and_set_are_one_step_of_undo(evening: Evening) -> None:
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    assert journal.undo(evening.store) == "Bench press 6 × 60 kg"
    assert evening.sheet().state is SheetState.PLANNED
    assert journal.redo(evening.store) == "Bench press 6 × 60 kg"
    assert evening.sheet().sets_done == 1


def test_a_superset_alternates_and_rests_after_the_round(evening: Evening) -> None:
    first = lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    assert first.rest_seconds is None
    next_up = evening.sheet().next_up
    assert next_up is not None
    assert next_up[0].name == "Pull-up"
    evening.clock.advance(40)
    second = lifting.tick(evening.store, evening.library, evening.now, evening.spot("Pull-up"))
    assert second.rest_seconds == 120
    assert second.rest_then == "Bench press set 2 of 3"
    rest = reads_timer.rest(evening.store)
    assert rest is not None
    assert rest.words == "Bench press set 2 of 3"


def test_another_weight_is_carried_to_the_sets_still_asked(evening: Evening) -> None:
    lifting.record(evening.store, evening.library, evening.now, evening.spot("Bench press"), "57.5x7@8")
    rows = evening.block("Bench press").sets
    assert [row.target.load for row in rows[1:]] == ["57.5kg", "57.5kg"]
    evening.clock.advance(200)
    outcome = lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press", 1))
    assert outcome.words == "Bench press 6 × 57.5 kg"


@pytest.mark.parametrize(
    ("typed", "reps", "load", "rpe"),
    [
        ("5", 5, "60kg", None),
        ("82.5x5@8", 5, "82.5kg", 8.0),
        ("+2.5", 6, "62.5kg", None),
        ("70kg", 6, "70kg", 8.0),
        ("6 @9", 6, "60kg", 9.0),
    ],
)
def test_one_short_line_says_what_was_done(
    evening: Evening, typed: str, reps: int, load: str, rpe: float | None
) -> None:
    lifting.record(evening.store, evening.library, evening.now, evening.spot("Bench press"), typed)
    done = evening.block("Bench press").sets[0].done
    assert done is not None
    assert (done.reps, done.load, done.rpe) == (reps, load, rpe)


def test_a_correction_keeps_its_instant_and_begins_no_rest(evening: Evening) -> None:
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Pull-up"))
    before = reads_timer.rest(evening.store)
    ticked = evening.clock.now_us()
    evening.clock.advance(60)
    outcome = lifting.record(evening.store, evening.library, evening.now, evening.spot("Pull-up"), "7")
    assert outcome.rest_seconds is None
    assert reads_timer.rest(evening.store) == before
    done = evening.block("Pull-up").sets[0].done
    assert done is not None
    assert (done.reps, done.at_us) == (7, ticked)


def test_a_bad_line_stores_nothing_and_points_at_the_word(evening: Evening) -> None:
    with pytest.raises(NotationError) as caught:
        lifting.record(evening.store, evening.library, evening.now, evening.spot("Bench press"), "62,5x")
    assert caught.value.column >= 1
    assert evening.sheet().state is SheetState.PLANNED


@pytest.mark.parametrize(
    "text", ["5000x5", "2000.5x5", "bw+5000", "bw-1001", "25h", "+5000", "-60.5", "-1000lb", "10001"]
)
def test_a_set_that_nobody_does_is_refused_and_stores_nothing(evening: Evening, text: str) -> None:
    with pytest.raises(NotationError):
        lifting.record(evening.store, evening.library, evening.now, evening.spot("Bench press"), text)
    assert evening.sheet().state is SheetState.PLANNED


@pytest.mark.parametrize("line", ["biceps curl 3x10 12kg", "plank 2x45s"])
def test_a_lift_told_by_the_quick_line_does_not_become_the_one_in_hand(evening: Evening, line: str) -> None:
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    evening.clock.advance(60)
    log_text(evening.store, evening.library, evening.now, line)
    turn = evening.sheet().next_up
    assert turn is not None
    assert turn[0].name == "Pull-up"


def test_what_is_left_of_a_swapped_lift_stays_in_hand() -> None:
    evening = Evening()
    evening.follow("# T\nweeks: 1\n\n## day 1  A\nbench press 2x6 60kg\npull-up 3x5 bw\nplank 2x45s\n")
    for name in ("Bench press", "Pull-up"):
        lifting.tick(evening.store, evening.library, evening.now, evening.spot(name))
        evening.clock.advance(60)
    swapping.swap(evening.store, evening.library, evening.now, evening.spot("Pull-up", 1), "lat_pulldown")
    turn = evening.sheet().next_up
    assert turn is not None
    assert turn[0].name == "Lat pulldown"


def test_help_off_the_body_is_only_for_what_the_body_is_moved_in(evening: Evening) -> None:
    with pytest.raises(NotationError, match="no help"):
        lifting.record(evening.store, evening.library, evening.now, evening.spot("Bench press"), "bw-20kgx8")
    lifting.record(evening.store, evening.library, evening.now, evening.spot("Pull-up"), "bw-20kgx8")
    assert [done.load for done in (evening.block("Pull-up").sets[0].done,) if done] == ["bw-20kg"]


@pytest.mark.parametrize(("text", "load"), [("10x5", "bw+10kg"), ("0x5", "bw"), ("60kgx5", "60kg")])
def test_a_bare_number_on_the_bodys_own_weight_is_added_to_it(evening: Evening, text: str, load: str) -> None:
    lifting.record(evening.store, evening.library, evening.now, evening.spot("Pull-up"), text)
    done = evening.block("Pull-up").sets[0].done
    assert done is not None
    assert (done.load, done.reps) == (load, 5)


def test_no_step_leads_beyond_the_heaviest_load(evening: Evening) -> None:
    lifting.record(evening.store, evening.library, evening.now, evening.spot("Bench press"), "2000x1")
    with pytest.raises(NotationError, match="that far away"):
        lifting.record(evening.store, evening.library, evening.now, evening.spot("Bench press"), "+")


@pytest.mark.parametrize(("text", "load"), [("-5lb", "57.5kg"), ("+5lb", "62.5kg"), ("-60kg", "0kg")])
def test_a_change_may_be_in_the_other_unit(evening: Evening, text: str, load: str) -> None:
    lifting.record(evening.store, evening.library, evening.now, evening.spot("Bench press"), text)
    done = evening.block("Bench press").sets[0].done
    assert done is not None
    assert done.load == load


def test_a_lift_without_a_known_load_asks_for_it() -> None:
    evening = Evening()
    evening.follow("# T\nweeks: 1\n\n## day 1  A\nbench press 3x5  ; +2.5kg\n")
    row = evening.block("Bench press").sets[0]
    assert row.target.asks
    assert evening.block("Bench press").why == "no load known yet: the first tick asks for it"
    with pytest.raises(NotationError, match="no load is known"):
        lifting.record(evening.store, evening.library, evening.now, evening.spot("Bench press"), "5")
    lifting.record(evening.store, evening.library, evening.now, evening.spot("Bench press"), "50x5")
    assert [each.target.load for each in evening.block("Bench press").sets[1:]] == ["50kg", "50kg"]
    assert evening.block("Bench press").why == "", "it is known now"


def test_the_last_set_finishes_its_block(evening: Evening) -> None:
    for row in range(3):
        lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press", row))
        evening.clock.advance(100)
    assert evening.block("Bench press").status is BlockStatus.DONE
    lifting.untick(evening.store, evening.library, evening.now, evening.spot("Bench press", 1))
    block = evening.block("Bench press")
    assert block.status is BlockStatus.OPEN
    assert [row.done is not None for row in block.sets] == [True, False, True]


def test_sets_are_added_and_taken_out(evening: Evening) -> None:
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Plank"))
    lifting.add_set(evening.store, evening.library, evening.now, evening.spot("Plank"))
    assert len(evening.block("Plank").sets) == 3
    lifting.remove_set(evening.store, evening.library, evening.now, evening.spot("Plank", 0))
    block = evening.block("Plank")
    assert len(block.sets) == 2
    assert all(row.done is None for row in block.sets)


def test_warm_up_sets_stand_before_the_work_and_are_not_counted(evening: Evening) -> None:
    total = evening.sheet().sets_total
    lifting.ramp(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    rows = evening.block("Bench press").sets
    warm = [row for row in rows if row.target.role is SetRole.WARM_UP]
    assert [(row.target.load, row.target.shown) for row in warm][:2] == [("20kg", 8), ("22.5kg", 5)]
    assert evening.sheet().sets_total == total
    outcome = lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    assert outcome.rest_seconds == 60


def test_in_a_superset_warm_up_sets_come_before_turns_are_taken(evening: Evening) -> None:
    lifting.ramp(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    turns = []
    for _ in range(len(evening.block("Bench press").sets) - 1):
        block, row = evening.sheet().next_up or pytest.fail("something is left")
        assert row is not None
        turns.append((block.name, row.target.role))
        spot = evening.spot(block.name, row.position)
        lifting.tick(evening.store, evening.library, evening.now, spot)
    warm = sum(role is SetRole.WARM_UP for _, role in turns)
    assert all(turn == ("Bench press", SetRole.WARM_UP) for turn in turns[:warm])
    assert [name for name, _ in turns[warm:]] == ["Bench press", "Pull-up", "Bench press"]


def test_a_warm_up_typed_for_an_asked_set_leaves_that_set_asked(evening: Evening) -> None:
    total = evening.sheet().sets_total
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press", 1))
    lifting.record(evening.store, evening.library, evening.now, evening.spot("Bench press"), "w 40x5")
    rows = evening.block("Bench press").sets
    assert [(row.target.role, row.done is not None) for row in rows] == [
        (SetRole.WARM_UP, True),
        (SetRole.WORK, False),
        (SetRole.WORK, True),
        (SetRole.WORK, False),
    ]
    assert evening.sheet().sets_total == total
    assert journal.undo(evening.store)
    assert len(evening.block("Bench press").sets) == 3


def test_a_new_best_is_said_against_earlier_sessions_only(evening: Evening) -> None:
    for row, typed in enumerate(("60x6", "65x6")):
        first_time = lifting.record(
            evening.store, evening.library, evening.now, evening.spot("Bench press", row), typed
        )
        assert evening.best_of(first_time) == ""
    session_id = evening.sheet().session_id or ""
    finishing.finish(evening.store, evening.library, evening.now, session_id, 7, "")
    evening.clock.advance(86_400)
    opening.begin_free(evening.store, evening.library, evening.now)
    spot = Spot(session_id=evening.sheet().session_id)
    blocks.add_exercise(evening.store, evening.library, evening.now, spot, "bench press 3x6 65kg")
    better = lifting.record(
        evening.store, evening.library, evening.now, evening.spot("Bench press"), "67.5x6"
    )
    said = evening.best_of(better)
    assert "67.5 kg × 6" in said
    assert "was 65 kg" in said


def test_what_is_gone_is_said_and_nothing_is_written(evening: Evening) -> None:
    with pytest.raises(opening.NothingThere):
        lifting.tick(evening.store, evening.library, evening.now, Spot(session_id="no such", block=0))
    with pytest.raises(opening.NothingThere):
        lifting.tick(evening.store, evening.library, evening.now, Spot(plan_key="test/99/1/", block=0))
    assert reads_sessions.open_session(evening.store) is None


def test_the_reason_of_a_rest_survives_a_restart(evening: Evening) -> None:
    outcome = lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Pull-up"))
    evening.clock.advance(20)
    outcome = lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press", 1))
    outcome = lifting.tick(evening.store, evening.library, evening.now, evening.spot("Pull-up", 1))
    assert outcome.rest_why
    found = resting.running_with_why(evening.store, evening.now)
    assert found is not None
    assert found[1] == outcome.rest_why
    resting.moved(evening.store, found[0].seconds + 15)
    again = resting.running_with_why(evening.store, evening.now)
    assert again is not None
    assert again[1] == ""


def test_a_set_taken_back_takes_its_rest_along_and_no_other(evening: Evening) -> None:
    first = evening.spot("Plank")
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    evening.clock.advance(20)
    spot = evening.spot("Pull-up")
    assert lifting.tick(evening.store, evening.library, evening.now, spot).rest_seconds
    assert not lifting.untick(
        evening.store, evening.library, evening.now, evening.spot("Bench press")
    ).rest_over
    assert reads_timer.rest(evening.store) is not None
    assert lifting.untick(evening.store, evening.library, evening.now, evening.spot("Pull-up")).rest_over
    assert reads_timer.rest(evening.store) is None
    assert first.block > spot.block


def test_the_summary_says_every_best_of_the_session_once(evening: Evening) -> None:
    def session(*typed: str) -> tuple[str, ...]:
        opening.begin_free(evening.store, evening.library, evening.now)
        spot = Spot(session_id=evening.sheet().session_id)
        blocks.add_exercise(evening.store, evening.library, evening.now, spot, "bench press 3x6 60kg")
        for row, text in enumerate(typed):
            spot = evening.spot("Bench press", row)
            lifting.record(evening.store, evening.library, evening.now, spot, text)
        found = evening.sheet().session_id or ""
        summary = finishing.finish(evening.store, evening.library, evening.now, found, 7, "")
        evening.clock.advance(86_400)
        return summary.bests

    assert session("60x6", "60x6", "50x8") == ()
    assert session("65x6", "65x6", "60x7") == (
        "Bench press 65 kg × 6, the heaviest yet, was 60 kg",
        "Bench press 65 kg × 6, e1RM 78 kg, was 72",
        "Bench press 60 kg × 7, the most at this weight, was 6",
        "Bench press 1200 kg moved in all, was 1120",
    )
    assert session("60x7", "50x8") == ()


def test_what_a_deed_says_of_the_session_is_what_the_file_says_of_it(evening: Evening) -> None:
    """The sheet that is shown at once, and the one that is read when nobody waits."""
    for _ in range(12):
        before = evening.sheet()
        turn = before.next_up
        assert turn is not None
        block, row = turn
        spot = Spot(
            session_id=before.session_id,
            plan_key=before.plan_key,
            block=block.position,
            row=0 if row is None else row.position,
        )
        evening.clock.advance(60)
        verb = blocks.tick_timed if row is None else lifting.tick
        outcome = verb(evening.store, evening.library, evening.now, spot)
        assert outcome.sheet is not None
        shown, stored = outcome.sheet.in_its_day(before), evening.sheet()
        assert shown == stored
        kept = [one is other for one, other in zip(before.blocks, shown.blocks, strict=True)]
        if before.session_id is not None:
            assert kept.count(False) == 1
        if stored.next_up is None:
            return


def test_jumps_of_the_warm_up_claim_no_landings() -> None:
    """They are not counted, so their line says nothing of them; those of the work say how many."""
    made = Evening()
    made.follow(
        "# Jumps\nweeks: 1\n\n## block hops\npogo hop 2x3\n\n## day 1  Jumps\nwarm-up: hops\nbox jump 2x4\n"
    )
    for name in ("Pogo hop", "Box jump"):
        for row in range(2):
            lifting.tick(made.store, made.library, made.now, made.spot(name, row))
    assert [made.block(name).change for name in ("Pogo hop", "Box jump")] == ["", "8"]


def test_a_rest_is_counted_by_the_boot_clock_also_after_a_restart(evening: Evening) -> None:
    outcome = lifting.tick(evening.store, evening.library, evening.now, evening.spot("Plank"))
    assert outcome.rest_seconds
    evening.clock.set_wall(datetime(2031, 1, 1, tzinfo=UTC))
    evening.clock.advance(outcome.rest_seconds - 1)
    assert resting.running(evening.store, evening.now) is not None
    evening.clock.set_wall(datetime(2016, 1, 1, tzinfo=UTC))
    assert resting.running(evening.store, evening.now) is not None
    evening.clock.advance(2)
    assert resting.running(evening.store, evening.now) is None
