"""Lines that were drawn already, for a page of which a key changes little."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hybrid_tui.formats.week_canvas import Line


class Drawn:
    """The lines of one page in one room, by what they show and where the cursor stands in them."""

    def __init__(self) -> None:
        self._lines: dict[object, tuple[Line, ...]] = {}
        self._of: tuple[object, ...] = ()

    def of(self, *shown: object) -> Drawn:
        """Itself, emptied where the page shows something else now."""
        if shown != self._of:
            self._lines, self._of = {}, shown
        return self

    def once(self, what: object, draw: Callable[[], Iterable[Line]]) -> tuple[Line, ...]:
        """These lines as they were drawn, else drawn now."""
        if what not in self._lines:
            self._lines[what] = tuple(draw())
        return self._lines[what]
