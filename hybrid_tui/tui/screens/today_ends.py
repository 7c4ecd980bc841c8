"""How a session begins: the next one or a free one, the offer, less of it."""

from __future__ import annotations

from hybrid_tui.coach.outcome import Spot
from hybrid_tui.domain.sheet import SheetState, When
from hybrid_tui.tui.screens.today_finish import FinishVerbs
from hybrid_tui.tui.screens.today_keys import begins, starts_timer
from hybrid_tui.tui.widgets.sheet_view import Here, SheetView


class EndVerbs(FinishVerbs):
    """Verbs on the whole session."""

    def action_open(self) -> None:
        """Start the block's timer, open a block, a set's line, or begin a session where none is asked."""
        view = self.view
        if view is None:
            return
        if begins(view):
            self._begin(view)
        elif starts_timer(view):
            self._start_timer(view)
        elif view.row is not None:
            self.action_edit()
        elif view.block is not None:
            self._unfold(view, view.block.position)

    def _unfold(self, view: SheetView, block: int) -> None:
        """Open a block by hand, or close it again."""
        if view.opened == block:
            self.show_view(view._replace(opened=None).standing())
            return
        opened = view._replace(opened=block)
        row = opened.target or (view.block.sets[0] if view.block is not None and view.block.sets else None)
        self.show_view(opened if row is None else opened._replace(here=Here(block=block, row=row.position)))

    def _start_timer(self, view: SheetView) -> None:
        open_timer = getattr(self.shell, "open_timer", None)
        if open_timer is None:
            self.shell.action_visit("timer")
            return
        open_timer(plan_key=view.sheet.plan_key, session_id=view.sheet.session_id, block=view.here.block)

    def _begin(self, view: SheetView) -> None:
        """The next session or a free one; at once a free one where no next is known.

        On a planned rest day keeping the rest is among the answers.
        """
        past = view.sheet.when is When.PAST
        rests = view.sheet.state is SheetState.REST and not past
        if past or (not view.sheet.next_title and not rests):
            self._begin_with("free")
            return
        from hybrid_tui.tui.widgets.ask import Choice, Choose  # late: not needed for the first paint

        day = view.sheet.next_day
        when = f"planned for {day:%a} {day.day} {day:%b}" if day is not None else ""
        ways = [Choice(key="f", word="A free session", hint="exercises as you go", value="free")]
        if view.sheet.next_title:
            ways.insert(0, Choice(key="n", word=view.sheet.next_title, hint=when, value="next"))
        if view.sheet.easy_instead and rests:
            ways.insert(
                0, Choice(key="e", word="An easy run", hint="25 min, or as long as it is easy", value="easy")
            )
        asks = rests and not view.sheet.rest_answered and not view.sheet.easy_instead
        if asks:
            ways.append(Choice(key="r", word="Keep the rest", hint="a walk is fine", value="rest"))
        self._choose(
            Choose("A rest day is planned. Train anyway?" if asks else "Begin", ways), self._begin_with
        )

    def _begin_with(self, way: str) -> None:
        from hybrid_tui.coach import opening  # late: not needed for the first paint

        if way in ("rest", "easy"):
            from hybrid_tui.coach import rest_days  # late: seldom asked

            if way == "rest":
                self.simply(rest_days.answer, False)
            else:
                self.simply(rest_days.begin_easy, then=lambda after: after.at_next())
            return
        verb = opening.begin_next if way == "next" else opening.begin_free
        self.simply(verb, then=lambda after: after.at_next())

    def action_take_offer(self) -> None:
        """Take the lighter version; where the session should move, show where to and what the week becomes."""
        view = self.view
        if view is not None and view.sheet.offer is not None and view.sheet.offer.move_to:
            self.do(self._exchange)
        else:
            self._answer(taken=True)

    async def _exchange(self) -> None:
        from hybrid_tui.coach import moving_off, offers  # late: seldom asked
        from hybrid_tui.tui.widgets.moving_off import KEEP, MOVE, MovingOff

        found = await self.ask(moving_off.proposed)
        if found is None or self.view is None:
            self._answer(taken=True)
            return
        lighter = await self.ask(offers.leaves_something)

        def answered(way: str) -> None:
            if way == MOVE:
                self.simply(moving_off.take, then=lambda after: after._replace(banner=False).at_next())
            else:
                self._answer(taken=way != KEEP)

        self._choose(MovingOff(found, self.glyphs, lighter=lighter, width=self.size.width), answered)

    def action_keep_plan(self) -> None:
        """Keep the plan."""
        self._answer(taken=False)

    def _answer(self, *, taken: bool) -> None:
        from hybrid_tui.coach import offers  # late: not needed for the first paint

        self.simply(offers.answer, taken, then=lambda after: after._replace(banner=False).at_next())

    def action_less(self) -> None:
        """Show the least version of the session line by line; `y` takes it."""
        from hybrid_tui.coach import less  # late: not needed for the first paint

        spot = self.spot()

        async def offer() -> None:
            lines = await self.ask(less.lines, spot)
            if not lines:
                self.notify("There is nothing left to leave out.")
                return
            from hybrid_tui.tui.widgets.ask import Confirm
            from hybrid_tui.tui.widgets.less import less_words

            asked = Confirm(
                "Less today",
                less_words(lines, self.glyphs, self.size.width),
                yes="do this; it counts as kept",
                no="keep the session",
            )
            self.app.push_screen(asked, lambda yes: self._take_less(spot) if yes else None)

        self.do(offer)

    def _take_less(self, spot: Spot) -> None:
        from hybrid_tui.coach import less  # late: not needed for the first paint

        self.simply(less.take, spot, then=lambda after: after.at_next())
