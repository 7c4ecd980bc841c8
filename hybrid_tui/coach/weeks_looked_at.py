"""Weeks that were worked out, kept until anything is written: in memory all of them, in the file the one in hand.

They are kept under the day, the program's version and the number of the newest operation, so that a correction, an
undo, a merge or another program's set has them worked out anew. They can never be older than what is stored.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from weakref import ref

from hybrid_tui.coach.kept_values import from_text, to_text
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.week_view import WeekView
from hybrid_tui.store import painted
from hybrid_tui.store.database import Store

NAME = "week"
MOST = 200
"""Weeks that are kept in memory, a few kilobytes each."""


def week(
    store: Store, library: Library, moment: Moment, first: date | None, work_out: Callable[[], WeekView]
) -> WeekView:
    """The week as it was kept, else worked out."""
    stamp = painted.stamp(store, moment.day)
    looked_at = _looked_at(store, library, stamp)
    if first in looked_at:
        return looked_at[first]
    found = _from_file(store, stamp) if first is None else None
    found = work_out() if found is None else found
    if len(looked_at) >= MOST:
        looked_at.clear()
    looked_at[first] = found
    if first is None:
        looked_at[found.first] = found
    return found


def keep(store: Store, library: Library, moment: Moment) -> None:
    """Keep the week in hand for the next start, once it is on the screen. Raises StoreError."""
    with store.snapshot():
        stamp = painted.stamp(store, moment.day)
        found = _looked_at(store, library, stamp).get(None)
        known = painted.kept(store, NAME, stamp) is not None
    if found is not None and not known and not store.read_only:
        painted.keep(store, NAME, stamp, to_text(found))


def nearest(view: WeekView) -> tuple[date, date]:
    """The first days of the weeks before and after, which may be asked for next."""
    week = timedelta(days=7)
    return view.first - week, view.first + week


def _looked_at(store: Store, library: Library, stamp: str) -> dict[date | None, WeekView]:
    """What was looked at since the last write; another file is another one."""
    return library.latest("weeks", (ref(store), stamp), dict)


def _from_file(store: Store, stamp: str) -> WeekView | None:
    kept = painted.kept(store, NAME, stamp)
    return None if kept is None else from_text(WeekView, kept)
