"""All sessions as a list: day, name, what was in them, load."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from hybrid_tui.domain.calendar import MONTH_NAMES, day_name
from hybrid_tui.domain.load import session_load
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.domain.text import clean
from hybrid_tui.formats.sheet_page import SheetPage
from hybrid_tui.formats.week_canvas import Line, Span, cells, hair, shorten, spread
from hybrid_tui.formats.week_marks import UNKNOWN, legend, mark_of

DEFINITIONS: Final = (
    ("signs", legend(4)),
    ("load", "minutes × the effort of the whole session, in AU; a dash where one of them is not known."),
    (
        "filter",
        "all words must stand in the name, what was done, kind, status or notes; case and accents do not count.",
    ),
    ("days", "today, sunday, last month, last 30 days, 2025, march, 18 march 2025, 2025-03-18."),
)
"""What each sign and number of the list is, and how it is narrowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRow:
    """One line of the list."""

    day: date
    name: str
    kind: SessionKind
    status: SessionStatus
    load: float | None
    about: str
    """What was in it, or its note where that was looked for."""


def row_of(
    day: date,
    name: str,
    kind: SessionKind,
    status: SessionStatus,
    minutes: float | None,
    rpe: float | None,
    about: str,
) -> PastRow:
    """A line made of a session's facts."""
    load = session_load(minutes, rpe)
    return PastRow(day=day, name=name, kind=kind, status=status, load=load, about=about)


def past_page(
    rows: Sequence[PastRow], total: int, width: int, *, at: int, looked_for: str, count: int, first: int = 0
) -> SheetPage:
    """The sessions near the cursor in so many cells, with a heading for each month.

    `count` sessions fit what is `looked_for`, of `total`; `first` is the place of the first row among them, and `at`
    the cursor's row.
    """
    counted = f"{count} of {total}" if looked_for else f"{total}"
    typed = shorten(clean(looked_for), max(0, width - 18 - len(counted)))
    filtered = (Span("   / ", "faint"), Span(typed, "now")) if looked_for else ()
    # The month of the cursor stands here too: its heading may have scrolled away.
    month_here = f"{_month(rows[at].day)}   " if width >= 60 and 0 <= at < len(rows) else ""
    right = (
        Span(month_here, "faint"),
        Span(counted, "label"),
        Span(" sessions, load in AU" if width >= 60 else "", "faint"),
    )
    title = spread((Span("All sessions", "strong"), *filtered), right, width)
    if cells(title.text) < width:  # no room for all of it beside a long filter
        title = spread((Span("All sessions", "strong"), *filtered), right[1:2], width)
    lines: list[Line] = []
    places: list[int | None] = []
    here = 0
    month = None
    for place, row in enumerate(rows):
        if (row.day.year, row.day.month) != month:
            month = (row.day.year, row.day.month)
            if lines:
                lines.append(Line())
            lines.append(Line(spans=(Span(_month(row.day), "faint"),)))
        if place == at:
            here = len(lines)
        places += [None] * (len(lines) - len(places)) + [first + place]
        lines.append(_line(row, width, place == at))
    if not rows:
        said = "No session fits. esc takes the filter away." if looked_for else "No session is logged yet."
        lines.append(Line(spans=(Span(said, "label"),)))
    return SheetPage(head=(title, hair(width)), rows=tuple(lines), at=here, places=tuple(places))


def _month(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def _line(row: PastRow, width: int, here: bool) -> Line:
    ground = "cell" if here else ""
    month = MONTH_NAMES[row.day.month - 1]
    day = f"{day_name(row.day)} {row.day.day:>2}" + (f" {month}" if width >= 60 else "")
    day_room = 12 if width >= 60 else 8
    load = UNKNOWN if row.load is None else f"{half_up(row.load)}"
    name_room = min(34, width // 3) if width >= 60 else width - day_room - 12
    about_room = max(0, width - day_room - name_room - 12)
    name = _fit(clean(row.name) or "Session", name_room)
    about = _fit(clean(row.about), about_room) if about_room > 8 else " " * about_room
    spans = (
        Span("▌" if here else " ", "now", ground),
        Span(f"{day:<{day_room}}", "value" if here else "label", ground),
        Span(f"{name}  ", "strong" if here else "value", ground),
        Span(about, "label" if here else "faint", ground),
        Span(f"{load:>6} ", "value", ground),
        Span(f"{mark_of(row.status) or '·'} ", "label", ground),
    )
    return Line(spans=spans)


def _fit(text: str, room: int) -> str:
    short = shorten(text, room) if cells(text) > room else text
    short = f"{short[:-1].rstrip(' ,;')}…" if short.endswith("…") and short != text else short
    return short + " " * (room - cells(short))
