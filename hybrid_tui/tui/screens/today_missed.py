"""What the plan says on Today beside the sheet: a missed session is offered, never dropped and never stacked."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.plan_notice import Missed, PlanNotice
from hybrid_tui.domain.sheet import SheetState
from hybrid_tui.tui.screens.today_ends import EndVerbs
from hybrid_tui.tui.widgets.plan_notice import NoticeLines
from hybrid_tui.tui.widgets.sheet_view import SheetView


class MissedVerbs(EndVerbs):
    """Asks for the plan's notice after the sheet is shown, and acts on it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "m",
            "missed",
            "missed",
            tooltip="A missed session: do it today, move it, skip it, swap days",
            id="today.missed",
        ),
        Binding(
            "D",
            "take_deload",
            "deload",
            tooltip="Take the deload week that is suggested",
            id="today.take_deload",
        ),
        Binding(
            "N",
            "refuse_deload",
            "no deload",
            tooltip="Keep the plan; no deload is suggested for two weeks",
            id="today.refuse_deload",
        ),
    ]
    notice: PlanNotice | None = None

    def on_mount(self) -> None:
        """Ask once the first frame stands."""
        self.call_after_refresh(self.look_at_plan)

    async def reread(self) -> None:
        """Today's sheet, then what the plan has to say."""
        await super().reread()
        self.look_at_plan()

    def look_at_plan(self) -> None:
        """Ask for the notice, unless a session is in hand or another day is looked at."""
        if self.is_mounted and self.is_running and self._wants_notice(self.view):
            self.run_worker(self._look(), group="notice", exclusive=True)
        else:
            self._show_notice(None)

    def _wants_notice(self, view: SheetView | None) -> bool:
        other_day = getattr(self, "day", None) is not None
        return view is not None and view.sheet.state is not SheetState.OPEN and not other_day

    async def _look(self) -> None:
        from hybrid_tui.coach import noticing  # late: after the first paint
        from hybrid_tui.store.errors import StoreError

        try:
            self._show_notice(await self.ask(noticing.notice))
        except StoreError:
            # The sheet's own question says what is wrong with the file.
            self._show_notice(None)

    def _show_notice(self, notice: PlanNotice | None) -> None:
        changed = notice != self.notice
        self.notice = notice
        for lines in self.query(NoticeLines):
            lines.show(notice, self.glyphs)
        if changed:
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`m`, `D` and `N` only while something waits to be decided."""
        if action == "missed":
            return self.notice is not None and bool(self.notice.missed)
        if action in ("take_deload", "refuse_deload"):
            return self.notice is not None and bool(self.notice.deload)
        return super().check_action(action, parameters)

    def action_take_deload(self) -> None:
        """Take the deload week that is suggested."""
        from hybrid_tui.coach import deloading  # late: seldom suggested

        self._change(deloading.accept)

    def action_refuse_deload(self) -> None:
        """Keep the plan as it is."""
        from hybrid_tui.coach import deloading  # late: seldom suggested

        self._change(deloading.refuse)

    def action_missed(self) -> None:
        """Decide about the oldest of the missed sessions."""
        from hybrid_tui.tui.widgets.ask import Choice, Choose  # late: only a missed session asks

        if self.notice is None or not self.notice.missed:
            return
        notice, missed = self.notice, self.notice.missed[0]
        ways = [Choice(key="t", word="do it today", value="today")]
        if notice.today:
            to = f", {notice.today} goes to {day_words(notice.free)}" if notice.free else ""
            ways = [Choice(key="t", word="swap: do it today", hint=to.removeprefix(", "), value="swap")]
        if notice.free is not None:
            ways.append(Choice(key="m", word=f"move it to {day_words(notice.free)}", value="move"))
        ways.append(Choice(key="x", word="skip it, with a reason", value="skip"))
        ways.append(Choice(key="p", word="look at the plan first", value="plan"))
        heading = f"{missed.title} was planned for {day_words(missed.day)}"
        self.app.push_screen(Choose(heading, ways), lambda way: self._decided(way, notice, missed))

    def _decided(self, way: str | None, notice: PlanNotice, missed: Missed) -> None:
        from hybrid_tui.coach import moving  # late: only a missed session asks

        if way == "today":
            self._change(moving.move_session, missed.plan_key, self.shell.session.today())
        elif way == "swap":
            self._change(moving.swap_in, missed.plan_key)
        elif way == "move":
            self._change(moving.move_session, missed.plan_key, notice.free)
        elif way == "skip":
            self._ask_reason(missed)
        elif way == "plan":
            self.shell.action_visit("plan")

    def _ask_reason(self, missed: Missed) -> None:
        from hybrid_tui.coach import moving  # late: only a missed session asks
        from hybrid_tui.tui.widgets.ask import Choice, Choose

        reasons = [Choice(key=key, word=word, value=word) for key, word in moving.SKIP_REASONS.items()]
        self.app.push_screen(
            Choose(f"Skip {missed.title}: why?", reasons),
            lambda why: None if why is None else self._change(moving.skip, missed.plan_key, why),
        )

    def _change(self, verb: object, *args: object) -> None:
        async def change() -> None:
            assert callable(verb)
            outcome: Outcome = await self.ask(verb, *args)
            self.notify(outcome.words)
            await self.settle(outcome, lambda view: view.at_next())

        self.do(change)
