"""A step that was run, corrected afterwards."""

from __future__ import annotations

import pytest

from hybrid_tui.coach.past_steps import read_length


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("11.8", 11.8), ("11,8 s", 11.8), ("1:52", 112.0), ("1:02:03", 3723.0), ("x", None), (" X ", None)],
)
def test_lengths_as_typed(typed: str, seconds: float | None) -> None:
    assert read_length(typed) == seconds


@pytest.mark.parametrize("typed", ["", "fast", "0", "-3", "nan", "inf", "1:2:3:4:5:6", "99999999"])
def test_what_is_no_length_is_said(typed: str) -> None:
    with pytest.raises(ValueError, match=r"length|step"):
        read_length(typed)
