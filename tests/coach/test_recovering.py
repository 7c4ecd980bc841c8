"""The verbs of recovery and the day they make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybrid_tui.coach import recovering
from hybrid_tui.coach.recovery_amounts import read_grams, read_own_food, read_weight
from hybrid_tui.coach.recovery_day import MUSCLE_GROUPS, RecoveryDay, sore_groups, sore_with
from hybrid_tui.domain.muscles import MUSCLES
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.nutrition import Exclusion
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.store import journal, reads_days, writes
from hybrid_tui.store.database import Store, open_memory
from tests.fixed_clock import FixedClock
from tests.store.facts import lift_session
from tests.tui.recovery_days import DAY, LIBRARY, MORNING, fill, fill_mornings, follow, moment

THURSDAY = DAY + timedelta(days=1)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock(MORNING))
    yield opened
    opened.close()


def the_day(store: Store, day: date = DAY) -> RecoveryDay:
    return recovering.day(store, LIBRARY, moment(), day)


def setting(store: Store, key: str, value: object) -> None:
    with store.write("set") as writer:
        writes.save_setting(writer, key, value)


def item(found: RecoveryDay, identifier: str) -> object:
    return next(each for each in found.items if each.id == identifier)


def test_an_empty_day_knows_nothing_and_claims_nothing(store: Store) -> None:
    found = the_day(store)
    assert not found.checked
    assert found.morning.score is None
    assert found.eaten is None
    assert found.sore == {}
    assert found.protein.grams is None
    assert found.asks_weight
    assert (found.mean_sleep, found.mean_protein, found.mean_score) == (None, None, None)
    assert [each.id for each in found.items if each.done is None or each.by_hand] == [
        "slept",
        "meals",
        "protein",
        "plate",
        "water",
        "moved",
        "rest",
    ]


def test_a_kept_week(store: Store) -> None:
    fill(store)
    found = the_day(store)
    assert found.morning.score == 75
    assert found.morning.readiness is not None
    assert found.morning.readiness.sum_words == "75 = 100·(28-10)/24, no penalty"
    assert found.eaten == 96
    assert found.kg == 74.2
    assert found.pulse_rise == 1
    assert found.mean_sleep == pytest.approx((460 + 440 + 485 + 430 + 450 + 395 + 415) / 7)
    assert [each.day for each in found.week] == [DAY - timedelta(days=ago) for ago in range(6, -1, -1)]
    assert found.sore == {"quads": 2, "hamstrings": 1, "glutes": 1, "calves": 0}
    assert found.done == 3, "slept, three meals, water; without a plan no rest day is kept or broken"


def test_the_check_in_keeps_its_hour_and_what_was_sore(store: Store) -> None:
    recovering.set_sore(store, moment(), DAY, "quads", 4)
    answers = CheckIn(day=DAY, sleep=2, fatigue=3, stress=2, soreness=3, flags=())
    recovering.save_checkin(store, moment(), DAY, answers)
    later = moment(MORNING + timedelta(hours=5))
    recovering.save_checkin(store, later, DAY, CheckIn(day=DAY, sleep=7, fatigue=3, stress=2, soreness=3))
    kept = reads_days.checkin(store, DAY)
    assert kept is not None
    assert (kept.sleep, kept.sore, kept.at_us) == (7, {"quads": 4}, moment().at_us)
    assert journal.undo(store) == "check-in of Wed 25 Nov"
    kept = reads_days.checkin(store, DAY)
    assert kept is not None
    assert kept.sleep == 2


def test_a_past_day_can_be_filled_in(store: Store) -> None:
    past = DAY - timedelta(days=3)
    recovering.save_checkin(
        store, moment(), past, CheckIn(day=past, sleep=1, fatigue=1, stress=1, soreness=1)
    )
    recovering.eat(store, moment(), past, 30)
    recovering.tick(store, moment(), past, "water")
    found = the_day(store, past)
    assert (found.morning.score, found.eaten, found.is_today) == (100, 30, False)
    assert found.ticked == {"water"}
    assert the_day(store).ticked == frozenset()


@pytest.mark.parametrize(
    ("do", "words"),
    [
        (lambda store: recovering.eat(store, moment(), DAY, 30), "protein 30 g"),
        (lambda store: recovering.eat(store, moment(), DAY, 32.5, "whey [/]"), "whey [/] 32.5 g"),
        (lambda store: recovering.weigh(store, moment(), DAY, "74,2"), "weight 74.2 kg"),
        (lambda store: recovering.tick(store, moment(), DAY, "plate"), "tick a balanced plate"),
        (lambda store: recovering.set_sore(store, moment(), DAY, "quads", 3), "quads sore 3"),
        (lambda store: recovering.add_own_food(store, moment(), "curd 25g"), "own food curd"),
    ],
)
def test_each_verb_is_one_step_that_can_be_taken_back(
    store: Store, do: Callable[[Store], object], words: str
) -> None:
    before = the_day(store)
    do(store)
    assert the_day(store) != before
    assert journal.undo(store) == words
    assert replaced_check(the_day(store)) == replaced_check(before)
    assert journal.undo(store) is None


def replaced_check(found: RecoveryDay) -> tuple[object, ...]:
    """What the person would see again."""
    return (found.items, found.foods, found.kg, dict(found.sore), found.own_foods)


def test_meals_filled_in_for_a_past_day_do_not_run_together(store: Store) -> None:
    day = DAY - timedelta(days=2)
    for grams in (30, 40, 35):
        recovering.eat(store, moment(), day, grams)
    found = recovering.day(store, LIBRARY, moment(), day)
    assert {item.id: item.value for item in found.items}["meals"] == "3 of 3"


def test_ticks_are_only_for_what_the_log_cannot_know(store: Store) -> None:
    recovering.tick(store, moment(), DAY, "moved")
    recovering.untick(store, moment(), DAY, "moved")
    assert the_day(store).ticked == frozenset()
    for decided in ("slept", "protein", "rest"):
        with pytest.raises(KeyError):
            recovering.tick(store, moment(), DAY, decided)


def test_food_is_removed_and_comes_back(store: Store) -> None:
    recovering.eat(store, moment(), DAY, 30)
    food = the_day(store).foods[0]
    recovering.remove_food(store, moment(), food.id)
    recovering.remove_food(store, moment(), food.id)
    assert the_day(store).eaten is None, "nothing logged is not the same as nothing eaten"
    assert journal.undo(store) == "remove a food"
    assert the_day(store).foods == (food,)


@pytest.mark.parametrize("grams", [0, -5, 501])
def test_nobody_eats_that(store: Store, grams: float) -> None:
    with pytest.raises(ValueError, match="between 1 and 500"):
        recovering.eat(store, moment(), DAY, grams)


@pytest.mark.parametrize(
    ("text", "lb", "kg", "shown"),
    [
        ("74.2kg", True, 74.2, "74.2 kg"),
        ("74,2", False, 74.2, "74.2 kg"),
        (" 163 LB ", False, 73.936, "163 lb"),
        ("163.5", True, 74.162, "163.5 lb"),
    ],
)
def test_weight_is_read_in_the_unit_it_was_given(text: str, lb: bool, kg: float, shown: str) -> None:
    found, words = read_weight(text, lb=lb)
    assert (round(found, 3), words) == (kg, shown)


@pytest.mark.parametrize("text", ["", "heavy", "7", "742", "74.2 stone", "-74", "1e9", "nan"])
def test_a_weight_that_is_none_is_refused_with_an_example(store: Store, text: str) -> None:
    with pytest.raises(NotationError) as caught:
        recovering.weigh(store, moment(), DAY, text)
    assert caught.value.hint
    assert the_day(store).kg is None


def test_the_days_last_weight_counts(store: Store) -> None:
    setting(store, "units", "lb")
    recovering.weigh(store, moment(), DAY, "163")
    recovering.weigh(store, moment(), DAY, "165")
    assert [each.text for each in reads_days.weights(store, DAY, DAY)] == ["165 lb"]
    assert the_day(store).lb


def test_a_day_before_the_first_weight_takes_the_first_one(store: Store) -> None:
    recovering.weigh(store, moment(), DAY, "80kg")
    assert the_day(store, DAY - timedelta(days=5)).kg == 80


@pytest.mark.parametrize(
    ("text", "grams"), [("3", 30), ("35", 35), ("3g", 3), ("32,5 g", 32.5), ("120", 120)]
)
def test_grams_and_the_short_form_of_tens(text: str, grams: float) -> None:
    assert read_grams(text) == grams


@pytest.mark.parametrize("text", ["", "0", "x", "501", "3h", "12.345"])
def test_no_grams(text: str) -> None:
    with pytest.raises(NotationError):
        read_grams(text)


def test_own_foods_take_a_letter(store: Store) -> None:
    recovering.add_own_food(store, moment(), "w whey shake 25g")
    recovering.add_own_food(store, moment(), "walnut bread 12")
    recovering.add_own_food(store, moment(), "w water [/] 1g")
    foods = {food.letter: (food.name, food.grams) for food in the_day(store).own_foods}
    assert foods == {"w": ("water [/]", 1.0), "a": ("walnut bread", 12.0)}
    recovering.remove_own_food(store, moment(), "w")
    recovering.remove_own_food(store, moment(), "z")
    assert [food.letter for food in the_day(store).own_foods] == ["a"]


@pytest.mark.parametrize("text", ["", "whey", "w whey", "whey lots"])
def test_an_own_food_needs_name_and_grams(text: str) -> None:
    with pytest.raises(NotationError):
        read_own_food(text)


def test_a_setting_that_makes_no_sense_is_no_food(store: Store) -> None:
    setting(
        store, "foods", {"w": "whey", "long": {"name": "x", "grams": 3}, "q": {"name": "curd", "grams": 30}}
    )
    assert [food.name for food in the_day(store).own_foods] == ["curd"]


def test_soreness_is_shown_by_groups_and_the_worst_counts(store: Store) -> None:
    assert {muscle for group in MUSCLE_GROUPS.values() for muscle in group} >= set(MUSCLES)
    assert sore_groups({"lats": 6, "back": 2, "biceps": 1}) == {"back": 6, "arms": 1}
    assert sore_with({"lats": 6, "quads": 2}, "back", 1) == {"quads": 2, "back": 1}
    assert sore_with({"lats": 6}, "back", None) == {}
    with pytest.raises(KeyError):
        recovering.set_sore(store, moment(), DAY, "ear", 3)


@pytest.mark.parametrize(("said", "why"), [
    (["kidney disease"], Exclusion.KIDNEY), (["pregnancy"], Exclusion.PREGNANT),
    (["heart", "under 18"], Exclusion.UNDER_18),
])  # fmt: skip
def test_where_a_doctor_decides_there_is_no_target(store: Store, said: list[str], why: Exclusion) -> None:
    recovering.weigh(store, moment(), DAY, "74kg")
    setting(store, "excluded", said)
    found = the_day(store)
    assert found.protein.grams is None
    assert why.value in found.protein.sentence
    assert not found.asks_weight
    assert all(each.target is None for each in found.week)


def test_the_target_follows_what_was_done(store: Store) -> None:
    recovering.weigh(store, moment(), DAY, "75kg")
    assert the_day(store).protein.per_kg == 1.4
    with store.write("session") as writer:
        writes.save_session(writer, lift_session())
    found = the_day(store)
    assert (found.protein.per_kg, found.protein.grams) == (1.8, 135)
    setting(store, "goal", "lean")
    assert the_day(store).protein.per_kg == 2.0
    assert found.week[-1].target == 135


def test_the_target_follows_what_the_plan_asks(store: Store) -> None:
    recovering.weigh(store, moment(), DAY, "75kg")
    follow(store)
    monday = recovering.day(store, LIBRARY, moment(), date(2026, 11, 23))
    rest = recovering.day(store, LIBRARY, moment(), date(2026, 11, 22))
    assert monday.protein.per_kg is not None
    assert rest.protein.per_kg is not None
    assert monday.protein.per_kg > rest.protein.per_kg == 1.4


def test_rest_days_are_the_plans(store: Store) -> None:
    follow(store)
    resting = [
        each
        for each in (date(2026, 11, 16) + timedelta(days=offset) for offset in range(7))
        if any(i.id == "rest" and i.done for i in recovering.day(store, LIBRARY, moment(), each).items)
    ]
    assert 2 <= len(resting) <= 4
    before = recovering.day(store, LIBRARY, moment(), resting[-1] - timedelta(days=1))
    assert "rest day" in before.tomorrow
    with store.write("session") as writer:
        writes.save_session(writer, lift_session(day=resting[-1], status=SessionStatus.DONE))
    broken = recovering.day(store, LIBRARY, moment(), resting[-1])
    assert next(i for i in broken.items if i.id == "rest").done is False


def test_before_the_plan_nothing_is_a_planned_rest(store: Store) -> None:
    follow(store, start=date(2026, 11, 30))
    assert next(i for i in the_day(store).items if i.id == "rest").value == "no training logged"


def test_a_red_flag_comes_before_the_score(store: Store) -> None:
    fill_mornings(store, days=1)
    check = reads_days.checkin(store, DAY)
    assert check is not None
    recovering.save_checkin(store, moment(), DAY, replace(check, flags=("fever",)))
    found = the_day(store)
    assert (found.morning.score, found.morning.band) == (75, "rest")
    assert "fever" in found.morning.stop
