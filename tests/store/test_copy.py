from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest

from hybrid_tui.store import copy, journal
from hybrid_tui.store.copy import verified_copy
from hybrid_tui.store.database import Store, open_store
from hybrid_tui.store.errors import DamagedFile, DiskTrouble
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
    copied = open_store(target, clock=clock, read_only=True)
    assert content(copied) == content(store)
    assert journal.verify(copied) == 1
    copied.close()


def test_a_copy_never_takes_the_place_of_a_file(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "kept"
    target.write_text("mine")
    with pytest.raises(DiskTrouble):
        copy_of(store, target)
    assert target.read_text() == "mine"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["home", "kept"]


@pytest.mark.parametrize("wrong", ["bytes", "changes"])
def test_a_copy_that_is_not_what_was_copied_is_found_and_thrown_away(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    eat(store, "a")
    target = tmp_path / "backups" / "copy.sqlite"
    draft = target.with_name(".copy.sqlite.part")
    last = copy._last_operation
    asked: list[tuple[int, str]] = []

    def spoilt(connection: sqlite3.Connection) -> tuple[int, str]:
        asked.append(last(connection))
        if len(asked) > 1:
            return asked[-1]
        if wrong == "bytes":
            with draft.open("r+b") as raw:
                raw.seek(4096)
                raw.write(b"\xff" * 200)
            return asked[0]
        return (asked[0][0] + 1, asked[0][1])

    monkeypatch.setattr(copy, "_last_operation", spoilt)
    with pytest.raises(DamagedFile):
        copy_of(store, target)
    assert list(target.parent.iterdir()) == []
