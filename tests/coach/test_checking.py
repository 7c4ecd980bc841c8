"""A year of each shelf programme put to the training rules: what is planned never holds a block."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import checking, moving
from hybrid_tui.coach.programmes import read_text
from hybrid_tui.domain.exercise import Exercise
from hybrid_tui.domain.interference.findings import Severity
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.workout import SetsLine
from tests.coach.diary import LIBRARY

SHELF = LIBRARY.programme_ids


@pytest.mark.parametrize("name", SHELF)
def test_a_year_as_planned_holds_no_block(name: str) -> None:
    programme = read_text(LIBRARY, LIBRARY.programme_text(name))
    weeks = checking.check(programme, LIBRARY.catalogue, {}, weeks=52)
    assert len(weeks) == 52
    assert not checking.blocks(weeks)
    assert not [each for week in weeks for each in week.findings if each.severity is Severity.WARN]


def test_a_race_shapes_the_week_before_it() -> None:
    text = """# Race
weeks: 2
race 2027-04-11 10km

## mon  Easy
easy run: 30m @easy

## fri  Hills
hill sprint: 8x(12s @9 hill 8% / 90s walk)
"""
    weeks = checking.check(parse_programme(text, names=LIBRARY.catalogue), LIBRARY.catalogue, {})
    assert [week.first for week in weeks] == [date(2027, 3, 29), date(2027, 4, 5)]
    assert [[each.id for each in week.findings if each.id == "CT-31"] for week in weeks] == [[], ["CT-31"]]


@settings(max_examples=9, deadline=None)
@given(st.sampled_from(SHELF), st.integers(min_value=1, max_value=6))
def test_a_week_is_judged_the_same_however_far_one_looks(name: str, count: int) -> None:
    programme = read_text(LIBRARY, LIBRARY.programme_text(name))
    few = checking.check(programme, LIBRARY.catalogue, {}, weeks=count)
    more = checking.check(programme, LIBRARY.catalogue, {}, weeks=count + 3)
    assert more[: len(few)] == few


def test_the_next_free_day_asks_for_nothing() -> None:
    from hybrid_tui.domain.programme.schedule import begin_on, planned_sessions

    monday = date(2026, 11, 23)
    plan = begin_on("x", read_text(LIBRARY, LIBRARY.programme_text("hill-iron-4")), monday)
    for offset in range(14):
        first = monday + timedelta(days=offset)
        free = moving.next_free(plan, first, frozenset())
        assert free >= first
        assert planned_sessions(plan, free, free) == ()


@pytest.mark.parametrize("programme_id", SHELF)
def test_a_programme_asks_for_nothing_but_what_it_says_is_needed(programme_id: str) -> None:
    """A low bar stands in for a sturdy table, and a towel lies in every house."""
    catalogue = LIBRARY.catalogue
    programme = parse_programme(LIBRARY.programme_text(programme_id), names=catalogue)
    owned = frozenset(programme.equipment) | {"table", "towel", "chair"}
    for lines in (*(day.lines for day in programme.days), *(block.lines for block in programme.blocks)):
        for line in lines:
            known = catalogue.get(line.exercise) if isinstance(line, SetsLine) else None
            if isinstance(known, Exercise):
                assert known.possible_with(owned), f"{known.name}"
