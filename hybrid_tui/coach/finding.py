"""What the palette finds besides keys: exercises, past sessions and days, as far as they fit the words typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hybrid_tui.coach import following
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.notation.names import within_a_line
from hybrid_tui.domain.text import clean
from hybrid_tui.store import reads_sessions
from hybrid_tui.store.database import Store

MOST = 12
"""How many of each kind are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One thing that fits."""

    title: str
    hint: str
    exercise: str = ""
    """Its name, where it is an exercise."""
    day: date | None = None
    """The day it leads to, where it is a session or a day."""


def find(store: Store, library: Library, moment: Moment, text: str) -> tuple[Find, ...]:
    """Everything that fits what was typed, exercises first, then days, then sessions, the newest first."""
    wanted = clean(text).strip().casefold()
    if not wanted:
        return ()
    following.take_own(store, library)
    catalogue = library.catalogue
    exercises = [
        Find(
            title=catalogue.title(each), hint="log a set of it", exercise=within_a_line(catalogue.title(each))
        )
        for each in catalogue.tables
        if each not in catalogue.away and wanted in catalogue.title(each).casefold()
    ]
    day = _day(wanted, moment)
    days = [Find(title=day_words(day), hint="go to this day", day=day)] if day is not None else []
    sessions = [
        Find(title=record.name, hint=f"{day_words(record.day)} {record.day.year}", day=record.day)
        for record in reads_sessions.sessions_named(store, wanted, MOST)
    ]
    return (*exercises[:MOST], *days, *sessions)


def _day(text: str, moment: Moment) -> date | None:
    """A day as typed: `2026-11-20`, `20 nov`, `yesterday`; None where the words are no day."""
    import pendulum  # late: only the palette reads days

    if text in ("today", "yesterday"):
        today = pendulum.date(moment.day.year, moment.day.month, moment.day.day)
        return today if text == "today" else today.subtract(days=1)
    for form in ("YYYY-MM-DD", "D MMM YYYY", "D MMM", "D.M.YYYY"):
        try:
            found = pendulum.from_format(text.title(), form, tz=moment.zone).date()
        except (ValueError, TypeError, OverflowError):
            continue
        return found.replace(year=moment.day.year) if "YYYY" not in form else found
    return None
