"""What stands below the grid: the day under the cursor line by line, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from textwrap import wrap

from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.interference.findings import Finding, Severity
from hybrid_tui.domain.interference.rules import RULES
from hybrid_tui.domain.plan_view import CellStatus, PlanCell, PlanLine, PlanView, PlanWeek
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.plan_canvas import Canvas
from hybrid_tui.tui.widgets.plan_grid import moved_words
from hybrid_tui.tui.widgets.sheet_text import spell

_TITLES = {rule.id: rule.title for rule in RULES}
_STATUS = {
    CellStatus.DONE: "done",
    CellStatus.PARTIAL: "done in part",
    CellStatus.MISSED: "missed",
    CellStatus.SKIPPED: "skipped",
}


class Detail:
    """Draws below the grid in a box of the canvas."""

    def __init__(self, canvas: Canvas, view: PlanView, glyphs: Glyphs, bottom: int) -> None:
        self.canvas = canvas
        self.view = view
        self.glyphs = glyphs
        self.bottom = bottom
        """The first line that is not there any more."""

    def day(self, y: int, x: int, end: int, day: date, cells: tuple[PlanCell, ...]) -> int:
        """The sessions of a day with their lines."""
        if not cells and y < self.bottom:
            after = self.canvas.put(y, x, day_words(day), "bold $text", end)
            paused = self.view.paused_since is not None and day >= self.view.paused_since
            self.canvas.put(y, after + 3, "the plan waits" if paused else "rest", "$text-2", end)
            return y + 1
        for cell in cells:
            if y >= self.bottom:
                break
            y = self._head(y, x, end, day, cell)
            shown = self._shown(cell, self.bottom - y)
            beside = max((len(line.asks) for line in shown if line.effort), default=0)
            for line in shown:
                self._line(y, x, end, line, max(10, beside + 2))
                y += 1
        return y

    def _head(self, y: int, x: int, end: int, day: date, cell: PlanCell) -> int:
        after = self.canvas.put(y, x, day_words(day), "bold $text", end)
        after = self.canvas.put(y, after + 3, spell(cell.title, self.glyphs), "$text", end)
        if end - after > 16 and cell.minutes:
            self.canvas.put(y, after + 3, f"about {cell.minutes:.0f} min", "$text-3", end)
        said = [_STATUS.get(cell.status, ""), spell(cell.reason, self.glyphs), moved_words(cell), cell.slot]
        words = f" {self.glyphs.later} ".join(each for each in said if each)
        if words and y + 1 < self.bottom:
            y += 1
            self.canvas.put(y, x, words, "$text-2", end)
        return y + (2 if self.bottom - y > 8 else 1)

    def _shown(self, cell: PlanCell, room: int) -> list[PlanLine]:
        """The lines there is room for, warm-up and cool-down left out first."""
        lines = list(cell.lines)
        if len(lines) > room:
            lines = [line for line in lines if line.part == "work"]
        return lines[: max(room, 0)]

    def _line(self, y: int, x: int, end: int, line: PlanLine, beside: int) -> None:
        """Draw a line, its effort `beside` cells after where its sets begin."""
        wide = end - x
        name = f"& {line.name}" if line.superset else line.name
        style = "$text-2" if line.part == "work" else "$text-3"
        asks = x + (min(28, wide // 2 - 4) if wide >= 52 else wide // 2 - 1)
        self.canvas.put(y, x, spell(name, self.glyphs), style, asks - 1)
        if not (line.load or line.effort):
            self.canvas.put(y, asks, spell(line.asks, self.glyphs), "$text", end)
            return
        load = end - (10 if wide >= 52 and line.change else 0)
        begins = self.canvas.right(y, load, spell(line.load, self.glyphs), "$text")
        if wide >= 52:
            self.canvas.right(y, end, spell(line.change, self.glyphs)[:9], "$accent")
        after = self.canvas.put(y, asks, spell(line.asks, self.glyphs), "$text", begins - 1)
        effort = max(asks + beside, after + 2)
        if begins - effort > len(line.effort):
            self.canvas.put(y, effort, spell(line.effort, self.glyphs), "$text-3", begins - 1)

    def why(self, y: int, x: int, end: int, cells: tuple[PlanCell, ...]) -> int:
        """Why the first line that changes changes."""
        for cell in cells:
            for line in cell.lines:
                if line.why and line.part == "work" and y < self.bottom:
                    self.canvas.put(y, x, spell(f"{line.name}: {line.why}", self.glyphs), "$text-3", end)
                    return y + 1
        return y

    def findings(self, y: int, x: int, end: int, day: date, week: PlanWeek, *, short: bool = False) -> int:
        """What the rules say of the day, else of its week."""
        found = week.findings_on(day)
        grave = tuple(each for each in week.findings if each.severity >= Severity.WARN)
        chosen = sorted({*found, *grave}, key=lambda each: (day != each.day, -each.severity, each.id))
        for finding in chosen or week.findings[:1]:
            if y >= self.bottom:
                return y
            y = self._finding(y, x, end, finding, short=short)
        return y

    def _finding(self, y: int, x: int, end: int, finding: Finding, *, short: bool) -> int:
        grave = finding.severity >= Severity.WARN
        sign = "!" if grave else self.glyphs.later
        self.canvas.put(y, x, sign, "bold $danger" if grave else "$text-3")
        title = _TITLES.get(finding.id, finding.id)
        style = "bold $text" if grave else "$text-2"
        self.canvas.put(y, x + 2, title, style, end)
        y += 1
        about = f"{finding.severity.word} {finding.id}"
        said = wrap(spell(finding.sentence, self.glyphs), max(end - x - 2, 12))
        for place, text in enumerate(said[: 2 if short else 3]):
            if y >= self.bottom:
                return y
            after = self.canvas.put(y, x + 2, text, "$text-2", end)
            if place == len(said) - 1 and after + 3 + len(about) <= end:
                self.canvas.put(y, after + 3, about, "$text-3", end)
            y += 1
        if finding.mend and y < self.bottom:
            self.canvas.put(y, x + 2, self.glyphs.right, "$accent")
            after = self.canvas.put(y, x + 4, spell(finding.mend, self.glyphs), "$text", end)
            y = self._keys(y, x, after, end, finding)
        return y

    def _keys(self, y: int, x: int, after: int, end: int, finding: Finding) -> int:
        """The keys that do the mend, beside it or below it."""
        if finding.moved is not None:
            source, target = finding.moved
            days = (target - source).days
            key, times = ("L" if days > 0 else "H"), abs(days)
            said = " ".join([key] * times) if times <= 3 else f"{key} {times} times"
            said = f"on {source:%a}: {said}"
        else:
            said = "e edits the text"
        if after + 3 + len(said) > end:
            y, after = y + 1, x + 1
        if y < self.bottom:
            self.canvas.put(y, after + 3, said, "$accent", end)
        return y + 1

    def sums(self, y: int, x: int, end: int, week: PlanWeek, before: PlanWeek | None) -> int:
        """The week's figures beside those of the week before."""
        number = "" if week.of_round is None else f" {week.of_round}"
        rows: list[tuple[str, Callable[[PlanWeek], str]]] = [
            ("sprint seconds", lambda one: f"{one.sums.sprint_seconds:.0f}"),
            ("contacts", lambda one: f"{one.sums.contacts}"),
            ("hard sets, legs", lambda one: f"{one.sums.leg_sets}"),
            ("leg load (practice)", lambda one: f"{one.sums.leg_load:.0f}"),
            ("rest days", lambda one: f"{one.sums.rest_days}"),
        ]
        if self.bottom - y < 3:
            return y
        self.canvas.put(y, x, f"Week{number} as planned", "bold $text", end)
        for name, value in rows[: self.bottom - y - 1]:
            y += 1
            self.canvas.put(y, x + 2, name, "$text-2", end)
            self.canvas.right(y, x + 29, value(week), "$text")
            if before is not None and end - x > 42:
                last = " last week" if name == rows[0][0] else ""
                self.canvas.put(y, x + 32, f"{value(before)}{last}", "$text-3", end)
        return y + 1
