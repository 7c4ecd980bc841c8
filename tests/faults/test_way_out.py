"""Every way out gives the terminal back byte for byte and tells the truth; a closed window leaves no process.

The sabotages at the end take the signal handlers away: the same looks must then find the terminal wrecked and
the process still there.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.terminal import PROGRAM, NotSeen, Terminal
from tests.faults.training import (
    DEAF,
    FAILING_KEY,
    FAILING_LOOK,
    FAILING_START,
    NO_SIGNALS,
    broken,
    make,
    whole,
)

LINE = "8x(20s hill / 20s walk)"
STATES = ("idle", "timer", "dialog")
GONE_WITHIN_S = 2.0
CALM_CPU_S = 1.0
"""Seconds of processor time that ending may take; one that spins takes all there is."""


def _stand(terminal: Terminal, state: str) -> None:
    """Bring a program that has just started where it is to be left."""
    if state == "timer":
        terminal.wait("space start")
        terminal.press("space")
        terminal.until(lambda: terminal.title.startswith(("Get ready", "Hill 1")), "the timer running")
        terminal.wait("space pause")
        return
    terminal.wait("sets +0 of 60")
    if state == "dialog":
        terminal.press("?")
        terminal.wait("Tick|Done as shown")
    terminal.settle()


def _open(tmp_path: Path, state: str, program: tuple[str, ...] = PROGRAM) -> Terminal:
    db = make(tmp_path / "training.sqlite")
    more = ("timer", LINE) if state == "timer" else ()
    return Terminal("--db", str(db), *more, home=tmp_path / "home", program=program)


def _leave(terminal: Terminal, state: str, key: str) -> None:
    if state == "dialog" and key == "q":
        terminal.press("escape")  # a digit or letter is an answer there
        terminal.wait_gone("Done as shown")
    terminal.press(key)
    if state == "timer":
        terminal.wait("Leave while the timer runs")
        terminal.settle()
        terminal.press("y")


def _check(terminal: Terminal, status: int) -> None:
    assert terminal.exit_status() == status
    assert terminal.not_restored() == []
    assert terminal.findings == []


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("key", ["q", "ctrl+q"])
def test_a_key_leaves(tmp_path: Path, state: str, key: str) -> None:
    with _open(tmp_path, state) as terminal:
        _stand(terminal, state)
        _leave(terminal, state, key)
        _check(terminal, 0)


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_ctrl_c_is_a_key_and_ends_nothing(tmp_path: Path, state: str) -> None:
    with _open(tmp_path, state) as terminal:
        _stand(terminal, state)
        terminal.press("ctrl+c")
        if state == "dialog":
            terminal.settle()  # a dialog has no such key
        else:
            terminal.wait("q leaves")
        assert terminal.process.poll() is None
        _leave(terminal, state, "ctrl+q")
        _check(terminal, 0)


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(tmp_path: Path, state: str, number: signal.Signals) -> None:
    with _open(tmp_path, state) as terminal:
        _stand(terminal, state)
        terminal.signal(number)
        _check(terminal, 128 + number)


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_a_failure_is_one_sentence_and_status_1(tmp_path: Path, state: str) -> None:
    with _open(tmp_path, state, broken(FAILING_KEY)) as terminal:
        _stand(terminal, state)
        terminal.press("f12")
        _check(terminal, 1)
        said = terminal.text
    assert "hybrid met an error" in said
    assert "hybrid.log" in said.replace("\n", "")
    assert "Traceback" not in said
    assert "secret" not in said
    assert "secret [/]" in (tmp_path / "home/log/hybrid.log").read_text("utf-8")
    assert whole(tmp_path / "training.sqlite").runs == (state == "timer")


@pytest.mark.slow
@pytest.mark.parametrize("patch", [FAILING_START, FAILING_LOOK], ids=["once drawn", "before it is drawn"])
def test_a_failed_start_restores_too(tmp_path: Path, patch: str) -> None:
    with _open(tmp_path, "idle", broken(patch)) as terminal:
        _check(terminal, 1)
        assert "Traceback" not in terminal.text
        assert "secret" not in terminal.text
        assert "hybrid met an error" in terminal.text


def test_a_refused_file_leaves_the_terminal_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a training file\n" * 100)
    with Terminal("--db", str(path), home=tmp_path / "home") as terminal:
        _check(terminal, 1)
        assert terminal.modes == {}
        assert "Traceback" not in terminal.text


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell with job control")
@pytest.mark.parametrize("state", STATES)
def test_ctrl_z_gives_the_shell_a_sane_terminal_and_fg_comes_back(tmp_path: Path, state: str) -> None:
    db = make(tmp_path / "training.sqlite")
    more = f" timer '{LINE}'" if state == "timer" else ""
    shell = ("/bin/sh", "-i")
    with Terminal(home=tmp_path / "home", program=shell, env={"PS1": "ready> "}) as terminal:
        terminal.wait("ready>")
        terminal.type(f"{sys.executable} -m hybrid_tui --db {db}{more}\r")
        _stand(terminal, state)
        terminal.press("ctrl+z")
        terminal.wait("Stopped")
        terminal.settle()
        assert terminal.not_restored() == []
        terminal.screen.reset()
        terminal.type("fg\r")
        terminal.wait("space pause|AWAY" if state == "timer" else "Tick|Done as shown|sets +0 of 60")
        terminal.settle()
        assert terminal.modes[1049]
        assert terminal.not_restored()
        if state == "dialog":
            terminal.press("escape")
            terminal.wait_gone("Done as shown")
        terminal.press("q")
        if state == "timer":
            terminal.wait("Leave while the timer runs")
            terminal.settle()
            terminal.press("y")
        terminal.until(lambda: not terminal.modes.get(1049, False), "the shell again")
        terminal.settle()
        assert terminal.not_restored() == []
        terminal.type("exit\r")
        assert terminal.exit_status() == 0
        assert terminal.not_restored() == []


def _seconds_used(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _gone(terminal: Terminal, within: float = GONE_WITHIN_S) -> tuple[bool, float]:
    """Close the window; whether the process has gone by then, and the processor time it took to."""
    before = _seconds_used(terminal.process.pid)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    terminal.hang_up()
    try:
        terminal.process.wait(within)
    except subprocess.TimeoutExpired:
        return False, _seconds_used(terminal.process.pid) - before
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = now.ru_utime + now.ru_stime - others.ru_utime - others.ru_stime
    return True, used - before


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
def test_a_closed_window_leaves_no_process_and_loses_nothing(tmp_path: Path, state: str) -> None:
    with _open(tmp_path, state) as terminal:
        _stand(terminal, state)
        if state == "idle":
            terminal.press("space")
            terminal.wait("sets +1 of 60")
        gone, used = _gone(terminal)
        assert gone
        assert used < CALM_CPU_S
        assert terminal.process.returncode == 128 + signal.SIGHUP
    kept = whole(tmp_path / "training.sqlite")
    assert kept.sets == (state == "idle")
    assert kept.runs == (state == "timer")


@pytest.mark.slow
def test_sabotage_without_handlers_the_terminal_is_found_wrecked(tmp_path: Path) -> None:
    with _open(tmp_path, "idle", broken(NO_SIGNALS)) as terminal:
        _stand(terminal, "idle")
        terminal.signal(signal.SIGTERM)
        assert terminal.exit_status() == -signal.SIGTERM
        wrong = terminal.not_restored()
    for part in ("mode 1049 is on", "mode 2004 is on", "the cursor is hidden", "local flags changed"):
        assert part in wrong


@pytest.mark.slow
def test_sabotage_a_program_deaf_to_the_closed_window_is_found(tmp_path: Path) -> None:
    with _open(tmp_path, "idle", broken(DEAF)) as terminal:
        _stand(terminal, "idle")
        gone, _ = _gone(terminal)
        assert not gone


def test_sabotage_a_wait_for_what_never_comes_ends(tmp_path: Path) -> None:
    with Terminal(home=tmp_path, program=("/bin/sh", "-c", "read x")) as terminal:
        began = time.monotonic()
        with pytest.raises(NotSeen):
            terminal.wait("never", 0.3)
        assert time.monotonic() - began < 5
