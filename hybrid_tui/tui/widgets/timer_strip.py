"""The running interval timer as one band above the keys of the other screens, in its phase's colour."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widget import Widget

from hybrid_tui.tui.widgets.timer_view import PHASES
from hybrid_tui.tui.words import margin, words


class TimerStrip(Widget):
    """`Hill sprint 4/8   0:07` on a ground that says the phase; a click leads to the Timer."""

    DEFAULT_CSS = "TimerStrip { height: 1; }" + "".join(
        f" TimerStrip.-{phase} {{ background: $phase-{phase}; color: $phase-{phase}-text; }}"
        for phase in PHASES
    )

    def __init__(self, line: tuple[str, str, str]) -> None:
        super().__init__(classes=f"timer-strip -{line[0]}")
        self.line = line

    def show(self, line: tuple[str, str, str]) -> None:
        """Draw this line, if it is news."""
        if line != self.line:
            self.line = line
            self.set_classes(f"timer-strip -{line[0]}")
            self.refresh()

    def render(self) -> Content:
        """Words, then the clock."""
        _, said, clock = self.line
        edge = " " * margin(self.size.width)
        return Content.assemble(edge, words(said, "bold"), "   ", words(clock, "bold"))

    async def on_click(self, event: events.Click) -> None:
        """To the Timer."""
        event.stop()
        await self.app.run_action("app.visit('timer')")
