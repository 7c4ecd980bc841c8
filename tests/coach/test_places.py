"""Bars, plates and equipment per place: what is there decides the plates, the loads and the swaps."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import blocks, places
from hybrid_tui.domain.gear import Gear, print_gear, read_gear
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.plates import Rack
from hybrid_tui.store import journal
from tests.coach.evening import Evening


@pytest.fixture
def evening() -> Evening:
    made = Evening()
    made.follow()
    return made


def test_the_plates_of_the_place_are_the_plates_on_the_bar(evening: Evening) -> None:
    assert evening.block("Bench press").per_side == "20"
    places.save(evening.store, evening.library, evening.now, "home", "bar 10kg; plates 2x10 1x5; with bench")
    assert evening.block("Bench press").per_side == "20", "one is still in the gym"
    places.go_to(evening.store, evening.library, evening.now, "home")
    assert evening.block("Bench press").per_side == "10 + 10 + 5"
    assert blocks.equipment(evening.store) == frozenset({"bench"})
    journal.undo(evening.store)
    assert evening.block("Bench press").per_side == "20"


def test_the_places_are_listed_with_the_line_that_changes_them(evening: Evening) -> None:
    found = {each.key: each for each in places.listed(evening.store, evening.library, evening.now)}
    assert list(found) == ["gym", "home", "travel"]
    assert found["gym"].title == "gym, here"
    assert found["gym"].hint == "bar 20kg; plates 25 20 15 10 5 2.5 1.25"


@pytest.mark.parametrize(
    "text", ["", "bar 20kg", "plates heavy", "plates 20; sauna yes", "bar 20; plates 20", "plates 0"]
)
def test_what_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(NotationError):
        read_gear(text)


@settings(max_examples=60)
@given(
    unit=st.sampled_from(("kg", "lb")),
    bar=st.sampled_from((7.5, 10.0, 20.0, 45.0)),
    plates=st.dictionaries(
        st.sampled_from((45.0, 25.0, 20.0, 10.0, 2.5, 1.25, 0.5)), st.integers(1, 9), min_size=1
    ),
    things=st.none() | st.sets(st.sampled_from(("rack", "bench", "pull-up bar")), min_size=1),
)
def test_gear_reads_what_it_prints(
    unit: str, bar: float, plates: dict[float, int], things: set[str] | None
) -> None:
    ordered = sorted(plates.items(), reverse=True)
    wide = [each for each in plates if each >= (20.0 if unit == "kg" else 45.0)]
    rack = Rack(
        unit=unit,
        bar=bar,
        plates=tuple(each for each, _ in ordered),
        pairs=tuple(count for _, count in ordered),
        full_size=min(wide, default=max(plates)),
    )
    gear = Gear(rack=rack, things=None if things is None else frozenset(things))
    assert read_gear(print_gear(gear)) == gear
