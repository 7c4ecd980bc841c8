"""What the week's numbers open: the session or the morning they come from, and what each of them is."""

from __future__ import annotations

from datetime import date

from hybrid_tui.coach.past import OpenedSession
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.formats.week_cells import ROWS
from hybrid_tui.tui.screens.history_moving import WeekMoves
from hybrid_tui.tui.widgets.week_page import WeekPage


class WeekOpens(WeekMoves):
    """Opening what is under the cursor."""

    def action_measured(self) -> None:
        """Say what each number is, and which sessions and days it comes from."""
        from hybrid_tui.domain.week_sources import sources  # late: only asked for
        from hybrid_tui.tui.widgets.week_measured import MEASURED, MeasuredDialog

        if self.view is not None:
            self.app.push_screen(MeasuredDialog(MEASURED, sources(self.view.week)))

    def action_findings(self) -> None:
        """All findings in full."""
        from hybrid_tui.tui.widgets.week_measured import FindingsDialog  # late: only asked for

        if self.view is not None:
            self.app.push_screen(FindingsDialog(self.view.findings))

    def action_open(self) -> None:
        """Read the day's session; where there are several the row decides, else the person.

        On sleep, protein and readiness the day opens in Recovery, where they come from.
        """
        if self.day is not None and self._of_the_morning:
            self.shell.action_visit("recovery")
            self.app.call_after_refresh(self._recover, self.day.date)
        elif self.day is not None:
            self.do(self._open, self.day.date)

    def _recover(self, day: date) -> None:
        choose = getattr(self.app.screen, "choose_day", None)
        if choose is not None and day <= self.shell.session.today():
            choose(day)

    @property
    def _of_the_morning(self) -> bool:
        """Whether the cursor is on a number that Recovery holds."""
        seen = self.is_mounted and not self.query_one(WeekPage).as_list
        return seen and ROWS[self._row] in ("sleep", "protein", "ready")

    async def _open(self, day: date) -> None:
        from hybrid_tui.coach import past  # late: only an opened day needs it

        found = await self.ask(past.opened, day)
        fitting = self._fitting(found)
        if len(fitting) == 1:
            self.read_session(fitting[0])
        elif fitting:
            from hybrid_tui.tui.widgets.ask import Choice, Choose

            choices = [
                Choice(key=str(number), word=each.record.name, hint=each.record.status.value, value=each)
                for number, each in enumerate(fitting[:9], start=1)
            ]
            self.app.push_screen(
                Choose(day_words(day), choices), lambda one: None if one is None else self.read_session(one)
            )

    def _fitting(self, found: tuple[OpenedSession, ...]) -> tuple[OpenedSession, ...]:
        """The sessions that have something in the cursor's row; all where none or every one has."""
        row = ROWS[self._row]
        if row not in ("run", "lift", "jump"):
            return found
        some = tuple(each for each in found if getattr(each.summary, row) is not None)
        return some or found
