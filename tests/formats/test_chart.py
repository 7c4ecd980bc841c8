"""The chart's axes, gaps and room."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.trend import Series, daily
from hybrid_tui.formats.chart import chart, scale_of

FIRST = date(2026, 11, 2)
NUMBERS = st.lists(st.floats(-1e6, 1e6, allow_nan=False), min_size=1, max_size=20)


@settings(max_examples=200)
@given(NUMBERS)
def test_a_scale_holds_all_values_between_round_ticks(values: list[float]) -> None:
    scale = scale_of(values)
    assert scale.low <= min(values) + 1e-6
    assert scale.high >= max(values) - 1e-6
    assert 2 <= len(scale.ticks) <= 6


def drawn(values: dict[int, float], join_days: int) -> list[str]:
    points = daily({FIRST + timedelta(days=day): value for day, value in values.items()})
    series = Series(name="x", title="X", unit="", points=points, join_days=join_days)
    lines = chart([series], FIRST, FIRST + timedelta(days=27), 60, 12, plain=True)
    assert all(len(line.text) == 60 for line in lines)
    return [line.text for line in lines]


def test_gaps_stay_gaps() -> None:
    marks = sum(line.count("*") for line in drawn({0: 10.0, 20: 10.0}, 1))
    joined = sum(line.count("*") for line in drawn({0: 10.0, 20: 10.0}, 28))
    assert marks == 2
    assert joined > 30


def test_axes_name_values_and_dates() -> None:
    text = "\n".join(drawn({0: 60.0, 27: 80.0}, 28))
    for said in ("60", "70", "80", "2 Nov", "29 Nov"):
        assert said in text
