"""A dialog in house style: the screen below dimmed, one panel, a bold title, a row of its keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.tui.app import shell
from hybrid_tui.tui.keys import key_words
from hybrid_tui.tui.widgets.keybar import KeyBar
from hybrid_tui.tui.words import words

Answer = TypeVar("Answer")
"""What a dialog gives back; None when it was closed without an answer."""


def on_top(screen: Screen[Any]) -> bool:
    """Whether it is the screen that would be closed now; Textual closes whichever is on top."""
    return screen.app.screen_stack[-1] is screen


class Dialog(ModalScreen[Answer], Generic[Answer]):
    """Base of the dialogs. A dialog gives its `content()` and calls `dismiss` with the answer."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 70%; }
    Dialog .panel { width: 66; max-width: 100%; height: auto; max-height: 100%; background: $surface;
    padding: 1 3; } Dialog.-small .panel { padding: 0 1; }
    Dialog .title { text-style: bold; color: $text; height: auto; margin-bottom: 1; }
    Dialog .body { height: auto; max-height: 100%; overflow-y: auto; scrollbar-size-vertical: 1; }
    Dialog KeyBar { margin-top: 1; }
    Dialog.-small KeyBar { margin-top: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close", tooltip="Close, one step back", id="dialog.close"),
    ]
    AUTO_FOCUS = "PlainLine"

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = heading

    def content(self) -> Iterable[Widget]:
        """What stands between title and keys."""
        return ()

    def compose(self) -> ComposeResult:
        """Title, content, keys."""
        with Vertical(classes="panel"):
            yield Static(words(self.heading), classes="title")
            with VerticalScroll(classes="body", can_focus=False):
                yield from self.content()
            yield KeyBar(shell(self).glyphs, bare=True, edge=0)

    def on_mount(self) -> None:
        """Draw the keys that work."""
        self.bindings_updated_signal.subscribe(self, self._show_keys)
        self._show_keys()

    def on_resize(self, event: events.Resize) -> None:
        """Less air where there is little room."""
        self.set_class(event.size.width < 60 or event.size.height < 22, "-small")
        panel = self.query_one(".panel")
        body = self.query_one(".body")
        around = panel.styles.padding.height + 4
        body.styles.max_height = max(event.size.height - around, 3)

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close once: the second click of a quick pair comes when the dialog is gone already."""
        return super().dismiss(result) if on_top(self) else AwaitComplete()

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def _show_keys(self, _: object = None) -> None:
        shown = key_words(self.active_bindings.values(), shell(self).glyphs)
        shown.sort(key=lambda word: word.active.binding.action == "close")  # the way out stands last
        self.query_one(KeyBar).show(shown)


def paragraph(text: str | Content, style: str = "$text-2") -> Static:
    """A paragraph of a dialog."""
    return Static(words(text, style))
