"""What the first deed needs, brought in while nobody waits: so that the first tick is as quick as the others."""

from __future__ import annotations

from hybrid_tui.coach import blocks, finishing, following, lifting
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.sheets import work_out
from hybrid_tui.domain.moment import Moment
from hybrid_tui.store.database import Store

DEEDS = (lifting.tick, blocks.tick_timed, finishing.finish)
"""The verbs whose modules are wanted first."""


def warm(store: Store, library: Library, moment: Moment) -> None:
    """Read the plan and today's exercises once. Raises StoreError."""
    if following.running_plan(store, library) is not None:
        work_out(store, library, moment)
