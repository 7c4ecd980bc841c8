"""One line of typing above the key bar, with its error under the very character."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.text import clean
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.words import words


def pointed(error: NotationError, width: int, at: int) -> Content:
    """The caret at cell `at` and the error's words, in `width` cells.

    The words stand right of the caret where they fit, else on the line below it.
    """
    at = max(0, min(at, width - 1))
    said = error.words()
    caret = Content.assemble(" " * at, ("^", "bold $danger"))
    if at + 2 + len(said) <= width:
        return Content.assemble(caret, " ", words(said, "$text"))
    return Content.assemble(caret, "\n", words(said, "$text"))


def behind(error: NotationError, typed: str) -> int:
    """Where the cursor goes: behind what is wrong, so that backspace takes it away and more can be typed."""
    return min(max(error.column, error.end, 1) - 1, len(typed))


class PlainLine(Input):
    """Textual's input without box and fill, whose value is cleaned as it comes in."""

    DEFAULT_CSS = """
    PlainLine, PlainLine:focus { border: none; height: 1; padding: 0; background: transparent; color: $text; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "complete", tooltip="Take the grey rest of the name", show=False),
        Binding("enter", "submit", "save", tooltip="Take the line as it stands", id="line.submit"),
    ]

    def action_complete(self) -> None:
        """Take what is shown in grey."""
        self.action_cursor_right()

    def validate_value(self, value: str) -> str:
        """Typed and pasted text is cleaned before anything sees it."""
        return clean(value)


class Rest(Suggester):
    """Asks for the rest of what was begun, and shows it in grey; the right arrow and tab take it."""

    def __init__(self, complete: Callable[[str], Awaitable[str | None]]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line, or None."""
        return await self._complete(value)


class LineInput(Vertical):
    """Prompt, line, and below them an example until there is an error to show."""

    DEFAULT_CSS = """
    LineInput { height: auto; padding: 0 1; border-top: solid $hair; }
    LineInput Horizontal { height: 1; }
    LineInput .prompt { width: auto; color: $accent; text-style: bold; padding-right: 1; }
    LineInput PlainLine { width: 1fr; }
    LineInput PlainLine > .input--suggestion { color: $text-3; }
    LineInput .below { height: auto; color: $text-3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close", tooltip="Close the line", id="line.close"),
    ]

    def __init__(
        self,
        prompt: str,
        submit: Callable[[str], Awaitable[None]],
        glyphs: Glyphs,
        *,
        text: str = "",
        example: str = "",
        typed: Callable[[str], None] | None = None,
        complete: Callable[[str], Awaitable[str | None]] | None = None,
        replaced: bool = False,
    ) -> None:
        """`replaced` marks the text, so that the first letter typed takes its place and an arrow keeps it."""
        super().__init__(classes="line-input")
        self._replaced = replaced
        self._rest = None if complete is None else Rest(complete)
        self.prompt = prompt
        self.glyphs = glyphs
        self._submit = submit
        self._text = text
        self._example = example
        self._typed = typed

    def compose(self) -> ComposeResult:
        """Prompt and line side by side, what is said below."""
        with Horizontal():
            yield Static(words(self.prompt), classes="prompt")
            yield PlainLine(self._text, select_on_focus=False, suggester=self._rest)
        yield Static(words(self._example), classes="below")

    def on_mount(self) -> None:
        """Take the focus, cursor at the end; messages stand above what is typed."""
        line = self.query_one(PlainLine)
        line.focus()
        line.cursor_position = len(line.value)
        if self._replaced:
            line.action_select_all()
        self.screen.add_class("-typing")

    def on_unmount(self) -> None:
        """Let messages come down again, and the screen's keys come back: it asks whether a line is open."""
        self.screen.remove_class("-typing")
        self.remove_class("line-input")  # Textual takes it out of the screen's children only later
        self.screen.refresh_bindings()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Whoever wants to draw while one types is told; an old error goes."""
        event.stop()
        self.query_one(".below", Static).update(words(self._example))
        if self._typed is not None:
            self._typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """`enter` in the line."""
        event.stop()
        self.run_worker(self._hand_over(event.value), exclusive=True)

    def action_close(self) -> None:
        """Close without taking anything."""
        self.remove()

    def show_error(self, error: NotationError) -> None:
        """Keep the text, point at the character."""
        line = self.query_one(PlainLine)
        below = self.query_one(".below", Static)
        before = self.query_one(".prompt").outer_size.width
        at = before + cell_len(line.value[: error.column - 1]) - int(line.scroll_offset.x)
        below.update(pointed(error, self.size.width, at))
        line.cursor_position = behind(error, line.value)

    async def _hand_over(self, text: str) -> None:
        try:
            await self._submit(text)
        except NotationError as error:
            self.show_error(error)
        else:
            self.remove()
