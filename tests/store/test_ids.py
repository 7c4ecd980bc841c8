from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from hybrid_tui.store.ids import IdMaker
from tests.fixed_clock import FixedClock


def test_an_id_is_a_version_7_uuid_of_its_instant(clock: FixedClock) -> None:
    made = uuid.UUID(IdMaker(clock).new())
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == clock.wall_us // 1000


@given(st.lists(st.integers(-3_600_000, 3_600_000), max_size=50))
def test_ids_grow_whatever_the_wall_clock_does(steps: list[int]) -> None:
    clock = FixedClock()
    ids = IdMaker(clock)
    issued = [ids.new()]
    for step in steps:
        clock.advance(step / 1000)
        issued.append(ids.new())
    assert issued == sorted(set(issued))


def test_many_ids_within_one_instant_still_grow(clock: FixedClock) -> None:
    ids = IdMaker(clock)
    issued = [ids.new() for _ in range(10_000)]
    assert issued == sorted(set(issued))


def test_ids_come_after_one_that_was_seen(clock: FixedClock) -> None:
    earlier = IdMaker(clock)
    for _ in range(5):
        last = earlier.new()
    clock.advance(-86_400)
    later = IdMaker(clock)
    later.seen(last)
    assert later.new() > last


def test_two_makers_that_see_each_other_never_cross(clock: FixedClock) -> None:
    makers = [IdMaker(clock), IdMaker(clock)]
    issued: list[str] = []
    for turn in range(2000):
        if issued:
            makers[turn % 2].seen(issued[-1])
        issued.append(makers[turn % 2].new())
    assert issued == sorted(set(issued))


def test_the_same_entropy_makes_the_same_ids(clock: FixedClock) -> None:
    first, second = (IdMaker(clock, lambda count: b"\x01" * count) for _ in range(2))
    assert first.new() == second.new()
