"""`hybrid doctor`."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.cli.shell import Shell


def spoil(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = off")
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_a_sound_file_is_said_to_be_sound(shell: Shell) -> None:
    shell("log", "back squat 5x5 80kg")
    before = shell.path.read_bytes()
    answer = shell("doctor")

    assert answer.status == 0
    assert [line.split()[0] for line in answer.out.splitlines()] == [
        "file",
        "pages",
        "links",
        "journal",
        "tables",
    ]
    assert "is sound" in answer.err
    assert shell.path.read_bytes() == before


def test_a_file_that_is_not_there_is_not_made(shell: Shell) -> None:
    assert shell("doctor").status == 1
    assert not shell.path.exists()


def test_a_changed_row_is_found_and_the_journal_makes_a_sound_file(shell: Shell, tmp_path: Path) -> None:
    shell("log", "back squat 5x5 80kg")
    shell("log", "slept 7h")
    spoil(shell.path, "UPDATE set_done SET reps = 50 WHERE position = 0")
    found = shell("doctor")

    assert found.status == 1
    assert "set_done" in found.out
    assert "--rebuild" in found.err

    new = tmp_path / "new.sqlite"
    assert shell("doctor", "--rebuild", str(new)).status == 1  # the old file is as broken as before
    healed = shell("doctor", "--db", str(new))
    assert (healed.status, "is sound" in healed.err) == (0, True)
    assert "5 5 5 5 5" in shell("today", "--db", str(new)).out


def test_a_changed_journal_is_found(shell: Shell) -> None:
    shell("log", "back squat 5x5 80kg")
    spoil(shell.path, "UPDATE operation SET words = 'something else'")
    answer = shell("doctor")

    assert answer.status == 1
    assert "backup" in answer.err


def test_a_row_without_its_session_is_found(shell: Shell) -> None:
    shell("log", "back squat 5x5 80kg")
    spoil(shell.path, "DELETE FROM session")

    assert "belong to rows that are not there" in shell("doctor").out


def test_broken_pages_are_found_and_nothing_falls_over(shell: Shell) -> None:
    shell("log", "back squat 5x5 80kg")
    content = bytearray(shell.path.read_bytes())
    for place in range(8 * 4096, len(content), 4096):
        content[place : place + 64] = b"\xff" * 64
    shell.path.write_bytes(content)
    answer = shell("doctor")

    assert answer.status == 1
    assert "damaged" in answer.out + answer.err
    assert "Traceback" not in answer.err
    assert shell.path.read_bytes() == content


def test_a_rebuilt_file_is_never_written_over_another(shell: Shell, tmp_path: Path) -> None:
    shell("log", "slept 7h")
    mine = tmp_path / "mine"
    mine.write_text("mine")

    assert shell("doctor", "--rebuild", str(mine)).status == 2
    assert mine.read_text() == "mine"
