"""A step that was run, corrected afterwards: how long it took, or that it was not done."""

from __future__ import annotations

from hybrid_tui.coach.library import Library
from hybrid_tui.coach.opening import NothingThere
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.record import IntervalRecord
from hybrid_tui.store import reads_sessions, writes
from hybrid_tui.store.database import Store

MOST_SECONDS = 86_400.0
"""The longest step that is believed."""

NOT_DONE = "x"
"""What is typed for a step that was not done."""


def read_length(text: str) -> float | None:
    """Seconds as typed (`11.8`, `11.8s`, `1:52`, `1:02:03`), None for `x`. Raises ValueError."""
    said = text.strip().lower().removesuffix("s").strip().replace(",", ".")
    if said == NOT_DONE:
        return None
    seconds = 0.0
    try:
        for part in said.split(":"):
            seconds = seconds * 60 + float(part)
    except ValueError:
        raise ValueError(f"«{text.strip()}» is no length: 11.8, 1:52, or x for not done.") from None
    if not 0 < seconds <= MOST_SECONDS:
        raise ValueError("A step takes more than nothing and at most a day.")
    return seconds


def edit_step(
    store: Store, library: Library, moment: Moment, session_id: str, interval_id: str, text: str
) -> Outcome:
    """Correct how long a step took, or say that it was not done. Raises ValueError and StoreError."""
    seconds = read_length(text)
    record = reads_sessions.session(store, session_id)
    steps = [] if record is None else [step for block in record.blocks for step in block.intervals]
    step = next((each for each in steps if each.id == interval_id), None)
    if step is None:
        raise NothingThere("That step is not there any more. Nothing was changed.")
    words = f"{step.label}: not done" if seconds is None else f"{step.label}: {seconds:g} s"
    with store.write(words) as writer:
        if seconds is None:
            writes.change(writer, IntervalRecord, interval_id, done=False)
        else:
            writes.change(writer, IntervalRecord, interval_id, seconds=seconds, done=True)
    return Outcome(words=words, session_id=session_id)
