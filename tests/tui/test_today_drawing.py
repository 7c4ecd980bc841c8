"""How Today looks at three sizes, in every state, with friendly and with hostile words."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from hybrid_tui.domain.set_record import BlockStatus, SetRecord
from hybrid_tui.domain.sheet import Offer, Sheet, SheetBlock, SheetSet, SheetState, Target
from hybrid_tui.tui.glyphs import ASCII, UNICODE
from hybrid_tui.tui.widgets.sheet_columns import Line, columns
from hybrid_tui.tui.widgets.sheet_rows import RowBuilder
from hybrid_tui.tui.widgets.sheet_text import cut, done_in_short, done_loads, entry_text, spell
from hybrid_tui.tui.widgets.sheet_view import Here, SheetView
from tests.tui.today_app import TodayApp, asked, empty_sheet, example_sheet, lifts, planned_sheet

SIZES = [(120, 40), (80, 24), (50, 20)]


async def screen_of(sheet: Sheet, size: tuple[int, int], *keys: str, **options: Any) -> list[str]:
    """The lines of the screen once the sheet is read and the keys are pressed."""
    app = TodayApp(sheet, **options)
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        for key in keys:
            await pilot.press(key)
        await settled(app, pilot)
        return lines_of(app)


async def settled(app: TodayApp, pilot: object) -> None:
    """Wait until every deed is done and drawn."""
    await app.workers.wait_for_complete()
    await pilot.pause()  # type: ignore[attr-defined]


def lines_of(app: TodayApp) -> list[str]:
    """What stands on the screen."""
    width, height = app.size
    strips = app.screen._compositor.render_strips(app.size)
    assert len(strips) == height
    return [strip.text[:width].ljust(width) for strip in strips]


async def test_values_stand_under_their_heads_and_names_have_room() -> None:
    lines = await screen_of(example_sheet(), (120, 40))
    head = next(line for line in lines if "last time" in line)
    bench = next(line for line in lines if "Bench press" in line[:80])
    assert bench.index("4 × 6-8") == head.index("sets") == 25
    assert bench.index("2 RIR") == head.index("effort")
    assert bench.index("62.5 kg") + 7 == head.index("load") + 4
    assert bench.index("↑ 2.5") + 5 == head.index("change") + 6
    assert bench.index("60 kg") == head.index("last time")
    blocks = (lifts()[0]._replace(position=0, name="Romanian deadlift"),)
    lines = await screen_of(example_sheet(blocks=blocks), (120, 40))
    assert any("Romanian deadlift " in line for line in lines)


async def test_sets_stand_below_the_range_they_belong_to() -> None:
    lines = await screen_of(example_sheet(), (80, 24))
    bench = next(line for line in lines if "Bench press" in line)
    first = next(line for line in lines if "1 ✓" in line)
    assert first.index(" 6 ") + 1 == bench.index("6-8")
    assert first.index("62.5 kg") == bench.index("62.5 kg")
    assert "18:42" in first


def test_that_a_load_is_asked_for_is_said_once_in_a_list_without_its_panel() -> None:
    why = "no load known yet: the first tick asks for it"
    rows = tuple(SheetSet(position=n, number=n + 1, target=Target(low=5, shown=5)) for n in range(3))
    lift = lifts()[0]._replace(position=0, sets=rows, why=why, per_side="", load_text="")
    view = SheetView(sheet=example_sheet(blocks=(lift,)), here=Here(block=0, row=0))
    said = "\n".join(rows_of(view, 80))
    assert "asks load" in said
    assert "no load" not in said
    known = view.sheet._replace(
        blocks=(
            lift._replace(
                sets=tuple(each._replace(target=Target(low=5, shown=5, load="60kg")) for each in rows),
                why="all sets hit",
            ),
        )
    )
    assert "all sets hit" in "\n".join(rows_of(view._replace(sheet=known), 80))


def rows_of(view: SheetView, width: int, fold: int = 0) -> list[str]:
    """The blocks of a view as text, a sheet that wide."""
    built = RowBuilder(view, columns(width), UNICODE, lambda _at, _zone: "18:42", panel=False, fold=fold)
    return [row.line.plain.rstrip() for row in built.rows(airy=False)]


def worked(*sets: dict[str, Any]) -> SheetBlock:
    """A lift of which these sets were done and no more are asked."""
    rows = tuple(
        SheetSet(
            position=place,
            number=place + 1,
            target=Target(low=5, shown=5),
            done=SetRecord(id=str(place), block_id="b", position=place, **each),
        )
        for place, each in enumerate(sets)
    )
    return lifts()[0]._replace(position=0, status=BlockStatus.DONE, sets=rows, sets_text="3 × 5")


@pytest.mark.parametrize("width", [80, 78, 48])
def test_a_closed_lift_tells_what_was_done_beside_what_was_asked(width: int) -> None:
    closed = worked(*({"reps": reps, "load": "82.5kg"} for reps in (5, 5, 4)))
    view = SheetView(sheet=example_sheet(blocks=(closed, *lifts()[2:])), here=Here(block=5, row=0))
    at, line = columns(width), rows_of(view, width)[0]
    assert line[at.sets :].startswith("5 5 4 ")
    assert line[at.effort :].startswith("3 × 5 ")
    assert line[: at.load].endswith(" 82.5 kg")
    opened = next(each for each in rows_of(view._replace(opened=0), width) if "Bench press" in each)
    assert opened[at.sets :].startswith("3 × 5 ")
    assert "1 done" not in "".join(rows_of(view, width, fold=2))  # alone it has its own line


def test_what_was_skipped_shares_no_line_with_what_was_done() -> None:
    ends = (BlockStatus.DONE, BlockStatus.DONE, BlockStatus.SKIPPED, BlockStatus.SKIPPED)
    ended = tuple(
        lifts()[3]._replace(position=place, name=f"Lift {place}", status=status, sets=())
        for place, status in enumerate(ends)
    )
    view = SheetView(sheet=example_sheet(blocks=(*ended, lifts()[2])), here=Here(block=5, row=0))
    assert [line.split() for line in rows_of(view, 48, fold=2)[:2]] == [
        ["✓", "2", "done", "lift", "0,", "lift", "1"],
        ["–", "2", "skipped", "lift", "2,", "lift", "3"],
    ]


@pytest.mark.parametrize("width", [80, 76, 48])
def test_one_sided_lifts_say_so_and_tell_unlike_sides_apart(width: int) -> None:
    row = lifts()[2]
    first, *others = row.sets
    done = SetRecord(id="s", block_id="b5", position=0, reps=8, right_reps=7, load="24kg")
    blocks = (row._replace(sets=(first._replace(done=done), *others)),)
    view = SheetView(sheet=example_sheet(blocks=blocks), here=Here(block=5, row=1))
    title, one, two, _ = rows_of(view, width)
    assert " a side " in title
    assert " l8 r7 " in one
    assert two.endswith("space each side") == (width > 48)


@pytest.mark.parametrize(
    ("sets", "held", "load"),
    [
        ([{"reps": 5, "load": "60kg"}, {"reps": 3, "load": "82.5kg"}], "5 3", "60-82.5 kg"),
        ([{"reps": 5, "load": "bw"}, {"reps": 3, "load": "bw+10kg"}], "5 3", "bw to +10 kg"),
        ([{"reps": 5, "load": "bw-20kg"}, {"reps": 3, "load": "bw"}], "5 3", "bw -20 to bw"),
        ([{"reps": 5, "load": "60kg"}, {"reps": 5, "load": "135lb"}], "5 5", "60 kg …"),
        ([{"reps": 8, "right_reps": 7, "load": "24kg"}, {"reps": 8, "load": "24kg"}], "8/7 8", "24 kg"),
        ([{"seconds": 45.0}, {"seconds": 40.0}], "45 40 s", ""),
        ([{"metres": 400.0, "seconds": 90.0}] * 2, "400 m 90 s, 400 m 90 s", ""),
    ],
)
def test_what_the_sets_of_a_lift_held_is_told_in_short(
    sets: list[dict[str, Any]], held: str, load: str
) -> None:
    assert (done_in_short(worked(*sets)), done_loads(worked(*sets))) == (held, load)


@pytest.mark.parametrize("size", SIZES)
async def test_every_number_of_the_block_in_hand_is_whole_at_every_size(size: tuple[int, int]) -> None:
    lines = await screen_of(example_sheet(), size)
    text = "\n".join(lines)
    for whole in ("62.5 kg", "4 × 6-8", "4 × 5-8", "2 RIR", "41:08", "4 of 17"):
        assert whole in text
    assert text.count("62.5 kg") >= 5
    assert len([line for line in lines if "▶" in line]) == 1


@pytest.mark.parametrize("width", [30, 42, 50, 72, 80, 110, 117, 200])
async def test_no_line_is_wider_than_the_screen_and_no_number_is_cut(width: int) -> None:
    block = lifts()[0]._replace(
        last="102.5 kg  12 12 12 12 12 12", load_text="102.5 kg", sets=asked((12,) * 9, "102.5kg")
    )
    lines = await screen_of(example_sheet(blocks=(block._replace(position=0),)), (width, 24))
    known = {
        "1",
        "2",
        "3",
        "4",
        "5",
        "9",
        "12",
        "102.5",
        "6-8",
        "20",
        "1.25",
        "2.5",
        "8",
        "18",
        "60",
        "0",
        "35",
    }
    known |= {
        "41:08",
        "75",
        "450",
        "240",
        "96",
        "25",
        "2026",
        "6",
        "7",
        "78",
        "76",
        "62.5",
        *(f"{n}" for n in range(20)),
    }
    for line in lines:
        assert cell_len(line.rstrip()) <= width
        assert {token.rstrip(".:-") for token in re.findall(r"\d[\d.:-]*", line)} <= known, line
    assert sum("102.5 kg" in line for line in lines) >= 10


async def test_the_panel_says_plates_reason_and_counters() -> None:
    lines = await screen_of(example_sheet(), (120, 40))
    side = "\n".join(line[80:] for line in lines)
    for words in (
        "Bench press",
        "62.5 kg on the bar",
        "20 + 1.25 a side",
        "↑ 2.5 all sets hit",
        "sprint seconds",
        "41:08",
        "4 of 17",
    ):
        assert words in side


async def test_without_the_panel_plates_and_reason_stand_beside_the_sets() -> None:
    text = "\n".join(await screen_of(example_sheet(), (80, 24)))
    assert "20 + 1.25 a side" in text
    assert "all sets hit on" in text


async def test_below_eighty_columns_what_is_done_and_what_is_short_share_lines() -> None:
    lines = await screen_of(example_sheet(new_best=""), (50, 20))
    text = "\n".join(lines)
    assert "3 done  warm-up, hill sprint, box jump" in text
    assert "Plank, cool-down" in text
    assert "last time" not in text


async def test_a_new_best_is_said_in_one_line_at_every_size() -> None:
    for size in SIZES:
        lines = await screen_of(example_sheet(), size)
        assert len([line for line in lines if "New best" in line and "62.5 kg" in line]) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_session_keeps_the_cursor_in_view(size: tuple[int, int]) -> None:
    many = tuple(
        lifts()[0]._replace(
            id=f"b{place}", position=place, name=f"Lift {place}", sets=asked((6,) * 6, "60kg")
        )
        for place in range(40)
    )
    lines = await screen_of(example_sheet(blocks=many), size, *["down"] * 21)
    cursor = next(line for line in lines if "▶" in line)
    assert "Lift 16" in cursor
    assert any("more lines" in line for line in lines)


async def test_the_wheel_looks_further_and_the_cursor_stays() -> None:
    many = tuple(lifts()[2]._replace(id=f"b{p}", position=p, name=f"Lift {p}") for p in range(40))
    app = TodayApp(example_sheet(blocks=many))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        here = app.today.view.here if app.today.view else None
        for _ in range(8):
            await pilot._post_mouse_events([mouse_scroll_down()], "SheetList", offset=(5, 8), button=0)
        await settled(app, pilot)
        assert any("Lift 20" in line for line in lines_of(app))
        assert app.today.view is not None
        assert app.today.view.here == here


def mouse_scroll_down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


@pytest.mark.parametrize("size", SIZES)
async def test_a_rest_day_says_what_to_do_and_what_is_next(size: tuple[int, int]) -> None:
    sheet = empty_sheet(
        SheetState.REST, advice=("Walk ten minutes.",), next_title="Easy run", next_day=date(2026, 11, 27)
    )
    text = "\n".join(await screen_of(sheet, size))
    for words in ("Rest day", "Walk ten minutes.", "Next: Easy run, Fri 27 Nov", "enter", "begin"):
        assert words in text


@pytest.mark.parametrize("size", SIZES)
async def test_a_day_without_a_plan_says_where_to_find_one(size: tuple[int, int]) -> None:
    text = "\n".join(await screen_of(empty_sheet(SheetState.FREE), size))
    assert "5 Plan" in text
    assert "begins a free session" in text


async def test_an_empty_session_says_how_to_fill_it() -> None:
    text = "\n".join(await screen_of(empty_sheet(SheetState.OPEN, session_id="s"), (80, 24)))
    assert "adds an exercise" in text


async def test_a_finished_session_shows_its_words_and_advice() -> None:
    blocks = tuple(block._replace(status=BlockStatus.DONE) for block in example_sheet().blocks)
    sheet = example_sheet(state=SheetState.DONE, blocks=blocks, rpe=7.0, advice=("Eat well.",), new_best="")
    text = "\n".join(await screen_of(sheet, (80, 24)))
    assert "RPE 7" in text
    assert "Eat well." in text
    assert "f open again" in text


async def test_the_offer_stands_above_the_list_with_its_keys() -> None:
    offer = Offer(band="reduce", why="Slept 5:10.", lines=("bench press 3 sets instead of 4",))
    lines = await screen_of(planned_sheet()._replace(offer=offer), (80, 24))
    text = "\n".join(lines)
    for words in (
        "A lighter session is offered",
        "Slept 5:10.",
        "3 sets instead of 4",
        "y takes it",
        "p keeps the plan",
    ):
        assert words in text
    where = [
        next(n for n, line in enumerate(lines) if words in line) for words in ("y takes it", "Hill sprint")
    ]
    assert where == sorted(where)


async def test_a_timed_block_in_hand_shows_its_whole_line_and_how_it_starts() -> None:
    lines = await screen_of(planned_sheet(), (80, 24))
    assert any("8m @easy + 4m drills + 3x(15s stride + 45s walk)" in line for line in lines)
    assert any("Warm-up" in line and "enter starts it" in line for line in lines)


async def test_plain_glyphs_leave_only_ascii_on_the_screen() -> None:
    for size in SIZES:
        for line in await screen_of(example_sheet(), size, ascii=True):
            assert line.isascii(), line


HOSTILE = "[red]bench[/] [@click=app.exit]x\x1b[31m \x9b5m‮ [/"


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_words_are_shown_as_words(size: tuple[int, int]) -> None:
    blocks = tuple(
        block._replace(name=HOSTILE, note=HOSTILE, why=HOSTILE, last=HOSTILE, load_text=HOSTILE, line=HOSTILE)
        for block in example_sheet().blocks
    )
    sheet = example_sheet(
        title=HOSTILE, programme=HOSTILE, note=HOSTILE, blocks=blocks, new_best=HOSTILE, place=HOSTILE
    )
    lines = await screen_of(sheet, size)
    text = "\n".join(lines)
    assert "[red]" in text
    assert "\x1b" not in text
    assert "‮" not in text


async def test_wide_letters_keep_the_columns() -> None:
    blocks = (lifts()[0]._replace(position=0, name="卧推卧推卧推卧推卧推卧推"),)
    lines = await screen_of(example_sheet(blocks=blocks), (80, 24))
    line = next(line for line in lines if "4 × 6-8" in line)
    head = next(line for line in lines if "effort" in line)
    assert cell_len(line[: line.index("4 × 6-8")]) == head.index("sets")


@given(st.text(alphabet="ab 12.5kg×-/:", max_size=40), st.integers(0, 40))
@settings(max_examples=200)
def test_a_cut_text_fits_and_never_ends_inside_a_number(text: str, cells: int) -> None:
    shown = cut(text, cells)
    assert cell_len(shown) <= max(cells, 0)
    if shown != text and shown:
        kept = shown.removesuffix("…").rstrip()
        assert text.startswith(kept)
        rest = text[len(kept) : len(kept) + 1]
        assert not (kept[-1:].isdigit() and rest.isdigit())


@given(st.integers(30, 200))
def test_columns_never_overlap(width: int) -> None:
    at = columns(width)
    assert 4 <= at.sets < at.effort < at.load <= at.change <= at.last <= width


def test_a_line_keeps_what_was_put_first() -> None:
    line = Line(20)
    line.put("first", "$text", 8)
    line.put("a long text before it", "$text", 0)
    assert str(line.content()) == "a long… first       "


def test_signs_are_spelt_in_ascii_where_they_must_be() -> None:
    assert spell("4 × 6 ↑ 2.5 · ok\nnext", ASCII) == spell("4 x 6 ^ 2.5 . ok next", UNICODE)


def test_a_done_set_opens_with_what_was_done() -> None:
    first = lifts()[0].sets[0]
    assert entry_text(first) == "62.5kgx6@8"
    assert entry_text(lifts()[0].sets[1]) == ""


async def test_a_new_best_is_read_to_its_end_where_there_is_little_room() -> None:
    said = "Barbell row 60 kg × 9, the heaviest yet, was 57.5 kg"
    lines = await screen_of(example_sheet(new_best=said), (50, 20))
    shown = " ".join(" ".join(lines).split())
    assert f"New best {said}" in shown
