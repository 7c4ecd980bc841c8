"""Domain values into rows. All of it works inside a `Store.write`, and may be sent again."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from hybrid_tui.domain.record import BlockRecord, BodyWeight, CheckIn, Food, IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import SetRecord
from hybrid_tui.store.rows import (
    Decision,
    Heartbeat,
    OwnExercise,
    OwnTimer,
    PlanChange,
    ProgrammeRow,
    Rest,
    Tick,
    TimerFact,
    TimerRun,
    TrainingMax,
)
from hybrid_tui.store.writer import Value, Writer

Record = (
    SessionRecord
    | BlockRecord
    | SetRecord
    | IntervalRecord
    | Food
    | BodyWeight
    | TimerRun
    | TimerFact
    | ProgrammeRow
    | PlanChange
    | TrainingMax
    | Decision
    | OwnExercise
    | OwnTimer
)
"""Values that are one row each, apart from the parts that are rows of their own."""

_TABLES: dict[type, str] = {
    SessionRecord: "session",
    BlockRecord: "block",
    SetRecord: "set_done",
    IntervalRecord: "interval_done",
    Food: "food",
    BodyWeight: "body_weight",
    TimerRun: "timer_run",
    TimerFact: "timer_fact",
    ProgrammeRow: "programme",
    PlanChange: "plan_change",
    TrainingMax: "training_max",
    Decision: "decision",
    OwnExercise: "own_exercise",
    OwnTimer: "own_timer",
}


def save(writer: Writer, record: Record) -> bool:
    """Add the value, or bring the row of its id to what it says. False when nothing changed.

    Blocks of a session, and sets and intervals of a block, are rows of their own and are left alone here.
    """
    return writer.save(_TABLES[type(record)], _row(record))


def save_session(writer: Writer, session: SessionRecord) -> None:
    """Save a session with all its blocks, sets and intervals. Rows that it does not name are left alone."""
    save(writer, session)
    for block in session.blocks:
        save_block(writer, block)


def save_block(writer: Writer, block: BlockRecord) -> None:
    """Save a block with its sets and intervals. Rows that it does not name are left alone."""
    save(writer, block)
    for done in block.sets:
        save(writer, done)
    for interval in block.intervals:
        save(writer, interval)


def change(writer: Writer, kind: type[Record], identifier: str, **changes: object) -> bool:
    """Set fields of the `kind` value of that id. False when there is none, or it says all that already."""
    return writer.update(_TABLES[kind], identifier, {name: _value(value) for name, value in changes.items()})


def remove(writer: Writer, kind: type[Record], identifier: str) -> bool:
    """Take a value out, with all that belongs to it. False when there is none."""
    return writer.remove(_TABLES[kind], identifier)


def save_checkin(writer: Writer, checkin: CheckIn) -> bool:
    """Write a day's answers over those that were there. False when nothing changed."""
    row = _row(checkin)
    row["id"] = row.pop("day")
    return writer.save("checkin", row)


def save_setting(writer: Writer, key: str, value: object) -> bool:
    """Set a setting to a value that JSON can hold. False when it has it already."""
    return writer.save("setting", {"id": key, "value": _json(value)})


def tick(writer: Writer, done: Tick) -> bool:
    """Tick an item of a day. False when it is ticked already."""
    row = _row(done)
    return writer.insert("tick", {"id": tick_id(done.day, done.item), **row})


def untick(writer: Writer, day: date, item: str) -> bool:
    """Take a tick away. False when there is none."""
    return writer.delete("tick", tick_id(day, item))


def tick_id(day: date, item: str) -> str:
    """The key of a tick: a day has an item once."""
    return f"{day.isoformat()}/{item}"


def beat(writer: Writer, heartbeat: Heartbeat) -> None:
    """Note where a run stands now, in the place of the last note. Outside the journal."""
    writer.keep("heartbeat", _row(heartbeat))


def save_rest(writer: Writer, rest: Rest) -> None:
    """Note the rest that runs, in the place of the one before. Outside the journal."""
    writer.keep("rest", {"id": "rest", **_row(rest)})


def end_rest(writer: Writer) -> None:
    """Forget the rest."""
    writer.forget("rest", "rest")


def _row(record: Record | CheckIn | Tick | Heartbeat | Rest) -> dict[str, Value]:
    """A value's fields as columns, without the parts that are rows of their own."""
    return {
        field.name: _value(getattr(record, field.name))
        for field in fields(record)
        if field.name not in ("blocks", "sets", "intervals")
    }


def _value(value: object) -> Value:
    """A field as SQLite stores it: days as ISO text, words as plain text, lists and tables as JSON."""
    if value is None or isinstance(value, int | float):
        return int(value) if isinstance(value, bool) else value
    if isinstance(value, str):
        # Enumerations are texts with a type of their own; the file wants the plain text.
        return str(value)
    if isinstance(value, date):
        return value.isoformat()[:10]
    return _json(value)


def _json(value: object) -> str:
    import json  # late: not needed for the first paint

    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
