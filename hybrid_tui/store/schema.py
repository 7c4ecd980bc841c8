"""The tables, as SQL text, and what the program must know of them without opening a file."""

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

# `json_valid` is no check for the JSON columns: with an untrusted schema SQLite refuses to run it there.
_DAY = "CHECK ({0} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"


def _key() -> str:
    return "id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200)"


def _day(name: str, null: bool = False) -> str:
    return f"{name} TEXT {'' if null else 'NOT NULL '}{_DAY.format(name)}"


def _text(name: str, limit: int = 4000) -> str:
    return f"{name} TEXT NOT NULL DEFAULT '' CHECK (length({name}) <= {limit})"


def _maybe_text(name: str, limit: int = 4000) -> str:
    return f"{name} TEXT CHECK (length({name}) <= {limit})"


def _number(name: str, low: float, high: float, kind: str = "REAL") -> str:
    return f"{name} {kind} CHECK ({name} BETWEEN {low} AND {high})"


def _count(name: str, low: int, high: int) -> str:
    return _number(name, low, high, "INTEGER")


def _flag(name: str, default: int = 0) -> str:
    return f"{name} INTEGER NOT NULL DEFAULT {default} CHECK ({name} IN (0, 1))"


def _word(name: str, *words: str) -> str:
    return f"{name} TEXT NOT NULL CHECK ({name} IN ({', '.join(repr(word) for word in words)}))"


def _parent(name: str, table: str, null: bool = False) -> str:
    return f"{name} TEXT {'' if null else 'NOT NULL '}REFERENCES {table} (id) ON DELETE RESTRICT"


_POSITION = "position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 100000)"
_ZONE = "zone TEXT NOT NULL DEFAULT 'UTC' CHECK (length(zone) BETWEEN 1 AND 100)"


def _table(name: str, *columns: str) -> str:
    return f"CREATE TABLE {name} (\n    " + ",\n    ".join(columns) + "\n) STRICT"


FIRST_TABLES: tuple[str, ...] = (
    _table(
        "operation",
        "id TEXT NOT NULL PRIMARY KEY",
        "device TEXT NOT NULL CHECK (length(device) BETWEEN 1 AND 100)",
        "seq INTEGER NOT NULL CHECK (seq >= 1)",
        "at_us INTEGER NOT NULL",
        "group_id TEXT NOT NULL",
        "part INTEGER NOT NULL CHECK (part >= 0)",
        _text("words"),
        _word("kind", "do", "undo", "redo"),
        "target TEXT NOT NULL",
        _flag("undoable", 1),
        "table_name TEXT NOT NULL",
        "row_id TEXT NOT NULL",
        "before TEXT",
        "after TEXT",
        "hash TEXT NOT NULL CHECK (length(hash) = 64)",
        "UNIQUE (device, seq)",
        "CHECK (before IS NOT NULL OR after IS NOT NULL)",
    ),
    "CREATE INDEX operation_target ON operation (target, seq) WHERE part = 0",
    "CREATE INDEX operation_undoable ON operation (device, seq) WHERE part = 0 AND kind = 'do' AND undoable",
    "CREATE INDEX operation_undone ON operation (device, seq) WHERE part = 0 AND kind = 'undo'",
    "CREATE INDEX operation_group ON operation (group_id, part)",
    _table(
        "programme",
        _key(),
        _text("name", 200),
        _text("text", 1_000_000),
        _day("start_day"),
        _word("status", "active", "paused", "ended"),
        "created_us INTEGER NOT NULL",
    ),
    _table(
        "session",
        _key(),
        _day("day"),
        _text("slot", 20),
        _text("name", 200),
        _word("kind", "run", "lift", "jump", "mixed", "recovery"),
        _word("status", "planned", "open", "partial", "minimum", "done", "skipped", "excused"),
        _maybe_text("plan_key", 200),
        "began_us INTEGER",
        "ended_us INTEGER",
        "boot_us INTEGER",
        _text("boot_id", 100),
        _ZONE,
        _number("minutes", 0, 10_000),
        _number("rpe", 0, 10),
        _number("planned_load", 0, 100_000),
        _text("note"),
        _text("reason"),
    ),
    "CREATE INDEX session_day ON session (day, began_us)",
    "CREATE INDEX session_open ON session (id) WHERE status = 'open'",
    "CREATE INDEX session_plan_key ON session (plan_key) WHERE plan_key IS NOT NULL",
    _table(
        "block",
        _key(),
        _parent("session_id", "session"),
        _POSITION,
        _text("line"),
        _text("name", 200),
        _maybe_text("exercise", 200),
        _flag("timed"),
        _flag("superset"),
        _word("status", "open", "done", "partial", "skipped"),
        _text("reason"),
        _text("note"),
        _count("rest_seconds", 0, 86_400),
        "part TEXT NOT NULL DEFAULT 'work' CHECK (part IN ('work', 'warm-up', 'cool-down'))",
        _flag("side"),
        _number("minutes", 0, 10_000),
        "asked TEXT NOT NULL DEFAULT '[]' CHECK (length(asked) <= 20000)",
        _text("change", 100),
        _text("why", 1000),
        _text("last", 500),
    ),
    "CREATE INDEX block_session ON block (session_id, position)",
    "CREATE INDEX block_exercise ON block (exercise, session_id) WHERE exercise IS NOT NULL",
    _table(
        "set_done",
        _key(),
        _parent("block_id", "block"),
        _POSITION,
        _word("role", "warm-up", "work", "back-off", "drop", "failure"),
        _count("reps", 0, 10_000),
        _count("right_reps", 0, 10_000),
        _maybe_text("load", 100),
        _number("load_kg", -1_000, 2_000),
        _number("seconds", 0, 1_000_000),
        _number("metres", 0, 10_000_000),
        _number("rpe", 0, 10),
        "at_us INTEGER",
        _ZONE,
        _text("note"),
    ),
    "CREATE INDEX set_block ON set_done (block_id, position)",
    _table(
        "interval_done",
        _key(),
        _parent("block_id", "block"),
        _POSITION,
        _text("label", 200),
        _text("kind", 40),
        _text("ends", 40),
        _number("seconds", 0, 1_000_000),
        _number("planned_seconds", 0, 1_000_000),
        _number("metres", 0, 10_000_000),
        _maybe_text("effort", 100),
        _maybe_text("place", 200),
        _number("grade", -100, 100),
        _flag("sprint"),
        _flag("done", 1),
        "at_us INTEGER",
    ),
    "CREATE INDEX interval_block ON interval_done (block_id, position)",
    _table(
        "timer_run",
        _key(),
        _parent("session_id", "session", null=True),
        _parent("block_id", "block", null=True),
        _text("line"),
        "at_us INTEGER NOT NULL",
        "boot_us INTEGER NOT NULL",
        _text("boot_id", 100),
        _ZONE,
        _day("day"),
        "ended_us INTEGER",
        _text("outcome", 40),
    ),
    "CREATE INDEX timer_run_block ON timer_run (block_id) WHERE block_id IS NOT NULL",
    "CREATE INDEX timer_run_session ON timer_run (session_id) WHERE session_id IS NOT NULL",
    "CREATE INDEX timer_run_running ON timer_run (at_us) WHERE ended_us IS NULL",
    _table(
        "timer_fact",
        _key(),
        _parent("run_id", "timer_run"),
        "seq INTEGER NOT NULL CHECK (seq >= 0)",
        "kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40)",
        "boot_us INTEGER NOT NULL",
        "at_us INTEGER NOT NULL",
        _text("boot_id", 100),
        "value REAL",
        "position REAL",
    ),
    "CREATE INDEX timer_fact_run ON timer_fact (run_id, seq)",
    _table(
        "heartbeat",
        "run_id TEXT NOT NULL PRIMARY KEY REFERENCES timer_run (id) ON DELETE CASCADE",
        "boot_us INTEGER NOT NULL",
        "at_us INTEGER NOT NULL",
        _text("boot_id", 100),
        "position REAL NOT NULL",
    ),
    _table(
        "rest",
        "id TEXT NOT NULL PRIMARY KEY CHECK (id = 'rest')",
        "boot_us INTEGER NOT NULL",
        "at_us INTEGER NOT NULL",
        _text("boot_id", 100),
        "seconds REAL NOT NULL CHECK (seconds BETWEEN 0 AND 86400)",
        _maybe_text("block_id", 200),
        _text("words", 200),
    ),
    _table(
        "painted",
        "id TEXT NOT NULL PRIMARY KEY",
        _text("stamp", 200),
        "value TEXT NOT NULL CHECK (length(value) <= 1000000)",
    ),
    # One check-in a day, whoever writes it: the day is the key, so two machines' answers meet in one row.
    _table(
        "checkin",
        _day("id") + " PRIMARY KEY",
        _count("sleep", 1, 7),
        _count("fatigue", 1, 7),
        _count("stress", 1, 7),
        _count("soreness", 1, 7),
        _count("legs", 0, 10),
        _count("resting_hr", 20, 260),
        _count("slept_minutes", 0, 1440),
        _maybe_text("flags"),
        "sore TEXT NOT NULL DEFAULT '{}' CHECK (length(sore) <= 4000)",
        "at_us INTEGER",
    ),
    _table(
        "food",
        _key(),
        _day("day"),
        "grams REAL NOT NULL CHECK (grams BETWEEN 0 AND 5000)",
        _text("words"),
        "at_us INTEGER",
    ),
    "CREATE INDEX food_day ON food (day)",
    _table(
        "body_weight",
        _key(),
        _day("day"),
        "kg REAL NOT NULL CHECK (kg BETWEEN 10 AND 700)",
        _text("text", 100),
        "at_us INTEGER",
    ),
    "CREATE INDEX body_weight_day ON body_weight (day, at_us)",
    # Its id is DAY/ITEM, so a tick cannot be there twice.
    _table("tick", _key(), _day("day"), "item TEXT NOT NULL CHECK (length(item) <= 100)", "at_us INTEGER"),
    "CREATE INDEX tick_day ON tick (day)",
    _table(
        "plan_change",
        _key(),
        _parent("programme_id", "programme"),
        _text("plan_key", 200),
        "kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40)",
        _day("to_day", null=True),
        _text("detail"),
        _text("reason"),
        "at_us INTEGER NOT NULL",
    ),
    "CREATE INDEX plan_change_programme ON plan_change (programme_id, at_us)",
    _table(
        "training_max",
        _key(),
        "exercise TEXT NOT NULL CHECK (length(exercise) <= 200)",
        "kg REAL NOT NULL CHECK (kg BETWEEN 0 AND 2000)",
        _text("text", 100),
        _day("day"),
        "at_us INTEGER NOT NULL",
    ),
    "CREATE INDEX training_max_exercise ON training_max (exercise, day, at_us)",
    _table("setting", _key(), "value TEXT NOT NULL CHECK (length(value) <= 4000)"),
    _table(
        "decision",
        _key(),
        _day("day"),
        "kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40)",
        _text("offered"),
        _text("taken"),
        "at_us INTEGER NOT NULL",
    ),
    "CREATE INDEX decision_day ON decision (day, kind)",
    _table("own_exercise", _key(), _text("name", 200), _text("text")),
    _table("own_timer", _key(), _text("name", 200), _text("line"), "used_us INTEGER"),
)
"""The statements of the first migration."""
