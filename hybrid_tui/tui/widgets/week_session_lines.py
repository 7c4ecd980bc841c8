"""The lines of a past session on the screen, with a cursor."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from hybrid_tui.coach.past import OpenedSession
from hybrid_tui.formats.week_canvas import Line
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.week_paint import paint
from hybrid_tui.tui.widgets.week_session_rows import SessionRow, session_rows


class SessionLines(Widget):
    """The lines of a session with a cursor."""

    DEFAULT_CSS = "SessionLines { height: auto; }"

    class Chosen(Message):
        """A line was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, session: OpenedSession, when: Callable[[int, str], str], glyphs: Glyphs) -> None:
        super().__init__()
        self.session = session
        self.glyphs = glyphs
        self.at = 0
        self._when = when
        self.rows: tuple[SessionRow, ...] = session_rows(session, 60, when)

    def show(self, session: OpenedSession) -> None:
        """Draw this session; the cursor stays where it can."""
        self.session = session
        self.rows = session_rows(session, max(self.size.width, 30), self._when)
        self.at = max(0, min(self.at, len(self.rows) - 1))
        while not self.rows[self.at].stops:
            self.at -= 1
        self.refresh(layout=True)

    @property
    def here(self) -> SessionRow:
        """The line under the cursor."""
        return self.rows[self.at]

    def move(self, steps: int) -> None:
        """The cursor that many stops on."""
        stops = [place for place, row in enumerate(self.rows) if row.stops]
        self.at = stops[max(0, min(stops.index(self.at) + steps, len(stops) - 1))]
        self.refresh()

    def stand_on(self, same: Callable[[SessionRow], bool]) -> None:
        """The cursor on the first such line, where there is one."""
        self.at = next((place for place, row in enumerate(self.rows) if same(row)), self.at)
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line each."""
        return len(self.rows)

    def render(self) -> Content:
        """All lines for the width there is."""
        self.rows = session_rows(self.session, max(self.size.width, 30), self._when)
        return Content("\n").join([self._line(place, row.line) for place, row in enumerate(self.rows)])

    def _line(self, place: int, line: Line) -> Content:
        here = place == self.at
        mark = Content.styled(f"{self.glyphs.now if here else ' '} ", "$accent")
        drawn = Content.assemble(mark, paint(line, self.glyphs))
        if not here:
            return drawn
        drawn = drawn.pad_right(max(self.size.width - drawn.cell_length, 0))
        return drawn.stylize_before("on $raised")

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a line."""
        if 0 <= event.y < len(self.rows) and self.rows[event.y].stops:
            self.post_message(self.Chosen(event.y))
