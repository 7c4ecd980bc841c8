"""The session as a whole: blocks, finish, the next time, days without a plan."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from hybrid_tui.coach import blocks, finishing, lifting, offers, opening, swapping, today, weeks
from hybrid_tui.coach.outcome import Spot
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.set_record import BlockStatus, SessionStatus
from hybrid_tui.domain.sheet import SheetState
from hybrid_tui.store import journal, reads_days, reads_sessions, writes
from tests.coach.evening import Evening
from tests.fixed_clock import FixedClock


@pytest.fixture
def evening() -> Evening:
    made = Evening()
    made.follow()
    return made


def do_all(evening: Evening, *, bench: str = "") -> str:
    """Tick the whole session; the bench sets as typed where something is typed. Returns the session's id."""
    for block in evening.sheet().blocks:
        if block.timed:
            blocks.tick_timed(evening.store, evening.library, evening.now, evening.spot(block.name))
        for row in block.sets:
            evening.clock.advance(90)
            spot = evening.spot(block.name, row.position)
            if bench and block.name == "Bench press":
                lifting.record(evening.store, evening.library, evening.now, spot, bench)
            else:
                lifting.tick(evening.store, evening.library, evening.now, spot)
    found = evening.sheet().session_id
    assert found is not None
    return found


def finish(evening: Evening, session_id: str, rpe: float | None = 7) -> None:
    finishing.finish(evening.store, evening.library, evening.now, session_id, rpe, "")


def test_all_done_is_done_with_minutes_and_load(evening: Evening) -> None:
    session_id = do_all(evening)
    evening.clock.advance(60)
    summary = finishing.finish(evening.store, evening.library, evening.now, session_id, 7, "went well")
    assert summary.status == "done"
    lines = dict(summary.lines)
    assert lines["sets"] == "7 of 7"
    assert lines["sprints"] == "3 of 3"
    assert lines["sprint seconds"] == "24"
    record = reads_sessions.session(evening.store, session_id)
    assert record is not None
    assert record.minutes == 11.5
    assert record.note == "went well"
    assert evening.sheet().state is SheetState.DONE


def test_half_done_is_kept_as_half_done(evening: Evening) -> None:
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    session_id = evening.sheet().session_id or ""
    finish(evening, session_id)
    record = reads_sessions.session(evening.store, session_id)
    assert record is not None
    assert record.status is SessionStatus.PARTIAL
    assert {block.name: block.status for block in record.blocks}["Plank"] is BlockStatus.SKIPPED


def test_a_finished_session_can_be_opened_again(evening: Evening) -> None:
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    session_id = evening.sheet().session_id or ""
    finish(evening, session_id)
    finishing.reopen(evening.store, evening.library, evening.now, session_id)
    assert evening.sheet().state is SheetState.OPEN
    assert evening.block("Plank").status is BlockStatus.OPEN


def test_a_swapped_line_is_asked_again_when_the_session_is_opened_again(evening: Evening) -> None:
    spot = evening.spot("Bench press")
    other = swapping.choices(evening.store, evening.library, evening.now, spot)[0]
    swapping.swap(evening.store, evening.library, evening.now, spot, other.key)
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Plank"))
    session_id = evening.sheet().session_id or ""
    finish(evening, session_id)
    finishing.reopen(evening.store, evening.library, evening.now, session_id)
    assert evening.sheet().blocks[1].status is BlockStatus.OPEN


def test_a_run_that_is_ticked_afterwards_lasted_as_long_as_it_was(evening: Evening) -> None:
    blocks.tick_timed(evening.store, evening.library, evening.now, evening.spot("Hill sprint"))
    session_id = evening.sheet().session_id or ""
    evening.clock.advance(10)
    finish(evening, session_id)
    record = reads_sessions.session(evening.store, session_id)
    assert record is not None
    assert record.minutes == 2.4


def test_a_session_left_open_overnight_ends_with_its_last_set(evening: Evening) -> None:
    session_id = do_all(evening)
    evening.clock.advance(14 * 3600)
    finish(evening, session_id)
    record = reads_sessions.session(evening.store, session_id)
    assert record is not None
    assert record.minutes == 10.5
    assert record.day == evening.clock.today() - timedelta(days=1)


def test_the_wall_clock_does_not_change_how_long_a_session_was(evening: Evening) -> None:
    session_id = do_all(evening)
    evening.clock.wall_us -= 3_600_000_000
    finish(evening, session_id)
    record = reads_sessions.session(evening.store, session_id)
    assert record is not None
    assert record.minutes == 10.5


def test_next_time_follows_from_the_log() -> None:
    evening = Evening()
    evening.follow(
        "# T\nweeks: 1, then week 1\n\n## day 1  Upper body\n"
        "bench press 3x6-8 60kg @2rir rest 3m  ; double +2.5kg\n"
    )
    finish(evening, do_all(evening, bench="8"))
    evening.clock.advance(7 * 86_400)
    block = evening.block("Bench press")
    assert block.sets[0].target.load == "62.5kg"
    assert block.sets[0].target.shown == 6
    assert block.change == "↑ 2.5"
    assert "60 → 62.5 kg: all 3 sets reached 8 on 25 Nov" in block.why
    assert block.last.startswith("60 kg")


def test_the_summary_says_what_changes_next_time_the_first_three_by_name() -> None:
    evening = Evening()
    lifts = ("back squat", "bench press", "deadlift", "overhead press")
    evening.follow(
        "# T\nweeks: 1, then week 1\n\n## day 1  All\n"
        + "".join(f"{name} 1x5 60kg rest 1m  ; +2.5kg\n" for name in lifts)
    )
    session_id = do_all(evening)
    summary = finishing.finish(evening.store, evening.library, evening.now, session_id, 7, "")
    _, _, changes = summary.next_words.partition("; ")
    assert changes == "Back squat ↑ 2.5, Bench press ↑ 2.5, Deadlift ↑ 2.5, 1 more"


def test_a_correction_of_last_time_changes_the_next() -> None:
    evening = Evening()
    evening.follow(
        "# T\nweeks: 1, then week 1\n\n## day 1  Upper body\n"
        "bench press 3x6-8 60kg @2rir rest 3m  ; double +2.5kg\n"
    )
    session_id = do_all(evening, bench="8")
    finish(evening, session_id)
    spot = Spot(session_id=session_id, block=0, row=2)
    lifting.record(evening.store, evening.library, evening.now, spot, "7")
    evening.clock.advance(7 * 86_400)
    block = evening.block("Bench press")
    assert block.sets[0].target.load == "60kg"
    assert block.change == "="


def test_skipping_for_pain_marks_the_muscle_in_recovery(evening: Evening) -> None:
    blocks.skip(evening.store, evening.library, evening.now, evening.spot("Bench press"), "pain")
    block = evening.block("Bench press")
    assert block.status is BlockStatus.SKIPPED
    assert block.reason == "pain"
    check = reads_days.checkin(evening.store, evening.clock.today())
    assert check is not None
    assert check.sore == {"chest": 5}
    journal.undo(evening.store)
    assert evening.sheet().state is SheetState.PLANNED


def test_a_swap_keeps_the_sets_and_takes_its_own_load(evening: Evening) -> None:
    choices = swapping.choices(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    assert "dumbbell_bench" in {choice.key for choice in choices}
    spot = evening.spot("Bench press")
    swapping.swap(evening.store, evening.library, evening.now, spot, "dumbbell_bench")
    block = evening.block("Dumbbell bench press")
    assert len(block.sets) == 3
    assert [row.target.load for row in block.sets] == ["14kg", "18kg", "18kg"]
    assert [row.target.effort for row in block.sets] == ["4rir", "2rir", "2rir"]
    assert block.load_text == "~14 kg"
    assert block.estimate == ""
    assert block.reason == "instead of bench press"


def test_lines_move_and_are_added(evening: Evening) -> None:
    blocks.move(evening.store, evening.library, evening.now, evening.spot("Plank"), -1)
    names = [block.name for block in evening.sheet().blocks]
    assert names.index("Plank") < names.index("Hill sprint")
    blocks.add_exercise(evening.store, evening.library, evening.now, evening.spot("Plank"), "face pull")
    block = evening.block("Face pull")
    assert len(block.sets) == 3
    assert block.sets[0].target.low == 12


def test_a_day_without_a_plan_takes_a_free_session() -> None:
    evening = Evening()
    assert evening.sheet().state is SheetState.FREE
    opening.begin_free(evening.store, evening.library, evening.now)
    blocks.add_exercise(
        evening.store,
        evening.library,
        evening.now,
        Spot(session_id=evening.sheet().session_id),
        "back squat 3x5 80kg",
    )
    assert evening.block("Back squat").sets[0].target.load == "80kg"


def test_a_rest_day_offers_the_next_session(evening: Evening) -> None:
    finish(evening, do_all(evening))
    evening.clock.advance(86_400)
    sheet = evening.sheet()
    assert sheet.state is SheetState.REST
    assert sheet.next_title == "Lower body"
    opening.begin_next(evening.store, evening.library, evening.now)
    assert evening.sheet().title == "Lower body"


def test_a_low_morning_offers_the_lighter_session_and_keeps_the_answer(evening: Evening) -> None:
    with evening.store.write("check in") as writer:
        writes.save_checkin(
            writer,
            CheckIn(day=evening.clock.today(), sleep=3, fatigue=4, stress=3, soreness=4, flags=()),
        )
    sheet = evening.sheet()
    assert sheet.readiness == 58
    assert sheet.offer is not None
    before = sheet.sets_total
    offers.answer(evening.store, evening.library, evening.now, True)
    sheet = evening.sheet()
    assert sheet.offer is None
    assert sheet.sets_total < before
    journal.undo(evening.store)
    assert evening.sheet().sets_total == before


def test_what_was_painted_is_read_back_as_it_was(evening: Evening) -> None:
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    worked_out = today.sheet(evening.store, evening.library, evening.now)
    again = today.sheet(evening.store, evening.library, evening.now)
    assert again == worked_out == evening.sheet()
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Pull-up"))
    assert today.sheet(evening.store, evening.library, evening.now).sets_done == 2


def test_a_swap_says_what_became_of_the_load(evening: Evening) -> None:
    store, library, now = evening.store, evening.library, evening.now
    first = swapping.swap(store, library, now, evening.spot("Bench press"), "dumbbell_bench")
    said = (
        "instead of bench press: about 18 kg, an estimate from your bench press 60 kg, start light with 14 kg"
    )
    assert first.words == f"Dumbbell bench press {said}"
    assert evening.block("Dumbbell bench press").why == said
    name = next(each.name for each in evening.sheet().blocks if each.exercise == "dumbbell_bench")
    lifting.record(store, library, now, evening.spot(name), "24kgx8")
    finishing.finish(store, library, now, evening.sheet().session_id or "", 7, "")
    evening.clock.advance(86_400)
    opening.begin_free(store, library, evening.now)
    spot = Spot(session_id=evening.sheet().session_id)
    blocks.add_exercise(store, library, evening.now, spot, "bench press 3x8 60kg")
    again = swapping.swap(store, library, evening.now, evening.spot("Bench press"), "dumbbell_bench")
    assert again.words.endswith("instead of bench press, at its own 24 kg")
    assert evening.block(name).why == "instead of bench press, at its own 24 kg"


def test_a_swap_to_what_no_number_tells_of_is_felt_out(evening: Evening) -> None:
    store, library = evening.store, evening.library
    spot = evening.spot("Bench press")
    assert swapping.swap(store, library, evening.now, spot, "push_up").words.endswith(
        "instead of bench press, with the body's own weight"
    )
    journal.undo(store)
    opening.begin_free(store, library, evening.now)
    blocks.add_exercise(
        store,
        library,
        evening.now,
        Spot(session_id=evening.sheet().session_id),
        "dumbbell row 3x8 30kg @2rir",
    )
    outcome = swapping.swap(store, library, evening.now, evening.spot("Dumbbell row"), "barbell_row")
    assert outcome.words.endswith("instead of dumbbell row; no load known: feel your way up to 2 RIR")
    assert evening.block("Barbell row").sets[0].target.asks


def test_sets_that_were_done_stay_those_of_the_first_exercise(evening: Evening) -> None:
    store, library = evening.store, evening.library
    lifting.tick(store, library, evening.now, evening.spot("Bench press"))
    swapping.swap(store, library, evening.now, evening.spot("Bench press"), "dumbbell_bench")
    bench, other = evening.block("Bench press"), evening.block("Dumbbell bench press")
    assert (bench.status, len(bench.sets)) == (BlockStatus.DONE, 1)
    assert [row.done for row in other.sets] == [None, None]
    names = [each.name for each in evening.sheet().blocks]
    assert names[names.index("Bench press") + 1] == "Dumbbell bench press"
    assert evening.block("Pull-up").superset
    journal.undo(store)
    assert len(evening.block("Bench press").sets) == 3


def test_a_swapped_line_that_was_not_done_has_no_reason_for_it(evening: Evening) -> None:
    store, library = evening.store, evening.library
    lifting.tick(store, library, evening.now, evening.spot("Pull-up"))
    swapping.swap(store, library, evening.now, evening.spot("Bench press"), "dumbbell_bench")
    finishing.finish(store, library, evening.now, evening.sheet().session_id or "", 5, "")
    block = evening.block("Dumbbell bench press")
    assert (block.status, block.change, block.excuse) == (BlockStatus.SKIPPED, "skipped", "")


def test_a_session_stays_on_the_day_on_which_it_was_lived_wherever_one_flies() -> None:
    evening = Evening(clock=FixedClock(datetime(2026, 11, 26, 14, 50, tzinfo=UTC), zone="Asia/Tokyo"))
    lived = date(2026, 11, 26)
    evening.follow(start=lived - timedelta(days=1))
    session_id = opening.begin_next(evening.store, evening.library, evening.now).session_id or ""
    for zone, hours in (("Asia/Tokyo", 1), ("Pacific/Honolulu", 9), ("Pacific/Kiritimati", 200)):
        evening.clock.zone_name = zone
        evening.clock.advance(hours * 3600)
        record = reads_sessions.session(evening.store, session_id)
        assert record is not None
        assert (record.day, record.zone) == (lived, "Asia/Tokyo")
        found = weeks.sessions_on(evening.store, evening.library, evening.now, lived)
        assert [each.id for each in found] == [session_id]
