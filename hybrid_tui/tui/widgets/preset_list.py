"""The timers to choose from: under their headings, each with its line and its whole length; the chosen one
drawn below as a profile."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from hybrid_tui.coach.timer_choices import TimerChoice
from hybrid_tui.domain.notation.printing import on_one_line
from hybrid_tui.domain.timeline import Timeline
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.profile import Profile
from hybrid_tui.tui.widgets.timer_words import total_words
from hybrid_tui.tui.words import words

TITLE = 16
"""Cells of a title where the line stands beside it."""


class PresetList(Widget):
    """Rows under headings; the cursor's row is kept in view."""

    DEFAULT_CSS = "PresetList { height: 1fr; }"

    class Chosen(Message):
        """A row was clicked; `run` when it was the cursor's own."""

        def __init__(self, at: int, run: bool) -> None:
            super().__init__()
            self.at = at
            self.run = run

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.choices: tuple[TimerChoice, ...] = ()
        self.at = 0
        """The cursor."""
        self._rows: list[int | None] = []
        self._top = 0

    @property
    def chosen(self) -> TimerChoice | None:
        """The one under the cursor."""
        return self.choices[self.at] if self.choices else None

    def show(self, choices: Sequence[TimerChoice]) -> None:
        """Draw these; the cursor stays on its line where that is still there."""
        before = self.chosen
        self.choices = tuple(choices)
        same = [n for n, each in enumerate(choices) if before is not None and each.text == before.text]
        self.at = same[0] if same else min(self.at, max(0, len(self.choices) - 1))
        self.refresh()

    def move(self, steps: int) -> None:
        """The cursor up or down."""
        at = min(max(self.at + steps, 0), len(self.choices) - 1)
        if self.choices and at != self.at:
            self.at = at
            self.refresh()

    def render(self) -> Content:
        """The rows that fit, the cursor's among them."""
        lines: list[Content] = []
        self._rows = []
        heading = ""
        for number, choice in enumerate(self.choices):
            if choice.heading != heading:
                if heading and self.size.height >= 18:
                    lines.append(Content(""))
                    self._rows.append(None)
                heading = choice.heading
                lines.append(words(heading, "$text-3"))
                self._rows.append(None)
            lines.append(self._row(choice, number == self.at))
            self._rows.append(number)
        self._scroll(len(lines))
        return Content("\n").join(lines[self._top : self._top + self.size.height])

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there, a second one runs it."""
        row = self._top + event.y
        if row < len(self._rows) and (number := self._rows[row]) is not None:
            self.post_message(self.Chosen(number, number == self.at))

    def _scroll(self, lines: int) -> None:
        """Keep the cursor's row in view, with the heading above the first."""
        height = max(1, self.size.height)
        here = self._rows.index(self.at) if self.at in self._rows else 0
        above = here - 1 if here > 0 and self._rows[here - 1] is None else here
        self._top = min(self._top, 0 if above <= 1 else above)
        self._top = max(self._top, here - height + 1)
        self._top = max(0, min(self._top, lines - height))

    def _row(self, choice: TimerChoice, here: bool) -> Content:
        width = self.size.width
        total = total_words(choice.timeline, self.glyphs)
        mark = f"{self.glyphs.now} " if here else "  "
        room = width - len(total) - 4
        wide = width >= 60
        line = on_one_line(choice.text)
        title = choice.title if len(choice.title) <= room else choice.title[: room - 1] + self.glyphs.more
        name = f"{title:<{TITLE}}" if wide else title
        left = max(0, room - len(name) - 2)
        beside = line if wide else ""
        if len(beside) > left:
            beside = beside[: max(0, left - 1)] + self.glyphs.more if left > 8 else ""
        gap = " " * max(1, width - 2 - len(name) - 2 - len(beside) - len(total))
        row = Content.assemble(
            (mark, "$accent"),
            words(name, "bold $text" if here else "$text"),
            "  ",
            words(beside, "$text-2"),
            gap,
            words(total, "bold $text" if here else "$text-2"),
        )
        return row.stylize("on $raised") if here else row


class PresetPreview(Vertical):
    """A line as a bar profile, with a word on it and its whole length."""

    DEFAULT_CSS = """
    PresetPreview { height: auto; }
    PresetPreview Profile { color: $text-2; }
    PresetPreview Profile > .profile--rest { color: $text-2; }
    PresetPreview Profile > .profile--label { color: $text-3; }
    """

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs

    def compose(self) -> ComposeResult:
        """Words, then the profile."""
        yield PreviewWords()
        yield Profile(glyphs=self.glyphs)

    def show(self, timeline: Timeline | None, about: str) -> None:
        """Draw this line; None draws none, and `about` says why."""
        total = "" if timeline is None else total_words(timeline, self.glyphs)
        self.query_one(PreviewWords).show(about, total)
        self.query_one(Profile).show(timeline.steps if timeline is not None else ())


class PreviewWords(Widget):
    """A word on the line, its total at the right edge."""

    DEFAULT_CSS = "PreviewWords { height: 1; color: $text-2; }"

    def __init__(self) -> None:
        super().__init__()
        self._shown = ("", "")

    def show(self, about: str, total: str) -> None:
        """Draw this, if it is news."""
        if (about, total) != self._shown:
            self._shown = (about, total)
            self.refresh()

    def render(self) -> Content:
        """The words where they fit whole, and the total always."""
        about, total = self._shown
        width = self.size.width
        said = (
            about
            if len(about) + len(total) + 1 <= width
            else about[: max(0, width - len(total) - 2)].rsplit(" ", 1)[0]
        )
        gap = " " * max(0, width - len(said) - len(total))
        return Content.assemble(words(said, "$text-2"), gap, words(total, "bold $accent"))
