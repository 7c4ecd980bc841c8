"""Everything that a report of some time shows, asked in one snapshot."""

from __future__ import annotations

from datetime import date, timedelta

from hybrid_tui.coach.best_list import best_list
from hybrid_tui.coach.day_list import day_list
from hybrid_tui.coach.library import Library
from hybrid_tui.coach.trends import trend
from hybrid_tui.coach.weeks import week_start
from hybrid_tui.domain.calendar import monday_of
from hybrid_tui.domain.day_numbers import DayNumbers
from hybrid_tui.domain.load import session_load
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.trend import Series
from hybrid_tui.formats.report_html import Report, ReportSession, ReportWeek
from hybrid_tui.store import reads_past, reads_plan, reads_trends
from hybrid_tui.store.database import Store

MOST_LIFTS = 6
"""How many lifts are drawn: those done most often."""
PAIRS = (("fitness", "fatigue"), ("sprint",), ("sleep",), ("readiness",), ("protein",), ("weight",))


def report(store: Store, library: Library, moment: Moment, first: date, last: date) -> Report:
    """The days `first` to `last`, both included. Raises StoreError."""
    with store.snapshot():
        days = day_list(store, library, moment, first, last)
        first_day = week_start(reads_plan.settings(store))
        lines = reads_past.session_lines(store, first, last)
        bests = best_list(store, library, moment)
        charts = _charts(store, library, moment, first, last)
    sessions = tuple(
        ReportSession(
            day=each.day,
            name=each.name or "Session",
            status=each.status.value,
            lines=each.lines,
            load=session_load(each.minutes, each.rpe),
            note=each.note,
        )
        for each in reversed(lines)
    )
    return Report(
        first=first,
        last=last,
        written=moment.day,
        figures=_figures(days),
        charts=charts,
        weeks=_weeks(days, first_day),
        bests=tuple(best for best in bests if any(first <= mark.day <= last for mark in best.marks.values())),
        sessions=sessions,
    )


def _charts(
    store: Store, library: Library, moment: Moment, first: date, last: date
) -> tuple[tuple[Series, ...], ...]:
    charts = [tuple(trend(store, library, moment, name, first, last) for name in names) for names in PAIRS]
    charts += [
        (trend(store, library, moment, f"climb {name}", first, last),)
        for name in reads_trends.climbs(store, first, last)
    ]
    lifts = (
        trend(store, library, moment, f"e1rm {library.catalogue.title(each)}", first, last)
        for each in reads_trends.lifts_by_use(store)
        if library.catalogue.get(each) is not None
    )
    drawn = [each for each in lifts if len(each.points) > 1]
    return (*charts, *((each,) for each in drawn[:MOST_LIFTS]))


def _figures(days: tuple[DayNumbers, ...]) -> tuple[tuple[str, str], ...]:
    ready = [day.readiness for day in days if day.readiness is not None]
    return (
        ("sessions", str(sum(day.sessions for day in days))),
        ("load, AU", f"{sum(day.load or 0.0 for day in days):.0f}"),
        ("sprint seconds", f"{sum(day.sprint_seconds for day in days):.0f}"),
        ("sets", str(sum(day.sets for day in days))),
        ("mean readiness", f"{sum(ready) / len(ready):.0f}" if ready else "–"),
    )


def _weeks(days: tuple[DayNumbers, ...], first_day: int) -> tuple[ReportWeek, ...]:
    grouped: dict[date, list[DayNumbers]] = {}
    for day in days:
        grouped.setdefault(monday_of(day.day, first_day=first_day), []).append(day)
    return tuple(_week(first, these) for first, these in grouped.items())


def _week(first: date, days: list[DayNumbers]) -> ReportWeek:
    known = [day.load for day in days]
    ready = [day.readiness for day in days if day.readiness is not None]
    return ReportWeek(
        first=first,
        sessions=sum(day.sessions for day in days),
        load=None if None in known else sum(load or 0.0 for load in known),
        sprint_seconds=sum(day.sprint_seconds for day in days),
        sets=sum(day.sets for day in days),
        readiness=sum(ready) / len(ready) if ready else None,
    )


def usual_span(moment: Moment) -> tuple[date, date]:
    """The days of a report that names none: the twelve weeks that end today."""
    return moment.day - timedelta(days=83), moment.day
