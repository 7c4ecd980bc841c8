"""Names are found as people write them; swaps keep the movement."""

from pathlib import Path

import pytest

from hybrid_tui.domain.catalogue import Catalogue, read_catalogue

TEXT = (Path(__file__).parents[2] / "data" / "exercises.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(TEXT)


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("Back squat", "back_squat"),
        ("squat", "back_squat"),
        ("BACK-SQUATS", "back_squat"),
        ("pull ups", "pull_up"),
        ("pullups", "pull_up"),
        ("Push-Up", "push_up"),
        ("bench presses", "bench_press"),
        ("OHP", "overhead_press"),
        ("bicep curl", "biceps_curl"),
        ("hill sprints", "hill_sprint"),
        ("4x4", "vo2_interval"),
        ("30/30", "vo2_interval"),
        ("rdl", "romanian_deadlift"),
        ("dips", "dip"),
        ("back_squat", "back_squat"),
    ],
)
def test_find_ignores_case_hyphens_spaces_and_plural(catalogue: Catalogue, written: str, id: str) -> None:
    assert catalogue.find(written) == id


def test_find_says_none_for_unknown_and_empty_names(catalogue: Catalogue) -> None:
    assert catalogue.find("unicorn press") is None
    assert catalogue.find("") is None
    assert catalogue.find("dumb") is None


def test_prefix_takes_whole_words_only(catalogue: Catalogue) -> None:
    assert catalogue.prefix("romanian") == ("romanian_deadlift",)
    assert "dumbbell_row" in catalogue.prefix("dumbbell")
    assert catalogue.prefix("roman") == ()
    assert catalogue.prefix("  ") == ()


def test_nearest_offers_three_names_with_the_likely_one_first(catalogue: Catalogue) -> None:
    names = catalogue.nearest("bulgarien split squat")
    assert names[0] == "Bulgarian split squat"
    assert len(set(names)) == 3


def test_nearest_answers_any_text(catalogue: Catalogue) -> None:
    assert len(catalogue.nearest("")) == 3
    assert len(catalogue.nearest("𝔵" * 400)) == 3


def test_title_and_kinds(catalogue: Catalogue) -> None:
    assert catalogue.title("rope_skip") == "Rope skipping"
    with pytest.raises(KeyError):
        catalogue.exercise("easy_run")
    with pytest.raises(KeyError):
        catalogue.run("back_squat")
    assert catalogue.get("nothing") is None


def test_swaps_keep_the_pattern_and_the_equipment(catalogue: Catalogue) -> None:
    at_home = catalogue.swaps("bench_press", frozenset())
    assert "push_up" in [e.id for e in at_home]
    assert all(e.pattern == "horizontal push" for e in at_home)
    assert "dumbbell_bench" not in [e.id for e in at_home]
    with_dumbbells = catalogue.swaps("bench_press", frozenset({"dumbbells", "bench"}))
    assert with_dumbbells[0].id in {"dumbbell_bench", "push_up"}
    assert "dumbbell_bench" in [e.id for e in with_dumbbells]


def test_two_entries_with_one_name_are_refused() -> None:
    twice = '[exercise.a]\nname = "Row"\npattern = "x"\n\n[exercise.b]\nname = "Rows"\npattern = "x"\n'
    with pytest.raises(ValueError, match="names both"):
        read_catalogue(twice)


def test_jumps_lifts_and_core_are_told_apart(catalogue: Catalogue) -> None:
    assert catalogue.exercise("box_jump").is_jump
    assert catalogue.exercise("depth_jump").contacts == 2
    assert catalogue.exercise("plank").is_core
    assert catalogue.exercise("leg_curl").is_heavy_leg
    assert not catalogue.exercise("standing_calf_raise").is_heavy_leg
    assert catalogue.exercise("standing_calf_raise").is_leg_lift
    assert catalogue.exercise("split_squat").equipment_words == "nothing, or dumbbells"
