"""The last gate before the terminal."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from hybrid_tui.tui.inert import NoControls
from tests.tui.history_app import history_app

BLACK = Color(0, 0, 0)


class _Mischief(LineFilter):
    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(f"{each.text}\x1b[31m\u202e", each.style) for each in segments]


def test_no_control_character_passes_whatever_filters_come_before() -> None:
    found = NoControls([_Mischief()]).apply([Segment("bench"), Segment("press")], BLACK)
    assert [each.text for each in found] == ["bench[31m", "press[31m"]


async def test_the_app_has_one_filter_with_textuals_own_in_it() -> None:
    app = history_app()
    async with app.run_test(size=(80, 24)):
        (gate,) = app.get_line_filters()
        assert isinstance(gate, NoControls)
        assert list(gate.before) == [each for each in app._filters if each.enabled]
        assert list(app.get_line_filters()) == [gate]
