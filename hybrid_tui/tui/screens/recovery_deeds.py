"""How Recovery asks the store and does things: one deed after the other, each shown only once it is stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

from hybrid_tui.coach import recovering
from hybrid_tui.coach.recovery_day import RecoveryDay
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.screens.asking import AskingScreen
from hybrid_tui.tui.widgets.check_in_lines import verdict_word
from hybrid_tui.tui.widgets.header import Readiness

Answer = TypeVar("Answer")


class RecoveryDeeds(AskingScreen):
    """A screen of one day. `view` is None until the first answer."""

    DEEDS_READ = True
    REFUSED = (ValueError,)

    def __init__(self) -> None:
        super().__init__()
        self.view: RecoveryDay | None = None
        self._chosen: date | None = None

    def show_view(self, view: RecoveryDay) -> None:
        """Take this day and draw it."""
        raise NotImplementedError

    @property
    def day(self) -> date:
        """The day that is shown: today, unless another was chosen."""
        return self._chosen or self.shell.session.today()

    def told_day(self) -> date | None:
        """The past day that is shown."""
        return self._chosen

    def choose_day(self, day: date) -> None:
        """Show another day; never one that has not come yet."""
        today = self.shell.session.today()
        before, chosen = self._chosen, None if day >= today else day
        if chosen != before:
            self._chosen = chosen
            self.do(self.reread)

    def step_day(self, steps: int) -> None:
        """So many days on, back where negative."""
        self.choose_day(self.day + timedelta(days=steps))

    async def tell(self, verb: Callable[..., Answer], *args: Any) -> Answer:
        """Call a verb of the coach on the store's thread, then let everyone read again."""
        answer = await self.shell.session.store.call(verb, self.moment(), *args)
        self.shell.facts_changed()
        await self.reread()
        return answer

    async def reread(self) -> None:
        """Ask for the day and show it; today's readiness goes into the header."""
        self._stale = False
        session = self.shell.session
        try:
            view = await session.store.call(recovering.day, session.library, self.moment(), self.day)
        except StoreError as error:
            self.notify(str(error), severity="error")
            return
        if view.is_today:
            self.shell.show_readiness(_for_header(view))
        if view.day == self.day:
            self.show_view(view)

    def day_name(self) -> str:
        """The day shown, in words."""
        return "today" if self._chosen is None else day_words(self._chosen)


def _for_header(view: RecoveryDay) -> Readiness | None:
    score, verdict = view.morning.score, view.morning.verdict
    return None if score is None else Readiness(score=score, verdict=verdict_word(verdict))
