"""What a run in the shell shows: a line a cue for pipes and screen readers, or a few lines drawn anew."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from typing import Protocol, TextIO

from hybrid_tui.coach.loaded import Loaded
from hybrid_tui.domain.sheet_words import clock
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.timeline import SECOND
from hybrid_tui.domain.timer_cues import Boundary, BoundaryKind
from hybrid_tui.domain.timer_run import position
from hybrid_tui.domain.workout import Ending
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.digit_raster import Box, raster
from hybrid_tui.tui.widgets.timer_view import Runs, TimerView, counted, held_view, run_view
from hybrid_tui.tui.widgets.timer_words import asked_words, key_words

GROUNDS: Mapping[str, str] = {
    "work": "41;97",
    "recover": "44;97",
    "warm-up": "43;30",
    "ready": "45;97",
    "cool-down": "42;30",
    "held": "100;97",
}
"""The colour behind the word, from the terminal's own palette."""

BOX = Box(columns=8, rows=5)
"""The size of a digit in the shell."""

KEYS = "space pause   enter lap   f finish   s skip   b back   + - 10 s   q leave it open   L lock   m sound"
"""The most needed first."""


class Face(Protocol):
    """Where a person reads how the run goes."""

    live: bool
    """Whether it shows every second; else only what is due counts."""
    gone: bool
    """Whether nobody reads any more (the other end of the pipe is closed)."""

    def passed(self, loaded: Loaded, boundaries: tuple[Boundary, ...]) -> None:
        """These became due, or a deed brought them."""
        ...

    def draw(self, loaded: Loaded, now: int, notice: str) -> None:
        """The run as it stands; `notice` is what is to be known now."""
        ...

    def ask_away(self, loaded: Loaded, now: int, possible: bool) -> None:
        """Nobody looked for a while: say how long; `possible` is whether anyone can answer."""
        ...

    def say(self, words: str) -> None:
        """Something that happened, in words."""
        ...

    def clear(self) -> None:
        """Let go of what is drawn, so that other words can follow."""
        ...


class PlainFace:
    """One line a cue, with the time run so far before it. Nothing is ever drawn over."""

    live = False

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self.gone = False

    def passed(self, loaded: Loaded, boundaries: tuple[Boundary, ...]) -> None:
        """A line for each."""
        for boundary in boundaries:
            words = boundary_words(loaded, boundary)
            if words:
                run = position(loaded.state, max(boundary.due, loaded.state.anchor)).done
                self._print(f"{clock(run // SECOND):>7}  {words}")

    def draw(self, loaded: Loaded, now: int, notice: str) -> None:
        """Nothing: lines come with cues."""

    def ask_away(self, loaded: Loaded, now: int, possible: bool) -> None:
        """How long, and how to answer."""
        assert loaded.away is not None
        gone = clock(loaded.away.away_us // SECOND)
        how = (
            "enter goes on from where it stopped, n and enter from now"
            if possible
            else "going on from where it stopped"
        )
        self._print(f"{'':7}  away {gone}: {how}")

    def say(self, words: str) -> None:
        """A line of its own."""
        self._print(f"{'':7}  {clean(words, limit=500)}")

    def clear(self) -> None:
        """Nothing is drawn."""

    def _print(self, line: str) -> None:
        if self.gone:
            return
        try:
            print(line.rstrip(), file=self._out, flush=True)
        except BrokenPipeError:
            self.gone = True
            # What is still in the buffer must not fail once more when the program ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._out.fileno())


def boundary_words(loaded: Loaded, boundary: Boundary) -> str:
    """A boundary as a line says it; empty for one that needs no words."""
    line = loaded.timeline
    match boundary.kind:
        case BoundaryKind.READY:
            return f"get ready, {line.get_ready // SECOND} s: {step_words(loaded, 0)}"
        case BoundaryKind.BEGIN:
            return step_words(loaded, boundary.index)
        case BoundaryKind.LAST_SECONDS:
            return str(boundary.count)
        case BoundaryKind.HALFWAY:
            return "halfway"
        case BoundaryKind.EXPECTED:
            return "time to go on"
        case BoundaryKind.FINISHED:
            return "done"
        case _:
            return ""


def step_words(loaded: Loaded, index: int) -> str:
    """`hill sprint 4 of 8, 12 s @9, hill 8 %`, and what ends it where that is no clock."""
    line = loaded.timeline
    said = [counted(line, index)]
    said += [part for part in asked_words(line, index) if part != "counts up"]
    if line.steps[index].ending is not Ending.TIME:
        said.append("enter marks a split" if line.endless else f"enter {key_words(line, index)}")
    return clean(", ".join(said), limit=500)


NOTED = 10
"""Seconds for which the drawing says what a thread had to say."""


class InlineFace:
    """A few lines in the shell, drawn over themselves; what was on the screen before stays above."""

    live = True

    def __init__(self, out: TextIO, glyphs: Glyphs, *, colour: bool) -> None:
        self._out, self._glyphs, self._colour = out, glyphs, colour
        self.gone = False
        self._drawn: list[str] = []
        self._asked = 0
        self._note, self._noted = "", 0

    def passed(self, loaded: Loaded, boundaries: tuple[Boundary, ...]) -> None:
        """Shown by the next drawing."""

    def ask_away(self, loaded: Loaded, now: int, possible: bool) -> None:
        """Shown by the next drawing; the question stands since now."""
        self._asked = now

    def note(self, words: str) -> None:
        """Have the next drawings say it for a while, where they have nothing else to say. From any thread."""
        self._note = clean(words, limit=500)

    def draw(self, loaded: Loaded, now: int, notice: str) -> None:
        """Draw it, writing only the lines that changed."""
        self._noted = self._noted or (now if self._note else 0)
        if now - self._noted < NOTED * SECOND:
            notice = notice or self._note
        if loaded.away is not None:
            view = held_view(loaded, now, now - self._asked, self._glyphs)
        else:
            view = run_view(loaded, now, self._glyphs, notice=notice)
        columns, rows = shutil.get_terminal_size()
        self._write(lines_of(view, self._glyphs, columns - 1, rows - 1, self._colour))

    def say(self, words: str) -> None:
        """A line that stays, where nothing is drawn; else the drawing says it."""
        if not self._drawn:
            self._put(f"{clean(words, limit=500)}\n")

    def clear(self) -> None:
        """Take the drawing away; the cursor stands where it began."""
        if self._drawn:
            self._put(f"\x1b[{len(self._drawn)}F\x1b[J\x1b[?25h")
            self._drawn = []

    def _write(self, lines: list[str]) -> None:
        if len(lines) != len(self._drawn):
            self.clear()
            self._put("\x1b[?25l" + "".join(f"{line}\x1b[K\n" for line in lines))
        else:
            changed = [at for at, (old, new) in enumerate(zip(self._drawn, lines, strict=True)) if old != new]
            if not changed:
                return
            self._put(
                "".join(f"\x1b[{len(lines) - at}F{lines[at]}\x1b[K\x1b[{len(lines) - at}E" for at in changed)
            )
        self._drawn = lines

    def _put(self, text: str) -> None:
        """Write at once; a terminal that was closed takes nothing any more."""
        if self.gone:
            return
        try:
            self._out.write(text)
            self._out.flush()
        except OSError:
            self.gone = True
            # What is still in the buffer must not fail once more when the program ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._out.fileno())


def lines_of(view: TimerView, glyphs: Glyphs, columns: int, rows: int, colour: bool) -> list[str]:
    """The drawing of a view in so many columns and rows; short of room it loses its digits' size first."""
    count = f"   {view.count[0]} of {view.count[1]}" if view.count else ""
    word = f" {view.mark} {view.word.upper()}{count} ".replace("  ", " ", 1)[:columns]
    details = f" {glyphs.later} ".join(part for part in view.details if part)
    room = columns - len(word) - 2
    head = _ground(word, view.phase, colour) + (f"  {details}" if 0 < len(details) <= room else "")
    shown = _face(view.seconds)
    big = _digits(shown, glyphs.plain) if rows >= 12 else [shown]
    if BOX.width(shown) > columns:
        big = [shown]
    lit = round(min(1.0, view.fraction) * min(columns, 60))
    bar = glyphs.heavy * lit + glyphs.rule * (min(columns, 60) - lit)
    lead = next((text for form in view.leads if len(text := _text(form)) <= columns), "")
    tail = next((text for form in view.tails if len(text := _text(form)) <= columns), "")
    said = [view.notice[:columns]] if view.notice else [""]
    gap = [""] if rows >= 14 else []
    keys = _fitting(KEYS, columns) if rows >= 8 else []
    return [head, *gap, *big, *gap, bar, lead, tail, *said, *keys]


def wants_colour(out: TextIO) -> bool:
    """Whether colours are welcome there."""
    return out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _ground(word: str, phase: str, colour: bool) -> str:
    if not colour:
        return f"\x1b[7m{word}\x1b[0m" if phase == "work" else f"\x1b[1m{word}\x1b[0m"
    return f"\x1b[1;{GROUNDS[phase]}m{word}\x1b[0m"


def _digits(text: str, plain: bool) -> list[str]:
    signs = [raster(sign, BOX, plain) for sign in text]
    return [(" " * BOX.gap).join(sign[row] for sign in signs).rstrip() or " " for row in range(BOX.rows)]


def _face(seconds: int) -> str:
    return f"{seconds:02}" if seconds < 60 else clock(seconds)


def _fitting(keys: str, columns: int) -> list[str]:
    """As many keys as fit, from the left."""
    said = keys.split("   ")
    while said and len("   ".join(said)) > columns:
        said.pop()
    return ["   ".join(said)] if said else []


def _text(form: Runs) -> str:
    return "".join(text for text, _ in form)
