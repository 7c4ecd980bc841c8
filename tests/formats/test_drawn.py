"""A page that is drawn again in part is the page drawn whole."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import weeks
from hybrid_tui.domain.day_numbers import MEASURES, DayNumbers
from hybrid_tui.formats.calendar_page import month_page, month_span, year_page
from hybrid_tui.formats.drawn import Drawn
from hybrid_tui.formats.week_canvas import Line
from hybrid_tui.formats.week_lines import page
from hybrid_tui.formats.week_shape import Cursor, Shape
from hybrid_tui.store.database import open_memory
from tests.coach.diary import LIBRARY, SUNDAY, add_week, moment_on
from tests.fixed_clock import FixedClock

YEAR = date(2026, 1, 1)
TODAY = date(2026, 8, 20)


def days(first: date, last: date) -> tuple[DayNumbers, ...]:
    return tuple(
        DayNumbers(
            day=first + timedelta(days=n),
            sessions=n % 3,
            load=float(n % 7 * 40),
            sets=n % 5,
            readiness=n % 100,
        )
        for n in range((last - first).days + 1)
    )


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 364), st.sampled_from((0, 3)), st.booleans()), max_size=6))
def test_calendars_keep_what_a_key_does_not_change(steps: list[tuple[int, int, bool]]) -> None:
    year, month = Drawn(), Drawn()
    of_year = days(YEAR, date(2026, 12, 31))
    for offset, measure, airy in steps:
        at, number = YEAR + timedelta(days=offset), MEASURES[measure]
        whole = year_page(of_year, number, 118, today=TODAY, cursor=at, airy=airy)
        kept = year.of(of_year, measure)
        assert year_page(of_year, number, 118, today=TODAY, cursor=at, airy=airy, drawn=kept) == whole
        of_month = days(*month_span(at))
        alone = month_page(of_month, at, number, 118, today=TODAY, cursor=at, airy=airy)
        kept = month.of(of_month, measure, at.month)
        assert month_page(of_month, at, number, 118, today=TODAY, cursor=at, airy=airy, drawn=kept) == alone


def test_what_shows_something_else_is_drawn_anew() -> None:
    drawn = Drawn()
    asked: list[int] = []

    def draw(number: int) -> list[Line]:
        asked.append(number)
        return []

    for number, shown in enumerate(("a", "a", "b", "a")):
        drawn.of(shown, 1).once("line", partial(draw, number))
    assert asked == [0, 2, 3]


def test_a_week_keeps_what_a_key_does_not_change() -> None:
    with closing(open_memory(clock=FixedClock())) as store:
        add_week(store)
        view = weeks.week(store, LIBRARY, moment_on(SUNDAY))
    drawn = Drawn()
    for compare in (False, True):
        for day, row in ((2, 0), (2, 1), (3, 1), (2, 1), (7, 4), (2, 0)):
            shape = Shape(width=118, tall=True, chart=True, compare=compare, cursor=Cursor(day=day, row=row))
            kept = drawn.of(view, replace(shape, cursor=None))
            assert page(view, shape, kept) == page(view, shape)
