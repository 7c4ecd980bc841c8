"""A process killed at any instant loses nothing that it had acknowledged."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hybrid_tui.store import journal
from hybrid_tui.store.database import open_store
from tests.fixed_clock import FixedClock

_WRITER = """
import sys
from hybrid_tui.clock import SystemClock
from hybrid_tui.store import journal
from hybrid_tui.store.database import open_store

store = open_store(sys.argv[1], clock=SystemClock(), hold=True)
first = int(sys.argv[2])
for number in range(first, first + 100_000):
    with store.write(f"food {number}") as writer:
        writer.insert("food", {"id": f"f{number:06}", "day": "2026-11-25", "grams": 1.0, "words": "x" * 300})
        writer.save("setting", {"id": "last", "value": str(number)})
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


def _round(path: Path, first: int, after: int, clock: FixedClock) -> int:
    """Kill a writer some instants after it acknowledged `after` writes; the last one it acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path), str(first)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    try:
        for _ in range(after):
            assert child.stdout.readline()
    finally:
        os.kill(child.pid, signal.SIGKILL)
    acknowledged = [int(line) for line in child.stdout.read().splitlines() if line.strip()]
    child.stdout.close()
    child.wait()
    last = acknowledged[-1] if acknowledged else first + after - 1

    opened = open_store(path, clock=clock, hold=True)
    assert opened.held_by == ""
    opened.check(full=True)
    assert opened.rows("PRAGMA foreign_key_check") == []
    found = [row["id"] for row in opened.rows("SELECT id FROM food ORDER BY id")]
    # At most the one write that was on its way is there beyond the last acknowledged one.
    assert len(found) - 1 in (last, last + 1)
    assert found == [f"f{number:06}" for number in range(len(found))]
    assert opened.rows("SELECT value FROM setting")[0]["value"] == str(len(found) - 1)
    journal.verify(opened)
    journal.verify_tables(opened)
    opened.close()
    return len(found)


def _rounds(path: Path, count: int) -> None:
    clock, chance, first = FixedClock(), random.Random(1), 0
    open_store(path, clock=clock).close()
    for _ in range(count):
        first = _round(path, first, chance.randint(1, 25), clock)


def test_a_killed_process_loses_nothing_acknowledged(path: Path) -> None:
    _rounds(path, 4)


@pytest.mark.slow
def test_many_killed_processes_lose_nothing_acknowledged(path: Path) -> None:
    _rounds(path, 60)


def test_sabotage_an_answer_before_the_commit_is_caught(path: Path) -> None:
    """What the rounds above prove would not hold if the answer came first; so they can fail."""
    hasty = _WRITER.replace("    sys.stdout", "        sys.stdout").replace(
        "        sys.stdout.flush()\n",
        "        sys.stdout.flush()\n        import os; os.kill(os.getpid(), 9)\n",
    )
    assert hasty != _WRITER
    open_store(path, clock=FixedClock()).close()
    done = subprocess.run([sys.executable, "-c", hasty, str(path), "0"], stdout=subprocess.PIPE, check=False)
    assert done.stdout == b"0\n"
    opened = open_store(path, clock=FixedClock())
    assert opened.rows("SELECT * FROM food") == []
    opened.close()


def test_a_kill_while_the_file_is_made_leaves_none_or_a_whole_one(path: Path) -> None:
    program = (
        "import os, sys, signal\n"
        "from hybrid_tui.clock import SystemClock\n"
        "from hybrid_tui.store import create, database\n"
        "real = create.migrate\n"
        "def killed(connection):\n"
        "    real(connection)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "create.migrate = killed\n"
        f"database.open_store({str(path)!r}, clock=SystemClock())\n"
    )
    child = subprocess.run([sys.executable, "-c", program], check=False)
    assert child.returncode == -signal.SIGKILL
    assert not path.exists()
    opened = open_store(path, clock=FixedClock())
    opened.check(full=True)
    opened.close()
