"""Bests: what was lifted, climbed, run and jumped at most, and the session of each one key away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from hybrid_tui.coach.best_list import best_list, keep_bests
from hybrid_tui.domain.bests import COLUMNS, DEFINITIONS, Best
from hybrid_tui.formats.bests_page import Spot, bests_page, mark_at
from hybrid_tui.formats.drawn import Drawn
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.screens.history_view import AROUND, SubView
from hybrid_tui.tui.widgets.sheet_page import SheetView


class BestsScreen(SubView):
    """A table with a cursor."""

    VIEW = "bests"
    MEANINGS = DEFINITIONS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", tooltip="Read the session of this best", id="bests.open"),
        Binding("o", "measured", "measured", tooltip="What each best is", id="bests.measured"),
        Binding("down,j", "row(1)", "down", tooltip="One line down", id="bests.down", show=False),
        Binding("up,k", "row(-1)", "up", tooltip="One line up", id="bests.up", show=False),
        Binding("right,l", "column(1)", "right", tooltip="One column right", id="bests.right", show=False),
        Binding("left,h", "column(-1)", "left", tooltip="One column left", id="bests.left", show=False),
        Binding("pagedown", "page(1)", "page down", tooltip="A page down", id="bests.pgdn", show=False),
        Binding("pageup", "page(-1)", "page up", tooltip="A page up", id="bests.pgup", show=False),
        *AROUND,
    ]

    def __init__(self) -> None:
        super().__init__()
        self.bests: tuple[Best, ...] | None = None
        self.spot = Spot()
        self.drawn = Drawn()
        """What a key need not draw again."""

    def content(self) -> Iterable[Widget]:
        """The table."""
        yield SheetView(self.glyphs)

    async def reread(self) -> None:
        """Ask for all bests anew."""
        try:
            self.bests = await self.ask(best_list)
        except StoreError as error:
            self.notify(str(error), severity="error")
            return
        self._move(self.spot)
        self.call_after_refresh(self.do, self._keep)

    async def _keep(self) -> None:
        """Note them for the next visit, now that they are on the screen."""
        await self.ask(keep_bests)

    def _move(self, spot: Spot) -> None:
        bests = self.bests or ()
        row = max(0, min(spot.row, len(bests) - 1))
        self.spot = Spot(row=row, column=max(0, min(spot.column, len(COLUMNS) - 1)))
        today = self.shell.session.today()
        self.query_one(SheetView).show(
            lambda width, height: bests_page(
                bests, width, today=today, spot=self.spot, drawn=self.drawn.of(bests, width, today)
            )
        )
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing opens where nothing is listed."""
        if action in ("open", "row", "column", "page"):
            return bool(self.bests)
        return super().check_action(action, parameters)

    def action_row(self, steps: int) -> None:
        """A line up or down."""
        self._move(replace(self.spot, row=self.spot.row + steps))

    def action_page(self, pages: int) -> None:
        """A page up or down."""
        self.action_row(pages * self.query_one(SheetView).rows_shown)

    def action_column(self, steps: int) -> None:
        """A column left or right, over those in which the line has nothing."""
        marks = (self.bests or ())[self.spot.row].marks
        found = mark_at(self.bests or (), self.spot)
        here = COLUMNS.index(found[0]) if found and found[0] in COLUMNS else self.spot.column
        there = [place for place, name in enumerate(COLUMNS) if name in marks and (place - here) * steps > 0]
        if there:
            self._move(replace(self.spot, column=min(there, key=lambda place: abs(place - here))))

    def action_open(self) -> None:
        """Read the session of the best under the cursor."""
        found = mark_at(self.bests or (), self.spot)
        if found is not None:
            self.do(self.open_session, found[1].day, found[1].session_id)

    def action_measured(self) -> None:
        """Say what each best is."""
        from hybrid_tui.tui.widgets.week_measured import MeasuredDialog  # late: only asked for

        self.app.push_screen(MeasuredDialog(DEFINITIONS))

    def on_sheet_view_clicked(self, event: SheetView.Clicked) -> None:
        """A click on a line, and again to open it."""
        line = self.query_one(SheetView).place_of(event.row)
        if line is None:
            return
        again = line == self.spot.row
        self._move(replace(self.spot, row=line))
        if again:
            self.action_open()

    def on_sheet_view_wheeled(self, event: SheetView.Wheeled) -> None:
        """The wheel."""
        self.action_row(event.steps)
