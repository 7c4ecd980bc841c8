"""Where the cursor stands when the sheet below it has become another."""

from __future__ import annotations

from hybrid_tui.tui.widgets.sheet_view import Here, SheetView
from tests.tui.today_app import example_sheet


def test_the_cursor_stays_with_its_block_and_goes_on_where_that_is_gone() -> None:
    sheet = example_sheet()
    before = SheetView(sheet=sheet, here=Here(block=6))
    plank = before.block
    assert plank is not None
    assert before.still_at(plank) == before
    assert before._replace(here=Here()).still_at(None).here == Here(), "the title stays the title"
    # One more stands above it now.
    lower = tuple(
        each._replace(position=each.position + 1) if each.position >= 6 else each for each in sheet.blocks
    )
    moved = before._replace(sheet=sheet._replace(blocks=lower))
    assert moved.still_at(plank).here == Here(block=7)
    # It was taken out, and another has its place.
    without = tuple(
        each._replace(position=6) if each.position == 7 else each
        for each in sheet.blocks
        if each.name != "Plank"
    )
    gone = before._replace(sheet=sheet._replace(blocks=without))
    assert gone.still_at(plank).here == gone.at_next().here != Here(block=6)
