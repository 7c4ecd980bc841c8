"""What the week's numbers open: the session or the morning they come from, and what each of them is."""

from __future__ import annotations

from datetime import date

from hybrid_tui.coach.past import OpenedSession
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.week_sources import Part
from hybrid_tui.tui.screens.history_moving import WeekMoves


class WeekOpens(WeekMoves):
    """Opening what is under the cursor."""

    def action_measured(self) -> None:
        """Say what each number is, and which sessions and days it comes from."""
        from hybrid_tui.domain.week_sources import sources  # late: only asked for
        from hybrid_tui.tui.widgets.week_measured import MeasuredDialog

        if self.view is not None:
            self.app.push_screen(MeasuredDialog(sources=sources(self.view.week)))

    def action_findings(self) -> None:
        """All findings in full."""
        from hybrid_tui.tui.widgets.week_measured import FindingsDialog  # late: only asked for

        if self.view is not None:
            self.app.push_screen(FindingsDialog(self.view.findings))

    def action_open(self) -> None:
        """Read the day's session; where there are several the row decides, else the person.

        On sleep, protein and readiness the day opens in Recovery, where they come from; a number of the whole week
        opens to its parts.
        """
        if self.figure:
            self._open_figure(self.figure)
        elif self.day is not None and self._of_the_morning:
            self._open_morning(self.day.date)
        elif self.day is not None:
            self.do(self._open, self.day.date)

    def _open_figure(self, figure: str) -> None:
        from hybrid_tui.formats.week_terms import (
            definition,
            heading,
            parts,
            total_words,
        )  # late: only asked for
        from hybrid_tui.tui.widgets.week_figure import FigureDialog

        view = self.view
        if view is None:
            return
        if figure.startswith("finding "):
            self.action_findings()
            return
        self.app.push_screen(
            FigureDialog(
                heading(view, figure), definition(figure), parts(view, figure), total_words(view, figure)
            ),
            self._open_part,
        )

    def _open_part(self, part: Part | None) -> None:
        if part is None:
            return
        if part.morning:
            self._open_morning(part.day)
        elif part.session_id is not None:
            self.do(self.open_session, part.day, part.session_id)
        else:
            self.do(self._open, part.day)

    def _open_morning(self, day: date) -> None:
        self.shell.action_visit("recovery")
        self.app.call_after_refresh(self._recover, day)

    def _recover(self, day: date) -> None:
        choose = getattr(self.app.screen, "choose_day", None)
        if choose is not None and day <= self.shell.session.today():
            choose(day)

    @property
    def _of_the_morning(self) -> bool:
        """Whether the cursor is on a number that Recovery holds."""
        return self.day is not None and self.row in ("sleep", "protein", "ready")

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
        row = self.row
        if row not in ("run", "lift", "jump"):
            return found
        some = tuple(each for each in found if getattr(each.summary, row) is not None)
        return some or found
