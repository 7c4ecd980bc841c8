"""Questions about sessions, blocks and sets. Each asks a fixed number of queries, however long the log is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus, SetRecord, SetRole
from hybrid_tui.store.connection import Row
from hybrid_tui.store.database import Store
from hybrid_tui.store.writer import Value

RECENT_DAYS = 120
"""How far back `block_history` looks at first; what is not found there is looked for in the whole log."""

_IN_ORDER = "ORDER BY session.day, coalesce(session.began_us, 0), session.id"


def session(store: Store, identifier: str) -> SessionRecord | None:
    """One session with all its parts, or None."""
    found = _sessions(store, "session.id = ?", (identifier,))
    return found[0] if found else None


def open_session(store: Store) -> SessionRecord | None:
    """The session in hand, the newest if there are several, or None.

    One that is told afterwards, without a beginning by the clock, is in hand on its own day only.
    """
    with store.snapshot():
        row = store.row(
            "SELECT id FROM session WHERE status = 'open' AND began_us IS NOT NULL "
            "ORDER BY began_us DESC, id DESC LIMIT 1"
        )
        return session(store, row["id"]) if row else None


def told_and_left(store: Store, before: date) -> date | None:
    """The latest day before `before` whose session was told afterwards and left open; None without one."""
    row = store.row(
        "SELECT max(day) AS day FROM session WHERE status = 'open' AND began_us IS NULL AND day < ?",
        (before.isoformat(),),
    )
    return date.fromisoformat(row["day"]) if row and row["day"] else None


def sessions_between(store: Store, first: date, last: date) -> tuple[SessionRecord, ...]:
    """The sessions of the days `first` to `last`, both included, in order of time."""
    return _sessions(store, "session.day BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))


def sessions_without_blocks(store: Store, first: date, last: date) -> tuple[SessionRecord, ...]:
    """As `sessions_between`, but their blocks are left out: for lists and for sums over years."""
    return tuple(
        _session(row, ())
        for row in store.rows(
            f"SELECT * FROM session WHERE session.day BETWEEN ? AND ? {_IN_ORDER}",
            (first.isoformat(), last.isoformat()),
        )
    )


def sessions_named(store: Store, words: str, count: int) -> tuple[SessionRecord, ...]:
    """The newest `count` sessions in whose name or note the words stand, without their blocks."""
    like = "%" + "".join(f"\\{sign}" if sign in "\\%_" else sign for sign in words) + "%"
    rows = store.rows(
        "SELECT * FROM session WHERE name LIKE ? ESCAPE '\\' OR note LIKE ? ESCAPE '\\' "
        "ORDER BY day DESC, id DESC LIMIT ?",
        (like, like, count),
    )
    return tuple(_session(row, ()) for row in rows)


def sessions_with(
    store: Store, exercises: Collection[str], first: date, before: date
) -> tuple[SessionRecord, ...]:
    """The sessions from `first` up to, but without, `before` that hold one of these exercises.

    They come in order of time, and of their blocks only those of these exercises that were no warm-up: enough
    to work out what is next, and no more than that.
    """
    if not exercises:
        return ()
    chosen = (
        f"block.exercise IN ({_marks(exercises)}) AND block.part = 'work' AND block.session_id IN "
        "(SELECT session.id FROM session WHERE session.day >= ? AND session.day < ?)"
    )
    parameters = (*exercises, first.isoformat(), before.isoformat())
    with store.snapshot():
        blocks: defaultdict[str, list[BlockRecord]] = defaultdict(list)
        for each in _blocks(store, chosen, parameters):
            blocks[each.session_id].append(each)
        rows = store.rows(
            f"SELECT * FROM session WHERE session.day >= ? AND session.day < ? {_IN_ORDER}",
            (first.isoformat(), before.isoformat()),
        )
    return tuple(_session(row, tuple(blocks[row["id"]])) for row in rows if row["id"] in blocks)


def taken_plan_keys(store: Store, programme_id: str) -> frozenset[str]:
    """Keys of the programme's planned sessions that a record fulfils, also partly, or lets go."""
    rows = store.rows(
        "SELECT plan_key FROM session WHERE plan_key >= ? AND plan_key < ? AND status <> 'planned'",
        (f"{programme_id}/", f"{programme_id}0"),
    )
    return frozenset(row["plan_key"] for row in rows)


def taken_among(store: Store, plan_keys: Collection[str]) -> frozenset[str]:
    """Those of the keys that a record fulfils, also partly, or lets go."""
    rows = store.rows(
        f"SELECT plan_key FROM session WHERE plan_key IN ({_marks(plan_keys)}) AND status <> 'planned'",
        tuple(plan_keys),
    )
    return frozenset(row["plan_key"] for row in rows)


def session_days(store: Store) -> tuple[date, date] | None:
    """The first and the last day on which there is a session; None for an empty log."""
    row = store.row("SELECT min(day) AS first, max(day) AS last FROM session")
    if row is None or row["first"] is None:
        return None
    return date.fromisoformat(row["first"]), date.fromisoformat(row["last"])


def block(store: Store, identifier: str) -> BlockRecord | None:
    """One block with its sets and intervals, or None."""
    found = _blocks(store, "block.id = ?", (identifier,))
    return found[0] if found else None


def block_history(
    store: Store, exercises: Collection[str], before: date, *, count: int = 3
) -> dict[str, tuple[tuple[date, BlockRecord], ...]]:
    """For each exercise its last `count` blocks with anything done before that day, newest first.

    An exercise that was never done has no entry.
    """
    if not exercises:
        return {}
    with store.snapshot():
        recent = before - timedelta(days=RECENT_DAYS)
        found = _latest_blocks(store, exercises, recent, before, count)
        missing = [exercise for exercise in exercises if len(found.get(exercise, ())) < count]
        if missing:
            found.update(_latest_blocks(store, missing, date.min, before, count))
        ids = [identifier for pairs in found.values() for _, identifier in pairs]
        blocks = {each.id: each for each in _blocks(store, f"block.id IN ({_marks(ids)})", ids)}
    return {
        exercise: tuple((day, blocks[identifier]) for day, identifier in pairs)
        for exercise, pairs in found.items()
    }


def exercises_done(store: Store) -> dict[str, date]:
    """The exercises that have a block, and the day of each one's latest."""
    rows = store.rows(
        "SELECT block.exercise AS exercise, max(session.day) AS day FROM block "
        "JOIN session ON session.id = block.session_id "
        "WHERE block.exercise IS NOT NULL GROUP BY block.exercise"
    )
    return {row["exercise"]: date.fromisoformat(row["day"]) for row in rows}


def _sessions(store: Store, where: str, parameters: Sequence[Value]) -> tuple[SessionRecord, ...]:
    with store.snapshot():
        rows = store.rows(f"SELECT * FROM session WHERE {where} {_IN_ORDER}", parameters)
        chosen = f"block.session_id IN (SELECT session.id FROM session WHERE {where})"
        blocks: defaultdict[str, list[BlockRecord]] = defaultdict(list)
        for each in _blocks(store, chosen, parameters) if rows else ():
            blocks[each.session_id].append(each)
    return tuple(_session(row, tuple(blocks[row["id"]])) for row in rows)


def _blocks(store: Store, where: str, parameters: Sequence[Value]) -> tuple[BlockRecord, ...]:
    chosen = f"IN (SELECT block.id FROM block WHERE {where})"
    with store.snapshot():
        rows = store.rows(f"SELECT * FROM block WHERE {where} ORDER BY session_id, position, id", parameters)
        set_rows = store.rows(
            f"SELECT * FROM set_done WHERE block_id {chosen} ORDER BY block_id, position, id", parameters
        )
        interval_rows = store.rows(
            f"SELECT * FROM interval_done WHERE block_id {chosen} ORDER BY block_id, position, id", parameters
        )
    sets: defaultdict[str, list[SetRecord]] = defaultdict(list)
    for row in set_rows:
        sets[row["block_id"]].append(_set(row))
    intervals: defaultdict[str, list[IntervalRecord]] = defaultdict(list)
    for row in interval_rows:
        intervals[row["block_id"]].append(_interval(row))
    return tuple(_block(row, tuple(sets[row["id"]]), tuple(intervals[row["id"]])) for row in rows)


def _latest_blocks(
    store: Store, exercises: Collection[str], first: date, before: date, count: int
) -> dict[str, list[tuple[date, str]]]:
    rows = store.rows(
        "SELECT exercise, day, id FROM (SELECT block.exercise, session.day, block.id, row_number() OVER "
        "(PARTITION BY block.exercise ORDER BY session.day DESC, session.began_us DESC, block.id DESC) "
        "AS place "
        "FROM block JOIN session ON session.id = block.session_id "
        f"WHERE block.exercise IN ({_marks(exercises)}) AND session.day >= ? AND session.day < ? "
        "AND (EXISTS (SELECT 1 FROM set_done WHERE set_done.block_id = block.id) "
        "OR EXISTS (SELECT 1 FROM interval_done WHERE interval_done.block_id = block.id))) "
        "WHERE place <= ? ORDER BY exercise, place",
        (*exercises, first.isoformat(), before.isoformat(), count),
    )
    found: dict[str, list[tuple[date, str]]] = {}
    for row in rows:
        found.setdefault(row["exercise"], []).append((date.fromisoformat(row["day"]), row["id"]))
    return found


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" for _ in values)


def _session(row: Row, blocks: tuple[BlockRecord, ...]) -> SessionRecord:
    values = dict(row)
    values["day"] = date.fromisoformat(values["day"])
    values["kind"] = SessionKind(values["kind"])
    values["status"] = SessionStatus(values["status"])
    return SessionRecord(**values, blocks=blocks)


def _block(row: Row, sets: tuple[SetRecord, ...], intervals: tuple[IntervalRecord, ...]) -> BlockRecord:
    values = dict(row)
    values["timed"] = bool(values["timed"])
    values["superset"] = bool(values["superset"])
    values["side"] = bool(values["side"])
    values["status"] = BlockStatus(values["status"])
    return BlockRecord(**values, sets=sets, intervals=intervals)


def _set(row: Row) -> SetRecord:
    values = dict(row)
    values["role"] = SetRole(values["role"])
    return SetRecord(**values)


def _interval(row: Row) -> IntervalRecord:
    values = dict(row)
    values["sprint"] = bool(values["sprint"])
    values["done"] = bool(values["done"])
    return IntervalRecord(**values)
