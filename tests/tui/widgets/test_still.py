"""What is kept is painted anew when it changes, and only then."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.strip import Strip

from hybrid_tui.tui.widgets.still import Still


class Counting(Still):
    DEFAULT_CSS = "Counting { height: 1; background: red; } Counting.-blue { background: blue; }"

    painted = 0

    def render_line(self, y: int) -> Strip:
        self.painted += 1
        return Strip.blank(self.size.width, self.rich_style)


class Two(App[None]):
    def compose(self) -> ComposeResult:
        yield Counting(id="one")
        yield Counting(id="two")


async def test_a_neighbour_is_not_painted_again_and_a_change_always_shows() -> None:
    app = Two()
    async with app.run_test(size=(20, 4)) as pilot:
        one, two = app.query_one("#one", Counting), app.query_one("#two", Counting)
        await pilot.pause()
        kept, painted, before = two._kept, one.painted, two.painted
        one.refresh()
        await pilot.pause()
        assert one.painted > painted
        assert two.painted == before
        assert two._kept is kept
        assert kept is not None, "Textual still tells by the name that is listened for"
        two.add_class("-blue")
        await pilot.pause()
        assert two._kept is not kept
        assert two._kept is not None
        (segment,) = list(two._kept[1][0])[:1]
        assert segment.style is not None
        assert segment.style.bgcolor is not None
        assert segment.style.bgcolor.triplet is not None
        assert segment.style.bgcolor.triplet.hex == "#0000ff"
