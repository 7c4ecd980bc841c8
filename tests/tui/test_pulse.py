"""The pulse sleeps to the next boundary and is silent while nothing runs."""

from __future__ import annotations

from hybrid_tui.tui.pulse import Listener, Pulse
from hybrid_tui.tui.rest import Rest, RestClock
from tests.fixed_clock import FixedClock


class _Seconds:
    """Wants to hear of each whole second until `until`; keeps when it was told."""

    def __init__(self, until: int) -> None:
        self.until = until
        self.heard: list[int] = []

    def next_due(self, now_us: int) -> int | None:
        after = (now_us // 1_000_000 + 1) * 1_000_000
        return after if after <= self.until else None

    def beat(self, now_us: int) -> None:
        self.heard.append(now_us)


async def test_it_is_silent_while_nothing_runs() -> None:
    clock = FixedClock()
    pulse = Pulse(clock.boot_us)
    assert pulse.silent
    ended = _Seconds(until=0)
    pulse.listen("ended", Listener(next_due=ended.next_due, beat=ended.beat))
    assert pulse.silent


async def test_only_those_whose_boundary_passed_are_told_and_late_ones_once() -> None:
    clock = FixedClock()
    pulse = Pulse(clock.boot_us)
    near, far = _Seconds(clock.boot_us() + 10_000_000), _Seconds(0)
    pulse.listen("near", Listener(next_due=near.next_due, beat=near.beat))
    pulse.listen("far", Listener(next_due=far.next_due, beat=far.beat))
    pulse.look()
    assert near.heard == []
    clock.advance(6.2)
    pulse.look()
    assert near.heard == [clock.boot_us()]
    assert far.heard == []
    clock.advance(10)
    pulse.look()
    assert pulse.silent
    pulse.stop()


async def test_who_left_is_not_told() -> None:
    clock = FixedClock()
    pulse = Pulse(clock.boot_us)
    ear = _Seconds(clock.boot_us() + 5_000_000)
    pulse.listen("ear", Listener(next_due=ear.next_due, beat=ear.beat))
    pulse.leave("ear")
    clock.advance(2)
    pulse.look()
    assert ear.heard == []


def test_a_rest_shows_one_until_its_very_end() -> None:
    rest = Rest(began_us=0, ends_us=90_000_000)
    assert [rest.left_s(us) for us in (0, 1, 999_999, 1_000_000, 89_999_999, 90_000_000, 95_000_000)] == [
        90,
        90,
        90,
        89,
        1,
        0,
        0,
    ]


async def test_a_rest_counts_down_moves_and_ends_once() -> None:
    clock = FixedClock()
    pulse = Pulse(clock.boot_us)
    rest = RestClock(pulse, clock.boot_us)
    over: list[Rest] = []
    moved: list[Rest | None] = []
    rest.on_over.append(over.append)
    rest.on_moved.append(moved.append)
    rest.begin(150, "Pull-up 1 of 4")
    assert rest.left_s() == 150
    clock.advance(48)
    pulse.look()
    assert rest.left_s() == 102
    rest.shift(15)
    assert rest.left_s() == 117
    assert len(moved) == 1
    clock.advance(500)
    pulse.look()
    pulse.look()
    assert [each.then for each in over] == ["Pull-up 1 of 4"]
    assert rest.running is None
    assert pulse.silent


async def test_a_skipped_rest_has_no_end_cue() -> None:
    clock = FixedClock()
    pulse = Pulse(clock.boot_us)
    rest = RestClock(pulse, clock.boot_us)
    over: list[Rest] = []
    moved: list[Rest | None] = []
    rest.on_over.append(over.append)
    rest.on_moved.append(moved.append)
    rest.begin(60)
    rest.skip()
    clock.advance(100)
    pulse.look()
    assert (over, moved, pulse.silent) == ([], [None], True)


async def test_wall_clock_steps_do_not_move_a_rest() -> None:
    clock = FixedClock()
    rest = RestClock(Pulse(clock.boot_us), clock.boot_us)
    rest.begin(60)
    clock.wall_us += 3_600_000_000
    assert rest.left_s() == 60
    rest.skip()
