from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest

from hybrid_tui.store import journal
from hybrid_tui.store.copy import verified_copy
from hybrid_tui.store.database import Store, open_store
from hybrid_tui.store.errors import DiskTrouble
from tests.fixed_clock import FixedClock
from tests.store.test_journal import content, eat


def copy_of(store: Store, target: Path) -> None:
    assert store.path is not None
    connection = sqlite3.connect(store.path, isolation_level=None)
    try:
        verified_copy(connection, target)
    finally:
        connection.close()


def test_a_copy_is_private_and_says_the_same(store: Store, tmp_path: Path, clock: FixedClock) -> None:
    eat(store, "a")
    target = tmp_path / "backups" / "copy.sqlite"
    copy_of(store, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert stat.S_IMODE(target.parent.stat().st_mode) == 0o700
    assert [entry.name for entry in target.parent.iterdir()] == ["copy.sqlite"]
    copy = open_store(target, clock=clock, read_only=True)
    assert content(copy) == content(store)
    assert journal.verify(copy) == 1
    copy.close()


def test_a_copy_never_takes_the_place_of_a_file(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "kept"
    target.write_text("mine")
    with pytest.raises(DiskTrouble):
        copy_of(store, target)
    assert target.read_text() == "mine"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["home", "kept"]


def test_a_copy_that_fails_its_check_is_thrown_away(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    eat(store, "a")

    def fails(*_: object) -> None:
        raise sqlite3.DatabaseError("not what was copied")

    monkeypatch.setattr("hybrid_tui.store.copy._check", fails)
    target = tmp_path / "backups" / "copy.sqlite"
    with pytest.raises(Exception, match="not what was copied"):
        copy_of(store, target)
    assert list(target.parent.iterdir()) == []
