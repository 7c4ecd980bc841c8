"""The day's list: what the log decides, what a hand ticks, and that nothing unknown fails."""

from dataclasses import replace
from datetime import date

import pytest

from hybrid_tui.domain.checklist import ChecklistDay, ChecklistItem, checklist, weeks_kept
from hybrid_tui.domain.record import Food

DAY = date(2026, 11, 25)


def food(grams: float) -> Food:
    return Food(id=str(grams), day=DAY, grams=grams)


def item(facts: ChecklistDay, id: str) -> ChecklistItem:
    return next(line for line in checklist(facts) if line.id == id)


def test_the_screens_example() -> None:
    facts = ChecklistDay(
        day=DAY,
        slept_minutes=460,
        foods=(food(30), food(32), food(34)),
        protein_target=135,
        rest_day=False,
        trained=True,
        next_rest=date(2026, 11, 26),
    )
    assert [(line.title, line.done, line.value) for line in checklist(facts)] == [
        ("Slept 7 h or more", True, "7:40 of 8:00"),
        ("Three meals with protein", True, "3 of 3"),
        ("Protein to target", False, "39 g to go"),
        ("A balanced plate: protein, carbohydrate, healthy fat", False, ""),
        ("Water: pale by evening", False, ""),
        ("10 min walk or mobility", False, ""),
        ("Rest day kept", None, "tomorrow"),
    ]


def test_an_empty_day_is_unknown_not_failed() -> None:
    facts = ChecklistDay(day=DAY, protein_target=120)
    assert item(facts, "slept").done is None
    assert item(facts, "meals").done is None
    assert item(facts, "protein").done is None


def test_ticks_count_where_a_hand_decides() -> None:
    facts = ChecklistDay(day=DAY, ticked=frozenset({"water", "meals", "slept"}))
    assert item(facts, "water").done
    assert item(facts, "meals").done
    assert item(facts, "slept").done is None


def test_a_walk_in_the_log_ticks_itself() -> None:
    assert item(ChecklistDay(day=DAY, moved=True), "moved").done


def test_short_nights_and_small_snacks() -> None:
    facts = ChecklistDay(day=DAY, slept_minutes=400, foods=(food(5), food(40)))
    assert item(facts, "slept").done is False
    assert item(facts, "meals").value == "1 of 3"
    assert item(facts, "protein").value == "45 g"


def test_what_is_eaten_within_an_hour_is_one_meal() -> None:
    hour = 3_600_000_000
    foods = tuple(replace(food(grams), at_us=int(at * hour)) for grams, at in ((10, 7), (10, 7.5), (25, 12)))
    assert item(ChecklistDay(day=DAY, foods=foods), "meals").value == "2 of 3"


def test_protein_reached() -> None:
    done = item(ChecklistDay(day=DAY, foods=(food(140),), protein_target=135), "protein")
    assert (done.done, done.value) == (True, "140 of 135 g")


@pytest.mark.parametrize(("trained", "done"), [(False, True), (True, False)])
def test_rest_days(trained: bool, done: bool) -> None:
    facts = ChecklistDay(day=DAY, rest_day=True, trained=trained)
    assert item(facts, "rest").done is done
    assert item(replace(facts, rest_day=None), "rest").done is None, "no plan, no rest day to keep"


@pytest.mark.parametrize(
    ("met", "current", "streak"),
    [
        ((), None, 0),
        ((), True, 1),
        ((True, True), None, 2),
        ((True, True), False, 2),
        ((True, False, True), True, 2),
        ((True, None, True), None, 2),
        ((False,), None, 0),
    ],
)
def test_the_streak_counts_weeks(met: tuple[bool | None, ...], current: bool | None, streak: int) -> None:
    assert weeks_kept(met, current=current) == streak
