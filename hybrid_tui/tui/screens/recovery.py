"""Recovery: how ready the body is, the day's list, protein, and where it is sore."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from hybrid_tui.coach import recovering
from hybrid_tui.coach.recovery_day import RecoveryDay
from hybrid_tui.domain.checklist import ChecklistItem
from hybrid_tui.tui.screens.recovery_keys import ACTIONS, DECIDES, KEYS
from hybrid_tui.tui.screens.recovery_verbs import RecoveryVerbs
from hybrid_tui.tui.widgets.recovery_sore import SoreDialog
from hybrid_tui.tui.widgets.recovery_view import RecoveryView


class RecoveryScreen(RecoveryVerbs):
    """The day's check, list, food, weight and soreness."""

    PLACE = "recovery"
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    DEFAULT_CSS = """
    RecoveryScreen RecoveryView { width: 1fr; height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._cursor = 0

    def content(self) -> Iterable[Widget]:
        """One widget draws it all."""
        yield RecoveryView(self.glyphs, self.hour_of)

    def show_view(self, view: RecoveryDay) -> None:
        """Draw this day."""
        if self.view is None:
            undone = (number for number, item in enumerate(view.items) if not item.done)
            self._cursor = next(undone, 0)
        self._cursor = min(self._cursor, max(0, len(view.items) - 1))
        self.view = view
        for shown in self.query(RecoveryView):
            shown.show(view, self._cursor)
        if isinstance(self.app.screen, SoreDialog):
            self.app.screen.show(dict(view.sore))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """None of the screen's keys while a line is open; no later day than today."""
        if action == "exclusions":
            return not self.has_line
        if action in ACTIONS and (self.view is None or self.has_line):
            return False
        if action in ("take_deload", "refuse_deload"):
            return self.view is not None and bool(self.view.deload)
        if action == "remove_item":
            return self._item is not None and self._item.own
        if action == "now" or (action == "step" and parameters == (1,)):
            return self.view is not None and self._chosen is not None
        return super().check_action(action, parameters)

    def key_word(self, action: str) -> str | None:
        """What space does here."""
        item = self._item
        if action != "tick" or item is None:
            return None
        if not self._by_hand(item):
            return "why"
        return "untick" if self.view is not None and item.id in self.view.ticked else None

    def on_recovery_view_chosen(self, event: RecoveryView.Chosen) -> None:
        """A click marks the item; on its box it ticks."""
        self._mark(event.item)
        if event.tick:
            self.action_tick()

    def action_move(self, steps: int) -> None:
        """The mark up or down; beyond the list the screen moves."""
        shown = self.query_one(RecoveryView)
        if self.view is None:
            return
        target = self._cursor + steps
        # Where the mark is out of sight the eye is elsewhere: go on from there until it is met again.
        if shown.cursor_in_view() and 0 <= target < len(self.view.items):
            self._mark(target)
        else:
            shown.scroll_lines(2 * steps)

    def action_page(self, steps: int) -> None:
        """A screen further."""
        shown = self.query_one(RecoveryView)
        shown.scroll_lines(steps * max(1, shown.size.height - 2))

    def action_step(self, steps: int) -> None:
        """Another day."""
        self.step_day(steps)

    def action_now(self) -> None:
        """Back to today."""
        self.choose_day(self.shell.session.today())

    def step_back(self) -> bool:
        """Close the line, go back to today."""
        if super().step_back():
            return True
        if self._chosen is not None:
            self.action_now()
            return True
        return False

    def action_tick(self) -> None:
        """Tick or untick; what the log decides says so."""
        item, view = self._item, self.view
        if item is None or view is None:
            return
        if not self._by_hand(item):
            self.notify(DECIDES.get(item.id, "The log decides this."))
            return
        verb = recovering.untick if item.id in view.ticked else recovering.tick
        day = view.day
        self.do(lambda: self.tell(verb, day, item.id))

    def action_remove_item(self) -> None:
        """Take an own item off the list."""
        from hybrid_tui.coach import own_list  # late: seldom asked

        item = self._item
        if item is not None and item.own:
            self.do(lambda: self.tell(own_list.remove, item.id))

    def action_open(self) -> None:
        """What the marked item asks for."""
        item = self._item
        if item is None:
            return
        if item.id == "slept":
            self.action_check_in()
        elif item.id == "protein" or (item.id == "meals" and not self._by_hand(item)):
            self.action_food()
        else:
            self.action_tick()

    @property
    def _item(self) -> ChecklistItem | None:
        """The item under the mark."""
        items = self.view.items if self.view is not None else ()
        return items[self._cursor] if self._cursor < len(items) else None

    def _by_hand(self, item: ChecklistItem) -> bool:
        """Whether a tick changes anything: not where the log has decided already."""
        if not item.by_hand or self.view is None:
            return False
        return not item.done or item.id in self.view.ticked

    def _mark(self, item: int) -> None:
        self._cursor = item
        if self.view is not None:
            self.show_view(self.view)
