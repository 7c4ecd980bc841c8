"""Bests as a table: a line a lift, a column a number of repetitions; below them climbs, runs and jumps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from hybrid_tui.domain.bests import COLUMNS, E1RM, FAR, MOST, TIME, Best, Mark
from hybrid_tui.domain.calendar import day_from, day_words
from hybrid_tui.domain.text import clean
from hybrid_tui.formats.csv_cells import Value
from hybrid_tui.formats.drawn import Drawn
from hybrid_tui.formats.sheet_page import SheetPage
from hybrid_tui.formats.week_canvas import Canvas, Line, Span, cells, spread

HEADS = {"climb": "Climbs", "run": "Runs", "jump": "Jumps"}
HEADER = ("kind", "name", "best", "value", "unit", "repetitions", "load_kg", "day", "session")
"""The columns of the table that leaves the terminal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the cursor of the bests stands."""

    row: int = 0
    column: int = 5
    """Index into the columns of a lift."""


def amount(mark: Mark) -> str:
    """`82.5`, `+10`, `12`, `10.9 s`, `9.39 km`."""
    if mark.unit == "s":
        return (
            f"{mark.value:.1f} s" if mark.value < 60 else f"{int(mark.value) // 60}:{int(mark.value) % 60:02}"
        )
    if mark.unit == "m":
        return f"{mark.value:g} m" if mark.value < 1000 else f"{mark.value / 1000:.2f} km"
    if mark.own_weight:
        return f"{mark.value:+.1f}".removesuffix(".0")
    return f"{mark.value:.1f}".removesuffix(".0")


def said(column: str, mark: Mark) -> str:
    """The mark in full: `e1RM 93 kg (Epley), from 80 kg × 5`, with the effort that tells what was left."""
    if mark.unit in ("s", "m"):
        return f"{'shortest' if mark.unit == 's' else 'farthest'} {amount(mark)}"
    if column == MOST:
        return f"most in one set: {mark.value:g}"
    load = f"{mark.load or 0:+g} {mark.unit}" if mark.own_weight else f"{mark.load or 0:g} {mark.unit}"
    load = mark.other_unit or load
    load = f"body weight {load}" if mark.own_weight else load
    if column == E1RM:
        effort = "" if mark.rpe is None else f" @{mark.rpe:g}"
        return f"e1RM {amount(mark)} {mark.unit} (Epley), from {load} × {mark.reps}{effort}"
    return f"at least {column}: {load} × {mark.reps}"


def mark_at(bests: Sequence[Best], spot: Spot) -> tuple[str, Mark] | None:
    """The mark under the cursor; beside a gap the nearest one of the row, None where nothing is listed."""
    if not 0 <= spot.row < len(bests):
        return None
    marks = bests[spot.row].marks
    known = [name for name in (*COLUMNS, TIME, FAR) if name in marks]
    wanted = COLUMNS[spot.column]
    if not known:
        return None
    name = wanted if wanted in marks else min(known, key=lambda each: _apart(each, spot.column))
    return name, marks[name]


def _apart(name: str, column: int) -> int:
    return abs(COLUMNS.index(name) - column) if name in COLUMNS else 99


def bests_page(
    bests: Sequence[Best], width: int, *, today: date, spot: Spot | None = None, drawn: Drawn | None = None
) -> SheetPage:
    """The table in so many cells; `spot` is the cursor, None in a pipe.

    `drawn` holds what was drawn already of these bests in that room on this day.
    """
    once = (drawn or Drawn()).once
    wide = width >= 100
    day_room = 13 if width >= 72 else 0
    pitch = 9 if wide else 7 if width >= 72 else 5
    name_room = min(30, width - len(COLUMNS) * pitch - day_room - 1)
    edges = {column: name_room + (place + 1) * pitch for place, column in enumerate(COLUMNS)}
    head = Canvas(width)
    for column, edge in edges.items():
        head.put_right(column, "faint", edge)
    if day_room:
        head.put_right("latest", "faint", width)
    title = spread((Span("Bests", "strong"),), (Span(f"{_weights(bests)} · e1RM by Epley", "faint"),), width)
    lines: list[Line] = []
    places: list[int | None] = []
    at, kind = 0, "lift"
    for place, best in enumerate(bests):
        if best.kind != kind:
            kind = best.kind
            lines += [Line(), Line(spans=(Span(HEADS[kind], "strong"),))]
        here = spot is not None and spot.row == place
        if here:
            at = len(lines)
        places += [None] * (len(lines) - len(places)) + [place]
        cursor = spot if here else None
        draw = partial(_row, best, width, edges, name_room, today, cursor, bool(day_room))
        lines += once((place, cursor), draw)
    if not bests:
        for told in ("No best yet.", "Tick a set on Today, and it stands here."):
            lines.append(Line(spans=(Span(told, "label"),)))
    found = None if spot is None else mark_at(bests, spot)
    foot: tuple[Line, ...] = ()
    if found is not None and spot is not None:
        name, mark = found
        foot = (Line(spans=(Span("─" * width, "hair"),)), *_said_whole(bests[spot.row], name, mark, width))
    rule = Line(spans=(Span("─" * width, "hair"),))
    return SheetPage(
        head=(title, head.line(), rule), rows=tuple(lines), foot=foot, at=at, places=tuple(places)
    )


def _said_whole(best: Best, name: str, mark: Mark, width: int) -> list[Line]:
    """The mark under the cursor in full, in a second line where one has no room for it."""
    title, words = _title(best), said(name, mark)
    day = f"{day_words(mark.day)} {mark.day.year}"
    whole = f"{title}   {words}   {day}"
    if cells(whole) <= width:
        return [Line(spans=(Span(whole, "label"),))]
    first = spread((Span(_cut(title, width - len(day) - 2), "label"),), (Span(day, "faint"),), width)
    return [first, Line(spans=(Span(_cut(words, width), "label"),))]


def _title(best: Best) -> str:
    name = clean(best.name)
    return name[:1].upper() + name[1:]


def _weights(bests: Sequence[Best]) -> str:
    """What the loads are in."""
    lb = any(mark.unit == "lb" for best in bests for mark in best.marks.values())
    return "pounds" if lb else "kilograms"


def _row(
    best: Best, width: int, edges: dict[str, int], name_room: int, today: date, spot: Spot | None, dated: bool
) -> list[Line]:
    canvas = Canvas(width)
    pitch = edges["3"] - edges["1"]
    if spot is not None:
        canvas.lay("column", 0, width)
    name = _cut(_title(best), (name_room if best.kind == "lift" else edges["3"] - 9) - 1)
    chosen = mark_at([best], Spot(row=0, column=spot.column)) if spot is not None else None
    for column, mark in best.marks.items():
        edge = edges.get(column, edges["1"] if column in (TIME, FAR) else edges[E1RM])
        if column in (TIME, FAR):
            edge = edges["3"]
        typed = mark.other_unit if column in edges and column != E1RM else ""
        text = typed if typed and cells(typed) < pitch else amount(mark)
        now = chosen is not None and chosen[0] == column
        begin = canvas.put_right(text, "now" if now else "strong" if column == E1RM else "value", edge)
        if now:
            canvas.lay("cell", begin - 1, edge + 1)
    if dated:
        # One form for all of a column: a lone «Sun» among dates would look cut.
        latest = day_words if best.latest.year == today.year else partial(day_from, today=today)
        canvas.put_right(latest(best.latest), "faint", width)
    return [_named(name, canvas.line(), spot is not None)]


def best_rows(bests: Sequence[Best]) -> list[tuple[Value, ...]]:
    """The table for other programs, in the order of `HEADER`."""
    return [
        (
            best.kind,
            best.name,
            column,
            round(mark.value, 2),
            mark.unit,
            mark.reps,
            mark.load_kg,
            mark.day,
            mark.session_id,
        )
        for best in bests
        for column, mark in best.marks.items()
    ]


def _cut(text: str, room: int) -> str:
    """The text in so many cells, cut in a word where it must be: two dumbbell lifts stay two."""
    if cells(text) <= room:
        return text
    while text and cells(text) + 1 > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _named(name: str, line: Line, here: bool) -> Line:
    """The line with a name at its beginning, which may have signs of two cells or of none."""
    skipped, spans = cells(name), []
    for span in line.spans:
        kept = span.text[skipped:]
        skipped = max(0, skipped - len(span.text))
        if kept:
            spans.append(Span(kept, span.role, span.ground))
    return Line(spans=(Span(name, "strong" if here else "value", "column" if here else ""), *spans))
