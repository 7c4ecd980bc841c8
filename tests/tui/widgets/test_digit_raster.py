from __future__ import annotations

from itertools import combinations

import pytest

from hybrid_tui.tui.widgets.digit_raster import Box, fit, raster
from hybrid_tui.tui.widgets.digits import face, last_change, pattern

ON = {quadrant: number for number, quadrant in enumerate(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")}
SIZES = [(39, 24), (31, 24), (23, 14), (13, 11), (9, 6), (8, 6), (7, 6)]


def bits(sign: str, columns: int, rows: int) -> int:
    """All quadrants of a digit as one number."""
    whole = 0
    for row in raster(sign, Box(columns=columns, rows=rows)):
        for cell in row:
            whole = whole << 4 | ON[cell]
    return whole


@pytest.mark.parametrize(
    ("text", "columns", "rows", "box"),
    [
        ("00", 114, 24, (39, 24)),
        ("00", 78, 14, (23, 14)),
        ("00", 48, 11, (18, 11)),
        ("0:00", 114, 24, (31, 24)),
        ("0:00", 78, 14, (21, 14)),
        ("0:00", 48, 11, (13, 11)),
        ("00:00", 78, 14, (16, 13)),
        ("00:00", 48, 11, (10, 8)),
        ("0:00:00", 114, 24, (17, 14)),
        ("0:00:00", 78, 14, (12, 10)),
        ("0:00:00", 48, 11, (7, 6)),
        ("0:00", 34, 6, (9, 6)),
    ],
)
def test_the_largest_box_that_fits(text: str, columns: int, rows: int, box: tuple[int, int]) -> None:
    found = fit(text, columns, rows)
    assert found is not None
    assert (found.columns, found.rows) == box
    assert found.width(text) <= columns


def test_no_box_fits_where_there_is_no_room() -> None:
    assert fit("0:00:00", 12, 3) is None


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_every_digit_fills_its_box_and_differs_from_the_others(columns: int, rows: int) -> None:
    for sign in "0123456789:":
        drawn = raster(sign, Box(columns=columns, rows=rows))
        assert len(drawn) == rows
        assert {len(row) for row in drawn} == {Box(columns=columns, rows=rows).advance(sign)}
    shapes = {sign: bits(sign, columns, rows) for sign in "0123456789"}
    least = columns * rows * 4 // 25
    for one, other in combinations("0123456789", 2):
        assert (shapes[one] ^ shapes[other]).bit_count() >= least, (one, other)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_zero_and_eight_are_even_on_both_sides(columns: int, rows: int) -> None:
    mirrored = str.maketrans("▘▝▖▌▞▛▗▚▐▜▙▟", "▝▘▗▐▚▜▖▞▌▛▟▙")
    for sign in "08":
        for row in raster(sign, Box(columns=columns, rows=rows)):
            assert row == row[::-1].translate(mirrored)


def test_plain_digits_are_drawn_with_one_sign() -> None:
    rows = raster("7", Box(columns=9, rows=6), plain=True)
    assert set("".join(rows)) == {"#", " "}
    assert rows[0] == "#" * 9


def test_a_sign_without_a_shape_is_blank() -> None:
    assert set("".join(raster("x", Box(columns=9, rows=6)))) == {" "}


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "00"), (7, "07"), (59, "59"), (84, "1:24"), (754, "12:34"), (3723, "1:02:03")]
)
def test_seconds_are_read_as_a_clock_face(seconds: int, text: str) -> None:
    assert face(seconds) == text


def test_texts_of_one_pattern_share_a_size() -> None:
    assert pattern("1:24") == pattern("9:59") == "0:00"


def test_a_row_is_painted_up_to_its_last_change() -> None:
    assert last_change("abcd", "aXcd") == 2
    assert last_change("abcd", "abcd") == 0
