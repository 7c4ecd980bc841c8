from __future__ import annotations

import pytest

from hybrid_tui.domain.muscles import MUSCLES, SYNONYMS, muscle_named, nearest_muscles

GROUPS = ("back", "core")


@pytest.mark.parametrize("name", MUSCLES)
def test_each_muscle_is_known_however_it_is_written(name: str) -> None:
    for written in (name, name.replace("_", " "), name.upper(), name.replace("_", "-")):
        assert muscle_named(written, GROUPS) == name


def test_groups_and_other_words_are_known() -> None:
    assert muscle_named("Back", GROUPS) == "back"
    assert muscle_named("back", ()) is None
    assert muscle_named("lower back", GROUPS) == "erectors"
    assert muscle_named("traps", GROUPS) == "upper_back"
    assert muscle_named("nose", GROUPS) is None
    assert set(SYNONYMS.values()) <= set(MUSCLES)


def test_the_nearest_names_are_told() -> None:
    assert nearest_muscles("quadz", GROUPS)[0] == "quads"
    assert len(set(nearest_muscles("", GROUPS))) == 3
