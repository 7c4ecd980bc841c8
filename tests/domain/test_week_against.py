"""What a week is held against."""

from __future__ import annotations

import pytest

from hybrid_tui.domain.week_against import WeekFigures, mean_of


def test_the_mean_is_taken_over_the_weeks_in_which_a_figure_is_known() -> None:
    found = mean_of(
        [
            WeekFigures(runs=2, load=1200, sleep_minutes=420, muscles={"quads": 8.0, "lats": 4.0}),
            WeekFigures(runs=3, load=None, sleep_minutes=None, muscles={"quads": 9.0}),
            WeekFigures(runs=2, load=1000, sleep_minutes=450),
            WeekFigures(runs=2, load=800, contacts=30),
        ]
    )
    assert (found.weeks, found.runs, found.contacts) == (4, 2.25, 7.5)
    assert (found.load, found.sleep_minutes, found.monotony) == (1000, 435, None)
    # A muscle that was not trained in a week had no set, which is known.
    assert found.muscles == {"quads": 4.25, "lats": 1.0}


def test_no_week_has_no_mean() -> None:
    with pytest.raises(ValueError, match="no week"):
        mean_of([])
