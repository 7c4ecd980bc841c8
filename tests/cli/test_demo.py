"""`hybrid demo` and `hybrid --demo`."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hybrid_tui.cli import door
from tests.cli.shell import Shell


@pytest.mark.slow
def test_demo_writes_a_year_and_says_what(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "demo.sqlite"
    answer = shell("demo", "--years", "1", "-o", str(file), "--until", "2026-11-20")

    assert (answer.status, answer.out) == (0, "")
    assert "sessions" in answer.err
    connection = sqlite3.connect(file)
    days = connection.execute("SELECT min(day), max(day), count(*) FROM session").fetchone()
    connection.close()
    assert "2025-11-20" <= days[0] < "2025-12-01"
    assert days[1] < "2026-11-20"
    assert 150 < days[2] < 240


def test_demo_never_writes_over_a_file(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine")
    answer = shell("demo", "-o", str(file))

    assert answer.status == 2
    assert "is there already" in answer.err
    assert file.read_text() == "mine"


@pytest.mark.parametrize(
    "arguments",
    [("--until", "yesterday", "-o", "x"), ("--years", "0", "-o", "x"), (), ("--seed", "a", "-o", "x")],
)
def test_what_cannot_be_read_is_told(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert shell("demo", *arguments).status == 2
    assert not (tmp_path / "x").exists()


@pytest.mark.slow
def test_demo_opens_the_app_on_a_file_that_is_gone_afterwards(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_app(db: str | None, *, timer: str | None = None) -> int:
        assert db is not None
        assert Path(db).stat().st_size > 1_000_000
        opened.append(Path(db))
        return 0

    monkeypatch.setattr(door, "open_app", open_app)
    monkeypatch.setattr("hybrid_tui.cli.demo.in_terminal", lambda: True)
    answer = shell("--demo")

    assert answer.status == 0
    assert len(opened) == 1
    assert not opened[0].parent.exists()
    assert not shell.path.exists()


def test_demo_needs_a_terminal(shell: Shell) -> None:
    answer = shell("--demo")

    assert answer.status == 1
    assert "needs a terminal" in answer.err


def test_demo_takes_no_command(shell: Shell) -> None:
    assert shell("--demo", "today").status == 2
