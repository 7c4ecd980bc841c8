"""Ready-made timers: a title, a word on each, and a line of notation."""

from __future__ import annotations

from dataclasses import dataclass

from hybrid_tui.domain.flatten import timed_steps
from hybrid_tui.domain.notation.timed import parse_timed
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.timeline import Timeline, rest
from hybrid_tui.domain.workout import Circuit, Ending, TimedLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """One timer to choose."""

    title: str
    about: str
    """One line on what it is for; empty when nothing is said."""
    text: str
    """Its notation."""
    line: TimedLine | Circuit


def read_presets(text: str) -> tuple[Preset, ...]:
    """Read timers: `//` lines give title and words, the lines below the notation. Blank lines part them.

    Raises NotationError for a line that is no timer. A timer without a title is called by its notation.
    """
    presets, words, lines = list[Preset](), list[str](), list[str]()
    for raw in [*clean(text, limit=100_000, newlines=True).split("\n"), ""]:
        written = raw.rstrip()
        if lines and not written.startswith("  "):
            presets.append(_preset(words, lines))
            words, lines = [], []
        if written.startswith("//"):
            words.append(written[2:].strip())
        elif written:
            lines.append(written)
    return tuple(presets)


def timeline_of(line: TimedLine | Circuit, week: int = 1) -> Timeline:
    """The timeline that a line asks for, with the numbers of `week` (from 1).

    A lone step called «rest» is a rest, not work; a lone open step without a length is a stopwatch.
    """
    steps = timed_steps(line, week)
    only = steps[0] if len(steps) == 1 else None
    if only is not None and only.ending is Ending.TIME and only.seconds and only.label == "rest":
        return rest(only.seconds)
    endless = only is not None and only.ending is Ending.KEY and only.seconds is None
    amrap = isinstance(line, Circuit) and line.kind == "amrap"
    return Timeline(steps=steps, endless=endless, rounds=endless or amrap)


def _preset(words: list[str], lines: list[str]) -> Preset:
    text = "\n".join(lines)
    return Preset(
        title=words[0] if words else text,
        about=" ".join(words[1:]),
        text=text,
        line=parse_timed(text),
    )
