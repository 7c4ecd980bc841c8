"""The list of all sessions in any room."""

from __future__ import annotations

from datetime import date

import pytest

from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.formats.past_page import past_page, row_of
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
