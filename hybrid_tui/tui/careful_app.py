"""Textual's app, careful with the terminal: no control character, no markup, no trace of an error reaches it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.worker import WorkerFailed

from hybrid_tui.domain.text import clean
from hybrid_tui.tui.context import AppContext
from hybrid_tui.tui.inert import NoControls


class CarefulApp(App[None]):
    """What Textual does otherwise than the house wants."""

    session: AppContext

    def __init__(self) -> None:
        super().__init__()
        self.failure_log: Path | None = None
        """Where the trace of the error is that ended the app."""
        self._no_controls = NoControls()
        self._told_last = ""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and ours: no control character reaches the terminal."""
        before = tuple(super().get_line_filters())
        if before != self._no_controls.before:
            self._no_controls = NoControls(before)
        return [self._no_controls]

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, which would end the app at the first byte that is no text, and never sleep."""
        from hybrid_tui.tui.last_bytes import silent_to_the_end  # beside the driver itself
        from hybrid_tui.tui.patient_input import patient
        from hybrid_tui.tui.typed_bytes import forgiving

        return silent_to_the_end(forgiving(patient(super().get_driver_class())))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something in a toast. Whatever the caller asks for, it is cleaned and never read as markup.

        What was said last is said anew in its place: a key pressed ten times in vain does not cover the screen.
        """
        text = clean(message, newlines=True)
        if text == self._told_last:
            self.clear_notifications()
        self._told_last = text
        super().notify(text, title=clean(title), severity=severity, timeout=timeout, markup=False)

    def on_loop_error(self, _loop: asyncio.AbstractEventLoop, told: dict[str, Any]) -> None:
        """An exception outside Textual's own callbacks ends the app as one inside them does."""
        error = told.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)

    def _fatal_error(self) -> None:
        """Textual would print a trace with all values; ours goes to a log file, and the message names it."""
        from hybrid_tui.tui.failure import write_log  # late: only a failure needs it

        error: BaseException = self._exception or RuntimeError("no exception was kept")
        if isinstance(error, WorkerFailed):
            error = error.error  # where it happened, not that a worker met it
        self.failure_log = write_log(error, self.session.clock.now_us())
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """The other way Textual ends in an error; nothing of it reaches the terminal either."""
        self._return_code = 1
        self._fatal_error()
