"""What the program must know of the tables without opening a file. Their SQL stands in `first_tables`."""

from __future__ import annotations

APPLICATION_ID = 0x48796274
"""Four letters, `Hybt`, in the header of each of our files."""

MIGRATION_SET = "hybrid_tui"
"""The name under which our migrations are recorded in the file."""

MIGRATIONS = ("first_tables",)
"""The migrations that this version knows, oldest first; `user_version` is how many of them a file has had."""

VERSION = len(MIGRATIONS)
"""The `user_version` of an up-to-date file."""

JOURNALED = (
    "programme",
    "session",
    "block",
    "set_done",
    "interval_done",
    "timer_run",
    "timer_fact",
    "checkin",
    "food",
    "body_weight",
    "tick",
    "plan_change",
    "training_max",
    "setting",
    "decision",
    "own_exercise",
    "own_timer",
)
"""Tables whose every change is an operation in the journal; parents stand before their children."""

CHILDREN: dict[str, tuple[tuple[str, str], ...]] = {
    "programme": (("plan_change", "programme_id"),),
    "session": (("timer_run", "session_id"), ("block", "session_id")),
    "block": (("timer_run", "block_id"), ("set_done", "block_id"), ("interval_done", "block_id")),
    "timer_run": (("timer_fact", "run_id"),),
}
"""Which tables refer to a table, and by which column."""

VOLATILE = {"heartbeat": "run_id", "rest": "id", "painted": "id"}
"""Tables outside the journal and their keys: where something that runs stands, or what was shown
last; without history."""
