"""Cells that a spreadsheet cannot run."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.formats.csv_cells import as_csv, cell

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With what a formula can begin, in East Asian settings too."""


def test_numbers_stay_numbers_and_unknown_stays_empty() -> None:
    assert (
        as_csv(["a", "b", "c", "d"], [(1, -2.5, None, date(2026, 11, 25))]) == "a,b,c,d\n1,-2.5,,2026-11-25\n"
    )


@settings(max_examples=100)
@given(st.text(max_size=20), st.sampled_from([*FORMULA_SIGNS, ""]))
def test_no_text_begins_as_a_formula(text: str, sign: str) -> None:
    assert not cell(sign + text).startswith(FORMULA_SIGNS)
    assert cell(sign + text).endswith(sign + text)
