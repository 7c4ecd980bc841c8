"""A programme back to the text of its file."""

from __future__ import annotations

from hybrid_tui.domain.notation.headings import WEEKDAYS
from hybrid_tui.domain.notation.printing import format_number, print_line
from hybrid_tui.domain.written_programme import Day, Programme


def print_programme(programme: Programme) -> str:
    """Print a programme file, with a newline at its end."""
    lines = [f"# {programme.title}", *_headers(programme)]
    lines += [f"// {remark}" for remark in programme.remarks]
    for block in programme.blocks:
        lines += ["", f"## block {block.name}", *(print_line(each) for each in block.lines)]
    for day in programme.days:
        lines += ["", format_heading(day), *(["rest"] if day.rest else [])]
        lines += [print_line(each) for each in day.lines]
    return "\n".join(lines) + "\n"


def _headers(programme: Programme) -> list[str]:
    headers = []
    for key in ("level", "goal"):
        if value := getattr(programme, key):
            headers.append(f"{key}: {value}")
    if programme.equipment:
        headers.append(f"equipment: {', '.join(programme.equipment)}")
    if programme.entry:
        headers.append(f"entry: {programme.entry}")
    headers.append(f"weeks: {_weeks(programme)}")
    if programme.about:
        headers.append(f"about: {programme.about}")
    headers += [
        f"race {race.day.isoformat()} {format_number(race.distance)}{race.unit}" for race in programme.races
    ]
    return headers


def _weeks(programme: Programme) -> str:
    parts = [str(programme.weeks)]
    parts += [f"deload {week} -{format_number(percent)}%" for week, percent in programme.deloads]
    if programme.then_week is not None:
        parts.append(f"then week {programme.then_week}")
    return ", ".join(parts)


def format_heading(day: Day) -> str:
    """Print a day's heading: `## week 3 mon am  Title`."""
    words = ["##"]
    if day.week is not None or day.variant:
        words += ["week", day.variant or str(day.week)]
    words.append(f"day {day.number}" if day.weekday is None else WEEKDAYS[day.weekday])
    if day.slot:
        words.append(day.slot)
    said = " ".join(words)
    return f"{said}  {day.title}" if day.title else said
