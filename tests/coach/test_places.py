"""Bars, plates and equipment per place: what is there decides the plates, the loads and the swaps."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import lifting, places, swapping
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
    kept = places.save(
        evening.store, evening.library, evening.now, "home", "bar 10kg; plates 2x10 1x5; with bench"
    )
    assert kept.words.endswith("with 2x20 as two pairs up to 60 kg on the bar.")
    assert evening.block("Bench press").per_side == "20", "one is still in the gym"
    places.go_to(evening.store, evening.library, evening.now, "home")
    assert evening.block("Bench press").per_side == "10 + 10 + 5"
    assert swapping.equipment(evening.store) == frozenset({"bench"})
    journal.undo(evening.store)
    assert evening.block("Bench press").per_side == "20"


def test_the_places_are_listed_with_the_line_that_changes_them(evening: Evening) -> None:
    found = {each.key: each for each in places.listed(evening.store, evening.library, evening.now)}
    assert list(found) == ["gym", "home", "travel"]
    assert found["gym"].title == "gym, here"
    assert found["gym"].hint == "bar 20kg; plates 25 20 15 10 5 2.5 1.25"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "bar 20kg",
        "plates heavy",
        "plates 20; sauna yes",
        "bar 20; plates 20",
        "plates 0",
        "plates 20; dumbbells big",
        "plates 20; dumbbells 9-2 by 1",
        "plates 20; dumbbells 1-900 by 0.1",
        "plates 20; machines 5",
        "plates 20; machines by 0",
    ],
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
    dumbbells=st.sets(st.sampled_from((1.0, 2.0, 3.0, 4.0, 5.0, 7.5, 10.0, 12.5, 15.0, 17.5, 22.0))),
    step=st.sampled_from((None, 2.5, 5.0)),
    things=st.none() | st.sets(st.sampled_from(("rack", "bench", "pull-up bar")), min_size=1),
)
def test_gear_reads_what_it_prints(
    unit: str,
    bar: float,
    plates: dict[float, int],
    dumbbells: set[float],
    step: float | None,
    things: set[str] | None,
) -> None:
    ordered = sorted(plates.items(), reverse=True)
    wide = [each for each in plates if each >= (20.0 if unit == "kg" else 45.0)]
    rack = Rack(
        unit=unit,
        bar=bar,
        plates=tuple(each for each, _ in ordered),
        pairs=tuple(count for _, count in ordered),
        full_size=min(wide, default=max(plates)),
        dumbbells=tuple(sorted(dumbbells)),
        machine_step=step,
    )
    gear = Gear(rack=rack, things=None if things is None else frozenset(things))
    assert read_gear(print_gear(gear)) == gear


def test_dumbbells_and_machines_of_the_place_say_what_is_nearest() -> None:
    evening = Evening()
    evening.follow(
        "# Bells\nweeks: 1\n\n## day 1  All\ndumbbell bench 3x8 25kg\nleg curl 3x10 42kg\nbench press 3x8 60kg\n",
        name="bells",
    )
    assert evening.block("Dumbbell bench press").per_side == "", "nothing is known of them"
    line = "bar 10kg; plates 2x10 1x5; dumbbells 4-10 by 2 16 24; machines by 5"
    places.save(evening.store, evening.library, evening.now, "home", line)
    places.go_to(evening.store, evening.library, evening.now, "home")
    block = evening.block("Dumbbell bench press")
    assert (block.load_text, block.per_side) == ("24 kg", "")
    assert block.why.endswith("25 kg is not here: 24 kg")
    assert evening.block("Leg curl").load_text == "40 kg"
    lifting.record(evening.store, evening.library, evening.now, evening.spot("Leg curl"), "42kgx10")
    assert evening.block("Leg curl").per_side == "here 40 or 45 kg", "what was typed is taken as it is"
    assert evening.block("Bench press").per_side == "10 + 10 + 5"
    assert places.listed(evening.store, evening.library, evening.now)[1].hint == line


def test_pounds_stay_pounds() -> None:
    evening = Evening()
    evening.follow("# Lb\nweeks: 1\n\n## day 1  All\nbench press 3x8 137lb\n", name="lb")
    line = "bar 45lb; plates 45 25 10 5 2.5"
    places.save(evening.store, evening.library, evening.now, "gym", line)
    block = evening.block("Bench press")
    assert (block.load_text, block.per_side) == ("135 lb", "45")
    assert block.why.endswith("137 lb is not here: 135 lb")


def test_one_key_goes_to_the_next_place_that_was_described(evening: Evening) -> None:
    store, library = evening.store, evening.library
    assert places.known(store, library, evening.now) == ("gym", ("gym",))
    assert "no other place" in places.go_on(store, library, evening.now).words
    places.save(store, library, evening.now, "travel", "bar 20kg; plates 20")
    assert places.known(store, library, evening.now) == ("gym", ("gym", "travel"))
    places.go_on(store, library, evening.now)
    assert places.known(store, library, evening.now) == ("travel", ("gym", "travel"))
    places.go_on(store, library, evening.now)
    assert places.known(store, library, evening.now)[0] == "gym"
    journal.undo(store)
    assert places.known(store, library, evening.now)[0] == "travel"


@pytest.mark.parametrize(
    ("name", "typed", "load"),
    [
        ("Bench press", "+", "70kg"),
        ("Bench press", "++", "80kg"),
        ("Bench press", "-", "50kg"),
        ("Bench press", "+ 5@9", "70kg"),
        ("Bench press", "------", "10kg"),
        ("Dumbbell bench press", "+", "24kg"),
        ("Dumbbell bench press", "++", "24kg"),
        ("Dumbbell bench press", "-", "10kg"),
        ("Leg curl", "+", "45kg"),
        ("Leg curl", "-", "35kg"),
        ("Pull-up", "+", "bw+12.5kg"),
    ],
)
def test_plus_and_minus_are_the_next_weights_of_the_place(name: str, typed: str, load: str) -> None:
    evening = Evening()
    evening.follow(
        "# Steps\nweeks: 1\n\n## day 1  All\nbench press 3x8 60kg\ndumbbell bench 3x8 16kg\nleg curl 3x10 42kg\n"
        "pull-up 3x5 bw+10kg\n",
        name="steps",
    )
    line = "bar 10kg; plates 2x20 2x10 3x5; dumbbells 4-10 by 2 16 24; machines by 5"
    places.save(evening.store, evening.library, evening.now, "gym", line)
    lifting.record(evening.store, evening.library, evening.now, evening.spot(name), typed)
    done = evening.block(name).sets[0].done
    assert done is not None
    assert done.load == load
