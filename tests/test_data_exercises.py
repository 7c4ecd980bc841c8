"""The shipped catalogue: complete, inside its vocabulary, and read lazily exactly as it is written."""

import tomllib
from pathlib import Path

import pytest

from hybrid_tui.domain.catalogue import Catalogue, read_catalogue
from hybrid_tui.domain.exercise import LegClass, Measure
from hybrid_tui.domain.muscles import MUSCLES
from hybrid_tui.domain.name_key import name_key

TEXT = (Path(__file__).parent.parent / "data" / "exercises.toml").read_text(encoding="utf-8")
WHOLE = tomllib.loads(TEXT)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(TEXT)


def test_every_table_of_the_file_is_found_by_the_lazy_reader(catalogue: Catalogue) -> None:
    assert {e.id for e in catalogue.exercises} == set(WHOLE["exercise"])
    assert {r.id for r in catalogue.runs} == set(WHOLE["run"])
    for exercise in catalogue.exercises:
        entry = WHOLE["exercise"][exercise.id]
        assert exercise.name == entry["name"]
        assert list(exercise.aliases) == entry.get("aliases", [])
        assert list(exercise.primary) == entry["primary"]
        assert exercise.rest_seconds == entry["rest"]
    for run in catalogue.runs:
        assert list(run.aliases) == WHOLE["run"][run.id]["aliases"]


def test_there_are_at_least_the_exercises_and_runs_of_the_muscle_map(catalogue: Catalogue) -> None:
    assert len(catalogue.exercises) >= 73
    assert len(catalogue.runs) == 13


def test_muscles_stay_in_the_vocabulary(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        assert exercise.primary, exercise.id
        assert {*exercise.primary, *exercise.secondary} <= set(MUSCLES), exercise.id
        assert not set(exercise.primary) & set(exercise.secondary), exercise.id
    for run in catalogue.runs:
        assert set(run.stress) <= set(MUSCLES)
        assert all(0 <= value <= 3 for value in run.stress.values())


def test_numbers_are_sensible(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises:
        assert 30 <= exercise.rest_seconds <= 300
        assert exercise.level in (1, 2, 3)
        assert exercise.is_jump == (Measure.CONTACTS in exercise.measures)
    for run in catalogue.runs:
        assert 1 <= run.rpe <= 10
        assert run.recover_hours[0] <= run.recover_hours[1]


def test_names_and_aliases_are_plain_words(catalogue: Catalogue) -> None:
    for key, id in catalogue.keys.items():
        assert key == name_key(key) or key.endswith("s"), id
        assert key, id


@pytest.mark.parametrize(
    ("id", "leg_class", "rpe"),
    [("hill_sprint", "A", 7), ("tempo_run", "B", 7), ("long_run", "BL", 4), ("easy_run", "C", 3)],
)
def test_runs_carry_their_class(catalogue: Catalogue, id: str, leg_class: str, rpe: int) -> None:
    assert catalogue.run(id).leg_class is LegClass(leg_class)
    assert catalogue.run(id).rpe == rpe
