from __future__ import annotations

from datetime import date

import pytest

from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.timer_away import Away, Seen, away
from hybrid_tui.domain.timer_fold import fold
from hybrid_tui.domain.timer_report import intervals
from hybrid_tui.domain.timer_run import EndedBy, Fact, FactKind, Phase, position
from tests.domain.test_timer_run import HILLS
from tests.domain.timer_steps import fact, started, us

FACTS = [started()]


def seen(at: float, boot: str = "a", wall: float | None = None) -> Seen:
    return Seen(boot_us=us(at), boot_id=boot, at_us=us(at if wall is None else wall))


def moment(at: float, boot: str = "a", wall: float | None = None) -> Moment:
    return Moment(
        at_us=us(at if wall is None else wall),
        boot_us=us(at),
        boot_id=boot,
        zone="Europe/Madrid",
        day=date(2026, 11, 25),
    )


def gone(last: Seen, now: Moment, facts: list[Fact] = FACTS) -> Away:
    found = away(fold(HILLS, facts), last=last, now=now)
    assert found is not None
    return found


def test_after_a_kill_it_stands_held_at_the_last_stored_instant() -> None:
    found = gone(seen(15), moment(63))
    here = position(found.held, us(5000))
    assert (here.phase, here.index, here.elapsed) == (Phase.HELD, 1, us(3))
    assert (found.away_us, found.estimated) == (us(48), False)


def test_going_on_from_where_it_stopped_forgets_the_gap() -> None:
    found = gone(seen(15), moment(63))
    state = fold(HILLS, [*FACTS, *found.resume_here(us(70))])
    here = position(state, us(71))
    assert (here.index, here.elapsed, here.done) == (1, us(4), us(16))


def test_going_on_from_now_records_what_passed() -> None:
    found = gone(seen(5), moment(63))
    state = fold(HILLS, [*FACTS, *found.resume_now(us(63))])
    assert position(state, us(63)) == position(fold(HILLS, FACTS), us(63))
    assert [(ran.ended_by, ran.done, ran.ended_boot_us) for ran in intervals(state, us(63))] == [
        (EndedBy.PASSED, True, us(12))
    ]


def test_the_time_spent_on_the_question_counts_with_from_now() -> None:
    found = gone(seen(5), moment(63))
    state = fold(HILLS, [*FACTS, *found.resume_now(us(73), waited_us=us(10))])
    assert position(state, us(73)).done == us(73)


def test_after_another_boot_the_wall_clock_estimates_the_gap() -> None:
    found = gone(seen(5000, wall=100), moment(2, boot="b", wall=148), [started(4990)])
    assert (found.away_us, found.estimated) == (us(48), True)
    here = fold(HILLS, [started(4990), *found.resume_here(us(9))])
    assert position(here, us(10)).elapsed == us(11)
    later = fold(HILLS, [started(4990), *found.resume_now(us(9))])
    assert (position(later, us(9)).index, position(later, us(9)).done) == (1, us(58))


def test_a_wall_clock_set_back_gives_no_negative_gap() -> None:
    assert gone(seen(5, wall=900), moment(2, boot="b", wall=100)).away_us == 0


def test_without_a_boot_id_both_clocks_must_agree() -> None:
    same = gone(seen(15, boot=""), moment(63, boot=""))
    assert (same.away_us, same.estimated) == (us(48), False)
    other = gone(seen(15, boot="", wall=1000), moment(20, boot="", wall=4000))
    assert (other.away_us, other.estimated) == (us(3000), True)


@pytest.mark.parametrize("years", [-10, 10])
def test_steps_of_the_wall_clock_move_nothing_under_one_boot(years: int) -> None:
    found = gone(seen(15), moment(63, wall=15 + years * 31_556_952.0))
    assert (found.away_us, found.estimated) == (us(48), False)


@pytest.mark.parametrize(
    "facts",
    [
        [],
        [started(), fact(FactKind.PAUSED, 5)],
        [started(), fact(FactKind.FINISHED, 5)],
        [started(-500)],
    ],
)
def test_a_run_that_was_not_moving_asks_nothing(facts: list[Fact]) -> None:
    assert away(fold(HILLS, facts), last=seen(15), now=moment(63)) is None


def test_killed_again_while_held_it_stands_where_it_stood() -> None:
    held = [*FACTS, fact(FactKind.HELD, 15)]
    found = gone(seen(15), moment(300), held)
    state = fold(HILLS, [*held, *found.resume_here(us(300))])
    assert position(state, us(300)).elapsed == us(3)


def test_a_hold_never_reaches_back_before_the_last_fact() -> None:
    state = fold(HILLS, [started(), fact(FactKind.LAPPED, 20), fact(FactKind.HELD, 15)])
    assert position(state, us(99)).elapsed == us(8)
