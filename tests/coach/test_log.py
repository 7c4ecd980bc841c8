"""What a quick line of the log stores: where it goes, what it says, and that all of it goes or none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybrid_tui.coach import lifting, opening
from hybrid_tui.coach.line_reading import MOST_ENTRIES
from hybrid_tui.coach.log import log, log_text
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.log_line import parse_log
from hybrid_tui.domain.record import BlockRecord, SessionRecord
from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus
from hybrid_tui.store import journal, reads_days, reads_plan, reads_sessions
from tests.coach.evening import Evening

HOUR = 3_600_000_000


@pytest.fixture
def evening() -> Evening:
    return Evening()


def said(evening: Evening, text: str, *, day: date | None = None, at_us: int | None = None) -> str:
    """Log the text and give the words."""
    return log_text(evening.store, evening.library, evening.now, text, day=day, at_us=at_us).words


def sessions(evening: Evening, day: date | None = None) -> tuple[SessionRecord, ...]:
    on = day or evening.now.day
    return reads_sessions.sessions_between(evening.store, on, on)


def blocks(evening: Evening) -> list[BlockRecord]:
    return [block for session in sessions(evening) for block in session.blocks]


def refused(evening: Evening, text: str) -> NotationError:
    """The mistake that logging the text is; nothing is stored of it."""
    with pytest.raises(NotationError) as raised:
        said(evening, text)
    assert not sessions(evening)
    assert journal.verify(evening.store) == 0
    return raised.value


def test_sets_become_a_done_session_of_their_own(evening: Evening) -> None:
    assert said(evening, "back squat 82.5kg 6 6 6 5 @8") == "Back squat 6,6,6,5 82.5kg @8"
    (session,) = sessions(evening)
    assert (session.name, session.kind, session.status) == (
        "Back squat",
        SessionKind.LIFT,
        SessionStatus.DONE,
    )
    assert session.plan_key is None
    (block,) = session.blocks
    assert (block.exercise, block.status, block.line) == ("back_squat", BlockStatus.DONE, "")
    assert [(each.reps, each.load, each.load_kg, each.rpe) for each in block.sets] == [
        (6, "82.5kg", 82.5, 8.0),
        (6, "82.5kg", 82.5, 8.0),
        (6, "82.5kg", 82.5, 8.0),
        (5, "82.5kg", 82.5, 8.0),
    ]
    assert {each.at_us for each in block.sets} == {evening.now.at_us}


@pytest.mark.parametrize(
    ("line", "load", "kg"),
    [
        ("bench press 180lb 5", "180lb", 81.6466),
        ("pull-up bw+10kg 5", "bw+10kg", 10.0),
        ("pull-up bw-20kg 5", "bw-20kg", -20.0),
        ("pull-up bw 5", "bw", 0.0),
        ("pull-up 5", None, None),
    ],
)
def test_loads_are_kept_as_typed_and_in_kilograms(
    evening: Evening, line: str, load: str | None, kg: float | None
) -> None:
    said(evening, line)
    (done,) = blocks(evening)[0].sets
    assert (done.load, done.load_kg) == (load, kg)


def test_groups_efforts_times_and_distances_are_sets(evening: Evening) -> None:
    said(evening, "back squat 80kg 5 + 85kg 3@9; push-up 10@2rir 8; plank 45s 40s; sled push 2x20mtr 60kg")
    squat, push, plank, sled = blocks(evening)
    assert [(each.reps, each.load, each.rpe) for each in squat.sets] == [(5, "80kg", None), (3, "85kg", 9.0)]
    assert [(each.reps, each.rpe) for each in push.sets] == [(10, 8.0), (8, None)]
    assert [(each.reps, each.seconds) for each in plank.sets] == [(None, 45.0), (None, 40.0)]
    assert [(each.metres, each.load_kg) for each in sled.sets] == [(20.0, 60.0), (20.0, 60.0)]
    assert sessions(evening)[0].kind is SessionKind.LIFT


def test_sides_are_one_set_and_jumps_count_both(evening: Evening) -> None:
    said(evening, "dumbbell row 10 9 a side 24kg; box jump 2x5 a side")
    row, jump = blocks(evening)
    assert row.side
    assert [(each.reps, each.right_reps) for each in row.sets] == [(10, None), (9, None)]
    assert [(each.reps, each.right_reps) for each in jump.sets] == [(5, 5), (5, 5)]


def test_a_run_keeps_each_step_and_rates_its_session(evening: Evening) -> None:
    said(evening, "hill sprint: 7x(12s @max hill 8% / 90s walk)  rpe 8  // windy")
    (session,) = sessions(evening)
    assert (session.kind, session.rpe, session.minutes) == (SessionKind.RUN, 8.0, 10.4)
    (block,) = session.blocks
    assert block.timed
    assert block.line == "hill sprint: 7x(12s @max hill 8% / 90s walk)"
    assert block.note == "windy"
    assert [each.kind for each in block.intervals] == ["work", "recover"] * 6 + ["work"]
    assert sum(each.seconds or 0 for each in block.intervals if each.sprint) == 84


def test_times_are_those_of_the_repeats(evening: Evening) -> None:
    said(evening, "hill sprint: 4m @easy + 2x(2x(40mtr hill / 3m walk) / 5m walk) in 7.9s 7.7s 7.8s 8.3s")
    (block,) = blocks(evening)
    work = [each for each in block.intervals if each.metres is not None]
    assert [each.seconds for each in work] == [7.9, 7.7, 7.8, 8.3]
    assert block.intervals[0].seconds == 240
    assert {each.seconds for each in block.intervals if each.kind == "recover"} == {180, 300}


def test_a_run_of_unknown_length_leaves_the_minutes_unknown(evening: Evening) -> None:
    said(evening, "easy run: 7.2km  rpe 4")
    (session,) = sessions(evening)
    assert session.minutes is None
    assert session.blocks[0].intervals[0].metres == 7200


def test_time_and_distance_of_a_run_are_both_kept(evening: Evening) -> None:
    said(evening, "easy run: 40m 7.2km  rpe 4")
    (session,) = sessions(evening)
    assert (session.minutes, session.rpe) == (40, 4)
    assert (session.began_us, session.ended_us) == (evening.now.at_us - 2400 * 1_000_000, evening.now.at_us)


def test_lines_of_one_evening_share_a_session(evening: Evening) -> None:
    said(evening, "hill sprint: 4x(8s hill / 60s walk)")
    said(evening, "back squat 5x5 80kg")
    said(evening, "back squat 3 90kg // felt heavy")
    (session,) = sessions(evening)
    assert session.kind is SessionKind.MIXED
    assert [block.name for block in session.blocks] == ["Hill sprint", "Back squat"]
    assert [each.position for each in session.blocks[1].sets] == list(range(6))
    assert session.blocks[1].note == "felt heavy"


def test_another_bout_and_another_rating_are_another_session(evening: Evening) -> None:
    said(evening, "easy run: 40m  rpe 4")
    said(evening, "hill sprint: 4x(8s hill / 60s walk)  rpe 8")
    assert [session.rpe for session in sessions(evening)] == [4, 8]
    evening.clock.advance(4 * 3600)
    said(evening, "plank 45s")
    assert len(sessions(evening)) == 3


def test_session_rates_the_last_one_or_makes_one(evening: Evening) -> None:
    said(evening, "session 68m rpe 7")
    assert [(each.name, each.minutes, each.rpe) for each in sessions(evening)] == [("Session", 68, 7)]
    said(evening, "back squat 5x5 80kg; session rpe 6 // slow")
    (session,) = sessions(evening)
    assert (session.name, session.minutes, session.rpe, session.note) == ("Back squat", 68, 6, "slow")


def test_facts_of_a_day_go_to_their_tables(evening: Evening) -> None:
    text = "slept 7h30; weight 163.5lb; protein 30g lunch // fish\nsore quads 2; sore lower back 3; tm squat 140kg"
    said(evening, text)
    store, day = evening.store, evening.now.day
    check = reads_days.checkin(store, day)
    assert check is not None
    assert check.slept_minutes == 450
    assert check.sore == {"quads": 2, "erectors": 3}
    assert [(each.kg, each.text) for each in reads_days.weights(store, day, day)] == [(74.162, "163.5 lb")]
    assert [(each.grams, each.words) for each in reads_days.foods(store, day, day)] == [(30, "lunch fish")]
    found = reads_plan.training_maxes(store, day)["back_squat"]
    assert (found.kg, found.text) == (140, "140kg")


def test_what_the_morning_said_before_stays(evening: Evening) -> None:
    said(evening, "slept 7h; sore back 5")
    said(evening, "sore back 2")
    check = reads_days.checkin(evening.store, evening.now.day)
    assert check is not None
    assert (check.slept_minutes, check.sore) == (420, {"back": 2})


def test_the_days_last_weight_counts(evening: Evening) -> None:
    said(evening, "weight 74kg")
    said(evening, "weight 74.2kg")
    assert [each.kg for each in reads_days.weights(evening.store, evening.now.day, evening.now.day)] == [74.2]


def test_a_rest_day_is_marked_once(evening: Evening) -> None:
    assert said(evening, "rest") == "Rest day"
    said(evening, "rest // sick")
    (session,) = sessions(evening)
    assert (session.name, session.kind, session.note) == ("Rest day", SessionKind.RECOVERY, "sick")
    said(evening, "push-up 10")
    assert len(sessions(evening)) == 2


def test_another_day_has_no_clock_unless_it_is_given(evening: Evening) -> None:
    before = evening.now.day - timedelta(days=1)
    assert said(evening, "push-up 10", day=before) == "Push-up 10 (Tue 24 Nov 2026)"
    (session,) = sessions(evening, before)
    assert (session.began_us, session.blocks[0].sets[0].at_us) == (None, None)
    said(evening, "easy run: 30m", day=before - timedelta(days=1), at_us=20 * HOUR)
    (session,) = sessions(evening, before - timedelta(days=1))
    assert (session.began_us, session.ended_us) == (20 * HOUR, 20 * HOUR + HOUR // 2)


def test_a_planned_session_is_never_fulfilled_silently(evening: Evening) -> None:
    evening.follow()
    said(evening, "bench press 6 60kg")
    assert [each.plan_key for each in sessions(evening)] == [None]
    assert evening.sheet().status is SessionStatus.PLANNED


def test_the_session_in_hand_is_filled_row_by_row(evening: Evening) -> None:
    evening.follow()
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    said(evening, "bench press 62.5kg 7 6")
    said(evening, "bench press 50kg 10")
    bench = evening.block("Bench press")
    assert [(each.position, each.done.reps, each.done.load) for each in bench.sets if each.done] == [
        (0, 6, "60kg"),
        (1, 7, "62.5kg"),
        (2, 6, "62.5kg"),
        (3, 10, "50kg"),
    ]
    assert bench.status is BlockStatus.DONE
    assert len(sessions(evening)) == 1


def test_a_run_fills_its_line_of_the_session_in_hand(evening: Evening) -> None:
    evening.follow()
    lifting.tick(evening.store, evening.library, evening.now, evening.spot("Bench press"))
    said(evening, "hill sprint: 2x(8s @9 hill 8% / 60s walk)  rpe 9")
    hills = evening.block("Hill sprint")
    assert (hills.status, hills.change, hills.note) == (BlockStatus.PARTIAL, "2 of 3", "rpe 9")
    said(evening, "easy run: 10m")
    assert evening.block("Easy run").status is BlockStatus.DONE
    (session,) = sessions(evening)
    assert (session.status, session.rpe, session.minutes) == (SessionStatus.OPEN, None, None)


def test_a_session_in_hand_of_another_day_is_left_alone(evening: Evening) -> None:
    opening.begin_free(evening.store, evening.library, evening.now)
    before = evening.now.day - timedelta(days=3)
    said(evening, "push-up 10", day=before)
    assert not sessions(evening)[0].blocks
    assert len(sessions(evening, before)) == 1


def test_all_of_a_call_is_stored_and_undone_as_one(evening: Evening) -> None:
    said(
        evening,
        "back squat 5x5 80kg\nslept 7h30; weight 74kg\n// a word\nhill sprint: 2x(8s hill / 60s walk)",
    )
    journal.verify_tables(evening.store)
    assert journal.undo(evening.store) is not None
    assert not sessions(evening)
    assert reads_days.checkin(evening.store, evening.now.day) is None
    assert journal.undo(evening.store) is None
    journal.redo(evening.store)
    assert len(blocks(evening)) == 2


def test_a_new_best_is_said(evening: Evening) -> None:
    said(evening, "back squat 80kg 5")
    evening.clock.advance(86_400)
    best = log_text(evening.store, evening.library, evening.now, "back squat 85kg 5").best
    assert best == "Back squat 85 kg × 5, the heaviest yet, was 80 kg"


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("back squat 5x5", 1, 15, "back squat needs a load"),
        ("slept 7h; back squat 5x5 // x", 1, 25, "back squat needs a load"),
        ("slept 7h\nsore nose 2", 2, 6, "nose is no muscle"),
        ("easy run 40m", 1, 6, "a run needs a colon"),
        ("weight 2kg", 1, 1, "no body weighs that"),
        ("slept 7h;  protein 900g", 1, 12, "no amount of protein"),
        ("tm easy run 80kg", 1, 4, "belongs to a lift"),
        ("slept 7h; nonsense 3x5", 1, 11, "not in the catalogue"),
        ("pull-up bw-1500kg 5", 1, 9, "at most 1000 off"),
        ("slept 7h; back squat bw-20kg 5", 1, 22, "back squat takes no help"),
        ("slept 7h; farmer carry 9999km 40kg", 1, 24, "1000km at most"),
        ("plank 30h", 1, 7, "24 hours at most"),
        ("easy run: 40m in 30h", 1, 1, "longer than a day"),
        ("", 1, 1, "nothing to log"),
    ],
)
def test_a_mistake_points_at_the_very_words(
    evening: Evening, text: str, line: int, column: int, message: str
) -> None:
    error = refused(evening, text)
    assert (error.line, error.column) == (line, column)
    assert message in error.message
    assert error.source == text.split("\n")[line - 1]


def test_a_mistake_in_an_entry_that_was_not_typed_shows_it_printed(evening: Evening) -> None:
    entries = parse_log("sore nose 2", names=evening.library.catalogue)
    with pytest.raises(NotationError) as raised:
        log(evening.store, evening.library, evening.now, entries)
    assert raised.value.source == "sore nose 2"


def test_too_much_at_once_is_refused(evening: Evening) -> None:
    assert "2000 lines" in refused(evening, "slept 7h\n" * (MOST_ENTRIES + 1)).message
    assert "5000 sets" in refused(evening, "push-up 100x5\n" * 51).message


def test_names_may_be_begun_only(evening: Evening) -> None:
    assert said(evening, "romanian 3x8 60kg") == "Romanian deadlift 3x8 60kg"


def test_many_entries_have_short_words(evening: Evening) -> None:
    assert said(evening, "protein 30g;" * 8).endswith("protein 30g and 2 more")


def test_markup_in_notes_is_kept_as_it_is(evening: Evening) -> None:
    said(evening, "push-up 10 // [/] [b]x")
    assert blocks(evening)[0].note == "[/] [b]x"
