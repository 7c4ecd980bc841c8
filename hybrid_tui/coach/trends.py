"""Trends: which numbers can be plotted, and the points of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

from hybrid_tui.coach.day_list import HARD_FROM, readiness_by_day
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.since_write import kept
from hybrid_tui.coach.weeks import week_start
from hybrid_tui.domain.calendar import monday_of
from hybrid_tui.domain.counts import muscle_sets
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.muscles import MUSCLES
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.pounds import series_in_pounds
from hybrid_tui.domain.trend import Series, averages, daily, estimates, heaviest, weekly
from hybrid_tui.store import reads_days, reads_plan, reads_sessions, reads_trends
from hybrid_tui.store.database import Store

PLAIN = {
    "load": ("Load", "AU", 0),
    "fitness": ("Load, 42-day average", "AU", 0),
    "fatigue": ("Load, 7-day average", "AU", 0),
    "sprint": ("Sprint seconds a week", "s", 0),
    "weight": ("Body weight", "kg", 1),
    "sleep": ("Sleep", "h", 1),
    "protein": ("Protein", "g", 0),
    "readiness": ("Readiness", "", 0),
}
"""Series that need no further name: title, unit, decimals."""

AVERAGED = timedelta(days=20 * 42)
"""How far back the averages of load begin: what lies before counts exp(-20) of itself, which no digit shows."""
LIFT_GAP = 28
"""Days after which two sessions of a lift or a climb are no longer joined."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendNames:
    """What can be plotted."""

    names: tuple[str, ...]
    """The names in the order in which a key goes through them."""
    first: date
    """The first day of the log, today where it is empty."""


def trend_names(store: Store, library: Library, moment: Moment) -> TrendNames:
    """The series that this log can have. Raises StoreError."""
    return kept(store, library, "trend names", moment.day, lambda: _trend_names(store, library, moment))


def _trend_names(store: Store, library: Library, moment: Moment) -> TrendNames:
    with store.snapshot():
        first = min(reads_trends.first_day(store) or moment.day, moment.day)
        known = library.catalogue.tables  # another machine's own exercise may be unknown here
        used = [each for each in reads_trends.lifts_by_use(store) if each in known]
        lifts = [library.catalogue.title(each) for each in used]
        hills = tuple(reads_trends.climbs(store, first, moment.day))
    strength = [f"{kind} {name.casefold()}" for name in lifts for kind in ("e1rm", "best")]
    climbs = [f"climb {name}" for name in hills]
    muscles = [f"sets {muscle.replace('_', ' ')}" for muscle in MUSCLES]
    return TrendNames(names=(*PLAIN, *climbs, *muscles, *strength), first=first)


def trend(store: Store, library: Library, moment: Moment, name: str, first: date, last: date) -> Series:
    """The points of one series from `first` to `last`, in the person's units.

    Raises NotationError for an unknown name, StoreError.
    """
    with store.snapshot():
        asked = (name, first, last)
        found = kept(store, library, "trends", asked, lambda: _in_kilograms(store, library, *asked))
        lb = reads_plan.settings(store).get("units") == "lb"
    return series_in_pounds(found) if lb else found


def _in_kilograms(store: Store, library: Library, name: str, first: date, last: date) -> Series:
    kind, _, rest = " ".join(name.split()).casefold().partition(" ")
    with store.snapshot():
        if kind in PLAIN and not rest:
            return _plain(store, library, kind, first, last)
        if kind == "climb" and rest:
            return _climb(store, name, rest, first, last)
        muscle = (rest if kind == "sets" else f"{kind} {rest}".strip()).replace(" ", "_")
        if muscle in MUSCLES:
            return _muscle(store, library, muscle, first, last)
        wanted = rest if kind in ("e1rm", "best") else f"{kind} {rest}".strip()
        exercise = library.catalogue.find(wanted) if wanted else None
        if exercise is None:
            raise NotationError(f"«{name}» is no trend", column=1, hint=_near(library, wanted), source=name)
        return _lift(store, library, exercise, kind == "best", first, last)


def _near(library: Library, name: str) -> str:
    """What may have been meant: the nearest names first, then what there is besides lifts."""
    words = [*PLAIN, *(f"sets {muscle.replace('_', ' ')}" for muscle in MUSCLES), *MUSCLES]
    near = get_close_matches(name, words, n=2, cutoff=0.7)
    lifts = () if near else library.catalogue.nearest(name)
    found = [*near, *(each.casefold() for each in lifts)]
    return f"{', '.join(found)}? Besides lifts there are {', '.join(PLAIN)}, sets quads, climb hill"


def _plain(store: Store, library: Library, kind: str, first: date, last: date) -> Series:
    title, unit, digits = PLAIN[kind]
    if kind in ("load", "fitness", "fatigue"):
        return _load(store, kind, first, last)
    if kind == "sprint":
        begin, end = _weeks(store, first, last)
        points = weekly(reads_trends.sprint_seconds(store, begin, end), begin, end)
        return Series(name=kind, title=title, unit=unit, points=points, join_days=7, weekly=True)
    if kind == "weight":
        values = {each.day: each.kg for each in reads_days.weights(store, first, last)}
    elif kind == "sleep":
        checks = reads_days.checkins(store, first, last)
        values = {each.day: each.slept_minutes / 60 for each in checks if each.slept_minutes is not None}
    elif kind == "protein":
        values = reads_days.protein_by_day(store, first, last)
    else:
        values = {day: float(score) for day, score in readiness_by_day(store, first, last).items()}
    gap = 14 if kind == "weight" else 1
    return Series(name=kind, title=title, unit=unit, points=daily(values), join_days=gap, digits=digits)


def _load(store: Store, kind: str, first: date, last: date) -> Series:
    title, unit, digits = PLAIN[kind]
    # A day with an unrated session counts what is known of it.
    loads = {day: each.load for day, each in reads_trends.loads(store, first - AVERAGED, last).items()}
    if not loads:
        return Series(name=kind, title=title, unit=unit)
    begins = min(loads)
    if kind == "load":
        days = (max(first, begins) + timedelta(days=n) for n in range((last - max(first, begins)).days + 1))
        points = daily({day: loads.get(day, 0.0) for day in days})
    else:
        slow, quick = averages(loads, begins, last)
        points = tuple(each for each in (slow if kind == "fitness" else quick) if each.day >= first)
    return Series(name=kind, title=title, unit=unit, points=points, digits=digits)


def _weeks(store: Store, first: date, last: date) -> tuple[date, date]:
    """The first and the last day of the log's weeks that begin from `first` to `last`; the last one is whole."""
    starts = week_start(reads_plan.settings(store))
    span = reads_sessions.session_days(store)
    begin = monday_of(first + timedelta(days=6), first_day=starts)
    if span is not None:
        begin = max(begin, monday_of(span[0], first_day=starts))
    return begin, monday_of(last, first_day=starts) + timedelta(days=6)


def _muscle(store: Store, library: Library, muscle: str, first: date, last: date) -> Series:
    begin, end = _weeks(store, first, last)
    values: dict[date, float] = {}
    for each in reads_trends.sets(store, begin, end, hard_from=HARD_FROM):
        share = muscle_sets(library.catalogue.get(each.exercise), each.hard).get(muscle, 0.0)
        if share:
            values[each.day] = values.get(each.day, 0.0) + share
    word = muscle.replace("_", " ")
    return Series(
        name=f"sets {word}",
        title=f"Hard sets a week, {word}",
        unit="",
        points=weekly(values, begin, end),
        join_days=7,
        digits=1,
        weekly=True,
    )


def _lift(store: Store, library: Library, exercise: str, best: bool, first: date, last: date) -> Series:
    title = library.catalogue.title(exercise)
    found = reads_trends.sets_of(store, exercise, first, last)
    values, unit = heaviest(found) if best else (estimates(found), "kg")
    return Series(
        name=f"{'best' if best else 'e1rm'} {title.casefold()}",
        title=f"{title}, {'best set' if best else 'e1RM (Epley)'}",
        unit=unit,
        points=daily(values),
        join_days=LIFT_GAP,
        digits=0 if unit == "reps" else 1,
    )


def _climb(store: Store, name: str, wanted: str, first: date, last: date) -> Series:
    hills = reads_trends.climbs(store, first, last)
    known = next((hill for hill in hills if hill.casefold() == wanted), None)
    known = known or next((hill for hill in hills if wanted in hill.casefold()), None)
    return Series(
        name=name if known is None else f"climb {known}",
        title=f"{(known or wanted).capitalize()}, shortest time",
        unit="s",
        points=daily(hills[known]) if known else (),
        join_days=LIFT_GAP,
        digits=1,
    )
