from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.domain.notation.errors import NotationError, ProgrammeErrors
from hybrid_tui.domain.notation.log_line import parse_log
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.notation.set_entry import parse_set_entry
from hybrid_tui.domain.notation.timed import parse_timed
from tests.domain.notation.test_log_line import LINES
from tests.domain.notation.test_plan_line import PRINTED, Shelf
from tests.domain.notation.test_programme_file import WINTER

SEEDS = [*PRINTED, *(text for text, _ in LINES), "82.5x5@8", "l8 r7", "w 40x5"]
PIECES = [
    *"()x@%-~[],;\":90&\tmh²٣İé🏃’″×'\n\u202e", " / ", " + ", "//", ": ", " ", "  ", "+", "\x1b[",
    "max", "bw", "rest ", "until ", "12s", "8x(", "kg", "open", "then", "to", "/week", "in ", "rpe ",
    "a side", "emom 1m: ", "# ", "## mon",
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 4))
        text = text[:at] + draw(st.sampled_from(["", *PIECES])) + text[at + cut :]
    return text


soups = st.lists(st.sampled_from([*PIECES, "squat", "5", "5,5", "80kg"]), max_size=25).map("".join)


def refusal(parse: Callable[[str], object], text: str) -> NotationError | None:
    try:
        parse(text)
    except NotationError as error:
        return error
    return None


def check_place(error: NotationError | None) -> None:
    if error is not None:
        assert 1 <= error.column <= len(error.source) + 1
        assert "\x1b" not in error.pointer()


def try_everything(text: str) -> None:
    for names in (None, Shelf()):
        with suppress(NotationError):
            line = parse_plan_line(text, names=names, typing=True)
            assert parse_plan_line(print_line(line), names=names) == line
    parsers: tuple[Callable[[str], object], ...] = (parse_timed, parse_log, parse_set_entry)
    for parse in parsers:
        check_place(refusal(parse, text))
    with suppress(ProgrammeErrors):
        parse_programme(text)


@settings(max_examples=200, deadline=None)
@given(st.one_of(mutated(), soups, st.text(max_size=60)))
def test_any_text_is_read_or_refused_with_words(text: str) -> None:
    try_everything(text)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WINTER)), st.integers(0, 40), st.sampled_from(["", *PIECES]))
def test_any_change_to_a_file_is_read_or_refused_with_words(at: int, cut: int, piece: str) -> None:
    text = WINTER[:at] + piece + WINTER[at + cut :]
    try:
        parse_programme(text)
    except ProgrammeErrors as found:
        places = [(error.line, error.column) for error in found.errors]
        assert places == sorted(places)
