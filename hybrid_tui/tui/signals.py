"""Signals end the app through its own loop, so that the terminal is restored and the exit status tells the
truth."""

from __future__ import annotations

import asyncio
import signal
import threading

from textual.app import App

_ENDING = tuple(
    getattr(signal, name) for name in ("SIGHUP", "SIGTERM", "SIGINT", "SIGQUIT") if hasattr(signal, name)
)


def watch_signals(app: App[None]) -> None:
    """HUP, TERM, INT and QUIT end the app cleanly with 128 + their number.

    Does nothing off the main thread, or where the loop has no signal handlers.
    """
    if threading.current_thread() is not threading.main_thread() or app.is_headless:
        return
    loop = asyncio.get_running_loop()
    for number in _ENDING:
        try:
            loop.add_signal_handler(number, _end, app, int(number))
        except NotImplementedError:
            return


def _end(app: App[None], number: int) -> None:
    app.exit(return_code=128 + number)
