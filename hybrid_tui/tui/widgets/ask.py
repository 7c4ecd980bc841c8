"""Questions asked in a dialog: yes or no, one line, one of a few, a number on a scale.

Each is pushed with a callback: `self.app.push_screen(Confirm("Leave?"), self._left)`; the callback is given
None when the question was closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.widgets.dialog import Dialog, paragraph
from hybrid_tui.tui.widgets.line_input import PlainLine, behind, pointed
from hybrid_tui.tui.words import words

Picked = TypeVar("Picked")
"""What a choice stands for."""


class Confirm(Dialog[bool]):
    """Yes by `y`, no by `n`. `enter` does nothing: nothing here happens by accident."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "yes", tooltip="Do it", id="ask.yes"),
        Binding("n", "answer(False)", "no", tooltip="Leave it as it is", id="ask.no"),
    ]

    def __init__(self, heading: str, text: str | Content = "", *, yes: str = "yes", no: str = "no") -> None:
        super().__init__(heading)
        self.text = text
        self.yes = yes
        self.no = no

    def content(self) -> Iterable[Widget]:
        """The question's detail, and what each answer means."""
        if self.text:
            yield paragraph(self.text)
        answers = (("y", self.yes), ("n", self.no))
        yield paragraph(
            Content("\n").join(
                Content.assemble((f"{key}  ", "bold $accent"), words(word)) for key, word in answers
            )
        )

    def action_answer(self, answer: bool) -> None:
        """Take the answer."""
        self.dismiss(answer)


class AskText(Dialog[str]):
    """One line of text. `check` may raise NotationError (shown under the character) or ValueError (shown
    below). With `replaced` the first letter typed takes the place of the text, and an arrow keeps it."""

    def __init__(
        self,
        heading: str,
        *,
        text: str = "",
        example: str = "",
        check: Callable[[str], object] | None = None,
        replaced: bool = False,
    ) -> None:
        super().__init__(heading)
        self.replaced = replaced
        self.text = text
        self.example = example
        self.check = check

    def content(self) -> Iterable[Widget]:
        """The line, and below it the example or the error."""
        yield PlainLine(self.text, select_on_focus=self.replaced)
        yield Static(words(self.example, "$text-3"), classes="below")

    def on_input_changed(self, event: Input.Changed) -> None:
        """An old error goes."""
        event.stop()
        self.query_one(".below", Static).update(words(self.example, "$text-3"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the text back if it is right, else keep it and say what is wrong."""
        event.stop()
        line = self.query_one(PlainLine)
        below = self.query_one(".below", Static)
        try:
            if self.check is not None:
                self.check(line.value)
        except NotationError as error:
            at = cell_len(line.value[: error.column - 1]) - int(line.scroll_offset.x)
            below.update(pointed(error, below.size.width, at))
            line.cursor_position = behind(error, line.value)
        except ValueError as error:
            below.update(words(str(error), "$danger"))
        else:
            self.dismiss(line.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[Picked]):
    """One of the answers of `Choose`."""

    key: str
    """The one character that picks it."""
    word: str
    """What it is."""
    value: Picked
    """What the dialog gives back for it."""
    hint: str = ""
    """A quiet word beside it."""


class Choose(Dialog[Picked], Generic[Picked]):
    """One of a few: by its letter at once, or with the arrows and `enter`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", tooltip="Next answer", id="ask.down", show=False),
        Binding("up,k", "move(-1)", "up", tooltip="Answer before", id="ask.up", show=False),
        Binding("enter", "pick", "pick", tooltip="Take the marked answer", id="ask.pick"),
    ]

    def __init__(self, heading: str, choices: Sequence[Choice[Picked]], *, at: int = 0) -> None:
        super().__init__(heading)
        self.choices = tuple(choices)
        self.at = at

    def content(self) -> Iterable[Widget]:
        """A line for each answer."""
        yield Static(self._lines(), classes="choices")

    def action_move(self, step: int) -> None:
        """Mark another answer."""
        self.at = min(max(self.at + step, 0), len(self.choices) - 1)
        self.query_one(".choices", Static).update(self._lines())
        self.query_one(".body").scroll_to(y=self.at - 1, animate=False)

    def action_pick(self) -> None:
        """Take the marked answer."""
        self.dismiss(self.choices[self.at].value)

    def on_key(self, event: events.Key) -> None:
        """A letter picks at once; it goes before `j` and `k` where it is one of them."""
        for choice in self.choices:
            if event.character == choice.key:
                event.stop()
                event.prevent_default()
                self.dismiss(choice.value)
                return

    def _lines(self) -> Content:
        lines = []
        for place, choice in enumerate(self.choices):
            here = place == self.at
            mark = shell(self).glyphs.now if here else " "
            lines.append(
                Content.assemble(
                    (f"{mark} ", "$accent"),
                    (f"{choice.key}  ", "bold $text"),
                    words(choice.word, "bold $text" if here else "$text-2"),
                    words(f"  {choice.hint}" if choice.hint else "", "$text-3"),
                )
            )
        return Content("\n").join(lines)


def scale(heading: str, names: Mapping[int, str], *, at: int | None = None) -> Choose[int]:
    """A number with its words, such as a session's RPE 1-10: a digit answers at once, `0` is 10.

    `names` maps each number (0 to 10) to its word, which may be empty; `at` is marked first.
    """
    choices = [
        # Ten stands under its key: whoever typed 1 and 0 would have answered 1.
        Choice(key="0", word=f"10  {name}", value=10)
        if number == 10
        else Choice(key=str(number), word=name, value=number)
        for number, name in names.items()
    ]
    places = [choice.value for choice in choices]
    return Choose(heading, choices, at=places.index(at) if at in places else 0)
