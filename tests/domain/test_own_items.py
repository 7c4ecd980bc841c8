"""Items of one's own, and those that the training brings onto the list."""

from datetime import date

import pytest

from hybrid_tui.domain.checklist import ChecklistDay, checklist
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.nutrition import DayType
from hybrid_tui.domain.own_items import OwnItem, as_stored, own_items, read_own_item

WEDNESDAY = date(2026, 11, 25)


def more(facts: ChecklistDay) -> list[tuple[str, str]]:
    """What stands on the list beyond the seven usual items."""
    return [(item.title, item.value) for item in checklist(facts)[7:]]


def test_days_are_weekdays_or_kinds_of_day() -> None:
    assert read_own_item("foam roll", "a") == OwnItem(id="a", title="Foam roll")
    roll = read_own_item("foam roll: mon, wednesday", "a")
    assert roll.days == ("mon", "wed")
    assert roll.is_on(WEDNESDAY, DayType.REST)
    assert not roll.is_on(date(2026, 11, 26), DayType.LIFT)
    lift = read_own_item("creatine: lift", "b")
    assert [kind for kind in DayType if lift.is_on(WEDNESDAY, kind)] == [DayType.LIFT, DayType.BOTH]
    assert (roll.reason(WEDNESDAY), lift.reason(WEDNESDAY)) == ("Wed", "lift day")


@pytest.mark.parametrize(
    ("text", "column"), [("", 1), (" : mon", 1), ("roll: mon someday", 11), ("x" * 41, 41)]
)
def test_what_cannot_be_read(text: str, column: int) -> None:
    with pytest.raises(NotationError) as found:
        read_own_item(text, "a")
    assert found.value.column == column


def test_what_is_stored_comes_back_and_strange_rows_are_left_out() -> None:
    item = read_own_item("[b]roll[/]: rest", "a")
    assert own_items({"own_items": [as_stored(item), 7, {"id": 1}, {"id": "x", "title": ""}]}) == (item,)
    assert own_items({"own_items": "roll"}) == ()


def test_the_training_brings_items_with_their_reason() -> None:
    assert more(ChecklistDay(day=WEDNESDAY)) == []
    assert more(ChecklistDay(day=WEDNESDAY, hard_today=1)) == []
    assert more(ChecklistDay(day=WEDNESDAY, hard_tomorrow=2)) == []
    carbohydrate = [("Carbohydrate within 2 h", "two hard sessions in 24 h")]
    assert more(ChecklistDay(day=WEDNESDAY, hard_today=1, hard_tomorrow=1)) == carbohydrate
    assert more(ChecklistDay(day=WEDNESDAY, hard_today=2)) == carbohydrate
    assert more(ChecklistDay(day=WEDNESDAY, contacts_yesterday=29)) == []
    assert more(ChecklistDay(day=WEDNESDAY, contacts_yesterday=90)) == [
        ("Calf raises and ankle mobility", "90 contacts yesterday")
    ]


def test_a_rest_day_says_what_is_fine() -> None:
    moved = checklist(ChecklistDay(day=WEDNESDAY, rest_day=True))[5]
    assert moved.value == "a walk is fine, sprints are not"
    assert checklist(ChecklistDay(day=WEDNESDAY, rest_day=False))[5].value == ""


def test_own_items_stand_last_and_only_on_their_days() -> None:
    own = (OwnItem(id="a", title="Roll", days=("wed",)), OwnItem(id="b", title="Nap", days=("rest",)))
    facts = ChecklistDay(day=WEDNESDAY, own=own, kind=DayType.LIFT, ticked=frozenset({"a"}))
    assert [(item.id, item.done, item.value) for item in checklist(facts)[7:]] == [("a", True, "Wed")]
