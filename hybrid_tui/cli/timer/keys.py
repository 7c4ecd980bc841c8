"""Waits for what comes first: the next cue, a key, a signal. The terminal is as it was after every way out."""

from __future__ import annotations

import os
import select
import signal
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Final, Protocol, Self

INTERRUPT: Final = "interrupt"
"""Ctrl+c: end and keep what was done."""
LEAVE: Final = "leave"
"""The terminal closes or the process is asked to end: leave the run open."""
SUSPEND: Final = "suspend"
REDRAW: Final = "redraw"

SEQUENCES: Mapping[str, str] = {
    "\x1b[C": "s",
    "\x1b[D": "b",
    "\x1bOC": "s",
    "\x1bOD": "b",
    "\r": "",
    "\n": "",
}
"""Arrows and enter as the letters of a typed line: `s` skips, `b` goes back, nothing at all is `enter`."""


class Source(Protocol):
    """Where deeds come from: the terminal or a pipe, and what the system tells."""

    signal_number: int

    @property
    def possible(self) -> bool:
        """Whether anything can still be typed."""
        ...

    def wait(self, seconds: float) -> list[str]:
        """What came within so many seconds."""
        ...

    def suspend(self) -> None:
        """Stop, as ctrl+z asks."""
        ...


class Keys:
    """Where deeds come from. A context manager: signals and terminal are put back at its end."""

    def __init__(self, *, each_key: bool) -> None:
        """`each_key` takes single keys from a terminal; else typed lines, also from a pipe."""
        self.signal_number = 0
        """The signal that asked to leave."""
        self._each_key = each_key
        self._fd = _input()
        self._typed = b""
        self._came: list[str] = []
        self._read_end, self._write_end = -1, -1
        self._handlers: dict[int, Any] = {}
        self._terminal: list[Any] | None = None

    @property
    def possible(self) -> bool:
        """Whether anything can still be typed."""
        return self._fd is not None

    def __enter__(self) -> Self:
        self._read_end, self._write_end = os.pipe()
        for end in (self._read_end, self._write_end):
            os.set_blocking(end, False)
        signals = {
            signal.SIGINT: self._interrupted,
            signal.SIGTERM: self._leaves,
            signal.SIGHUP: self._leaves,
            signal.SIGCONT: self._redraws,
        }
        if self._each_key:
            signals |= {signal.SIGTSTP: self._suspends, signal.SIGWINCH: self._redraws}
        self._handlers = {number: signal.signal(number, handler) for number, handler in signals.items()}
        self._take_terminal()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.give_terminal_back()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        os.close(self._read_end)
        os.close(self._write_end)

    def wait(self, seconds: float) -> list[str]:
        """What was typed or told within so many seconds, at once when there is something."""
        if not self._came:
            watched = [self._read_end]
            if self._fd is not None and self._in_front():
                watched.append(self._fd)
            ready, _, _ = select.select(watched, [], [], max(0.0, seconds))
            if self._read_end in ready:
                _drain(self._read_end)
            if self._fd is not None and self._fd in ready:
                self._read()
        came, self._came = self._came, []
        return came

    def suspend(self) -> None:
        """Stop as ctrl+z asks, with the terminal as it was; comes back when the shell says so."""
        self.give_terminal_back()
        held = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, held)
        self._take_terminal()

    def give_terminal_back(self) -> None:
        """Lines and echo as before."""
        if self._terminal is not None and self._fd is not None:
            import termios  # late: not there on every system

            before, self._terminal = self._terminal, None
            with suppress(termios.error):  # the terminal was closed
                termios.tcsetattr(self._fd, termios.TCSADRAIN, before)

    def _take_terminal(self) -> None:
        if self._each_key and self._fd is not None and os.isatty(self._fd) and self._in_front():
            import termios  # late: not there on every system
            import tty

            self._terminal = termios.tcgetattr(self._fd)
            tty.setcbreak(self._fd, termios.TCSADRAIN)

    def _in_front(self) -> bool:
        """Whether it may read: a process in the background that reads its terminal is stopped."""
        if self._fd is None or not os.isatty(self._fd):
            return True
        try:
            return os.tcgetpgrp(self._fd) == os.getpgrp()
        except OSError:
            return False

    def _read(self) -> None:
        assert self._fd is not None
        try:
            piece = os.read(self._fd, 4096)
        except OSError:
            piece = b""
        if not piece:
            self.give_terminal_back()
            self._fd = None
            return
        if self._each_key:
            self._came += single_keys(piece.decode("utf-8", "replace"))
            return
        *lines, self._typed = (self._typed + piece).split(b"\n")
        self._came += [line.decode("utf-8", "replace").strip()[:8] for line in lines]

    def _tell(self, what: str) -> None:
        self._came.append(what)
        try:
            os.write(self._write_end, b"!")
        except OSError:
            return  # the pipe is full: the wait ends anyway

    def _interrupted(self, number: int, _: FrameType | None) -> None:
        self._tell(INTERRUPT)

    def _leaves(self, number: int, _: FrameType | None) -> None:
        self.signal_number = number
        self._tell(LEAVE)

    def _suspends(self, number: int, _: FrameType | None) -> None:
        self._tell(SUSPEND)

    def _redraws(self, number: int, _: FrameType | None) -> None:
        self._tell(REDRAW)


def single_keys(text: str) -> list[str]:
    """The deeds in what a terminal sent: arrows and enter by their letters, every other sign as it is."""
    found, at = list[str](), 0
    while at < len(text):
        sequence = next((each for each in SEQUENCES if text.startswith(each, at)), None)
        if sequence is not None:
            found.append(SEQUENCES[sequence])
            at += len(sequence)
        elif text[at] == "\x1b":
            at = _past_sequence(text, at)  # a key that means nothing here
        else:
            found.append(text[at])
            at += 1
    return found


def _past_sequence(text: str, at: int) -> int:
    """The place after an escape sequence, or after a lone escape."""
    if at + 1 >= len(text) or text[at + 1] not in "[O":
        return at + 1
    end = at + 2
    while end < len(text) and not text[end].isalpha() and text[end] != "~":
        end += 1
    return end + 1


def _input() -> int | None:
    """Standard input where it is a terminal or a pipe; a file is left to whoever reads it."""
    try:
        fd = sys.stdin.fileno()
        mode = os.fstat(fd).st_mode
    except (AttributeError, OSError, ValueError):
        return None
    return fd if os.isatty(fd) or stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) else None


def _drain(fd: int) -> None:
    try:
        while os.read(fd, 64):
            pass
    except BlockingIOError:
        return
