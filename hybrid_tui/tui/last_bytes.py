"""The way out: the terminal shows typed keys again only once the last byte of the drawing is out.

Textual gives the terminal back while its writer still draws: what is typed in that moment would be shown in
the middle of the picture, and stay there.
"""

from __future__ import annotations

from typing import Any

from textual.driver import Driver


def silent_to_the_end(driver: type[Driver]) -> type[Driver]:
    """The same driver, which restores the terminal last and drops what was typed meanwhile.

    One that changes no terminal settings (headless, Windows) is given back as it is.
    """
    if not hasattr(driver, "_patch_lflag"):
        return driver
    stop: Any = driver.stop_application_mode
    close: Any = driver.close

    def stop_application_mode(self: Any) -> None:
        before, self.attrs_before = self.attrs_before, None
        try:
            stop(self)
        finally:
            self.attrs_before = before

    def close_last(self: Any) -> None:
        import termios  # not on every system

        close(self)  # waits for the writer
        before, self.attrs_before = self.attrs_before, None
        if before is None:
            return
        try:
            termios.tcflush(self.fileno, termios.TCIFLUSH)
            termios.tcsetattr(self.fileno, termios.TCSANOW, before)
        except termios.error:
            return  # the terminal is gone

    return type("Silent", (driver,), {"stop_application_mode": stop_application_mode, "close": close_last})
