"""The command line as a whole: options, usage, completion, how it ends; the real program where that matters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hybrid_tui.cli import door
from hybrid_tui.cli.errors import tell_unexpected, told
from hybrid_tui.domain.notation.errors import NotationError
from tests.cli.shell import ROOT, Shell, program

COMMANDS = ("log", "today", "week", "explain", "timer", "undo", "redo", "where")


def test_the_programs_own_words(shell: Shell) -> None:
    assert shell("--version").out.startswith("hybrid 0.")
    assert shell("-h").status == 0
    help_text = shell("--help").out
    assert all(f"\n  {name} " in help_text for name in COMMANDS)
    assert "_HYBRID_COMPLETE=zsh_source" in help_text


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(shell: Shell, name: str) -> None:
    answer = shell(name, "-h")
    assert (answer.status, answer.err) == (0, "")
    assert "--db FILE" in answer.out


def test_the_file_may_be_named_before_or_after_the_command(shell: Shell, tmp_path: Path) -> None:
    first, second = tmp_path / "first.sqlite", tmp_path / "second.sqlite"
    assert shell("--db", str(first), "log", "slept 7h").status == 0
    assert shell("log", "slept 7h", "--db", str(second)).status == 0
    assert first.exists()
    assert second.exists()
    assert not shell.path.exists()


@pytest.mark.parametrize(
    "arguments",
    [("nonsense",), ("--nonsense",), ("log", "--nonsense"), ("today", "more"), ("timer",), ("--db",)],
)
def test_a_wrong_call_is_told_in_a_sentence(shell: Shell, arguments: tuple[str, ...]) -> None:
    answer = shell(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert "-h» tells more." in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(("name", "status"), [("", 2), (" ", 2), ("~nobody-of-that-name/x.sqlite", 1)])
def test_a_file_that_is_not_named_is_no_reason_to_take_another(shell: Shell, name: str, status: int) -> None:
    answer = shell("--db", name, "log", "slept 7h")
    assert (answer.status, answer.out) == (status, "")
    assert "names no file" in answer.err or "no home folder of «~nobody-of-that-name»" in answer.err
    assert not shell.path.exists()


def test_odd_names_are_files_like_any_other(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("file:/x?mode=ro", "a#b%20.sqlite", ":memory:"):
        assert shell("--db", name, "log", "slept 7h").status == 0
        assert shell("--db", name, "undo").out.startswith("Taken back: ")
        assert Path(name).is_file()


def test_a_name_that_is_too_long_is_told_in_words(shell: Shell, tmp_path: Path) -> None:
    answer = shell("--db", str(tmp_path / ("x" * 300)), "log", "slept 7h")
    assert answer.status == 1
    assert "File name too long" in answer.err
    assert "Errno" not in answer.err


def test_a_wrong_call_shows_nothing_that_a_terminal_obeys(shell: Shell) -> None:
    for hostile in ("\x1b[2J", "\u202ex", "\udcff", "\x9b31m"):
        for arguments in ((hostile,), (f"--{hostile}",), ("--db", hostile, "today"), ("explain", hostile)):
            answer = shell(*arguments)
            assert not set(answer.err + answer.out) & set("\x1b\x9b\u202e\udcff")


def test_a_good_line_opens_the_timer_and_a_bad_one_does_not(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str | None, str | None]] = []

    def open_app(db: str | None, *, timer: str | None = None) -> int:
        opened.append((db, timer))
        return 3

    monkeypatch.setattr(door, "open_app", open_app)
    answer = shell("timer", "8x(12s hill / 90m")
    assert answer.status == 2
    assert answer.err.endswith("column 18: the bracket opened at column 3 is not closed; add )\n")
    assert shell("timer", "back squat 3x5").status == 2
    assert not opened
    assert shell("timer", "8x(12s hill / 90s walk)", "--db", "x.sqlite").status == 3
    assert shell("--db", "y.sqlite").status == 3
    assert opened == [("x.sqlite", "8x(12s hill / 90s walk)"), ("y.sqlite", None)]
    assert not shell.path.exists()


def test_the_caret_stays_under_its_sign_in_a_long_line() -> None:
    source = "a" * 300 + "\x1b" + "b" * 300
    error = NotationError("no", column=301, source=source, hint="\x1b[2Jyes")
    line, caret = told(error).split("\n")
    assert line[caret.index("^")] == "\N{REPLACEMENT CHARACTER}"
    assert caret.endswith("^ column 301: no; yes")
    assert len(line) < 200


def test_an_unexpected_error_leaves_a_log_and_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HYBRID_STATE", str(tmp_path))
    tell_unexpected(ZeroDivisionError, ZeroDivisionError("by \x1b[2J"), None)
    said = capsys.readouterr().err
    assert str(tmp_path / "hybrid.log") in said
    assert "Traceback" not in said
    assert "ZeroDivisionError" in (tmp_path / "hybrid.log").read_text()


def test_the_real_program_logs_shows_and_undoes(path: Path) -> None:
    assert program(path, "log", "-", stdin=b"slept 7h30; protein 30g\n").status == 0
    shown = program(path, "today")
    assert (shown.status, shown.err) == (0, "")
    assert "Slept 7:30 · protein 30 g" in shown.out
    for plain in (program(path, "today", PYTHONIOENCODING="ascii"), program(path, "today", LC_ALL="C")):
        assert "Slept 7:30 . protein 30 g" in plain.out
    assert path.stat().st_mode & 0o077 == 0


def test_the_real_program_refuses_bytes_that_are_no_text(path: Path) -> None:
    answer = program(path, "log", b"slept 7h \xff\x1b[2J")
    assert (answer.status, answer.out) == (2, "")
    assert "\x1b" not in answer.err
    assert "Traceback" not in answer.err


def test_without_a_terminal_the_app_does_not_open(path: Path) -> None:
    for arguments in ((), ("--db", str(path)), ("timer", "2x(12s / 90s)")):
        answer = program(path, *arguments)
        assert (answer.status, answer.out) == (1, "")
        assert "needs a terminal" in answer.err


def test_a_reader_that_goes_away_is_no_trouble(path: Path) -> None:
    environment = {**os.environ, "HYBRID_DB": str(path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "hybrid_tui", "explain", "--json", "1000x(12s hill / 10s walk)"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait(30)


@pytest.mark.parametrize(
    ("words", "suggested"),
    [("hybrid t", "today"), ("hybrid log back", "back squat"), ("hybrid log sl", "slept")],
)
def test_commands_and_names_are_completed(path: Path, words: str, suggested: str) -> None:
    count = str(len(words.split()) - 1)
    answer = program(path, _HYBRID_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=count)
    assert f"plain,{suggested}" in answer.out.splitlines()


def test_no_command_imports_textual(path: Path) -> None:
    script = """
import sys
from hybrid_tui.cli.commands import run
for words in ("log slept 7h30", "today", "today --json", "week", "week --json", "explain 2x(12s / 90s)",
              "explain --json push-up 3x5", "where", "undo", "redo", "-h", "nonsense", "log nonsense",
              "timer 8x(12s", "timer 2x(12s / 90s)", "log push-up 10 --at 18:30"):
    run(words.split(" "))
    assert not {"textual", "rich"} & set(sys.modules), words
print("none")
"""
    environment = {**os.environ, "HYBRID_DB": str(path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.stdout.endswith(b"none\n"), done.stderr
