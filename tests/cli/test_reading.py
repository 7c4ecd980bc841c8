"""`today`, `week`, `explain`, `where`: data on standard output, talk on standard error, no file made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.shell import ROOT, Shell

PLAIN = [
    ("today",),
    ("today", "--json"),
    ("week",),
    ("week", "--json"),
    ("where",),
    ("today", "--on", "yesterday"),
    ("week", "--on", "1900-01-01"),
    ("week", "--on", "2199-12-31"),
]


@pytest.mark.parametrize("arguments", PLAIN)
def test_reading_makes_no_file(shell: Shell, arguments: tuple[str, ...]) -> None:
    answer = shell(*arguments)
    assert answer.status == 0
    assert answer.out
    assert "where" in arguments or "There is no training file" in answer.err
    assert not shell.path.exists()
    assert not shell.path.parent.exists()


def test_today_as_json_is_that_day_of_the_week_with_its_blocks(shell: Shell) -> None:
    shell("log", "hill sprint: 7x(12s @max hill 8% / 90s walk)  rpe 8; slept 7h30; protein 30g")
    day = json.loads(shell("today", "--json").out)
    week = json.loads(shell("week", "--json").out)
    assert week["monday"] == "2026-11-23"
    assert {key: value for key, value in day.items() if key != "blocks"} == week["days"][2]
    (session,) = day["sessions"]
    assert (session["kind"], session["minutes"], session["rpe"], session["load"]) == ("run", 10.4, 8, 83.2)
    assert session["sprint_seconds"] == 84
    (block,) = day["blocks"]
    assert (block["steps_done"], block["steps_total"]) == (13, 13)
    assert (day["sleep_minutes"], day["protein_g"]) == (450, 30)


def test_another_day_is_shown_where_it_is_asked_for(shell: Shell) -> None:
    shell("log", "back squat 3x5 80kg", "--on", "2026-11-20")
    found = json.loads(shell("today", "--on", "fri", "--json").out)
    assert found["date"] == "2026-11-20"
    assert [each["load_kg"] for each in found["blocks"][0]["sets"]] == [80, 80, 80]
    assert json.loads(shell("week", "--on", "2026-11-20", "--json").out)["totals"]["sets"] == 3


def test_today_in_words(shell: Shell) -> None:
    shell("log", "back squat 80kg 5 + 85kg 3 // [/] felt fast; plank 45s")
    shell("log", "session 50m rpe 7; slept 7h05; protein 30g")
    assert shell("today").out.splitlines() == [
        "Wed 25 Nov 2026",
        "",
        "Back squat   done · 50 min · RPE 7",
        "  ✓ Back squat  80 kg  5, 85 kg  3   [/] felt fast; plank 45s",
        "",
        "Slept 7:05 · protein 30 g",
    ]


def test_a_planned_day_says_what_is_asked(shell: Shell) -> None:
    from hybrid_tui.store.database import open_store
    from tests.coach.diary import add_plan

    store = open_store(shell.path, clock=shell.clock)
    add_plan(store)
    store.close()
    out = shell("today").out
    assert "Hills and upper   planned" in out
    assert "8 × 12 s hill 8 %, walk" in out
    assert "Rest day." in shell("today", "--on", "2026-11-24").out
    blocks = json.loads(shell("today", "--json").out)["blocks"]
    assert [each["status"] for each in blocks] == ["open", "open"]


@pytest.mark.parametrize("column", ["20", "80", "1000", "nonsense"])
def test_pages_fit_the_terminal(shell: Shell, column: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", column)
    shell("log", "push-up 10 // " + "word " * 60)
    widest = max(map(len, shell("today").out.splitlines()))
    assert widest <= {"20": 20, "80": 80, "1000": 120, "nonsense": 120}[column]


def test_a_line_is_explained(shell: Shell) -> None:
    answer = shell("explain", "--json", "hill sprint: [2,3]x(12s @9 hill 8% / ~90s walk)")
    found = json.loads(answer.out)
    assert found["seconds"] == 114
    assert [step["kind"] for step in found["steps"]] == ["work", "recover", "work"]
    assert answer.err == ""
    assert "3 steps" in shell("explain", "2x(12s hill / 90s walk)").out


def test_a_run_may_have_any_name_and_a_lift_must_be_known(shell: Shell) -> None:
    assert shell("explain", "my hill: 2x(12s / 90s)").status == 0
    answer = shell("explain", "bak sqat 3x5")
    assert answer.status == 2
    assert answer.err.startswith("bak sqat 3x5\n^ column 1: bak sqat is not in the catalogue; did you mean ")


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*/*.txt")), ids=lambda path: path.stem)
def test_every_shipped_file_is_explained(shell: Shell, path: Path) -> None:
    answer = shell("explain", str(path))
    assert (answer.status, answer.err) == (0, "")
    assert json.loads(shell("explain", str(path), "--json").out)


def test_a_file_tells_all_its_mistakes(shell: Shell, tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("// mine\nback squat 3x5\n8x(12s hill / 90m\n\nemom 10m:\n  push up\n")
    answer = shell("explain", str(lines))
    assert (answer.status, answer.out) == (2, "")
    assert [line for line in answer.err.splitlines() if line.startswith("line ")] == ["line 3:", "line 6:"]
    plan = tmp_path / "plan.txt"
    plan.write_text("# Mine\nweeks: 1\n\n## mon\nback sqat 3x5\n8x(12s hill\n")
    answer = shell("explain", str(plan))
    assert answer.status == 2
    assert answer.err.count("^ column") == 2


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\0", b"\0" * 1_000_001, b"// words\n"], ids=["empty", "bytes", "long", "words"]
)
def test_a_file_that_cannot_be_read_is_refused(shell: Shell, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "strange \x1b[2J.txt"
    file.write_bytes(content)
    answer = shell("explain", str(file))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err
    assert "\x1b" not in answer.err


def test_where_tells_the_file(shell: Shell) -> None:
    assert json.loads(shell("where", "--json").out)["file"] == str(shell.path)
    assert "(not there yet)" in shell("where").out
