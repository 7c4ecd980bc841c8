"""The week as plain values, the shape in which `week --json` prints it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hybrid_tui.domain.session_facts import SessionSummary
from hybrid_tui.domain.week import Week

_SESSION_FIELDS: Final[dict[str, Callable[[SessionSummary], object]]] = {
    "name": lambda s: s.name,
    "kind": lambda s: s.kind.value,
    "status": lambda s: s.status.value,
    "sets": lambda s: s.sets,
    "sprint_seconds": lambda s: _round(s.sprint_seconds),
    "contacts": lambda s: s.contacts,
    "minutes": lambda s: _round(s.minutes),
    "rpe": lambda s: _round(s.rpe),
    "load": lambda s: _round(s.load),
    "leg_load": lambda s: _round(s.leg_load),
    "planned_load": lambda s: _round(s.planned_load),
}


def _round(value: float | None) -> float | int | None:
    """Four decimals are more than training knows; whole numbers go without a point."""
    if value is None:
        return None
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded


def week_fields(week: Week) -> dict[str, object]:
    """The week as plain values for JSON; unknown is None."""
    totals = week.totals
    return {
        "monday": week.monday.isoformat(),
        "days": [
            {
                "date": day.date.isoformat(),
                "sessions": [{k: take(s) for k, take in _SESSION_FIELDS.items()} for s in day.sessions],
                "sleep_minutes": day.sleep_minutes,
                "protein_g": _round(day.protein_g),
                "protein_target_g": day.protein_target_g,
                "readiness": day.readiness,
            }
            for day in week.days
        ],
        "totals": {
            "sets": totals.sets,
            "sprint_seconds": _round(totals.sprint_seconds),
            "contacts": totals.contacts,
            "minutes": _round(totals.minutes),
            "load": _round(totals.load),
            "leg_load": _round(totals.leg_load),
            "monotony": _round(totals.monotony),
            "strain": _round(totals.strain),
        },
    }
