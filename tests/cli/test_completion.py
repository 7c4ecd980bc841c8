"""Completion in the shell: own exercises too, whatever is wrong with the file silent, and nothing ever written."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from hybrid_tui.coach import own_exercises
from hybrid_tui.coach.library import Library
from hybrid_tui.store.database import open_store
from tests.cli.shell import Shell, program
from tests.fixed_clock import FixedClock


def completed(shell: Shell, *words: str) -> list[str]:
    """What is offered for the last of these words, in this process."""
    os.environ.update(_HYBRID_COMPLETE="bash_complete", COMP_CWORD=str(len(words)))
    os.environ["COMP_WORDS"] = "hybrid " + " ".join(words)
    try:
        with pytest.raises(SystemExit):
            shell()
    finally:
        for name in ("_HYBRID_COMPLETE", "COMP_CWORD", "COMP_WORDS"):
            del os.environ[name]
    out, err = shell.said()
    assert err == ""
    return [line.removeprefix("plain,") for line in out.splitlines() if line]


def own(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    clock = FixedClock()
    with_own = open_store(path, clock=clock)
    own_exercises.save(with_own, Library(), clock.moment(), "Zercher lunge like lunge; also ZL")
    with_own.close()


def test_own_names_are_offered_beside_shipped_ones(shell: Shell) -> None:
    own(shell.path)
    before = shell.path.read_bytes()
    assert completed(shell, "log", "zer") == ["zercher lunge"]
    assert completed(shell, "log", "zl") == ["zl"]
    assert completed(shell, "log", "slep") == ["slept"]
    assert shell.path.read_bytes() == before


def test_a_name_of_several_words_goes_on_where_it_was_left(shell: Shell) -> None:
    own(shell.path)
    assert completed(shell, "log", "zercher", "l") == ["lunge"]
    assert completed(shell, "log", '"zercher l') == ["zercher lunge"]
    assert completed(shell, "log", '"slept 7h; zercher l') == ["slept 7h; zercher lunge"]
    assert "squat" in completed(shell, "log", "back", "sq")
    assert completed(shell, "log", "back", "squat", "5x5", "8") == []


def test_a_trend_is_completed_too(shell: Shell) -> None:
    own(shell.path)
    assert "bench press" in completed(shell, "trend", "ben")
    assert completed(shell, "trend", "zercher", "l") == ["lunge"]
    assert completed(shell, "trend", "best", "zer") == ["zercher lunge"]
    assert completed(shell, "trend", '"e1rm zer') == ["e1rm zercher lunge"]
    assert completed(shell, "trend", "sets", "qu") == ["quads"]
    assert completed(shell, "trend", "slee") == ["sleep"]


@pytest.mark.parametrize("kind", ["missing", "foreign", "damaged", "folder", "locked"])
def test_a_file_that_cannot_be_read_is_passed_over_in_silence(shell: Shell, kind: str) -> None:
    lock = None
    if kind in ("damaged", "locked"):
        own(shell.path)
    if kind == "damaged":
        content = bytearray(shell.path.read_bytes())
        content[200:] = b"\xff" * (len(content) - 200)
        shell.path.write_bytes(content)
    elif kind == "foreign":
        shell.path.parent.mkdir()
        shell.path.write_text("my diary")
    elif kind == "folder":
        shell.path.mkdir(parents=True)
    elif kind == "locked":
        lock = sqlite3.connect(shell.path, isolation_level=None)
        lock.execute("PRAGMA locking_mode = EXCLUSIVE")
        lock.execute("BEGIN EXCLUSIVE")
    assert "bench press" in completed(shell, "log", "ben")
    if kind == "missing":
        assert not shell.path.exists()
    if lock is not None:
        lock.close()


@pytest.mark.parametrize("kind", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script_and_answers(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "log.sqlite"
    own(path)
    script = program(path, _HYBRID_COMPLETE=f"{kind}_source")
    assert script.status == 0
    assert "_HYBRID_COMPLETE" in script.out
    answer = program(
        path,
        _HYBRID_COMPLETE=f"{kind}_complete",
        COMP_WORDS="hybrid log zercher l",
        COMP_CWORD="l" if kind == "fish" else "3",
    )
    assert "lunge" in answer.out
    assert answer.err == ""
