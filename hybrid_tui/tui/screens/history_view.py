"""What all views of the past share: the keys from one to the other, and the sessions that they open."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from importlib import import_module
from typing import ClassVar

from textual.binding import Binding, BindingType

from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.coach.past import OpenedSession
from hybrid_tui.tui.screens.asking import AskingScreen

VIEWS = {
    "month": ("history_calendar", "MonthScreen"),
    "year": ("history_calendar", "YearScreen"),
    "trends": ("history_trends", "TrendsScreen"),
    "bests": ("history_bests", "BestsScreen"),
    "sessions": ("history_sessions", "SessionsScreen"),
    "review": ("history_review", "ReviewScreen"),
}
"""The module and the screen of each view but the week; they are imported when they are first asked for."""

VIEW_BINDINGS: list[BindingType] = [
    Binding("m", "view('month')", "month", tooltip="A month as a calendar", id="view.month"),
    Binding("y", "view('year')", "year", tooltip="A year as a heat map", id="view.year"),
    Binding("t", "view('trends')", "trends", tooltip="Numbers over time", id="view.trends"),
    Binding("b", "view('bests')", "bests", tooltip="Bests of each lift, climb and jump", id="view.bests"),
    Binding("a", "view('sessions')", "all", tooltip="All sessions, by typing", id="view.sessions"),
    Binding("v", "view('review')", "review", tooltip="Look back on a block", id="view.review"),
]
"""One key a view."""

AROUND: list[BindingType] = [
    Binding("w", "view('week')", "week", tooltip="Back to the week", id="view.week"),
    *VIEW_BINDINGS,
]
"""The same for a view that lies on the week; they stand after its own keys."""


GO_TO = Binding(
    "g", "pick_days", "go to", tooltip="A day as it is said: 2025-03-14, last month", id="past.go"
)
"""The key to a day far away."""


class PastScreen(AskingScreen):
    """Base of the screens that look back: they lie on the week, and open sessions."""

    PLACE = "history"
    VIEW: ClassVar[str] = ""
    """Its name in `VIEWS`; empty for the week."""

    def view_has_key(self, name: str) -> bool:
        """Whether a view's key works here: all but its own."""
        return name != self.VIEW

    def action_view(self, name: str) -> None:
        """Go to another view."""
        if name == "week":
            self.dismiss(None)
            return
        module, screen = VIEWS[name]
        made = getattr(import_module(f"hybrid_tui.tui.screens.{module}"), screen)()
        if self.looking_at is not None:
            made.begin_at(self.looking_at)
        if self.VIEW:
            self.app.switch_screen(made)
        else:
            self.app.push_screen(made)

    @property
    def looking_at(self) -> date | None:
        """The day that is looked at, for the view that comes next."""
        return None

    def begin_at(self, day: date) -> None:
        """The day that was looked at before; a view that shows no days passes it over."""

    def action_pick_days(self) -> None:
        """Type a day, a month or a year, and stand on its first day."""
        from hybrid_tui.domain.notation.errors import NotationError  # late: only typed days need these
        from hybrid_tui.domain.past_filter import read_filter

        async def submit(text: str) -> None:
            today = self.shell.session.today()
            wanted = read_filter(text, today)
            if wanted.words or wanted.first == date.min:
                raise NotationError("no day", column=1, hint="2025 or last month", source=text)
            self.stand_on(wanted.first)

        self.open_line("go to", submit, example="last month   march 2025   2025   2025-03-14")

    def stand_on(self, day: date) -> None:
        """Show a day where this view stands."""
        raise NotImplementedError

    def read_session(self, session: OpenedSession) -> None:
        """Show one session in a dialog."""
        from hybrid_tui.tui.widgets.week_session import SessionDialog  # late: it brings Textual's input

        self.app.push_screen(SessionDialog(session, self))

    async def open_session(self, day: date, session_id: str) -> None:
        """Find a session by its day and id, and show it."""
        from hybrid_tui.coach import past  # late: only an opened day needs it

        for each in await self.ask(past.opened, day):
            if each.record.id == session_id:
                self.read_session(each)
                return
        self.notify("That session is not there any more.")

    def deed(
        self, verb: Callable[..., Outcome], *args: object, then: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        """Do it on the store's thread, say so, read again, then go on."""

        async def done() -> None:
            outcome = await self.ask(verb, *args)
            self.notify(outcome.words)
            self.shell.facts_changed()
            if then is not None:
                await then()

        self.do(done)

    async def look_up(self, session: OpenedSession) -> OpenedSession | None:
        """The same session as it stands now; None when it is gone."""
        from hybrid_tui.coach import past  # late: only an opened day needs it

        found = await self.ask(past.opened, session.record.day)
        return next((each for each in found if each.record.id == session.record.id), None)


class SubView(PastScreen):
    """Base of the views that lie on the week; `esc` and `w` lead back to it."""

    MEANINGS: ClassVar[Sequence[tuple[str, str]]] = ()
    """What each number of the view is, for `?`; without any the words of the place stand there."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each view but its own has a key."""
        if action == "view":
            return self.view_has_key(str(parameters[0]))
        return super().check_action(action, parameters)

    def step_back(self) -> bool:
        """Close the line, else go back to the week."""
        if not super().step_back():
            self.dismiss(None)
        return True

    def go_to(self, day: date, *, whole: bool = False) -> None:
        """Back to the week, standing on a day, or on the load of the whole week."""
        from hybrid_tui.tui.screens.history import HistoryScreen  # late: the week below is there already

        below = next(each for each in self.app.screen_stack if isinstance(each, HistoryScreen))
        self.dismiss(None)
        below.go_to(day, whole=whole)
