"""The quick line: what was done outside the app, or beside it, read and stored in one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hybrid_tui.coach import following
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.line_reading import read_log
from hybrid_tui.coach.log_checks import check, printed, weight_kg
from hybrid_tui.coach.log_sessions import LogSessions
from hybrid_tui.coach.outcome import Outcome
from hybrid_tui.coach.recovery_day import MUSCLE_GROUPS, sore_with
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.muscles import muscle_named
from hybrid_tui.domain.notation.log_entries import (
    LogEntry,
    LoggedMaximum,
    LoggedProtein,
    LoggedRest,
    LoggedSession,
    LoggedSets,
    LoggedSleep,
    LoggedSoreness,
    LoggedSteps,
    LoggedWeight,
)
from hybrid_tui.domain.notation.log_printing import print_log
from hybrid_tui.domain.notation.printing import format_load
from hybrid_tui.domain.programme.weights import kilograms
from hybrid_tui.domain.record import BodyWeight, CheckIn, Food
from hybrid_tui.domain.sheet_blocks import shown_name
from hybrid_tui.domain.text import clean
from hybrid_tui.store import reads_days, writes
from hybrid_tui.store.database import Store
from hybrid_tui.store.rows import TrainingMax
from hybrid_tui.store.writer import Writer

TOLD = 6
"""How many entries of one call are named in its words."""
RATED_BESTS = 50
"""Calls with more entries than this are transfers of old logs: bests are not looked for."""


def log_text(
    store: Store,
    library: Library,
    moment: Moment,
    text: str,
    *,
    day: date | None = None,
    at_us: int | None = None,
) -> Outcome:
    """Store what lines of the log say, all of them or none, on `day` (today unless given).

    `at_us` is when it was, UTC microseconds; for today that is now unless it is given, for another day it is
    unknown. Raises NotationError, its place that of the very words, and StoreError.
    """
    following.take_own(store, library)
    return log(store, library, moment, read_log(library, text), day=day, at_us=at_us)


def log(
    store: Store,
    library: Library,
    moment: Moment,
    entries: tuple[LogEntry, ...],
    *,
    day: date | None = None,
    at_us: int | None = None,
) -> Outcome:
    """Store the entries in one transaction, which is undone as one; day and instant as for `log_text`.

    Raises NotationError for an entry that cannot be meant, its source the entry as printed, and StoreError.
    """
    for entry in entries:
        check(entry, printed(entry), library.catalogue)
    on = moment.day if day is None else day
    if at_us is None and on == moment.day:
        at_us = moment.at_us
    words = _words(entries, on, moment)
    with store.write(words) as writer:
        page = _Page(store, library, moment, on, at_us)
        for entry in entries:
            page.add(writer, entry)
        best = page.save(writer, bests=len(entries) <= RATED_BESTS)
    return Outcome(words=words, session_id=page.sessions.last_id, best=best)


class _Page:
    """One day of the log while lines are added to it."""

    def __init__(self, store: Store, library: Library, moment: Moment, day: date, at_us: int | None) -> None:
        self.moment = moment
        self.day = day
        self.at_us = at_us
        self.sessions = LogSessions(store, library.catalogue, moment, day, at_us)
        self._store = store
        self._check: CheckIn | None = None

    def add(self, writer: Writer, entry: LogEntry) -> None:
        """Take one entry up."""
        match entry:
            case LoggedSets():
                self.sessions.add_sets(entry)
            case LoggedSteps():
                self.sessions.add_steps(entry)
            case LoggedSession():
                self.sessions.rate(entry)
            case LoggedRest():
                self.sessions.rest(entry)
            case LoggedSleep() | LoggedSoreness():
                self._check = self._answered(entry)
            case _:
                self._measure(writer, entry)

    def _answered(self, entry: LoggedSleep | LoggedSoreness) -> CheckIn:
        known = self._check or reads_days.checkin(self._store, self.day)
        check = known or CheckIn(day=self.day, at_us=self.at_us)
        if isinstance(entry, LoggedSleep):
            return replace(check, slept_minutes=round(entry.seconds / 60))
        muscle = muscle_named(entry.muscle, tuple(MUSCLE_GROUPS)) or entry.muscle
        return replace(check, sore=sore_with(check.sore, muscle, entry.value))

    def _measure(self, writer: Writer, entry: LoggedWeight | LoggedProtein | LoggedMaximum) -> None:
        if isinstance(entry, LoggedProtein):
            words = clean(" ".join(part for part in (entry.words, entry.comment) if part), limit=200)
            row = Food(id=writer.new_id(), day=self.day, grams=entry.grams, words=words, at_us=self.at_us)
            writes.save(writer, row)
        elif isinstance(entry, LoggedWeight):
            self._weigh(writer, entry)
        else:
            writes.save(
                writer,
                TrainingMax(
                    id=writer.new_id(),
                    exercise=entry.exercise or "",
                    kg=kilograms(entry.load) or 0.0,
                    text=format_load(entry.load),
                    day=self.day,
                    at_us=self.moment.at_us if self.at_us is None else self.at_us,
                ),
            )

    def _weigh(self, writer: Writer, entry: LoggedWeight) -> None:
        """The day's last word counts, as on the Recovery screen."""
        same_day = reads_days.weights(self._store, self.day, self.day)
        row = BodyWeight(
            id=same_day[-1].id if same_day else writer.new_id(),
            day=self.day,
            kg=weight_kg(entry),
            text=f"{entry.value:g} {entry.unit}",
            at_us=self.at_us,
        )
        writes.save(writer, row)

    def save(self, writer: Writer, *, bests: bool) -> str:
        """Write what was gathered; gives a new best in words, or nothing."""
        best = self.sessions.new_best(writer) if bests and self.day == self.moment.day else ""
        self.sessions.save(writer)
        if self._check is not None:
            writes.save_checkin(writer, self._check)
        return best


def _words(entries: tuple[LogEntry, ...], day: date, moment: Moment) -> str:
    """What was stored, in the notation's own words: `Back squat 5x5 80kg; slept 7h30, Fri 20 Nov`."""
    said = ["rest day" if isinstance(entry, LoggedRest) else print_log(entry) for entry in entries]
    more = len(said) - TOLD
    told = "; ".join(clean(each, limit=500) for each in said[:TOLD])
    words = shown_name(told) + (f" and {more} more" if more > 0 else "")
    return words if day == moment.day else f"{words} ({day_words(day)} {day.year})"
