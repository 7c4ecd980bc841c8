"""Who has the file open, and which device this is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hybrid_tui.store import lock
from hybrid_tui.store.database import open_store
from hybrid_tui.store.errors import ReadOnlyFile
from tests.fixed_clock import FixedClock

_HOLDER = """
import sys
from hybrid_tui.clock import SystemClock
from hybrid_tui.store.database import open_store
store = open_store(sys.argv[1], clock=SystemClock(), hold=True)
print(store.device, flush=True)
sys.stdin.read()
if sys.argv[2] == "clean":
    store.close()
"""


def test_a_second_app_reads_and_says_who_writes(made: Path, clock: FixedClock) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(made), "clean"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    device = holder.stdout.readline().strip()
    second = open_store(made, clock=clock, hold=True)
    assert f"process {holder.pid}" in second.held_by
    assert second.rows("SELECT * FROM session") == []
    with pytest.raises(ReadOnlyFile, match="Another hybrid"), second.write("add"):
        pass
    second.close()

    shell = open_store(made, clock=clock)
    assert shell.device == device
    with shell.write("units") as writer:
        writer.insert("setting", {"id": "units", "value": '"kg"'})
    shell.close()

    holder.communicate("")
    third = open_store(made, clock=clock, hold=True)
    assert third.held_by == ""
    assert third.device == device
    third.close()


@pytest.mark.parametrize("end", ["clean", "unclean"])
def test_the_lock_of_an_app_that_has_ended_is_free_however_it_ended(made: Path, end: str) -> None:
    subprocess.run(
        [sys.executable, "-c", _HOLDER, str(made), end],
        input="",
        text=True,
        check=True,
        stdout=subprocess.PIPE,
    )
    got = lock.take(made, device="new", now_us=1)
    assert isinstance(got, lock.Hold)
    assert got.note.device != "new"
    got.release()


def test_a_copied_file_is_another_device(made: Path, clock: FixedClock, tmp_path: Path) -> None:
    first = open_store(made, clock=clock)
    copy = tmp_path / "copy.sqlite"
    copy.write_bytes(made.read_bytes())
    second = open_store(copy, clock=clock)
    assert first.device != second.device
    first.close()
    second.close()


def test_a_note_from_another_host_is_another_device(made: Path, clock: FixedClock) -> None:
    note = lock.lock_path(made)
    note.write_text("olddevice otherhost 0 0".ljust(511) + "\n")
    for hold in (False, True):
        opened = open_store(made, clock=clock, hold=hold)
        assert opened.device != "olddevice"
        opened.close()


@pytest.mark.parametrize("text", ["", "one", "a b c d", "\x00" * 512, "a b -1 2 3"])
def test_a_spoiled_note_is_written_anew(made: Path, text: str) -> None:
    lock.lock_path(made).write_text(text)
    assert lock.device_name(made, device="fresh") == "fresh"
    assert lock.device_name(made, device="other") == "fresh"


def test_without_locks_the_machine_is_the_device(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    lock.lock_path(made).unlink()
    place = lock.settle(made, device="fresh", now_us=1, hold=True)
    assert place.hold is None
    assert place.held_by == ""
    assert place.device


def test_an_app_that_is_just_leaving_is_waited_for(
    made: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving = open_store(made, clock=clock, hold=True)
    monkeypatch.setattr(lock, "pause", leaving.close)
    coming = open_store(made, clock=clock, hold=True)

    assert coming.held_by == ""
    assert not coming.read_only
    coming.close()
