"""The plan on the screen: title, weeks by days, and below them the day under the cursor."""

from __future__ import annotations

from datetime import date

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.interference.findings import Severity
from hybrid_tui.domain.plan_view import PlanView, PlanWeek
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.plan_canvas import Canvas
from hybrid_tui.tui.widgets.plan_detail import Detail
from hybrid_tui.tui.widgets.plan_grid import NARROW, DayList, Grid, Spot, short_day, span_words
from hybrid_tui.tui.widgets.sheet_text import spell

_TALL = 26
"""Rows from which weeks are set apart by an empty line."""
_DETAIL = 6
"""Lines kept for what stands below the weeks."""


class PlanPage(Widget):
    """Draws a plan with its cursor; says what was clicked."""

    DEFAULT_CSS = "PlanPage { width: 1fr; height: 1fr; }"

    class Chosen(Message):
        """A day was clicked."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self._view: PlanView | None = None
        self._cursor: date | None = None
        self._known = False
        self._spots: list[Spot] = []

    def show(self, view: PlanView | None, cursor: date | None) -> None:
        """Draw this plan; None says that there is none."""
        self._view, self._cursor, self._known = view, cursor, True
        self.refresh()

    @property
    def as_list(self) -> bool:
        """Whether the days of one week are lines."""
        return self.size.width < NARROW

    def render(self) -> Content:
        """All lines for the room there is."""
        width, height = self.size
        if not self._known or width < 20 or height < 1:
            return Content()
        canvas = Canvas(width, self.glyphs.more)
        self._spots = []
        if self._view is None:
            self._nothing(canvas)
        elif not self._view.weeks or self._cursor is None:
            self._unread(canvas, self._view)
        else:
            self._draw(canvas, self._view, self._cursor, height)
        return Content("\n").join(canvas.lines()[:height])

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a day."""
        for spot in self._spots:
            if spot.top <= event.y < spot.bottom and spot.left <= event.x < spot.right:
                self.post_message(self.Chosen(spot.day))

    def _nothing(self, canvas: Canvas) -> None:
        canvas.put(0, 0, "No programme in hand", "bold $text")
        canvas.put(2, 0, "A programme plans runs, jumps and lifts by weeks.", "$text-2")
        canvas.put(3, 0, "Single sessions are begun on 1 Today, past ones copied on 4 History.", "$text-2")
        ways = (("a", "chooses one from the shelf"), ("n", "writes one of your own, from a template"))
        for y, (key, does) in enumerate(ways, start=5):
            canvas.put(y, 0, key, "bold $accent")
            canvas.put(y, 4, does, "$text-2")

    def _unread(self, canvas: Canvas, view: PlanView) -> None:
        canvas.put(0, 0, spell(view.title, self.glyphs), "bold $text")
        canvas.put(1, 0, "Its text cannot be read. Nothing is lost: e opens it.", "$text-2")
        for y, words in enumerate(view.unread, start=3):
            canvas.put(y, 0, spell(words, self.glyphs), "$danger")

    def _draw(self, canvas: Canvas, view: PlanView, cursor: date, height: int) -> None:
        at = view.week_of(cursor) or 0
        week = view.weeks[at]
        tall = height >= _TALL
        self._title(canvas, view, week)
        y = 2 if tall else 1
        if canvas.width < NARROW:
            listed = DayList(canvas, view, cursor, self.glyphs)
            y = listed.week(y, week)
            self._spots = listed.spots
        else:
            y = self._grid(canvas, view, cursor, y, height, at)
        self._below(canvas, view, cursor, week, y, height)

    def _grid(self, canvas: Canvas, view: PlanView, cursor: date, y: int, height: int, at: int) -> int:
        grid = Grid(canvas, view, cursor, self.glyphs)
        y = grid.heads(y)
        each = 4 if height - y - _DETAIL >= 4 * min(len(view.weeks), 4) else 3
        fit = max(1, (height - y - _DETAIL) // each)
        start = max(0, min(at - fit // 2, len(view.weeks) - fit))
        shown = view.weeks[start : start + fit]
        for place, week in enumerate(shown):
            y = grid.week(y, week)
            if each == 4 and place + 1 < len(shown):
                y += 1
        self._spots = grid.spots
        return y

    def _title(self, canvas: Canvas, view: PlanView, week: PlanWeek) -> None:
        grave = sum(one.severity >= Severity.WARN for one in view.findings)
        said = [f"{grave} finding{'s' if grave != 1 else ''}" if grave else ""]
        said += [f"moved {view.moved}" if view.moved else ""]
        right = "   ".join(each for each in said if each)
        at = canvas.width
        if right and canvas.width >= 46:
            at = canvas.right(0, canvas.width, right, "$text") - 2
        after = canvas.put(0, 0, spell(view.title, self.glyphs), "bold $text", at)
        of = f" of {view.round_weeks}" if canvas.width >= NARROW else ""
        place = f"week {week.of_round}{of}" if week.of_round else "the plan waits"
        if view.round > 1:
            place += f", round {view.round}"
        parts = [place]
        if view.paused_since is not None:
            parts = [f"paused since {day_words(view.paused_since)}"]
        elif canvas.width >= NARROW:
            parts.append(span_words(view))
        else:
            parts.append(f"from {short_day(week.first)}")
        canvas.put(0, after + 3, f" {self.glyphs.later} ".join(parts), "$text-2", at)

    def _below(
        self, canvas: Canvas, view: PlanView, cursor: date, week: PlanWeek, y: int, height: int
    ) -> None:
        if y + 1 >= height:
            return
        canvas.rule(y, self.glyphs.rule)
        y += 2 if height - y > 9 else 1
        detail = Detail(canvas, view, self.glyphs, height)
        cells = week.on(cursor)
        if canvas.width < NARROW:
            grave = any(one.severity >= Severity.WARN for one in week.findings)
            if grave:
                y = detail.findings(y, 0, canvas.width, cursor, week, short=True)
            y = detail.day(y, 0, canvas.width, cursor, cells)
            return
        half = canvas.width * 52 // 100
        detail.day(y, 0, half - 3, cursor, cells)
        for line in range(y, height):
            canvas.put(line, half - 1, self.glyphs.line, "$hair")
        after = detail.findings(y, half + 2, canvas.width, cursor, week, short=height - y < 8)
        place = view.weeks.index(week)
        before = view.weeks[place - 1] if place else None
        detail.sums(after + (1 if after > y else 0), half + 2, canvas.width, week, before)
