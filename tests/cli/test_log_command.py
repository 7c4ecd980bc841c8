"""`hybrid log`: what it stores, when, and how it refuses."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hybrid_tui.store.database import open_store
from tests.cli.shell import Shell
from tests.tui.recovery_days import follow

POINTER = """\
8x(12s hill / 90m
                 ^ column 18: the bracket opened at column 3 is not closed; add )
"""


def rows(path: Path, sql: str) -> list[Any]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_a_line_is_stored_and_said(shell: Shell) -> None:
    answer = shell("log", "back squat 82.5kg 6 6 6 5 @8")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "Logged: Back squat 6,6,6,5 82.5kg @8\n"
    assert rows(shell.path, "SELECT reps, load, load_kg, rpe FROM set_done ORDER BY position") == [
        (6, "82.5kg", 82.5, 8.0),
        (6, "82.5kg", 82.5, 8.0),
        (6, "82.5kg", 82.5, 8.0),
        (5, "82.5kg", 82.5, 8.0),
    ]


def test_words_need_no_quotes(shell: Shell) -> None:
    assert shell("log", "slept", "7h30").out == "Logged: Slept 7h30\n"


@pytest.mark.parametrize("arguments", [("log",), ("log", "-")])
def test_lines_come_from_standard_input(shell: Shell, arguments: tuple[str, ...]) -> None:
    answer = shell(*arguments, stdin=b"\xef\xbb\xbfslept 7h30\r\nprotein 30g lunch; weight 74kg\r\n")
    assert answer.out == "Logged: Slept 7h30; protein 30g lunch; weight 74kg\n"


def test_a_bad_line_is_pointed_at_and_makes_no_file(shell: Shell) -> None:
    answer = shell("log", "8x(12s hill / 90m")
    assert (answer.status, answer.out, answer.err) == (2, "", POINTER)
    assert not shell.path.exists()


def test_one_bad_line_of_several_stores_none(shell: Shell) -> None:
    answer = shell("log", "-", stdin=b"slept 7h\nback squat 5x5\n")
    assert answer.status == 2
    assert answer.err.startswith(
        "line 2:\nback squat 5x5\n              ^ column 15: back squat needs a load"
    )
    assert not shell.path.exists()


@pytest.mark.parametrize(
    ("on", "day"),
    [
        ("2026-11-20", "2026-11-20"),
        ("yesterday", "2026-11-24"),
        ("today", "2026-11-25"),
        ("wed", "2026-11-25"),
        ("Thursday", "2026-11-19"),
        ("sun", "2026-11-22"),
    ],
)
def test_a_day_may_be_named(shell: Shell, on: str, day: str) -> None:
    assert shell("log", "push-up 10", "--on", on).status == 0
    assert rows(shell.path, "SELECT day FROM session") == [(day,)]


def test_a_day_to_come_is_remarked_upon(shell: Shell) -> None:
    answer = shell("log", "rest", "--on", "2026-11-26")
    assert (answer.status, answer.err) == (0, "Thu 26 Nov is still to come.\n")


@pytest.mark.parametrize("on", ["2026-02-30", "mo", "20261120", "10:00", "now", "0001-01-01", "", "\x1b[2J"])
def test_what_is_no_day_is_refused(shell: Shell, on: str) -> None:
    answer = shell("log", "rest", "--on", on)
    assert answer.status == 2
    assert "is no day; write 2026-11-20" in answer.err
    assert "\x1b" not in answer.err
    assert not shell.path.exists()


@pytest.mark.parametrize(
    ("on", "at", "instant", "remark"),
    [
        ("2026-11-20", "18:30", "2026-11-20 17:30:00", ""),
        ("2026-11-20", "01:15", "2026-11-21 00:15:00", ""),
        ("2026-03-28", "02:30", "2026-03-29 01:30:00", "02:30 was left out on that day; 03:30 is taken.\n"),
        ("2026-10-24", "02:30", "2026-10-25 00:30:00", "02:30 came twice on that day; the first is taken.\n"),
    ],
)
def test_an_hour_is_local_time_of_that_training_day(
    shell: Shell, on: str, at: str, instant: str, remark: str
) -> None:
    answer = shell("log", "push-up 10", "--on", on, "--at", at)
    assert (answer.status, answer.err) == (0, remark)
    found = rows(shell.path, "SELECT day, datetime(began_us / 1000000, 'unixepoch'), zone FROM session")
    assert found == [(on, instant, "Europe/Paris")]


@pytest.mark.parametrize("at", ["24:00", "18:60", "1830", "six", "18:30:00", "-1:00", "١٨:٣٠"])
def test_what_is_no_hour_is_refused(shell: Shell, at: str) -> None:
    answer = shell("log", "rest", f"--at={at}")
    assert answer.status == 2
    assert "is no time of day; write 18:30" in answer.err


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "\x1b]52;c;aGk=\x1b\\ slept 7h",
        "slept 7h // \x1b[2J",
        "slept 7h // \u202eabc",
        "slept 7h // \x9b31m",
        "slept \0 7h",
        "slept 7h \udcff",
        "x" * 400 + "\x1b[2J" + "x" * 400,
        "protein 30g \u200b",
        "(" * 400,
    ],
)
def test_hostile_lines_are_refused_and_nothing_of_them_is_obeyed(shell: Shell, text: str) -> None:
    answer = shell("log", text)
    assert (answer.status, answer.out) == (2, "")
    assert "^ column " in answer.err
    assert max(map(len, answer.err.splitlines())) < 400
    assert not set(answer.err) & set("\x1b\x9b\u202e\u200b\0\udcff")
    assert not shell.path.exists()


@pytest.mark.parametrize(
    "text", ["push-up 10 // [/] [b]x[@click=quit]", "protein 30g [/] [x]", "slept 7h // 🏃‍♀️ ünï"]
)
def test_strange_but_harmless_notes_are_stored(shell: Shell, text: str) -> None:
    assert shell("log", text).status == 0


def test_many_marks_on_a_letter_are_cut_where_they_are_stored(shell: Shell) -> None:
    assert shell("log", "push-up 10 // e" + "\u0301" * 400).status == 0
    ((note,),) = rows(shell.path, "SELECT note FROM block")
    assert 1 <= len(note) <= 5


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"slept 7h\xff\xfe", "standard input is not UTF-8 text: byte 9 cannot be read"),
        (b"slept 7h\n" * 200_000, "standard input is longer than 1 MB"),
        (b"\0" * 100, "the character U+0000 cannot be seen"),
        (b"", "there is nothing to log"),
        (b"\n\n// only words\n", "there is nothing to log"),
        (b"slept 7h\n" * 50_000, "more than 2000 lines at once"),
    ],
    ids=["not UTF-8", "too long", "NUL", "empty", "only words", "too many lines"],
)
def test_hostile_standard_input_is_refused_in_a_sentence(shell: Shell, content: bytes, words: str) -> None:
    answer = shell("log", "-", stdin=content)
    assert (answer.status, answer.out) == (2, "")
    assert words in answer.err
    assert len(answer.err) < 1500
    assert not shell.path.exists()


def test_undo_and_redo_take_the_whole_call(shell: Shell) -> None:
    shell("log", "slept 7h30; push-up 10")
    assert shell("undo").out == "Taken back: Slept 7h30; push-up 10\n"
    assert json.loads(shell("today", "--json").out)["sleep_minutes"] is None
    assert shell("undo").out == "There is nothing to take back.\n"
    assert shell("redo").out == "Brought back: Slept 7h30; push-up 10\n"
    assert json.loads(shell("today", "--json").out)["sleep_minutes"] == 450


def test_undo_makes_no_file(shell: Shell) -> None:
    assert shell("undo").status == 1
    assert not shell.path.exists()


def test_a_file_of_another_program_is_left_alone(shell: Shell) -> None:
    shell.path.parent.mkdir()
    shell.path.write_text("my diary")
    answer = shell("log", "slept 7h")
    assert (answer.status, answer.out) == (1, "")
    assert "is not a training file" in answer.err
    assert shell.path.read_text() == "my diary"


def test_training_on_a_planned_rest_day_is_mentioned_once_and_never_refused(shell: Shell) -> None:
    store = open_store(shell.path, clock=shell.clock)
    follow(store, "hill-iron-3", start=date(2026, 11, 23))
    store.close()
    assert shell("log", "slept 7h30; protein 30g; 20m walk", "--on", "2026-11-24").err == ""
    first = shell("log", "push-up 3x10", "--on", "2026-11-24")
    assert (first.status, first.err) == (
        0,
        "Tue 24 Nov was a planned rest day; only a walk or mobility keeps it.\n",
    )
    assert shell("log", "pull-up 3x5", "--on", "2026-11-24").err == "", "once is enough"
    assert shell("log", "push-up 3x10").err == "", "Wednesday is a day of the plan"
