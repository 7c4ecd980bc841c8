"""The timer's input line: timed steps or a circuit, without a catalogue."""

from __future__ import annotations

from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.mending import with_mend
from hybrid_tui.domain.notation.plan_line import parse_plan_line
from hybrid_tui.domain.notation.source import cut, read_line
from hybrid_tui.domain.workout import Circuit, TimedLine


def parse_timed(text: str) -> TimedLine | Circuit:
    """Read what a timer can run: `8x(12s hill / 90s walk)`, named or not, or `emom 10m: push-up 5`.

    Raises NotationError, also for a line of sets and for a circuit without its round; its hint is the line
    that may have been meant, where there is one.
    """
    try:
        return _read(text)
    except NotationError as error:
        raise with_mend(error, text, _read) from error


def _read(text: str) -> TimedLine | Circuit:
    line = parse_plan_line(text)
    first = text.split("\n")[0]
    if isinstance(line, TimedLine) or (isinstance(line, Circuit) and line.lines):
        return line
    source = read_line(first)
    if isinstance(line, Circuit):
        raise source.error(f"the round of {line.kind} is missing", len(first), hint="emom 10m: push-up 5")
    raise source.error("a timer runs timed steps", cut(source).start, hint="8x(12s hill / 90s walk)")
