"""The timer's dialogs: what is heard and seen as a cue, and how a run ends early."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.tui.app import shell
from hybrid_tui.tui.timer_sound import TimerSound
from hybrid_tui.tui.widgets.ask import Choice, Choose
from hybrid_tui.tui.widgets.dialog import Dialog
from hybrid_tui.tui.words import words

_WAYS = (
    ("b", "bell", "the terminal's own"),
    ("s", "sound", "a tone for each cue"),
    ("p", "speech", "the step's name, spoken"),
    ("f", "flash", "the screen blinks once"),
)


class SoundMenu(Dialog[None]):
    """Four ways to be told, each on or off by its letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"switch('{kind}')", kind, tooltip=f"{kind} on or off", id=f"sound.{kind}")
        for key, kind, _ in _WAYS
    ]

    def __init__(self, sound: TimerSound) -> None:
        super().__init__("Cues")
        self.sound = sound

    def content(self) -> Iterable[Widget]:
        """A line for each way."""
        yield Static(self._lines(), classes="ways")

    def action_switch(self, kind: str) -> None:
        """Turn one on or off."""
        self.sound.switch(kind)
        self.query_one(".ways", Static).update(self._lines())

    def _lines(self) -> Content:
        glyphs = shell(self).glyphs
        return Content("\n").join(
            [
                Content.assemble(
                    (f"{key}  ", "bold $accent"),
                    (f"{glyphs.done if getattr(self.sound.choice, kind) else glyphs.open} ", "$text"),
                    words(f"{kind:<9}", "bold $text"),
                    ("on   " if getattr(self.sound.choice, kind) else "off  ", "$text-2"),
                    words(about, "$text-3"),
                )
                for key, kind, about in _WAYS
            ]
        )


def end_question(done: str) -> Choose[str]:
    """How a run ends early; «go on» is marked, so that nothing ends by accident. `done` says what was done."""
    ways = [Choice(key="p", word="Put it away", value="away", hint="nothing is recorded")]
    if done:
        ways.insert(0, Choice(key="s", word="Stop here and keep it", value="keep", hint=done))
    ways.append(Choice(key="g", word="Go on", value="on"))
    return Choose("End the timer?", ways, at=len(ways) - 1)
