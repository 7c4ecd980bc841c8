"""The real program on a real terminal: a pseudo-terminal that answers as one, shows what a person would see, and
keeps book of everything that was sent to it.

Nothing here sleeps: each wait looks at the screen until it says what is waited for, or its deadline passes.
"""

from __future__ import annotations

import codecs
import ctypes
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyte

from tests.faults.sequences import LEFT_ON, Sequences, Token

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "hybrid_tui")
DEADLINE_S = 20.0
"""How long a screen may take before the test gives up; a busy machine is slow, not wrong."""
CALM_S = 0.12
"""Seconds without a byte after which the program is taken to have drawn all that it had to draw."""

_KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "tab": "\t",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "ctrl+c": "\x03",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
    "ctrl+u": "\x15",
    "ctrl+z": "\x1a",
    "f12": "\x1b[24~",
}


class NotSeen(AssertionError):
    """What was waited for did not come; the message carries the screen."""


def noon() -> str:
    """A zone in which it is about noon, so that no training day ends while a test runs."""
    ahead = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The surroundings of a person who has just logged in, and of nobody else."""
    home.mkdir(parents=True, exist_ok=True)
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_STATE_HOME": str(home / "state"),
        "HYBRID_STATE": str(home / "log"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": noon(),
        **(more or {}),
    }


class Terminal:
    """A terminal with one program in it. Use it as a context: whatever happens, nothing is left running."""

    def __init__(
        self,
        *arguments: str,
        home: Path,
        program: Sequence[str] = PROGRAM,
        columns: int = 120,
        rows: int = 40,
        env: Mapping[str, str] | None = None,
        bound: bool = False,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._sequences = Sequences()
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self.modes: dict[int, bool] = {}
        """The private modes as they were set last."""
        self.kitty = 0
        """How many times the keyboard's mode was pushed and not popped."""
        self.title = ""
        """What the window is called."""
        self.findings: list[str] = []
        """What was sent and is not on the list."""
        self.sent = 0
        """Bytes that came from the program."""
        self.closed = False
        self._frame: list[str] = []
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(slave)
        """How the terminal was set before the program came."""
        self.process = subprocess.Popen(
            [*program, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment(home, env),
            cwd=home,
            start_new_session=True,
            preexec_fn=_take_terminal_bound if bound else _take_terminal,
        )
        os.close(slave)
        os.set_blocking(self.master, False)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.kill()
        self.hang_up()

    @property
    def text(self) -> str:
        """All that can be read."""
        return "\n".join(self.screen.display)

    @property
    def attributes(self) -> list[Any]:
        """How the terminal is set now."""
        return termios.tcgetattr(self.master)

    def type(self, text: str) -> None:
        """Send characters as they are."""
        data = text.encode("utf-8", "surrogatepass")
        end = time.monotonic() + DEADLINE_S
        while data:
            if time.monotonic() > end:
                raise NotSeen("the program does not read its keys")
            try:
                data = data[os.write(self.master, data[:1024]) :]
            except BlockingIOError:
                self._pump(0.05)
            self._pump(0)

    def press(self, *keys: str) -> None:
        """Send keys, by name where they have one."""
        for key in keys:
            self.type(_KEYS.get(key, key))

    def paste(self, text: str) -> None:
        """Paste as a terminal does: between the two marks, which the text itself cannot carry."""
        self.type("\x1b[200~" + text.replace("\x1b[201~", "") + "\x1b[201~")

    def wait(self, sign: str, seconds: float = DEADLINE_S) -> re.Match[str]:
        """Read until the screen shows `sign` (a regular expression)."""
        pattern = re.compile(sign, re.MULTILINE)
        self.until(lambda: pattern.search(self.text) is not None, f"«{sign}»", seconds)
        found = pattern.search(self.text)
        assert found is not None
        return found

    def wait_gone(self, sign: str, seconds: float = DEADLINE_S) -> None:
        """Read until the screen no longer shows `sign`."""
        pattern = re.compile(sign, re.MULTILINE)
        self.until(lambda: pattern.search(self.text) is None, f"no «{sign}»", seconds)

    def until(self, holds: Callable[[], bool], what: str, seconds: float = DEADLINE_S) -> None:
        """Read until `holds` is true. Raises NotSeen at the deadline, or once the program has gone."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end or (self.closed and not holds()):
                gone = " (the program has ended)" if self.closed else ""
                raise NotSeen(f"{what} was not seen{gone}:\n{self.text}")
            self._pump(0.05)

    def read_for(self, seconds: float) -> None:
        """Go on reading for that long: how a random instant is reached."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not self.closed:
            self._pump(left)

    def settle(self, seconds: float = 1.0) -> None:
        """Read until nothing more comes for a moment; a screen that always moves is left after `seconds`."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._pump(CALM_S):
            pass

    def kill(self) -> None:
        """End the program with SIGKILL and read what it had sent by then."""
        self.process.kill()
        self.process.wait()
        while self._pump(0):
            pass

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.process.pid, number)

    def exit_status(self, seconds: float = DEADLINE_S) -> int:
        """Read until the program has ended; its status, negative for the signal that ended it."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise NotSeen(f"the program has not ended:\n{self.text}")
            self._pump(0.02)
        while self._pump(0):
            pass
        return self.process.returncode

    def hang_up(self) -> None:
        """Close the window."""
        if self.master >= 0:
            os.close(self.master)
            self.master, self.closed = -1, True

    def not_restored(self) -> list[str]:
        """What is not as it was before the program came; empty when all is."""
        wrong = [f"mode {mode} is on" for mode in sorted(LEFT_ON) if self.modes.get(mode)]
        if not self.modes.get(25, True) or self.screen.cursor.hidden:
            wrong.append("the cursor is hidden")
        if not self.modes.get(7, True):
            wrong.append("long lines are cut")
        if self.kitty:
            wrong.append(f"{self.kitty} keyboard modes are left")
        if self._sequences.unfinished:
            wrong.append(f"{self._sequences.unfinished!r} has no end")
        names = ("input", "output", "control", "local", "speed in", "speed out", "characters")
        now = self.attributes
        wrong += [
            f"{name} flags changed"
            for name, was, is_ in zip(names, self.before, now, strict=True)
            if was != is_
        ]
        return wrong

    def _pump(self, seconds: float) -> bool:
        """Take in what has come within `seconds`; whether there was anything."""
        if self.closed or not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            data = b""  # how Linux says that nobody holds the other end any more
        if not data:
            self.closed = self.process.poll() is not None
            return False
        self.sent += len(data)
        for token in self._sequences.feed(self._decoder.decode(data)):
            self._take(token)
        return True

    def _take(self, token: Token) -> None:
        if not token.known:
            self.findings.append(token.raw)
        if token.title is not None:
            self.title = token.title
        elif self.modes.get(2026) and token.final not in ("h", "l"):
            self._frame.append(token.raw)
        elif token.text or token.final in ("m", *"ABCDEFGHJKXdf"):
            self._stream.feed(token.raw)
        elif token.final in ("h", "l"):
            for number in token.parameters.removeprefix("?").split(";"):
                self.modes[int(number)] = token.final == "h"
            if self._frame and not self.modes.get(2026):
                self._stream.feed("".join(self._frame))  # a frame shows when it is whole
                self._frame.clear()
            self._stream.feed(token.raw)
        elif token.final == "u" and token.parameters[:1] in ("<", ">"):
            self.kitty += 1 if token.parameters.startswith(">") else -1
        else:
            self._answer(token)

    def _answer(self, token: Token) -> None:
        """What a terminal says when it is asked."""
        if token.final == "c" and token.parameters in ("", "0"):
            self._reply("\x1b[?62;22c")
        elif token.final == "n" and token.parameters == "6":
            self._reply(f"\x1b[{self.screen.cursor.y + 1};{self.screen.cursor.x + 1}R")
        elif token.final == "n" and token.parameters == "5":
            self._reply("\x1b[0n")
        elif token.final == "$p":
            mode = token.parameters.removeprefix("?")
            self._reply(f"\x1b[?{mode};{2 if mode == '2026' else 0}$y")

    def _reply(self, text: str) -> None:
        try:
            os.write(self.master, text.encode("ascii"))
        except (BlockingIOError, OSError):
            return  # nobody is there to hear it


def _take_terminal_bound() -> None:
    """The same for a root who may not pass over the permissions of files."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP: gone with the coming exec
    _take_terminal()


def _take_terminal() -> None:
    """In the child: this is its terminal, and no signal is ignored just because whoever started us did so."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for number in (
        signal.SIGHUP,
        signal.SIGINT,
        signal.SIGQUIT,
        signal.SIGTERM,
        signal.SIGTSTP,
        signal.SIGPIPE,
    ):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
