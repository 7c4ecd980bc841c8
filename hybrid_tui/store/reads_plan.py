"""Questions about programmes, training maxes and settings, and what the user added to the library."""

from __future__ import annotations

from datetime import date

from hybrid_tui.store.connection import Row
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import OwnExercise, OwnTimer, PlanChange, ProgrammeRow, TrainingMax


def programme(store: Store) -> ProgrammeRow | None:
    """The programme in hand, active or paused; the newest if there are several; or None."""
    row = store.row(
        "SELECT * FROM programme WHERE status <> 'ended' ORDER BY status = 'active' DESC, "
        "created_us DESC, id DESC LIMIT 1"
    )
    return _programme(row) if row else None


def programmes(store: Store) -> tuple[ProgrammeRow, ...]:
    """All programmes that were ever begun, the newest first."""
    rows = store.rows("SELECT * FROM programme ORDER BY created_us DESC, id DESC")
    return tuple(_programme(row) for row in rows)


def plan_changes(store: Store, programme_id: str) -> tuple[PlanChange, ...]:
    """The departures from a programme, in the order in which they were made."""
    rows = store.rows("SELECT * FROM plan_change WHERE programme_id = ? ORDER BY at_us, id", (programme_id,))
    return tuple(_plan_change(row) for row in rows)


def trained_plan_keys(store: Store, first: date, last: date) -> frozenset[str]:
    """Keys of the planned sessions that were trained, also partly, from `first` to `last`."""
    rows = store.rows(
        "SELECT plan_key FROM session WHERE day BETWEEN ? AND ? AND plan_key IS NOT NULL "
        "AND status IN ('open', 'partial', 'minimum', 'done')",
        (first.isoformat(), last.isoformat()),
    )
    return frozenset(row["plan_key"] for row in rows)


def training_max_history(store: Store, exercise: str) -> tuple[TrainingMax, ...]:
    """Every training max that an exercise ever had, the newest first."""
    rows = store.rows(
        "SELECT * FROM training_max WHERE exercise = ? ORDER BY day DESC, at_us DESC, id DESC", (exercise,)
    )
    return tuple(_training_max(row) for row in rows)


def training_maxes(store: Store, on: date) -> dict[str, TrainingMax]:
    """The training max that holds on a day, by exercise."""
    rows = store.rows(
        "SELECT * FROM training_max WHERE day <= ? ORDER BY exercise, day, at_us, id", (on.isoformat(),)
    )
    return {row["exercise"]: _training_max(row) for row in rows}


def settings(store: Store) -> dict[str, object]:
    """All settings that were ever set, by key."""
    from hybrid_tui.store.first_reads import settings  # late: an untouched file has no settings to read

    return settings(store)


def own_exercises(store: Store) -> tuple[OwnExercise, ...]:
    """The user's own exercises, by name."""
    rows = store.rows("SELECT * FROM own_exercise ORDER BY name, id")
    return tuple(OwnExercise(**dict(row)) for row in rows)


def own_timers(store: Store) -> tuple[OwnTimer, ...]:
    """The user's own timed lines, those used last first."""
    rows = store.rows("SELECT * FROM own_timer ORDER BY used_us DESC NULLS LAST, name, id")
    return tuple(OwnTimer(**dict(row)) for row in rows)


def _programme(row: Row) -> ProgrammeRow:
    return ProgrammeRow(**{**dict(row), "start_day": date.fromisoformat(row["start_day"])})


def _plan_change(row: Row) -> PlanChange:
    to_day = row["to_day"]
    return PlanChange(**{**dict(row), "to_day": date.fromisoformat(to_day) if to_day else None})


def _training_max(row: Row) -> TrainingMax:
    return TrainingMax(**{**dict(row), "day": date.fromisoformat(row["day"])})
