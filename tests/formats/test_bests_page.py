"""The table of bests in any room."""

from __future__ import annotations

from datetime import date

import pytest

from hybrid_tui.domain.bests import Best, Mark
from hybrid_tui.formats.bests_page import Spot, bests_page
from hybrid_tui.formats.week_canvas import cells

TODAY = date(2026, 11, 24)


def best(name: str, kind: str = "lift") -> Best:
    mark = Mark(value=102.5, unit="kg", day=TODAY, session_id="s", reps=5, load_kg=102.5)
    marks = {"1": mark, "3": mark, "5": mark, "e1RM": mark} if kind == "lift" else {"time": mark}
    return Best(kind=kind, name=name, marks=marks)


@pytest.mark.parametrize("width", [48, 78, 114, 194])
def test_columns_stay_under_their_heads_whatever_a_name_is_made_of(width: int) -> None:
    names = (
        "Squat",
        "e\u0301lan squat",
        "深蹲深蹲深蹲深蹲深蹲深蹲深蹲深蹲深蹲深蹲深蹲深蹲深蹲",
        "[b]\x1b[2J" * 20,
        "",
    )
    bests = [best(name) for name in names] + [best("深蹲 hill", "climb")]
    for row in range(len(bests)):
        page = bests_page(bests, width, today=TODAY, spot=Spot(row=row))
        for line in (*page.head, *page.rows, *page.foot):
            assert cells(line.text) <= width
            assert "\x1b" not in line.text
        edges = {cells(line.text[: line.text.index("102.5")]) for line in page.rows[: len(names)]}
        assert len(edges) == 1
        assert "2026" in page.foot[1].text


def test_the_days_of_a_column_are_all_written_alike() -> None:
    """«Sun» or «today» alone among dates looks cut; only another year has a year."""
    days = {
        date(2026, 11, 24): "Tue 24 Nov",
        date(2026, 11, 22): "Sun 22 Nov",
        date(2025, 12, 4): "4 Dec 2025",
    }
    for day, words in days.items():
        mark = Mark(value=60.0, unit="kg", day=day, session_id="s", reps=5, load_kg=60.0)
        page = bests_page([Best(kind="lift", name="Squat", marks={"5": mark})], 100, today=TODAY)
        assert page.rows[0].text.endswith(f" {words}")
