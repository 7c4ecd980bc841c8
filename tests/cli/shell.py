"""The program as a shell calls it: in this process for most tests, as a real one where that matters."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from hybrid_tui.cli.commands import run
from tests.fixed_clock import FixedClock

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command gave back."""

    status: int
    out: str
    err: str


class Shell:
    """Calls commands in this process, on a file of its own, at a quarter past six of 25 November 2026."""

    def __init__(self, path: Path, capture: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.path = path
        self.clock = FixedClock(zone="Europe/Paris")
        self._capture = capture
        self._patch = patch
        patch.setenv("HYBRID_DB", str(path))
        patch.setenv("COLUMNS", "80")

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Answer:
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self._capture.readouterr()
        status = run(list(arguments), clock=self.clock)
        captured = self._capture.readouterr()
        return Answer(status=status, out=captured.out, err=captured.err)

    def said(self) -> tuple[str, str]:
        """What was written since the last call, where that ended the program."""
        captured = self._capture.readouterr()
        return captured.out, captured.err


def program(path: Path, *arguments: str | bytes, stdin: bytes = b"", **variables: str) -> Answer:
    """Run the real program on that file."""
    environment = {
        **os.environ,
        "HYBRID_DB": str(path),
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        **variables,
    }
    done = subprocess.run(
        [sys.executable, "-m", "hybrid_tui", *arguments],
        input=stdin,
        capture_output=True,
        env=environment,
        timeout=60,
        check=False,
    )
    return Answer(status=done.returncode, out=done.stdout.decode("utf-8"), err=done.stderr.decode("utf-8"))
