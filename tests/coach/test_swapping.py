"""What a swap says, and the load that it guesses: it goes by the lightest set still to be done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hybrid_tui.coach import lifting, own_exercises, swapping
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.programme.weights import amount_of, read_load
from tests.coach.evening import Evening


def guessed(line: str) -> list[float]:
    """The loads of front squats in the place of that line."""
    evening = Evening()
    evening.follow(f"# Legs\nweeks: 1\n\n## day 1  Legs\n{line}\n")
    swapping.swap(evening.store, evening.library, evening.now, evening.spot("Back squat"), "front_squat")
    loads = [read_load(row.target.load) for row in evening.block("Front squat").sets]
    return [amount_of(load) for load in loads if load is not None]


def test_back_off_sets_are_not_guessed_from_the_heavy_one_above_them() -> None:
    assert guessed("back squat 1x3 120kg + 3x8 -25%")[1:] == guessed("back squat 4x8 90kg")[1:]


def test_the_lift_and_the_load_that_it_was_guessed_from_are_named() -> None:
    evening = Evening()
    evening.follow("# Legs\nweeks: 1\n\n## day 1  Legs\nback squat 1x3 120kg + 3x8 -25%\n")
    said = swapping.swap(
        evening.store, evening.library, evening.now, evening.spot("Back squat"), "front_squat"
    )
    assert "an estimate from your back squat 90 kg" in said.words


@pytest.mark.parametrize(("verb", "sets"), [(lifting.add_set, 5), (lifting.remove_set, 3)])
def test_as_many_sets_are_asked_as_were_left_to_do(verb: Callable[..., Outcome], sets: int) -> None:
    evening = Evening()
    evening.follow("# Legs\nweeks: 1\n\n## day 1  Legs\nback squat 4x8 90kg\n")
    verb(evening.store, evening.library, evening.now, evening.spot("Back squat"))
    swapping.swap(evening.store, evening.library, evening.now, evening.spot("Back squat"), "front_squat")
    assert len(evening.block("Front squat").sets) == sets


def test_the_abbreviation_in_an_own_name_stays_what_it_is() -> None:
    evening = Evening(library=Library())
    evening.follow("# Legs\nweeks: 1\n\n## day 1  Legs\nback squat 3x8 90kg\n")
    store, library = evening.store, evening.library
    own_exercises.save(store, library, evening.now, "SSB squat, like back squat")
    own = library.catalogue.find("SSB squat")
    assert own is not None
    swapping.swap(store, library, evening.now, evening.spot("Back squat"), own)
    assert evening.block("SSB squat").line.startswith("SSB squat ")
    swapping.swap(store, library, evening.now, evening.spot("SSB squat"), "front_squat")
    assert evening.block("Front squat").why.startswith("instead of SSB squat")
