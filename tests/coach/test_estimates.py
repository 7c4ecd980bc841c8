"""One number for what a set says of the maximum, wherever it is shown (DOMAIN 2.1)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import blocks, finishing, lifting, opening
from hybrid_tui.coach.best_list import best_list
from hybrid_tui.coach.outcome import Spot
from hybrid_tui.coach.trends import trend
from hybrid_tui.domain.bests import E1RM
from hybrid_tui.domain.strength import set_estimate
from hybrid_tui.store import reads_bests
from tests.coach.evening import Evening

TYPED = (
    "60x5",
    "60x5@8",
    "60x5@10",
    "70x1",
    "70x1@8",
    "60x9@7",
    "60x11@9.5",
    "60x12",
    "50x8@6",
    "62.5x3@6.5",
)
"""Sets with an estimate that is above that of 40 kg once."""


def bench(evening: Evening, *typed: str) -> str:
    """A session of bench press; gives the best that its last set brought."""
    opening.begin_free(evening.store, evening.library, evening.now)
    spot = Spot(session_id=evening.sheet().session_id)
    blocks.add_exercise(evening.store, evening.library, evening.now, spot, f"bench press {len(typed)}x5 40kg")
    said = ""
    for row, text in enumerate(typed):
        spot = evening.spot("Bench press", row)
        said = evening.best_of(lifting.record(evening.store, evening.library, evening.now, spot, text))
    return said


def number(words: str) -> str:
    found = re.search(r"e1RM (?:rough )?(\d+) kg", words)
    assert found is not None, words
    return found.group(1)


@pytest.mark.parametrize("typed", TYPED)
def test_every_surface_gives_the_same_number(typed: str) -> None:
    evening = Evening()
    bench(evening, "100x13", "40x1")  # heavier than what follows, and without an estimate
    finishing.finish(evening.store, evening.library, evening.now, evening.sheet().session_id or "", 7, "")
    evening.clock.advance(86_400)
    said = number(bench(evening, typed))
    block = evening.block("Bench press")
    assert number(block.estimate) == said
    done = block.sets[0].done
    assert done is not None
    rule = set_estimate(done.load_kg or 0.0, done.reps or 0, done.rpe)
    assert rule is not None
    assert said == f"{rule.load:.0f}"
    today = evening.now.day
    series = trend(evening.store, evening.library, evening.now, "e1rm bench press", today, today)
    assert [point.value for point in series.points] == [pytest.approx(rule.load)]
    (best,) = best_list(evening.store, evening.library, evening.now)
    assert best.marks[E1RM].value == pytest.approx(rule.load)
    found = evening.sheet().session_id or ""
    summary = finishing.finish(evening.store, evening.library, evening.now, found, 7, "")
    assert [number(each) for each in summary.bests if "e1RM" in each] == [said]


SETS = st.tuples(
    st.sampled_from((40, 42.5, 60)), st.integers(1, 15), st.sampled_from(("", "@10", "@8.5", "@6", "@5"))
)


@settings(max_examples=25, deadline=None)
@given(st.lists(SETS, min_size=1, max_size=6))
def test_the_store_finds_the_largest_estimate_by_the_same_rule(sets: list[tuple[float, int, str]]) -> None:
    evening = Evening()
    bench(evening, *(f"{load:g}x{reps}{effort}" for load, reps, effort in sets))
    found = reads_bests.best_sets(evening.store, "bench_press")
    known = [set_estimate(load, reps, float(effort[1:]) if effort else None) for load, reps, effort in sets]
    largest = max((each.load for each in known if each is not None), default=None)
    assert found is not None
    assert found.estimate_kg == (None if largest is None else pytest.approx(largest))


def test_the_set_that_is_asked_is_judged_by_its_asked_reserve() -> None:
    evening = Evening()
    evening.follow()
    assert evening.block("Bench press").estimate == "e1RM 76 kg, Epley"  # 60 · (1 + (6 + 2)/30)
