"""Pipes, closed streams and full disks: a command says so, in one sentence, and never waits for ever."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hybrid_tui.cli import files
from tests.cli.shell import ROOT, Shell

LINE = "8x(12s hill / 90s walk)"


def shell_says(tmp_path: Path, command: str) -> tuple[int, str]:
    """The real program under a real shell; what it wrote to standard error comes as text."""
    environment = {**os.environ, "HYBRID_DB": str(tmp_path / "a.sqlite"), "PYTHONPATH": str(ROOT)}
    said = tmp_path / "said"
    hybrid = f"{sys.executable} -m hybrid_tui"
    full = f"{command.replace('hybrid', hybrid, 1)} 2>{said}"
    done = subprocess.run(
        ["/bin/sh", "-c", full], env=environment, check=False, timeout=60, stdout=subprocess.DEVNULL
    )
    return done.returncode, said.read_text()


@pytest.mark.parametrize(
    ("command", "status", "words"),
    [
        ("hybrid log <&-", 2, "nothing to log"),
        ("hybrid explain - <&-", 2, "there is nothing here"),
        ("hybrid today >&-", 0, "There is no training file"),
        ("hybrid today >/dev/full", 1, "No space left on device."),
    ],
)
def test_closed_streams_and_full_disks_are_told(
    tmp_path: Path, command: str, status: int, words: str
) -> None:
    found, said = shell_says(tmp_path, command)
    assert (found, words in said, "Traceback" in said, "Errno" in said) == (status, True, False, False)


def test_a_pipe_that_nobody_writes_to_is_given_up(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PATIENCE_S", 0.05)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for command in (("explain",), ("plan", "check")):
        answer = shell(*command, str(pipe))
        assert answer.status == 2
        assert "is a pipe, and nothing came through it" in answer.err


def test_what_comes_through_a_pipe_is_read(shell: Shell, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(f"{LINE}\n"))
    writer.start()
    answer = shell("explain", str(pipe))
    writer.join()
    assert (answer.status, "15 steps" in answer.out) == (0, True)


def test_a_wrong_name_of_a_programme_is_answered_with_the_nearest(shell: Shell) -> None:
    answer = shell("plan", "use", "hill-iron")
    assert answer.status == 2
    assert "«hill-iron» is no file and no programme of the shelf; did you mean hill-iron-" in answer.err
