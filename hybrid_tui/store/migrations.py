"""The steps from any older file to today's. Only ever appended to; imported late."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from hybrid_tui.store.first_tables import FIRST_TABLES
from hybrid_tui.store.schema import APPLICATION_ID, MIGRATION_SET

migrations = Migrations(MIGRATION_SET)
"""Our steps in order; their names are those of `schema.MIGRATIONS`."""


@migrations()
def first_tables(db: Database) -> None:
    """Make the tables of the first version."""
    for statement in FIRST_TABLES:
        db.conn.execute(statement)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file behind `connection` up to date in one transaction: all of it happens, or nothing.

    Raises sqlite3.Error when a step fails; the file then is as it was.
    """
    # The migrations' own transactions become savepoints of this one, so that a kill between two steps
    # cannot leave a file that is neither old nor new.
    connection.execute("BEGIN IMMEDIATE")
    try:
        db = Database(connection, execute_plugins=False)
        migrations.apply(db)
        applied = len(migrations.applied(db))
        connection.execute(f"PRAGMA user_version = {applied}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
