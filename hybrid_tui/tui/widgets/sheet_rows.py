"""The blocks and sets of a sheet as lines: what is in hand open, the others on one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from rich.cells import cell_len
from textual.content import Content

from hybrid_tui.domain.record import BlockStatus
from hybrid_tui.domain.sheet import SheetBlock, SheetSet, superset_groups
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets import sheet_text as text
from hybrid_tui.tui.widgets.sheet_columns import MARK, Columns, Line
from hybrid_tui.tui.widgets.sheet_view import Here, SheetView

_BOX = 8
_NAME_GAP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One drawn line and what a pointer finds on it."""

    line: Content
    here: Here | None = None
    """Where a click puts the cursor; None on a line that only speaks."""
    box: bool = False
    """Whether it has a box to tick at its left."""
    names: tuple[tuple[int, Here], ...] = field(default=())
    """On a line that several blocks share: the cell before which each of them ends."""

    def at(self, x: int) -> Here | None:
        """What is found at that cell."""
        return next((here for end, here in self.names if x < end), self.here)

    def ticks(self, x: int) -> bool:
        """Whether that cell belongs to the box."""
        return self.box and _BOX - 1 <= x <= _BOX + 1


class RowBuilder:
    """Draws the blocks of one view in given columns; a `panel` beside the list says plates and reasons.

    With `fold` what is done shares a line; a narrow list always does that, also with short blocks to come.
    """

    def __init__(
        self,
        view: SheetView,
        columns: Columns,
        glyphs: Glyphs,
        when: Callable[[int, str], str],
        *,
        panel: bool,
        fold: bool = False,
    ) -> None:
        self.view = view
        self.columns = columns
        self.glyphs = glyphs
        self._when = when
        self._up = view.up
        self._panel = panel
        self._fold = fold or columns.narrow

    def rows(self, *, airy: bool) -> list[Row]:
        """All blocks in their order; `airy` leaves blank lines around what is open."""
        found: list[Row] = []
        fold: list[SheetBlock] = []
        opened = {block.position for block in self.view.open_group}
        for group in superset_groups(self.view.sheet.blocks):
            if group[0].position not in opened:
                for block in group:
                    if self._folds(block, fold):
                        fold.append(block)
                    else:
                        found += self._folded(fold)
                        fold = [block] if self._folds(block, []) else []
                        if not fold:
                            found += self._closed(block)
                continue
            found += self._folded(fold)
            fold = []
            if airy and found:
                found.append(self._blank())
            found += self._opened(group, airy=airy)
            if airy:
                found.append(self._blank())
        return found + self._folded(fold)

    def _folds(self, block: SheetBlock, fold: list[SheetBlock]) -> bool:
        """Whether it may share a line with those before it."""
        if not self._fold or block.position == self.view.here.block:
            return False
        if not block.finished and (block.load_text or not self.columns.narrow):
            return False
        return not fold or fold[0].finished == block.finished

    def _folded(self, fold: list[SheetBlock]) -> list[Row]:
        """Several blocks on one line; a single one has its own."""
        if not fold:
            return []
        if len(fold) == 1:
            return list(self._closed(fold[0]))
        line = Line(self.columns.width, self.glyphs.more)
        at = MARK
        style = "$text-2"
        if fold[0].finished:
            line.put(self.glyphs.done, "$text-2", _NAME_GAP)
            at = line.put(f"{len(fold)} done", "$text-2", at) + 2
            style = "$text-3"
        else:
            line.put(self.glyphs.later, "$text-2", _NAME_GAP)
        ends: list[tuple[int, Here]] = []
        words: list[str] = []
        for number, block in enumerate(fold):
            name = text.spell(block.name, self.glyphs)
            words.append(name[:1].lower() + name[1:] if number or fold[0].finished else name)
            ends.append((at + cell_len(", ".join(words)) + 1, Here(block=block.position)))
        line.put(", ".join(words), style, at)
        return [Row(line=line.content(), here=ends[0][1], names=tuple(ends))]

    def _closed(self, block: SheetBlock) -> Iterator[Row]:
        """A block on one line, and its note while the cursor is there."""
        here = Here(block=block.position)
        chosen = here == self.view.here
        line = Line(self.columns.width, self.glyphs.more)
        self._cursor(line, chosen)
        mark = self._mark(block)
        quiet = "$text" if chosen else "$text-3" if block.status is BlockStatus.SKIPPED else "$text-2"
        line.put(mark, "$text-2", _NAME_GAP)
        self._facts(line, block, f"bold {quiet}" if chosen else quiet, quiet)
        yield Row(line=line.content("$raised" if chosen else ""), here=here)
        if chosen and block.note:
            yield from self._words_rows(block.note, "")

    def _opened(self, group: tuple[SheetBlock, ...], *, airy: bool) -> Iterator[Row]:
        """The block in hand with its superset on one surface."""
        if airy:
            yield self._blank("$surface")
        for number, block in enumerate(group):
            if number and airy:
                yield self._blank("$surface")
            yield self._block_row(block)
            if block.note:
                yield from self._words_rows(block.note, "$surface")
            if block.timed and not block.finished:
                yield from self._words_rows(block.line, "$surface")
            asides = self._asides(block)
            for row in block.sets:
                yield self._set_row(block, row, asides)
        if airy:
            yield self._blank("$surface")

    def _block_row(self, block: SheetBlock) -> Row:
        here = Here(block=block.position)
        chosen = here == self.view.here
        line = Line(self.columns.width, self.glyphs.more)
        line.put(self.glyphs.bar, "$accent", 0)
        self._cursor(line, chosen)
        if block.superset:
            line.put("&", "bold $accent", _NAME_GAP)
        elif block.finished:
            line.put(self._mark(block), "$text-2", _NAME_GAP)
        self._facts(line, block, "bold $text", "$text")
        return Row(line=line.content("$raised" if chosen else "$surface"), here=here)

    def _facts(self, line: Line, block: SheetBlock, name: str, style: str) -> None:
        """Name, sets, effort, load, change and last time, each in its column."""
        at, spell = self.columns, self.glyphs
        line.put(text.spell(block.name, spell), name, MARK, at.sets - 1)
        load = text.spell(block.load_text, spell)
        edge = line.put_right(load, name, at.load, at.sets) if load else at.load
        if block.effort_text:
            line.put(text.spell(block.effort_text, spell), "$text-2", at.effort, edge - 1, whole=True)
        line.put(text.spell(block.sets_text or block.line, spell), style, at.sets, edge - 1 if load else edge)
        if at.narrow:
            return
        change = text.spell(block.change or self._ended(block), spell)
        moved = not block.finished and change not in ("", "=")
        line.put_right(change, "$accent" if moved else "$text-2" if block.finished else "$text-3", at.change)
        last = text.spell(block.reason if block.finished and block.reason else block.last, spell)
        if block.timed and not block.finished and self.view.here == Here(block=block.position):
            self._hint(line, "enter", "starts it")
        elif "  " in last:
            first, _, rest = last.partition("  ")
            after = max(line.put(first, "$text-3", at.last) + 1, at.last + 7)
            line.put(rest.strip(), "$text-3", after)
        else:
            line.put(last, "$text-3", at.last)

    def _set_row(self, block: SheetBlock, row: SheetSet, asides: list[str]) -> Row:
        here = Here(block=block.position, row=row.position)
        chosen, up, done = here == self.view.here, here == self._up, row.done is not None
        line = Line(self.columns.width, self.glyphs.more)
        line.put(self.glyphs.bar, "$accent", 0)
        self._cursor(line, chosen)
        style = "$text-2" if done else "$text" if chosen or up else "$text-3"
        strong = f"bold {style}" if chosen or (up and not done) else style
        line.put_right(text.number(row), strong, _BOX - 1)
        line.put(
            self.glyphs.done if done else self.glyphs.open,
            "$accent" if not done and (chosen or up) else style,
            _BOX,
        )
        self._set_facts(line, block, row, strong)
        self._set_end(line, row, asides, chosen=chosen, up=up)
        return Row(line=line.content("$raised" if chosen else "$surface"), here=here, box=True)

    def _set_facts(self, line: Line, block: SheetBlock, row: SheetSet, style: str) -> None:
        at, glyphs = self.columns, self.glyphs
        load = text.spell(text.load(row), glyphs)
        edge = line.put_right(load, style, at.load, at.sets) if load else at.load
        stands = _first_figure(block.sets_text)
        line.put(text.spell(text.amount(row), glyphs), style, at.sets + stands, at.effort - 1)
        if row.done is not None:
            effort, shade = text.done_effort(row.done, row.target), "$text-2"
        else:
            shown = Here(block=block.position, row=row.position) in (self.view.here, self._up)
            effort, shade = text.effort_text(row.target.effort) if shown else "", "$text-3"
        line.put(text.spell(effort, glyphs), shade, at.effort, edge - 1, whole=True)

    def _set_end(self, line: Line, row: SheetSet, asides: list[str], *, chosen: bool, up: bool) -> None:
        """The right-hand columns of a set: when it was done, what a key does, or a word about the block."""
        at = self.columns
        if at.narrow:
            return
        if row.done is not None and row.done.at_us is not None:
            line.put_right(self._when(row.done.at_us, row.done.zone), "$text-2", at.change)
        if chosen and row.done is not None:
            self._hint(line, "e", "corrects it")
        elif chosen and row.target.asks:
            self._hint(line, "space", "asks reps" if row.target.load else "asks load")
        elif chosen:
            self._hint(line, "space", "ticks it")
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
        for each in (text.plates(block), block.why):
            if each and len(pieces) < spare:
                said = text.spell(each, self.glyphs)
                lines = spare - len(pieces)
                pieces += wrap(said, room, max_lines=lines, placeholder=f" {self.glyphs.more}")
        return pieces

    def _hint(self, line: Line, key: str, does: str) -> None:
        after = line.put(key, "bold $accent", self.columns.last)
        line.put(does, "$text-2", after + 1)

    def _cursor(self, line: Line, chosen: bool) -> None:
        if chosen:
            line.put(self.glyphs.now, "$accent", 1)

    def _mark(self, block: SheetBlock) -> str:
        if block.status is BlockStatus.DONE:
            return self.glyphs.done
        if block.status is BlockStatus.PARTIAL:
            return self.glyphs.ease
        if block.status is BlockStatus.SKIPPED:
            return self.glyphs.dash
        return "&" if block.superset else self.glyphs.later

    def _ended(self, block: SheetBlock) -> str:
        """The result's word where the block has none of its own."""
        return {BlockStatus.SKIPPED: "skipped", BlockStatus.PARTIAL: "part"}.get(block.status, "")

    def _words_rows(self, words: str, ground: str) -> Iterator[Row]:
        """Quiet words below a block's name, three lines of them at most."""
        from textwrap import wrap  # late: most blocks have none

        room = max(self.columns.width - MARK, 12)
        for piece in wrap(
            text.spell(words, self.glyphs), room, max_lines=3, placeholder=f" {self.glyphs.more}"
        ):
            line = Line(self.columns.width, self.glyphs.more)
            if ground:
                line.put(self.glyphs.bar, "$accent", 0)
            line.put(piece, "$text-3", MARK)
            yield Row(line=line.content(ground))

    def _blank(self, ground: str = "") -> Row:
        line = Line(self.columns.width)
        if ground:
            line.put(self.glyphs.bar, "$accent", 0)
        return Row(line=line.content(ground))


def _first_figure(sets_text: str) -> int:
    """Where the repetitions stand in `4 × 6-8`, so that those of the sets stand below."""
    before, times, _ = sets_text.partition("× ")
    return len(before) + 2 if times and len(before) < 4 else 4
