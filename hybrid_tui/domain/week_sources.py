"""Where the figures of a week come from: what each of its sessions and days gave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from hybrid_tui.domain.calendar import day_name
from hybrid_tui.domain.checklist import hours_words
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.domain.running import pace_words
from hybrid_tui.domain.session_facts import SessionSummary
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.week import DaySummary, Week

CORE: Final = ("abs", "obliques")
"""The core is the more trained of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one session, or one day, gave to a figure."""

    day: date
    name: str = ""
    """The session's; empty for the day as a whole."""
    value: float | None
    """None where it is not known, or no amount."""
    said: str
    """The value in words."""
    made: str = ""
    """How it came about: `63 min × 6`."""
    status: SessionStatus | None = None
    """What became of the session, where that is what is asked."""
    session_id: str | None = None
    """None for a day, and for what is only planned."""
    morning: bool = False
    """Whether the day's recovery holds it."""


_AMOUNTS: Final[dict[str, Callable[[SessionSummary], float | None]]] = {
    "km": lambda session: None if session.metres is None else session.metres / 1000,
    "load": lambda session: session.load,
    "legs": lambda session: session.leg_load,
    "sprint seconds": lambda session: session.sprint_seconds,
    "contacts": lambda session: float(session.contacts),
    "jump": lambda session: float(session.contacts),
    "easy minutes": lambda session: session.easy_minutes,
}
_EVEN: Final = ("monotony", "strain")
_PLAN: Final = ("sessions", "weeks kept")


def parts_of(week: Week, figure: str) -> tuple[Part, ...]:
    """What a figure is made of, in the order of the days; a session or day that gave nothing is left out.

    `figure` is a row of the week (`run`, `load`, `sleep`, …), a figure under it (`monotony`, …) or a muscle.
    """
    if figure in ("sleep", "protein", "ready"):
        return tuple(part for day in week.days if (part := _morning(day, figure)) is not None)
    if figure in _EVEN:
        return tuple(
            Part(day=day.date, value=day.load, said="–" if day.load is None else _number(day.load))
            for day in week.days
        )
    if figure == "core":
        figure = max(CORE, key=lambda each: week.muscles.get(each, 0.0))
    found = (_part(day, each, figure) for day in week.days for each in day.sessions)
    return tuple(part for part in found if part is not None)


def stress_of(week: Week, muscle: str) -> tuple[Part, ...]:
    """What runs and jumps asked of a muscle."""
    name = muscle.replace(" ", "_")
    return tuple(
        _given(day, each, each.stress[name], "stress")
        for day in week.days
        for each in day.sessions
        if each.stress.get(name)
    )


def _part(day: DaySummary, session: SessionSummary, figure: str) -> Part | None:
    if figure in _PLAN:
        if figure == "weeks kept" and session.plan_key is None:
            return None
        return replace(_worded(day, session, session.status.value), status=session.status)
    if not session.trained:
        return None
    if figure in ("run", "lift"):
        cell = session.run if figure == "run" else session.lift
        return None if cell is None else _worded(day, session, cell.text)
    if figure in _AMOUNTS:
        value = _AMOUNTS[figure](session)
        if not value and (value is not None or figure not in ("load", "legs")):
            return None
        return _given(day, session, value, _made(figure, session))
    sets = session.muscles.get(figure.replace(" ", "_"))
    return _given(day, session, sets) if sets else None


def _given(day: DaySummary, session: SessionSummary, value: float | None, made: str = "") -> Part:
    return Part(
        day=day.date,
        name=session.name,
        value=value,
        said="–" if value is None else _number(value),
        made=made,
        session_id=session.session_id,
    )


def _worded(day: DaySummary, session: SessionSummary, said: str) -> Part:
    return Part(day=day.date, name=session.name, value=None, said=said, session_id=session.session_id)


def _morning(day: DaySummary, figure: str) -> Part | None:
    value, said, made = {
        "sleep": (day.sleep_minutes, hours_words(day.sleep_minutes or 0), ""),
        "ready": (day.readiness, str(day.readiness), "" if day.band is None else day.band.told),
        "protein": (
            day.protein_g,
            f"{half_up(day.protein_g or 0)} g",
            "" if day.protein_target_g is None else f"of {day.protein_target_g} g",
        ),
    }[figure]
    if value is None:
        return None
    return Part(day=day.date, value=value, said=said, made=made, morning=True)


def sources(week: Week) -> dict[str, tuple[str, ...]]:
    """For each figure of the week the sums it is made of, as `378 Mon (63 min × 6) + 450 Wed = 828`.

    A figure to which nothing was given has none.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name in ("load", "legs", "sprint seconds", "contacts", "easy minutes"):
        if said := _sum(week, parts_of(week, name)):
            found[name] = (said,)
    trained = sorted(week.muscles, key=lambda each: -week.muscles[each])
    sets = [(name.replace("_", " "), _sum(week, parts_of(week, name))) for name in trained]
    if any(said for _, said in sets):
        found["hard sets"] = tuple(f"{name}: {said}" for name, said in sets if said)
    if week.totals.monotony is not None and week.totals.strain is not None:
        loads = " ".join("–" if day.load is None else str(half_up(day.load)) for day in week.days)
        found["monotony"] = (f"{loads} = {week.totals.monotony:.2f}",)
        found["strain"] = (strain_words(week),)
    return found


def strain_words(week: Week) -> str:
    """`810 × 0.65 = 524`; empty where it is not known."""
    totals = week.totals
    if totals.monotony is None or totals.strain is None:
        return ""
    return f"{half_up(totals.known_load)} × {totals.monotony:.2f} = {half_up(totals.strain)}"


def _made(figure: str, session: SessionSummary) -> str:
    """How a session's own load came about, and at what pace its run went."""
    if figure == "load" and session.minutes is not None and session.rpe is not None:
        return f"{session.minutes:g} min × {session.rpe:g}"
    if figure == "km" and session.pace is not None:
        return f"{pace_words(session.pace)} /km"
    return ""


def _sum(week: Week, parts: tuple[Part, ...]) -> str:
    """The parts and what they come to; an unknown one is a dash and not counted."""
    if not parts:
        return ""
    said = " + ".join(f"{each.said} {_whose(week, each)}{_bracketed(each.made)}" for each in parts)
    return f"{said} = {_number(sum(each.value for each in parts if each.value is not None))}"


def _bracketed(made: str) -> str:
    return f" ({made})" if made else ""


def _whose(week: Week, part: Part) -> str:
    """`Mon`; with the session's name where the day holds several."""
    several = sum(each.trained for day in week.days if day.date == part.day for each in day.sessions) > 1
    return f"{day_name(part.day)} {part.name}" if several else day_name(part.day)


def _number(value: float) -> str:
    """Halves are shown, as sets have them; a hundred and more as a whole number, as the week shows them."""
    return str(half_up(value)) if value >= 100 else f"{value:.1f}".removesuffix(".0")
