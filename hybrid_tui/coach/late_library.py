"""The library for the first paint: it is only imported and read once somebody asks it something."""

from __future__ import annotations

from functools import cached_property
from typing import Any


class LateLibrary:
    """Stands where a `Library` is expected, and becomes one when it is first asked."""

    @cached_property
    def real(self) -> Any:
        """The library itself."""
        from hybrid_tui.coach.library import Library  # late: the catalogue is not needed to paint

        return Library()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)
