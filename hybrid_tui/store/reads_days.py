"""Questions about days: checks, food, weight, ticks. What was not logged is absent, never zero."""

from __future__ import annotations

from datetime import date
from typing import Any

from hybrid_tui.domain.record import BodyWeight, CheckIn, Food
from hybrid_tui.store.connection import Row
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import Decision, Tick


def checkin(store: Store, day: date) -> CheckIn | None:
    """A day's answers, or None when nothing was asked."""
    found = checkins(store, day, day)
    return found[0] if found else None


def checkins(store: Store, first: date, last: date) -> tuple[CheckIn, ...]:
    """The check-ins of the days `first` to `last`, both included, in order."""
    rows = store.rows("SELECT * FROM checkin WHERE id BETWEEN ? AND ? ORDER BY id", _range(first, last))
    return tuple(_checkin(store, row) for row in rows)


def foods(store: Store, first: date, last: date) -> tuple[Food, ...]:
    """What was eaten from `first` to `last`, both included, in order of entry."""
    rows = store.rows(
        "SELECT * FROM food WHERE day BETWEEN ? AND ? ORDER BY day, at_us, id", _range(first, last)
    )
    return tuple(Food(**_dated(row)) for row in rows)


def protein_by_day(store: Store, first: date, last: date) -> dict[date, float]:
    """Grams of protein of each day on which any food was logged."""
    rows = store.rows(
        "SELECT day, sum(grams) AS grams FROM food WHERE day BETWEEN ? AND ? GROUP BY day",
        _range(first, last),
    )
    return {date.fromisoformat(row["day"]): row["grams"] for row in rows}


def weights(store: Store, first: date, last: date) -> tuple[BodyWeight, ...]:
    """Body weights from `first` to `last`, both included, in order."""
    rows = store.rows(
        "SELECT * FROM body_weight WHERE day BETWEEN ? AND ? ORDER BY day, at_us, id", _range(first, last)
    )
    return tuple(BodyWeight(**_dated(row)) for row in rows)


def latest_weight(store: Store, on: date) -> BodyWeight | None:
    """The last body weight of that day or before, or None."""
    row = store.row(
        "SELECT * FROM body_weight WHERE day <= ? ORDER BY day DESC, at_us DESC, id DESC LIMIT 1",
        (on.isoformat(),),
    )
    return BodyWeight(**_dated(row)) if row else None


def ticks(store: Store, day: date) -> frozenset[str]:
    """The items that are ticked on a day."""
    return frozenset(done.item for done in ticks_between(store, day, day))


def ticks_between(store: Store, first: date, last: date) -> tuple[Tick, ...]:
    """All ticks from `first` to `last`, both included."""
    rows = store.rows(
        "SELECT day, item, at_us FROM tick WHERE day BETWEEN ? AND ? ORDER BY day, item", _range(first, last)
    )
    return tuple(Tick(**_dated(row)) for row in rows)


def decisions(store: Store, first: date, last: date) -> tuple[Decision, ...]:
    """What was offered and chosen from `first` to `last`, both included, in order of time."""
    rows = store.rows(
        "SELECT * FROM decision WHERE day BETWEEN ? AND ? ORDER BY day, at_us, id", _range(first, last)
    )
    return tuple(Decision(**_dated(row)) for row in rows)


def _range(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()


def _dated(row: Row) -> dict[str, Any]:
    # Any: SQLite has no types that Python could check; the tables are STRICT instead.
    return {**dict(row), "day": date.fromisoformat(row["day"])}


def _checkin(store: Store, row: Row) -> CheckIn:
    from hybrid_tui.store.json_text import read_numbers, read_words  # late: not needed before one is read

    values = dict(row)
    day, flags = values.pop("id"), values.pop("flags")
    return CheckIn(
        day=date.fromisoformat(day),
        flags=None if flags is None else read_words(store, flags, f"checkin.flags of {day}"),
        sore=read_numbers(store, values.pop("sore"), f"checkin.sore of {day}"),
        **values,
    )
