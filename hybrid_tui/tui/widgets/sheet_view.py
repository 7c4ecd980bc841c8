"""Where the cursor stands on a sheet and which block is open. Pure: no widget here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hybrid_tui.domain.sheet import Sheet, SheetBlock, SheetSet, SheetState
from hybrid_tui.domain.turns import superset_groups

TITLE = -1
"""The block of the session's own title, and the row of a block's own line."""


class Here(NamedTuple):
    """A place the cursor can stand on."""

    block: int = TITLE
    """Position of the block; `TITLE` on the session's title."""
    row: int = TITLE
    """Position of the set; `TITLE` on the block's own line."""


class SheetView(NamedTuple):
    """A sheet with its cursor."""

    sheet: Sheet
    here: Here = Here()
    opened: int | None = None
    """A block that was opened by hand; None to follow the block in hand."""
    banner: bool = True
    """Whether an offer is shown; `esc` hides it."""
    best: str = ""
    """A new best, in one quiet line."""
    hint: str = ""
    """What the latest set says about those to come, in one quiet line."""
    waiting: bool = False
    """Whether the file keeps us waiting."""

    @property
    def offers(self) -> bool:
        """Whether a lighter version is on the screen to be taken or not."""
        return self.banner and self.sheet.offer is not None

    @property
    def block(self) -> SheetBlock | None:
        """The block under the cursor."""
        return next((each for each in self.sheet.blocks if each.position == self.here.block), None)

    @property
    def row(self) -> SheetSet | None:
        """The set under the cursor."""
        return _row(self.block, self.here.row)

    @property
    def target(self) -> SheetSet | None:
        """The set that a verb means: the one under the cursor, on a block's line its next one."""
        if self.row is not None or self.block is None:
            return self.row
        return self.block.next_set

    @property
    def up(self) -> Here | None:
        """What comes next."""
        turn = self.sheet.next_up
        return None if turn is None else _at(*turn)

    @property
    def open_group(self) -> tuple[SheetBlock, ...]:
        """The blocks that are drawn open: the one opened by hand, else the one in hand with its superset."""
        block = self.opened
        if block is None and self.sheet.state in (SheetState.PLANNED, SheetState.OPEN):
            up = self.up
            block = None if up is None else up.block
        return group_of(self.sheet, block)

    def stops(self) -> list[Here]:
        """Every place the cursor can stand on, from the top."""
        opened = {block.position for block in self.open_group}
        found = [Here()]
        for block in self.sheet.blocks:
            found.append(Here(block=block.position))
            if block.position in opened:
                found += [Here(block=block.position, row=row.position) for row in block.sets]
        return found

    def moved(self, steps: int) -> SheetView:
        """The cursor that many places down (up where negative), never past an end."""
        stops = self.stops()
        at = stops.index(self.here) if self.here in stops else 0
        return self._replace(here=stops[max(0, min(at + steps, len(stops) - 1))])

    def moved_blocks(self, steps: int) -> SheetView:
        """The cursor on the line of the block that many blocks down; going up stops at its own line first."""
        lines = [each for each in self.stops() if each.row == TITLE]
        own = Here(block=self.here.block)
        at = lines.index(own) if own in lines else 0
        if steps < 0 and self.here != own:
            steps += 1
        return self._replace(here=lines[max(0, min(at + steps, len(lines) - 1))])

    def standing(self) -> SheetView:
        """The same, with the cursor somewhere that exists."""
        stops = self.stops()
        if self.here in stops:
            return self
        near = Here(block=self.here.block)
        return self._replace(here=near if near in stops else stops[-1] if len(stops) > 1 else stops[0])

    def still_at(self, block: SheetBlock | None) -> SheetView:
        """The cursor where it stood while the sheet is another: with its block, or at the next thing without it."""
        if block is None or (self.block is not None and self.block.name == block.name):
            return self.standing()
        moved = next(
            (each for each in self.sheet.blocks if block.id is not None and each.id == block.id), None
        )
        if moved is None:
            return self.at_next()
        return self._replace(here=self.here._replace(block=moved.position)).standing()

    def at_next(self, after: int | None = None) -> SheetView:
        """The cursor on what comes next: in the group of block `after` while that has something left."""
        group = group_of(self.sheet, after)
        turn = self.sheet._replace(blocks=group).next_up or self.sheet.next_up
        if turn is None:
            return self._replace(opened=None).standing()
        first = self._replace(opened=None, here=_at(*turn))
        return first if first.here in first.stops() else first._replace(opened=turn[0].position)


def group_of(sheet: Sheet, block: int | None) -> tuple[SheetBlock, ...]:
    """The superset a block belongs to, or the block alone; empty where there is no such block."""
    for group in superset_groups(sheet.blocks):
        if any(each.position == block for each in group):
            return group
    return ()


def spot_words(view: SheetView) -> Iterator[str]:
    """What the cursor stands on, in words: `Pull-up`, `set 1 of 4`."""
    from hybrid_tui.tui.widgets.sheet_text import set_words  # late: only a line or dialog asks

    if view.block is None:
        yield view.sheet.title
        return
    yield view.block.name
    if view.target is not None:
        yield set_words(view.block, view.target)


def _row(block: SheetBlock | None, position: int) -> SheetSet | None:
    if block is None:
        return None
    return next((each for each in block.sets if each.position == position), None)


def _at(block: SheetBlock, row: SheetSet | None) -> Here:
    return Here(block=block.position, row=TITLE if row is None else row.position)
