"""What counts as a set, a landing, easy running."""

import pytest

from hybrid_tui.domain.counts import (
    add_muscles,
    contacts_of,
    is_easy,
    is_hard,
    is_working,
    muscle_sets,
)
from hybrid_tui.domain.muscles import MUSCLES
from hybrid_tui.domain.set_record import SetRecord, SetRole
from tests.domain.sessions import CATALOGUE, step


def done(reps: int | None = 5, **other: object) -> SetRecord:
    return SetRecord(id="x", block_id="b", position=0, reps=reps, **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("exercise", "one_set", "landings"),
    [
        ("box_jump", done(5), 5),
        ("depth_jump", done(5), 10),
        ("jumping_lunge", done(6), 12),
        ("single_leg_hop", done(4, right_reps=3), 7),
        ("back_squat", done(5), 0),
        ("rope_skip", done(None, seconds=30), 0),
        ("easy_run", done(5), 0),
    ],
)
def test_landings(exercise: str, one_set: SetRecord, landings: int) -> None:
    assert contacts_of(CATALOGUE.get(exercise), one_set) == landings


def test_warm_ups_and_empty_sets_do_not_count() -> None:
    assert not is_working(done(role=SetRole.WARM_UP))
    assert not is_working(done(0))
    assert is_working(done(0, right_reps=5))
    assert is_working(done(None, seconds=45))


def test_hard_sets_end_close_to_failure() -> None:
    assert is_hard(done(rpe=6))
    assert is_hard(done())
    assert not is_hard(done(rpe=5.5))


def test_the_example_of_bench_press_and_extension() -> None:
    total: dict[str, float] = {}
    for exercise in ("bench_press", "overhead_press", "triceps_extension"):
        add_muscles(total, muscle_sets(CATALOGUE.get(exercise), 3))
    assert (total["chest"], total["shoulders"], total["triceps"]) == (3, 4.5, 6)
    assert set(total) <= set(MUSCLES)


def test_jumps_and_runs_count_no_hard_sets() -> None:
    assert muscle_sets(CATALOGUE.get("box_jump"), 3) == {}
    assert muscle_sets(CATALOGUE.get("hill_sprint"), 3) == {}
    assert muscle_sets(None, 3) == {}


@pytest.mark.parametrize(
    ("effort", "run", "easy"),
    [
        ("easy", "tempo_run", True),
        ("z2", None, True),
        ("3", None, True),
        ("7", "easy_run", False),
        (None, "easy_run", True),
        (None, "tempo_run", False),
        ("5:00/km", "long_run", True),
        ("4:00/km", "tempo_run", False),
        ("tempo", "easy_run", True),
    ],
)
def test_easy_running(effort: str | None, run: str | None, easy: bool) -> None:
    assert is_easy(step(60, "x", effort=effort), None if run is None else CATALOGUE.run(run)) is easy


def test_sprints_are_never_easy() -> None:
    assert not is_easy(step(8, "x", effort="easy", sprint=True), None)
