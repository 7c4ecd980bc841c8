"""All sessions: a list that is narrowed by typing, and opened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from hybrid_tui.coach.past_list import PastList, past_list
from hybrid_tui.domain.past_filter import noted_only
from hybrid_tui.formats.past_page import DEFINITIONS, past_page, row_of
from hybrid_tui.formats.sheet_page import SheetPage
from hybrid_tui.store.errors import StoreError
from hybrid_tui.store.reads_past import SessionLine
from hybrid_tui.tui.keys import find_binding
from hybrid_tui.tui.screens.history_view import AROUND, SubView
from hybrid_tui.tui.widgets.sheet_page import SheetView

FIRST = 100
"""Sessions that are asked for before all others."""
AT_A_TIME = 200
"""Sessions of one question after that: a key that is pressed meanwhile waits some milliseconds for it."""

READ_ON = "read on"
"""The group of the worker that reads the older sessions."""


class SessionsScreen(SubView):
    """The list with its cursor and its filter."""

    VIEW = "sessions"
    MEANINGS = DEFINITIONS
    BINDINGS: ClassVar[list[BindingType]] = [
        find_binding("filter", "Name, exercise, note, kind, and words of time: last month, 2025, march"),
        Binding("enter", "open", "open", tooltip="Read it, correct, move, copy or remove it", id="past.open"),
        Binding("down,j", "row(1)", "down", tooltip="One session down", id="past.down", show=False),
        Binding("up,k", "row(-1)", "up", tooltip="One session up", id="past.up", show=False),
        Binding("pagedown", "page(1)", "page down", tooltip="A page down", id="past.pgdn", show=False),
        Binding("pageup", "page(-1)", "page up", tooltip="A page up", id="past.pgup", show=False),
        Binding("home", "row(-1000000)", "newest", tooltip="To the newest", id="past.home", show=False),
        Binding("end", "row(1000000)", "oldest", tooltip="To the oldest", id="past.end", show=False),
        *AROUND,
    ]

    def __init__(self) -> None:
        super().__init__()
        self.known: PastList | None = None
        self.looked_for = ""
        self.found: tuple[SessionLine, ...] = ()
        self.at = 0

    def content(self) -> Iterable[Widget]:
        """The list."""
        yield SheetView(self.glyphs)

    async def reread(self) -> None:
        """Ask for all sessions; the filter and the cursor stay."""
        try:
            if self.known is None:
                # A first screenful stands there at once, however long the log is.
                self._take(await self.ask(past_list, FIRST))
                self._read_on()
            else:
                self.workers.cancel_group(self, READ_ON)  # it would end with what was before
                self._take(await self._all())
        except StoreError as error:
            self.notify(str(error), severity="error")

    @work(group=READ_ON, exclusive=True)
    async def _read_on(self) -> None:
        """The older ones, for which the next key need not wait."""
        try:
            if self.known is not None and self.known.total > FIRST:
                self._take(await self._all())
        except StoreError as error:
            self.notify(str(error), severity="error")

    def _take(self, known: PastList) -> None:
        self.known = known
        self._filter(self.looked_for, keep=True)

    async def _all(self) -> PastList:
        """Every session, some at a time, so that who asks for something else meanwhile does not wait."""
        found = await self.ask(past_list, AT_A_TIME)
        whole: PastList | None = None
        while (rest := found.older_missing(AT_A_TIME)) is not None and rest[0].lines:
            whole = rest[0] if whole is None else whole.followed_by(rest[0])
            found = await self.ask(past_list, AT_A_TIME, rest[1])
        if rest is not None:  # more on one day than are asked for at a time
            found = await self.ask(past_list, -1, rest[1])
        return found if whole is None else whole.followed_by(found)

    def _filter(self, text: str, *, keep: bool = False) -> None:
        if self.known is None:
            return
        here = self.found[self.at].id if keep and self.at < len(self.found) else ""
        self.looked_for = text.strip()
        self.found = self.known.found(text, self.shell.session.today())
        # The cursor stays on its session wherever that has moved; when it is gone, on its neighbour.
        stood = self.at if keep else 0
        self._move(next((at for at, each in enumerate(self.found) if each.id == here), stood))

    def _move(self, at: int) -> None:
        self.at = max(0, min(at, len(self.found) - 1))
        self.query_one(SheetView).show(self._lay_out)
        self.refresh_bindings()

    def _lay_out(self, width: int, height: int) -> SheetPage:
        first, last = max(0, self.at - height), self.at + height
        rows = [
            row_of(each.day, each.name, each.kind, each.status, each.minutes, each.rpe, self._about(each))
            for each in self.found[first:last]
        ]
        total = 0 if self.known is None else self.known.total
        return past_page(
            rows,
            total,
            width,
            at=self.at - first,
            looked_for=self.looked_for,
            count=len(self.found),
            first=first,
        )

    def _about(self, line: SessionLine) -> str:
        """What was in it; its notes where only they hold what was looked for."""
        said = "; ".join(each for each in (line.note, line.notes) if each)
        return said if noted_only(self.looked_for, f"{line.name} {line.lines}", said) else line.lines

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing opens where nothing fits."""
        if action in ("open", "row", "page"):
            return bool(self.found)
        if action == "find":
            return self.known is not None and bool(self.known.lines)
        return super().check_action(action, parameters)

    def step_back(self) -> bool:
        """Close the line, take the filter away, go back to the week."""
        if self.close_line():
            return True
        if self.looked_for:
            self._filter("")
            return True
        return super().step_back()

    def action_find(self) -> None:
        """Type to narrow the list."""

        async def submit(text: str) -> None:
            self._filter(text)

        example = "hill   bench press   last month   march 2025   2025 lift"
        self.open_line("/", submit, text=self.looked_for, example=example, typed=self._filter)

    def action_row(self, steps: int) -> None:
        """A session up or down."""
        self._move(self.at + steps)

    def action_page(self, pages: int) -> None:
        """A page up or down."""
        self._move(self.at + pages * self.query_one(SheetView).rows_shown)

    def action_open(self) -> None:
        """Read the session under the cursor."""
        line = self.found[self.at]
        self.do(self.open_session, line.day, line.id)

    def on_sheet_view_clicked(self, event: SheetView.Clicked) -> None:
        """A click on a line, and again to open it."""
        place = self.query_one(SheetView).place_of(event.row)
        if place is None:
            return
        if place == self.at:
            self.action_open()
        else:
            self._move(place)

    def on_sheet_view_wheeled(self, event: SheetView.Wheeled) -> None:
        """The wheel."""
        self._move(self.at + event.steps)
