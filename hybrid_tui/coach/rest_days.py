"""Training on a day that the plan keeps free is asked about once; the answer is kept."""

from __future__ import annotations

from datetime import date

from hybrid_tui.coach import blocks, deciding, following, offers
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.coach.recovery_folds import is_rest
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.programme.schedule import planned_sessions
from hybrid_tui.domain.set_record import SessionKind
from hybrid_tui.store import reads_sessions
from hybrid_tui.store.database import Store

TRAINED = "trained"
KEPT = "kept"
EASY = "easy run: 25m @easy"
"""What stands in for a session that the morning sent to another day (7.3)."""


def asks(store: Store, library: Library, moment: Moment) -> bool:
    """Whether today is a planned rest day about which nothing was said, and nothing was begun yet."""
    return reads_sessions.open_session(store) is None and still_kept(store, library, moment.day)


def still_kept(store: Store, library: Library, day: date) -> bool:
    """Whether the plan keeps that day free, nothing was said about it and nothing was trained on it."""
    plan = following.running_plan(store, library)
    if plan is None or not is_rest(plan, planned_sessions(plan, day, day), day):
        return False
    if offers.moved_today(store, day) is not None:
        return False  # something easy is what the day is for
    return not offers.rest_answered(store, day) and not trained(store, day)


def trained(store: Store, day: date) -> bool:
    """Whether a session other than recovery stands on that day."""
    return any(
        each.kind is not SessionKind.RECOVERY for each in reads_sessions.sessions_between(store, day, day)
    )


def mention(day: date, today: date) -> str:
    """What the shell says, which never asks: `Today is a planned rest day; only a walk or mobility keeps it.`"""
    name = "Today" if day == today else day_words(day)
    return f"{name} {'is' if day >= today else 'was'} a planned rest day; only a walk or mobility keeps it."


def answer(store: Store, library: Library, moment: Moment, trains: bool) -> Outcome:
    """Keep what was said, so that it is not asked again today. Raises StoreError."""
    with store.write("train on a rest day" if trains else "keep the rest day") as writer:
        deciding.keep(
            writer,
            moment,
            kind=offers.REST_DAY,
            offered=moment.day.isoformat(),
            taken=TRAINED if trains else KEPT,
        )
    return Outcome(words="Training on a rest day." if trains else "The rest is kept. A walk is fine.")


def begin_easy(store: Store, library: Library, moment: Moment) -> Outcome:
    """Open an easy run in the place of what was sent to another day. Raises StoreError."""
    return blocks.begin_with(store, library, moment, EASY, "Easy run")
