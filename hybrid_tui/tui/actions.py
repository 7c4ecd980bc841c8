"""What the keys that work everywhere do. The state they act on is the app's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.tui.careful_app import CarefulApp
from hybrid_tui.tui.context import RunningTimer
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.keys import key_words
from hybrid_tui.tui.places import Place
from hybrid_tui.tui.rest import RestClock

REST_STEP_S = 15
"""Seconds that `+` and `-` move a rest by."""

TIMER_STEP_S = 10
"""Seconds that they move the timer's step by."""


class ShellActions(CarefulApp):
    """The app's verbs, each behind one binding."""

    glyphs: Glyphs
    places: tuple[Place, ...]
    rest: RestClock
    timer: RunningTimer | None

    def facts_changed(self) -> None:
        """Something was written; the app tells its screens."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what works here and now has a key; on a locked screen nothing of the app's does."""
        if getattr(self.screen, "locked", False):
            return False
        verbs = self.session.verbs
        works: dict[str, Callable[[], object]] = {
            "skip_rest": lambda: self.rest.running,
            "more_time": lambda: self.rest.running or self.timer_runs(),
            "less_time": lambda: self.rest.running or self.timer_runs(),
            "undo": lambda: verbs.undo,
            "redo": lambda: verbs.redo,
            "log_line": lambda: verbs.log_line and hasattr(self.screen, "open_line"),
            "command_palette": lambda: not self.screen.is_modal,
            "visit": lambda: any(place.mode in parameters for place in self.places),
        }
        return bool(works[action]()) if action in works else True

    def timer_runs(self) -> bool:
        """True while the interval timer's time goes on."""
        return self.timer is not None and self.timer.runs()

    def action_visit(self, mode: str) -> None:
        """Go to a place."""
        self.switch_mode(mode)

    async def action_back(self) -> None:
        """One step back: what is open on the screen, else the first place. Never out."""
        step_back = getattr(self.screen, "step_back", None)
        first = self.places[0].mode
        if not (step_back is not None and step_back()) and self.current_mode != first:
            self.switch_mode(first)

    def action_skip_rest(self) -> None:
        """End the running rest."""
        self.rest.skip()

    def action_more_time(self) -> None:
        """Lengthen what runs."""
        self._nudge(1)

    def action_less_time(self) -> None:
        """Shorten what runs."""
        self._nudge(-1)

    def _nudge(self, sign: int) -> None:
        if self.timer is not None and self.timer.runs():
            self.timer.nudge(sign * TIMER_STEP_S)
        else:
            self.rest.shift(sign * REST_STEP_S)

    def action_undo(self) -> None:
        """Take the last change back and say what."""
        if (undo := self.session.verbs.undo) is not None:
            self.run_worker(self._in_turn(undo, "Undone", "Nothing to undo."), group="journal")

    def action_redo(self) -> None:
        """Bring it back and say what."""
        if (redo := self.session.verbs.redo) is not None:
            self.run_worker(self._in_turn(redo, "Redone", "Nothing to redo."), group="journal")

    async def _in_turn(self, verb: Callable[[], Awaitable[str | None]], did: str, nothing: str) -> None:
        """After the deeds that were asked for before it, so that it takes back the last of them."""
        from hybrid_tui.tui.screens.frame import HybridScreen  # late: the frame leans on the app

        place = next((each for each in reversed(self.screen_stack) if isinstance(each, HybridScreen)), None)
        if place is None:
            await self.turn(verb, did, nothing)
            return
        async with place.in_turn:
            await self.turn(verb, did, nothing)
            await place.catch_up()

    async def turn(self, verb: Callable[[], Awaitable[str | None]], did: str, nothing: str) -> None:
        """Go back or forth in the journal and say what that did, or that there is `nothing`."""
        from hybrid_tui.store.errors import StoreError  # late: SQLite is not needed for the first paint

        try:
            said = await verb()
        except StoreError as error:
            self.notify(str(error), severity="error")
            return
        self.notify(f"{did}: {said}" if said else nothing)
        if said:
            self.facts_changed()

    def action_log_line(self) -> None:
        """Open the quick log line above the key bar."""
        self.open_log_line()

    def open_log_line(self, text: str = "") -> None:
        """Open the quick log line with this text in it."""
        if (log_line := self.session.verbs.log_line) is None:
            return

        day: date | None = getattr(self.screen, "told_day", lambda: None)()

        async def submit(text: str) -> None:
            from hybrid_tui.store.errors import StoreError  # late: SQLite is not needed for the first paint

            try:
                self.notify(await log_line(text, day))
            except StoreError as error:
                raise NotationError(str(error), column=len(text) + 1, source=text) from error
            self.facts_changed()

        open_line = getattr(self.screen, "open_line", None)
        if open_line is not None:
            example = "back squat 5x5 80kg   slept 7h30   protein 30g"
            prompt = f"{day_words(day)} :" if day is not None else ":"
            open_line(prompt, submit, text=text, example=example, complete=self.session.verbs.complete)

    def action_command_palette(self) -> None:
        """Everything by typing."""
        from hybrid_tui.tui.commands import Palette  # late: not needed for the first paint

        if not isinstance(self.screen, Palette):
            self.push_screen(
                Palette(placeholder="An action, exercise, session or date", id="--command-palette")
            )

    def action_keys(self) -> None:
        """Show all keys of the screen with a word on each."""
        from hybrid_tui.tui.widgets.keys_panel import KeysPanel  # late: not needed for the first paint
        from hybrid_tui.tui.widgets.week_paint import spelled
        from hybrid_tui.tui.word_list import WORDS

        active = self.screen.active_bindings.values()
        own = [each for each in active if each.node is not self]
        everywhere = [each for each in active if each.node is self]
        self.push_screen(
            KeysPanel(
                key_words(own, self.glyphs, hidden=True),
                key_words(everywhere, self.glyphs, hidden=True),
                [
                    (word, spelled(said, self.glyphs))
                    for word, said in getattr(self.screen, "MEANINGS", ())
                    or WORDS.get(getattr(self.screen, "PLACE", ""), ())
                ],
            )
        )

    def action_leave(self) -> None:
        """Leave, asking only while the timer runs."""
        if not self.timer_runs():
            self.exit()
            return
        from hybrid_tui.tui.widgets.ask import Confirm  # late: not needed for the first paint

        question = Confirm(
            "Leave while the timer runs?",
            "It is stored. The next start shows it held where it stood.",
            yes="leave",
            no="stay",
        )
        self.push_screen(question, lambda leave: self.exit() if leave else None)

    async def action_quit(self) -> None:
        """The name Textual's own parts know `leave` by."""
        self.action_leave()

    def action_help_quit(self) -> None:
        """`ctrl+c` by habit: say which key it is here."""
        self.notify("q leaves, ctrl+z suspends to the shell.")
