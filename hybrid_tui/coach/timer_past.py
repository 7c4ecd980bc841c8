"""A line on the timer with what earlier runs say of it: the ghost of last time, the best, the ends to expect."""

from __future__ import annotations

from dataclasses import replace

from hybrid_tui.coach.loaded import Loaded
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.timer_past import OPEN, best_before, learned, past_ends
from hybrid_tui.domain.timer_run import idle
from hybrid_tui.domain.workout import StepKind
from hybrid_tui.store import reads_timer
from hybrid_tui.store.database import Store


def with_past(store: Store, loaded: Loaded) -> Loaded:
    """The line as it stands ready, with its past. Raises StoreError."""
    timeline, ghost = loaded.timeline, loaded.ghost
    if not ghost:
        line = print_line(loaded.line)
        found = reads_timer.last_done(store, (line,)).get(line)
        whole = sum(step.kind is StepKind.WORK for step in timeline.steps)
        if found is not None and whole > 1:
            ghost = f"{found[0]} of {whole}, {day_words(found[1])}"
    if any(step.ending in OPEN for step in timeline.steps) and not timeline.endless:
        past = past_ends(reads_timer.open_intervals(store))
        timeline = replace(timeline, learned=learned(timeline, past))
        best = best_before(timeline, past)
        if best is not None and "best" not in ghost:
            ghost = f"{ghost}, best {best:.1f} s" if ghost else f"best {best:.1f} s"
    return replace(loaded, timeline=timeline, state=idle(timeline), ghost=ghost)
