"""What a session has come to and what comes next: one line above the keys, or a panel beside the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import wrap

from textual.content import Content

from hybrid_tui.domain.sheet import SheetBlock, SheetState
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.rest import RestClock
from hybrid_tui.tui.widgets.line_widget import LineWidget
from hybrid_tui.tui.widgets.rest_strip import bar, clock_text
from hybrid_tui.tui.widgets.sheet_columns import Line
from hybrid_tui.tui.widgets.sheet_text import amount_and_load, plates, set_words, spell
from hybrid_tui.tui.widgets.sheet_view import SheetView, group_of
from hybrid_tui.tui.words import margin

_DIGITS = (32, 6)
"""Columns and rows for the rest's digits."""


class SessionFacts(LineWidget):
    """What both forms share: the view, the rest, the time that has passed."""

    def __init__(self, rest: RestClock, glyphs: Glyphs, elapsed_s: Callable[[], int | None]) -> None:
        super().__init__()
        self.rest = rest
        self.glyphs = glyphs
        self._elapsed_s = elapsed_s
        self._view: SheetView | None = None

    def show(self, view: SheetView) -> None:
        """Draw this view, if it is news."""
        if view != self._view:
            self._view = view
            self.draw()

    def show_rest(self) -> None:
        """The rest's shown second changed, or it began, moved or ended."""
        self.draw()

    def show_time(self) -> None:
        """The session's shown second changed."""
        self.draw()

    def _next(self, view: SheetView) -> tuple[str, str, str]:
        """Name, set and amount of what comes next; the rest's own words where the sheet has none."""
        turn = view.sheet.next_up
        if turn is None:
            return (spell(self.rest.running.then, self.glyphs) if self.rest.running else "", "", "")
        block, row = turn
        if row is None:
            return spell(block.name, self.glyphs), "", ""
        return spell(block.name, self.glyphs), set_words(block, row), amount_and_load(row, self.glyphs)


class SessionStrip(SessionFacts):
    """`Rest 1:42 ━━━━ then Pull-up 1 of 4   41:08   4 of 17 sets` under a hairline."""

    def lines(self, width: int, height: int) -> list[Content]:
        """The line for the width there is; what comes next goes first where it does not fit."""
        edge = margin(width)
        rule = Content.styled(self.glyphs.rule * width, "$hair")
        if self._view is None:
            return [rule]
        room = width - 2 * edge
        left, right = self._left(width), self._right(self._view, room)
        room -= left.cell_length + right.cell_length + 2
        middle = self._middle(self._view, room)
        gap = room + 2 - middle.cell_length
        return [rule, Content.assemble(" " * edge, left, middle, " " * gap, right)]

    def _left(self, width: int) -> Content:
        if self.rest.running is None:
            return Content()
        cells = 18 if width >= 80 else 12
        left = clock_text(self.rest.left_s())
        lit = bar(1 - self.rest.fraction(), cells, self.glyphs)
        return Content.assemble(
            ("Rest ", "$text-2"), (left, "bold $accent"), " " * max(1, 6 - len(left)), lit
        )

    def _middle(self, view: SheetView, room: int) -> Content:
        """`then Pull-up 1 of 4`, as much of it as fits as a whole."""
        name, place, amount = self._next(view)
        resting = self.rest.running is not None
        why = self.rest.running.why if self.rest.running is not None else ""
        word = "  then " if resting else "next "
        short = place.removeprefix("set ")
        for words in ((f" {place}", f"   {amount}"), (f" {short}", ""), ("", "")):
            if resting and words[1]:
                continue
            line = Content.assemble(
                (word, "$text-3"), (name, "$text"), (words[0], "$text-2"), (words[1], "$text")
            )
            if name and line.cell_length <= room:
                told = Content.styled(f"   {spell(why, self.glyphs)}", "$text-3") if why else Content()
                return line + told if line.cell_length + told.cell_length <= room else line
        return Content()

    def _right(self, view: SheetView, room: int) -> Content:
        sheet, elapsed = view.sheet, self._elapsed_s()
        parts: list[tuple[str, str]] = []
        if elapsed is not None:
            parts.append((clock_text(elapsed), "$text"))
        if sheet.sets_total:
            word = " sets" if room >= 70 else ""
            parts.append((f"   {sheet.sets_done}", "$text-2"))
            parts.append((f" of {sheet.sets_total}{word}", "$text-2"))
        return Content.assemble(*parts)


class SessionPanel(SessionFacts):
    """The rest in big digits, the bar and the reason, and what the session has come to."""

    def lines(self, width: int, height: int) -> list[Content]:
        """As many of the sections as there is room for, with air between them where it fits."""
        if self._view is None or width < 10:
            return []
        sections = [
            self._rest(self._view, width),
            self._load(self._view, width),
            self._session(self._view, width),
        ]
        sections = [each for each in sections if each]
        for air in (1, 0):
            lines = self._stack(sections, air, width)
            if len(lines) <= height:
                break
        else:
            while len(sections) > 1 and len(lines) > height:
                sections.pop(1)
                lines = self._stack(sections, 0, width)
        return lines[:height]

    def _stack(self, sections: Sequence[Sequence[Content | None]], air: int, width: int) -> list[Content]:
        """Sections below each other with a hairline between; None in a section is air."""
        lines: list[Content] = []
        for section in sections:
            if lines:
                lines += [
                    *[Content()] * air,
                    Content.styled(self.glyphs.rule * width, "$hair"),
                    *[Content()] * air,
                ]
            for line in section:
                if line is not None:
                    lines.append(line)
                elif air:
                    lines.append(Content())
        return lines

    def _rest(self, view: SheetView, width: int) -> list[Content | None]:
        name, place, amount = self._next(view)
        running = self.rest.running
        line = Line(width, self.glyphs.more)
        if amount:
            line.put_right(amount, "$text", width)
        at = line.put("then", "$text-3", 0) + 1 if running else 0
        at = line.put(name, "$text", at) + 1
        room = width - at - (len(amount) + 1 if amount else 0)
        short = place.removeprefix("set ")
        for words in (place, short, short.partition(" of ")[0]):
            if len(words) <= room:
                line.put(words, "$text-3", at)
                break
        if running is None:
            return [Content.styled("Next", "bold $text"), None, line.content()] if name else []
        head = Line(width)
        head.put("Rest", "bold $text", 0)
        head.put_right(running.why or f"of {clock_text(running.total_s)}", "$text-3", width)
        lit = bar(1 - self.rest.fraction(), width, self.glyphs)
        return [head.content(), None, *self._digits(width), None, lit, *([line.content()] if name else [])]

    def _digits(self, width: int) -> list[Content]:
        from hybrid_tui.tui.widgets.digit_raster import fit, raster  # late: only a running rest needs it

        shown = clock_text(self.rest.left_s())
        box = fit(
            "".join("0" if sign.isdigit() else sign for sign in shown), min(_DIGITS[0], width), _DIGITS[1]
        )
        if box is None:
            return [Content.styled(shown, "bold $accent")]
        left = " " * ((width - box.width(shown)) // 2)
        drawn = [raster(sign, box, self.glyphs.plain) for sign in shown]
        gap = " " * box.gap
        return [Content.styled(left + gap.join(rows), "$accent") for rows in zip(*drawn, strict=True)]

    def _load(self, view: SheetView, width: int) -> list[Content | None]:
        """The plates, and what changed and why: of the block under the cursor, else of its group."""
        group = group_of(view.sheet, view.here.block) or view.open_group
        about = [block for block in group if block.position == view.here.block] + list(group)
        told = next(
            (block for block in about if block.per_side or block.why or block.estimate or block.side), None
        )
        if told is None:
            return []
        lines: list[Content | None] = []
        turn = view.sheet.next_up
        if turn is None or turn[0] is not told:
            lines += [Content.styled(spell(told.name, self.glyphs), "bold $text"), None]
        if told.per_side:
            row = told.next_set or (told.sets[-1] if told.sets else None)
            load = row.target.load if row is not None else None
            name = spell(told.load_text or load or told.name, self.glyphs)
            where = "" if told.per_side.startswith("here ") else " on the bar"
            lines.append(Content.assemble((name, "bold $text"), (where, "bold $text")))
            lines.append(Content.styled(spell(plates(told), self.glyphs), "$text-2"))
        sides = "each side" if told.side else ""
        said = [each for each in (sides, told.estimate, told.total) if each]
        if said:
            lines += [None] if lines else []
            lines += [Content.styled(spell(each, self.glyphs), "$text-2") for each in said]
        if told.why:
            lines += [None] if lines else []
            lines += self._why(told, width)
        return lines

    def _why(self, block: SheetBlock, width: int) -> list[Content]:
        change = spell(block.change, self.glyphs) if not block.finished else ""
        inset = len(change) + 1 if change else 0
        pieces = wrap(spell(block.why, self.glyphs), max(width - inset, 12)) or [""]
        if not change:
            return [Content.styled(piece, "$text-2") for piece in pieces]
        first = Content.assemble(
            (change, "$accent" if change != "=" else "$text-3"), (f" {pieces[0]}", "$text-2")
        )
        return [first, *(Content.styled(" " * inset + piece, "$text-3") for piece in pieces[1:])]

    def _session(self, view: SheetView, width: int) -> list[Content | None]:
        sheet, elapsed = view.sheet, self._elapsed_s()
        facts: list[tuple[str, str, str]] = []
        if elapsed is not None:
            facts.append(("elapsed", clock_text(elapsed), ""))
        if sheet.sets_total:
            facts.append(("sets", str(sheet.sets_done), f" of {sheet.sets_total}"))
        if sheet.sprint_seconds:
            facts.append(("sprint seconds", f"{sheet.sprint_seconds:.0f}", ""))
        if sheet.contacts or sheet.contacts_week:
            facts.append(("contacts this week", str(sheet.contacts_week), ""))
        if sheet.load_so_far is not None:
            so_far = "load so far" if sheet.state is SheetState.OPEN else "load"
            facts.append((so_far, f"{sheet.load_so_far:.0f}", ""))
        if not facts:
            return []
        return [Content.styled("Session", "bold $text"), None, *(self._fact(*each, width) for each in facts)]

    def _fact(self, name: str, value: str, unit: str, width: int) -> Content:
        edge = width - 6
        line = Line(width)
        line.put_right(value, "$text", edge)
        line.put(unit, "$text-3", edge)
        line.put(name, "$text-2", 0)
        return line.content()
