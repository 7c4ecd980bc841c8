"""The file under a failing system: killed, refused or failed at each single write, sync and unlink."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hybrid_tui.store import journal
from hybrid_tui.store.database import open_store
from tests.fixed_clock import FixedClock

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("strace") is None, reason="faults are injected with strace"),
]

_TYPED = 3

_WRITER = """
import sys
from hybrid_tui.clock import SystemClock
from hybrid_tui.store.database import open_store
from hybrid_tui.store.errors import StoreError

def sent(store, number):
    with store.write(f"food {number}") as writer:
        writer.insert("food", {"id": f"f{number}", "day": "2026-11-25", "grams": 1.0})
        writer.save("setting", {"id": "last", "value": str(number)})

for _ in range(5):
    try:
        store = open_store(sys.argv[1], clock=SystemClock())
        break
    except StoreError:
        pass
for number in range(int(sys.argv[2])):
    for _ in range(5):
        try:
            sent(store, number)
        except StoreError as error:
            print("failed", error, file=sys.stderr)
            continue
        print(number, flush=True)
        break
store.close()
"""


@pytest.fixture
def fresh(made: Path) -> Iterator[Path]:
    """A file as it was, for each round anew."""
    kept = made.with_name("kept")
    shutil.copy(made, kept)
    yield made
    kept.unlink()


def _run(path: Path, call: str, fault: str) -> tuple[int, list[int], str]:
    """Write with one fault injected; the exit status, what was shown as saved, and what failed."""
    for leftover in path.parent.glob(f"{path.name}*"):
        leftover.unlink()
    shutil.copy(path.with_name("kept"), path)
    path.chmod(0o600)
    command = [
        "strace",
        "-f",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        f"trace={call}",
        "-e",
        f"inject={call}:{fault}",
    ]
    done = subprocess.run(
        [*command, sys.executable, "-c", _WRITER, str(path), str(_TYPED)],
        capture_output=True,
        check=False,
        text=True,
    )
    return done.returncode, [int(line) for line in done.stdout.split()], done.stderr


def _found(path: Path) -> list[str]:
    opened = open_store(path, clock=FixedClock())
    opened.check(full=True)
    assert opened.rows("PRAGMA foreign_key_check") == []
    journal.verify(opened)
    journal.verify_tables(opened)
    found = [row["id"] for row in opened.rows("SELECT id FROM food ORDER BY id")]
    opened.close()
    return found


@pytest.mark.parametrize("call", ["pwrite64", "fdatasync", "unlink"])
def test_killed_at_each_call(fresh: Path, call: str) -> None:
    for number in range(1, 200):
        status, shown, _ = _run(fresh, call, f"signal=KILL:when={number}")
        found = _found(fresh)
        assert found in ([f"f{n}" for n in range(len(shown))], [f"f{n}" for n in range(len(shown) + 1)])
        if status == 0:
            assert number > 3, "no call was ever hit: the harness is broken"
            return
    pytest.fail("it never ran unharmed")


@pytest.mark.parametrize("call", ["pwrite64", "fdatasync"])
@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
def test_failed_at_each_call(fresh: Path, call: str, error: str) -> None:
    failures = 0
    for number in range(1, 60, 2):
        status, shown, failed = _run(fresh, call, f"error={error}:when={number}")
        assert status == 0
        # Whatever failed once and was sent again is there, and there once.
        assert shown == list(range(_TYPED))
        assert _found(fresh) == [f"f{n}" for n in range(_TYPED)]
        failures += failed.count("failed")
    assert failures, "no write ever failed: the harness is broken"


def test_on_a_disk_that_stays_full_nothing_is_shown_as_saved(fresh: Path) -> None:
    status, shown, failed = _run(fresh, "pwrite64", "error=ENOSPC:when=6+")
    assert (status, shown) == (0, [])
    assert failed.count("is full") == 5 * _TYPED
    assert _found(fresh) == []
