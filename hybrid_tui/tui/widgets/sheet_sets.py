"""The sets of a block as lines: number, box, what is asked or was done, and a word at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual.content import Content

from hybrid_tui.domain.sheet import SheetBlock, SheetSet
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets import sheet_text as text
from hybrid_tui.tui.widgets.sheet_columns import Columns, Line
from hybrid_tui.tui.widgets.sheet_view import Here, SheetView

_BOX = 8


class Row(NamedTuple):
    """One drawn line and what a pointer finds on it."""

    line: Content
    here: Here | None = None
    """Where a click puts the cursor; None on a line that only speaks."""
    box: bool = False
    """Whether it has a box to tick at its left."""
    names: tuple[tuple[int, Here], ...] = ()
    """On a line that several blocks share: the cell before which each of them ends."""

    def at(self, x: int) -> Here | None:
        """What is found at that cell."""
        return next((here for end, here in self.names if x < end), self.here)

    def ticks(self, x: int) -> bool:
        """Whether that cell belongs to the box."""
        return self.box and _BOX - 1 <= x <= _BOX + 1


class SetRows:
    """Draws the sets of a view's open blocks; a `panel` beside the list says plates and reasons."""

    def __init__(
        self,
        view: SheetView,
        columns: Columns,
        glyphs: Glyphs,
        when: Callable[[int, str], str],
        *,
        panel: bool,
    ) -> None:
        self.view = view
        self.columns = columns
        self.glyphs = glyphs
        self._when = when
        self._up = view.up
        self._panel = panel

    def of(self, block: SheetBlock) -> list[Row]:
        """A line for each set."""
        asides = self._asides(block)
        return [self._set_row(block, row, asides) for row in block.sets]

    def _set_row(self, block: SheetBlock, row: SheetSet, asides: list[str]) -> Row:
        here = Here(block=block.position, row=row.position)
        chosen, up, done = here == self.view.here, here == self._up, row.done is not None
        line = Line(self.columns.width, self.glyphs.more)
        line.put(self.glyphs.bar, "$accent", 0)
        mark_cursor(line, self.glyphs, chosen=chosen)
        style = "$text-2" if done else "$text" if chosen or up else "$text-3"
        strong = f"bold {style}" if chosen or (up and not done) else style
        line.put_right(text.number(row), strong, _BOX - 1)
        line.put(
            self.glyphs.done if done else self.glyphs.open,
            "$accent" if not done and (chosen or up) else style,
            _BOX,
        )
        self._set_facts(line, block, row, strong)
        self._set_end(line, row, asides, chosen=chosen, up=up, does="each side" if block.side else "ticks it")
        return Row(line=line.content("$raised" if chosen else "$surface"), here=here, box=True)

    def _set_facts(self, line: Line, block: SheetBlock, row: SheetSet, style: str) -> None:
        at, glyphs = self.columns, self.glyphs
        load = text.spell(text.load(row), glyphs)
        edge = line.put_right(load, style, at.load, at.sets) if load else at.load
        stands = at.sets + _first_figure(block.sets_text)
        after = line.put(text.spell(text.amount(row), glyphs), style, stands, edge - 1)
        if row.done is not None:
            effort, shade = text.done_effort(row.done, row.target), "$text-2"
        else:
            shown = Here(block=block.position, row=row.position) in (self.view.here, self._up)
            effort, shade = text.effort_text(row.target.effort) if shown else "", "$text-3"
        line.put(text.spell(effort, glyphs), shade, max(at.effort, after + 1), edge - 1, whole=True)

    def _set_end(
        self, line: Line, row: SheetSet, asides: list[str], *, chosen: bool, up: bool, does: str
    ) -> None:
        """The right-hand columns of a set: when it was done, what a key does, or a word about the block."""
        at = self.columns
        if at.narrow:
            return
        if row.done is not None and row.done.at_us is not None:
            line.put_right(self._when(row.done.at_us, row.done.zone), "$text-2", at.change)
        if chosen and row.done is not None:
            hint(line, self.columns, "e", "corrects it")
        elif chosen and row.target.asks:
            hint(line, self.columns, "space", "asks reps" if row.target.load else "asks load")
        elif chosen:
            hint(line, self.columns, "space", does)
        elif row.done is not None and row.done.note:
            line.put(text.spell(row.done.note, self.glyphs), "$text-3", at.last)
        elif up:
            line.put(f"{self.glyphs.left} next", "$text-2", at.last)
        elif row.done is None and asides:
            line.put(asides.pop(0), "$text-3", at.last)

    def _asides(self, block: SheetBlock) -> list[str]:
        """Plates and reason for the lines that have room; with a panel beside the list it says them."""
        if self._panel or self.columns.narrow:
            return []
        from textwrap import wrap  # late: only a list without its panel says it here

        room = self.columns.width - self.columns.last
        spare = sum(
            row.done is None
            and Here(block=block.position, row=row.position) not in (self.view.here, self._up)
            for row in block.sets
        )
        pieces: list[str] = []
        asked = any(row.target.load is None for row in block.sets)  # the key says that already
        for each in (text.plates(block), "" if asked else block.why):
            if each and len(pieces) < spare:
                said = text.spell(each, self.glyphs)
                lines = spare - len(pieces)
                pieces += wrap(said, room, max_lines=lines, placeholder=f" {self.glyphs.more}")
        return pieces


def hint(line: Line, columns: Columns, key: str, does: str) -> None:
    """What a key does just here, in the last column."""
    after = line.put(key, "bold $accent", columns.last)
    line.put(does, "$text-2", after + 1)


def mark_cursor(line: Line, glyphs: Glyphs, *, chosen: bool) -> None:
    """The cursor's sign, where it stands."""
    if chosen:
        line.put(glyphs.now, "$accent", 1)


def _first_figure(sets_text: str) -> int:
    """Where the repetitions stand in `4 × 6-8`, so that those of the sets stand below."""
    before, times, _ = sets_text.partition("× ")
    return len(before) + 2 if times and len(before) < 4 else 4
