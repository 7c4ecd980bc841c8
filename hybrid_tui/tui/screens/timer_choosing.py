"""How a line gets onto the timer: chosen from the list, or typed with its profile drawn meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual.widgets import Static

from hybrid_tui.coach.loaded import Loaded, load
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.coach.timer_choices import TODAY, TimerChoice
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.printing import on_one_line
from hybrid_tui.domain.sheet_words import clock
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.workout import StepKind
from hybrid_tui.tui.screens.asking import AskingScreen
from hybrid_tui.tui.timer_clock import TimerClock, timer_clock
from hybrid_tui.tui.widgets.line_input import LineInput, PlainLine, pointed
from hybrid_tui.tui.widgets.preset_list import PresetList, PresetPreview

RUN = "run"
"""The prompt of the line that is typed to be run."""

EXAMPLE = "8x(12s @9 hill 8% / ~2m walk back)   4x(4m @8 / 3m jog)   emom 10m: push-up 8 + squat 10"
"""Shown below the line until there is something to say."""


class ChoosingScreen(AskingScreen):
    """The part of the Timer in which nothing runs yet."""

    REFUSED = (ValueError,)

    _read = ""
    """What was typed when the profile below the list was drawn from it."""
    asks_rest = False
    """Whether the plan keeps today free and nobody was asked yet whether to train all the same."""

    @property
    def timer(self) -> TimerClock:
        """The app's timer."""
        return timer_clock(self.shell)

    async def reread(self) -> None:
        """Ask what can be run."""
        from hybrid_tui.coach import rest_days, timer_choices  # late: first paint before the first answer
        from hybrid_tui.store.errors import StoreError

        session, moment = self.shell.session, self.moment()
        try:
            found = await session.store.call(timer_choices.choices, session.library, moment)
            self.asks_rest = await session.store.call(rest_days.asks, session.library, moment)
        except StoreError as error:
            self.notify(str(error), severity="error")
            return
        self.query_one(PresetList).show(found)
        self.preview()
        self.refresh_bindings()

    def preview(self) -> None:
        """Draw the chosen line as a profile."""
        chosen = self.query_one(PresetList).chosen
        preview = self.query_one(PresetPreview)
        if chosen is None:
            preview.show(None, "")
        else:
            preview.show(chosen.timeline, chosen.about or on_one_line(chosen.text))

    def on_preset_list_chosen(self, event: PresetList.Chosen) -> None:
        """A click puts the cursor there, a second one runs it."""
        presets = self.query_one(PresetList)
        presets.move(event.at - presets.at)
        self.preview()
        self.refresh_bindings()
        if event.run:
            self.run_chosen()

    def run_chosen(self) -> None:
        """Put the chosen line on the timer and start it."""
        chosen = self.query_one(PresetList).chosen
        if chosen is not None:
            self.timer.put(_named(chosen))
            self.begin()

    def begin(self) -> None:
        """Start what is loaded; on a rest day of the plan after asking once."""
        if not self.asks_rest:
            self.timer.start()
            return
        from hybrid_tui.tui.widgets.ask import Choice, Choose  # late: few days ask

        ways = [
            Choice(key="y", word="train", hint="it is not asked again today", value=True),
            Choice(key="r", word="keep the rest", hint="a walk is fine", value=False),
        ]
        self.app.push_screen(Choose("A rest day is planned. Train anyway?", ways, at=1), self._rest_answered)

    def _rest_answered(self, trains: bool | None) -> None:
        from hybrid_tui.coach import rest_days  # late: few days ask

        if trains is None:
            return
        self.asks_rest = False
        session, moment = self.shell.session, self.moment()
        if trains:
            self.timer.start()
        else:
            self.timer.clear()
        self.do(self.own_deed, rest_days.answer, session.library, moment, trains)

    def action_find(self) -> None:
        """Type a line."""
        self._type("")

    def action_edit(self) -> None:
        """Type on from the chosen line."""
        chosen = self.query_one(PresetList).chosen
        if chosen is not None:
            self._type(on_one_line(chosen.text))

    def action_forget(self) -> None:
        """Take one of the person's own lines away."""
        from hybrid_tui.coach.timer_choices import forget_own  # late: not needed for the first paint

        chosen = self.query_one(PresetList).chosen
        if chosen is not None and chosen.own_id is not None:
            self.do(self.own_deed, forget_own, chosen.own_id)

    def action_rename(self) -> None:
        """Give one of the person's own lines another name."""
        from hybrid_tui.coach.timer_choices import rename_own  # late: not needed for the first paint
        from hybrid_tui.tui.widgets.ask import AskText

        chosen = self.query_one(PresetList).chosen
        if chosen is None or chosen.own_id is None:
            return
        identifier = chosen.own_id

        def check(name: str) -> None:
            if not name.strip():
                raise ValueError("A name is missing.")

        ask = AskText("Call it", text=chosen.title, example=on_one_line(chosen.text), check=check)
        self.app.push_screen(
            ask, lambda name: None if name is None else self.do(self.own_deed, rename_own, identifier, name)
        )

    async def own_deed(self, verb: Callable[..., Outcome], *args: object) -> None:
        """Have it done on the store's thread, say it, let everyone read again. Raises StoreError, ValueError."""
        outcome = await self.shell.session.store.call(verb, *args)
        self.notify(outcome.words)
        self.shell.facts_changed()

    def _type(self, text: str) -> None:
        async def submit(typed: str) -> None:
            self.timer.load(typed)
            self.begin()

        self._read = ""
        self._typed(text)
        self.open_line(RUN, submit, text=text, example=EXAMPLE.split("   ")[0], typed=self._typed)

    def step_back(self) -> bool:
        """Close the line; the list's own line is drawn again."""
        closed = super().step_back()
        if closed:
            self.preview()
        return closed

    def _typed(self, text: str) -> None:
        """Draw what was typed so far; point at what can be no line, however it goes on."""
        preview = self.query_one(PresetPreview)
        try:
            loaded = _so_far(text) if text.strip() else None
        except NotationError as error:
            if error.column <= len(text.rstrip()):
                self._point(error)
            # What could be read last stays while one types on from it: it would flicker with every half word.
            if self._read and (text.startswith(self._read) or self._read.startswith(text)):
                return
            loaded = None
        self._read = text if loaded is not None else ""
        if loaded is None:
            preview.show(None, EXAMPLE if self.size.width >= 90 else "")
            return
        steps = loaded.timeline.steps
        work = [step for step in steps if step.kind is StepKind.WORK]
        sprint = sum(step.seconds or 0 for step in steps if step.sprint)
        said = [f"{len(steps)} steps", f"{len(work)} of work"] if len(steps) > 1 else ["1 step"]
        if sprint:
            said.append(f"{clock(sprint)} of sprints")
        if loaded.timeline.get_ready:
            said.append(f"{loaded.timeline.get_ready // SECOND} s to get ready")
        preview.show(loaded.timeline, f" {self.glyphs.later} ".join(said))

    def _point(self, error: NotationError) -> None:
        """The error under its character, the cursor left where it types."""
        for line in self.query_children(LineInput):
            field = line.query_one(PlainLine)
            at = line.query_one(".prompt").outer_size.width + error.column - 1 - int(field.scroll_offset.x)
            line.query_one(".below", Static).update(pointed(error, line.size.width, at))


def _so_far(text: str) -> Loaded:
    """The line, or what it is so far with its brackets closed. Raises NotationError."""
    try:
        return load(text)
    except NotationError as error:
        still_open = text.count("(") - text.count(")")
        if error.column <= len(text.rstrip()) or still_open < 1:
            raise
        try:
            return load(text.rstrip(" +/") + ")" * still_open)
        except NotationError:
            raise error from None


def _named(chosen: TimerChoice) -> Loaded:
    loaded = load(chosen.text)
    ghost = chosen.about.removeprefix("last time ") if chosen.heading == TODAY else ""
    named = chosen.spot is not None or chosen.own_id is not None
    return replace(loaded, spot=chosen.spot, ghost=ghost, name=chosen.title if named else loaded.name)
