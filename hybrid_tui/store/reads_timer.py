"""Questions about what runs: the timer and the rest."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from hybrid_tui.domain.record import IntervalRecord
from hybrid_tui.store.connection import Row
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import Heartbeat, Rest, RunningTimer, TimerFact, TimerRun


def running_timer(store: Store) -> RunningTimer | None:
    """The run that has not ended, the newest if there are several, or None."""
    with store.snapshot():
        row = store.row("SELECT * FROM timer_run WHERE ended_us IS NULL ORDER BY at_us DESC, id DESC LIMIT 1")
        if row is None:
            return None
        run = _run(row)
        beat = store.row("SELECT * FROM heartbeat WHERE run_id = ?", (run.id,))
        return RunningTimer(
            run=run, facts=timer_facts(store, run.id), heartbeat=Heartbeat(**dict(beat)) if beat else None
        )


def timer_facts(store: Store, run_id: str) -> tuple[TimerFact, ...]:
    """What happened to a run, in order."""
    rows = store.rows("SELECT * FROM timer_fact WHERE run_id = ? ORDER BY seq, id", (run_id,))
    return tuple(TimerFact(**dict(row)) for row in rows)


def recent_lines(store: Store, looked_at: int = 30) -> tuple[str, ...]:
    """The lines of the last runs that belong to no session's block, each once, the newest first."""
    rows = store.rows(
        "SELECT line, block_id FROM timer_run ORDER BY id DESC LIMIT ?",  # ids grow with time
        (looked_at,),
    )
    return tuple(dict.fromkeys(row["line"] for row in rows if row["block_id"] is None))


def open_intervals(store: Store, blocks: int = 12) -> tuple[IntervalRecord, ...]:
    """The intervals of the last blocks in which a key or a distance ended something, in one question.

    Newest block first, each in the order of running.
    """
    rows = store.rows(
        "SELECT * FROM interval_done WHERE block_id IN (SELECT DISTINCT block_id FROM (SELECT block_id "
        "FROM interval_done WHERE ends IN ('key', 'distance') AND done ORDER BY id DESC LIMIT ?)) "
        "ORDER BY block_id DESC, position, id",  # ids grow with time
        (blocks * 40,),
    )
    return tuple(
        IntervalRecord(**{**dict(row), "sprint": bool(row["sprint"]), "done": bool(row["done"])})
        for row in rows
    )


def last_done(store: Store, lines: Collection[str]) -> dict[str, tuple[int, date]]:
    """For each line the steps of work done the last time it was run, and the day, in one question."""
    if not lines:
        return {}
    marks = ", ".join("?" for _ in lines)
    rows = store.rows(
        "WITH latest AS (SELECT line, max(id) AS id FROM block "
        f"WHERE line IN ({marks}) AND EXISTS (SELECT 1 FROM interval_done WHERE block_id = block.id) "
        "GROUP BY line) "
        "SELECT latest.line, session.day, "
        "(SELECT count(*) FROM interval_done WHERE block_id = latest.id AND kind = 'work' AND done) AS done "
        "FROM latest JOIN block ON block.id = latest.id JOIN session ON session.id = block.session_id",
        tuple(lines),
    )
    return {row["line"]: (row["done"], date.fromisoformat(row["day"])) for row in rows}


def rest(store: Store) -> Rest | None:
    """The rest that was started last and not ended, or None; whether it is over is for the clock to say."""
    row = store.row("SELECT boot_us, at_us, boot_id, seconds, block_id, words FROM rest")
    return Rest(**dict(row)) if row else None


def _run(row: Row) -> TimerRun:
    return TimerRun(**{**dict(row), "day": date.fromisoformat(row["day"])})
