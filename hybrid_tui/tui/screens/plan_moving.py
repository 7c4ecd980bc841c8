"""Moving and skipping sessions of the Plan; each deed is stored before the screen shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.plan_view import CellStatus, PlanCell, PlanView
from hybrid_tui.tui.screens.asking import AskingScreen

KEEP = "keep"
"""The word that lets a move stand although it breaks a rule."""


class PlanMoving(AskingScreen):
    """Verbs on the sessions under the cursor."""

    DEEDS_READ = True
    view: PlanView | None
    cursor: date | None
    number: int | None

    @property
    def cells(self) -> tuple[PlanCell, ...]:
        """The sessions under the cursor."""
        raise NotImplementedError

    def deed(self, verb: Callable[..., Outcome], *args: object, cursor: date | None = None) -> None:
        """Do it on the store's thread, say so, read again; the cursor follows to a day where one is given."""

        async def done() -> None:
            outcome = await self.ask(verb, *args)
            self.notify(outcome.words)
            if cursor is not None:
                self.cursor = cursor
            await self.settle()

        self.do(done)

    async def settle(self) -> None:
        """After something was stored: everyone reads again, this screen at once."""
        self.shell.facts_changed()
        await self.catch_up()

    def action_shift(self, days: int) -> None:
        """Put the session under the cursor on another day, and say at once what the rules think."""
        self._with_one([cell for cell in self.cells if cell.movable], partial(self._shift, days))

    def _shift(self, days: int, cell: PlanCell) -> None:
        from hybrid_tui.coach import moving  # late: only a change needs it

        assert self.view is not None
        target = cell.day + timedelta(days=days)
        if days > 0:
            # A session that was missed goes to today at once: days that have passed take nothing.
            target = max(target, self.view.today)
        known = frozenset(each.key for each in self.view.findings)

        async def shift() -> None:
            found = await self.ask(moving.move_within_rules, cell.plan_key, target, self.number, known)
            if isinstance(found, Outcome):
                self.notify(found.words)
                self.cursor = target
                await self.settle()
            else:
                self._confirm(found.sentence, cell.plan_key, target)

        self.do(shift)

    def _confirm(self, broken: str, plan_key: str, target: date) -> None:
        """A move that breaks a rule is made on a typed word only; until then nothing is stored."""
        from hybrid_tui.coach import moving  # late: few moves break a rule
        from hybrid_tui.tui.widgets.ask import AskText

        def agreed(text: str) -> None:
            if text.strip().casefold() != KEEP:
                raise ValueError(f"type {KEEP} to move it, esc to leave it where it is")

        def answered(text: str | None) -> None:
            if text is not None:
                self.deed(moving.move_session, plan_key, target, cursor=target)

        example = f"type {KEEP} to move it all the same; esc leaves it where it is"
        self.app.push_screen(AskText(f"{broken}.", example=example, check=agreed), answered)

    def _with_one(self, cells: list[PlanCell], then: Callable[[PlanCell], None]) -> None:
        """Go on with the one session there is, or the one that is chosen of several."""
        if len(cells) == 1:
            then(cells[0])
        elif cells:
            from hybrid_tui.tui.widgets.ask import Choice, Choose  # late: few days hold two

            choices = [
                Choice(key=str(place), word=cell.title, hint=cell.slot, value=cell)
                for place, cell in enumerate(cells[:9], start=1)
            ]
            self.app.push_screen(
                Choose("Which one?", choices), lambda one: None if one is None else then(one)
            )

    def action_skip(self) -> None:
        """Let a session go with a reason; one that was let go is asked for again."""
        open_ = [cell for cell in self.cells if cell.movable]
        if open_:
            self._with_one(open_, self._skip)
            return
        from hybrid_tui.coach import moving  # late: only a change needs it

        gone = [cell for cell in self.cells if cell.status is CellStatus.SKIPPED and not cell.session_id]
        self._with_one(gone, lambda cell: self.deed(moving.ask_again, cell.plan_key))

    def _skip(self, cell: PlanCell) -> None:
        from hybrid_tui.coach import moving  # late: only a change needs it
        from hybrid_tui.tui.widgets.ask import Choice, Choose

        reasons = [Choice(key=key, word=word, value=word) for key, word in moving.SKIP_REASONS.items()]
        self.app.push_screen(
            Choose(f"Skip {cell.title}: why?", reasons),
            lambda why: None if why is None else self.deed(moving.skip, cell.plan_key, why),
        )
