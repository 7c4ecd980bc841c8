"""Cues to hear: terminal bell, sound and speech, each on or off.

Programs are started by a thread of their own and detached, so that neither a slow start nor a stuck sound server
delays the screen or the next cue. What is missing or fails is said once; the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from subprocess import DEVNULL, Popen
from threading import Thread
from time import monotonic

from hybrid_tui.domain.timer_cues import Cue
from hybrid_tui.tui.tones import sound_file

PLAYERS: tuple[tuple[str, ...], ...] = (("paplay",), ("pw-play",), ("aplay", "-q"), ("afplay",))
"""Programs that play a WAV file given as their last argument, the best first."""

SPEAKERS: tuple[tuple[str, ...], ...] = (("espeak-ng", "--"), ("espeak", "--"), ("say", "--"))
"""Programs that speak the words given as their last argument."""

PATIENCE = 8.0
"""Seconds after which a program that has not ended is stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueChoice:
    """Which cues a person wants."""

    bell: bool = True
    sound: bool = True
    speech: bool = False
    flash: bool = True
    """The screen blinks once; the screen does that itself."""
    command: str = ""
    """A command of one's own that plays a file given as its last argument, or in place of `{file}`."""


@dataclass(slots=True)
class _Running:
    program: Popen[bytes]
    channel: _Channel
    until: float


class _Channel:
    """One way to be heard, with the programs that may do it; the first that works is kept."""

    def __init__(self, name: str, programs: Sequence[Sequence[str]], lacking: str) -> None:
        self.name = name
        self.programs = [tuple(program) for program in programs]
        self.lacking = lacking
        self.told = False

    def command(self) -> tuple[str, ...] | None:
        """The program to use; those that are not installed are left out for good."""
        import shutil  # late: looks through PATH, in the thread

        while self.programs:
            if shutil.which(self.programs[0][0]) is not None:
                return self.programs[0]
            self.programs.pop(0)
        return None


class CuePlayer:
    """Makes cues heard. Call it from the loop: it never waits."""

    def __init__(
        self,
        *,
        folder: Path,
        bell: Callable[[], None],
        trouble: Callable[[str], None],
        choice: CueChoice | None = None,
        players: Sequence[Sequence[str]] = PLAYERS,
        speakers: Sequence[Sequence[str]] = SPEAKERS,
    ) -> None:
        """`folder` caches the sounds; `bell` rings the terminal; `trouble` is told, from a thread, what fails."""
        self.choice = choice or CueChoice()
        self.folder = folder
        self._bell = bell
        self._trouble = trouble
        own = _own_command(self.choice.command)
        self._sound = _Channel("sound", [own, *players] if own else players, "no program plays sounds here")
        self._speech = _Channel("speech", speakers, "no program speaks here; espeak-ng would")
        self._queue: SimpleQueue[Cue | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._running: list[_Running] = []

    def play(self, cue: Cue) -> None:
        """Ring, sound and speak this cue, as chosen."""
        if self.choice.bell:
            self._bell()
        if not (self.choice.sound or self.choice.speech):
            return
        if self._thread is None:
            self._thread = Thread(target=self._work, name="cues", daemon=True)
            self._thread.start()
        self._queue.put(cue)

    def close(self, patience: float = 2.0) -> None:
        """Let what was asked for be started, and end the thread; waits at most `patience` seconds."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(patience)
            self._thread = None

    def _work(self) -> None:
        while True:
            try:
                # awake only while something plays, to notice how it ends
                cue = self._queue.get(timeout=0.1 if self._running else None)
            except Empty:
                self._reap()
                continue
            newest, last = cue, cue is None
            while not self._queue.empty():  # an older cue is stale once a newer one waits
                cue = self._queue.get()
                newest, last = (newest, True) if cue is None else (cue, last)
            if newest is not None:
                self._start(newest)
            if last:
                self._last_words()
                return
            self._reap()

    def _start(self, cue: Cue) -> None:
        if self.choice.sound:
            try:
                self._spawn(self._sound, str(sound_file(self.folder, cue.sound)))
            except OSError as error:
                self._tell(self._sound, f"no sound: {error.strerror or error}")
        if self.choice.speech:
            self._spawn(self._speech, cue.words)

    def _spawn(self, channel: _Channel, argument: str) -> None:
        command = channel.command()
        if command is None:
            self._tell(channel, f"no {channel.name}: {channel.lacking}")
            return
        if "{file}" in command:
            words = tuple(argument if part == "{file}" else part for part in command)
        else:
            words = (*command, argument)
        try:
            program = Popen(words, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True)
        except OSError:
            self._give_up(channel)
            return
        self._running.append(_Running(program, channel, monotonic() + PATIENCE))

    def _reap(self) -> None:
        for running in list(self._running):
            code = running.program.poll()
            if code is None and monotonic() < running.until:
                continue
            self._running.remove(running)
            if code is None:
                _stop(running.program)
                running.program.wait()
            if code != 0:
                self._give_up(running.channel)

    def _give_up(self, channel: _Channel) -> None:
        """Leave a program that failed for the next one."""
        failed = channel.programs.pop(0)[0] if channel.programs else channel.name
        if channel.command() is None:
            self._tell(channel, f"no {channel.name}: {failed} failed")

    def _tell(self, channel: _Channel, words: str) -> None:
        if not channel.told:
            channel.told = True
            self._trouble(words)

    def _last_words(self) -> None:
        """See how the last programs end, without waiting long for them."""
        import subprocess  # late: only for the name of the exception

        end = monotonic() + 1.0
        for running in self._running:
            try:
                running.program.wait(max(0.0, end - monotonic()))
            except subprocess.TimeoutExpired:
                break  # it plays on by itself
        self._reap()


def _stop(program: Popen[bytes]) -> None:
    """End a program that hangs, with what it has started itself: it leads a session of its own."""
    import os
    import signal

    try:
        os.killpg(program.pid, signal.SIGKILL)
    except OSError:
        program.kill()


def _own_command(text: str) -> tuple[str, ...]:
    """A command as typed, in words; an unfinished quote makes it one word."""
    import shlex  # late: only with a command of one's own

    try:
        return tuple(shlex.split(text))
    except ValueError:
        return (text,)
