"""Keys typed on the way out are not shown in the middle of the last picture."""

from __future__ import annotations

import os
import select
import termios
from typing import Any

from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.drivers.linux_driver import LinuxDriver

from hybrid_tui.tui.last_bytes import silent_to_the_end


def _echoes(fd: int) -> bool:
    return bool(termios.tcgetattr(fd)[3] & termios.ECHO)


class Drawn(LinuxDriver):
    """Textual's way out without its threads; looks at the terminal when the last byte was drawn."""

    _in_band_window_resize = False

    def __init__(self, fileno: int) -> None:
        self.fileno = fileno
        self.attrs_before: list[Any] | None = termios.tcgetattr(fileno)
        self.echoed_meanwhile = False
        quiet = termios.tcgetattr(fileno)
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(fileno, termios.TCSANOW, quiet)

    def disable_input(self) -> None:
        pass

    def write(self, data: str) -> None:
        self.echoed_meanwhile = self.echoed_meanwhile or _echoes(self.fileno)

    def close(self) -> None:
        self.write("")


def test_typed_keys_are_neither_shown_nor_left_over() -> None:
    keyboard, terminal = os.openpty()
    made: Any = silent_to_the_end(Drawn)
    driver = made(terminal)
    driver.stop_application_mode()
    os.write(keyboard, b"jjj\n")
    driver.close()
    assert not driver.echoed_meanwhile
    assert _echoes(terminal)
    assert not select.select([terminal], [], [], 0)[0]
    assert not select.select([keyboard], [], [], 0)[0]
    driver.close()
    for end in (keyboard, terminal):
        os.close(end)


def test_a_driver_without_a_terminal_is_left_alone() -> None:
    headless: type[Driver] = HeadlessDriver
    assert silent_to_the_end(headless) is headless
