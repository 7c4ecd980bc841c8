"""The week as plain lines, for every width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybrid_tui.coach import moving, past, weeks
from hybrid_tui.domain.interference.findings import Finding, Severity
from hybrid_tui.domain.week_sources import parts_of
from hybrid_tui.domain.week_view import WeekView
from hybrid_tui.formats.week_canvas import Canvas, Line, cells, fitted, shorten
from hybrid_tui.formats.week_cells import ROWS, signed
from hybrid_tui.formats.week_lines import page
from hybrid_tui.formats.week_marks import LEGEND, MARKS
from hybrid_tui.formats.week_shape import Cursor, Shape
from hybrid_tui.formats.week_spots import moved
from hybrid_tui.formats.week_terms import definition, total_words
from hybrid_tui.formats.week_text import ASCII as SPELT
from hybrid_tui.formats.week_text import as_text, lay_out
from hybrid_tui.store.database import Store, open_memory
from tests.coach.diary import LIBRARY, MONDAY, SUNDAY, add_plan, add_session, add_week, key, moment_on
from tests.domain.sessions import easy
from tests.fixed_clock import FixedClock


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory(clock=FixedClock())
    add_week(opened)
    yield opened
    opened.close()


@pytest.fixture
def view(store: Store) -> WeekView:
    return weeks.week(store, LIBRARY, moment_on(SUNDAY))


@pytest.mark.parametrize("width", [40, 48, 60, 77, 78, 90, 103, 114, 160, 200])
def test_no_line_is_wider_than_asked(view: WeekView, width: int) -> None:
    assert max(cells(line) for line in as_text(view, width).splitlines()) <= width


@pytest.mark.parametrize("width", [48, 78, 114])
def test_ascii_is_ascii(view: WeekView, width: int) -> None:
    assert as_text(view, width, ascii=True).isascii()


@pytest.mark.parametrize("width", [48, 78, 114])
def test_nothing_can_steer_the_terminal(view: WeekView, width: int) -> None:
    hostile = Finding(
        id="CT-22", severity=Severity.HINT, day=MONDAY, sentence="\x1b[31mquads [/] 2", mend="add\x07 one"
    )
    text = as_text(replace(view, findings=(hostile,)), width)
    assert not {"\x1b", "\x07"} & set(text)
    assert "[/]" in text or width < 50


def test_values_share_one_right_edge_a_day(view: WeekView) -> None:
    lines = as_text(view, 114).splitlines()
    heads = next(line for line in lines if "Mon 23" in line)
    edge = heads.index("Wed 25") + len("Wed 25")
    load = next(line for line in lines if line.startswith("load"))
    run = next(line for line in lines if line.startswith("run"))
    assert load[:edge].endswith("450")
    assert run[:edge].endswith("8 × 12 s")
    assert run[edge : edge + 2] == " ✓"


def test_marks_tell_done_part_missed_and_to_come(store: Store) -> None:
    def row(name: str, today_after: int) -> str:
        found = weeks.week(store, LIBRARY, moment_on(MONDAY + timedelta(days=today_after)))
        return next(line for line in as_text(found, 114).splitlines() if line.startswith(name))

    assert "easy 35m –" in row("run", 6)
    assert "easy 35m –" not in row("run", 3)
    assert "easy 35m" in row("run", 3)
    assert "full ◐" in row("lift", 6) or "lower ◐" in row("lift", 6)
    assert "rest" in row("run", 6)
    assert "~" in row("load", 3)


def test_a_number_never_loses_its_end(store: Store) -> None:
    past.delete_session(store, LIBRARY, moment_on(SUNDAY), "sat")
    for width in range(78, 130):
        found = weeks.week(store, LIBRARY, moment_on(MONDAY + timedelta(days=2)))
        line = next(each for each in as_text(found, width).splitlines() if each.startswith("load"))
        total = round(found.week.totals.load or 0) + round(found.to_come)
        whole = line.split()[-1].lstrip("/")
        assert abs(int(whole) - total) <= 1


def test_unknown_loads_are_a_dash_and_the_sum_says_what_is_known(view: WeekView) -> None:
    line = next(line for line in as_text(view, 114).splitlines() if line.startswith("load"))
    assert "–" in line
    assert line.endswith("810 known")


def test_the_bars_show_the_band_without_colour(view: WeekView) -> None:
    lines = as_text(view, 114).splitlines()
    assert any(" quads " in line and "━" in line and "─" in line for line in lines)


def test_a_muscle_that_a_finding_names_is_marked(view: WeekView) -> None:
    finding = Finding(
        id="CT-22", severity=Severity.HINT, day=MONDAY, sentence="chest 2 sets this week", mend="one more"
    )
    lines = as_text(replace(view, findings=(finding,)), 114).splitlines()
    assert any("! chest" in line for line in lines)
    assert any(line.startswith("! Chest 2 sets this week. One more.") for line in lines)
    assert any(line.endswith("hint CT-22") for line in lines)


@pytest.mark.parametrize(
    ("weeks_off", "said"), [(-30, "Nothing was logged"), (0, "Nothing yet"), (4, "Nothing is planned")]
)
def test_an_empty_week_says_what_to_do_next(weeks_off: int, said: str) -> None:
    with_nothing = open_memory(clock=FixedClock())
    first = MONDAY + timedelta(days=7 * weeks_off)
    found = weeks.week(with_nothing, LIBRARY, moment_on(MONDAY), first)
    for width in (48, 78, 114):
        assert said in as_text(found, width)
    with_nothing.close()


def test_the_chart_is_as_high_as_the_loads(view: WeekView) -> None:
    shape = Shape(width=114, tall=True, chart=True)
    drawn = [line.text for line in page(view, shape).lines]
    edge = shape.edge(2)
    assert sum(text[edge - 5 : edge] == "█████" for text in drawn) == 4
    edge = shape.edge(0)
    assert sum(text[edge - 5 : edge].strip() != "" and text[edge - 1] in "▁▂▃▄▅▆▇█" for text in drawn) >= 3


@given(st.lists(st.integers(0, 7), max_size=30), st.integers(1, 30))
@settings(max_examples=100)
def test_what_stays_is_in_order_and_fits(spares: list[int], height: int) -> None:
    lines = [Line(spare=spare) for spare in spares]
    kept = fitted(lines, height)
    stay = sum(line.spare == 0 for line in lines)
    assert len(kept) == max(stay, min(len(lines), height))
    places = [next(n for n, each in enumerate(lines) if each is line) for line in kept]
    assert places == sorted(places)
    if len(lines) > height and any(line.spare == 0 for line in lines):
        lost = [line.spare for line in lines if not any(line is each for each in kept)]
        assert all(spare >= max((line.spare for line in kept), default=0) for spare in lost if spare)


@given(st.text(max_size=60), st.integers(0, 30))
@settings(max_examples=150)
def test_a_shortened_text_fits(text: str, room: int) -> None:
    assert cells(shorten(text, room)) <= max(room, 0) or cells(text) <= room


def test_a_canvas_leaves_out_what_stands_outside() -> None:
    canvas = Canvas(5)
    canvas.put_right("123456", "value", 5)
    assert canvas.line().text == "23456"


@pytest.mark.parametrize(("amount", "said"), [(0, "="), (2, "+2"), (-0.5, "-0.5"), (0.001, "=")])
def test_differences_are_signed(amount: float, said: str) -> None:
    assert signed(amount) == said


def test_each_end_of_a_session_has_a_sign_of_its_own_also_in_ascii() -> None:
    signs = [sign for sign, _ in LEGEND]
    assert len(set(signs)) == len(LEGEND) == 7
    assert len({sign.translate(SPELT) for sign in signs}) == 7
    assert set(MARKS.values()) < set(signs)


def test_a_session_let_go_for_travel_is_excused_and_one_without_a_reason_is_skipped() -> None:
    planned = open_memory(clock=FixedClock())
    add_plan(planned)
    for number, reason in ((1, "travel"), (5, "")):
        moving.skip(planned, LIBRARY, moment_on(MONDAY), key(number), reason)
    text = as_text(weeks.week(planned, LIBRARY, moment_on(MONDAY)), 114)
    assert "lower ~" in text
    assert "easy 35m –" in text
    assert "upper □" in text
    planned.close()


@pytest.mark.parametrize("width", [48, 78, 114, 194])
def test_every_number_that_stands_is_explained_and_says_what_it_is_made_of(
    view: WeekView, width: int
) -> None:
    cursor = Cursor(day=2)
    lines = lay_out(view, Shape(width=width, tall=width > 100, cursor=cursor)).lines
    figures = {spot.figure for line in lines for spot in line.spots if spot.figure}
    assert {"quads", "chest", "sprint seconds", "contacts", "sessions"} <= figures
    whole = {each for each in figures if not each.startswith(("day ", "finding "))} | set(ROWS)
    whole |= {"monotony", "strain", "weeks kept"}
    for figure in whole:
        assert len(definition(figure)) > 20
        assert total_words(view, figure)
        parts_of(view.week, figure)
    # From the top number every other is reached by going down and to the right.
    at: Cursor | None = Cursor(day=0, figure="sessions")
    seen: set[str] = set()
    while at is not None:
        beside: Cursor | None = at
        while beside is not None:
            seen.add(beside.figure)
            beside = moved(lines, beside, 1, 0)
        beside = at
        while beside is not None:
            seen.add(beside.figure)
            beside = moved(lines, beside, -1, 0)
        at = moved(lines, at, 0, 1)
    assert figures <= seen


def test_a_finding_is_never_cut(view: WeekView) -> None:
    long = Finding(
        id="CT-02",
        severity=Severity.WARN,
        day=MONDAY,
        sentence=" ".join(["word"] * 30),
        mend="move it to Fri",
    )
    for width in (48, 78, 114):
        text = " ".join(as_text(replace(view, findings=(long,)), width).split())
        assert text.replace("CT-02 ", "").replace("warn ", "").casefold().count("word") == 30
        assert "Move it to Fri." in text.replace("CT-02 ", "").replace("warn ", "")


def test_a_measured_run_says_its_kilometres_and_pace() -> None:
    run = replace(easy(40), intervals=tuple(replace(i, metres=6540.0) for i in easy(40).intervals))
    known = open_memory(clock=FixedClock())
    add_session(known, "run", MONDAY, run, minutes=45, rpe=3)
    view = weeks.week(known, LIBRARY, moment_on(SUNDAY))
    assert [part.made for part in parts_of(view.week, "km")] == ["6:07 /km"]
    lines = as_text(view, 114).splitlines()
    row = next(line for line in lines if line.startswith("km"))
    assert row.split()[:4] == ["km,", "pace", "6.5", "6:07"]
    assert row.split()[-1] == "6.5"
    known.close()
