"""A week for a spreadsheet: a row a session, and one for each day without any."""

from __future__ import annotations

from hybrid_tui.domain.week import Week
from hybrid_tui.formats.csv_cells import Value

HEADER = (
    "day",
    "session",
    "kind",
    "status",
    "minutes",
    "rpe",
    "load_au",
    "leg_load_au",
    "planned_load_au",
    "sets",
    "sprint_seconds",
    "contacts",
    "sleep_minutes",
    "protein_g",
    "protein_target_g",
    "readiness",
)
"""The columns, each named with its unit."""


def week_rows(week: Week) -> list[tuple[Value, ...]]:
    """The rows in the order of doing; what belongs to the day stands in its first row alone."""
    rows: list[tuple[Value, ...]] = []
    for day in week.days:
        morning: tuple[Value, ...] = (day.sleep_minutes, day.protein_g, day.protein_target_g, day.readiness)
        if not day.sessions:
            rows.append((day.date, *(None,) * 11, *morning))
        for place, each in enumerate(day.sessions):
            done: tuple[Value, ...] = (
                each.minutes,
                each.rpe,
                each.load,
                each.leg_load,
                each.planned_load,
                each.sets,
                each.sprint_seconds,
                each.contacts,
            )
            said = (day.date, each.name, each.kind.value, each.status.value)
            rows.append((*said, *done, *(morning if place == 0 else (None,) * 4)))
    return rows
