"""A session that is looked back on, line by line: blocks, sets, steps, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hybrid_tui.coach.past import OpenedSession
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.domain.record import BlockRecord, IntervalRecord
from hybrid_tui.domain.set_record import BlockStatus, SetRole
from hybrid_tui.domain.sheet import SheetBlock, SheetSet
from hybrid_tui.domain.sheet_words import clock, spoken
from hybrid_tui.formats.week_canvas import Line, Span, cells, shorten
from hybrid_tui.formats.week_marks import DONE, PART, UNKNOWN
from hybrid_tui.tui.widgets import sheet_text

_BLOCK_MARKS = {BlockStatus.DONE: DONE, BlockStatus.PARTIAL: PART, BlockStatus.SKIPPED: UNKNOWN}
_ROLES = {SetRole.BACK_OFF: "back-off", SetRole.DROP: "drop", SetRole.FAILURE: "to the limit"}
_NAME = 18
_NOTES_BESIDE = 64
"""Cells from which a set's note stands beside it, else below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """One line of the session, and what it is about."""

    line: Line
    kind: str
    """`session`, `block`, `set`, `step` or `note`."""
    block: SheetBlock | None = None
    row: SheetSet | None = None
    step: IntervalRecord | None = None

    @property
    def stops(self) -> bool:
        """Whether the cursor can stand on it."""
        return self.kind != "note"


def session_rows(
    session: OpenedSession, width: int, when: Callable[[int, str], str]
) -> tuple[SessionRow, ...]:
    """All lines for that width. `when` tells the local time of an instant in a zone."""
    return tuple(_rows(session, width, when))


def _rows(session: OpenedSession, width: int, when: Callable[[int, str], str]) -> Iterator[SessionRow]:
    yield SessionRow(line=_facts(session, width), kind="session")
    if session.record.note:
        yield _note(session.record.note, width, 2)
    for record, block in zip(session.record.blocks, session.blocks, strict=True):
        yield SessionRow(line=_block(record, block, width), kind="block", block=block)
        for said in (record.note, record.reason):
            if said:
                yield _note(said, width, 4)
        for row in block.sets:
            yield SessionRow(line=_set(row, width, when), kind="set", block=block, row=row)
            if row.done is not None and row.done.note and width < _NOTES_BESIDE:
                yield _note(row.done.note, width, 7)
        number = 0
        for interval in sorted(record.intervals, key=lambda each: each.position):
            number += interval.kind == "work"
            yield SessionRow(
                line=_step(interval, number, session.record.zone, width, when),
                kind="step",
                block=block,
                step=interval,
            )


def _facts(session: OpenedSession, width: int) -> Line:
    """Length, effort, loads; a dash for what is not known."""
    record, summary = session.record, session.summary
    if not session.stored:
        load = "" if record.planned_load is None else f"load ~{half_up(record.planned_load)}"
        parts = [f"about {half_up(record.minutes or 0)} min", load]
    else:
        load = f"load {_number(summary.load)}"
        planned = record.planned_load
        parts = [
            f"{_number(record.minutes)} min",
            f"effort {'–' if record.rpe is None else f'{record.rpe:g}'}",
            f"{load} of {half_up(planned)} planned" if planned is not None else load,
            f"legs {_number(summary.leg_load)}",
        ]
    text = "   ".join(part for part in parts if part)
    if cells(text) > width - 2:
        text = text.replace(" planned", "").replace("   ", "  ")
    return Line(spans=(Span(shorten(text, width - 2), "value"),))


def _number(value: float | None) -> str:
    return "–" if value is None else str(half_up(value))


def _note(text: str, width: int, indent: int) -> SessionRow:
    return SessionRow(
        line=Line(spans=(Span(" " * indent), Span(shorten(text, width - indent - 2), "faint"))), kind="note"
    )


def _block(record: BlockRecord, block: SheetBlock, width: int) -> Line:
    mark = _BLOCK_MARKS.get(block.status, "·")
    name = shorten(block.name, _NAME)
    spans = [Span(f"{mark} ", "label"), Span(name, "strong"), Span(" " * (max(_NAME - cells(name), 0) + 1))]
    asked = "   ".join(part for part in (block.sets_text or record.line, block.effort_text) if part)
    room = width - 4 - max(_NAME, cells(name)) - 2
    result = block.change if block.timed or not block.sets else ""
    if result and cells(result) + 3 < room:
        room -= cells(result) + 2
    else:
        result = ""
    asked = shorten(asked, room)
    spans.append(Span(asked, "label"))
    if result:
        spans += [Span(" " * (room - cells(asked) + 2)), Span(result, "value")]
    return Line(spans=tuple(spans))


def _set(row: SheetSet, width: int, when: Callable[[int, str], str]) -> Line:
    done = row.done
    amount = " × ".join(part for part in (sheet_text.amount(row), sheet_text.load(row)) if part)
    spans = [Span(f"{sheet_text.number(row):>5}  ", "faint")]
    if done is None:
        return Line(spans=(*spans, Span(f"{amount or 'asked'}", "faint"), Span("   not done", "faint")))
    spans += [
        Span(f"{amount:<16}", "value"),
        Span(f" {sheet_text.done_effort(done, row.target):<8}", "label"),
    ]
    if done.at_us is not None:
        spans.append(Span(f" {when(done.at_us, done.zone)}", "label"))
    if done.role in _ROLES:
        spans.append(Span(f"  {_ROLES[done.role]}", "label"))
    if done.note and width >= _NOTES_BESIDE:
        used = sum(cells(span.text) for span in spans)
        spans.append(Span(f"  {shorten(done.note, max(width - used - 4, 4))}", "faint"))
    return Line(spans=tuple(spans))


def _step(
    interval: IntervalRecord, number: int, zone: str, width: int, when: Callable[[int, str], str]
) -> Line:
    work = interval.kind == "work"
    head = f"{number if work else '':>5}  "
    length = "–" if interval.seconds is None else clock(interval.seconds)
    metres = "" if interval.metres is None else f"{interval.metres:g} m"
    asked = interval.planned_seconds
    differs = asked is not None and interval.seconds is not None and round(asked) != round(interval.seconds)
    words = " ".join(
        part
        for part in (
            interval.label,
            (interval.place or "").replace("%", " %"),
            metres,
            f"of {spoken(asked)}" if differs and asked is not None else "",
            "" if interval.done else "cut short",
        )
        if part
    )
    at = "" if interval.at_us is None else when(interval.at_us, zone)
    room = width - len(head) - 8 - len(at) - 4
    words = shorten(words, max(room, 6))
    role = "value" if work else "faint"
    return Line(
        spans=(
            Span(head, "faint"),
            Span(f"{length:>6}  ", role),
            Span(words, "label" if work else "faint"),
            Span(" " * (max(room - cells(words), 0) + 1)),
            Span(at, "label" if work else "faint"),
        )
    )
