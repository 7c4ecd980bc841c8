"""Minutes of blocks and what the legs carried of them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.leg_minutes import block_leg_minutes, block_minutes, session_leg_load
from hybrid_tui.domain.set_record import BlockStatus, SessionKind
from tests.domain.sessions import CATALOGUE, easy, hills, session, sets, step, timed

DAY = date(2026, 11, 25)
WARM_UP = timed("warm-up", step(900, "warm-up", kind="warm-up", effort="easy"))
COOL_DOWN = timed("cool-down", step(240, "walk", kind="cool-down"))


def test_timed_blocks_take_their_seconds_and_sets_share_the_rest() -> None:
    mixed = session(
        DAY,
        WARM_UP,
        hills(8),
        sets("bench_press", 6, 6, 6, 6, rest=180),
        sets("dumbbell_row", 8, 8, rest=90),
        COOL_DOWN,
        minutes=60,
    )
    warm_up, hill, bench, row, walk = block_minutes(mixed, CATALOGUE)
    assert (warm_up, walk) == (15, 4)
    assert hill == pytest.approx((8 * 12 + 7 * 90) / 60)
    assert bench is not None
    assert row is not None
    assert bench / row == pytest.approx(4 * 3.75 / (2 * 3.0))
    assert sum(m or 0 for m in (warm_up, hill, bench, row, walk)) == pytest.approx(60)


def test_without_minutes_there_is_no_load() -> None:
    unknown = session(DAY, hills(4), sets("bench_press", 5), minutes=None)
    assert block_minutes(unknown, CATALOGUE)[1] is None
    assert session_leg_load(unknown, CATALOGUE) is None
    assert session_leg_load(session(DAY, hills(4), rpe=None), CATALOGUE) is None


def test_parts_never_outlast_the_session() -> None:
    short = session(DAY, easy(40), sets("plank", 1), minutes=30)
    assert block_minutes(short, CATALOGUE) == (30, 0)


def test_a_run_ticked_without_steps_takes_the_session() -> None:
    ticked = session(DAY, timed("Easy run", exercise="easy_run"), minutes=40, rpe=4)
    assert block_minutes(ticked, CATALOGUE) == (40,)
    assert session_leg_load(ticked, CATALOGUE) == 160


def test_a_block_not_done_takes_nothing() -> None:
    skipped = timed("Easy run", exercise="easy_run", status=BlockStatus.SKIPPED)
    assert block_minutes(session(DAY, sets("back_squat", 5), skipped, minutes=30), CATALOGUE) == (30, 0)


def test_leg_load_of_loose_lines_goes_by_their_words() -> None:
    assert block_leg_minutes(COOL_DOWN, 4, CATALOGUE) == pytest.approx(1.2)
    assert block_leg_minutes(WARM_UP, 15, CATALOGUE) == pytest.approx(15)
    stairs = timed("stairs", step(60, "up", place="stairs"), step(60, "walk down", kind="recover"))
    assert block_leg_minutes(stairs, 2, CATALOGUE) == pytest.approx(1.2 + 0.3)


def test_a_vest_weighs_on_the_legs() -> None:
    vest = timed("Easy run", step(600, "easy run", place="flat vest 5kg"), exercise="easy_run")
    assert block_leg_minutes(vest, 10, CATALOGUE) == pytest.approx(11)


def test_a_session_without_blocks_goes_by_its_kind() -> None:
    walk = session(DAY, minutes=30, rpe=2, kind=SessionKind.RECOVERY)
    run = session(DAY, minutes=30, rpe=4, kind=SessionKind.RUN)
    assert session_leg_load(walk, CATALOGUE) == pytest.approx(18)
    assert session_leg_load(run, CATALOGUE) == pytest.approx(120)


@settings(max_examples=60, deadline=None)
@given(st.floats(0, 300), st.integers(0, 10), st.integers(0, 8), st.floats(0, 90))
def test_leg_minutes_are_bounded_by_the_session(minutes: float, repeats: int, count: int, run: float) -> None:
    blocks = (hills(repeats), sets("back_squat", *[5] * count), easy(run))
    shares = block_minutes(session(DAY, *blocks, minutes=minutes), CATALOGUE)
    assert sum(share or 0 for share in shares) <= minutes + 1e-6 or not minutes
