from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.text import FORBIDDEN, MARKS_IN_A_ROW, clean

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("back squat", "back squat"),
        ("e\u0301te\u0301", "\u00e9t\u00e9"),
        ("a\tb\nc\r\nd", "a b c d"),
        ("a\x00b\x07c\x7fd\x85e", "abcd e"),
        ("red \x1b[31mtext\x1b[0m", "red text"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPpayload\x1b\\after", "after"),
        ("\x9b31mred", "red"),
        ("\x1bcreset \x1b(Bset", "reset set"),
        ("cut \x1b]0;never closed", "cut "),
        ("right\u202eleft\u2066\u200e\u061c", "rightleft"),
        ("zero\u200bwidth\ufeff\u2060\u200c", "zerowidth"),
        (f"family {FAMILY}", f"family {FAMILY}"),
        ("a\u200db", "ab"),
        ("lone \ud800 half", "lone  half"),
        ("note\ufff9x\ufffb", "notex"),
        ("z" + "\u0316" * 30, "z" + "\u0316" * MARKS_IN_A_ROW),
        ("squat [x] [/] [70%]", "squat [x] [/] [70%]"),
    ],
)
def test_text_is_cleaned(given_text: str, kept: str) -> None:
    assert clean(given_text) == kept


def test_newlines_are_kept_on_request() -> None:
    assert clean("a\r\nb\rc\u2028d\te", newlines=True) == "a\nb\nc\nd e"


def test_the_length_is_capped() -> None:
    assert clean("x" * 5000) == "x" * 4000
    assert clean("\x1b[31m" + "x" * 50, limit=10) == "x" * 10


nasty = st.lists(
    st.one_of(
        st.characters(),
        st.sampled_from(
            ["\x1b[", "\x1b]", "\x1bP", "\x1b\\", "\x9b", "\x9d", "\x07", "\u200d", "\u0301", "\u0316", "31m"]
        ),
        st.sampled_from(
            ["\U0001f468", "\ufe0f", "\u1100", "\u1161", "\u202e", "\ud800", "\r", "\n", "e", "\u0345"]
        ),
    ),
    max_size=30,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(nasty, st.booleans(), st.integers(0, 40))
def test_cleaning_twice_changes_nothing_and_leaves_nothing_forbidden(
    text: str, newlines: bool, limit: int
) -> None:
    cleaned = clean(text, newlines=newlines, limit=limit)
    assert clean(cleaned, newlines=newlines, limit=limit) == cleaned
    assert len(cleaned) <= limit
    assert not re.search(f"[{FORBIDDEN}\t]", cleaned)
    assert newlines or "\n" not in cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    row = 0
    for character in cleaned:
        row = row + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        assert row <= MARKS_IN_A_ROW


def test_nothing_that_is_printable_is_forbidden() -> None:
    printable = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    assert not re.search(f"[{FORBIDDEN}]", printable)
