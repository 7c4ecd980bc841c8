"""A file that is not ours, or not whole, is refused in a plain sentence, and not a byte of it is changed."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.terminal import PROGRAM, Terminal, environment
from tests.faults.training import broken, make

TO_ERR = ("/bin/sh", "-c", '"$@" 2>"$HOME/stderr"', "sh")
"""Runs the rest with its words of trouble in a file: the terminal then shows what else was sent there."""


def _newer(path: Path) -> None:
    make(path)
    with sqlite3.connect(path) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version = {version + 1}")
    connection.close()


def _unknown_step(path: Path) -> None:
    make(path)
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('hybrid_tui', 'from_the_future', '2030-01-01')"
        )
    connection.close()


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()


def _text(path: Path) -> None:
    path.write_text("Mon: squat 5x5\n" * 200)


def _empty(path: Path) -> None:
    path.touch()


def _one_byte(path: Path) -> None:
    path.write_bytes(b"S")


def _half(path: Path) -> None:
    make(path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _directory(path: Path) -> None:
    path.mkdir()


def _fifo(path: Path) -> None:
    os.mkfifo(path)


WRONG: dict[str, Callable[[Path], None]] = {
    "newer": _newer,
    "unknown step": _unknown_step,
    "foreign": _foreign,
    "text": _text,
    "zero bytes": _empty,
    "one byte": _one_byte,
    "truncated": _half,
    "directory": _directory,
    "fifo": _fifo,
}


def _print_of(folder: Path) -> dict[str, tuple[str, int, int, str]]:
    """Every entry of a folder: kind, mode, instant of the last change and, for a file, its hash.

    The note beside a file of who has it open is left out: whoever looks at the file writes there.
    """
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".lock":
            continue
        status = path.lstat()
        content = hashlib.sha256(path.read_bytes()).hexdigest() if stat.S_ISREG(status.st_mode) else ""
        found[str(path.relative_to(folder))] = (
            oct(status.st_mode),
            status.st_size,
            status.st_mtime_ns,
            content,
        )
    return found


def _plain(said: str) -> None:
    """One or two calm sentences, no trace."""
    assert said.strip()
    assert "Traceback" not in said
    assert not re.search(r"\b(Error:|errno|<class)", said, re.IGNORECASE)
    assert len(said) < 700
    assert said.strip().endswith(".")


@contextmanager
def _refused_by_the_app(path: Path, home: Path) -> Iterator[str]:
    with Terminal("--db", str(path), home=home, program=(*TO_ERR, *PROGRAM)) as terminal:
        assert terminal.exit_status() == 1
        assert terminal.sent == 0
        assert terminal.not_restored() == []
        yield (home / "stderr").read_text("utf-8")


def _shell(path: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *words, "--db", str(path)],
        capture_output=True,
        text=True,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        timeout=20,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", WRONG)
def test_the_app_refuses_it_untouched(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    path = folder / "training.sqlite"
    WRONG[kind](path)
    before = _print_of(folder)
    with _refused_by_the_app(path, tmp_path / "home") as said:
        _plain(said)
        assert path.name in said
    assert _print_of(folder) == before


@pytest.mark.slow
@pytest.mark.parametrize("kind", WRONG)
def test_the_shell_commands_refuse_it_untouched(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    path = folder / "training.sqlite"
    WRONG[kind](path)
    before = _print_of(folder)
    for words in (("log", "protein 30g"), ("today",)):
        done = _shell(path, tmp_path / "home", *words)
        assert done.returncode == 1
        assert done.stdout == ""
        _plain(done.stderr)
    assert _print_of(folder) == before


def test_a_newer_file_is_refused_untouched(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    path = folder / "training.sqlite"
    _newer(path)
    before = _print_of(folder)
    with _refused_by_the_app(path, tmp_path / "home") as said:
        _plain(said)
        assert "newer version" in said
    assert _print_of(folder) == before


@pytest.mark.slow
@pytest.mark.parametrize("lock", ["EXCLUSIVE"])
def test_a_locked_file_is_waited_for_a_moment_and_then_refused(tmp_path: Path, lock: str) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    path = make(folder / "training.sqlite")
    before = _print_of(folder)["training.sqlite"]
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute(f"BEGIN {lock}")
    try:
        with _refused_by_the_app(path, tmp_path / "home") as said:
            _plain(said)
            assert "nother program" in said
        done = _shell(path, tmp_path / "home", "log", "protein 30g")
        assert done.returncode == 1
        _plain(done.stderr)
    finally:
        holder.execute("ROLLBACK")
        holder.close()
    assert _print_of(folder)["training.sqlite"] == before


@pytest.mark.slow
def test_a_file_that_cannot_be_written_is_shown_and_left_alone(tmp_path: Path) -> None:
    inside = tmp_path / "files"
    inside.mkdir()
    path = make(inside / "training.sqlite")
    path.chmod(0o400)
    inside.chmod(0o500)
    before = _print_of(inside)
    try:
        with Terminal("--db", str(path), home=tmp_path / "home", bound=True) as terminal:
            terminal.wait("sets +0 of 60")
            terminal.wait("permissions|cannot be|only be")
            terminal.press("space")
            terminal.settle()
            assert re.search("sets +0 of 60", terminal.text)
            terminal.press("q")
            assert terminal.exit_status() == 0
            assert terminal.not_restored() == []
    finally:
        inside.chmod(0o700)
    assert _print_of(inside) == before


@pytest.mark.slow
def test_sabotage_a_program_that_repairs_what_it_opens_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    path = folder / "training.sqlite"
    _text(path)
    before = _print_of(folder)
    tidy = "from pathlib import Path\np = Path(sys.argv[-1])\np.write_text(p.read_text().strip())\n"
    with Terminal("--db", str(path), home=tmp_path / "home", program=broken(tidy)) as terminal:
        assert terminal.exit_status() == 1
    assert _print_of(folder) != before
