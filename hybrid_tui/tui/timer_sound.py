"""What the timer says besides the screen: cues to hear, the blink, the terminal's title."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from textual.app import App

from hybrid_tui.domain.text import clean
from hybrid_tui.domain.timeline import Timeline
from hybrid_tui.domain.timer_cues import Boundary, BoundaryKind, Cue, cue_of
from hybrid_tui.tui.cue_choice import choice_of, turned
from hybrid_tui.tui.cues import CueChoice, CuePlayer
from hybrid_tui.tui.folders import sounds_folder

_BLINKS = (BoundaryKind.BEGIN, BoundaryKind.FINISHED)


class TimerSound:
    """Plays cues as chosen, and keeps the choice."""

    def __init__(
        self,
        app: App[None],
        settings: Mapping[str, object],
        save: Callable[[str, object], Awaitable[None]] | None,
        folder: Path | None = None,
    ) -> None:
        self.flash: Callable[[], None] | None = None
        """Blinks the Timer's screen; set while it is in view."""
        self._save = save
        self._app = app
        self._player = CuePlayer(
            folder=folder or sounds_folder(),
            bell=app.bell,
            trouble=self._from_thread,
            choice=choice_of(settings),
        )

    @property
    def choice(self) -> CueChoice:
        """Which ways are on."""
        return self._player.choice

    @property
    def on(self) -> bool:
        """Whether anything is heard."""
        return self.choice.bell or self.choice.sound or self.choice.speech

    def play(self, cue: Cue) -> None:
        """Make a cue heard."""
        self._player.play(cue)

    def hear(self, timeline: Timeline, boundaries: tuple[Boundary, ...], now: int) -> None:
        """Make heard what of these is worth it at boot instant `now` (µs); the screen blinks where that is on."""
        cue = cue_of(timeline, boundaries, now)
        if cue is None:
            return
        self.play(cue)
        blinks = any(each.kind in _BLINKS and each.due == cue.due for each in boundaries)
        if blinks and self.choice.flash and self.flash is not None:
            self.flash()

    def switch(self, kind: str) -> None:
        """Turn one way on or off, and keep that."""
        on = not getattr(self.choice, kind)
        self._player.choice = turned(self.choice, kind, on)
        if self._save is not None:
            self._app.run_worker(self._save(f"cue_{kind}", on), group="settings")

    def close(self) -> None:
        """Let the last cue sound."""
        self._player.close()

    def _from_thread(self, words: str) -> None:
        """Told by the player's thread what fails; said in a toast, by a message as those may cross threads."""
        self._app.call_later(self._app.notify, words)


class TerminalTitle:
    """The terminal's own title while the timer runs; what it was comes back after."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._shown: str | None = None

    def show(self, text: str) -> None:
        """Say this in the title, if it is news."""
        text = clean(text, limit=80)
        if text == self._shown:
            return
        # 22;2t keeps the title on the terminal's own stack, 23;2t brings it back.
        keep = "\x1b[22;2t" if self._shown is None else ""
        self._shown = text
        self._write(f"{keep}\x1b]2;{text}\x1b\\")

    def restore(self) -> None:
        """Bring back what stood there."""
        if self._shown is not None:
            self._shown = None
            self._write("\x1b]2;\x1b\\\x1b[23;2t")

    def _write(self, text: str) -> None:
        driver = self._app._driver
        if driver is not None and not self._app.is_headless:
            driver.write(text)
