"""What weeks are made from, kept while nothing is written: neighbours share nearly all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hybrid_tui.coach.library import Library
from hybrid_tui.coach.since_write import latest
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.plates import Rack
from hybrid_tui.domain.programme.plan import PlannedSession, RunningPlan
from hybrid_tui.domain.programme.prescription import Known
from hybrid_tui.domain.programme.session import prescribe_session
from hybrid_tui.domain.programme.summary import planned_summary
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.training import TrainingSession
from hybrid_tui.domain.training_build import recorded_training
from hybrid_tui.domain.week import PlannedSummary
from hybrid_tui.store import reads_sessions
from hybrid_tui.store.database import Store

WEEK = timedelta(days=7)
MOST = 60
"""Weeks of records that are kept, some 50 kilobytes each."""


class WeekParts:
    """The records of weeks, and what was made of them."""

    def __init__(self) -> None:
        self._records: dict[date, tuple[SessionRecord, ...]] = {}
        self._trainings: dict[str, TrainingSession | None] = {}
        self.met: dict[date, bool | None] = {}
        """Whether the week that begins on a day met the plan's minimum; None where it asked for nothing."""

    def sessions(self, store: Store, first: date, count: int) -> tuple[SessionRecord, ...]:
        """The sessions of `count` times seven days from `first`, in order of time. Raises StoreError."""
        begins = [first + number * WEEK for number in range(count)]
        missing = [each for each in begins if each not in self._records]
        if missing:
            if len(self._records) + len(missing) > MOST:
                self._records, self._trainings, missing = {}, {}, begins
            self._read(store, missing)
        return tuple(record for each in begins for record in self._records[each])

    def _read(self, store: Store, missing: Sequence[date]) -> None:
        """Read these weeks at once; one between them that is known already is read with them."""
        first = missing[0]
        found: dict[date, list[SessionRecord]] = {each: [] for each in missing}
        last = missing[-1] + WEEK - timedelta(days=1)
        for record in reads_sessions.sessions_between(store, first, last):
            opens = first + (record.day - first).days // 7 * WEEK
            if opens in found:
                found[opens].append(record)
        self._records |= {each: tuple(records) for each, records in found.items()}

    def training(self, record: SessionRecord, catalogue: Catalogue) -> TrainingSession | None:
        """A session as the training rules see it."""
        if record.id not in self._trainings:
            self._trainings[record.id] = recorded_training(record, catalogue)
        return self._trainings[record.id]


def week_parts(store: Store, library: Library) -> WeekParts:
    """What is kept since the last write. Raises StoreError."""
    return latest(store, library, "week parts", WeekParts)


def as_written(
    library: Library, plan: RunningPlan, planned: PlannedSession, rack: Rack, *, first_month: bool
) -> PlannedSummary:
    """What is past needs no log to say what it was: only its loads in kilograms would differ.

    So it is the same in every round, but for the cuts of a first month, which go by the plan's weeks.
    """
    catalogue, place = library.catalogue, planned.place
    known: dict[object, PlannedSummary] = library.latest("sessions as written", (plan, rack, catalogue), dict)
    alike = (place.week, place.deload, place.word, planned.day_number, planned.slot)
    key = (*alike, place.number) if first_month else alike
    if key not in known:
        fresh = prescribe_session(planned, Known(catalogue=catalogue, rack=rack), first_month=first_month)
        known[key] = planned_summary(fresh, catalogue)
    return replace(known[key], day=planned.day, plan_key=planned.plan_key)
