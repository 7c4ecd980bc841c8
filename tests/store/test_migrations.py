"""The steps from one version of the file to the next."""

from __future__ import annotations

import hashlib
import sqlite3

from hybrid_tui.store.first_tables import FIRST_TABLES


def test_the_first_migration_is_frozen() -> None:
    """People have files made by it: whoever fails here puts it back, and appends a migration instead."""
    connection = sqlite3.connect(":memory:")
    for statement in FIRST_TABLES:
        connection.execute(statement)
    made = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    connection.close()
    digest = hashlib.sha256("\n".join(sql for (sql,) in made).encode()).hexdigest()
    assert digest == "a36c670847eafe7f9aecdc4bf03d63e7ec39d6cd20ef69ff711d04f12f6ac0ec"
