"""Today: one list in the order of doing, ticked with space."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from hybrid_tui.domain.sheet import Sheet, SheetState
from hybrid_tui.tui.pulse import Listener
from hybrid_tui.tui.screens.today_keys import ACTIONS, KEYS, word, works
from hybrid_tui.tui.screens.today_missed import MissedVerbs
from hybrid_tui.tui.widgets.header import Header, Readiness
from hybrid_tui.tui.widgets.keybar import KeyBar
from hybrid_tui.tui.widgets.plan_notice import NoticeLines
from hybrid_tui.tui.widgets.session_facts import SessionPanel, SessionStrip
from hybrid_tui.tui.widgets.sheet_list import SheetList
from hybrid_tui.tui.widgets.sheet_view import SheetView

_SECOND = 1_000_000
_PANEL_FROM = 110
_LIST_NEEDS = 76
"""Cells the list wants beside the panel."""


class TodayScreen(MissedVerbs):
    """The session sheet, the rest, and what the session has come to."""

    PLACE = "today"
    STRIP = False
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    DEFAULT_CSS = """
    TodayScreen SheetList { width: 1fr; height: 1fr; }
    TodayScreen SessionPanel { width: 34; height: 1fr; margin-left: 4; }
    TodayScreen SessionStrip { height: 2; color: $text-2; }
    """

    def compose(self) -> ComposeResult:
        """The frame, with the strip above the keys."""
        for widget in super().compose():
            if isinstance(widget, KeyBar):
                yield SessionStrip(self.shell.rest, self.glyphs, self.elapsed_s)
            yield widget

    def on_mount(self) -> None:
        """Show the sheet that the door knew already, so that the first paint is the day."""
        known = self.shell.session.sheet
        if known is not None:
            self._stale = False
            self.show_view(SheetView(sheet=known).at_next())
        self.call_after_refresh(self.look_at_places)

    def content(self) -> Iterable[Widget]:
        """What the plan says, the list and the panel beside it."""
        yield NoticeLines()
        with Horizontal():
            yield SheetList(self.glyphs, self.when)
            yield SessionPanel(self.shell.rest, self.glyphs, self.elapsed_s)

    def show_view(self, view: SheetView) -> None:
        """Take this view and draw it."""
        news = self.view is None or self.view.sheet is not view.sheet
        self.view = view
        for widget in (*self.query(SheetList), *self.query(SessionPanel), *self.query(SessionStrip)):
            widget.show(view)
        if news:
            self._arrange()
            self.shell.show_readiness(readiness_of(view.sheet))
            self._watch_time()
        self.refresh_bindings()

    def on_resize(self, event: events.Resize) -> None:
        """The panel from 110 columns, below that the strip."""
        self._arrange(event.size.width)

    def on_screen_resume(self) -> None:
        """The time passes again before one's eyes."""
        self._watch_time()

    def on_screen_suspend(self) -> None:
        """No beat for what nobody sees."""
        self.shell.pulse.leave("today")

    def show_rest(self) -> None:
        """The rest moved, began or ended."""
        if self.settling:
            return
        for facts in (*self.query(SessionPanel), *self.query(SessionStrip)):
            facts.show_rest()
        self._arrange()
        self.refresh_bindings()

    def on_sheet_list_chosen(self, event: SheetList.Chosen) -> None:
        """A click puts the cursor there; on a box it ticks."""
        if self.view is None:
            return
        self.show_view(self.view._replace(here=event.here).standing())
        if event.tick and self.check_action("tick", ()):
            self.action_tick()

    def refresh_head(self) -> None:
        """The day that is shown, today or another."""
        for header in self.query_children(Header):
            header.show(self.day or self.shell.session.today(), self.shell.readiness)

    def told_day(self) -> date | None:
        """The past day that is shown; beside a day to come, today."""
        return None if self.day is None else min(self.day, self.shell.session.today())

    def action_step(self, days: int) -> None:
        """Look at another day; a day past can be filled in, without clocks."""
        self._go_to((self.day or self.shell.session.today()) + timedelta(days=days))

    def action_now(self) -> None:
        """Back to today."""
        self._go_to(self.shell.session.today())

    def action_left_open(self) -> None:
        """To the earlier day whose session was told in part and left open."""
        if self.view is not None and self.view.sheet.left_day is not None:
            self._go_to(self.view.sheet.left_day)

    def _go_to(self, day: date) -> None:
        async def go() -> None:
            await self.leave_day()
            self.day = None if day == self.shell.session.today() else day
            self.refresh_head()
            self.view = None
            await self.reread()

        self.do(go)

    def action_move(self, steps: int) -> None:
        """The cursor up or down."""
        if self.view is not None:
            self.show_view(self.view.moved(steps))

    def action_move_block(self, steps: int) -> None:
        """The cursor to another block."""
        if self.view is not None:
            self.show_view(self.view.moved_blocks(steps))

    def step_back(self) -> bool:
        """Close the line, hide the offer, close what was opened by hand."""
        if super().step_back():
            return True
        if self.view is not None and self.view.offers:
            self.show_view(self.view._replace(banner=False))
            return True
        if self.view is not None and self.view.opened is not None:
            self.show_view(self.view._replace(opened=None).standing())
            return True
        if self.day is not None:
            self.action_now()
            return True
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense where the cursor stands has a key; none of it while a line is open."""
        if action not in ACTIONS:
            return super().check_action(action, parameters)
        if self.view is None or self.has_line:
            return False
        if action == "place":
            return len(self.places) > 1
        step = parameters[0] if parameters and isinstance(parameters[0], int) else 0
        return works(self.view, action, step)

    def key_word(self, action: str) -> str | None:
        """Another word for an action where the cursor stands."""
        if action == "place":
            return f"at: {self.place}"
        return None if self.view is None else word(self.view, action)

    def elapsed_s(self) -> int | None:
        """Seconds since the session began, None where it is not in hand."""
        sheet = None if self.view is None else self.view.sheet
        if sheet is None or sheet.began_us is None or sheet.state is not SheetState.OPEN:
            return None
        if sheet.left_day == sheet.day:
            return None  # how long ago the evening was says nothing
        return max(0, (self.shell.session.clock.now_us() - sheet.began_us) // _SECOND)

    def _watch_time(self) -> None:
        """A beat each second while the session is in hand and on the screen."""
        if self.elapsed_s() is None or not self.is_current:
            self.shell.pulse.leave("today")
        else:
            self.shell.pulse.listen("today", Listener(next_due=self._next_second, beat=self._beat))

    def _next_second(self, now_us: int) -> int | None:
        sheet = None if self.view is None else self.view.sheet
        if sheet is None or sheet.began_us is None:
            return None
        passed = self.shell.session.clock.now_us() - sheet.began_us
        return now_us + _SECOND - passed % _SECOND

    def _beat(self, _now_us: int) -> None:
        for facts in (*self.query(SessionPanel), *self.query(SessionStrip)):
            facts.show_time()

    def _arrange(self, columns: int | None = None) -> None:
        """Panel or strip, for the width there is and what there is to say."""
        width = columns or self.size.width
        wide = width >= _PANEL_FROM
        blocks = self.view is not None and bool(self.view.sheet.blocks)
        told = blocks or self.shell.rest.running is not None
        for panel in self.query(SessionPanel):
            panel.display = wide and told
            panel.styles.width = min(34, width - _LIST_NEEDS - 9)
            panel.styles.margin = (0, 0, 0, max(3, min(7, width - _LIST_NEEDS - 40)))
        for strip in self.query(SessionStrip):
            strip.display = told and not wide
        for sheet in self.query(SheetList):
            sheet.panel = wide
        for keys in self.query(KeyBar):
            keys.set_bare(told and not wide)


def readiness_of(sheet: Sheet) -> Readiness | None:
    """The morning in the header's words; None where it was not checked."""
    if sheet.readiness is None and not sheet.band:
        return None
    return Readiness(score=sheet.readiness, verdict=_VERDICTS.get(sheet.band, sheet.band))


_VERDICTS = {"reduce": "ease off", "swap": "ease off"}
