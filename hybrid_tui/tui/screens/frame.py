"""The frame of every screen: header, content, key bar, and between them the line and the rest when there
are any.

A screen gives `PLACE` (its mode), `content()` (its widgets), its `BINDINGS`, and `reread()` (asks the store
one question and shows the answer). It neither decides nor remembers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget

from hybrid_tui.tui.app import HybridApp, shell
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.keys import key_words
from hybrid_tui.tui.widgets.header import Header
from hybrid_tui.tui.widgets.keybar import KeyBar


def size_classes(width: int, height: int) -> dict[str, bool]:
    """The classes a style sheet asks for room by.

    `-narrow` below 80 columns, `-medium` below 110, else `-wide`; `-roomy` from 100 (the wider margin);
    `-tall` from 30 rows, else `-short`. Textual's own breakpoints would set them only after a first, wrong,
    layout.
    """
    return {
        "-narrow": width < 80,
        "-medium": 80 <= width < 110,
        "-wide": width >= 110,
        "-roomy": width >= 100,
        "-short": height < 30,
        "-tall": height >= 30,
    }


class HybridScreen(Screen[None]):
    """Base of the screens that have a tab."""

    PLACE: ClassVar[str] = ""
    """Its mode; the tab that is marked."""
    AUTO_FOCUS = ""
    STRIP: ClassVar[bool] = True
    """False where the screen draws the running rest itself."""
    DEEDS_READ: ClassVar[bool] = False
    """Whether a deed in hand reads again by itself when it is done."""

    def __init__(self) -> None:
        size = self.app.size
        shaped = [name for name, is_so in size_classes(size.width, size.height).items() if is_so]
        super().__init__(classes=" ".join(shaped))
        # A new screen takes its styles as it registers; Textual would read all sheets once more at its
        # first visit.
        self._css_update_count = self.app._css_update_count
        self._stale = True
        self.in_turn = asyncio.Lock()
        """Held while something is done and shown again: what comes after it, undo as well, acts on what
        stands then."""

    @property
    def shell(self) -> HybridApp:
        """The app, with its clock, rest and verbs."""
        return shell(self)

    @property
    def glyphs(self) -> Glyphs:
        """The signs to draw with."""
        return self.shell.glyphs

    def content(self) -> Iterable[Widget]:
        """The screen's own widgets, between header and key bar."""
        return ()

    async def reread(self) -> None:
        """Ask the store and show the answer. Called at the first visit and whenever something was written."""

    def key_word(self, action: str) -> str | None:
        """Another word in the key bar for this action just now, None for the binding's own."""
        return None

    @property
    def has_line(self) -> bool:
        """Whether a line to type into is open. Each key asks it for every verb, so no selector is matched."""
        return any(child.has_class("line-input") for child in self.children)

    def told_day(self) -> date | None:
        """The day that a quick line typed here is about; None where that is today and goes without saying."""
        return None

    def step_back(self) -> bool:
        """Take one step back inside the screen; False when there is none left."""
        return self.close_line()

    def compose(self) -> ComposeResult:
        """Header, content, key bar."""
        yield Header(self.shell.places, self.PLACE, self.glyphs)
        with Vertical(id="content"):
            yield from self.content()
        yield KeyBar(self.glyphs)

    def on_mount(self) -> None:
        """Draw what the frame knows already."""
        # At once, so that the keys change in the same frame as what they act on.
        self.bindings_updated_signal.subscribe(self, self._show_keys, immediate=True)
        self.refresh_head()
        self._show_keys()

    def on_resize(self, event: events.Resize) -> None:
        """Say in classes what room there is."""
        self.update_classes(size_classes(event.size.width, event.size.height), animate=False)

    def on_screen_resume(self) -> None:
        """Catch up with what happened elsewhere."""
        self.refresh_head()
        self.show_rest()
        self.show_timer()
        self.read_if_stale()

    def refresh_head(self) -> None:
        """Day and readiness as they are now."""
        for header in self.query_children(Header):
            header.show(self.shell.session.today(), self.shell.readiness)

    def mark_stale(self) -> None:
        """What is shown is no longer what is stored."""
        self._stale = True

    def read_if_stale(self) -> None:
        """Read again if something was written since."""
        if self._stale and not (self.DEEDS_READ and self.in_turn.locked()):
            self._stale = False
            self.run_worker(self.reread(), group="reread", exclusive=True)

    async def catch_up(self) -> None:
        """The same for one who holds the turn, so that the next in turn finds what is stored."""
        if self._stale:
            self._stale = False
            await self.reread()

    def show_rest(self) -> None:
        """Show the running rest as a strip above the keys; a screen that draws it itself overrides this."""
        rest = self.shell.rest
        strips = self.query_children(".rest-strip")
        if self.STRIP and rest.running is not None and not strips:
            from hybrid_tui.tui.widgets.rest_strip import RestStrip  # late: most paints have no rest

            self.mount(RestStrip(rest, self.glyphs), before=self.query_one(KeyBar))
        for strip in strips:
            strip.refresh() if rest.running else strip.remove()
        if (rest.running is None) == bool(strips) or not strips:
            self.refresh_bindings()
        self.query_one(KeyBar).set_bare(self.STRIP and rest.running is not None)

    def show_timer(self) -> None:
        """Show the interval timer's line above the keys while another screen is in view and no rest runs."""
        timer = self.shell.timer
        line = None if timer is None or self.shell.rest.running is not None else timer.strip()
        if line is None:
            self.query_children(".timer-strip").remove()
            return
        from hybrid_tui.tui.widgets.timer_strip import TimerStrip  # late: most paints have no timer

        strips = self.query_children(TimerStrip)
        if not strips:
            self.mount(TimerStrip(line), before=self.query_one(KeyBar))
        for strip in strips:
            strip.show(line)

    def open_line(
        self,
        prompt: str,
        submit: Callable[[str], Awaitable[None]],
        *,
        text: str = "",
        example: str = "",
        typed: Callable[[str], None] | None = None,
        complete: Callable[[str], Awaitable[str | None]] | None = None,
        replaced: bool = False,
    ) -> None:
        """Open a one-line input above the key bar.

        `submit` is awaited at `enter`: when it raises NotationError the text is kept and the error shown
        under the very character, else the line closes. `typed` is called at each change, `complete` asked for
        the whole line that was begun. With `replaced` the first letter typed takes the place of the text.
        """
        from hybrid_tui.tui.widgets.line_input import LineInput  # late: it brings Textual's Input

        self.close_line()
        line = LineInput(
            prompt,
            submit,
            self.glyphs,
            text=text,
            example=example,
            typed=typed,
            complete=complete,
            replaced=replaced,
        )
        self.mount(line, before=self.query_one(KeyBar))

    def close_line(self) -> bool:
        """Close the open line; False when there is none."""
        lines = self.query_children(".line-input")
        lines.remove()
        return bool(lines)

    def _show_keys(self, _: object = None) -> None:
        shown = [
            word._replace(word=self.key_word(word.active.binding.action) or word.word)
            for word in key_words(self.active_bindings.values(), self.glyphs)
        ]
        # While a rest runs, ending it comes right after the screen's three first verbs.
        for place, word in enumerate(shown[3:], start=3):
            if word.active.binding.action == "skip_rest":
                shown.insert(3, shown.pop(place))
                break
        for bar in self.query_children(KeyBar):
            bar.show(shown)
