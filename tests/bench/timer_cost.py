"""What the running timer costs, beside another program on the same kind of terminal. Linux only (/proc)."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

SETTLE_S = 25.0
"""Seconds before counting begins: the get-ready and the first drawing of each digit are over."""

_QUERIES = (
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\??6n"), b"\x1b[1;1R"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """A program's cost, each a second of the clock."""

    cpu: float
    """Seconds of processor time, all threads and children that are left."""
    written: float
    """Bytes."""
    wakes: float
    """Times a thread was put on a processor."""


def measure(command: list[str], seconds: float, keys: bytes = b"", size: tuple[int, int] = (120, 40)) -> Cost:
    """Run it on a terminal of that size, press `keys` after six seconds, and count once it has settled."""
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.chdir(ROOT)
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execvp(command[0], command)
    try:
        _read(terminal, 6.0)
        os.write(terminal, keys)
        _read(terminal, SETTLE_S)
        before, began = _spent(pid), time.monotonic()
        written = _read(terminal, seconds)
        after, passed = _spent(pid), time.monotonic() - began
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
    return Cost(
        cpu=(after[0] - before[0]) / 1e9 / passed,
        written=written / passed,
        wakes=(after[1] - before[1]) / passed,
    )


def compare(seconds: float) -> None:
    """The timer, one widget alone with the same digits, Textual's own, and termdown where it is installed."""
    with tempfile.TemporaryDirectory() as folder:
        ours = [sys.executable, "-m", "hybrid_tui", "timer", "60m run", "--db", f"{folder}/bench.sqlite"]
        costs = {"timer": measure([*ours, "--quiet"], seconds, b" ")}
    lone = [sys.executable, "-m", "tests.bench.lone_digits"]
    costs |= {name: measure([*lone, name], seconds) for name in ("full", "core")}
    beside = Path(sys.executable).parent / "termdown"
    termdown = str(beside) if beside.exists() else shutil.which("termdown")
    if termdown is not None:
        costs["termdown"] = measure([termdown, "3600"], seconds)
    print(f"\n{'':8} {'CPU %':>8} {'bytes/s':>8} {'wakes/s':>8}   while running, 120x40")
    for name, cost in costs.items():
        print(f"{name:8} {cost.cpu * 100:8.2f} {cost.written:8.0f} {cost.wakes:8.1f}")
    print(
        f"ratio    {costs['timer'].written / costs['full'].written:8.2f}   bytes against the same digits alone"
    )
    if "termdown" in costs:
        print(f"ratio    {costs['timer'].cpu / costs['termdown'].cpu:8.2f}   CPU against termdown")
    else:
        print("termdown is not installed: pip install termdown")


def _read(terminal: int, seconds: float) -> int:
    """Read for so long, answer what is asked, and give how many bytes came."""
    end, count = time.monotonic() + seconds, 0
    while (left := end - time.monotonic()) > 0:
        ready, _, _ = select.select([terminal], [], [], left)
        if ready:
            data = os.read(terminal, 65536)
            count += len(data)
            for question, answer in _QUERIES:
                if question.search(data):
                    os.write(terminal, answer)
    return count


def _spent(pid: int) -> tuple[int, int]:
    """Nanoseconds on a processor and times put there, of all threads."""
    spent = wakes = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        fields = (task / "schedstat").read_text("ascii").split()
        spent, wakes = spent + int(fields[0]), wakes + int(fields[2])
    return spent, wakes
