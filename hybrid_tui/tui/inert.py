"""The last gate before the terminal: whatever a widget was given, no control character leaves the app.

Text is cleaned where it enters and again by `words`; this is for the day on which somebody forgets both, and
for Textual's own widgets, which hand stored escape sequences on as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_CONTROLS = "[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


def _visible(match: re.Match[str]) -> str:
    """A character of no width goes; one that took a cell leaves `?` there, so that nothing shifts."""
    return "?" * cell_len(match.group())


class NoControls(LineFilter):
    """Drops control characters, marks that turn the direction, and lone surrogates from drawn lines."""

    def __init__(self, before: Sequence[LineFilter] = ()) -> None:
        super().__init__()
        self.before = before
        """The filters that a line goes through first. As one with this: Textual passes each line of the screen
        through each filter at every key, changed or not."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments with inert text."""
        for each in self.before:
            segments = each.apply(segments, background)
        # Each drawn line comes through here, and what is printable holds none of them.
        if all(segment.text.isprintable() or segment.control for segment in segments):
            return segments
        return [
            segment if segment.control else Segment(re.sub(_CONTROLS, _visible, segment.text), segment.style)
            for segment in segments
        ]
