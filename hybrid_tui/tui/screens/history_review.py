"""The review of a block, and the next one as a text to be edited and begun."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from hybrid_tui.coach.reviewing import review
from hybrid_tui.domain.block_review import DEFINITIONS, BlockReview
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.formats.review_page import review_page
from hybrid_tui.formats.sheet_page import SheetPage
from hybrid_tui.formats.week_canvas import Line, Span
from hybrid_tui.store.errors import StoreError
from hybrid_tui.tui.keys import step_bindings
from hybrid_tui.tui.screens.history_view import AROUND, SubView
from hybrid_tui.tui.widgets.sheet_page import SheetView


class ReviewScreen(SubView):
    """One page, scrolled where it is longer than the screen."""

    VIEW = "review"
    MEANINGS = DEFINITIONS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "e",
            "edit",
            "next block",
            tooltip="The next block in your editor, then begin it",
            id="review.edit",
        ),
        Binding("o", "measured", "measured", tooltip="What each number is", id="review.measured"),
        *step_bindings("block")[:2],
        Binding("down,j", "row(1)", "down", tooltip="Further down", id="review.down", show=False),
        Binding("up,k", "row(-1)", "up", tooltip="Back up", id="review.up", show=False),
        *AROUND,
    ]

    def __init__(self) -> None:
        super().__init__()
        self.review: BlockReview | None = None
        self.round: int | None = None
        self.at = 0

    def content(self) -> Iterable[Widget]:
        """The page."""
        yield SheetView(self.glyphs)

    async def reread(self) -> None:
        """Ask for the block."""
        try:
            found = await self.ask(review, self.round)
        except StoreError as error:
            self.notify(str(error), severity="error")
            return
        if found is None and self.review is not None:
            self.round = self.review.round  # there is no block beyond
            return
        self.review, self.at = found, 0
        self.query_one(SheetView).show(self._lay_out)
        self.refresh_bindings()

    def _lay_out(self, width: int, height: int) -> SheetPage:
        if self.review is None:
            told = ("No programme runs, so there is no block yet.", "5 shows the plans to choose from.")
            return SheetPage(rows=tuple(Line(spans=(Span(each, "label"),)) for each in told))
        return review_page(self.review, width, at=self.at)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense here has a key."""
        if action in ("edit", "step", "row"):
            return self.review is not None
        return super().check_action(action, parameters)

    def action_step(self, steps: int) -> None:
        """The block before or after."""
        if self.review is not None and self.review.round + steps >= 1:
            self.round = self.review.round + steps
            self.run_worker(self.reread(), group="reread", exclusive=True)

    def action_row(self, steps: int) -> None:
        """Scroll: the first press leads over what is in view already."""
        view = self.query_one(SheetView)
        count = len(view.page.rows)
        room = view.rows_shown
        here = view.top + room - 1 if steps > 0 else view.top
        self.at = max(0, min(here + steps, count - 1))
        view.draw()

    def on_sheet_view_wheeled(self, event: SheetView.Wheeled) -> None:
        """The wheel."""
        self.action_row(event.steps)

    def action_measured(self) -> None:
        """Say what each number is."""
        from hybrid_tui.tui.widgets.week_measured import MeasuredDialog  # late: only asked for

        self.app.push_screen(MeasuredDialog(DEFINITIONS))

    def action_edit(self) -> None:
        """The suggested block in the person's editor."""
        if self.review is not None:
            self.do(self._edit, self.review.next_text)

    async def _edit(self, text: str) -> None:
        from hybrid_tui.tui.screens.plan_text import edit_text  # late: only an edit needs it

        await edit_text(self, text, self._ask_begin, kept="Nothing was stored.", name="next-block.txt")

    async def _ask_begin(self, text: str) -> None:
        """Ask whether a text that is right takes the place of the plan. Raises ProgrammeErrors."""
        from hybrid_tui.coach import programmes  # late: only an edit needs these
        from hybrid_tui.tui.widgets.ask import Confirm

        programme = await self.ask(programmes.checked, text)
        today = self.shell.session.today()
        start = today + timedelta(days=-today.weekday() % 7)
        question = Confirm(
            f"Begin {programme.title} on {day_words(start)}?",
            "The plan in hand ends; its sessions stay. u takes it back.",
            yes="begin",
            no="leave all as it is",
        )
        self.app.push_screen(question, lambda yes: self.deed(programmes.adopt, text, start) if yes else None)
