"""Items of one's own on the day's list: every day, on some weekdays, or on days of a kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.nutrition import DayType
from hybrid_tui.domain.text import clean

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
KINDS: Final[Mapping[str, frozenset[DayType]]] = {
    "rest": frozenset({DayType.REST}),
    "training": frozenset(set(DayType) - {DayType.REST}),
    "easy": frozenset({DayType.EASY}),
    "run": frozenset({DayType.EASY, DayType.HARD_RUN, DayType.BOTH}),
    "hard": frozenset({DayType.HARD_RUN, DayType.BOTH}),
    "lift": frozenset({DayType.LIFT, DayType.BOTH}),
}
"""Kinds of day an item may be for, by the word that is typed."""

MOST: Final = 12
"""Items of one's own that a list takes."""
_LONGEST = 40
_HINT: Final = "write: foam roll, or foam roll: mon thu, or creatine: lift"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnItem:
    """One item; without days it is for every day."""

    id: str
    title: str
    days: tuple[str, ...] = ()
    """Weekdays (`mon`) and kinds of day (`lift`); any of them brings it up."""

    def is_on(self, day: date, kind: DayType) -> bool:
        """Whether the item stands on the list of that day."""
        return not self.days or any(
            WEEKDAYS[day.weekday()] == each or kind in KINDS.get(each, frozenset()) for each in self.days
        )

    def reason(self, day: date) -> str:
        """Why it is there: `Thu`, `lift day`; empty for every day."""
        if WEEKDAYS[day.weekday()] in self.days:
            return WEEKDAYS[day.weekday()].capitalize()
        kinds = [each for each in self.days if each in KINDS]
        return f"{kinds[0]} day" if kinds else ""


def read_own_item(text: str, identifier: str) -> OwnItem:
    """A typed item: its words, and after a colon weekdays or kinds of day. Raises NotationError."""
    said, colon, after = text.partition(":")
    title = " ".join(clean(said, limit=200).split())
    if not title:
        raise NotationError("the item has no words", column=1, hint=_HINT, source=text)
    if len(title) > _LONGEST:
        raise NotationError(f"at most {_LONGEST} signs", column=_LONGEST + 1, hint=_HINT, source=text)
    days: list[str] = []
    for word in after.replace(",", " ").split():
        plain = word.casefold()
        name = next((each for each in WEEKDAYS if len(plain) >= 3 and _FULL[each].startswith(plain)), plain)
        if name in ("daily", "every"):
            continue
        if name not in WEEKDAYS and name not in KINDS:
            at = text.index(word, len(said) + len(colon)) + 1
            raise NotationError(
                f"«{clean(word, limit=20)}» is no weekday and no kind of day",
                column=at,
                hint=f"mon to sun, {', '.join(KINDS)}",
                source=text,
            )
        days.append(name)
    return OwnItem(id=identifier, title=title[:1].upper() + title[1:], days=tuple(dict.fromkeys(days)))


_FULL: Final = dict(
    zip(
        WEEKDAYS,
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        strict=True,
    )
)


def own_items(settings: Mapping[str, object]) -> tuple[OwnItem, ...]:
    """The person's items in their order, as far as the setting can be read."""
    stored = settings.get("own_items")
    found: list[OwnItem] = []
    for value in stored if isinstance(stored, list) else ():
        if not isinstance(value, dict):
            continue
        identifier, title, days = value.get("id"), value.get("title"), value.get("days")
        if isinstance(identifier, str) and isinstance(title, str) and title:
            known = days if isinstance(days, list) else []
            kept = tuple(each for each in known if each in WEEKDAYS or each in KINDS)
            found.append(OwnItem(id=identifier, title=clean(title, limit=_LONGEST), days=kept))
    return tuple(found[:MOST])


def as_stored(item: OwnItem) -> dict[str, Any]:
    """The item as the setting holds it."""
    return {"id": item.id, "title": item.title, "days": list(item.days)}
