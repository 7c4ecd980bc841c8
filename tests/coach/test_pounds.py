"""The past in pounds, for those who chose them: shown as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybrid_tui.coach.best_list import best_list, keep_bests
from hybrid_tui.coach.report import report
from hybrid_tui.coach.reviewing import review
from hybrid_tui.coach.trends import trend
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.pounds import pounds
from hybrid_tui.domain.programme.weights import kilograms, read_load
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.formats.bests_page import amount, best_rows, bests_page, said
from hybrid_tui.formats.report_html import as_html
from hybrid_tui.formats.sheet_text import as_text
from hybrid_tui.formats.week_cells import signed
from hybrid_tui.store import writes
from hybrid_tui.store.database import Store, open_memory
from tests.coach.diary import LIBRARY, MONDAY, SUNDAY, add_plan, add_session, moment_on
from tests.domain.sessions import sets
from tests.fixed_clock import FixedClock

NOW = moment_on(SUNDAY)


def squats(load: str) -> BlockRecord:
    """Three sets of five at that load."""
    block = sets("back_squat", 5, 5, 5)
    kg = kilograms(read_load(load))
    return replace(block, sets=tuple(replace(each, load=load, load_kg=kg) for each in block.sets))


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock())
    add_plan(opened, start=MONDAY - timedelta(days=28))
    for back, load in ((4, "185lb"), (3, "190lb"), (2, "195lb"), (1, "200lb")):
        day = MONDAY - timedelta(days=7 * back)
        add_session(opened, f"s{back}", day, squats(load))
    with opened.write("pounds") as writer:
        writes.save_setting(writer, "units", "lb")
    yield opened
    opened.close()


@given(st.integers(1, 8000).map(lambda quarters: quarters / 4))
def test_a_load_that_was_written_in_pounds_comes_back_as_it_was(lb: float) -> None:
    assert pounds(kilograms(read_load(f"{lb:g}lb")) or 0.0) == pytest.approx(lb, abs=0.0005)


def test_bests_say_pounds_everywhere(store: Store) -> None:
    found = best_list(store, LIBRARY, NOW)
    mark = found[0].marks["5"]
    assert (amount(mark), mark.unit) == ("200", "lb")
    assert said("e1RM", found[0].marks["e1RM"]) == "e1RM 246.7 lb (Epley), from 200 lb × 5 @8"
    assert "pounds" in as_text(bests_page(found, 80, today=SUNDAY))
    row = next(each for each in best_rows(found) if each[2] == "5")
    assert row[3:7] == (200.0, "lb", 5, 90.7185)
    # What is kept for the next visit is read back the same.
    keep_bests(store, LIBRARY, NOW)
    assert best_list(store, LIBRARY, NOW) == found


def test_trends_review_and_report_say_pounds(store: Store) -> None:
    first = MONDAY - timedelta(days=60)
    squat = trend(store, LIBRARY, NOW, "best back squat", first, SUNDAY)
    assert squat.unit == "lb"
    assert [squat.words(point.value) for point in squat.points] == [
        "185.0 lb",
        "190.0 lb",
        "195.0 lb",
        "200.0 lb",
    ]
    assert trend(store, LIBRARY, NOW, "load", first, SUNDAY).unit == "AU"
    found = review(store, LIBRARY, NOW)
    assert found is not None
    assert [(lift.unit, signed(lift.percent)) for lift in found.lifts] == [("lb e1RM", "+5.26")]
    page = as_html(report(store, LIBRARY, NOW, first, SUNDAY))
    assert "Back squat, e1RM (Epley), lb" in page
    assert "kg" not in page.split("<style>")[1].split("</style>")[1].split("<h2>Sessions")[0]


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("lod", "load"),
        ("sets qads", "quads"),
        ("bck squat", "back squat"),
        ("e1rm bench pres", "bench press"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest(store: Store, wrong: str, near: str) -> None:
    with pytest.raises(NotationError) as told:
        trend(store, LIBRARY, NOW, wrong, MONDAY, SUNDAY)
    assert near in told.value.hint.partition("?")[0]
