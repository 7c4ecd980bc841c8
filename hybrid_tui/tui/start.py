"""The app as it is opened from the shell: its verbs tied to the coach, and what it catches up with at the start."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from textual.app import SystemCommand
from textual.screen import Screen

from hybrid_tui.clock import Clock
from hybrid_tui.coach.first_look import FirstLook
from hybrid_tui.domain.moment import Moment
from hybrid_tui.store.database import Store
from hybrid_tui.store.thread import StoreThread
from hybrid_tui.tui.app import HybridApp
from hybrid_tui.tui.context import AppContext, Verbs
from hybrid_tui.tui.launch import run
from hybrid_tui.tui.rest import Rest

CHECK_AFTER_S = 5.0
"""Seconds after the start at which a large file's structure is looked at (five milliseconds a megabyte)."""

WARM_AFTER_S = 0.15
"""Seconds after the first paint until what the first deed needs is brought in."""

LOOK_EVERY_S = 2.0
"""Seconds between two questions whether another program wrote to the file."""


def run_app(thread: StoreThread, clock: Clock, library: Any, look: FirstLook, timer: str | None) -> int:
    """Run the app until it is left; gives the exit status. `timer` is a line to stand on the Timer with."""
    session = AppContext(store=thread, clock=clock, library=library, settings=look.settings, sheet=look.sheet)
    app = make_app(session, look, timer)
    return run(app)


def make_app(session: AppContext, look: FirstLook, timer: str | None = None) -> HybridApp:
    """The app, ready to run, standing on the Timer where one runs or was asked for."""

    class Opened(OpenedApp):
        DEFAULT_MODE = "timer" if look.timer_runs or timer else HybridApp.DEFAULT_MODE

    return Opened(session, look, timer)


class OpenedApp(HybridApp):
    """The app with its file behind it."""

    def __init__(self, session: AppContext, look: FirstLook, timer: str | None = None) -> None:

        super().__init__(session._replace(verbs=self._verbs()))
        self._look = look
        self._line = timer

    def on_mount(self) -> None:
        """After the first paint what ran before goes on (the base class has its own handler for the rest)."""
        self.call_after_refresh(self._catch_up)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers besides keys."""
        yield from super().get_system_commands(screen)
        yield SystemCommand(
            "Change units, days, equipment, goal",
            "The first questions, with your answers",
            self._change_answers,
        )
        yield SystemCommand(
            "Own exercises, equipment, plates",
            "Add, edit, merge or put away; what there is in the gym, at home, on the road",
            self._own_things,
        )

        yield SystemCommand(
            "Protein: kidney disease, pregnancy, under 18",
            "Say which applies; a doctor then says how much",
            self._ask_exclusions,
        )

    def _ask_exclusions(self) -> None:
        self.switch_mode("recovery")
        self.call_after_refresh(self.run_action, "screen.exclusions")

    def _own_things(self) -> None:
        self.switch_mode("today")
        self.call_after_refresh(lambda: getattr(self.screen, "action_own", lambda: None)())

    async def _change_answers(self) -> None:
        from hybrid_tui.tui.screens.first_start import change_answers  # late: seldom asked

        await change_answers(self)

    def _verbs(self) -> Verbs:
        return Verbs(
            undo=self._undo,
            redo=self._redo,
            log_line=self._log_line,
            find=self._find,
            complete=self._complete,
            save_setting=self._save_setting,
        )

    async def ask(self, verb: Callable[..., Any], *args: Any) -> Any:
        """Call a verb of the coach with library and moment, on the store's thread. Raises StoreError."""
        return await self.session.store.call(verb, self.session.library, self.moment(), *args)

    def moment(self) -> Moment:
        """Now, as the coach is told."""
        return self.session.moment()

    async def _undo(self) -> str | None:
        from hybrid_tui.coach import resting  # late: not needed for the first paint
        from hybrid_tui.store import journal

        words = await self.session.store.call(journal.undo)
        if words and self.rest.running is not None:
            await self.session.store.call(resting.ended)
            self.rest.skip()
        return words

    async def _redo(self) -> str | None:
        from hybrid_tui.coach import resting  # late: not needed for the first paint
        from hybrid_tui.store import journal

        words = await self.session.store.call(journal.redo)
        if words and self.rest.running is not None:
            # What was done again may be the end of the session: no rest rings after it.
            await self.session.store.call(resting.ended)
            self.rest.skip()
        return words

    async def _log_line(self, text: str, day: date | None) -> str:
        from hybrid_tui.coach import log  # late: not needed for the first paint

        outcome = await self.ask(partial(log.log_text, day=day), text)
        return f"{outcome.words}\nNew best: {outcome.best}" if outcome.best else str(outcome.words)

    async def _complete(self, text: str) -> str | None:
        from hybrid_tui.coach.completing import completed  # late: not needed for the first paint
        from hybrid_tui.store.errors import StoreError

        try:
            found: str | None = await self.ask(completed, text)
        except StoreError:
            return None  # a missing grey word is no reason to stop typing
        return found

    async def _find(self, text: str) -> Any:
        from hybrid_tui.tui.finding import found  # late: only the palette needs it

        return await found(self, self.ask, text)

    async def _save_setting(self, key: str, value: object) -> None:
        from hybrid_tui.coach.settings import save  # late: not needed for the first paint

        await self.session.store.call(save, key, value)

    async def _catch_up(self) -> None:
        """Take up the rest and the timer, ask the first questions, look after the file."""
        from hybrid_tui.coach import resting  # late: after the first paint
        from hybrid_tui.tui import tidying

        tidying.begin()  # the front door turned the collector off for the imports

        found = await self.session.store.call(resting.running_with_why, self.moment())
        self.rest.on_moved.append(self._rest_moved)
        self.rest.on_over.append(self._rest_over)
        if self._look.held_by:
            self.notify(self._look.held_by, severity="warning", timeout=10)
        if found is not None:
            rest, why = found
            self.rest.begin(rest.seconds, rest.words, why=why, began_us=_began(rest, self.moment()))
        if self._look.timer_runs or self._line is not None:
            from hybrid_tui.tui.timer_entrances import take_up  # late: no timer runs at most starts

            await take_up(self, self._line)
        elif not self._look.started:
            from hybrid_tui.tui.screens.first_start import ask_first  # late: asked once

            await ask_first(self)
        self.set_interval(LOOK_EVERY_S, self._look_elsewhere)
        self.set_timer(WARM_AFTER_S, self._warm)
        self.set_timer(CHECK_AFTER_S, self._check_file)

    def _warm(self) -> None:
        """Make the first deed as quick as the others; while the timer runs nothing is to be ticked."""
        if not self.timer_runs():
            self.run_worker(self._warmed(), group="warm")

    async def _warmed(self) -> None:
        from hybrid_tui.store.errors import StoreError  # late: after the first paint
        from hybrid_tui.tui.warming import warm_up

        try:
            await self.ask(_warm)
            await warm_up(self, self.ask)
        except StoreError:
            return  # whoever asks next is told

    def _check_file(self) -> None:
        """Look at the structure of a large file, when it disturbs nobody."""
        self.run_worker(self._checked(), group="check")

    async def _checked(self) -> None:
        from hybrid_tui.store.errors import StoreError  # late: after the first paint
        from hybrid_tui.tui.warming import look_over

        try:
            await look_over(self, self.session.store.call)
        except StoreError as error:
            self.notify(str(error), severity="error", timeout=30)

    def _look_elsewhere(self) -> None:
        if self.timer_runs():
            return  # nothing of the file is shown meanwhile, and the timer shall cost next to nothing
        if self.calm:
            from hybrid_tui.tui.tidying import tidy  # late: not needed for the first paint

            tidy()
        self.look_at_day()
        self.run_worker(self._changed_elsewhere(), group="elsewhere", exclusive=True)

    async def _changed_elsewhere(self) -> None:
        """Another program wrote: what is shown is read again."""
        if await self.session.store.call(Store.changed_elsewhere):
            self.facts_changed()

    def _rest_moved(self, rest: Rest | None) -> None:
        from hybrid_tui.coach import resting  # late: not needed for the first paint

        verb: Awaitable[Any]
        if rest is None:
            verb = self.session.store.call(resting.ended)
        else:
            verb = self.session.store.call(resting.moved, float(rest.total_s))
        self.run_worker(verb, group="rest")

    def _rest_over(self, rest: Rest) -> None:
        """The rest has run out: ring, say what is next, and forget it."""
        from hybrid_tui.coach import resting  # late: not needed for the first paint
        from hybrid_tui.tui.rest_cue import tell_rest_over

        tell_rest_over(self, rest)
        self.run_worker(self.session.store.call(resting.ended), group="rest")


def _began(rest: Any, now: Moment) -> int:
    """The boot instant at which a stored rest began; after a restart of the machine, by the wall clock."""
    if rest.boot_id == now.boot_id:
        return int(rest.boot_us)
    return now.boot_us - (now.at_us - int(rest.at_us))


def _warm(store: Store, library: Any, moment: Moment) -> None:
    from hybrid_tui.coach.warming import warm  # late: on the store's thread, after the first paint

    warm(store, library, moment)
