"""The weeks of a plan by days: three lines a week (run, lift, jump), and one week as a list where it is narrow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from hybrid_tui.domain.calendar import MONTH_NAMES, day_name, day_words
from hybrid_tui.domain.interference.findings import Severity
from hybrid_tui.domain.plan_view import WHOLE_WEEK, CellStatus, PlanCell, PlanView, PlanWeek
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.plan_canvas import Canvas
from hybrid_tui.tui.widgets.sheet_text import spell

NARROW = 76
"""Cells of content from which days stand side by side."""
ROOMY = 106
"""Cells from which each line of a week has its label."""
_STYLES = {
    CellStatus.DONE: "$text-2",
    CellStatus.PARTIAL: "$text-2",
    CellStatus.PLANNED: "$text",
    CellStatus.MISSED: "$text-3",
    CellStatus.SKIPPED: "$text-3",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a day is drawn, for clicks."""

    day: date
    top: int
    bottom: int
    """First line below it."""
    left: int
    right: int


def short_day(day: date) -> str:
    """`23 Nov`."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]}"


def mark_of(cell: PlanCell, glyphs: Glyphs) -> str:
    """The sign behind a session: done, in part, missed, skipped; none for one to come."""
    return {
        CellStatus.DONE: glyphs.done,
        CellStatus.PARTIAL: glyphs.ease,
        CellStatus.MISSED: glyphs.dash,
        CellStatus.SKIPPED: glyphs.times,
    }.get(cell.status, "")


def alarming(week: PlanWeek, day: date) -> bool:
    """Whether a rule says more than a hint about a day; what is said of a whole week marks no day of it."""
    return any(
        each.severity >= Severity.WARN and each.id not in WHOLE_WEEK and day in (each.day, each.other_day)
        for each in week.findings
    )


class Grid:
    """Draws the weeks of one view on a canvas."""

    def __init__(self, canvas: Canvas, view: PlanView, cursor: date, glyphs: Glyphs) -> None:
        self.canvas = canvas
        self.view = view
        self.cursor = cursor
        self.glyphs = glyphs
        self.spots: list[Spot] = []
        self.labels = canvas.width >= ROOMY
        self.left = 17 if self.labels else 8
        self.column = (canvas.width - self.left) // 7

    def heads(self, y: int) -> int:
        """Weekday names above their columns, and a rule."""
        first = self.view.weeks[0].first
        for place in range(7):
            day = first + timedelta(days=place)
            self.canvas.put(y, self._x(place) + 1, day_name(day), "$text-2")
        self.canvas.rule(y + 1, self.glyphs.rule)
        return y + 2

    def week(self, y: int, week: PlanWeek) -> int:
        """Three lines of one week."""
        now = week.first <= self.view.today < week.first + timedelta(days=7)
        self._label(y, week, now=now)
        for place, day in enumerate(week.days):
            self._day(y, place, week, day)
        return y + 3

    def _label(self, y: int, week: PlanWeek, *, now: bool) -> None:
        number = "" if week.number is None else str(week.of_round if week.of_round else week.number)
        at = 3 if self.labels else 0
        if self.labels:
            self.canvas.put(y, 0, number, "bold $accent" if now else "bold $text", 3)
        self.canvas.put(y, at, short_day(week.first), "bold $text" if now else "$text-2")
        word = "now" if now else ""
        if week.number is None:
            word = "paused"
        elif week.deload and not now:
            word = "deload"
        elif week.word:
            word = spell(week.word, self.glyphs)
        self.canvas.put(y + 1, at, word, "$accent" if now else "$text-3", at + 7)
        if now and week.deload:
            self.canvas.put(y + 2, at, "deload", "$text-3")
        elif not self.labels and number:
            self.canvas.put(y + 2, at, f"week {number}", "$text-3", self.left)
        if self.labels:
            for line, name in enumerate(("run", "lift", "jump")):
                self.canvas.put(y + line, 11, name, "$text-3")

    def _x(self, place: int) -> int:
        return self.left + place * self.column

    def _day(self, y: int, place: int, week: PlanWeek, day: date) -> None:
        left = self._x(place)
        right = left + self.column
        here, today = day == self.cursor, day == self.view.today
        for line in range(3):
            if here or today:
                self.canvas.ground(y + line, left, right - 1, "$raised" if here else "$surface")
            if here:
                self.canvas.put(y + line, left, self.glyphs.bar, "$accent")
            elif today:
                self.canvas.put(y + line, left, self.glyphs.line, "$accent")
        self.spots.append(Spot(day=day, top=y, bottom=y + 3, left=left, right=right))
        cells = week.on(day)
        if not cells:
            if week.number is not None and day >= self.view.start:
                self.canvas.put(y, left + 1, self.glyphs.later, "$text-3")
            return
        wants = alarming(week, day)
        for line, text in enumerate(self._texts(cells)):
            if not text:
                continue
            style = _STYLES[cells[0].status]
            strong = "bold " if today or here else ""
            after = self._text(y + line, left + 1, right - 1, text, f"{strong}{style}", cells)
            if wants:
                self.canvas.put(y + line, after + 1, "!", "bold $danger", right)
                wants = False

    def _text(self, y: int, x: int, end: int, text: str, style: str, cells: tuple[PlanCell, ...]) -> int:
        mark = mark_of(cells[0], self.glyphs)
        room = end - (2 if mark else 0)
        after = self.canvas.put(y, x, text, style, room)
        if mark:
            after = self.canvas.put(y, after + 1, mark, "$text-2", end + 1)
        return after

    def _texts(self, cells: tuple[PlanCell, ...]) -> tuple[str, str, str]:
        """Run, lift and jump of a day; the session's title where none of them says anything."""

        def joined(words: Callable[[PlanCell], str]) -> str:
            said = [spell(words(cell), self.glyphs) for cell in cells if words(cell)]
            whole = " + ".join(said)
            # Of a second session that does not fit, its number is said: the lines below have it in full.
            return whole if len(whole) < self.column - 3 or len(said) < 2 else f"{said[0]} +{len(said) - 1}"

        run = joined(lambda cell: cell.run)
        if not self.labels:
            run = run.replace("easy ", "").replace("long ", "").replace("tempo ", "")
        lift, jump = joined(lambda cell: cell.lift), joined(lambda cell: cell.jump)
        if not (run or lift or jump):
            lift = joined(lambda cell: cell.title)
        return run, lift, f"{jump} jumps" if jump and self.labels else (f"{jump}j" if jump else "")


class DayList:
    """Draws one week as a list of its days."""

    def __init__(self, canvas: Canvas, view: PlanView, cursor: date, glyphs: Glyphs) -> None:
        self.canvas = canvas
        self.view = view
        self.cursor = cursor
        self.glyphs = glyphs
        self.spots: list[Spot] = []

    def week(self, y: int, week: PlanWeek) -> int:
        """One line a day; a second session of a day has its own."""
        for day in week.days:
            top = y
            cells = week.on(day)
            for cell in cells or (None,):
                y = self._line(y, week, day, cell)
            if day == self.cursor:
                for line in range(top, y):
                    self.canvas.ground(line, 0, self.canvas.width, "$raised")
                self.canvas.put(top, 0, self.glyphs.now, "$accent")
            self.spots.append(Spot(day=day, top=top, bottom=y, left=0, right=self.canvas.width))
        return y

    def _line(self, y: int, week: PlanWeek, day: date, cell: PlanCell | None) -> int:
        today = day == self.view.today
        self.canvas.put(y, 2, f"{day_name(day)} {day.day}", "bold $accent" if today else "$text-2")
        if cell is None:
            self.canvas.put(y, 9, self.glyphs.later, "$text-3")
            return y + 1
        mark = mark_of(cell, self.glyphs)
        words = [cell.run, cell.lift, f"{cell.jump} jumps" if cell.jump else ""]
        said = f" {self.glyphs.later} ".join(spell(each, self.glyphs) for each in words if each)
        style = _STYLES[cell.status]
        end = self.canvas.width - 4
        after = self.canvas.put(y, 9, said or spell(cell.title, self.glyphs), style, end)
        if mark:
            after = self.canvas.put(y, after + 1, mark, "$text-2")
        if alarming(week, day):
            self.canvas.put(y, after + 1, "!", "bold $danger")
        return y + 1


def span_words(view: PlanView) -> str:
    """`16 Nov to 13 Dec`."""
    last = view.weeks[-1].first + timedelta(days=6)
    return f"{short_day(view.weeks[0].first)} to {short_day(last)}"


def moved_words(cell: PlanCell) -> str:
    """`moved from Mon 30 Nov`; empty for one on its own day."""
    return "" if cell.moved_from is None else f"moved from {day_words(cell.moved_from)}"
