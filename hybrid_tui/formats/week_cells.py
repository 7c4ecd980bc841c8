"""What each row of the week says on each day, and in the week's own column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from hybrid_tui.domain.cells import Cell
from hybrid_tui.domain.checklist import hours_words
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.domain.recovery import Band
from hybrid_tui.domain.running import pace_words
from hybrid_tui.domain.set_record import SessionStatus
from hybrid_tui.domain.week import DaySummary
from hybrid_tui.domain.week_against import mean, metres_run, protein_met, trained_with
from hybrid_tui.domain.week_view import WeekView, planned_leg_load, planned_load
from hybrid_tui.formats.week_marks import DONE, MARKS, NONE, PART, REST, UNKNOWN, mark_of

ROWS: Final = ("run", "km", "lift", "jump", "load", "legs", "sleep", "protein", "ready")
"""The rows in their order; their labels are their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCell:
    """One row of one day."""

    texts: tuple[str, ...]
    """From the fullest wording to the shortest; the first that fits is shown."""
    mark: str = ""
    """Hangs outside the column's edge."""
    role: str = "value"

    def text(self, room: int) -> str:
        """The fullest wording that fits in so many cells."""
        return next((text for text in self.texts if len(text) <= room), self.texts[-1][:room])


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCell:
    """One row of the week's column."""

    text: str
    unit: str = ""
    short: str = ""
    """The unit where its own words do not fit."""
    change: str = ""
    """Against the week before; empty where either is not known."""


_LEAST_FIRST: Final = tuple(
    MARKS[status]
    for status in (
        SessionStatus.PLANNED,
        SessionStatus.SKIPPED,
        SessionStatus.EXCUSED,
        SessionStatus.PARTIAL,
        SessionStatus.MINIMUM,
        SessionStatus.DONE,
    )
)
"""The signs, that of the least done first."""

NOTHING: Final = DayCell(texts=(NONE,), role="faint")


def day_cell(view: WeekView, day: DaySummary, row: str) -> DayCell:
    """What `row` says of a day."""
    if row in ("run", "lift", "jump"):
        return _session_cell(view, day, row)
    return _DAY_CELLS[row](view, day)


def _session_cell(view: WeekView, day: DaySummary, row: str) -> DayCell:
    found = [(session, cell) for session in day.sessions if (cell := getattr(session, row)) is not None]
    if not found:
        if row != "jump" and day.date in view.rest_days and not day.sessions:
            return DayCell(texts=("rest",), mark=REST if row == "run" else "", role="faint")
        return NOTHING
    marks = [mark_of(s.status, missed=view.is_missed(day, s)) for s, _ in found]
    # The least done of several speaks for all.
    mark = next(sign for sign in _LEAST_FIRST if sign in marks)
    coming = not any(session.trained for session, _ in found)
    return DayCell(
        texts=_wordings([cell for _, cell in found], row), mark=mark, role="label" if coming else "value"
    )


def _wordings(cells: Sequence[Cell], row: str) -> tuple[str, ...]:
    texts = list(dict.fromkeys(cell.text for cell in cells))
    if row == "jump" and all(text.isdigit() for text in texts):
        return (str(sum(int(cell.text) for cell in cells)),)
    joined = " + ".join(texts)
    first, *more = joined.split(" + ")
    full = [_airy(joined), joined] if not more else [joined]
    plus = "+" if more else ""
    short = first.split(" ")[-1]
    return (*full, f"{first}{plus}", f"{short}{plus}", short)


def _airy(text: str) -> str:
    """`8 × 12 s`, `6 × 400 m`; anything else as it stands."""
    found = re.fullmatch(r"(\d+)×(\d+)(s|m|mtr)", text)
    if found is None:
        return text
    unit = {"mtr": "m", "m": "min"}.get(found[3], found[3])
    return f"{found[1]} × {found[2]} {unit}"


def _amount(trained: bool, done: float | None, coming: float | None) -> DayCell:
    if trained:
        return DayCell(texts=(UNKNOWN if done is None else f"{half_up(done)}",))
    if coming is not None:
        return DayCell(texts=(f"~{half_up(coming)}",), role="faint")
    return NOTHING


def _load(view: WeekView, day: DaySummary) -> DayCell:
    return _amount(any(s.trained for s in day.sessions), day.load, planned_load(view, day))


def _legs(view: WeekView, day: DaySummary) -> DayCell:
    found = _amount(any(s.trained for s in day.sessions), day.leg_load, planned_leg_load(view, day))
    return found if found.role != "value" else DayCell(texts=found.texts, role="label")


def _unknown(view: WeekView, day: DaySummary) -> DayCell:
    """Not known yet, or not logged."""
    return NOTHING if day.date > view.today else DayCell(texts=(UNKNOWN,), role="faint")


def _sleep(view: WeekView, day: DaySummary) -> DayCell:
    if day.sleep_minutes is None:
        return _unknown(view, day)
    return DayCell(texts=(hours_words(day.sleep_minutes),))


def _protein(view: WeekView, day: DaySummary) -> DayCell:
    if day.protein_g is None:
        return _unknown(view, day)
    if day.protein_target_g is None:
        return DayCell(texts=(f"{half_up(day.protein_g)} g", f"{half_up(day.protein_g)}"))
    return DayCell(texts=(DONE if day.protein_g >= day.protein_target_g else PART,))


def _ready(view: WeekView, day: DaySummary) -> DayCell:
    if day.readiness is None:
        return _unknown(view, day)
    return DayCell(texts=(str(day.readiness),), mark=band_mark(day.band))


def band_mark(band: Band | None) -> str:
    """The sign of a morning's verdict; none for «go»."""
    if band is None or band is Band.GO:
        return ""
    return REST if band is Band.REST else PART


def has_distance(view: WeekView) -> bool:
    """Whether any run of the week has a distance."""
    return any(session.metres for day in view.week.days for session in day.sessions)


def _km(view: WeekView, day: DaySummary) -> DayCell:
    """Kilometres and, where one run alone was measured, its pace per kilometre."""
    found = [session for session in day.sessions if session.trained and session.metres]
    if not found:
        return NOTHING
    km = f"{sum(session.metres or 0.0 for session in found) / 1000:.1f}"
    pace = found[0].pace if len(found) == 1 else None
    if pace is None:
        return DayCell(texts=(km,), role="label")
    each = pace_words(pace)
    return DayCell(texts=(f"{km}  {each} /km", f"{km}  {each}", km), role="label")


_DAY_CELLS: Final[dict[str, Callable[[WeekView, DaySummary], DayCell]]] = {
    "km": _km,
    "load": _load,
    "legs": _legs,
    "sleep": _sleep,
    "protein": _protein,
    "ready": _ready,
}


def week_cell(view: WeekView, row: str) -> WeekCell:
    """What `row` says of the whole week, and by how much it differs from the week before."""
    if row in ("run", "lift"):
        now = trained_with(view.week, row)
        then = view.against.runs if row == "run" else view.against.lifts
        return WeekCell(text=str(now), change=signed(round(now - then, 1)))
    if row == "jump":
        now = view.week.totals.contacts
        return WeekCell(text=str(now), change=signed(half_up(now) - half_up(view.against.contacts)))
    return _WEEK_CELLS[row](view)


def signed(amount: float, *, unit: str = "") -> str:
    """`+8`, `-3`, `=` for no difference."""
    whole = f"{abs(amount):.2f}".rstrip("0").rstrip(".")
    if whole == "0":
        return "="
    return f"{'+' if amount > 0 else '-'}{whole}{unit}"


def percent(now: float | None, then: float | None) -> str:
    """The difference in percent; empty where it cannot be told."""
    if now is None or not then:
        return ""
    return signed(half_up(100 * (now / then - 1)), unit=" %")


def _week_km(view: WeekView) -> WeekCell:
    now = metres_run(view.week)
    if not now:
        return WeekCell(text=UNKNOWN)
    return WeekCell(text=f"{now / 1000:.1f}", change=signed(round((now - view.against.metres) / 1000, 1)))


def _week_load(view: WeekView) -> WeekCell:
    totals = view.week.totals
    change = percent(totals.load, view.against.load)
    text = f"{half_up(totals.known_load)}"
    if totals.load is None:
        return WeekCell(text=text, unit="known")
    if not view.is_over and view.to_come:
        # Half a week against a whole one would say nothing.
        whole = half_up(totals.load + view.to_come)
        return WeekCell(text=text, unit=f"of {whole}", short=f"/{whole}", change=change)
    return WeekCell(text=text, unit=change if view.is_over else "", change=change)


def _week_legs(view: WeekView) -> WeekCell:
    now, then = view.week.totals.leg_load, view.against.leg_load
    return WeekCell(text=UNKNOWN if now is None else f"{half_up(now)}", change=percent(now, then))


def _week_sleep(view: WeekView) -> WeekCell:
    now = mean([day.sleep_minutes for day in view.week.days])
    then = view.against.sleep_minutes
    if now is None:
        return WeekCell(text=UNKNOWN)
    change = ""
    if then is not None:
        apart = half_up(now) - half_up(then)
        change = "=" if not apart else f"{'+' if apart > 0 else '-'}{hours_words(abs(apart))}"
    return WeekCell(text=hours_words(now), unit="mean", change=change)


def _week_protein(view: WeekView) -> WeekCell:
    met, logged = protein_met(view.week)
    if not logged:
        return WeekCell(text=UNKNOWN)
    then = view.against.protein_days
    change = "" if then is None else signed(round(met - then, 1))
    return WeekCell(text=str(met), unit=f"of {logged}", change=change)


def _week_ready(view: WeekView) -> WeekCell:
    now = mean([day.readiness for day in view.week.days])
    then = view.against.readiness
    if now is None:
        return WeekCell(text=UNKNOWN)
    change = "" if then is None else signed(half_up(now) - half_up(then))
    return WeekCell(text=str(half_up(now)), unit="mean", change=change)


_WEEK_CELLS: Final[dict[str, Callable[[WeekView], WeekCell]]] = {
    "km": _week_km,
    "load": _week_load,
    "legs": _week_legs,
    "sleep": _week_sleep,
    "protein": _week_protein,
    "ready": _week_ready,
}
