"""Where the figures of a week come from: each as the sum of what its sessions and days gave."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hybrid_tui.domain.calendar import day_name
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.domain.session_facts import SessionSummary
from hybrid_tui.domain.week import DaySummary, Week

_PARTS: Final[tuple[tuple[str, Callable[[SessionSummary], float | None]], ...]] = (
    ("load", lambda session: session.load),
    ("legs", lambda session: session.leg_load),
    ("sprint seconds", lambda session: session.sprint_seconds),
    ("contacts", lambda session: float(session.contacts)),
    ("easy minutes", lambda session: session.easy_minutes),
)


def sources(week: Week) -> dict[str, tuple[str, ...]]:
    """For each figure of the week the sums it is made of, as `378 Mon (63 min × 6) + 450 Wed = 828`.

    A figure to which nothing was given has none.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name, part in _PARTS:
        given = [
            (part(session), f"{_whose(day, session)}{_made(name, session)}")
            for day in week.days
            for session in day.sessions
            if session.trained
        ]
        if said := _sum(given):
            found[name] = (said,)
    muscles = {
        muscle: _sum(
            [
                (session.muscles.get(muscle, 0.0), _whose(day, session))
                for day in week.days
                for session in day.sessions
            ]
        )
        for muscle in sorted(week.muscles, key=lambda each: -week.muscles[each])
    }
    if sets := tuple(f"{name.replace('_', ' ')}: {said}" for name, said in muscles.items() if said):
        found["hard sets"] = sets
    if week.totals.monotony is not None and week.totals.strain is not None:
        loads = " ".join("–" if day.load is None else str(half_up(day.load)) for day in week.days)
        found["monotony"] = (f"{loads} = {week.totals.monotony:.2f}",)
        found["strain"] = (
            f"{half_up(week.totals.known_load)} × {week.totals.monotony:.2f} = {half_up(week.totals.strain)}",
        )
    return found


def _whose(day: DaySummary, session: SessionSummary) -> str:
    """`Mon`; with the session's name where the day holds several."""
    several = sum(each.trained for each in day.sessions) > 1
    return f"{day_name(day.date)} {session.name}" if several else day_name(day.date)


def _made(name: str, session: SessionSummary) -> str:
    """How a session's own load came about."""
    if name != "load" or session.minutes is None or session.rpe is None:
        return ""
    return f" ({session.minutes:g} min × {session.rpe:g})"


def _sum(given: list[tuple[float | None, str]]) -> str:
    """The parts that are more than nothing, and what they come to; an unknown one is a dash and not counted."""
    parts = [(value, words) for value, words in given if value is None or value]
    if not parts:
        return ""
    said = " + ".join(f"{'–' if value is None else _number(value)} {words}" for value, words in parts)
    return f"{said} = {_number(sum(value for value, _ in parts if value is not None))}"


def _number(value: float) -> str:
    """Halves are shown, as sets have them; a hundred and more as a whole number, as the week shows them."""
    return str(half_up(value)) if value >= 100 else f"{value:.1f}".removesuffix(".0")
