"""A plan, the shelf and what the rules say of a programme, as plain lines and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import Any

from hybrid_tui.domain.calendar import day_name, day_words
from hybrid_tui.domain.interference.findings import Finding
from hybrid_tui.domain.interference.rules import RULES
from hybrid_tui.domain.plan_view import CellStatus, CheckedWeek, PlanCell, PlanView, PlanWeek
from hybrid_tui.domain.shelf_card import ShelfCard

_MARKS = {
    CellStatus.DONE: "✓",
    CellStatus.PARTIAL: "◐",
    CellStatus.MISSED: "missed",
    CellStatus.SKIPPED: "skipped",
    CellStatus.PLANNED: "",
}
_JOINT = "\N{NO-BREAK SPACE}"
"""Keeps a number and its unit on one line; a plain space in what is given."""

_TITLES = {rule.id: rule.title for rule in RULES}


@dataclass(frozen=True, slots=True)
class _Column:
    head: str
    values: tuple[str, ...]
    right: bool = True

    def cells(self) -> list[str]:
        wide = max(len(each) for each in (self.head, *self.values))
        return [each.rjust(wide) if self.right else each.ljust(wide) for each in (self.head, *self.values)]


def card_lines(cards: Sequence[ShelfCard], width: int = 80) -> list[str]:
    """The shelf as a table, with what each is for below it; without room for a table as words."""
    columns = [
        _Column("name", tuple(card.entry.id for card in cards), right=False),
        _Column("level", tuple(card.entry.level for card in cards), right=False),
        _Column("days", tuple(str(card.entry.days) for card in cards)),
        _Column("min/week", tuple(f"{card.profile.minutes:.0f}" for card in cards)),
        _Column("sprint s", tuple(f"{card.profile.sprint_seconds:.0f}" for card in cards)),
        _Column("contacts", tuple(str(card.profile.contacts) for card in cards)),
        _Column("sets", tuple(str(card.profile.sets) for card in cards)),
    ]
    table = ["  ".join(row).rstrip() for row in zip(*(column.cells() for column in columns), strict=True)]
    rows = table[1:]
    found = [table[0]]
    if max(map(len, table)) > width:
        found, rows = [], [_card_words(card) for card in cards]
    for row, card in zip(rows, cards, strict=True):
        about = f"  {card.entry.about}; needs {', '.join(card.entry.equipment) or 'nothing'}"
        found += [*_folded(row, width), *_folded(about, width)]
    return found


def _card_words(card: ShelfCard) -> str:
    profile = card.profile
    figures = (
        (card.entry.days, "days"),
        (round(profile.minutes), "min a week"),
        (round(profile.sprint_seconds), "sprint s"),
        (profile.contacts, "contacts"),
        (profile.sets, "sets"),
    )
    said = ", ".join(f"{number}{_JOINT}{unit}" for number, unit in figures if number)
    return f"{card.entry.id}   {card.entry.level}, {said}"


def _folded(line: str, width: int, inside: int | None = None) -> list[str]:
    """A line in as many as it needs; those after the first begin at cell `inside`, else as far in as the first."""
    begins = len(line) - len(line.lstrip()) or 2
    parts = wrap(line, width, subsequent_indent=" " * (inside or begins), break_on_hyphens=False)
    return [part.replace(_JOINT, " ") for part in parts]


def card_json(card: ShelfCard) -> dict[str, Any]:
    """One programme of the shelf."""
    entry, profile = card.entry, card.profile
    return {
        "name": entry.id,
        "title": entry.title,
        "level": entry.level,
        "days": entry.days,
        "weeks": entry.weeks,
        "equipment": list(entry.equipment),
        "about": entry.about,
        "fullest_week": {
            "minutes": round(profile.minutes, 1),
            "longest_minutes": round(profile.longest, 1),
            "run_minutes": round(profile.run_minutes, 1),
            "load_au": round(profile.load, 1),
            "sprint_seconds": round(profile.sprint_seconds, 1),
            "contacts": profile.contacts,
            "hard_sets": {name: round(value, 2) for name, value in sorted(profile.muscles.items())},
        },
    }


def lines(view: PlanView, width: int = 80) -> list[str]:
    """The round by weeks and days."""
    found = [f"{view.title}   round {view.round}"]
    if view.unread:
        return [*found, "Its text cannot be read:", *view.unread]
    if view.paused_since is not None:
        found.append(f"paused since {day_words(view.paused_since)}")
    for week in view.weeks:
        found += ["", *_folded(_week_head(week), width)]
        found += [line for cell in week.cells for line in _folded(_cell_line(cell), width, 14)]
        found += [line for each in week.findings for line in _finding(each, width)]
    return found


def _week_head(week: PlanWeek) -> str:
    if week.number is None:
        return f"{day_words(week.first)}   paused"
    sums = week.sums
    kind = "  deload" if week.deload else (f"  {week.word}" if week.word else "")
    return (
        f"Week {week.of_round}  from {day_words(week.first)}{kind}   {sums.sprint_seconds:.0f}{_JOINT}sprint s, "
        f"{sums.contacts}{_JOINT}contacts, {sums.leg_sets}{_JOINT}leg sets, leg load{_JOINT}{sums.leg_load:.0f}"
    )


def _cell_line(cell: PlanCell) -> str:
    parts = [cell.run, cell.lift, f"{cell.jump} jumps" if cell.jump else ""]
    said = ", ".join(each for each in parts if each)
    moved = f"  (moved from {day_words(cell.moved_from)})" if cell.moved_from else ""
    return f"  {day_words(cell.day):<10}  {cell.title}: {said}  {_MARKS[cell.status]}{moved}".rstrip()


def _finding(finding: Finding, width: int) -> list[str]:
    days = day_name(finding.day)
    if finding.other_day is not None:
        days = f"{day_name(finding.other_day)} and {days}"
    said = f"  {finding.severity.word:<5} {finding.id}  {days}: {finding.sentence}"
    mend = f"        mend: {finding.mend}" if finding.mend else ""
    return [*_folded(said, width, 15), *_folded(mend, width)]


def as_json(view: PlanView) -> dict[str, Any]:
    """The round as values."""
    return {
        "title": view.title,
        "start": view.start.isoformat(),
        "today": view.today.isoformat(),
        "round": view.round,
        "round_weeks": view.round_weeks,
        "paused_since": _iso(view.paused_since),
        "errors": list(view.unread),
        "weeks": [_week_json(week) for week in view.weeks],
    }


def _week_json(week: PlanWeek) -> dict[str, Any]:
    sums = week.sums
    return {
        "first": week.first.isoformat(),
        "number": week.number,
        "week_of_round": week.of_round,
        "deload": week.deload,
        "word": week.word or None,
        "sprint_seconds": round(sums.sprint_seconds, 1),
        "contacts": sums.contacts,
        "leg_sets": sums.leg_sets,
        "load_au": round(sums.load, 1),
        "leg_load_au": round(sums.leg_load, 1),
        "sessions": [_cell_json(cell) for cell in week.cells],
        "findings": [finding_json(each) for each in week.findings],
    }


def _cell_json(cell: PlanCell) -> dict[str, Any]:
    return {
        "plan_key": cell.plan_key,
        "day": cell.day.isoformat(),
        "title": cell.title,
        "status": cell.status.value,
        "run": cell.run or None,
        "lift": cell.lift or None,
        "contacts": cell.jump or None,
        "minutes": round(cell.minutes, 1),
        "load_au": round(cell.load, 1),
        "leg_load_au": round(cell.leg_load, 1),
        "moved_from": _iso(cell.moved_from),
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """One finding as values."""
    return {
        "rule": finding.id,
        "title": _TITLES.get(finding.id, ""),
        "severity": finding.severity.word,
        "day": finding.day.isoformat(),
        "other_day": _iso(finding.other_day),
        "sentence": finding.sentence,
        "mend": finding.mend or None,
        "move_to": _iso(finding.move_to),
    }


def check_lines(title: str, weeks: Sequence[CheckedWeek], width: int = 80) -> list[str]:
    """What the rules say, week by week."""
    found = [title]
    for week in weeks:
        if week.findings:
            found.append(
                f"Week {week.number}"
                + (f" (as week {week.of_round})" if week.number != week.of_round else "")
            )
            found += [line for each in week.findings for line in _finding(each, width)]
    if len(found) == 1:
        found.append(f"{len(weeks)} weeks checked: nothing to say.")
    return found


def check_json(title: str, weeks: Sequence[CheckedWeek]) -> dict[str, Any]:
    """As `check_lines`, as values; days are those of an example that begins on a Monday."""
    return {
        "title": title,
        "weeks": [
            {
                "number": week.number,
                "week_of_round": week.of_round,
                "findings": [finding_json(each) for each in week.findings],
            }
            for week in weeks
        ],
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
