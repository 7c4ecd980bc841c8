"""`plan` in the shell: the shelf, the plan in hand, the rules as an exit status, mistakes with their carets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.shell import ROOT, Shell, program
from tests.coach.diary import PLAN

BLOCKED = """# Too much
weeks: 1

## mon  Squats
back squat 5x5 80kg rest 3m

## tue  Hills
hill sprint: 8x(12s @9 hill 8% / 90s walk)
"""
SHELF = sorted(path.stem for path in (ROOT / "data/programmes").glob("*.txt"))


def test_the_shelf_is_listed(shell: Shell) -> None:
    answer = shell("plan", "list")
    assert answer.status == 0
    assert all(name in answer.out for name in SHELF)
    listed = json.loads(shell("plan", "list", "--json").out)["programmes"]
    assert {each["name"] for each in listed} == set(SHELF)
    assert all(each["fullest_week"]["minutes"] > 0 for each in listed)
    assert not shell.path.exists()


@pytest.mark.parametrize("name", SHELF)
def test_every_programme_of_the_shelf_passes_its_own_check(shell: Shell, name: str) -> None:
    for given in (name, str(ROOT / f"data/programmes/{name}.txt")):
        answer = shell("plan", "check", given, "--json")
        assert answer.status == 0
        weeks = json.loads(answer.out)["weeks"]
        assert len(weeks) >= 4
        said = {each["severity"] for week in weeks for each in week["findings"]}
        assert said <= {"hint"}


def test_a_block_is_exit_status_one_with_the_mend(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(BLOCKED)
    answer = shell("plan", "check", str(file))
    assert answer.status == 1
    assert "block CT-03" in answer.out
    assert "mend: move" in answer.out
    (week,) = json.loads(shell("plan", "check", str(file), "--json").out)["weeks"]
    (block,) = [each for each in week["findings"] if each["severity"] == "block"]
    assert block["rule"] == "CT-03"
    assert block["move_to"]


def test_all_mistakes_are_told_at_once_under_their_characters(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(PLAN.replace("80kg", "80kgs").replace("8x(12s", "8*(12s"))
    for arguments in (("plan", "check"), ("plan", "use"), ("explain",)):
        answer = shell(*arguments, str(file))
        assert answer.status == 2
        assert answer.err.count("^ column") == 2
        assert "line 7:" in answer.err
        assert "line 10:" in answer.err
        assert answer.out == ""
    assert not shell.path.exists()


def test_check_without_a_file_checks_the_plan_in_hand(shell: Shell) -> None:
    assert "nothing to check" in shell("plan", "check").err
    shell("plan", "use", "hill-iron-3")
    answer = shell("plan", "check")
    assert (answer.status, answer.out.splitlines()[0]) == (0, "Hill & Iron 3")


@pytest.mark.parametrize("cells", [40, 60, 120])
def test_no_line_of_a_plan_is_wider_than_the_terminal(
    shell: Shell, cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(cells))
    shell("plan", "use", "hill-iron-4")
    shelf, shown = shell("plan", "list").out, shell("plan", "show").out
    assert all(len(line) <= cells for line in f"{shelf}{shown}".splitlines())
    assert all(name in shelf for name in SHELF)
    assert "Week 1  from" in shown


def test_use_show_pause_resume(shell: Shell) -> None:
    assert "No programme" in shell("plan", "show").err
    answer = shell("plan", "use", "hill & iron 3", "--start", "2026-11-30")
    assert "begins on Mon 30 Nov" in answer.err
    shown = json.loads(shell("plan", "show", "--json").out)
    assert shown["start"] == "2026-11-30"
    assert [week["week_of_round"] for week in shown["weeks"]] == [1, 2, 3, 4]
    assert "Full body A" in shell("plan", "show").out
    shell("plan", "use", "hill-iron-3")
    assert shell("plan", "pause").status == 0
    assert "paused since Wed 25 Nov" in shell("plan", "show").out
    assert shell("plan", "pause").status == 1
    assert shell("plan", "resume", "--on", "tomorrow").status == 0
    assert "paused since" not in shell("plan", "show").out


def test_use_without_a_start_begins_today_and_can_be_undone(shell: Shell) -> None:
    shell("plan", "use", "hill-iron-3")
    first = json.loads(shell("plan", "show", "--json").out)["weeks"][0]["sessions"][0]
    assert first["day"] == "2026-11-25"
    assert shell("undo").status == 0
    assert "No programme" in shell("plan", "show").err


def test_a_file_is_followed_and_its_text_replaced(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text(PLAN)
    assert "Winter Legs begins today" in shell("plan", "use", str(file)).err
    file.write_text(PLAN.replace("# Winter Legs", "# Spring Legs"))
    assert shell("plan", "edit", str(file)).status == 0
    assert json.loads(shell("plan", "show", "--json").out)["title"] == "Spring Legs"
    file.write_text("# Bad\n\n## mon\nnonsense 3x5\n")
    assert shell("plan", "edit", str(file)).status == 2
    assert json.loads(shell("plan", "show", "--json").out)["title"] == "Spring Legs"
    answer = shell("plan", "edit", "-", stdin=PLAN.encode())
    assert (answer.status, "Winter Legs" in answer.err) == (0, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("use", "no-such-programme"),
        ("use", "hill-iron-3", "--start", "soon"),
        ("use", "hill-iron-3", "--start", "2020-01-01"),
        ("check", "no-such-file"),
        ("check", "\x00"),
        ("pause", "--from", "never"),
    ],
)
def test_what_cannot_be_understood_is_status_two_and_makes_no_file(
    shell: Shell, arguments: tuple[str, ...]
) -> None:
    answer = shell("plan", *arguments)
    assert answer.status == 2
    assert answer.err
    assert "Traceback" not in answer.err
    assert not shell.path.exists()


def test_nothing_to_change_is_a_failure_in_words(shell: Shell) -> None:
    for verb in ("pause", "resume", "edit"):
        answer = shell("plan", verb)
        assert answer.status == 1
        assert answer.err


def test_a_file_that_is_no_text_is_told(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_bytes(b"\xff\xfe# x")
    assert shell("plan", "check", str(file)).status == 2
    file.write_bytes(b"# x\n" * 300_000)
    assert "1 MB" in shell("plan", "check", str(file)).err


def test_plan_imports_no_textual(tmp_path: Path) -> None:
    code = "import sys, hybrid_tui.cli.commands as c; c.run(['plan', 'list']); assert 'textual' not in sys.modules"
    import subprocess
    import sys

    assert (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False).returncode
        == 0
    )
    assert program(tmp_path / "x.sqlite", "plan", "list").status == 0


def test_a_programme_comes_through_standard_input_too(shell: Shell) -> None:
    checked = shell("plan", "check", "-", "--json", stdin=BLOCKED.encode())
    assert checked.status == 1
    assert json.loads(checked.out)["weeks"]
    assert shell("plan", "use", "-", stdin=BLOCKED.encode()).err.startswith("Too much begins")


def test_a_folder_is_told_as_a_folder(shell: Shell, tmp_path: Path) -> None:
    for words in (("explain",), ("plan", "check"), ("plan", "use")):
        answer = shell(*words, str(tmp_path))
        assert answer.status == 2
        assert "Is a directory" in answer.err
