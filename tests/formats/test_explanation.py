from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.workout import Circuit, SetsLine, TimedLine
from hybrid_tui.formats.explanation import as_json, as_table
from tests.domain.notation import strategies as values


def line(text: str) -> TimedLine | SetsLine | Circuit:
    found = parse_plan_line(text)
    assert isinstance(found, (TimedLine, SetsLine, Circuit))
    return found


def explained(text: str) -> dict[str, Any]:
    return as_json(line(text))


def test_a_hill_line_is_explained() -> None:
    said = explained("8x( 12s hill / 90s walk )")
    assert (said["text"], said["name"], said["seconds"]) == ("8x(12s hill / 90s walk)", "", 726)
    assert len(said["steps"]) == 15
    assert said["steps"][1] == {
        "label": "walk",
        "kind": "recover",
        "ends": "time",
        "seconds": 90,
        "effort": None,
        "grade": None,
        "reps": None,
        "load_kg": None,
        "distance_m": None,
    }


def test_unknown_times_are_null_and_left_out_of_the_total() -> None:
    said = explained("run: 40mtr @9 hill 6-10% + 1km ~5m + ~90s walk + open")
    assert [step["seconds"] for step in said["steps"]] == [None, 300, 90, None]
    assert [step["ends"] for step in said["steps"]] == ["distance", "distance", "key", "key"]
    assert said["seconds"] == 390
    assert (said["steps"][0]["distance_m"], said["steps"][0]["grade"], said["steps"][0]["effort"]) == (
        40,
        8,
        "9",
    )


def test_sets_are_steps_of_their_own() -> None:
    said = explained("back squat 2x5 100kg @2rir + 6-8 -10% + max bw")
    assert [step["reps"] for step in said["steps"]] == [5, 5, "6-8", "max"]
    assert [step["load_kg"] for step in said["steps"]] == [100, 100, None, None]
    assert {(step["kind"], step["ends"], step["label"]) for step in said["steps"]} == {
        ("set", "reps", "back squat")
    }
    assert explained("squat 5 100lb")["steps"][0]["load_kg"] == pytest.approx(45.359)


def test_timed_and_far_sets() -> None:
    said = explained("plank 2x45s")
    assert said["seconds"] == 90
    assert {(step["ends"], step["seconds"], step["reps"]) for step in said["steps"]} == {("time", 45, None)}
    (far,) = explained("carry 1km 24kg")["steps"]
    assert (far["ends"], far["distance_m"], far["load_kg"]) == ("distance", 1000, 24)


def test_a_week_can_be_chosen() -> None:
    assert len(as_json(line("[4,5]x(8s / 90s)"))["steps"]) == 7
    assert len(as_json(line("[4,5]x(8s / 90s)"), week=2)["steps"]) == 9


def test_a_table_for_the_shell() -> None:
    assert as_table(line("hill sprint: 2x(40mtr ~6s @9 hill 5-8% / open walk) + 3m jog"), 80) == (
        "hill sprint: 2x(40mtr ~6s @9 hill 5-8% / open walk) + 3m jog\n"
        "1  work     40mtr ~6s  @9  hill 5-8%  hill sprint\n"
        "2  recover  open                      walk\n"
        "3  work     40mtr ~6s  @9  hill 5-8%  hill sprint\n"
        "4  work     3m                        jog\n"
        "4 steps, 3m12 and 1 of unknown length"
    )


def test_a_table_of_sets() -> None:
    assert as_table(line("back squat 2x5 100kg @2rir rest 3m"), 80).split("\n")[1:] == [
        "1  set  5  100kg  @2rir  back squat",
        "2  set  5  100kg  @2rir  back squat",
        "2 sets, rest 3m",
    ]


def test_a_table_fits_its_width() -> None:
    table = as_table(line("hill sprint: 2x(12s @9 hill / 90s walk a very long way back down)"), 24)
    assert max(len(each) for each in table.split("\n")) <= 24


@settings(max_examples=40, deadline=None)
@given(values.timed_lines | values.sets_lines | values.circuits)
def test_every_line_can_be_explained(found: TimedLine | SetsLine | Circuit) -> None:
    said = as_json(found)
    assert json.loads(json.dumps(said)) == said
    assert len(as_table(found, 60).split("\n")) >= len(said["steps"]) + 2


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("back squat 4x6-8 80kg", None),
        ("farmer carry 3x40mtr 24kg", None),
        ("easy run: open", None),
        ("easy run: 5km", None),
        ("plank 3x45s", 135),
        ("plank 45s + 20-40s", 45),
        ("walk: ~90s + open", 90),
        ("emom 10m: push-up 5", 600),
    ],
)
def test_a_total_is_null_where_no_time_is_known(text: str, seconds: int | None) -> None:
    assert explained(text)["seconds"] == seconds


def test_a_round_of_one_set_is_told_in_every_step() -> None:
    said = explained("emom 3m: back squat 3 60kg @2rir")
    assert [(step["reps"], step["load_kg"], step["effort"]) for step in said["steps"]] == [
        (3, 60, "2rir")
    ] * 3
    assert {step["kind"] for step in said["steps"]} == {"work"}
    (whole,) = explained("amrap 12m: push-up 6-8")["steps"]
    assert (whole["seconds"], whole["reps"], whole["load_kg"]) == (720, "6-8", None)
    two = explained("emom 2m:\n  push-up 5\n  back squat 3 60kg")["steps"]
    assert [(step["reps"], step["load_kg"]) for step in two] == [(None, None)] * 2
