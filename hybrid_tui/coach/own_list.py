"""Items of one's own on the day's list: kept, and taken away again."""

from __future__ import annotations

from collections.abc import Sequence

from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.own_items import MOST, OwnItem, as_stored, own_items, read_own_item
from hybrid_tui.store import reads_plan, writes
from hybrid_tui.store.database import Store

SETTING = "own_items"


def add(store: Store, moment: Moment, text: str) -> OwnItem:
    """Keep an item: `foam roll`, `foam roll: mon thu`, `creatine: lift`. Raises NotationError and StoreError."""
    held = own_items(reads_plan.settings(store))
    if len(held) >= MOST:
        raise NotationError(
            f"the list is full: {MOST} items of your own",
            column=1,
            hint="take one away first: delete",
            source=text,
        )
    item = read_own_item(text, store.new_id())
    _keep(store, (*held, item), f"list item {item.title}")
    return item


def remove(store: Store, moment: Moment, identifier: str) -> str:
    """Take an item off the list of every day; its ticks stay. Gives its words, empty where it is gone already.

    Raises StoreError.
    """
    held = own_items(reads_plan.settings(store))
    gone = next((each for each in held if each.id == identifier), None)
    if gone is None:
        return ""
    _keep(store, [each for each in held if each is not gone], f"remove list item {gone.title}")
    return gone.title


def _keep(store: Store, items: Sequence[OwnItem], words: str) -> None:
    with store.write(words) as writer:
        writes.save_setting(writer, SETTING, [as_stored(each) for each in items])
