"""Widgets that hand out the lines they painted last until something of them changes.

Textual asks every widget in view for its lines whenever one of them changed. Its own cache keeps the lines, but
works out colours, opacity and box anew each time; beside a countdown that is most of what a second costs.
"""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

_TOLD = hasattr(Widget, "_set_dirty")
"""Whether Textual tells a widget by that name that its lines are old; where it does not, nothing is kept."""


class Still(Widget):
    """Base of a widget whose picture follows from nothing but what refreshes it.

    It stands last among the bases: the first one names the style sheet that a widget inherits.
    """

    _kept: tuple[Region, list[Strip]] | None = None

    def _set_dirty(self, *regions: Region) -> None:
        """Every refresh, new style and new size comes by here."""
        self._kept = None
        super()._set_dirty(*regions)

    def stale(self, crop: Region) -> bool:
        """Whether this part has to be painted anew."""
        return self._kept is None or self._kept[0] != crop

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of this part, as they were where nothing changed."""
        if self._kept is not None and self._kept[0] == crop:
            return self._kept[1]
        lines = super().render_lines(crop)
        if _TOLD:
            self._kept = (crop, lines)
        return lines
