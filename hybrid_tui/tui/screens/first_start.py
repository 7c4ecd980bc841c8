"""The first questions on one screen, and the same screen later, when an answer changes.

`ask_first` pushes it at the start where nothing was answered yet; `change_answers` opens it from the palette.
Both give the terminal back at once: the screen stores by itself and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen

from hybrid_tui.coach import starting
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.coach.starting import Lead, Present
from hybrid_tui.domain.first_start import Answers
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.store import reads_plan
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.app import HybridApp, shell
from hybrid_tui.tui.keys import key_words
from hybrid_tui.tui.screens.first_start_keys import KEYS, in_order
from hybrid_tui.tui.screens.first_start_rows import KEEP, answered, first_rows, health_words
from hybrid_tui.tui.screens.frame import size_classes
from hybrid_tui.tui.widgets.keybar import KeyBar
from hybrid_tui.tui.widgets.question_head import QuestionHead
from hybrid_tui.tui.widgets.question_lead import LeadFoot, LeadPanel, LeadWidget
from hybrid_tui.tui.widgets.question_list import QuestionList
from hybrid_tui.tui.widgets.question_row import QuestionRow
from hybrid_tui.tui.widgets.question_weight import WeightRow

Answer = TypeVar("Answer")


async def ask_first(app: HybridApp) -> None:
    """Push the questions if they were never answered; while a timer runs nothing is asked."""
    if app.timer_runs():
        return
    await _push(app, first=True)


async def change_answers(app: HybridApp) -> None:
    """Open the same questions with the present answers, for the palette."""
    await _push(app, first=False)


async def _push(app: HybridApp, *, first: bool) -> None:
    try:
        if first and not await app.session.store.call(starting.needed):
            return
        present = await _call(app, starting.defaults)
        lead = await _call(app, starting.lead, present.answers)
    except StoreError as error:
        app.notify(str(error), severity="error")
        return
    app.push_screen(FirstStart(present, lead, first=first))


async def _call(app: HybridApp, verb: Callable[..., Answer], *args: Any, **named: Any) -> Answer:
    """Call a verb of the coach with the library and this moment. Raises StoreError."""
    session = app.session
    hour = session.settings.get("day_start_hour")
    moment = session.clock.moment(hour) if isinstance(hour, int) else session.clock.moment()
    return await session.store.call(verb, session.library, moment, *args, **named)


class FirstStart(ModalScreen[None]):
    """All questions with the answers that hold; stores them and gives way to Today."""

    CSS_PATH = "first_start.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]

    def __init__(self, present: Present, lead: Lead, *, first: bool = True) -> None:
        super().__init__()
        self.present = present
        self.answers = present.answers
        self.first = first
        self.anew = False
        """Whether the programme is to be chosen anew; the first time it always is."""
        self._lead = lead
        self._storing = False

    def compose(self) -> ComposeResult:
        """Head, questions and where they lead, keys."""
        app = shell(self)
        today = app.session.today()
        # A programme that was chosen in the shell before is in hand, as one is later.
        asks_all = self.first and not self.present.programme
        heading = "Your answers lead to" if asks_all else "The answers would lead to"
        title = "First start" if self.first else "Your answers"
        yield QuestionHead(title, today, app.glyphs)
        with Horizontal(id="middle"):
            yield QuestionList(
                first_rows(self.present, self._lead, app.glyphs, first=asks_all),
                "The marked answers are a good start. Change what does not fit you."
                if self.first
                else "Change what is different now.",
                plain=app.glyphs.plain,
            )
            yield LeadPanel(app.glyphs, today, heading)
        yield LeadFoot(app.glyphs, today, heading)
        yield KeyBar(app.glyphs)

    def on_mount(self) -> None:
        """Stand on the first question."""
        self.bindings_updated_signal.subscribe(self, self._show_keys)
        self._show_lead(self._lead)
        self._warn()
        self.questions.go(0)
        self._show_keys()

    def on_resize(self, event: events.Resize) -> None:
        """Say in classes what room there is."""
        self.update_classes(size_classes(event.size.width, event.size.height), animate=False)

    @property
    def questions(self) -> QuestionList:
        """The list of rows."""
        return self.query_one(QuestionList)

    @property
    def weight(self) -> WeightRow:
        """The row that is typed."""
        return self.query_one(WeightRow)

    def on_descendant_focus(self) -> None:
        """Another row is in hand."""
        self.questions.lay_out()
        self._show_keys()

    def on_question_row_answered(self, event: QuestionRow.Answered) -> None:
        """Take the answer and show where it leads."""
        event.stop()
        if event.key == "programme":
            self.anew = event.value != KEEP
            return
        self.answers = answered(self.answers, event.key, event.value)
        if event.key == "units":
            self.weight.measure(event.value)
            self._read_weight()
        if event.key == "health":
            self._warn()
        self._follow()

    def on_weight_row_typed(self, event: WeightRow.Typed) -> None:
        """Read it as it is typed; an error waits until the line is left."""
        event.stop()
        if self.weight.error is not None:
            self.weight.show_error(None)
            self.questions.lay_out()

    def on_weight_row_submitted(self, event: WeightRow.Submitted) -> None:
        """`enter` in the line goes on where it can be read."""
        event.stop()
        self.action_next()

    def action_move(self, step: int) -> None:
        """Another question."""
        self._read_weight()
        self.questions.go(self.questions.here + step)

    def action_next(self) -> None:
        """The next question; on the last, store."""
        here = self.questions.here
        if not self._read_weight() and self.questions.rows[here] is self.weight:
            return
        if here < len(self.questions.rows) - 1:
            self.questions.go(here + 1)
        elif self._read_weight():
            self._store()
        else:
            self.questions.go(self.questions.rows.index(self.weight))

    def action_at_once(self) -> None:
        """The first time take everything as it stands, later leave it as it was."""
        if not self.first:
            self.dismiss()
            return
        if not self._read_weight():
            shell(self).notify("The body weight could not be read and was left out. w in Recovery adds it.")
        self._store()

    def action_keys(self) -> None:
        """The `?` panel."""
        shell(self).action_keys()

    def _read_weight(self) -> bool:
        """Take the typed weight; False, with an error shown, where it cannot be read."""
        try:
            read = starting.read_weight(self.weight.text, self.answers.units)
        except NotationError as error:
            self.answers = replace(self.answers, body_weight_kg=None)
            self.weight.show_error(error)
            self.questions.lay_out()
            return False
        self.answers = replace(self.answers, body_weight_kg=read[0] if read else None)
        self.weight.show_error(None)
        self.questions.lay_out()
        return True

    def _weight_words(self) -> str:
        try:
            read = starting.read_weight(self.weight.text, self.answers.units)
        except NotationError:
            return ""
        return read[1] if read else ""

    def _store(self) -> None:
        if not self._storing:
            self._storing = True
            self.run_worker(self._keep(self.answers, self._weight_words()), group="store")

    async def _keep(self, answers: Answers, weight_text: str) -> None:
        """Store everything in one step, then give way; what the file refuses is said and nothing is lost."""
        app = shell(self)
        outcome: Outcome
        try:
            if self.first:
                outcome = await _call(app, starting.begin, answers, weight_text=weight_text, anew=self.anew)
            else:
                outcome = await _call(
                    app, starting.change, answers, weight_text=weight_text, new_programme=self.anew
                )
            app.session = app.session._replace(settings=await app.session.store.call(reads_plan.settings))
        except StoreError as error:
            self._storing = False
            app.notify(str(error), severity="error")
            return
        self.dismiss()
        app.notify(outcome.words)
        app.facts_changed()

    def _follow(self) -> None:
        self.run_worker(self._look_ahead(self.answers), group="lead", exclusive=True)

    async def _look_ahead(self, answers: Answers) -> None:
        """Work out where the answers lead, beside the typing."""
        app = shell(self)
        try:
            self._show_lead(await _call(app, starting.lead, answers))
        except StoreError as error:
            app.notify(str(error), severity="error")

    def _show_lead(self, lead: Lead) -> None:
        self._lead = lead
        for widget in self.query(LeadWidget):
            widget.show(lead)
        for row in self.query("#ask-programme").results(QuestionRow):
            row.say(
                f"{lead.title}, from {'today' if lead.start == shell(self).session.today() else 'tomorrow'}"
            )
        self.questions.lay_out()

    def _warn(self) -> None:
        """A yes on the health line is answered beside it; a no shows what is meant."""
        health = self.answers.health
        self.query_one("#ask-health", QuestionRow).say(*health_words(health), warned=health)
        self.questions.lay_out()

    def _show_keys(self, _: object = None) -> None:
        here, rows = self.questions.here, self.questions.rows
        words = key_words(self.active_bindings.values(), shell(self).glyphs)
        shown = in_order(words, rows[here], last=here == len(rows) - 1, first=self.first)
        self.query_one(KeyBar).show(shown)
