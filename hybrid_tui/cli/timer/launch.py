"""Opens the file, the keys and the sound for a run of the timer in the shell."""

from __future__ import annotations

import sys
from functools import partial

import click

from hybrid_tui.cli.calls import Call
from hybrid_tui.cli.errors import FAILURE, BadInput, say
from hybrid_tui.cli.timer.faces import InlineFace, PlainFace, wants_colour
from hybrid_tui.cli.timer.keeping import ShellKeeper
from hybrid_tui.cli.timer.keys import Keys
from hybrid_tui.cli.timer.running import ShellTimer
from hybrid_tui.coach import rest_days, timing
from hybrid_tui.coach.loaded import Loaded, load
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.store import reads_plan
from hybrid_tui.store.database import open_store
from hybrid_tui.store.thread import StoreThread
from hybrid_tui.tui import glyphs
from hybrid_tui.tui.cue_choice import QUIET, choice_of
from hybrid_tui.tui.cues import CuePlayer
from hybrid_tui.tui.folders import sounds_folder

SEEN_JUST_NOW = 8_000_000
"""µs within which an open run was seen so lately that another window must be running it."""


def run_in_shell(call: Call, text: str, *, inline: bool, quiet: bool) -> int:
    """Run the line, or the run that was left open, without Textual. Gives the exit status. Raises StoreError."""
    if inline and not sys.stdout.isatty():
        raise BadInput("--inline needs a terminal to draw in; --plain does without one")
    thread = StoreThread(partial(open_store, call.path, clock=call.clock))
    thread.start()
    try:
        call.settings = thread.submit(reads_plan.settings).result()
        loaded = _to_run(call, thread, text)
        if isinstance(loaded, int):
            return loaded
        if thread.submit(rest_days.asks, call.library, call.moment()).result():
            say(rest_days.mention(call.moment().day, call.moment().day))
        choice = choice_of({**call.settings, **(QUIET if quiet else {})})
        face = _face(call, inline)
        # A line of its own would push the drawing down, which then leaves its head behind.
        trouble = face.note if isinstance(face, InlineFace) else say
        player = CuePlayer(folder=sounds_folder(), bell=_bell, trouble=trouble, choice=choice)
        keeper = ShellKeeper(thread, call.library, call.moment)
        with Keys(each_key=inline) as source:
            try:
                run = ShellTimer(
                    loaded, clock=call.clock, keeper=keeper, source=source, face=face, play=player.play
                )
                return run.run()
            finally:
                face.clear()
                player.close()
    finally:
        thread.close(10.0)


def _to_run(call: Call, thread: StoreThread, text: str) -> Loaded | int:
    """The line, or the run that was left open; an exit status where neither can be run. Raises StoreError."""
    found = thread.submit(timing.running, call.moment()).result()
    if found is None:
        if not text:
            raise click.UsageError('No run was left open. Write a line, such as "8x(12s hill / 90s walk)".')
        return load(text)
    if found.away is not None and not found.away.estimated and found.away.away_us < SEEN_JUST_NOW:
        say(f"{found.name or 'A timer'} runs in another window: it was seen a few seconds ago.")
        return FAILURE
    if text and print_line(load(text).line) != print_line(found.line):
        say(f"{found.name or 'A timer'} was left open. «hybrid timer --inline» without a line takes it up.")
        return FAILURE
    return found


def _face(call: Call, inline: bool) -> PlainFace | InlineFace:
    if not inline:
        return PlainFace(sys.stdout)
    signs = glyphs.choose(call.settings.get("ascii"))
    return InlineFace(sys.stdout, signs, colour=wants_colour(sys.stdout))


def _bell() -> None:
    """Ring where a terminal listens; a pipe is not given the sign."""
    for stream in (sys.stdout, sys.stderr):
        if stream.isatty():
            stream.write("\a")
            stream.flush()
            return
