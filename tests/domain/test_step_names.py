from __future__ import annotations

from hybrid_tui.coach.loaded import load
from hybrid_tui.domain.step_names import count_of, round_of, spoken_name, step_name, with_count

TEN_TWENTY = "10-20-30: 3x(5x(30s @easy + 20s @steady + 10s @9 fast) / 2m walk)"


def said(line: str, index: int = 0) -> str:
    return spoken_name(load(line).timeline, index)


def test_the_ear_hears_what_the_screen_shows() -> None:
    line = load(TEN_TWENTY).timeline
    assert [step_name(line, index) for index in range(3)] == ["easy", "steady", "fast"]
    assert [said(TEN_TWENTY, index) for index in (0, 4, 14, 15, 16)] == [
        "easy, 1 of 5",
        "steady, 2 of 5",
        "fast, 5 of 5",
        "walk",
        "easy, 1 of 5",
    ]
    assert said("hill sprint: 8x(12s @9 hill 8% / 90s walk down)", 6) == "hill sprint, 4 of 8"
    assert said("hill sprint: 8x(12s @9 hill 8% / 90s walk down)", 1) == "walk down"
    assert said("3x(2m @7 / 1m) + 2m @9", 0) == "effort 7, 1 of 3"


def test_a_bracket_inside_another_counts_its_own_repeats_and_says_the_round() -> None:
    line = load(TEN_TWENTY).timeline
    assert [(count_of(line, index), round_of(line, index)) for index in (0, 8, 16)] == [
        ((1, 5), (1, 3)),
        ((3, 5), (1, 3)),
        ((1, 5), (2, 3)),
    ]
    sets = load("4x(3x(20s @max hill / 10s rest) / 3m walk)").timeline
    assert [count_of(sets, index) for index in range(7)] == [
        (1, 3), (1, 2), (2, 3), (2, 2), (3, 3), (1, 3), (1, 3),
    ]  # fmt: skip


def test_a_step_without_a_name_is_called_by_what_it_is() -> None:
    assert said("8x(12s hill / 90s walk)") == "hill sprint, 1 of 8"
    assert said("5km @easy") == "easy"
    assert said("10m") == "work"
    assert said("stair run: 5x(20s @8 stairs / 2m walk down)") == "stair run, 1 of 5"


def test_numbers_of_a_round_and_of_its_count_do_not_run_together() -> None:
    assert with_count("push-up 8", (3, 10)) == "push-up 8, 3 of 10"
    assert with_count("hill sprint", (4, 8), "/") == "hill sprint 4/8"
    assert said("emom 10m:\n  push-up 8\n  squat 10") == "push-up 8 and squat 10, 1 of 10"


def test_one_alone_is_not_counted() -> None:
    line = load("2x(12s @9 hill 8% / 90s walk)").timeline
    assert [count_of(line, index) for index in range(3)] == [(1, 2), None, (2, 2)]
