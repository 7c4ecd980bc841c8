"""The chart's axes, gaps and room."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.trend import Series, daily
from hybrid_tui.formats.chart import chart, drawn_words, frame_of, legend, reading
from hybrid_tui.formats.chart_axes import day_ticks, scale_of

FIRST = date(2026, 11, 2)
NUMBERS = st.lists(st.floats(-1e6, 1e6, allow_nan=False), min_size=1, max_size=20)


@settings(max_examples=200)
@given(NUMBERS)
def test_a_scale_holds_all_values_between_round_ticks(values: list[float]) -> None:
    scale = scale_of(values)
    slack = 1e-6 + 1e-8 * scale.step  # what is nearly a round number counts as one
    assert scale.low <= min(values) + slack
    assert scale.high >= max(values) - slack
    assert 2 <= len(scale.ticks) <= 6


@settings(max_examples=100)
@given(NUMBERS, st.integers(2, 6))
def test_a_second_axis_has_as_many_steps_as_the_first(values: list[float], steps: int) -> None:
    scale = scale_of(values, steps=steps)
    assert scale.steps == steps
    assert scale.low <= min(values) + 1e-6
    assert scale.high >= max(values) - 1e-6


@settings(max_examples=100)
@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 40_000), st.integers(2, 20))
def test_dates_are_named_in_order_and_never_more_than_have_room(first: date, days: int, most: int) -> None:
    last = first + timedelta(days=min(days, (date(2150, 1, 1) - first).days))
    ticks = [day for day, _ in day_ticks(first, last, most)]
    assert len(ticks) <= most
    assert ticks == sorted(set(ticks))
    assert all(first <= day <= last for day in ticks)


def a_series(values: dict[int, float], join_days: int = 28, unit: str = "") -> Series:
    points = daily({FIRST + timedelta(days=day): value for day, value in values.items()})
    return Series(name="x", title="X", unit=unit, points=points, join_days=join_days)


def drawn(*series: Series, days: int = 28, height: int = 12) -> list[str]:
    frame = frame_of(series, FIRST, FIRST + timedelta(days=days - 1), 60, height)
    lines = chart(frame, plain=True)
    assert all(len(line.text) == 60 for line in lines)
    assert len(lines) <= height
    return [line.text for line in lines]


def test_gaps_stay_gaps() -> None:
    marks = sum(line.count("*") for line in drawn(a_series({0: 10.0, 20: 10.0}, 1)))
    joined = sum(line.count("*") for line in drawn(a_series({0: 10.0, 20: 10.0}, 28)))
    assert marks == 2
    assert joined > 30


def test_axes_name_values_at_equal_distances_and_dates() -> None:
    lines = drawn(a_series({0: 60.0, 27: 80.0}))
    for said in ("2 Nov", "9 Nov", "16 Nov", "23 Nov"):
        assert said in lines[-1]
    named = [row for row, line in enumerate(lines[:-2]) if line[:3].strip()]
    assert len({after - before for before, after in pairwise(named)}) == 1
    assert [lines[named[0]][:3], lines[named[-1]][:3]] == ["80 ", "60 "]


def test_two_units_have_an_axis_each_and_one_unit_has_one() -> None:
    squat = a_series({0: 100.0, 27: 110.0}, unit="kg")
    two = drawn(squat, a_series({0: 6.0, 27: 9.0}, unit="h"))
    assert two[0].rstrip()[-1].isdigit()
    assert "o" in "".join(two)
    one = drawn(squat, a_series({0: 90.0, 27: 95.0}, unit="kg"))
    assert all(line.rstrip()[-1:] in "*o.·" for line in one[:-2])


def test_the_second_line_is_dotted_so_that_it_is_told_without_colour() -> None:
    def dots(*series: Series) -> int:
        frame = frame_of(series, FIRST, FIRST + timedelta(days=27), 60, 12)
        text = "".join(line.text for line in chart(frame))
        return sum((ord(sign) - 0x2800).bit_count() for sign in text if 0x2800 < ord(sign) < 0x2900)

    low, high = a_series({0: 1.0, 27: 1.0}), a_series({0: 9.0, 27: 9.0})
    assert dots(low) * 1.4 < dots(low, high) < dots(low) * 1.6
    assert [legend([low, high], "all", 60)[who].text[:2] for who in (0, 1)] == ["━━", "··"]
    frame = frame_of([low, high], FIRST, FIRST + timedelta(days=27), 60, 12)
    assert reading([low, high], FIRST, frame, plain=True).text.rstrip() == "Mon 2 Nov 2026   ** 1   oo 9"


def test_many_days_in_a_dot_are_drawn_as_their_mean() -> None:
    up_and_down = a_series({day: 10.0 * (day % 2) for day in range(2000)})
    frame = frame_of([up_and_down], FIRST, FIRST + timedelta(days=1999), 60, 12)
    values = [point.value for run in frame.runs[0] for point in run]
    assert all(4 <= value <= 6 for value in values)
    assert len(values) <= 2 * frame.width + 1
    assert frame.runs[0][0][0].day >= FIRST
    weekly = a_series({7 * day: 1.0 * day for day in range(26)}, 7)
    assert len(frame_of([weekly], FIRST, FIRST + timedelta(days=181), 42, 12).runs[0]) == 1
    assert drawn_words(frame) == "drawn as means of 19 days"
