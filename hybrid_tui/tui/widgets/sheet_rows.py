"""The blocks and sets of a sheet as lines: what is in hand open, the others on one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.cells import cell_len

from hybrid_tui.domain.set_record import BlockStatus
from hybrid_tui.domain.sheet import SheetBlock
from hybrid_tui.domain.turns import superset_groups
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets import sheet_text as text
from hybrid_tui.tui.widgets.sheet_columns import MARK, Columns, Line
from hybrid_tui.tui.widgets.sheet_sets import Row, SetRows, hint, mark_cursor
from hybrid_tui.tui.widgets.sheet_view import Here, SheetView

_NAME_GAP = 2


class RowBuilder:
    """Draws the blocks of one view in given columns; a `panel` beside the list says plates and reasons.

    `kept` holds lines of closed blocks by position, from a view of the same sheet in the same columns; it is
    filled here. With a `fold` of 1 what is done without sets to tell shares a line, with 2 all that is done; a
    narrow list then folds short blocks to come as well.
    """

    def __init__(
        self,
        view: SheetView,
        columns: Columns,
        glyphs: Glyphs,
        when: Callable[[int, str], str],
        *,
        panel: bool,
        fold: int = 0,
        kept: dict[int, Row] | None = None,
    ) -> None:
        self.view = view
        self.columns = columns
        self.glyphs = glyphs
        self._sets = SetRows(view, columns, glyphs, when, panel=panel)
        self._fold = fold
        self._kept = {} if kept is None else kept

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
        if block.finished:
            if self._fold < 2 and text.done_in_short(block):
                return False
        elif block.load_text or not self.columns.narrow:
            return False
        return not fold or fold[0].status is block.status

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
            line.put(self._mark(fold[0]), "$text-2", _NAME_GAP)
            at = line.put(f"{len(fold)} {self._ended(fold[0]) or 'done'}", "$text-2", at) + 2
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
        if not chosen and block.position in self._kept:
            yield self._kept[block.position]
            return
        line = Line(self.columns.width, self.glyphs.more)
        mark_cursor(line, self.glyphs, chosen=chosen)
        mark = self._mark(block)
        quiet = "$text" if chosen else "$text-3" if block.status is BlockStatus.SKIPPED else "$text-2"
        line.put(mark, "$text-2", _NAME_GAP)
        self._facts(line, block, f"bold {quiet}" if chosen else quiet, quiet, closed=True)
        row = Row(line=line.content("$raised" if chosen else ""), here=here)
        if not chosen:
            self._kept[block.position] = row
        yield row
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
                said = block.line.removeprefix(f"{block.name.lower()}: ")
                yield from self._words_rows(said, "$surface")
            yield from self._sets.of(block)
        if airy:
            yield self._blank("$surface")

    def _block_row(self, block: SheetBlock) -> Row:
        here = Here(block=block.position)
        chosen = here == self.view.here
        line = Line(self.columns.width, self.glyphs.more)
        line.put(self.glyphs.bar, "$accent", 0)
        mark_cursor(line, self.glyphs, chosen=chosen)
        if block.superset:
            line.put("&", "bold $accent", _NAME_GAP)
        elif block.finished:
            line.put(self._mark(block), "$text-2", _NAME_GAP)
        self._facts(line, block, "bold $text", "$text")
        return Row(line=line.content("$raised" if chosen else "$surface"), here=here)

    def _facts(self, line: Line, block: SheetBlock, name: str, style: str, *, closed: bool = False) -> None:
        """Name, sets, effort, load, change and last time, each in its column.

        A closed lift tells what was done, and what was asked of it where there is room.
        """
        at, spell = self.columns, self.glyphs
        line.put(text.spell(block.name, spell), name, MARK, at.sets - 1)
        done = text.done_in_short(block) if closed and block.finished else ""
        load = text.spell(text.done_loads(block) if done else block.load_text, spell)
        edge = line.put_right(load, name, at.load, at.sets) if load else at.load
        asked = text.spell(block.sets_text or block.line, spell)
        after = line.put(text.spell(done, spell) or asked, style, at.sets, edge - 1 if load else edge)
        if done:
            line.put(asked, "$text-3", max(at.effort, after + 2), edge - 1, whole=True)
        else:
            begin = max(at.effort, after + 1)
            for effort in text.effort_and_side(block):
                if line.put(text.spell(effort, spell), "$text-2", begin, edge - 1, whole=True) > begin:
                    break
        if at.narrow:
            return
        change = text.spell(block.change or self._ended(block), spell)
        moved = not block.finished and change not in ("", "=")
        line.put_right(change, "$accent" if moved else "$text-2" if block.finished else "$text-3", at.change)
        last = text.spell((block.excuse if block.finished else "") or block.last, spell)
        if block.timed and not block.finished and self.view.here == Here(block=block.position):
            hint(line, self.columns, "enter", "starts it")
        elif "  " in last:
            first, _, rest = last.partition("  ")
            after = max(line.put(first, "$text-3", at.last) + 1, at.last + 7)
            line.put(rest.strip(), "$text-3", after)
        else:
            line.put(last, "$text-3", at.last)

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
