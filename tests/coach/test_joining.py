"""Two lifts in turn for today, and lines that move without being torn out of their superset."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import blocks, joining, lifting, past_parts, swapping
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.domain.set_record import BlockStatus
from hybrid_tui.domain.sheet_blocks import shown_name
from hybrid_tui.domain.turns import moved, pair
from hybrid_tui.store import journal
from tests.coach.evening import Evening

PLAIN = """# Plain
weeks: 1

## day 1  Upper body
warm-up: 5m walk
bench press 3x6-8 60kg @2rir rest 3m
dumbbell row 2x8-12 20kg
lateral raise 2x12 8kg rest 45s
plank 2x45s
"""


@pytest.fixture
def plain() -> Evening:
    evening = Evening()
    evening.follow(PLAIN)
    return evening


def joined(evening: Evening, name: str) -> str:
    """The words of the key on that lift."""
    return joining.join(evening.store, evening.library, evening.now, evening.spot(name)).words


def marks(evening: Evening) -> dict[str, tuple[bool, int | None]]:
    """Superset and rest of each lift."""
    return {each.name: (each.superset, each.rest_seconds) for each in evening.sheet().blocks if each.sets}


def test_two_lifts_go_in_turn_for_today_and_part_again_by_the_same_key(plain: Evening) -> None:
    before = marks(plain)
    assert joined(plain, "Bench press") == "Bench press and dumbbell row in turn today, 1:30 rest after both."
    assert marks(plain)["Bench press"] == (False, 0)
    assert marks(plain)["Dumbbell row"] == (True, 90)
    assert plain.block("Dumbbell row").line.startswith("  & ")
    first = lifting.tick(plain.store, plain.library, plain.now, plain.spot("Bench press"))
    assert first.rest_seconds is None
    plain.clock.advance(40)
    second = lifting.tick(plain.store, plain.library, plain.now, plain.spot("Dumbbell row"))
    assert (second.rest_seconds, second.rest_then) == (90, "Bench press set 2 of 3")
    said = joined(plain, "Dumbbell row")
    assert said == "Bench press and dumbbell row: one after the other again."
    assert marks(plain) == before
    assert plain.block("Dumbbell row").line.startswith("dumbbell row ")
    journal.undo(plain.store)
    assert marks(plain)["Dumbbell row"] == (True, 90)


def test_what_no_lift_waits_below_is_not_joined(plain: Evening) -> None:
    assert joined(plain, "Plank").startswith("There is no lift below")
    lifting.tick(plain.store, plain.library, plain.now, plain.spot("Lateral raise"))
    lifting.tick(plain.store, plain.library, plain.now, plain.spot("Lateral raise", 1))
    assert joined(plain, "Dumbbell row").startswith("There is no lift below")
    assert joined(plain, "Warm-up").startswith("There is no lift below")


def test_three_go_round_and_part_one_by_one(plain: Evening) -> None:
    joined(plain, "Dumbbell row")
    joined(plain, "Bench press")
    assert [each.rest_seconds for each in plain.sheet().blocks if each.sets] == [0, 0, 45, 45]
    joined(plain, "Lateral raise")
    assert marks(plain)["Lateral raise"] == (False, 45)
    assert marks(plain)["Dumbbell row"] == (True, 90)


def test_a_superset_moves_as_a_whole_and_turns_inside(plain: Evening) -> None:
    joined(plain, "Bench press")
    blocks.move(plain.store, plain.library, plain.now, plain.spot("Bench press"), 1)
    names = [each.name for each in plain.sheet().blocks]
    assert names[1:3] == ["Dumbbell row", "Bench press"]
    assert marks(plain)["Dumbbell row"] == (False, 0)
    assert marks(plain)["Bench press"] == (True, 90)
    blocks.move(plain.store, plain.library, plain.now, plain.spot("Bench press"), 1)
    names = [each.name for each in plain.sheet().blocks]
    assert names[1:4] == ["Lateral raise", "Dumbbell row", "Bench press"]
    assert marks(plain)["Bench press"] == (True, 90)


def delete(evening: Evening, name: str) -> None:
    """Take the line out of the session that is open, by the keys of History."""
    session, block = evening.sheet().session_id, evening.block(name).id
    assert session is not None
    assert block is not None
    past_parts.delete_line(evening.store, evening.library, evening.now, session, block)


def test_a_line_that_is_taken_out_leaves_nobody_in_turn_with_a_stranger(plain: Evening) -> None:
    joined(plain, "Bench press")
    before = marks(plain)
    delete(plain, "Bench press")
    assert marks(plain)["Dumbbell row"] == (False, 90)
    journal.undo(plain.store)
    assert marks(plain) == before
    delete(plain, "Dumbbell row")
    assert marks(plain)["Bench press"] == (False, 180)
    assert marks(plain)["Lateral raise"] == (False, 45)


def test_the_middle_of_three_in_turn_leaves_the_other_two_in_turn(plain: Evening) -> None:
    joined(plain, "Dumbbell row")
    joined(plain, "Bench press")
    delete(plain, "Dumbbell row")
    assert (marks(plain)["Bench press"], marks(plain)["Lateral raise"]) == ((False, 0), (True, 45))


def test_a_superset_that_is_looked_back_on_moves_as_a_whole_too(plain: Evening) -> None:
    joined(plain, "Bench press")
    session, row = plain.sheet().session_id, plain.block("Dumbbell row").id
    assert session is not None
    assert row is not None
    past_parts.move_line(plain.store, plain.library, plain.now, session, row, 1)
    assert [each.name for each in plain.sheet().blocks][1:4] == [
        "Lateral raise",
        "Bench press",
        "Dumbbell row",
    ]
    assert (marks(plain)["Bench press"], marks(plain)["Dumbbell row"]) == ((False, 0), (True, 90))
    assert marks(plain)["Lateral raise"] == (False, 45)


def test_the_rest_of_a_round_follows_the_lift_that_was_put_in(plain: Evening) -> None:
    joined(plain, "Bench press")
    lifting.tick(plain.store, plain.library, plain.now, plain.spot("Dumbbell row"))
    swapping.swap(plain.store, plain.library, plain.now, plain.spot("Dumbbell row"), "barbell_row")
    assert [marks(plain)[each] for each in ("Bench press", "Dumbbell row", "Barbell row")] == [
        (False, 0),
        (True, 0),
        (True, 150),
    ]


@settings(max_examples=60)
@given(
    flags=st.lists(st.booleans(), min_size=1, max_size=7),
    at=st.integers(0, 6),
    step=st.sampled_from([-1, 1]),
)
def test_a_move_keeps_every_superset_together(flags: list[bool], at: int, step: int) -> None:
    lines = [
        BlockRecord(
            id=str(place), session_id="s", position=place * 2, line="", name=f"lift {place}", superset=flag
        )
        for place, flag in enumerate(flags)
    ]
    order = moved(lines, at * 2, step)
    if not order:
        return
    assert sorted(each.id for group in order for each in group) == [each.id for each in lines]
    assert {frozenset(each.id for each in group) for group in order} == together(lines)


def together(lines: list[BlockRecord]) -> set[frozenset[str]]:
    """Which lifts go in turn with each other."""
    found: list[set[str]] = []
    for each in lines:
        if each.superset and found:
            found[-1].add(each.id)
        else:
            found.append({each.id})
    return {frozenset(group) for group in found}


def test_a_finished_lift_is_no_one_to_join() -> None:
    lines = [
        BlockRecord(
            id=str(place), session_id="s", position=place, line="", name=shown_name("a"), status=status
        )
        for place, status in enumerate((BlockStatus.OPEN, BlockStatus.SKIPPED, BlockStatus.OPEN))
    ]
    assert [pair(lines, place) for place in range(4)] == [None] * 4
