"""What the keys of Today do to the session: each asks the coach, one line or one key at most in between."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.set_record import SetRecord
from hybrid_tui.domain.sheet import SheetBlock, SheetSet
from hybrid_tui.tui.screens.today_deeds import DeedScreen
from hybrid_tui.tui.widgets import sheet_text
from hybrid_tui.tui.widgets.sheet_view import SheetView, spot_words

TWO_FORMS = "write 82.5x5@8 or 5"
"""Said below a line that is not understood where the notation has no better word."""


class SetVerbs(DeedScreen):
    """Verbs on one set or one lift."""

    def action_tick(self) -> None:
        """Tick the set as shown and start its rest; a set that a person must speak for opens its line."""
        view = self.view
        if view is None or view.block is None:
            return
        if view.target is not None and view.target.target.asks:
            self.action_edit()
            return
        self.do(self._tick)

    async def _tick(self) -> None:
        """Where the cursor stands by now: after a quick second press that is the next set."""
        from hybrid_tui.coach import blocks, lifting  # late: not needed for the first paint

        view = self.view
        if view is None or view.block is None or not self.check_action("tick", ()):
            return
        block, row = view.block, view.target
        if row is not None and row.target.asks:
            self.action_edit()
            return
        if row is None and self.timer_holds(view, block):
            self.shell.notify(f"The timer has {block.name} in hand: enter shows it, f there ends it.")
            return
        verb: Callable[..., Outcome] = lifting.tick if row is not None else blocks.tick_timed
        outcome = await self.ask(verb, self.spot(target=True))
        await self.settle(outcome, lambda after: after.at_next(block.position))

    def action_edit(self) -> None:
        """Open one line for what was done."""
        view = self.view
        if view is None or view.block is None or view.target is None:
            return
        from hybrid_tui.coach import lifting  # late: not needed for the first paint

        block, row, spot = view.block, view.target, self.spot(target=True)

        async def record(text: str) -> None:
            try:
                outcome = await self.ask(lifting.record, spot, text)
            except NotationError as error:
                raise hinted(error) from error
            if row.done is None:
                await self.settle(outcome, lambda after: after.at_next(block.position))
            else:
                await self.settle(outcome)

        self.open_line(
            " ".join(spot_words(view)),
            self.taking(record),
            text=sheet_text.entry_text(row),
            example=self._example(block, row),
            replaced=True,
        )

    def _example(self, block: SheetBlock, row: SheetSet) -> str:
        """Forms that are understood, and last time where the list has no column for it."""
        target = row.target
        pounds = self.shell.session.settings.get("units") == "lb"
        if target.seconds is not None:
            forms = "45s   1:30"
        elif target.metres is not None:
            forms = "400mtr 1:32"
        elif block.side:
            forms = "8   l8 r7   25x8@8" if pounds else "8   l8 r7   12.5x8@8"
        elif (target.load or "").startswith("bw"):
            added = "bw+20lb" if pounds else "bw+10kg"
            forms = f"8   8@9   {added} x 8" if self.size.width >= 60 else "8   8@9"
        elif target.load is None and row.done is None:
            forms = "45x8   45x8@8" if pounds else "20x8   20x8@8"  # nothing to keep or to change yet
        else:
            forms = "5   185x5@8   +5" if pounds else "5   82.5x5@8   +2.5"
        narrow = self.size.width < 80
        past = [f"last {block.last}"] if block.last and narrow else []
        plates = [sheet_text.plates(block)] if block.per_side and narrow else []
        return "   ".join([forms, *past, *plates])

    def action_take_back(self) -> None:
        """Untick the set; one that was not ticked is no longer asked."""
        from hybrid_tui.coach import lifting  # late: not needed for the first paint

        if self.view is None or self.view.row is None:
            return
        here = self.view.here
        ticked = self.view.row.done is not None
        verb = lifting.untick if ticked else lifting.remove_set
        self.simply(verb, self.spot(), then=lambda after: after._replace(here=here).standing())

    def action_add_set(self) -> None:
        """One more set of this exercise."""
        from hybrid_tui.coach import lifting  # late: not needed for the first paint

        self.simply(lifting.add_set, self.spot())

    def action_ramp(self) -> None:
        """Warm-up sets before the first."""
        from hybrid_tui.coach import lifting  # late: not needed for the first paint

        block = self.spot().block
        self.simply(lifting.ramp, self.spot(), then=lambda after: after.at_next(block))

    def action_training_max(self) -> None:
        """The lift's training maximum, its history below the line."""
        from hybrid_tui.coach import maxes  # late: not needed for the first paint

        if self.view is None or self.view.block is None:
            return
        spot, name = self.spot(), self.view.block.name

        async def keep(text: str) -> None:
            outcome = await self.ask(maxes.keep, spot, text)
            self.notify(outcome.words)
            await self.settle(outcome)

        async def open_it() -> None:
            known = await self.ask(maxes.of_lift, spot)
            said = "   ".join(f"{each.title} {each.hint}" for each in known[:3])
            self.open_line(
                f"Training maximum, {name}",
                self.taking(keep),
                text=known[0].title if known else "",
                example=said or "140kg   an empty line takes it back",
            )

        self.do(open_it)

    def action_note(self) -> None:
        """A note on the set that is done, else on the block; on the session's title, on the session."""
        from hybrid_tui.coach import finishing, lifting  # late: not needed for the first paint

        if self.view is None:
            return
        if self.view.row is not None and self.view.row.done is not None:
            self._note_set(self.view.row.done)
            return
        block, spot = self.view.block, self.spot()

        verb = finishing.note_session if block is None else lifting.note

        async def keep(text: str) -> None:
            await self.settle(await self.ask(verb, spot, text))

        about = "session" if block is None else block.name
        note = self.view.sheet.note if block is None else block.note
        self.open_line(f"Note, {about}", self.taking(keep), text=note, example="An empty line takes it away")

    def _note_set(self, done: SetRecord) -> None:
        from hybrid_tui.coach import past_parts  # late: not needed for the first paint

        session_id = self.spot().session_id

        async def keep(text: str) -> None:
            await self.settle(await self.ask(past_parts.note_set, session_id, done.id, text))

        heading = f"Note, {past_parts.set_words(done)}"
        self.open_line(heading, self.taking(keep), text=done.note, example="An empty line takes it away")

    def simply(
        self, verb: Callable[..., Outcome], *args: Any, then: Callable[[SheetView], SheetView] | None = None
    ) -> None:
        """A verb that needs nothing more than its spot."""

        async def deed() -> None:
            await self.settle(await self.ask(verb, *args), then)

        self.do(deed)


def hinted(error: NotationError) -> NotationError:
    """The same error, with two forms that are understood where it names none."""
    if error.hint:
        return error
    return NotationError(
        error.message,
        column=error.column,
        line=error.line,
        hint=TWO_FORMS,
        source=error.source,
        end=error.end,
    )
