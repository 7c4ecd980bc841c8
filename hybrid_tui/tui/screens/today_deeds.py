"""How Today asks the store and does things: one deed after the other, each shown only once it is stored."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from textual.timer import Timer

from hybrid_tui.coach.outcome import Outcome, Spot
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.sheet import Sheet, SheetBlock, SheetState, When
from hybrid_tui.tui.screens.asking import AskingScreen
from hybrid_tui.tui.widgets.sheet_view import Here, SheetView

PATIENCE_S = 0.3
"""Seconds after which the screen says that it waits for the file."""

TELL_AFTER_S = 0.05
"""Seconds after which it is said what follows from a set: by then it has been painted."""

KEEP_AFTER_S = 0.4
"""Seconds of quiet after which the sheet is noted for the next start."""


class DeedScreen(AskingScreen):
    """A screen of one sheet. `view` is None until the first answer."""

    DEEDS_READ = True
    REFUSED = ()

    def __init__(self) -> None:
        super().__init__()
        self.view: SheetView | None = None
        self._keeping: Timer | None = None
        self._telling: Timer | None = None
        self.settling = False
        """Whether a deed is being shown: the sheet is drawn in a moment, and the rest with it."""
        self._untold: list[str] | None = None
        """The sets of which it is not said yet what follows, none for another deed; None where all is said."""
        self.day: date | None = None
        """Another day that is looked at, or filled in afterwards; None for today."""

    def show_view(self, view: SheetView) -> None:
        """Take this view and draw it."""
        raise NotImplementedError

    def moment(self) -> Moment:
        """Now; of another day that is looked at, without a time."""
        moment = super().moment()
        return moment if self.day is None else moment._replace(day=self.day, clockless=True)

    def spot(self, *, target: bool = False) -> Spot:
        """Where the cursor stands, as the coach is told; on the session's title the block is -1.

        With `target` a block's own line means its next set.
        """
        assert self.view is not None
        row = self.view.target if target else self.view.row
        return Spot(
            session_id=self.view.sheet.session_id,
            plan_key=self.view.sheet.plan_key,
            block=self.view.here.block,
            row=0 if row is None else row.position,
        )

    def do(self, deed: Callable[..., Awaitable[object]], *args: Any) -> None:
        """The same; the screen says so when the file keeps it waiting."""
        super().do(self._patiently, deed, *args)

    def timer_holds(self, view: SheetView, block: SheetBlock | None = None) -> bool:
        """Whether the timer has the block in hand, or any of the session: it says then what was done."""
        timer = self.shell.timer
        at = None if block is None else block.position
        return timer is not None and timer.holds(view.sheet.session_id, at)

    async def settle(self, outcome: Outcome, then: Callable[[SheetView], SheetView] | None = None) -> None:
        """After a deed was stored: it is shown, its rest begins, everyone reads again, and the cursor goes on.

        Where the deed said what has become of the session, that is on the screen first; what else follows from it,
        in the day, in the week, against all that was ever lifted, is read when nobody waits for it.
        """
        self.shell.facts_changed()
        if outcome.sheet is None:
            await self.reread()
        self._begin_rest(outcome)
        if self.view is None:
            return
        view = self.view._replace(best=outcome.best, hint=outcome.hint)
        if outcome.sheet is not None:
            view = view._replace(sheet=outcome.sheet.in_its_day(view.sheet))
            self._tell_soon(outcome.set_id)
        self.show_view(then(view) if then is not None else view.standing())

    def _begin_rest(self, outcome: Outcome) -> None:
        """Begin or end the rest; where the sheet is about to be drawn, with it and not before it."""
        self.settling = outcome.sheet is not None
        try:
            if outcome.rest_seconds:
                self.shell.rest.begin(outcome.rest_seconds, outcome.rest_then, why=outcome.rest_why)
            elif outcome.rest_over:
                self.shell.rest.skip()
        finally:
            self.settling = False

    def _tell_soon(self, set_id: str) -> None:
        """Say what follows from a set once it has been painted: the store's work would hold the painting up."""
        self._untold = [*(self._untold or ()), *([set_id] if set_id else ())]
        self._telling = self._later(self._telling, TELL_AFTER_S, lambda: self.do(self._tell))

    def _later(self, waiting: Timer | None, seconds: float, act: Callable[[], None]) -> Timer:
        """Act in so many seconds, in the place of what still waits."""
        if waiting is not None:
            waiting.stop()
        return self.set_timer(seconds, act)

    async def _tell(self) -> None:
        """What follows from the latest deeds, all in one: a later one stands in for those before it."""
        from hybrid_tui.coach import bests  # late: not needed for the first paint

        set_ids, self._untold = self._untold, None
        view = self.view
        if set_ids is None or view is None or view.sheet.session_id is None:
            return
        self._stale = False
        sheet = await self._sheet()
        best = await self.ask(bests.told_of, view.sheet.session_id, *set_ids) if set_ids else ""
        if sheet.session_id != view.sheet.session_id:
            await self.reread()
        elif self.view is not None:
            told = view.sheet if sheet == view.sheet else sheet
            self.show_view(self.view._replace(sheet=told, best=best).standing())

    def read_if_stale(self) -> None:
        """The same; a deed of which it is not said yet what follows reads again as that is said."""
        if self._untold is None:
            super().read_if_stale()

    async def reread(self) -> None:
        """Ask for today's sheet and show it; the cursor stays where it can."""
        from hybrid_tui.store.errors import StoreError  # late: SQLite is not needed for the first paint

        self._stale = False
        try:
            sheet: Sheet = await self._sheet()
        except StoreError as error:
            self.notify(str(error), severity="error")
            return
        before = self.view
        if before is None or not _goes_on(before.sheet, sheet):
            self.show_view(SheetView(sheet=sheet).at_next())
        else:
            after = before._replace(sheet=sheet, best="", hint="")
            open_again = _open_again(before.sheet, sheet)
            if open_again is not None:
                self.show_view(after._replace(here=open_again, opened=None).standing())
                return
            ended = _ended(before.sheet, sheet, before.here.block)
            self.show_view(after.at_next(before.here.block) if ended else after.still_at(before.block))

    async def leave_day(self) -> None:
        """A session that was told afterwards stays as it stands: done, or in part."""
        view = self.view
        if view is None or self.day is None or view.sheet.when is not When.PAST:
            return
        if view.sheet.state is SheetState.OPEN and view.sheet.session_id is not None:
            from hybrid_tui.coach import finishing  # late: not needed for the first paint

            await self.ask(finishing.settle, view.sheet.session_id)
            self.shell.facts_changed()

    async def _sheet(self) -> Sheet:
        from hybrid_tui.coach import today  # late: the first paint goes before the first answer

        if self.day is not None and self.day == self.shell.session.today():
            self.day = None  # it became today while it was looked at
        if self.day is None:
            sheet, stamp = await self.ask(today.fresh)
            self._keep_soon(sheet, stamp)
            return sheet
        from hybrid_tui.coach.sheets import of_other_day  # late: most days are today

        return await self.ask(of_other_day, self.shell.session.today())

    def _keep_soon(self, sheet: Sheet, stamp: str) -> None:
        """Note the sheet for the next start, a moment after it is on the screen; the latest one only."""

        def keep() -> None:
            self.run_worker(self._keep(sheet, stamp), group="keep")

        self._keeping = self._later(self._keeping, KEEP_AFTER_S, keep)

    async def _keep(self, sheet: Sheet, stamp: str) -> None:
        from hybrid_tui.coach import today  # late: the first paint goes before the first answer
        from hybrid_tui.store.errors import StoreError

        try:
            await self.ask(today.keep, sheet, stamp)
        except StoreError:
            return  # the next start works it out anew

    async def _patiently(self, deed: Callable[..., Awaitable[object]], *args: Any) -> None:
        patience = self.set_timer(PATIENCE_S, self._wait)
        try:
            await deed(*args)
        finally:
            patience.stop()
            self._wait(False)

    def _wait(self, waiting: bool = True) -> None:
        if self.view is not None and self.view.waiting != waiting:
            self.show_view(self.view._replace(waiting=waiting))


def _goes_on(before: Sheet, after: Sheet) -> bool:
    """Whether it is still the same session, so that the cursor stays where it was."""
    if not before.blocks or (before.day, before.plan_key) != (after.day, after.plan_key):
        return False
    return before.session_id in (None, after.session_id)


def _open_again(before: Sheet, after: Sheet) -> Here | None:
    """The first set whose tick was taken back, so that the next tick means that one."""
    rows = {(block.position, row.position) for block in before.blocks for row in block.sets if row.done}
    for block in after.blocks:
        for row in block.sets:
            if row.done is None and (block.position, row.position) in rows:
                return Here(block=block.position, row=row.position)
    return None


def _ended(before: Sheet, after: Sheet, block: int) -> bool:
    """Whether the block the cursor stands on was finished elsewhere meanwhile, by the timer or the shell."""
    was = {each.position: each.finished for each in before.blocks}
    now = {each.position: each.finished for each in after.blocks}
    return not was.get(block, True) and now.get(block, False)
