"""Training on a day that the plan keeps free is asked about once; the answer is kept."""

from __future__ import annotations

from hybrid_tui.coach import blocks, following, offers
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.coach.recovery_folds import is_rest
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.domain.set_record import SessionKind
from hybrid_tui.store import reads_sessions, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import Decision

TRAINED = "trained"
KEPT = "kept"
EASY = "easy run: 25m @easy"
"""What stands in for a session that the morning sent to another day (7.3)."""


def asks(store: Store, library: Library, moment: Moment) -> bool:
    """Whether today is a planned rest day about which nothing was said, and nothing was begun yet."""
    plan = following.running_plan(store, library)
    if plan is None or not is_rest(plan, planned_sessions(plan, moment.day, moment.day), moment.day):
        return False
    if offers.moved_today(store, moment.day) is not None:
        return False  # something easy is what the day is for
    if offers.rest_answered(store, moment.day) or reads_sessions.open_session(store) is not None:
        return False
    return not any(
        each.kind is not SessionKind.RECOVERY
        for each in reads_sessions.sessions_between(store, moment.day, moment.day)
    )


def answer(store: Store, library: Library, moment: Moment, trains: bool) -> Outcome:
    """Keep what was said, so that it is not asked again today. Raises StoreError."""
    with store.write("train on a rest day" if trains else "keep the rest day") as writer:
        writes.save(
            writer,
            Decision(
                id=writer.new_id(),
                day=moment.day,
                kind=offers.REST_DAY,
                offered=moment.day.isoformat(),
                taken=TRAINED if trains else KEPT,
                at_us=moment.at_us,
            ),
        )
    return Outcome(words="Training on a rest day." if trains else "The rest is kept. A walk is fine.")


def begin_easy(store: Store, library: Library, moment: Moment) -> Outcome:
    """Open an easy run in the place of what was sent to another day. Raises StoreError."""
    return blocks.begin_with(store, library, moment, EASY, "Easy run")
