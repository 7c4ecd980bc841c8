"""The day's recovery list: items the log decides, and items ticked by hand (7.5). No score is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from hybrid_tui.domain import choices
from hybrid_tui.domain.calendar import day_from
from hybrid_tui.domain.meals import meals
from hybrid_tui.domain.nutrition import DayType, half_up
from hybrid_tui.domain.own_items import OwnItem
from hybrid_tui.domain.record import Food

MEALS: Final = 3
"""Meals with protein that a day asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistDay:
    """What is known about a day."""

    day: date
    slept_minutes: int | None = None
    sleep_target_minutes: int = choices.SLEEP_2_15_TARGET_MINUTES
    foods: tuple[Food, ...] = ()
    protein_target: int | None = None
    """Grams; None when there is no target."""
    ticked: frozenset[str] = frozenset()
    """Ids that were ticked by hand."""
    moved: bool = False
    """Whether a walk or mobility is in the log."""
    rest_day: bool | None = None
    """Whether the plan keeps this day free; None without a plan."""
    trained: bool = False
    """Whether a session other than recovery was done."""
    next_rest: date | None = None
    """The next day that the plan keeps free, seen from this one."""
    hard_today: int = 0
    """Hard sessions of the day, done or still planned, and"""
    hard_tomorrow: int = 0
    """… of the day after."""
    contacts_yesterday: int = 0
    """Landings of jumps."""
    own: tuple[OwnItem, ...] = ()
    """The person's own items."""
    kind: DayType = DayType.REST
    """What the day's training is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One line of the list."""

    id: str
    title: str
    done: bool | None
    """None while it cannot be known."""
    by_hand: bool
    """Whether a tick decides; else the log does."""
    value: str = ""
    """What is known in few words, `7:40 of 8:00`, `39 g to go`; or why the item is there."""
    own: bool = False
    """Whether it is the person's own."""


def hours_words(minutes: float) -> str:
    """Minutes as `7:40`."""
    whole = half_up(minutes)
    return f"{whole // 60}:{whole % 60:02d}"


def protein_meals(foods: Sequence[Food]) -> int:
    """Meals with enough protein; what was eaten within an hour is one meal (2.14)."""
    return sum(grams >= choices.PROTEIN_2_14_MEAL_GRAMS for grams in meals(foods))


def checklist(facts: ChecklistDay) -> tuple[ChecklistItem, ...]:
    """The day's list in its fixed order; what the training asks for stands last, with its reason.

    What is not logged is unknown, never failed.
    """
    return (
        _slept(facts),
        _meals(facts),
        _protein(facts),
        _ticked(facts, "plate", "A balanced plate: protein, carbohydrate, healthy fat"),
        _ticked(facts, "water", "Water: pale by evening"),
        _moved(facts),
        _rest(facts),
        *_asked_by_training(facts),
        *(_own(facts, each) for each in facts.own if each.is_on(facts.day, facts.kind)),
    )


def _moved(facts: ChecklistDay) -> ChecklistItem:
    item = _ticked(facts, "moved", "10 min walk or mobility", also=facts.moved)
    if facts.rest_day and not facts.trained and not item.done:
        return replace(item, value="a walk is fine, sprints are not")
    return item


def _asked_by_training(facts: ChecklistDay) -> list[ChecklistItem]:
    """Items that only some days bring."""
    found: list[ChecklistItem] = []
    if facts.hard_today and facts.hard_today + facts.hard_tomorrow >= 2:
        item = _ticked(facts, "carbohydrate", "Carbohydrate within 2 h")
        found.append(replace(item, value="two hard sessions in 24 h"))
    if facts.contacts_yesterday >= choices.CLASS_A_4_CONTACTS:
        item = _ticked(facts, "calves", "Calf raises and ankle mobility")
        found.append(replace(item, value=f"{facts.contacts_yesterday} contacts yesterday"))
    return found


def _own(facts: ChecklistDay, own: OwnItem) -> ChecklistItem:
    return replace(_ticked(facts, own.id, own.title), value=own.reason(facts.day), own=True)


def _slept(facts: ChecklistDay) -> ChecklistItem:
    slept = facts.slept_minutes
    return ChecklistItem(
        id="slept",
        title="Slept 7 h or more",
        done=None if slept is None else slept >= choices.SLEEP_2_15_ENOUGH_MINUTES,
        by_hand=False,
        value="not logged"
        if slept is None
        else f"{hours_words(slept)} of {hours_words(facts.sleep_target_minutes)}",
    )


def _meals(facts: ChecklistDay) -> ChecklistItem:
    eaten = protein_meals(facts.foods)
    by_hand = not facts.foods
    return ChecklistItem(
        id="meals",
        title="Three meals with protein",
        # Without a food log the tick is the only witness.
        done=("meals" in facts.ticked) or None if by_hand else eaten >= MEALS or "meals" in facts.ticked,
        by_hand=True,
        value="" if by_hand else f"{eaten} of {MEALS}",
    )


def _protein(facts: ChecklistDay) -> ChecklistItem:
    eaten = sum(food.grams for food in facts.foods)
    target = facts.protein_target
    done: bool | None
    if target is None:
        done, value = None, f"{half_up(eaten)} g" if facts.foods else "no target"
    elif not facts.foods:
        done, value = None, f"0 logged of {target} g"
    elif eaten >= target:
        done, value = True, f"{half_up(eaten)} of {target} g"
    else:
        done, value = False, f"{half_up(target - eaten)} g to go"
    return ChecklistItem(id="protein", title="Protein to target", done=done, by_hand=False, value=value)


def _ticked(facts: ChecklistDay, id: str, title: str, *, also: bool = False) -> ChecklistItem:
    return ChecklistItem(
        id=id, title=title, done=also or id in facts.ticked, by_hand=True, value="in the log" if also else ""
    )


def _rest(facts: ChecklistDay) -> ChecklistItem:
    done: bool | None
    if facts.rest_day and facts.trained:
        done, value = False, "trained"
    elif facts.rest_day:
        done, value = True, "today"
    elif facts.rest_day is None:
        # No plan keeps the day free, so there is nothing to keep.
        done, value = None, "" if facts.trained else "no training logged"
    else:
        done = None
        value = "" if facts.next_rest is None else day_from(facts.next_rest, facts.day)
    return ChecklistItem(id="rest", title="Rest day kept", done=done, by_hand=False, value=value)


def weeks_kept(met: Sequence[bool | None], *, current: bool | None = None) -> int:
    """Weeks in a row, up to now, that met the plan's minimum (7.5).

    `met` holds the finished weeks, the oldest first; None is a paused week, which neither counts nor breaks.
    The `current` week counts once it is met and cannot break anything before it is over.
    """
    streak = 1 if current else 0
    for week in reversed(met):
        if week is False:
            break
        streak += week is True
    return streak
