"""Every kind of set goes in by one line and comes out in words: a side, by time, by distance, helped, with a vest,
dropped, to the limit. And every kind of best is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybrid_tui.coach import blocks, finishing, lifting, opening, timing
from hybrid_tui.coach.loaded import Loaded, load
from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.domain.set_record import SetRecord, SetRole
from hybrid_tui.domain.timer_fold import apply
from hybrid_tui.domain.timer_run import Fact, FactKind
from hybrid_tui.store import reads_sessions
from tests.coach.evening import Evening

KINDS = """# Kinds
weeks: 1

## day 1  Kinds
dumbbell row 2x8-12 a side 24kg @2rir
plank 2x45s
farmer carry 2x30mtr 24kg
pull-up 2x5-8 bw
push-up 2xmax
bench press 3x5+ 60kg
"""


@pytest.fixture
def evening() -> Evening:
    made = Evening()
    made.follow(KINDS)
    return made


def say(evening: Evening, name: str, text: str, row: int = 0) -> tuple[SetRecord, Outcome]:
    outcome = lifting.record(evening.store, evening.library, evening.now, evening.spot(name, row), text)
    record = reads_sessions.session(evening.store, outcome.session_id or "")
    assert record is not None
    position = evening.block(name).position
    found = next(block for block in record.blocks if block.position == position)
    return next(each for each in found.sets if each.position == row), outcome


@pytest.mark.parametrize(
    ("name", "text", "fields", "words"),
    [
        ("Dumbbell row", "l10 r9", {"reps": 10, "right_reps": 9, "load": "24kg"}, "10/9 × 24 kg"),
        ("Dumbbell row", "26kg l10 r9 @9", {"load": "26kg", "right_reps": 9, "rpe": 9.0}, "10/9 × 26 kg"),
        ("Dumbbell row", "11", {"reps": 11, "right_reps": None, "load": "24kg"}, "11 × 24 kg"),
        ("Plank", "1:30", {"seconds": 90.0, "reps": None}, "90 s"),
        ("Plank", "bw+10kg 40s", {"seconds": 40.0, "load": "bw+10kg", "load_kg": 10.0}, "40 s × bw +10 kg"),
        ("Farmer carry", "32kg 40mtr", {"metres": 40.0, "load": "32kg"}, "40 m × 32 kg"),
        ("Farmer carry", "30mtr 25s", {"metres": 30.0, "seconds": 25.0, "load": "24kg"}, "30 m 25 s × 24 kg"),
        ("Pull-up", "bw-20kg x8", {"reps": 8, "load": "bw-20kg", "load_kg": -20.0}, "8 × bw -20 kg"),
        ("Pull-up", "bw+10kg x5@9", {"reps": 5, "load": "bw+10kg", "rpe": 9.0}, "5 × bw +10 kg"),
        ("Pull-up", "+5", {"reps": None, "load": "bw+5kg"}, ""),
        ("Push-up", "22", {"reps": 22}, "22"),
        ("Bench press", "f 60x7", {"role": SetRole.FAILURE, "reps": 7}, "7 × 60 kg"),
        ("Bench press", "d 40x12", {"role": SetRole.DROP, "reps": 12, "load": "40kg"}, "12 × 40 kg"),
        ("Bench press", "w 40x5", {"role": SetRole.WARM_UP, "reps": 5}, "5 × 40 kg"),
    ],
)
def test_each_kind_of_set_by_one_line(
    evening: Evening, name: str, text: str, fields: dict[str, object], words: str
) -> None:
    done, outcome = say(evening, name, text)
    for field, value in fields.items():
        if field == "reps" and value is None and name == "Pull-up":
            continue
        assert getattr(done, field) == value, field
    assert not words or words in outcome.words


def test_the_panel_names_formula_and_total_and_says_when_it_is_rough(evening: Evening) -> None:
    assert evening.block("Bench press").estimate == "e1RM 70 kg, Epley"
    say(evening, "Bench press", "60x8")
    say(evening, "Bench press", "60x11", 1)
    say(evening, "Bench press", "60x14", 2)
    assert evening.block("Bench press").estimate == "e1RM rough 82 kg, Epley"
    assert evening.block("Bench press").total == "1980 kg moved"
    assert evening.block("Pull-up").estimate == ""
    assert evening.block("Plank").estimate == ""


def test_the_most_at_a_weight_and_the_total_are_bests(evening: Evening) -> None:
    for row, text in enumerate(("70x6", "50x12", "60x2")):
        _, outcome = say(evening, "Bench press", text, row)
    finishing.finish(evening.store, evening.library, evening.now, outcome.session_id or "", 7, "")
    evening.clock.advance(86_400)
    session_id = opening.begin_free(evening.store, evening.library, evening.now).session_id
    spot = Spot(session_id=session_id)
    blocks.add_exercise(evening.store, evening.library, evening.now, spot, "bench press 4x13 50kg")
    assert "50 kg × 13, the most at this weight, was 12" in evening.best_of(
        say(evening, "Bench press", "50x13")[1]
    )
    assert (
        evening.best_of(say(evening, "Bench press", "50x10", 1)[1])
        == "Bench press 1150 kg moved in all, was 1140"
    )
    assert evening.best_of(say(evening, "Bench press", "50x10", 2)[1]) == ""


def test_a_quicker_hill_is_said_when_the_timer_ends(evening: Evening) -> None:
    def run(seconds: float) -> str:
        store, library = evening.store, evening.library
        loaded = timing.start(
            store, library, evening.now, load("hill sprint: 2x(40mtr @max hill / 60s walk)"), 0
        )
        for length in (seconds, 60.0, seconds + 0.2):
            evening.clock.advance(length)
            if length != 60.0:
                told = Fact(kind=FactKind.LAPPED, boot_us=evening.now.boot_us, value=None)
                loaded = apply_to(loaded, told)
        return timing.finish(store, library, evening.now, loaded).best

    assert run(8.0) == ""
    assert run(7.5) == "40 m hill 7.5 s, was 8.0"
    assert run(7.6) == ""


def apply_to(loaded: Loaded, fact: Fact) -> Loaded:
    assert loaded.state is not None
    return replace(loaded, state=apply(loaded.state, fact))
