"""The running timer on the whole screen: word, digits, bar, what comes next, the profile."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.bar import TallBar
from hybrid_tui.tui.widgets.digits import BigDigits, face
from hybrid_tui.tui.widgets.profile import Profile
from hybrid_tui.tui.widgets.still import Still
from hybrid_tui.tui.widgets.timer_head import TimerFacts, TimerHead, TimerNotice
from hybrid_tui.tui.widgets.timer_view import TimerView


class TimerFace(Vertical, Still):
    """Draws a `TimerView`; each part paints only what changed in it."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="face")
        self.glyphs = glyphs
        self._view: TimerView | None = None

    def compose(self) -> ComposeResult:
        """From the word down to the profile."""
        yield TimerHead(self.glyphs)
        yield BigDigits(plain=self.glyphs.plain)
        yield TallBar(plain=self.glyphs.plain)
        yield TimerFacts()
        yield TimerNotice(self.glyphs)
        yield Profile(glyphs=self.glyphs)

    def show(self, view: TimerView) -> None:
        """Draw this."""
        self._view = view
        self.query_one(TimerHead).show(view)
        self.query_one(BigDigits).text = face(view.seconds)
        self.query_one(TallBar).fraction = view.fraction
        self.query_one(TimerFacts).show(view)
        profile = self.query_one(Profile)
        profile.show(
            view.steps, index=view.index, fraction=view.step_fraction, done=view.done, times=view.times
        )
        column = None
        if view.chosen is not None and (stretches := profile.stretches()):
            column = stretches[view.chosen].left
        self.query_one(TimerNotice).show(view, column)
