"""The first answers: every way through them leads to a session today, and one undo takes all of it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from hybrid_tui.coach import following, programmes, sheets, starting
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.first_start import Answers, Choice, Goal, Kit, Level, Units, choose
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.domain.sheet import SheetState
from hybrid_tui.store import journal, reads_days, reads_plan, writes
from hybrid_tui.store.database import Store, open_memory
from tests.fixed_clock import FixedClock

DAY = date(2026, 11, 25)
MOMENT = Moment(at_us=1_795_629_600_000_000, boot_us=1, boot_id="boot-1", zone="UTC", day=DAY)
EVERY = [
    Answers(level=level, runs=runs, days=days, kit=kit, goal=goal, health=health)
    for level, runs, days, kit, goal, health in product(
        Level, (False, True), range(2, 7), Kit, Goal, (False, True)
    )
]
WAYS = {(choose(each).programme_id, choose(each).first_month): each for each in EVERY}
"""One set of answers for each place that the table leads to."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock())
    yield opened
    opened.close()


def everything(store: Store) -> tuple[object, ...]:
    return (
        reads_plan.settings(store),
        reads_plan.programmes(store),
        reads_days.weights(store, date.min, date.max),
    )


def test_every_combination_leads_to_one_of_the_ways_that_are_tried() -> None:
    assert {choose(each).programme_id for each in EVERY} == {programme_id for programme_id, _ in WAYS}


@pytest.mark.parametrize("answers", WAYS.values(), ids=[f"{name} {month}" for name, month in WAYS])
@pytest.mark.parametrize("weekday", range(0, 7, 3))
def test_every_way_has_a_session_today(
    store: Store, library: Library, answers: Answers, weekday: int
) -> None:
    moment = MOMENT._replace(day=DAY + timedelta(days=weekday))
    choice = choose(answers)
    starting.begin(store, library, moment, answers)
    plan = following.running_plan(store, library)
    assert plan is not None
    assert plan.programme.title == choice.why.partition(":")[0]
    assert following.is_first_month(store, plan) == choice.first_month
    sheet = sheets.work_out(store, library, moment)
    assert sheet.state is SheetState.PLANNED
    assert sheet.blocks
    assert sheet.place.startswith("week 1 of")


def test_the_answers_are_read_back_as_they_were_given(store: Store, library: Library) -> None:
    answers = Answers(
        units=Units.LB,
        body_weight_kg=74.8427,
        level=Level.NEW,
        runs=True,
        days=5,
        kit=Kit.GYM,
        goal=Goal.MUSCLE,
        health=True,
    )
    starting.begin(store, library, MOMENT, answers, weight_text="165lb")
    present = starting.defaults(store, library, MOMENT)
    assert present.answers == answers
    assert present.weight_text == "165lb"
    assert present.programme == "First Steps 3"
    assert reads_plan.settings(store)["level"] == "beginner"


def test_settings_of_another_program_are_not_believed(store: Store, library: Library) -> None:
    with store.write("elsewhere") as writer:
        for key, value in (("units", "stone"), ("days", 99), ("kit", None), ("level", 7), ("runs", "yes")):
            writes.save_setting(writer, key, value)
    assert starting.defaults(store, library, MOMENT).answers == Answers()


def test_one_undo_takes_everything_back_and_one_redo_brings_it_again(store: Store, library: Library) -> None:
    before = everything(store)
    assert starting.needed(store)
    starting.begin(store, library, MOMENT, Answers(body_weight_kg=74.2), weight_text="74.2kg")
    after = everything(store)
    assert not starting.needed(store)
    assert journal.undo(store) == "begin with Hill & Iron 3"
    assert everything(store) == before
    assert starting.needed(store)
    journal.redo(store)
    assert everything(store) == after
    journal.verify_tables(store)


def test_no_weight_is_stored_where_none_was_given(store: Store, library: Library) -> None:
    starting.begin(store, library, MOMENT, Answers())
    assert reads_days.latest_weight(store, DAY) is None


def test_a_weight_is_stored_once(store: Store, library: Library) -> None:
    answers = Answers(body_weight_kg=74.2)
    starting.begin(store, library, MOMENT, answers)
    starting.change(store, library, MOMENT, answers)
    starting.change(store, library, MOMENT, replace(answers, body_weight_kg=75.0))
    assert [each.text for each in reads_days.weights(store, DAY, DAY)] == ["74.2kg", "75kg"]


def test_changed_answers_keep_the_programme(store: Store, library: Library) -> None:
    starting.begin(store, library, MOMENT, Answers())
    held = reads_plan.programme(store)
    outcome = starting.change(store, library, MOMENT, Answers(kit=Kit.NONE, days=2))
    assert reads_plan.programme(store) == held
    assert reads_plan.settings(store)["kit"] == "none"
    assert "goes on" in outcome.words


def test_another_programme_only_when_it_is_asked_for(store: Store, library: Library) -> None:
    starting.begin(store, library, MOMENT, Answers())
    outcome = starting.change(store, library, MOMENT, Answers(kit=Kit.NONE), new_programme=True)
    assert outcome.words == "Body & Stairs 2 begins today."
    assert [row.status for row in reads_plan.programmes(store)] == ["active", "ended"]
    journal.undo(store)
    assert [row.name for row in reads_plan.programmes(store)] == ["Hill & Iron 3"]
    held = reads_plan.programme(store)
    assert held is not None
    assert held.status == "active"


def test_a_programme_chosen_before_the_first_answers_stays(store: Store, library: Library) -> None:
    programmes.use(
        store, library, MOMENT, "hill-iron-4", DAY + timedelta(days=47), begins_today=False, first_month=False
    )
    outcome = starting.begin(store, library, MOMENT, Answers())
    row = reads_plan.programme(store)
    assert row is not None
    assert (row.name, row.start_day) == ("Hill & Iron 4", DAY + timedelta(days=47))
    assert "Hill & Iron 4, which you chose before, goes on" in outcome.words
    assert reads_plan.settings(store)["level"] == Answers().level
    # A yes on the health line comes before what was chosen.
    starting.begin(store, library, MOMENT, Answers(health=True))
    row = reads_plan.programme(store)
    assert row is not None
    assert row.name.startswith("First Steps")


def test_who_trained_today_begins_tomorrow(store: Store, library: Library) -> None:
    session = SessionRecord(
        id=store.new_id(), day=DAY, name="Run", kind=SessionKind.RUN, status=SessionStatus.DONE
    )
    with store.write("run") as writer:
        writes.save(writer, session)
    assert starting.begin(store, library, MOMENT, Answers()).words == "Hill & Iron 3 begins tomorrow."
    lead = starting.lead(store, library, MOMENT, Answers())
    assert lead.start == lead.week[0].day == DAY + timedelta(days=1)


def test_a_refused_write_leaves_nothing_behind(store: Store, library: Library) -> None:
    before = everything(store)
    with pytest.raises(ValueError, match="days a week"):
        starting.begin(store, library, MOMENT, Answers(days=9))
    assert everything(store) == before


def test_the_lead_names_the_programme_and_its_first_week(store: Store, library: Library) -> None:
    lead = starting.lead(store, library, MOMENT, Answers())
    assert isinstance(lead.choice, Choice)
    assert lead.title == "Hill & Iron 3"
    assert [(each.day, each.title) for each in lead.week] == [
        (DAY, "Full body A"),
        (DAY + timedelta(days=2), "Short hills and upper body"),
        (DAY + timedelta(days=4), "Full body B and an easy run"),
    ]


@pytest.mark.parametrize(
    ("text", "units", "kg", "words"),
    [
        ("74.2", Units.KG, 74.2, "74.2kg"),
        (" 74,2 kg ", Units.LB, 74.2, "74.2kg"),
        ("165", Units.LB, 74.8427, "165lb"),
        ("165 LBS", Units.KG, 74.8427, "165lb"),
    ],
)
def test_a_weight_is_read_in_its_own_unit(text: str, units: Units, kg: float, words: str) -> None:
    assert starting.read_weight(text, units) == (kg, words)


@pytest.mark.parametrize(
    ("text", "column"),
    [("heavy", 1), ("  x", 3), ("74.2.1", 5), ("74 stone", 4), ("7", 1), ("4000", 1), ("-80", 1), ("٧٤", 1)],
)
def test_what_is_no_weight_is_pointed_at(text: str, column: int) -> None:
    with pytest.raises(NotationError) as caught:
        starting.read_weight(text, Units.KG)
    assert caught.value.column == column


def test_an_empty_weight_is_no_weight() -> None:
    assert starting.read_weight("  ", Units.KG) is None


def test_the_shelf_tells_what_one_chooses_by(library: Library) -> None:
    shelf = programmes.shelf(library)
    assert {each.id for each in shelf} == set(library.programme_ids)
    entry = next(each for each in shelf if each.id == "hill-iron-5")
    assert (entry.title, entry.level, entry.days) == ("Hill & Iron 5", "intermediate", 5)
    assert "barbell" in entry.equipment
    assert entry.about
    assert shelf[0].level == "beginner"


def test_a_programme_begins_on_a_day_with_its_own_weekdays(store: Store, library: Library) -> None:
    monday = date(2026, 11, 30)
    outcome = programmes.use(
        store, library, MOMENT, "hill-iron-3", monday, begins_today=False, first_month=False
    )
    assert outcome.words == "Hill & Iron 3 begins on Mon 30 Nov."
    plan = following.running_plan(store, library)
    assert plan is not None
    assert (plan.anchor, plan.start) == (monday, monday)
    assert not following.is_first_month(store, plan)
    assert journal.undo(store) == "begin Hill & Iron 3"
    assert reads_plan.programme(store) is None


def test_an_unknown_programme_changes_nothing(store: Store, library: Library) -> None:
    with pytest.raises(KeyError):
        programmes.use(store, library, MOMENT, "../secret", DAY, begins_today=True, first_month=False)
    assert reads_plan.programmes(store) == ()
