"""The list of all sessions in any room."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.formats.past_page import past_page, row_of
from hybrid_tui.formats.sheet_page import SheetPage, kept_top, window
from hybrid_tui.formats.week_canvas import cells

NAMES = ("Lower", "深蹲深蹲深蹲深蹲深蹲深蹲深蹲深蹲深蹲深蹲", "[b]\x1b[31mred " * 9, "", "x" * 300)


@pytest.mark.parametrize("width", [38, 48, 78, 114, 194])
@pytest.mark.parametrize("looked_for", ["", "squat", "\x1b[2J[/]" * 40, "深" * 90])
def test_every_line_has_its_room_whatever_a_name_says(width: int, looked_for: str) -> None:
    rows = [
        row_of(date(2026, 11, 5), name, SessionKind.MIXED, SessionStatus.DONE, 60, 7.5, f"{name}, {name}")
        for name in NAMES
    ]
    page = past_page(rows, 1200, width, at=1, looked_for=looked_for, count=5)
    for line in (*page.head, *page.rows):
        assert cells(line.text) <= width
        assert "\x1b" not in line.text
        assert ",…" not in line.text
    assert all("450" in line.text for line in page.rows[1:])


def test_far_down_the_list_the_cursor_goes_up_through_the_rows_in_view() -> None:
    rows = [
        row_of(
            date(2026, 11, 5) - timedelta(days=2 * n),
            f"Day {n}",
            SessionKind.LIFT,
            SessionStatus.DONE,
            60,
            7,
            "",
        )
        for n in range(300)
    ]
    page, top, room = SheetPage(), 0, 16
    seen: list[int] = []
    for at in (*range(150), *range(148, 139, -1)):
        first = max(0, at - 20)
        shown = rows[first : at + 20]
        after = past_page(shown, 300, 80, at=at - first, looked_for="", count=300, first=first)
        top = window(len(after.rows), room, after.at, kept_top(page, after, top))
        page = after
        assert f"Day {at}" in page.rows[page.at].text
        seen.append(page.at - top)
    assert seen[149] == room - 1
    assert seen[150:] == sorted(seen[150:], reverse=True)
    assert seen[-1] < room - 9
