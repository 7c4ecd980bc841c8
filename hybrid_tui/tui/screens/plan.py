"""Plan: the programme as weeks by days, with what the training rules say of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from hybrid_tui.coach import planning
from hybrid_tui.domain.plan_view import CellStatus, PlanCell, PlanView, PlanWeek
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.keys import step_bindings
from hybrid_tui.tui.screens.plan_verbs import PlanVerbs
from hybrid_tui.tui.widgets.plan_page import PlanPage

_ALWAYS = frozenset({"shelf", "new"})
_MOVE = Binding.Group("move")
_WAYS = (
    ("H", "shift+left", -1, "a day earlier", "earlier"),
    ("J", "shift+down", 7, "a week later", "week_later"),
    ("K", "shift+up", -7, "a week earlier", "week_earlier"),
    ("L", "shift+right", 1, "a day later", "later"),
)
_MOVES = [
    Binding(
        key,
        f"shift({days})",
        "move",
        tooltip=f"Move the session {said}",
        group=_MOVE,
        id=f"plan.{name}{'' if shown else '_arrow'}",
        show=shown,
    )
    for shown in (True, False)
    for letter, arrow, days, said, name in _WAYS
    for key in (letter if shown else arrow,)
]


class PlanScreen(PlanVerbs):
    """One round of the programme, a cursor on one of its days."""

    PLACE = "plan"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", tooltip="The day line by line, with reasons", id="plan.open"),
        *_MOVES,
        Binding(
            "x",
            "skip",
            "skip",
            tooltip="Let the session go, with a reason; again asks for it",
            id="plan.skip",
        ),
        Binding("a", "shelf", "shelf", tooltip="Choose a programme from the shelf", id="plan.shelf"),
        Binding("s", "start", "start", tooltip="Start this programme anew on a date", id="plan.start"),
        Binding(
            "p", "pause", "pause", tooltip="Halt the plan for illness or travel, and go on", id="plan.pause"
        ),
        Binding("d", "deload", "deload", tooltip="Take the deload in this week", id="plan.deload"),
        Binding("e", "edit", "edit text", tooltip="Open the programme's text in your editor", id="plan.edit"),
        Binding("r", "repeat", "repeat", tooltip="Do this week once more", id="plan.repeat"),
        Binding(
            "w", "word", "word week", tooltip="Take a word week, such as race, in this week", id="plan.word"
        ),
        Binding("n", "new", "new", tooltip="Write a programme of your own, from a template", id="plan.new"),
        Binding("X", "end", "end", tooltip="End the programme; its sessions stay", id="plan.end"),
        *step_bindings("round")[:2],
        Binding("full_stop", "now", "today", tooltip="Back to today", id="step.now"),
        Binding("right,l", "day(1)", "next day", tooltip="One day later", id="plan.right", show=False),
        Binding("left,h", "day(-1)", "day before", tooltip="One day earlier", id="plan.left", show=False),
        Binding("down,j", "row(1)", "next week", tooltip="One week later", id="plan.down", show=False),
        Binding("up,k", "row(-1)", "week before", tooltip="One week earlier", id="plan.up", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.view: PlanView | None = None
        self.cursor: date | None = None
        self.number: int | None = None
        """A week of the round that is asked for; None for the one that holds today."""
        self.known = False

    def content(self) -> Iterable[Widget]:
        """The page."""
        yield PlanPage(self.glyphs)

    async def reread(self) -> None:
        """Ask for the plan and show it; the cursor stays on its day, at first on today."""
        try:
            self.view = await self.ask(planning.plan, self.number)
        except StoreError as error:
            self.notify(str(error), severity="error")
            return
        self.known = True
        self._settle()
        self.draw()

    def _settle(self) -> None:
        """Keep the cursor on a day that is shown."""
        view = self.view
        if view is None or not view.weeks:
            self.cursor = None
            return
        if self.cursor is None or view.week_of(self.cursor) is None:
            first, last = view.weeks[0].first, view.weeks[-1].days[-1]
            self.cursor = min(max(self.cursor or view.today, first), last)
            if view.week_of(self.cursor) is None:
                self.cursor = first

    def draw(self) -> None:
        """Show what is known."""
        if self.known:
            self.query_one(PlanPage).show(self.view, self.cursor)
            self.refresh_bindings()

    @property
    def week(self) -> PlanWeek | None:
        """The week under the cursor."""
        if self.view is None or self.cursor is None:
            return None
        at = self.view.week_of(self.cursor)
        return None if at is None else self.view.weeks[at]

    @property
    def cells(self) -> tuple[PlanCell, ...]:
        """The sessions under the cursor."""
        return self.week.on(self.cursor) if self.week is not None and self.cursor is not None else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what works here and now has a key."""
        if action in _ALWAYS:
            return self.known
        checks = {
            "open": lambda: bool(self.cells),
            "shift": lambda: any(cell.movable for cell in self.cells),
            "skip": lambda: any(
                cell.movable or (cell.status is CellStatus.SKIPPED and not cell.session_id)
                for cell in self.cells
            ),
            "start": lambda: self.view is not None and bool(self.view.weeks),
            "pause": lambda: self.view is not None and bool(self.view.weeks),
            "deload": lambda: self.view is not None and self.view.has_deload and self._changeable(0),
            "repeat": lambda: self._changeable(1),
            "word": lambda: self.view is not None and bool(self.view.words) and self._changeable(0),
            "edit": lambda: self.view is not None,
            "end": lambda: self.view is not None,
            "step": lambda: self._turns(parameters),
            "now": lambda: (
                self.view is not None and (self.number is not None or self.cursor != self.view.today)
            ),
            "day": lambda: self.cursor is not None,
            "row": lambda: self.cursor is not None,
        }
        return bool(checks[action]()) if action in checks else super().check_action(action, parameters)

    def _turns(self, parameters: tuple[object, ...]) -> bool:
        if self.view is None:
            return False
        return self.view.later if parameters and parameters[0] == 1 else self.view.earlier

    def _changeable(self, after: int) -> bool:
        """Whether the week under the cursor (or the one `after` it) is not over and nothing of it was done."""
        week = self.week
        if week is None or week.number is None or self.view is None:
            return False
        if week.first + timedelta(days=7 * (after + 1)) <= self.view.today:
            return False
        return after > 0 or not any(cell.session_id for cell in week.cells)

    def key_word(self, action: str) -> str | None:
        """What pressing it does here."""
        if action == "pause" and self.view is not None and self.view.paused_since is not None:
            return "go on"
        if action == "skip" and self.cells and all(cell.status is CellStatus.SKIPPED for cell in self.cells):
            return "ask again"
        return None

    def step_back(self) -> bool:
        """Close the line, come back to today."""
        if super().step_back():
            return True
        if self.check_action("now", ()):
            self.action_now()
            return True
        return False

    def action_day(self, steps: int) -> None:
        """The cursor a day earlier or later, on into the next round."""
        if self.view is None or self.cursor is None:
            return
        self._go(self.cursor + timedelta(days=steps), 1 if steps > 0 else -1)

    def action_row(self, steps: int) -> None:
        """A week up or down; where days are lines, a day."""
        self.action_day(steps if self.query_one(PlanPage).as_list else 7 * steps)

    def _go(self, day: date, way: int) -> None:
        assert self.view is not None
        if self.view.week_of(day) is not None:
            self.cursor = day
            self.draw()
        elif self.check_action("step", (way,)):
            self.cursor = day
            self.action_step(way)

    def action_step(self, steps: int) -> None:
        """The round before or after this one."""
        if self.view is None:
            return
        numbers = [week.number for week in self.view.weeks if week.number is not None]
        self.number = max(numbers) + 1 if steps > 0 else min(numbers) - 1
        self.run_worker(self.reread(), group="reread", exclusive=True)

    def action_now(self) -> None:
        """Back to today."""
        self.number, self.cursor = None, None
        self.run_worker(self.reread(), group="reread", exclusive=True)

    def go_to(self, day: date) -> None:
        """Stand on a day, if the round that is shown holds it."""
        if self.view is not None and self.view.week_of(day) is not None:
            self.cursor = day
            self.draw()

    def on_plan_page_chosen(self, event: PlanPage.Chosen) -> None:
        """A click puts the cursor there; a second one opens the day."""
        again = event.day == self.cursor
        self.cursor = event.day
        self.draw()
        if again and self.cells:
            self.action_open()
