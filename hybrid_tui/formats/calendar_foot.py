"""What stands under a month and a year: the day in hand, or the days that were added up, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.day_numbers import DayNumbers, Measure, together
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.formats.week_canvas import Line, Span, hair, shorten

_ROOMY = 70
"""Cells from which a day's facts stand in one line."""


def amount(value: float | None) -> str:
    """A whole number, or a dash for what is not known."""
    return "–" if value is None else f"{half_up(value)}"


def foot(
    days: Sequence[DayNumbers],
    cursor: date | None,
    summed: Sequence[DayNumbers],
    measure: Measure,
    width: int,
    today: date,
) -> tuple[Line, ...]:
    """The cursor's day in words, or the days whose sum it stands on."""
    day = next((each for each in days if each.day == cursor), None)
    if day is None:
        return ()
    if summed:
        first, last = summed[0].day, summed[-1].day
        name = f"{day_words(first)} to {day_words(last)} {last.year}   "
        unit = f" {measure.unit}" if measure.unit else ""
        how = "mean" if measure.mean else "sum"
        said = f"{measure.word} · {how} {amount(together(measure, until(summed, today)))}{unit}"
    else:
        name = f"{day_words(day.day)} {day.day.year}   "
        said = _facts(day)
        if not any(each.sessions or each.readiness is not None for each in days):
            said = "no session yet, : logs one in a line"
    return hair(width), *_told(name, said.split(" · "), width)


def _told(name: str, facts: Sequence[str], width: int) -> list[Line]:
    """The name and its facts; where a line is short there are always two, so that nothing jumps."""
    told = [""]
    for fact in facts:
        longer = f"{told[-1]} · {fact}" if told[-1] else fact
        fits = len(longer) <= width - (len(name) if len(told) == 1 else 0)
        if fits or width >= _ROOMY:
            told[-1] = longer
        else:
            told.append(fact)
    first = Line(spans=(Span(name, "value"), Span(shorten(told[0], width - len(name)), "label")))
    if width >= _ROOMY:
        return [first]
    return [first, Line(spans=(Span(shorten(" · ".join(told[1:]), width), "label"),))]


def _facts(day: DayNumbers) -> str:
    facts = [
        f"{day.sessions} {'session' if day.sessions == 1 else 'sessions'}" if day.sessions else "no session",
        f"load {amount(day.load)}" if day.sessions else "",
        f"sprint {half_up(day.sprint_seconds)} s" if day.sprint_seconds else "",
        f"{day.sets} sets" if day.sets else "",
        f"readiness {day.readiness}" if day.readiness is not None else "",
    ]
    return " · ".join(fact for fact in facts if fact)


def until(days: Iterable[DayNumbers], today: date) -> list[DayNumbers]:
    """The days up to today, today included."""
    return [day for day in days if day.day <= today]
