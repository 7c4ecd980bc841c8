"""A day as plain text: each session with its lines, what was done of them, and the day's measures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.catalogue import Catalogue
from hybrid_tui.domain.plates import Rack
from hybrid_tui.domain.record import SessionRecord
from hybrid_tui.domain.set_record import BlockStatus, SessionStatus, SetRole
from hybrid_tui.domain.sheet import SheetBlock
from hybrid_tui.domain.sheet_blocks import from_record
from hybrid_tui.domain.sheet_words import held_words, load_words
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.week import DaySummary
from hybrid_tui.domain.week_view import WeekView
from hybrid_tui.formats.week_text import ASCII

SIGNS = {
    BlockStatus.OPEN: "·",
    BlockStatus.DONE: "✓",
    BlockStatus.PARTIAL: "◐",
    BlockStatus.SKIPPED: "–",
}
NAME_WIDTH = 24


def day_text(
    view: WeekView,
    day: date,
    sessions: Sequence[SessionRecord],
    catalogue: Catalogue,
    rack: Rack,
    *,
    width: int = 80,
    ascii: bool = False,
) -> str:
    """One day of a week for the shell, in lines of at most `width` signs."""
    summary = next(each for each in view.week.days if each.date == day)
    lines = [f"{day_words(day)} {day.year}"]
    for session in sessions:
        blocks = sorted(session.blocks, key=lambda each: each.position)
        rows = [from_record(block, catalogue, rack) for block in blocks]
        lines += ["", *_session_lines(session), *_block_lines(rows)]
    if not sessions:
        lines += ["", "Rest day." if day in view.rest_days else "Nothing is planned and nothing is logged."]
    measures = _measures(summary)
    text = "\n".join(_fitted(clean(line), width) for line in [*lines, *([""] if measures else []), *measures])
    return text.translate(ASCII) if ascii else text


def _session_lines(session: SessionRecord) -> list[str]:
    status = "in hand" if session.status is SessionStatus.OPEN else session.status.value
    planned = session.status in (SessionStatus.PLANNED, SessionStatus.OPEN)
    facts = [
        session.slot,
        status,
        f"about {session.minutes:.0f} min" if planned and session.minutes else "",
        f"{session.minutes:g} min" if not planned and session.minutes is not None else "",
        f"RPE {session.rpe:g}" if session.rpe is not None else "",
        f"planned load {session.planned_load:.0f}" if planned and session.planned_load else "",
        session.reason,
    ]
    lines = [f"{session.name}   {' · '.join(fact for fact in facts if fact)}"]
    return [*lines, f"  {session.note}"] if session.note else lines


def _block_lines(rows: Sequence[SheetBlock]) -> list[str]:
    names = [f"& {row.name}" if row.superset else row.name for row in rows]
    wide = min(max((len(name) for name in names), default=0), NAME_WIDTH)
    return [
        f"  {SIGNS[row.status]} {name:<{wide}}  {_said(row)}".rstrip()
        for name, row in zip(names, rows, strict=True)
    ]


def _said(row: SheetBlock) -> str:
    done = _done(row)
    asked = [row.sets_text, row.effort_text, row.load_text]
    words = [done] if done else [*asked, row.change]
    if row.timed:
        words = [row.sets_text, "" if row.status is BlockStatus.OPEN else row.change]
    why = row.excuse if row.status is BlockStatus.SKIPPED else row.reason
    return "   ".join(word for word in [*words, why, row.note] if word)


def _done(row: SheetBlock) -> str:
    """What the sets held, by load: `82.5 kg  6 6 6 5`, and what is still asked: `2 of 4`."""
    work = [each for each in row.sets if each.target.role is not SetRole.WARM_UP]
    done = [each.done for each in work if each.done is not None]
    if not done:
        return ""
    groups = [
        f"{load_words(load)}  {' '.join(held_words(each) for each in sets)}".strip()
        for load, sets in groupby(done, key=lambda each: each.load)
    ]
    count = "" if len(done) == len(work) else f"   {len(done)} of {len(work)} sets"
    return ", ".join(groups) + count


def _measures(day: DaySummary) -> list[str]:
    slept, eaten, target = day.sleep_minutes, day.protein_g, day.protein_target_g
    aim = f" of {target} g" if target is not None else " g"
    facts = [
        f"slept {slept // 60}:{slept % 60:02}" if slept is not None else "",
        f"protein {eaten:g}{aim}" if eaten is not None else "",
        f"protein target {target} g" if eaten is None and target is not None else "",
        f"readiness {day.readiness}" if day.readiness is not None else "",
    ]
    said = " · ".join(fact for fact in facts if fact)
    return [said[:1].upper() + said[1:]] if said else []


def _fitted(line: str, width: int) -> str:
    return line if len(line) <= width else f"{line[: max(width - 1, 1)]}…"
