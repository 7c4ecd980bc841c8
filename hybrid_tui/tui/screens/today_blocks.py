"""What the keys of Today do to a whole line of the session: moved, joined, added, swapped, left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hybrid_tui.coach.outcome import Spot
from hybrid_tui.tui.screens.today_keys import followed
from hybrid_tui.tui.screens.today_verbs import SetVerbs
from hybrid_tui.tui.widgets.sheet_view import Here, SheetView


class BlockVerbs(SetVerbs):
    """Verbs on a whole block."""

    def action_shift(self, step: int) -> None:
        """Do the block earlier or later."""
        from hybrid_tui.coach import blocks  # late: not needed for the first paint

        if self.view is not None and (block := self.view.block) is not None:
            self.simply(blocks.move, self.spot(), step, then=lambda after: followed(after, block))

    def action_join(self) -> None:
        """In turn with the lift below, or no more."""
        from hybrid_tui.coach import joining  # late: not needed for the first paint

        spot, in_set = self.spot(), self.view is not None and self.view.row is not None

        async def join() -> None:
            outcome = await self.ask(joining.join, spot)
            self.notify(outcome.words)
            await self.settle(outcome, (lambda after: after.at_next(spot.block)) if in_set else None)

        self.do(join)

    def action_add_exercise(self) -> None:
        """One more exercise, in one line."""
        from hybrid_tui.coach import blocks  # late: not needed for the first paint

        spot = self.spot()

        async def add(text: str) -> None:
            outcome = await self.ask(blocks.add_exercise, spot, text)
            await self.settle(outcome, lambda after: after.standing() if after.block else after.at_next())

        complete = self.shell.session.verbs.complete
        example = "dumbbell row 3x10 24kg   plank 3x45s"
        self.open_line("Add", self.taking(add), example=example, complete=complete)

    def action_swap(self) -> None:
        """Offer what can be done instead, and take the one that is chosen."""
        from hybrid_tui.coach import swapping  # late: not needed for the first paint

        spot = self.spot()

        async def offer() -> None:
            choices = await self.ask(swapping.choices, spot)
            if not choices:
                self.notify("Nothing else of this pattern fits your equipment.")
                return
            from hybrid_tui.tui.widgets.ask import Choice, Choose

            keys = "123456789abcdefghi"
            asked = [
                Choice(key=key, word=each.title, hint=each.hint, value=each.key)
                for key, each in zip(keys, choices, strict=False)
            ]
            self._choose(Choose(f"Instead of {self._block_name()}", asked), lambda key: self._swap(spot, key))

        self.do(offer)

    def _swap(self, spot: Spot, key: str) -> None:
        from hybrid_tui.coach import swapping  # late: not needed for the first paint

        async def swap() -> None:
            outcome = await self.ask(swapping.swap, spot, key)
            self.notify(outcome.words)
            await self.settle(outcome, lambda after: _at_block(after, spot.block))

        self.do(swap)

    def action_skip(self) -> None:
        """Leave the block out, with a reason of one key; one that was left out is asked again."""
        from hybrid_tui.coach import blocks  # late: not needed for the first paint
        from hybrid_tui.tui.widgets.ask import Choice, Choose

        spot = self.spot()
        if self.view is not None and self.view.block is not None and self.view.block.finished:
            self.simply(blocks.unskip, spot, then=lambda after: _at_block(after, spot.block))
            return
        block = None if self.view is None else self.view.block
        lift = block is not None and not block.timed and block.exercise is not None
        reasons = [
            Choice(key="t", word="time", value="time", hint="not enough of it"),
            Choice(key="p", word="pain", value="pain", hint="noted in Recovery" if lift else ""),
            Choice(key="e", word="equipment", value="equipment", hint="taken or missing"),
            Choice(key="o", word="other", value="other"),
        ]
        self._choose(
            Choose(f"Leave out {self._block_name()}: why?", reasons), lambda why: self._skip(spot, why)
        )

    def _skip(self, spot: Spot, reason: str) -> None:
        from hybrid_tui.coach import blocks  # late: not needed for the first paint

        async def skip() -> None:
            outcome = await self.ask(blocks.skip, spot, reason)
            if reason == "pain":
                self.notify(outcome.words)
            await self.settle(outcome, lambda after: after.at_next())

        self.do(skip)

    def _block_name(self) -> str:
        return self.view.block.name if self.view is not None and self.view.block is not None else "this"

    def _choose(self, dialog: Any, take: Callable[[str], None]) -> None:
        """Ask, and take the answer if one was given."""
        self.app.push_screen(dialog, lambda answer: None if answer is None else take(answer))


def _at_block(view: SheetView, block: int) -> SheetView:
    """The cursor on that block's next set, where it is open, else on its line; past one that is done."""
    there = view._replace(here=Here(block=block)).standing()
    if there.block is not None and there.block.finished:
        return view.at_next(block)
    row = there.target
    if row is None:
        return there
    inside = there._replace(here=Here(block=block, row=row.position))
    return inside if inside.here in inside.stops() else there
