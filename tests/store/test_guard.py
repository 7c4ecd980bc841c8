"""What is refused is left as it was, and the refusal says why."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from hybrid_tui.store.database import open_store
from hybrid_tui.store.errors import DamagedFile, ForeignFile, MissingFile, NewerFile, StoreError
from hybrid_tui.store.schema import APPLICATION_ID, VERSION
from tests.fixed_clock import FixedClock

State = Callable[[Path], dict[str, object]]


def _set(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()


def _newer(path: Path) -> None:
    _set(path, f"PRAGMA user_version = {VERSION + 1}")


def _unknown_step(path: Path) -> None:
    _set(path, "INSERT INTO _sqlite_migrations VALUES (99, 'hybrid_tui', 'from_tomorrow', '2030-01-01')")


def _other_program(path: Path) -> None:
    _set(path, "PRAGMA application_id = 1234")


def _text_file(path: Path) -> None:
    path.write_text("Back squat 5x5\n")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _one_byte(path: Path) -> None:
    path.write_bytes(b"S")


def _header_only(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _broken_page(path: Path) -> None:
    body = bytearray(path.read_bytes())
    body[4096 * 3 : 4096 * 3 + 64] = b"\xff" * 64
    path.write_bytes(body)


def _two_names(path: Path) -> None:
    os.link(path, path.with_name("second.sqlite"))


def _link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))


def _zero_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (_newer, NewerFile),
        (_unknown_step, NewerFile),
        (_other_program, ForeignFile),
        (_text_file, ForeignFile),
        (_empty, ForeignFile),
        (_one_byte, ForeignFile),
        (_header_only, DamagedFile),
        (_half, DamagedFile),
        (_broken_page, DamagedFile),
        (_folder, ForeignFile),
        (_pipe, ForeignFile),
        (_two_names, ForeignFile),
        (_link_to_nothing, ForeignFile),
        (_zero_device, ForeignFile),
    ],
)
@pytest.mark.parametrize("hold", [False, True])
def test_what_is_not_ours_is_refused_untouched(
    made: Path,
    clock: FixedClock,
    state: State,
    spoil: Callable[[Path], None],
    error: type[StoreError],
    hold: bool,
) -> None:
    spoil(made)
    lock_file = made.with_name(made.name + ".lock")
    before = state(made.parent)
    with pytest.raises(error) as refusal:
        open_store(made, clock=clock, hold=hold)
    after = state(made.parent)
    # The lock file is a note of ours beside the file, not the file.
    before.pop(str(lock_file)), after.pop(str(lock_file))
    assert after == before
    assert str(made.name) in str(refusal.value)


def test_sabotage_an_unspoiled_file_is_not_refused(made: Path, clock: FixedClock) -> None:
    """The counterpart that shows that the refusals above have a cause."""
    open_store(made, clock=clock).close()


def test_a_file_of_another_user_is_refused(
    made: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(ForeignFile, match="another user"):
        open_store(made, clock=clock)


def test_a_missing_file_is_not_made_unless_asked(path: Path, clock: FixedClock) -> None:
    with pytest.raises(MissingFile):
        open_store(path, clock=clock, create=False)
    with pytest.raises(MissingFile):
        open_store(path, clock=clock, read_only=True)
    assert not path.parent.exists()


def test_a_link_to_the_file_is_followed(made: Path, clock: FixedClock, tmp_path: Path) -> None:
    link = tmp_path / "link.sqlite"
    link.symlink_to(made)
    opened = open_store(link, clock=clock)
    assert opened.path == made
    opened.close()


def test_a_kill_between_a_new_files_two_names_is_mended(made: Path, clock: FixedClock) -> None:
    leftover = made.with_name(f".{made.name}.new-4711")
    os.link(made, leftover)
    open_store(made, clock=clock).close()
    assert not leftover.exists()


def test_the_header_is_not_read_while_this_process_has_the_file_open(made: Path, clock: FixedClock) -> None:
    """Closing a descriptor would drop the locks of the transaction that is under way."""
    first = open_store(made, clock=clock, patience=0.1)
    with first.write("hold the lock") as writer:
        writer.insert("setting", {"id": "units", "value": '"kg"'})
        open_store(made, clock=clock, read_only=True).close()
        other = sqlite3.connect(made, timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()
    first.close()


def test_the_application_id_is_ours(made: Path) -> None:
    assert int.from_bytes(made.read_bytes()[68:72]) == APPLICATION_ID
