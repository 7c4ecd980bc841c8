"""One cell of a line that is drawn already."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.formats.week_canvas import Canvas, Line, marked

WORDS = st.lists(
    st.tuples(st.text("abc·", min_size=1, max_size=6), st.sampled_from(("bar", "now"))), max_size=6
)


def drawn(words: list[tuple[str, str]], *, mark: int | None = None) -> Line:
    canvas, end = Canvas(40), 0
    for text, role in words:
        end = canvas.put(text, role, end)
    if mark is not None:
        canvas.lay("cell", mark, mark + 1)
    return canvas.line(spare=3)


def by_cell(line: Line) -> list[tuple[str, str, str]]:
    return [(sign, span.role, span.ground) for span in line.spans for sign in span.text]


@settings(max_examples=100)
@given(WORDS, st.integers(-2, 45))
def test_a_marked_line_is_the_one_drawn_with_the_mark(words: list[tuple[str, str]], cell: int) -> None:
    found = marked(drawn(words), cell, ground="cell")
    assert by_cell(found) == by_cell(drawn(words, mark=cell))
    assert found.spare == 3
    assert all(span.text for span in found.spans)


def test_a_mark_may_have_its_own_sign_and_role() -> None:
    found = marked(drawn([("abc", "bar")]), 1, sign="━", role="now")
    assert by_cell(found)[:3] == [("a", "bar", ""), ("━", "now", ""), ("c", "bar", "")]
