"""Numbers by day over any length of time. Each is one query along the index on a session's day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hybrid_tui.domain.trend import DaySet
from hybrid_tui.store.database import Store

_TRAINED = "session.status IN ('open', 'partial', 'minimum', 'done')"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLoad:
    """The session load of one day."""

    sessions: int
    load: float
    """AU, of the sessions whose minutes and rating are known."""
    unknown: int
    """Sessions without them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySets:
    """The sets of one exercise on one day."""

    day: date
    exercise: str | None
    working: int
    hard: int


def first_day(store: Store) -> date | None:
    """The first day of which anything is known: a session, a morning, a meal, a weight; None for an empty log."""
    row = store.row(
        "SELECT min(day) AS day FROM (SELECT min(day) AS day FROM session UNION ALL "
        "SELECT min(id) FROM checkin UNION ALL SELECT min(day) FROM food UNION ALL SELECT min(day) FROM body_weight)"
    )
    return None if row is None or row["day"] is None else date.fromisoformat(row["day"])


def loads(store: Store, first: date, last: date) -> dict[date, DayLoad]:
    """Session load by day; a day without training has no entry."""
    rows = store.rows(
        "SELECT day, count(*) AS sessions, coalesce(sum(minutes * rpe), 0) AS load, "
        "sum(minutes IS NULL OR rpe IS NULL) AS unknown "
        f"FROM session WHERE day BETWEEN ? AND ? AND {_TRAINED} GROUP BY day",
        (first.isoformat(), last.isoformat()),
    )
    return {
        date.fromisoformat(row["day"]): DayLoad(
            sessions=row["sessions"], load=row["load"], unknown=row["unknown"]
        )
        for row in rows
    }


def sprint_seconds(store: Store, first: date, last: date) -> dict[date, float]:
    """Seconds of sprinting by day."""
    rows = store.rows(
        "SELECT session.day AS day, sum(interval_done.seconds) AS seconds FROM session "
        "JOIN block ON block.session_id = session.id JOIN interval_done ON interval_done.block_id = block.id "
        f"WHERE session.day BETWEEN ? AND ? AND {_TRAINED} AND sprint AND interval_done.kind = 'work' "
        "GROUP BY session.day",
        (first.isoformat(), last.isoformat()),
    )
    return {date.fromisoformat(row["day"]): row["seconds"] or 0.0 for row in rows}


def sets(store: Store, first: date, last: date, *, hard_from: float) -> tuple[DaySets, ...]:
    """Working sets by day and exercise; those rated from `hard_from` on, or not at all, are hard ones."""
    rows = store.rows(
        "SELECT session.day AS day, block.exercise AS exercise, count(*) AS working, "
        "sum(set_done.rpe IS NULL OR set_done.rpe >= ?) AS hard "
        "FROM session JOIN block ON block.session_id = session.id "
        "JOIN set_done ON set_done.block_id = block.id "
        f"WHERE session.day BETWEEN ? AND ? AND {_TRAINED} AND set_done.role <> 'warm-up' "
        "AND (coalesce(set_done.reps, 1) <> 0 OR coalesce(set_done.right_reps, 0) <> 0) "
        "GROUP BY session.day, block.exercise ORDER BY session.day",
        (hard_from, first.isoformat(), last.isoformat()),
    )
    return tuple(
        DaySets(
            day=date.fromisoformat(row["day"]),
            exercise=row["exercise"],
            working=row["working"],
            hard=row["hard"],
        )
        for row in rows
    )


def sets_of(store: Store, exercise: str, first: date, last: date) -> tuple[DaySet, ...]:
    """Working sets of one exercise by day, like ones together, by the index on a block's exercise."""
    rows = store.rows(
        "SELECT session.day AS day, min(reps, coalesce(right_reps, reps)) AS count, load_kg, "
        "coalesce(load LIKE 'bw%', 1) AS own, set_done.rpe AS rpe FROM block "
        "JOIN session ON session.id = block.session_id JOIN set_done ON set_done.block_id = block.id "
        "WHERE block.exercise = ? AND session.day BETWEEN ? AND ? AND block.part = 'work' "
        "AND role <> 'warm-up' AND reps >= 1 GROUP BY session.day, count, load_kg, own, set_done.rpe "
        "ORDER BY session.day",
        (exercise, first.isoformat(), last.isoformat()),
    )
    return tuple(
        DaySet(
            day=date.fromisoformat(row["day"]),
            reps=row["count"],
            load_kg=row["load_kg"],
            own_weight=bool(row["own"]),
            rpe=row["rpe"],
        )
        for row in rows
    )


def climbs(store: Store, first: date, last: date) -> dict[str, dict[date, float]]:
    """The shortest time in seconds of each climb by day; a climb is named by label, place and length."""
    rows = store.rows(
        "SELECT interval_done.label AS label, coalesce(place, '') AS place, metres, session.day AS day, "
        "min(seconds) AS seconds FROM session JOIN block ON block.session_id = session.id "
        "JOIN interval_done ON interval_done.block_id = block.id "
        "WHERE session.day BETWEEN ? AND ? AND interval_done.kind = 'work' AND done "
        "AND ends IN ('key', 'distance') AND seconds > 0 AND (place IS NOT NULL OR metres IS NOT NULL) "
        "GROUP BY interval_done.label, place, metres, session.day ORDER BY session.day",
        (first.isoformat(), last.isoformat()),
    )
    found: dict[str, dict[date, float]] = {}
    for row in rows:
        length = f"{row['metres']:g} m" if row["metres"] else ""
        name = " · ".join(part for part in (row["label"], row["place"], length) if part)
        found.setdefault(name, {})[date.fromisoformat(row["day"])] = row["seconds"]
    return found


def lifts_by_use(store: Store) -> tuple[str, ...]:
    """The exercises with sets under a load, the most often done first."""
    rows = store.rows(
        "SELECT exercise, count(*) AS times FROM block WHERE exercise IS NOT NULL AND part = 'work' "
        "AND NOT timed GROUP BY exercise ORDER BY times DESC, exercise"
    )
    return tuple(row["exercise"] for row in rows)
