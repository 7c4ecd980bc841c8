"""`checkin` and `recovery`: the morning asked line by line, and the day it makes."""

from __future__ import annotations

import json

from hybrid_tui.store import writes
from hybrid_tui.store.database import open_store
from tests.cli.shell import Shell


def test_all_answers_line_by_line(shell: Shell) -> None:
    answer = shell("checkin", stdin=b"0\n2\n3\n2\n3\n2\n7h40\n52\nquads 3, calves 1\n74.2kg\n")
    assert answer.status == 0
    assert answer.out.splitlines()[:2] == ["Readiness 75: go", "  75 = 100·(28-10)/24, no penalty"]
    found = json.loads(shell("recovery", "--json").out)
    assert (found["readiness"], found["band"], found["stop"]) == (75, "go", None)
    assert found["answers"] == {
        "flags": [],
        "sleep": 2,
        "fatigue": 3,
        "stress": 2,
        "soreness": 3,
        "legs": 2,
        "slept_minutes": 460,
        "resting_hr": 52,
    }
    assert found["sore"] == {"quads": 3, "calves": 1}
    assert found["weight_kg"] == 74.2
    assert "weight" not in shell("undo").out
    assert json.loads(shell("recovery", "--json").out)["weight_kg"] is None, "one check-in, one undo"


def test_what_is_skipped_stays_unknown_and_what_was_said_stays_said(shell: Shell) -> None:
    shell("checkin", stdin=b"\n2\n\n\n4\n")
    found = json.loads(shell("recovery", "--json").out)
    assert found["answers"]["flags"] is None
    assert (found["answers"]["sleep"], found["answers"]["fatigue"], found["readiness"]) == (2, None, None)
    assert "no score without fatigue, stress" in shell("recovery").out
    answer = shell("checkin", stdin=b"\n\n3\n2\n-\n")
    assert "[2]" in answer.err
    found = json.loads(shell("recovery", "--json").out)
    assert [found["answers"][each] for each in ("sleep", "fatigue", "stress", "soreness")] == [2, 3, 2, None]


def test_a_red_flag_is_said_at_once_and_overrides_the_score(shell: Shell) -> None:
    answer = shell("checkin", "--on", "yesterday", stdin=b"5\n1\n1\n1\n1\n")
    assert answer.err.index("No training with a fever") < answer.err.index("Sleep")
    assert answer.out.startswith("! No training with a fever")
    assert "Readiness 100: rest" in answer.out
    assert json.loads(shell("recovery", "--json").out)["readiness"] is None, "it was yesterday's"


def test_a_wrong_answer_from_a_pipe_stores_nothing(shell: Shell) -> None:
    answer = shell("checkin", stdin=b"0\n2\n8\n")
    assert (answer.status, answer.out) == (2, "")
    assert "Fatigue: «8» is no answer: 1 to 7" in answer.err
    assert not shell.path.exists()


def test_no_answer_at_all_stores_nothing(shell: Shell) -> None:
    answer = shell("checkin", stdin=b"")
    assert answer.status == 0
    assert "Nothing was answered" in answer.err
    assert not shell.path.exists()


def test_tomorrow_cannot_be_known(shell: Shell) -> None:
    assert shell("checkin", "--on", "tomorrow", stdin=b"0\n").status == 2


def test_who_weighs_in_pounds_reads_pounds(shell: Shell) -> None:
    shell("log", "weight 163.5lb")
    store = open_store(shell.path, clock=shell.clock)
    with store.write("pounds") as writer:
        writes.save_setting(writer, "units", "lb")
    store.close()
    out = shell("recovery").out
    assert "0.64 g/lb · 163.5 lb" in out
    assert "74.2 kg" not in out
