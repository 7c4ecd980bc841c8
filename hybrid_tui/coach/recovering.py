"""Verbs of recovery: check in, tick, eat, weigh, say where it is sore; and the day they make.

Each verb is one transaction, whose words an undo repeats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hybrid_tui.coach import recovery_day, recovery_read
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.recovery_amounts import MOST_GRAMS, read_own_food, read_weight
from hybrid_tui.coach.recovery_day import MUSCLE_GROUPS, OwnFood, RecoveryDay
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.own_items import own_items
from hybrid_tui.domain.record import BodyWeight, CheckIn, Food
from hybrid_tui.domain.text import clean
from hybrid_tui.store import reads_days, reads_plan, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import Tick

BY_HAND = {
    "carbohydrate": "carbohydrate within 2 h",
    "calves": "calf raises and ankle mobility",
    "meals": "three meals with protein",
    "plate": "a balanced plate",
    "water": "water: pale by evening",
    "moved": "10 min walk or mobility",
}
"""Items of the list that a person may tick, in the words of an undo."""


def day(store: Store, library: Library, moment: Moment, day: date) -> RecoveryDay:
    """Everything the screen says of a day. Raises StoreError."""
    with store.snapshot():
        found = recovery_read.read(store, library, moment, day)
    return found.view()


def save_checkin(store: Store, moment: Moment, day: date, check: CheckIn, weight: str = "") -> None:
    """Keep a day's answers in the place of those before; what was sore stays.

    `weight` is a body weight as it was typed, kept in the same step. Raises NotationError and StoreError.
    """
    before = reads_days.checkin(store, day)
    asked_at = before.at_us if before is not None and before.at_us is not None else moment.at_us
    sore = {**(before.sore if before is not None else {}), **check.sore}
    weighed = _weight(store, moment, day, weight) if weight else None
    with store.write(f"check-in of {day_words(day)}") as writer:
        writes.save_checkin(writer, replace(check, day=day, at_us=asked_at, sore=sore))
        if weighed is not None:
            writes.save(writer, weighed)


def tick(store: Store, moment: Moment, day: date, item: str) -> None:
    """Tick an item of the day's list. Raises KeyError for one that the log decides, and StoreError."""
    with store.write(f"tick {_by_hand(store, item)}") as writer:
        writes.tick(writer, Tick(day=day, item=item, at_us=moment.at_us))


def untick(store: Store, moment: Moment, day: date, item: str) -> None:
    """Take a tick back. Raises KeyError for an item that the log decides, and StoreError."""
    with store.write(f"untick {_by_hand(store, item)}") as writer:
        writes.untick(writer, day, item)


def _by_hand(store: Store, item: str) -> str:
    """The item's words; KeyError where no hand ticks it."""
    own = {each.id: each.title for each in own_items(reads_plan.settings(store))}
    return BY_HAND[item] if item in BY_HAND else own[item]


def eat(store: Store, moment: Moment, day: date, grams: float, words: str = "") -> None:
    """Log protein, with what it was. Raises ValueError for an amount nobody eats, and StoreError."""
    if not 0 < grams <= MOST_GRAMS:
        raise ValueError(f"Write between 1 and {MOST_GRAMS:g} g of protein.")
    name = clean(words, limit=200).strip()
    # Of a past day the hour is not known, so what is filled in never runs together into one meal.
    at_us = moment.at_us if day == moment.day else None
    with store.write(f"{name or 'protein'} {grams:g} g") as writer:
        writes.save(writer, Food(id=writer.new_id(), day=day, grams=grams, words=name, at_us=at_us))


def remove_food(store: Store, moment: Moment, food_id: str) -> None:
    """Take something eaten out of the log; nothing happens where it is gone already. Raises StoreError."""
    with store.write("remove a food") as writer:
        writes.remove(writer, Food, food_id)


def weigh(store: Store, moment: Moment, day: date, text: str) -> float:
    """Keep the day's body weight as it was typed, and give it in kilograms; the day's last word counts.

    `74.2` is in the person's own unit, `74.2kg` and `163lb` in theirs. Raises NotationError and StoreError.
    """
    found = _weight(store, moment, day, text)
    with store.write(f"weight {found.text}") as writer:
        writes.save(writer, found)
    return found.kg


def set_sore(store: Store, moment: Moment, day: date, group: str, value: int | None) -> None:
    """Say how sore a muscle group is, 0-10; None when it is not known. Raises KeyError and StoreError."""
    if group not in MUSCLE_GROUPS:
        raise KeyError(group)
    check = reads_days.checkin(store, day) or CheckIn(day=day)
    words = f"{group} sore {value}" if value is not None else f"{group} not known"
    with store.write(words) as writer:
        writes.save_checkin(writer, replace(check, sore=recovery_day.sore_with(check.sore, group, value)))


def add_own_food(store: Store, moment: Moment, text: str) -> OwnFood:
    """Keep a food behind a letter: `w whey shake 25g`; without a letter the name's first free one is taken.

    Raises NotationError and StoreError.
    """
    taken = recovery_day.own_foods(reads_plan.settings(store))
    food = read_own_food(text, [each.letter for each in taken])
    _keep_foods(
        store, (*(each for each in taken if each.letter != food.letter), food), f"own food {food.name}"
    )
    return food


def remove_own_food(store: Store, moment: Moment, letter: str) -> None:
    """Forget the food behind a letter; what was eaten of it stays. Raises StoreError."""
    taken = recovery_day.own_foods(reads_plan.settings(store))
    gone = next((each for each in taken if each.letter == letter), None)
    if gone is not None:
        _keep_foods(store, tuple(each for each in taken if each is not gone), f"forget own food {gone.name}")


def _weight(store: Store, moment: Moment, day: date, text: str) -> BodyWeight:
    """The day's weight as typed, in the place of one of the same day. Raises NotationError."""
    kg, typed = read_weight(text, lb=reads_plan.settings(store).get("units") == "lb")
    same_day = reads_days.weights(store, day, day)
    identifier = same_day[-1].id if same_day else store.new_id()
    return BodyWeight(id=identifier, day=day, kg=kg, text=typed, at_us=moment.at_us)


def _keep_foods(store: Store, foods: Sequence[OwnFood], words: str) -> None:
    stored = {food.letter: {"name": food.name, "grams": food.grams} for food in foods}
    with store.write(words) as writer:
        writes.save_setting(writer, "foods", stored)
